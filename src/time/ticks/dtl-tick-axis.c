#include "time/ticks/dtl-tick-axis.h"

#include "time/labels/dtl-label-calendar.h"

/* A day that the calendar certainly has: 1 January 2000, and 1800 for the one of the
 * French Republic. */
#define SOME_DAY 10957
#define SOME_REPUBLICAN_DAY (-62091)

#define LAST_DAY (DTL_TIME_MAX / DTL_SECONDS_PER_DAY)

static gboolean
has_axis (DtlCalendar calendar)
{
  return dtl_label_calendar_is_foreign (calendar) && calendar != DTL_CALENDAR_MAYA &&
         calendar != DTL_CALENDAR_ROMAN;
}

static gboolean
has_label (DtlCalendar calendar, gint64 day)
{
  DtlCalendarDate date;

  return dtl_calendar_from_day (calendar, day, &date, NULL) && date.year >= 1;
}

/* The day farthest from @inside towards @outside that has a label. */
static gint64
find_edge (DtlCalendar calendar, gint64 inside, gint64 outside)
{
  if (has_label (calendar, outside))
    return outside;
  while (ABS (outside - inside) > 1)
    {
      gint64 middle = inside + (outside - inside) / 2;

      if (has_label (calendar, middle))
        inside = middle;
      else
        outside = middle;
    }
  return inside;
}

void
dtl_tick_axis_init (DtlTickAxis *axis, DtlCalendar shown)
{
  gint64 some = shown == DTL_CALENDAR_FRENCH_REPUBLICAN ? SOME_REPUBLICAN_DAY : SOME_DAY;

  if (!has_axis (shown))
    {
      gboolean plain = !dtl_label_calendar_is_foreign (shown);

      axis->beyond = axis->foreign = plain ? shown : DTL_CALENDAR_HISTORICAL;
      axis->first = axis->after = DTL_TIME_FUTURE;
      return;
    }
  axis->beyond = DTL_CALENDAR_HISTORICAL;
  axis->foreign = shown;
  axis->first = find_edge (shown, some, -LAST_DAY) * DTL_SECONDS_PER_DAY;
  axis->after = (find_edge (shown, some, LAST_DAY - 1) + 1) * DTL_SECONDS_PER_DAY;
}

static gboolean
is_foreign (const DtlTickAxis *axis, DtlTime time)
{
  return time >= axis->first && time < axis->after;
}

DtlCalendar
dtl_tick_axis_get_calendar (const DtlTickAxis *axis, DtlTime time)
{
  return is_foreign (axis, time) ? axis->foreign : axis->beyond;
}

/* Whether a step is one of a calendar at all: clocks, weeks and thousands of years
 * before the present are the same in each. */
static gboolean
is_of_calendar (const DtlTickStride *stride)
{
  return stride->unit == DTL_TICK_DAY || stride->unit == DTL_TICK_MONTH ||
         stride->unit == DTL_TICK_YEAR;
}

gboolean
dtl_tick_axis_find_at (const DtlTickAxis *axis,
                       const DtlTickStride *stride,
                       DtlTime time,
                       DtlTime *ret_tick)
{
  gboolean foreign = is_of_calendar (stride) && is_foreign (axis, time);
  gboolean found =
      foreign ? dtl_tick_foreign_find (stride, axis->foreign, time, FALSE, ret_tick)
              : dtl_tick_find_at (stride, axis->beyond, time, ret_tick);

  return found && (!is_of_calendar (stride) || is_foreign (axis, *ret_tick) == foreign);
}

gboolean
dtl_tick_axis_find_after (const DtlTickAxis *axis,
                          const DtlTickStride *stride,
                          DtlTime time,
                          DtlTime *ret_tick)
{
  if (!is_of_calendar (stride))
    return dtl_tick_find_after (stride, axis->beyond, time, ret_tick);
  if (is_foreign (axis, time))
    {
      if (dtl_tick_foreign_find (stride, axis->foreign, time, TRUE, ret_tick) &&
          *ret_tick < axis->after)
        return TRUE;
      time = axis->after - 1;
    }
  if (!dtl_tick_find_after (stride, axis->beyond, time, ret_tick))
    return FALSE;
  /* Where the other calendar begins there is a tick, whatever the step. */
  if (time<axis->first && * ret_tick> axis->first)
    *ret_tick = axis->first;
  return TRUE;
}
