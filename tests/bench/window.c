/* What a frame costs the whole process: the canvas panned in a full window,
 * beside an empty window of that size that is painted in full.
 *
 *   tests/ui-session window [EVENTS]
 */

#include "bench/bench-timeline.h"
#include "bench/bench.h"
#include "ui/dtl-canvas.h"
#include "ui/dtl-window.h"

#include <malloc.h>
#include <math.h>

#define WIDTH 1920
#define HEIGHT 1080
#define FRAMES 300
#define FIRST_FRAMES 30 /* not counted: caches fill */
#define PIXELS_A_FRAME 6

typedef struct {
  const char *name;
  GtkWidget *drawn;    /* painted in full each frame */
  DtlSession *session; /* panned each frame; or NULL */
  guint n_frames;
  double before;
  double times[FRAMES];
  gboolean is_done;
} Run;

/* The program does the same: see main.c. */
static void
keep_frame_buffers (void)
{
  mallopt (M_MMAP_THRESHOLD, 256 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 256 * 1024 * 1024);
}

static void
pan (DtlSession *session)
{
  DtlViewport viewport = *dtl_session_get_viewport (session);

  dtl_viewport_pan (&viewport, PIXELS_A_FRAME);
  dtl_session_set_viewport (session, &viewport);
}

/* From one frame to the next: all that the process did between. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;
  double now = bench_get_cpu_seconds ();

  if (run->n_frames > FIRST_FRAMES)
    run->times[run->n_frames - FIRST_FRAMES - 1] = now - run->before;
  run->before = now;
  run->is_done = run->n_frames++ == FRAMES + FIRST_FRAMES;
  if (run->is_done)
    return G_SOURCE_REMOVE;
  if (run->session != NULL)
    pan (run->session);
  else
    gtk_widget_queue_draw (run->drawn);
  return G_SOURCE_CONTINUE;
}

static void
run_frames (GtkWidget *window, GtkWidget *drawn, DtlSession *session, const char *name)
{
  Run run = { .name = name, .drawn = drawn, .session = session };

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_add_tick_callback (drawn, on_tick, &run, NULL);
  while (!run.is_done)
    g_main_context_iteration (NULL, TRUE);
  bench_print (name, run.times, FRAMES);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
draw_empty (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  cairo_set_source_rgb (cr, 0.97, 0.97, 0.96);
  cairo_paint (cr);
}

static void
run_empty (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_empty, NULL, NULL);
  gtk_window_set_child (GTK_WINDOW (window), area);
  run_frames (window, area, NULL, "  an empty window, painted in full");
}

/* A tenth of the whole in view: labels, marks and ridges. */
static void
go_closer (DtlSession *session, double factor)
{
  DtlViewport viewport = *dtl_session_get_viewport (session);

  dtl_viewport_zoom (&viewport, factor, viewport.width / 3);
  dtl_session_set_viewport (session, &viewport);
}

static void
run_canvas (DtlSession *session, double closer, const char *name)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *canvas = g_object_new (DTL_TYPE_CANVAS, NULL);

  dtl_session_fit_all (session);
  dtl_canvas_set_session (DTL_CANVAS (canvas), session);
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  go_closer (session, closer);
  run_frames (window, canvas, session, name);
}

/* With header bar, sidebar and all that follows the view. */
static void
run_window (guint n, double closer, const char *name)
{
  GtkWidget *window = dtl_window_new (NULL);
  DtlSession *session = dtl_window_get_session (DTL_WINDOW (window));

  bench_timeline_fill (dtl_session_get_timeline (session), n);
  dtl_session_timeline_changed (session);
  go_closer (session, closer);
  run_frames (window, window, session, name);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  g_autoptr (DtlSession) session = NULL;

  keep_frame_buffers ();
  gtk_init ();
  session = dtl_session_new ();
  dtl_session_set_size (session, WIDTH, HEIGHT);
  bench_timeline_fill (dtl_session_get_timeline (session), n);
  dtl_session_timeline_changed (session);
  g_print ("%u events, a window of %d x %d, CPU of the process a frame:\n", n, WIDTH,
           HEIGHT);
  run_empty ();
  run_canvas (session, 1, "  the canvas panned, everything in view");
  run_canvas (session, 10, "  the canvas panned, a tenth in view");
  run_canvas (session, 1000, "  the canvas panned, a thousandth in view");
  run_window (n, 10, "  the whole window, a tenth in view");
  return 0;
}
