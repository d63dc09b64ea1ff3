#include "layout/dtl-frame.h"

#include "layout/dtl-layout-sizes.h"
#include "time/dtl-ticks.h"

#include <math.h>

/* Two labelled ticks are at least this far apart. */
#define TICK_SPACING 104.0
#define TICK_GAP 10.0

/* The finest ticks are 8 pixels apart. */
#define PIXELS_A_TICK 8

static void
add_ground (const DtlFrame *frame)
{
  dtl_frame_add (frame, (DtlItem){
                            .kind = DTL_ITEM_AXIS,
                            .bounds = { 0, frame->lanes_height, frame->viewport->width,
                                        frame->metrics->axis },
                        });
}

static void
add_tick_mark (const DtlFrame *frame, const DtlTick *tick, double x)
{
  double length = tick->major ? TICK_LENGTH : TICK_LENGTH / 2;

  dtl_frame_add (frame, (DtlItem){
                            .kind = DTL_ITEM_TICK,
                            .flags = tick->major ? DTL_ITEM_MAJOR : 0,
                            .bounds = { x, frame->lanes_height, 1, length },
                        });
  if (tick->major)
    dtl_frame_add (frame, (DtlItem){
                              .kind = DTL_ITEM_GRID,
                              .bounds = { x, 0, 1, frame->lanes_height },
                          });
}

/* In the middle under its mark; @taken is where the one before it ended. Neither edge of
 * the window cuts one: "in 1.5 G" would say something else. */
static void
add_tick_label (const DtlFrame *frame, const char *text, double x, double *taken)
{
  double width, height;

  frame->measure->text_size (frame->measure->data, DTL_FONT_TICK, text, &width, &height);
  x = round (x - width / 2);
  if (x < *taken || x + width > frame->viewport->width)
    return;

  dtl_frame_add (frame,
                 (DtlItem){
                     .kind = DTL_ITEM_TICK,
                     .flags = DTL_ITEM_MAJOR,
                     .bounds = { x, frame->lanes_height + TICK_LENGTH + AXIS_PADDING,
                                 width, height },
                     .text = text,
                     .text_width = (float) width,
                 });
  *taken = x + width + TICK_GAP;
}

/* One stretch of the context row. Its text begins at the edge of the window
 * where it begins before that, and gives way to the next one. */
static void
add_context (const DtlFrame *frame, const char *text, double start, double end)
{
  double y =
      frame->lanes_height + TICK_LENGTH + 2 * AXIS_PADDING + frame->metrics->tick_line;
  double x = MAX (start, 0) + EDGE_PADDING;
  double width, height;

  if (text == NULL || *text == '\0')
    return;
  frame->measure->text_size (frame->measure->data, DTL_FONT_CONTEXT, text, &width,
                             &height);
  x = MIN (x, end - EDGE_PADDING - width);
  if (x + width < 0)
    return;

  dtl_frame_add (frame, (DtlItem){
                            .kind = DTL_ITEM_CONTEXT,
                            .bounds = { x, y, width, height },
                            .text = text,
                            .text_width = (float) width,
                        });
}

static void
add_contexts (const DtlFrame *frame, DtlTickStep step, const GArray *ticks)
{
  g_autofree char *current = NULL;
  double start = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);
      double x = dtl_viewport_get_x (frame->viewport, tick->time);
      g_autofree char *text = NULL;

      if (!tick->major)
        continue;
      text = dtl_ticks_dup_context (step, tick->time, &frame->options->label);
      if (g_strcmp0 (text, current) == 0)
        continue;
      add_context (frame, current, start, x);
      g_free (current);
      current = g_steal_pointer (&text);
      start = x;
    }
  add_context (frame, current, start, INFINITY);
}

/* @only_within: without the major one before them. */
static void
add_ticks_between (const DtlFrame *frame,
                   DtlTickStep step,
                   DtlTime from,
                   DtlTime to,
                   gboolean only_within,
                   GArray *all)
{
  guint most = (guint) (frame->viewport->width / PIXELS_A_TICK) + 2;
  g_autoptr (GArray) ticks = NULL;

  if (from >= to)
    return;
  ticks = dtl_ticks_list (step, from, to, most, &frame->options->label);
  for (guint i = 0; i < ticks->len; i++)
    if (!only_within || g_array_index (ticks, DtlTick, i).time >= from)
      g_array_append_val (all, g_array_index (ticks, DtlTick, i));
}

/* Ticks of the window, but for those in gaps of the scale: there they would stand
 * on each other. */
static GArray *
list_ticks (const DtlFrame *frame, DtlTickStep step)
{
  const DtlViewport *viewport = frame->viewport;
  guint n_gaps;
  const DtlScaleGap *gaps = dtl_scale_get_gaps (viewport->scale, &n_gaps);
  DtlTime from = dtl_viewport_get_time (viewport, 0);
  DtlTime to = dtl_time_add (dtl_viewport_get_time (viewport, viewport->width), 1);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (DtlTick));

  for (guint i = 0; i <= n_gaps; i++)
    {
      add_ticks_between (frame, step, from, i < n_gaps ? MIN (to, gaps[i].start) : to,
                         i > 0, all);
      if (i < n_gaps)
        from = MAX (from, gaps[i].end);
    }
  return all;
}

static void
add_ticks (const DtlFrame *frame)
{
  DtlTickStep step =
      dtl_ticks_choose (frame->viewport->seconds_per_pixel, TICK_SPACING, -1);
  g_autoptr (GArray) ticks = list_ticks (frame, step);
  double taken = EDGE_PADDING - TICK_GAP;

  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);
      double x = round (dtl_viewport_get_x (frame->viewport, tick->time));
      g_autofree char *text = NULL;

      add_tick_mark (frame, tick, x);
      if (!tick->major)
        continue;
      text = dtl_ticks_dup_label (step, tick->time, &frame->options->label);
      add_tick_label (frame, text, x, &taken);
    }
  add_contexts (frame, step, ticks);
}

static void
add_gaps (const DtlFrame *frame)
{
  guint n_gaps;
  const DtlScaleGap *gaps = dtl_scale_get_gaps (frame->viewport->scale, &n_gaps);

  for (guint i = 0; i < n_gaps; i++)
    {
      double left = round (dtl_viewport_get_x (frame->viewport, gaps[i].start));
      double right = round (dtl_viewport_get_x (frame->viewport, gaps[i].end));

      dtl_frame_add (frame, (DtlItem){
                                .kind = DTL_ITEM_GAP,
                                .bounds = { left, 0, right - left, frame->lanes_height },
                            });
    }
}

static void
add_now (const DtlFrame *frame)
{
  if (!dtl_time_is_bounded (frame->options->now))
    return;

  dtl_frame_add (frame, (DtlItem){
                            .kind = DTL_ITEM_NOW,
                            .bounds = { round (dtl_viewport_get_x (frame->viewport,
                                                                   frame->options->now)),
                                        0, 1, frame->lanes_height },
                        });
}

void
dtl_frame_add_axis (const DtlFrame *frame)
{
  add_ground (frame);
  add_ticks (frame);
  add_gaps (frame);
  add_now (frame);
}
