#include "config.h"

#include "ui/dtl-navigation.h"

/* How much longer than the event the view of it is. */
#define SURROUNDINGS_OF_SPAN 2.0
#define SURROUNDINGS_OF_POINT 8.0
/* The part of the width, on either side, in which an event counts as hidden. */
#define EDGE 0.08
/* The part of the width left free on either side of a period. */
#define PERIOD_MARGIN 0.03
/* How much longer than a date the view may be that it is shown in. */
#define LEAST_ROOM 3.0
#define MOST_ROOM 60.0

static gboolean
find_extent (DtlSession *session, DtlId id, DtlExtent *ret_extent)
{
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  int position = dtl_timeline_find_event (timeline, id);
  DtlEvent event;

  if (position < 0)
    return FALSE;
  dtl_timeline_get_event (timeline, (guint) position, &event);
  *ret_extent = event.extent;
  return TRUE;
}

/* The ends that are known; one of them, and the precision, where one is not. */
static void
find_bounds (const DtlExtent *extent, DtlTime *ret_start, DtlTime *ret_end)
{
  DtlTime anchor = dtl_extent_get_anchor (extent);
  gint64 unit = dtl_precision_get_seconds (extent->precision);

  *ret_start =
      dtl_time_is_bounded (extent->start) ? extent->start : dtl_time_add (anchor, -unit);
  *ret_end =
      dtl_time_is_bounded (extent->end) ? extent->end : dtl_time_add (anchor, unit);
}

void
dtl_navigation_fit_event (DtlSession *session, DtlId event)
{
  DtlViewport goal = *dtl_session_get_goal (session);
  DtlExtent extent;
  DtlTime start;
  DtlTime end;
  double margin;

  if (!find_extent (session, event, &extent))
    return;
  find_bounds (&extent, &start, &end);
  margin = (double) (end - start) *
           (extent.kind == DTL_EXTENT_SPAN ? SURROUNDINGS_OF_SPAN - 1
                                           : SURROUNDINGS_OF_POINT - 1) /
           2;
  margin = MIN (margin, (double) DTL_TIME_MAX);
  dtl_viewport_fit (&goal, dtl_time_add (start, -(gint64) margin),
                    dtl_time_add (end, (gint64) margin));
  dtl_session_travel (session, &goal);
}

void
dtl_navigation_fit_lane (DtlSession *session, DtlId lane)
{
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  guint n = dtl_timeline_get_n_events (timeline);
  DtlViewport goal = *dtl_session_get_goal (session);
  DtlTime first = DTL_TIME_MAX;
  DtlTime last = DTL_TIME_MIN;
  const DtlTime *starts;
  const DtlTime *ends;
  const float *importances;
  const DtlId *lanes;

  dtl_timeline_get_columns (timeline, &starts, &ends, &importances, &lanes);
  for (guint i = 0; i < n; i++)
    if (lanes[i] == lane)
      {
        DtlTime start = dtl_time_is_bounded (starts[i]) ? starts[i] : ends[i];
        DtlTime end = dtl_time_is_bounded (ends[i]) ? ends[i] : starts[i];

        if (!dtl_time_is_bounded (start) || !dtl_time_is_bounded (end))
          continue;
        first = MIN (first, start);
        last = MAX (last, end);
      }
  if (first > last)
    return;
  dtl_viewport_fit (&goal, first, last);
  dtl_session_travel (session, &goal);
}

/* With @margin seconds on either side. */
static void
show_stretch (DtlSession *session, DtlTime start, DtlTime end, double margin)
{
  DtlViewport goal = *dtl_session_get_goal (session);
  double seconds = (double) (end - start) + 2 * margin;

  dtl_viewport_zoom (&goal, goal.width * goal.seconds_per_pixel / seconds, 0);
  goal.origin = dtl_time_add (start, (end - start) / 2);
  goal.origin_fraction = 0;
  dtl_viewport_pan (&goal, -goal.width / 2);
  dtl_session_travel (session, &goal);
}

void
dtl_navigation_fit_period (DtlSession *session, DtlTime time, DtlPrecision precision)
{
  DtlDate date = { .calendar = DTL_CALENDAR_HISTORICAL, .precision = precision };
  DtlCalendarDate day;
  DtlExtent period;

  if (!dtl_calendar_from_day (date.calendar, dtl_time_get_day (time), &day, NULL))
    return;
  date.year = day.year;
  if (!dtl_extent_from_date (&date, &period, NULL))
    return;
  show_stretch (session, period.start, period.end,
                (double) (period.end - period.start) * PERIOD_MARGIN);
}

void
dtl_navigation_go_to (DtlSession *session, const DtlExtent *extent)
{
  const DtlViewport *goal = dtl_session_get_goal (session);
  double in_view = goal->width * goal->seconds_per_pixel;
  DtlTime start;
  DtlTime end;
  double length;

  find_bounds (extent, &start, &end);
  length = MAX ((double) (end - start), 1);
  in_view = CLAMP (in_view, length * LEAST_ROOM, length * MOST_ROOM);
  show_stretch (session, start, end, (in_view - length) / 2);
}

void
dtl_navigation_reveal_event (DtlSession *session, DtlId event)
{
  DtlViewport goal = *dtl_session_get_goal (session);
  DtlExtent extent;
  double left;
  double right;

  if (!find_extent (session, event, &extent))
    return;
  left = right = dtl_viewport_get_x (&goal, dtl_extent_get_anchor (&extent));
  if (extent.kind == DTL_EXTENT_SPAN && dtl_time_is_bounded (extent.start))
    left = dtl_viewport_get_x (&goal, extent.start);
  if (extent.kind == DTL_EXTENT_SPAN && dtl_time_is_bounded (extent.end))
    right = dtl_viewport_get_x (&goal, extent.end);

  if (right < goal.width * EDGE || left > goal.width * (1 - EDGE))
    {
      dtl_viewport_pan (&goal, (left + right) / 2 - goal.width / 2);
      dtl_session_travel (session, &goal);
    }
}

void
dtl_navigation_zoom (DtlSession *session, double factor)
{
  DtlViewport goal = *dtl_session_get_goal (session);
  double x = goal.width / 2;
  DtlExtent extent;

  if (find_extent (session, dtl_session_get_selected (session), &extent))
    {
      double anchor = dtl_viewport_get_x (&goal, dtl_extent_get_anchor (&extent));

      if (anchor >= 0 && anchor <= goal.width)
        x = anchor;
    }
  dtl_viewport_zoom (&goal, factor, x);
  dtl_session_travel (session, &goal);
}

void
dtl_navigation_pan (DtlSession *session, double part)
{
  DtlViewport goal = *dtl_session_get_goal (session);

  dtl_viewport_pan (&goal, goal.width * part);
  dtl_session_travel (session, &goal);
}
