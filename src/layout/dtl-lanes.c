#include "layout/dtl-lanes.h"

#include "layout/dtl-layout-sizes.h"

#include <math.h>

/* Rows of labels that a lane may use. */
#define FEWEST_ROWS 4
#define MOST_ROWS 32

#define FEW_BARS 16

/* What rows may be moved apart where a window has room for it. */
#define MOST_EXTRA_PITCH 18.0

static double
measure_line (const DtlMeasure *measure, DtlFont font)
{
  double width, height = 0;

  measure->text_size (measure->data, font, "Ág", &width, &height);
  return height;
}

void
dtl_layout_metrics_init (DtlLayoutMetrics *metrics, const DtlMeasure *measure)
{
  metrics->title_line = measure_line (measure, DTL_FONT_LABEL);
  metrics->date_line = measure_line (measure, DTL_FONT_DETAIL);
  metrics->label = metrics->title_line + metrics->date_line + 2 * DTL_LABEL_PADDING_Y;
  metrics->tick_line = measure_line (measure, DTL_FONT_TICK);
  metrics->context_line = measure_line (measure, DTL_FONT_CONTEXT);
  metrics->axis =
      ceil (TICK_LENGTH + metrics->tick_line + metrics->context_line + 3 * AXIS_PADDING);
  metrics->lane_line =
      ceil (measure_line (measure, DTL_FONT_LANE) + 2 * LANE_TITLE_PADDING);
}

static void
free_lane (gpointer data)
{
  DtlLaidLane *lane = data;

  dtl_track_clear (&lane->points);
  dtl_track_clear (&lane->bars);
  g_free (lane->title);
  g_free (lane);
}

static DtlLaidLane *
create_lane (DtlId id, const char *title, guint position, DtlWordsCache *words)
{
  DtlLaidLane *lane = g_new0 (DtlLaidLane, 1);

  lane->id = id;
  lane->title = g_strdup (title);
  lane->colour = (guint16) position;
  dtl_track_init (&lane->points, FALSE, words);
  dtl_track_init (&lane->bars, TRUE, words);
  return lane;
}

/* By id. */
static GHashTable *
create_lanes (DtlLanes *lanes, DtlTimeline *timeline, DtlWordsCache *words)
{
  GHashTable *by_id = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < dtl_timeline_get_n_lanes (timeline); i++)
    {
      DtlLane model;
      DtlLaidLane *lane;

      dtl_timeline_get_lane (timeline, i, &model);
      lane = create_lane (model.id, model.title, i, words);
      g_hash_table_insert (by_id, GUINT_TO_POINTER (model.id), lane);
      g_ptr_array_add (lanes->lanes, lane);
    }

  return by_id;
}

static void
add_events (DtlLanes *lanes, DtlTimeline *timeline, GHashTable *by_id)
{
  guint n = dtl_timeline_get_n_events (timeline);

  for (guint position = 0; position < n; position++)
    {
      DtlLaidLane *lane;
      DtlEvent event;
      DtlMark mark;

      dtl_timeline_get_event (timeline, position, &event);
      mark = dtl_mark_from_extent (&event.extent, &lanes->range);
      lane = g_hash_table_lookup (by_id, GUINT_TO_POINTER (event.lane));
      dtl_track_add (mark.bar ? &lane->bars : &lane->points, position, mark.start,
                     mark.end, event.importance);
    }
}

DtlLanes *
dtl_lanes_new (DtlTimeline *timeline, DtlWordsCache *words)
{
  DtlLanes *lanes = g_new0 (DtlLanes, 1);
  g_autoptr (GHashTable) by_id = NULL;

  lanes->lanes = g_ptr_array_new_with_free_func (free_lane);
  if (!dtl_timeline_get_range (timeline, &lanes->range.start, &lanes->range.end))
    lanes->range = (DtlMarkRange){ 0, 1 };

  by_id = create_lanes (lanes, timeline, words);
  add_events (lanes, timeline, by_id);

  for (guint i = lanes->lanes->len; i-- > 0;)
    {
      DtlLaidLane *lane = lanes->lanes->pdata[i];

      dtl_track_index (&lane->points);
      dtl_track_index (&lane->bars);
      if (dtl_track_get_n_events (&lane->points) + dtl_track_get_n_events (&lane->bars) ==
          0)
        g_ptr_array_remove_index (lanes->lanes, i);
    }

  return lanes;
}

void
dtl_lanes_free (DtlLanes *lanes)
{
  if (lanes == NULL)
    return;
  g_ptr_array_unref (lanes->lanes);
  g_free (lanes);
}

void
dtl_lanes_drop_tiles (DtlLanes *lanes)
{
  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      DtlLaidLane *lane = lanes->lanes->pdata[i];

      dtl_track_drop_tiles (&lane->points);
      dtl_track_drop_tiles (&lane->bars);
    }
}

static gboolean
has_title (const DtlLanes *lanes)
{
  return lanes->lanes->len > 1;
}

static double
get_bar_row_height (const DtlLayoutMetrics *metrics)
{
  return BAR_HEIGHT + BAR_LABEL_GAP + metrics->label;
}

/* Of a lane with @n_points rows of points above its baseline and @n_bars of
 * bars under it, as close as they may be. */
static double
get_least_height (const DtlLanes *lanes,
                  const DtlLayoutMetrics *metrics,
                  guint n_points,
                  guint n_bars)
{
  double height = 2 * LANE_PADDING + ROOM_BELOW_BASELINE;

  if (has_title (lanes))
    height += metrics->lane_line;
  height += n_points > 0 ? ROOM_ABOVE_BASELINE + n_points * (metrics->label + ROW_GAP)
                         : MARK_SIZE;
  height += n_bars * (get_bar_row_height (metrics) + ROW_GAP);

  return height;
}

/* Of @rows for labels those that bars may take. Few of them may take half,
 * many take what is theirs by number, a bar needing about twice the room. */
static double
share_rows (const DtlLaidLane *lane, double rows)
{
  guint n_points = dtl_track_get_n_events (&lane->points);
  guint n_bars = dtl_track_get_n_events (&lane->bars);
  double share = 2.0 * n_bars / (2.0 * n_bars + n_points);

  if (n_points == 0)
    return rows;
  return rows * CLAMP (share, n_bars <= FEW_BARS ? 0.5 : 0.25, 0.6);
}

/* Points get what bars leave. */
static void
set_rows (const DtlLanes *lanes,
          DtlLaidLane *lane,
          const DtlLayoutMetrics *metrics,
          double height,
          double first_zoom)
{
  double point_row = metrics->label + ROW_GAP;
  double bar_row = get_bar_row_height (metrics) + ROW_GAP;
  double room = height - get_least_height (lanes, metrics, 0, 0) - ROOM_ABOVE_BASELINE;
  double rows = CLAMP (floor (room / point_row), FEWEST_ROWS, MOST_ROWS);

  dtl_track_set_rows (&lane->bars,
                      (guint) MAX (1, share_rows (lane, rows) * point_row / bar_row),
                      first_zoom);
  rows -= ceil (dtl_track_get_n_rows (&lane->bars) * bar_row / point_row);
  dtl_track_set_rows (&lane->points, (guint) MAX (1, rows), first_zoom);
}

static void
place_in_lane (const DtlLanes *lanes,
               DtlLaidLane *lane,
               const DtlLayoutMetrics *metrics,
               double extra_pitch)
{
  guint n_points = dtl_track_get_n_rows (&lane->points);
  guint n_bars = dtl_track_get_n_rows (&lane->bars);

  lane->point_pitch = metrics->label + ROW_GAP + extra_pitch;
  lane->bar_pitch = get_bar_row_height (metrics) + ROW_GAP + extra_pitch;
  lane->height = get_least_height (lanes, metrics, n_points, n_bars) +
                 (n_points + n_bars) * extra_pitch;
  lane->first_row = ROOM_BELOW_BASELINE;
  lane->baseline = LANE_PADDING + (has_title (lanes) ? metrics->lane_line : 0);
  lane->baseline +=
      n_points > 0 ? ROOM_ABOVE_BASELINE + n_points * lane->point_pitch : MARK_SIZE;
}

/* What is left over goes above and below what is in the lanes. */
static void
stack (DtlLanes *lanes, double left_over)
{
  double padding = MAX (0, left_over) / MAX (1, lanes->lanes->len);
  double y = 0;

  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      DtlLaidLane *lane = lanes->lanes->pdata[i];

      lane->y = y;
      lane->height = floor (lane->height + padding);
      lane->baseline = floor (lane->baseline + padding / 2);
      y += lane->height;
    }
  lanes->height = y;
}

void
dtl_lanes_arrange (DtlLanes *lanes,
                   const DtlLayoutMetrics *metrics,
                   double height,
                   double first_zoom)
{
  double needed = 0, extra_pitch;
  guint n_rows = 0;

  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      DtlLaidLane *lane = lanes->lanes->pdata[i];

      set_rows (lanes, lane, metrics, height / lanes->lanes->len, first_zoom);
      place_in_lane (lanes, lane, metrics, 0);
      needed += lane->height;
      n_rows += dtl_track_get_n_rows (&lane->points) + dtl_track_get_n_rows (&lane->bars);
    }

  extra_pitch =
      floor (CLAMP ((height - needed) / 2 / MAX (1, n_rows), 0, MOST_EXTRA_PITCH));
  for (guint i = 0; i < lanes->lanes->len; i++)
    place_in_lane (lanes, lanes->lanes->pdata[i], metrics, extra_pitch);

  stack (lanes, height - needed - extra_pitch * n_rows);
}

double
dtl_laid_lane_get_label_y (const DtlLaidLane *lane,
                           const DtlLayoutMetrics *metrics,
                           gboolean bars,
                           guint row)
{
  double baseline = lane->y + lane->baseline;

  if (bars)
    return floor (baseline + lane->first_row + row * lane->bar_pitch + BAR_HEIGHT +
                  BAR_LABEL_GAP);
  return floor (baseline - ROOM_ABOVE_BASELINE - row * lane->point_pitch -
                metrics->label);
}
