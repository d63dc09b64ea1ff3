#include "config.h"

#include "model/dtl-timeline-private.h"

/* The outer bounds of what is known, even of something open. */
static gboolean
find_known_range (const DtlTimeline *timeline,
                  guint position,
                  DtlTime *ret_start,
                  DtlTime *ret_end)
{
  DtlEventRow row = dtl_event_columns_get (&timeline->events, position);
  gboolean has_start = row.start != DTL_TIME_PAST;
  gboolean has_end = row.end != DTL_TIME_FUTURE;

  if (!has_start && !has_end)
    return FALSE;
  *ret_start = row.start;
  *ret_end = row.end;
  if (has_start && has_end)
    return TRUE;

  DtlExtent extent =
      dtl_extent_table_get (timeline->extents, row.extent, row.start, row.end);

  if (!has_start)
    *ret_start =
        extent.earliest_end < row.end && dtl_time_is_bounded (extent.earliest_end)
            ? extent.earliest_end
            : row.end - 1;
  if (!has_end)
    *ret_end =
        extent.latest_start > row.start && dtl_time_is_bounded (extent.latest_start)
            ? extent.latest_start + 1
            : row.start + 1;
  return TRUE;
}

static void
find_range (DtlTimeline *timeline)
{
  DtlTime first = DTL_TIME_FUTURE, last = DTL_TIME_PAST, start, end;

  for (guint i = 0; i < timeline->events.ids->len; i++)
    if (find_known_range (timeline, i, &start, &end))
      {
        first = MIN (first, start);
        last = MAX (last, end);
      }
  timeline->has_range = first < last;
  timeline->range_start = first;
  timeline->range_end = last;
}

const DtlEventColumns *
dtl_timeline_settle (const DtlTimeline *timeline)
{
  /* What readers see does not change by it, and several may come at once. */
  DtlTimeline *mutable = (DtlTimeline *) timeline;

  if (g_atomic_int_get (&mutable->settled))
    return &timeline->events;

  g_mutex_lock (&mutable->settling);
  if (!mutable->settled)
    {
      dtl_event_columns_put_in_order (&mutable->events);
      find_range (mutable);
      g_atomic_int_set (&mutable->settled, TRUE);
    }
  g_mutex_unlock (&mutable->settling);
  return &timeline->events;
}

gboolean
dtl_timeline_get_range (const DtlTimeline *timeline, DtlTime *ret_start, DtlTime *ret_end)
{
  dtl_timeline_settle (timeline);
  if (!timeline->has_range)
    return FALSE;
  *ret_start = timeline->range_start;
  *ret_end = timeline->range_end;
  return TRUE;
}
