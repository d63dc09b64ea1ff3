#include "canvas-walk.h"

#include <math.h>

#define ORDERS_OF_MAGNITUDE 1e4
#define MIDDLE (CANVAS_STEPS / 3)
#define PAN 41
#define ROUNDS 8
#define JUMPS 50

static GArray *
create_list (void)
{
  return g_array_new (FALSE, FALSE, sizeof (CanvasFrame));
}

static void
add (GArray *frames, const char *kind, const DtlViewport *viewport)
{
  CanvasFrame frame = { kind, *viewport };

  g_array_append_val (frames, frame);
}

static DtlViewport
fit_all (DtlTimeline *timeline, const DtlViewport *size)
{
  DtlViewport viewport = *size;
  DtlTime start = 0, end = 1;

  dtl_timeline_get_range (timeline, &start, &end);
  dtl_viewport_fit (&viewport, start, end);
  return viewport;
}

/* Where a random event lies while everything is seen. */
static double
choose_place (DtlTimeline *timeline, const DtlViewport *whole, GRand *rand)
{
  guint n = dtl_timeline_get_n_events (timeline);
  DtlEvent event;

  dtl_timeline_get_event (timeline, (guint) g_rand_int_range (rand, 0, (gint32) n),
                          &event);
  return dtl_viewport_get_x (whole, event.extent.start);
}

static void
zoom (GArray *frames, DtlViewport *viewport, double sign, double x, guint steps)
{
  for (guint i = 0; i < steps; i++)
    {
      dtl_viewport_zoom (viewport, pow (ORDERS_OF_MAGNITUDE, sign / CANVAS_STEPS), x);
      add (frames, sign > 0 ? "zoomin" : "zoomout", viewport);
    }
}

static void
pan (GArray *frames, DtlViewport *viewport, double pixels)
{
  for (guint i = 0; i < CANVAS_STEPS; i++)
    {
      dtl_viewport_pan (viewport, pixels);
      add (frames, "pan", viewport);
    }
}

GArray *
canvas_walk_zoom (DtlTimeline *timeline, const DtlViewport *size, GRand *rand)
{
  GArray *frames = create_list ();
  DtlViewport viewport = fit_all (timeline, size);

  add (frames, "start", &viewport);
  zoom (frames, &viewport, 1, choose_place (timeline, &viewport, rand), CANVAS_STEPS);
  return frames;
}

GArray *
canvas_walk_pan (DtlTimeline *timeline, const DtlViewport *size, GRand *rand)
{
  GArray *frames = create_list ();
  DtlViewport viewport = fit_all (timeline, size);

  dtl_viewport_zoom (&viewport, 20, choose_place (timeline, &viewport, rand));
  add (frames, "start", &viewport);
  pan (frames, &viewport, -PAN);
  return frames;
}

GArray *
canvas_walk_jump (DtlTimeline *timeline, const DtlViewport *size, guint n, GRand *rand)
{
  GArray *frames = create_list ();

  for (guint i = 0; i < n; i++)
    {
      DtlViewport viewport = fit_all (timeline, size);

      dtl_viewport_zoom (&viewport, pow (ORDERS_OF_MAGNITUDE, g_rand_double (rand)),
                         choose_place (timeline, &viewport, rand));
      add (frames, "jump", &viewport);
    }

  return frames;
}

static void
add_round (GArray *frames, DtlTimeline *timeline, const DtlViewport *size, GRand *rand)
{
  DtlViewport viewport = fit_all (timeline, size);
  double x = choose_place (timeline, &viewport, rand);

  add (frames, "start", &viewport);
  zoom (frames, &viewport, 1, x, MIDDLE);
  pan (frames, &viewport, -PAN);
  pan (frames, &viewport, PAN);
  zoom (frames, &viewport, 1, x, CANVAS_STEPS - MIDDLE);
  zoom (frames, &viewport, -1, x, CANVAS_STEPS);
}

GArray *
canvas_walk_everywhere (DtlTimeline *timeline, const DtlViewport *size, GRand *rand)
{
  GArray *frames = create_list ();
  g_autoptr (GArray) jumps = canvas_walk_jump (timeline, size, JUMPS, rand);

  for (guint i = 0; i < ROUNDS; i++)
    add_round (frames, timeline, size, rand);
  for (guint i = 0; i < 2; i++)
    g_array_append_vals (frames, jumps->data, jumps->len);
  return frames;
}
