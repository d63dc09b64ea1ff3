#include "layout/dtl-minimap.h"

#include "layout/dtl-layout-private.h"
#include "layout/dtl-layout-sizes.h"
#include "time/dtl-ticks.h"

#include <math.h>

#define SIDE 8.0 /* pixels beside the first and the last event */
#define COLUMN 2.0
#define LEAST_WINDOW 8.0
#define TICK_SPACING 120.0
#define TICK_GAP 16.0

/* A strip without room for it shows no dates. */
#define LEAST_RIDGE 14.0

/* The strip as a window on everything. */
static DtlViewport
see_everything (DtlLayout *layout, double width)
{
  const DtlLanes *lanes = dtl_layout_get_lanes (layout);
  DtlViewport whole = { .seconds_per_pixel = 1, .width = width, .height = 1 };

  whole.scale = lanes->range.scale;
  dtl_viewport_fit_between (&whole, lanes->range.start, lanes->range.end, SIDE, SIDE);
  return whole;
}

/* --- density --- */

typedef struct {
  guint32 count; /* of all lanes */
  guint32 most;  /* of the lane that has most */
  guint16 colour;
} Column;

static guint
count_in_track (const DtlTrack *track, guint *next, DtlTime until)
{
  guint first = *next;

  *next = dtl_time_index_find_from (track->index, first, until);
  return *next - first;
}

static void
add_lane (const DtlLaidLane *lane, const DtlViewport *whole, Column *columns, guint n)
{
  guint next[2] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      gint64 end = dtl_viewport_get_position (whole, (i + 1) * COLUMN);
      guint count = count_in_track (&lane->points, &next[0], end) +
                    count_in_track (&lane->bars, &next[1], end);

      columns[i].count += count;
      if (count > columns[i].most)
        {
          columns[i].most = count;
          columns[i].colour = lane->colour;
        }
    }
}

static Column *
count_columns (DtlLayout *layout, const DtlViewport *whole, guint n)
{
  const DtlLanes *lanes = dtl_layout_get_lanes (layout);
  Column *columns = g_new0 (Column, n);

  for (guint i = 0; i < lanes->lanes->len; i++)
    add_lane (lanes->lanes->pdata[i], whole, columns, n);
  return columns;
}

/* By the root of the number: one event is seen beside a thousand, and where most
 * is going on stands out. */
static void
add_density (DtlLayout *layout,
             const DtlViewport *whole,
             double height,
             DtlSceneBuilder *builder)
{
  guint n = (guint) ceil (whole->width / COLUMN), most = 1;
  g_autofree Column *columns = count_columns (layout, whole, n);

  for (guint i = 0; i < n; i++)
    most = MAX (most, columns[i].count);
  for (guint i = 0; i < n; i++)
    {
      double amount = sqrt ((double) columns[i].count / most);
      double top = floor (height - MAX (1, amount * height));
      DtlItem item = { .kind = DTL_ITEM_DENSITY,
                       .colour = columns[i].colour,
                       .amount = (float) amount,
                       .count = columns[i].count,
                       .bounds = { i * COLUMN, top, COLUMN, height - top } };

      if (columns[i].count > 0)
        dtl_scene_builder_add (builder, &item);
    }
}

/* --- dates --- */

/* Dates from @room->left on that end before @room->right. */
typedef struct {
  double left, right;
} Room;

static void
add_date (DtlLayout *layout,
          const char *text,
          double x,
          double y,
          Room *room,
          DtlSceneBuilder *builder)
{
  const DtlMeasure *measure = dtl_layout_get_measure (layout);
  DtlItem item = { .kind = DTL_ITEM_TICK, .flags = DTL_ITEM_MAJOR, .text = text };
  double width, height;

  measure->text_size (measure->data, DTL_FONT_TICK, text, &width, &height);
  x = round (x - width / 2);
  if (x < room->left || x + width > room->right)
    return;
  item.bounds = (DtlRect){ x, y, width, height };
  item.text_width = (float) width;
  dtl_scene_builder_add (builder, &item);
  room->left = x + width + TICK_GAP;
}

static void
add_dates (DtlLayout *layout,
           const DtlViewport *whole,
           const DtlLayoutOptions *options,
           double y,
           DtlSceneBuilder *builder)
{
  DtlTickStep step = dtl_ticks_choose (whole->seconds_per_pixel, TICK_SPACING, -1);
  DtlTime from = dtl_viewport_get_time (whole, 0);
  DtlTime to = dtl_viewport_get_time (whole, whole->width);
  g_autoptr (GArray) ticks =
      dtl_ticks_list (step, from, to, (guint) whole->width + 1, &options->label);
  Room room = { 0, whole->width };

  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);
      g_autofree char *text = NULL;

      if (!tick->major)
        continue;
      text = dtl_ticks_dup_label (step, tick->time, &options->label);
      add_date (layout, text, dtl_viewport_get_x (whole, tick->time), y, &room, builder);
    }
}

DtlScene *
dtl_minimap_run (DtlLayout *layout,
                 const DtlLayoutOptions *options,
                 double width,
                 double height)
{
  const DtlLayoutMetrics *metrics = dtl_layout_get_metrics (layout);
  DtlSceneBuilder *builder = dtl_scene_builder_new (width, height);
  DtlViewport whole = see_everything (layout, width);
  double ridge = height - metrics->tick_line - AXIS_PADDING;
  DtlItem ground = { .kind = DTL_ITEM_LANE, .bounds = { 0, 0, width, height } };
  DtlScene *scene;

  dtl_scene_builder_add (builder, &ground);
  if (ridge < LEAST_RIDGE)
    ridge = height;
  else
    add_dates (layout, &whole, options, ridge + AXIS_PADDING / 2, builder);
  add_density (layout, &whole, ridge, builder);

  scene = dtl_scene_builder_end (builder);
  dtl_scene_builder_free (builder);
  return scene;
}

/* --- the window --- */

static void
find_window (DtlLayout *layout,
             const DtlViewport *viewport,
             double width,
             double *ret_left,
             double *ret_right)
{
  DtlViewport whole = see_everything (layout, width);
  double left = dtl_viewport_get_x_at (&whole, dtl_viewport_get_position (viewport, 0));
  double right =
      dtl_viewport_get_x_at (&whole,
                             dtl_viewport_get_position (viewport, viewport->width));
  double middle = (left + right) / 2;
  double half = MAX (right - left, LEAST_WINDOW) / 2;

  middle = CLAMP (middle, MIN (LEAST_WINDOW / 2, width / 2),
                  MAX (width - LEAST_WINDOW / 2, width / 2));
  *ret_left = CLAMP (floor (middle - half), 0, width);
  *ret_right = CLAMP (ceil (middle + half), *ret_left, width);
}

DtlScene *
dtl_minimap_run_window (DtlLayout *layout,
                        const DtlViewport *viewport,
                        double width,
                        double height)
{
  DtlSceneBuilder *builder = dtl_scene_builder_new (width, height);
  DtlItem item = { .kind = DTL_ITEM_SHADE };
  double left, right;
  DtlScene *scene;

  find_window (layout, viewport, width, &left, &right);
  item.bounds = (DtlRect){ 0, 0, left, height };
  dtl_scene_builder_add (builder, &item);
  item.bounds = (DtlRect){ right, 0, width - right, height };
  dtl_scene_builder_add (builder, &item);
  item.kind = DTL_ITEM_WINDOW;
  item.bounds = (DtlRect){ left, 0, right - left, height };
  dtl_scene_builder_add (builder, &item);

  scene = dtl_scene_builder_end (builder);
  dtl_scene_builder_free (builder);
  return scene;
}

DtlTime
dtl_minimap_get_time (DtlLayout *layout, double width, double x)
{
  DtlViewport whole = see_everything (layout, width);

  return dtl_viewport_get_time (&whole, x);
}

void
dtl_minimap_center (DtlLayout *layout, double width, double x, DtlViewport *viewport)
{
  DtlTime time = dtl_minimap_get_time (layout, width, x);

  dtl_viewport_pan (viewport, dtl_viewport_get_x (viewport, time) - viewport->width / 2);
}
