#include "layout/dtl-lanes.h"

#include "layout/dtl-layout-sizes.h"

#include <math.h>

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
dtl_lanes_new (DtlTimeline *timeline, DtlWordsCache *words, DtlScale *scale)
{
  DtlLanes *lanes = g_new0 (DtlLanes, 1);
  g_autoptr (GHashTable) by_id = NULL;

  lanes->lanes = g_ptr_array_new_with_free_func (free_lane);
  if (!dtl_timeline_get_range (timeline, &lanes->range.start, &lanes->range.end))
    lanes->range = (DtlMarkRange){ 0, 1, NULL };
  lanes->range.scale = dtl_scale_ref (scale);

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
  dtl_scale_unref (lanes->range.scale);
  g_free (lanes);
}

void
dtl_lanes_drop_tiles (DtlLanes *lanes)
{
  lanes->arranged = FALSE;
  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      DtlLaidLane *lane = lanes->lanes->pdata[i];

      dtl_track_drop_tiles (&lane->points);
      dtl_track_drop_tiles (&lane->bars);
    }
}
