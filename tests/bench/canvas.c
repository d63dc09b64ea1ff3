/* What a frame of the canvas costs, by how many events there are.
 *
 * canvas [--events N] [--width PX] [--height PX] [--trace FILE]
 *
 * Our own work (query, layout, recording) and painting are told apart. --trace
 * writes where the labels of a walk lie, one frame a line, for the checker of
 * labels. */

#include "bench/bench.h"
#include "canvas-events.h"
#include "canvas-walk.h"
#include "layout/dtl-time-index.h"
#include "render/dtl-painter.h"

#include <malloc.h>
#include <pango/pangocairo.h>
#include <stdio.h>

#define JUMPS 200

typedef struct {
  DtlTimeline *timeline;
  guint n_events;
  gsize text_bytes;
  gsize bytes_before; /* in use when there was no timeline yet */
  DtlViewport size;
  DtlLayoutOptions options;
  GRand *rand;

  DtlLayout *layout;
  PangoContext *context;
  DtlPainter *painter;
  cairo_surface_t *surface;
} Canvas;

static gsize
get_bytes_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

/* --- frames --- */

static DtlScene *
run_layout (Canvas *canvas, const CanvasFrame *frame)
{
  return dtl_layout_run (canvas->layout, &frame->viewport, &canvas->options);
}

static void
paint (Canvas *canvas, const DtlScene *scene)
{
  cairo_t *cr = cairo_create (canvas->surface);

  dtl_painter_paint (canvas->painter, cr, scene, dtl_theme_get ("light"));
  cairo_destroy (cr);
}

/* Of the frames but those that are "start", which stand there before anything
 * moves; @cold: nothing is known at any of them. */
static void
time_frames (Canvas *canvas, const char *name, const GArray *frames, gboolean cold)
{
  g_autofree double *own = g_new (double, frames->len);
  g_autofree double *painting = g_new (double, frames->len);
  g_autofree char *own_name = g_strdup_printf ("  %s: own work", name);
  g_autofree char *painting_name = g_strdup_printf ("  %s: painting", name);
  guint n = 0;

  for (guint i = 0; i < frames->len; i++)
    {
      const CanvasFrame *frame = &g_array_index (frames, CanvasFrame, i);
      g_autoptr (DtlScene) scene = NULL;
      double before;

      if (cold)
        dtl_layout_drop_measures (canvas->layout);
      before = bench_get_cpu_seconds ();
      scene = run_layout (canvas, frame);
      own[n] = bench_get_cpu_seconds () - before;
      before = bench_get_cpu_seconds ();
      paint (canvas, scene);
      painting[n] = bench_get_cpu_seconds () - before;
      n += g_str_equal (frame->kind, "start") ? 0 : 1;
    }
  bench_print (own_name, own, n);
  bench_print (painting_name, painting, n);
}

static void
start_layout (gpointer data)
{
  Canvas *canvas = data;

  dtl_layout_free (canvas->layout);
  canvas->layout =
      dtl_layout_new (canvas->timeline, dtl_painter_get_measure (canvas->painter));
}

static void
time_walks (Canvas *canvas)
{
  g_autoptr (GArray) zoom =
      canvas_walk_zoom (canvas->timeline, &canvas->size, canvas->rand);
  g_autoptr (GArray) pan =
      canvas_walk_pan (canvas->timeline, &canvas->size, canvas->rand);
  g_autoptr (GArray) jump =
      canvas_walk_jump (canvas->timeline, &canvas->size, JUMPS, canvas->rand);

  time_frames (canvas, "pan", pan, FALSE);
  time_frames (canvas, "pan again", pan, FALSE);
  time_frames (canvas, "zoom", zoom, FALSE);
  time_frames (canvas, "zoom again", zoom, FALSE);
  time_frames (canvas, "jump, nothing cached", jump, TRUE);
}

/* --- the index --- */

/* As a lane would hold all events. */
typedef struct {
  DtlTimeColumns columns;
  DtlTimeIndex *index;
} Index;

static void
build_index (gpointer data)
{
  Index *index = data;

  g_clear_pointer (&index->index, dtl_time_index_free);
  index->index = dtl_time_index_new (&index->columns);
}

static void
time_index (const Canvas *canvas)
{
  Index index = { .columns.n = canvas->n_events };
  const DtlId *lanes;
  gsize before = get_bytes_in_use ();

  dtl_timeline_get_columns (canvas->timeline, &index.columns.times, &index.columns.ends,
                            &index.columns.ranks, &lanes);
  bench_run ("  index, beside the sort", 3, 1, build_index, &index);
  printf ("  index: %.1f bytes an event\n",
          (double) (get_bytes_in_use () - before) / canvas->n_events);
  dtl_time_index_free (index.index);
}

static void
print_memory (const Canvas *canvas, const char *what)
{
  gsize bytes = get_bytes_in_use () - canvas->bytes_before - canvas->text_bytes;

  printf ("  %s: %.1f bytes an event without its text\n", what,
          (double) bytes / canvas->n_events);
}

static void
time_all (Canvas *canvas)
{
  const CanvasFrame first = { "start", canvas->size };

  canvas->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  canvas->painter = dtl_painter_new (canvas->context, NULL);
  canvas->surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) canvas->size.width,
                                  (int) canvas->size.height);

  printf ("%u events, %.0fx%.0f\n", canvas->n_events, canvas->size.width,
          canvas->size.height);
  time_index (canvas);
  print_memory (canvas, "timeline");
  start_layout (canvas);
  dtl_scene_unref (run_layout (canvas, &first));
  print_memory (canvas, "timeline and layout");
  time_walks (canvas);
  printf ("  peak memory %.0f MiB\n", bench_get_peak_mib ());

  g_clear_pointer (&canvas->layout, dtl_layout_free);
}

/* --- traces --- */

static void
write_labels (Canvas *canvas, const CanvasFrame *frame, FILE *trace)
{
  g_autoptr (GArray) boxes =
      dtl_layout_list_boxes (canvas->layout, &frame->viewport, &canvas->options);

  for (guint i = 0; i < boxes->len; i++)
    {
      const DtlLabelBox *box = &g_array_index (boxes, DtlLabelBox, i);

      fprintf (trace, "%s[%u, %.2f, %.2f, %.2f, %.2f]", i > 0 ? ", " : "", box->event,
               box->bounds.x, box->bounds.y, box->bounds.width, box->bounds.height);
    }
}

static void
write_frame (Canvas *canvas, const CanvasFrame *frame, FILE *trace)
{
  const DtlViewport *viewport = &frame->viewport;

  fprintf (trace,
           "{\"kind\": \"%s\", \"t0\": %" G_GINT64_FORMAT ", \"t1\": %" G_GINT64_FORMAT
           ", \"w\": %.0f, \"labels\": [",
           frame->kind, dtl_viewport_get_time (viewport, 0),
           dtl_viewport_get_time (viewport, viewport->width), viewport->width);
  write_labels (canvas, frame, trace);
  fputs ("]}\n", trace);
}

static gboolean
write_trace (Canvas *canvas, const char *path)
{
  g_autoptr (GArray) frames =
      canvas_walk_everywhere (canvas->timeline, &canvas->size, canvas->rand);
  FILE *trace = fopen (path, "w");

  if (trace == NULL)
    {
      fprintf (stderr, "canvas: cannot write %s\n", path);
      return FALSE;
    }

  canvas->layout = dtl_layout_new (canvas->timeline, &dtl_measure_counting);
  for (guint i = 0; i < frames->len; i++)
    write_frame (canvas, &g_array_index (frames, CanvasFrame, i), trace);
  g_clear_pointer (&canvas->layout, dtl_layout_free);
  return fclose (trace) == 0;
}

/* What the fonts take is no part of the events' memory. */
static void
start_canvas (Canvas *canvas, guint n, int width, int height)
{
  canvas->size =
      (DtlViewport){ .seconds_per_pixel = 1, .width = width, .height = height };
  canvas->options =
      (DtlLayoutOptions){ .label = DTL_LABEL_STYLE_INIT, .now = DTL_TIME_PAST };
  canvas->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  canvas->painter = dtl_painter_new (canvas->context, NULL);
  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  canvas->rand = g_rand_new_with_seed (6);

  canvas->bytes_before = get_bytes_in_use ();
  canvas->n_events = n;
  canvas->timeline = canvas_events_new (n, canvas->rand, &canvas->text_bytes);
}

static void
end_canvas (Canvas *canvas)
{
  dtl_timeline_unref (canvas->timeline);
  g_rand_free (canvas->rand);
  cairo_surface_destroy (canvas->surface);
  dtl_painter_free (canvas->painter);
  g_object_unref (canvas->context);
}

static gboolean
run (guint n, int width, int height, const char *trace)
{
  Canvas canvas = { 0 };
  gboolean done = TRUE;

  start_canvas (&canvas, n, width, height);
  if (trace == NULL)
    time_all (&canvas);
  else
    done = write_trace (&canvas, trace);
  end_canvas (&canvas);

  return done;
}

static void
run_usual (void)
{
  static const guint events[] = { 1000, 100000, 1000000 };
  static const int sizes[][2] = { { 1920, 1080 }, { 3840, 2160 } };

  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
      run (events[i], sizes[j][0], sizes[j][1], NULL);
}

int
main (int argc, char **argv)
{
  int events = 0, width = 1920, height = 1080;
  g_autofree char *trace = NULL;
  const GOptionEntry entries[] = {
    { "events", 0, 0, G_OPTION_ARG_INT, &events, "how many events", "N" },
    { "width", 0, 0, G_OPTION_ARG_INT, &width, "of the window", "PX" },
    { "height", 0, 0, G_OPTION_ARG_INT, &height, "of the window", "PX" },
    { "trace", 0, 0, G_OPTION_ARG_FILENAME, &trace, "write where labels lie", "FILE" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "canvas: %s\n", error->message);
      return 2;
    }

  if (events > 0 || trace != NULL)
    return run (events > 0 ? (guint) events : 1000, width, height, trace) ? 0 : 1;
  run_usual ();
  return 0;
}
