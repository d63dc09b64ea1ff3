#include "config.h"

#include "ui/dtl-walk.h"

/* The columns of the timeline, to look at many events quickly. */
typedef struct {
  DtlTimeline *timeline;
  guint n;
  const DtlTime *starts;
  const DtlId *lanes;
} Events;

static Events
open_events (DtlTimeline *timeline)
{
  Events events = { timeline, dtl_timeline_get_n_events (timeline), NULL, NULL };
  const DtlTime *ends;
  const float *importances;

  dtl_timeline_get_columns (timeline, &events.starts, &ends, &importances, &events.lanes);
  return events;
}

static DtlId
get_id (const Events *events, int position)
{
  DtlEvent event;

  if (position < 0)
    return 0;
  dtl_timeline_get_event (events->timeline, (guint) position, &event);
  return event.id;
}

/* The first event that does not start before @time; n where there is none. */
static guint
find_start (const Events *events, DtlTime time)
{
  guint low = 0;
  guint high = events->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (events->starts[middle] < time)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The next event of @lane (0: of any) before or after @position; -1 where
 * there is none. */
static int
find_beside (const Events *events, int position, int step, DtlId lane)
{
  for (position += step; position >= 0 && position < (int) events->n; position += step)
    if (lane == 0 || events->lanes[position] == lane)
      return position;
  return -1;
}

/* Unsigned, for the unbounded past lies further away than fits. */
static guint64
get_distance (const Events *events, int position, DtlTime time)
{
  DtlTime start = events->starts[position];

  return start > time ? (guint64) start - (guint64) time
                      : (guint64) time - (guint64) start;
}

/* The event of @lane (0: of any) that starts nearest to @time; -1 for none. */
static int
find_nearest (const Events *events, DtlTime time, DtlId lane)
{
  int start = (int) find_start (events, time);
  int later = find_beside (events, start - 1, 1, lane);
  int earlier = find_beside (events, start, -1, lane);

  if (later < 0)
    return earlier;
  if (earlier < 0)
    return later;
  return get_distance (events, earlier, time) < get_distance (events, later, time)
             ? earlier
             : later;
}

static int
find_lane (DtlTimeline *timeline, DtlId id)
{
  guint n = dtl_timeline_get_n_lanes (timeline);
  DtlLane lane;

  for (guint i = 0; i < n; i++)
    {
      dtl_timeline_get_lane (timeline, i, &lane);
      if (lane.id == id)
        return (int) i;
    }
  return -1;
}

/* The nearest in time in the next lane that way which holds an event. */
static int
find_across (const Events *events, int from, int step)
{
  int n = (int) dtl_timeline_get_n_lanes (events->timeline);
  int lane = find_lane (events->timeline, events->lanes[from]);

  for (lane += step; lane >= 0 && lane < n; lane += step)
    {
      DtlLane other;
      int position;

      dtl_timeline_get_lane (events->timeline, (guint) lane, &other);
      position = find_nearest (events, events->starts[from], other.id);
      if (position >= 0)
        return position;
    }
  return -1;
}

DtlId
dtl_walk_from (DtlTimeline *timeline, DtlId event, DtlWalkDirection direction)
{
  Events events = open_events (timeline);
  int from = dtl_timeline_find_event (timeline, event);
  int to = -1;

  if (from < 0)
    return 0;
  switch (direction)
    {
    case DTL_WALK_EARLIER:
      to = find_beside (&events, from, -1, events.lanes[from]);
      break;
    case DTL_WALK_LATER:
      to = find_beside (&events, from, 1, events.lanes[from]);
      break;
    case DTL_WALK_UP:
      to = find_across (&events, from, -1);
      break;
    case DTL_WALK_DOWN:
      to = find_across (&events, from, 1);
      break;
    }
  return to >= 0 ? get_id (&events, to) : event;
}

DtlId
dtl_walk_in_order (DtlTimeline *timeline, DtlId event, int steps)
{
  Events events = open_events (timeline);
  int from = dtl_timeline_find_event (timeline, event);

  if (from < 0)
    return 0;
  return get_id (&events, CLAMP (from + steps, 0, (int) events.n - 1));
}

DtlId
dtl_walk_nearest (DtlTimeline *timeline, DtlTime time)
{
  Events events = open_events (timeline);

  return get_id (&events, find_nearest (&events, time, 0));
}
