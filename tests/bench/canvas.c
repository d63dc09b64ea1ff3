/* What a frame of the canvas costs, by how many events there are.
 *
 * canvas [--events N] [--width PX] [--height PX] [--trace FILE]
 *
 * The events: 70 % points, 30 % intervals over 500 years, ever denser towards
 * the end, titles of 20 to 60 letters. --trace writes where the labels of a
 * walk lie, one frame a line, for the checker of labels. */

#include "bench/bench.h"
#include "layout/dtl-layout.h"
#include "render/dtl-painter.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define YEARS 500
#define STEPS 60
#define JUMPS 200

typedef struct {
  DtlTimeline *timeline;
  DtlLayout *layout;
  DtlViewport viewport;
  DtlLayoutOptions options;
  GRand *rand;
  FILE *trace;

  PangoContext *context;
  DtlPainter *painter;
  cairo_surface_t *surface;
} Canvas;

static char *
create_title (GRand *rand)
{
  int letters = g_rand_int_range (rand, 20, 61);
  char *title = g_malloc ((gsize) letters + 1);

  for (int i = 0; i < letters; i++)
    title[i] = (char) (i % 7 == 6 ? ' ' : 'a' + g_rand_int_range (rand, 0, 26));
  title[letters] = '\0';
  return title;
}

static DtlExtent
create_extent (GRand *rand)
{
  double year = YEARS * (1 - pow (g_rand_double (rand), 2.5));
  gint64 day = (gint64) ((year - YEARS) * 365.2425);
  DtlExtent extent = dtl_extent_from_days (day, day, DTL_PRECISION_DAY);

  if (g_rand_double (rand) < 0.3)
    {
      gint64 days = 1 + (gint64) (365 * 40 * pow (g_rand_double (rand), 6));
      DtlExtent last = dtl_extent_from_days (day + days, day + days, DTL_PRECISION_DAY);

      extent = dtl_extent_span (&extent, &last);
    }

  return extent;
}

static DtlTimeline *
create_timeline (guint n, GRand *rand)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  DtlId lane = dtl_timeline_add_lane (timeline, "Events");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = create_title (rand);
      DtlEvent event = { .lane = lane,
                         .title = title,
                         .importance = (float) g_rand_double (rand) };

      event.extent = create_extent (rand);
      dtl_timeline_add_event (timeline, &event);
    }

  return timeline;
}

static void
run_layout (gpointer data)
{
  Canvas *canvas = data;

  dtl_scene_unref (dtl_layout_run (canvas->layout, &canvas->viewport, &canvas->options));
}

static void
start_layout (gpointer data)
{
  Canvas *canvas = data;

  dtl_layout_free (canvas->layout);
  canvas->layout =
      dtl_layout_new (canvas->timeline, dtl_painter_get_measure (canvas->painter));
  run_layout (canvas);
}

static void
fit_all (Canvas *canvas)
{
  DtlTime start = 0, end = 0;

  dtl_timeline_get_range (canvas->timeline, &start, &end);
  dtl_viewport_fit (&canvas->viewport, start, end);
}

static void
pan (gpointer data)
{
  Canvas *canvas = data;

  dtl_viewport_pan (&canvas->viewport, 32);
  run_layout (canvas);
}

/* Four orders of magnitude in STEPS. */
static void
zoom_in (gpointer data)
{
  Canvas *canvas = data;

  dtl_viewport_zoom (&canvas->viewport, pow (1e4, 1.0 / STEPS),
                     canvas->viewport.width * 0.6);
  run_layout (canvas);
}

static void
zoom_out (gpointer data)
{
  Canvas *canvas = data;

  dtl_viewport_zoom (&canvas->viewport, pow (1e-4, 1.0 / STEPS),
                     canvas->viewport.width * 0.6);
  run_layout (canvas);
}

static void
jump (gpointer data)
{
  Canvas *canvas = data;

  fit_all (canvas);
  dtl_viewport_zoom (&canvas->viewport, pow (1e4, g_rand_double (canvas->rand)),
                     canvas->viewport.width * g_rand_double (canvas->rand));
  dtl_layout_drop_measures (canvas->layout);
  run_layout (canvas);
}

static void
paint (Canvas *canvas)
{
  g_autoptr (DtlScene) scene =
      dtl_layout_run (canvas->layout, &canvas->viewport, &canvas->options);
  cairo_t *cr = cairo_create (canvas->surface);

  dtl_painter_paint (canvas->painter, cr, scene, dtl_theme_get ("light"));
  cairo_destroy (cr);
}

static void
pan_and_paint (gpointer data)
{
  Canvas *canvas = data;

  dtl_viewport_pan (&canvas->viewport, 32);
  paint (canvas);
}

static void
zoom_in_and_paint (gpointer data)
{
  Canvas *canvas = data;

  dtl_viewport_zoom (&canvas->viewport, pow (1e4, 1.0 / STEPS),
                     canvas->viewport.width * 0.6);
  paint (canvas);
}

static void
go_to_the_middle (Canvas *canvas)
{
  fit_all (canvas);
  dtl_viewport_zoom (&canvas->viewport, 20, canvas->viewport.width * 0.6);
}

static void
time_layout (Canvas *canvas)
{
  fit_all (canvas);
  bench_run ("  layout: index and first frame", 3, 1, start_layout, canvas);
  bench_run ("  layout: the same frame again", STEPS, 1, run_layout, canvas);
  go_to_the_middle (canvas);
  bench_run ("  layout: pan", STEPS, 1, pan, canvas);
  fit_all (canvas);
  bench_run ("  layout: zoom in, nothing known", STEPS, 1, zoom_in, canvas);
  bench_run ("  layout: zoom out", STEPS, 1, zoom_out, canvas);
  fit_all (canvas);
  bench_run ("  layout: zoom in again", STEPS, 1, zoom_in, canvas);
  bench_run ("  layout: jump, nothing known", JUMPS, 1, jump, canvas);
}

static void
time_paint (Canvas *canvas)
{
  go_to_the_middle (canvas);
  bench_run ("  layout and paint: pan", STEPS, 1, pan_and_paint, canvas);
  go_to_the_middle (canvas);
  bench_run ("  layout and paint: pan again", STEPS, 1, pan_and_paint, canvas);
  fit_all (canvas);
  bench_run ("  layout and paint: zoom in", STEPS, 1, zoom_in_and_paint, canvas);
  fit_all (canvas);
  bench_run ("  layout and paint: zoom in again", STEPS, 1, zoom_in_and_paint, canvas);
}

static void
time_frames (Canvas *canvas, guint n)
{
  canvas->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  canvas->painter = dtl_painter_new (canvas->context, NULL);
  canvas->surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) canvas->viewport.width,
                                  (int) canvas->viewport.height);

  printf ("%u events, %.0fx%.0f\n", n, canvas->viewport.width, canvas->viewport.height);
  time_layout (canvas);
  time_paint (canvas);
  printf ("  peak memory %.0f MiB\n", bench_get_peak_mib ());

  g_clear_pointer (&canvas->layout, dtl_layout_free);
  cairo_surface_destroy (canvas->surface);
  dtl_painter_free (canvas->painter);
  g_object_unref (canvas->context);
}

/* --- traces --- */

static void
write_frame (const Canvas *canvas, const char *kind)
{
  g_autoptr (GArray) boxes =
      dtl_layout_list_boxes (canvas->layout, &canvas->viewport, &canvas->options);

  fprintf (canvas->trace,
           "{\"kind\": \"%s\", \"t0\": %" G_GINT64_FORMAT ", \"t1\": %" G_GINT64_FORMAT
           ", \"w\": %.0f, \"labels\": [",
           kind, dtl_viewport_get_time (&canvas->viewport, 0),
           dtl_viewport_get_time (&canvas->viewport, canvas->viewport.width),
           canvas->viewport.width);
  for (guint i = 0; i < boxes->len; i++)
    {
      const DtlLabelBox *box = &g_array_index (boxes, DtlLabelBox, i);

      fprintf (canvas->trace, "%s[%u, %.2f, %.2f, %.2f, %.2f]", i > 0 ? ", " : "",
               box->event, box->bounds.x, box->bounds.y, box->bounds.width,
               box->bounds.height);
    }
  fputs ("]}\n", canvas->trace);
}

/* Steps of one kind, then the same way back. */
static void
walk (Canvas *canvas, double factor, double at, double pixels, guint steps)
{
  for (guint i = 0; i < steps; i++)
    {
      dtl_viewport_zoom (&canvas->viewport, factor, canvas->viewport.width * at);
      dtl_viewport_pan (&canvas->viewport, pixels);
      write_frame (canvas, pixels != 0 ? "pan" : factor > 1 ? "zoomin" : "zoomout");
    }
}

static void
write_trace (Canvas *canvas)
{
  for (int i = 0; i < 8; i++)
    {
      double at = g_rand_double_range (canvas->rand, 0.1, 0.9);

      fit_all (canvas);
      write_frame (canvas, "start");
      walk (canvas, pow (1e4, 1.0 / STEPS), at, 0, STEPS / 4);
      walk (canvas, 1, 0, 41, STEPS);
      walk (canvas, 1, 0, -41, STEPS);
      walk (canvas, pow (1e4, 1.0 / STEPS), at, 0, STEPS * 3 / 4);
      walk (canvas, 1, 0, 41, STEPS);
      walk (canvas, 1, 0, -41, STEPS);
      walk (canvas, pow (1e-4, 1.0 / STEPS), at, 0, STEPS);
    }
}

static gboolean
trace_to (Canvas *canvas, const char *path)
{
  canvas->trace = fopen (path, "w");
  if (canvas->trace == NULL)
    {
      fprintf (stderr, "canvas: cannot write %s\n", path);
      return FALSE;
    }
  write_trace (canvas);
  return fclose (canvas->trace) == 0;
}

static gboolean
run (guint n, int width, int height, const char *trace)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (DtlTimeline) timeline = create_timeline (n, rand);
  Canvas canvas = { .timeline = timeline, .rand = rand };
  gboolean done = TRUE;

  canvas.viewport =
      (DtlViewport){ .seconds_per_pixel = 1, .width = width, .height = height };
  canvas.options =
      (DtlLayoutOptions){ .label = DTL_LABEL_STYLE_INIT, .now = DTL_TIME_PAST };
  if (trace == NULL)
    time_frames (&canvas, n);
  else
    {
      canvas.layout = dtl_layout_new (timeline, &dtl_measure_counting);
      done = trace_to (&canvas, trace);
    }
  dtl_layout_free (canvas.layout);

  return done;
}

int
main (int argc, char **argv)
{
  static const guint usual[] = { 1000, 100000, 1000000 };
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
  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    run (usual[i], width, height, NULL);

  return 0;
}
