/* Walking an axis: every tick is found from the calendar, so that months are
 * months, there is no year 0, and no error adds up. */

#include "time/calendars/dtl-calendar-private.h"
#include "time/ticks/dtl-tick-ladder.h"

#define PRESENT_YEAR 1950

static gboolean
set_time (gint64 day, DtlTime *ret_tick)
{
  if (ABS (day) > DTL_TIME_MAX / DTL_SECONDS_PER_DAY)
    return FALSE;
  *ret_tick = day * DTL_SECONDS_PER_DAY;
  return TRUE;
}

/* Midnight at the start of a labelled day; FALSE where there is none. */
static gboolean
set_date (DtlCalendar calendar, gint64 year, int month, int day, DtlTime *ret_tick)
{
  DtlCalendarDate date = { .year = year, .month = month, .day = day };
  gint64 count;

  return dtl_calendar_to_day (calendar, &date, &count, NULL) &&
         set_time (count, ret_tick);
}

static gboolean
read_date (DtlCalendar calendar, DtlTime time, DtlCalendarDate *ret_date)
{
  return dtl_calendar_from_day (calendar, dtl_time_get_day (time), ret_date, NULL);
}

static gboolean
set_clock (DtlTime time, DtlTime *ret_tick)
{
  if (time < DTL_TIME_MIN || time > DTL_TIME_MAX)
    return FALSE;
  *ret_tick = time;
  return TRUE;
}

static gint64
get_clock_seconds (const DtlTickStride *stride)
{
  static const gint64 seconds[] = { 1, 60, 3600 };

  return stride->n * seconds[stride->unit];
}

/* Days 1, 1 + n … of a month: the last of them leaves a stride to the next
 * month's first, and there is no 31 among them. */
static int
get_last_day (gint64 n)
{
  return n == 1 ? 31 : (int) (31 - n);
}

static gboolean
find_day_at (gint64 n,
             DtlCalendar calendar,
             const DtlCalendarDate *date,
             DtlTime *ret_tick)
{
  int day = MIN (date->day, get_last_day (n));

  /* In October 1582 some of them do not exist; the first of a month does. */
  for (day -= (int) ((day - 1) % n); day > 1; day -= (int) n)
    if (set_date (calendar, date->year, date->month, day, ret_tick))
      return TRUE;
  return set_date (calendar, date->year, date->month, 1, ret_tick);
}

static gboolean
find_month_at (gint64 n,
               DtlCalendar calendar,
               const DtlCalendarDate *date,
               DtlTime *ret_tick)
{
  int month = date->month - (int) ((date->month - 1) % n);

  return set_date (calendar, date->year, month, 1, ret_tick);
}

static gboolean
find_month_after (gint64 n,
                  DtlCalendar calendar,
                  const DtlCalendarDate *date,
                  DtlTime *ret_tick)
{
  int month = date->month - (int) ((date->month - 1) % n) + (int) n;

  if (month <= 12)
    return set_date (calendar, date->year, month, 1, ret_tick);
  return set_date (calendar, date->year + 1, 1, 1, ret_tick);
}

static gboolean
find_day_after (gint64 n,
                DtlCalendar calendar,
                const DtlCalendarDate *date,
                DtlTime *ret_tick)
{
  int last = get_last_day (n);
  int day = date->day - (int) ((date->day - 1) % n) + (int) n;

  for (; day <= last; day += (int) n)
    if (set_date (calendar, date->year, date->month, day, ret_tick))
      return TRUE;
  return find_month_after (1, calendar, date, ret_tick);
}

/* The labelled year at or before @year: n, 2n … and 1 in the era; n BC, 2n BC
 * … (which are the years 1 - n, 1 - 2n …) before it. */
static gint64
get_year_at (gint64 n, gint64 year)
{
  if (year >= n)
    return year - year % n;
  if (year >= 1)
    return 1;
  return 1 - (n - year) / n * n;
}

static gint64
get_year_after (gint64 n, gint64 at)
{
  if (n == 1)
    return at + 1;
  if (at == 1)
    return n;
  return at < 1 && at + n >= 0 ? 1 : at + n;
}

static gboolean
find_year (gint64 n, DtlCalendar calendar, gint64 year, gboolean after, DtlTime *ret_tick)
{
  gint64 at = get_year_at (n, year);

  return set_date (calendar, after ? get_year_after (n, at) : at, 1, 1, ret_tick);
}

static gboolean
find_before_present (gint64 n, DtlTime time, gboolean after, DtlTime *ret_tick)
{
  gint64 year;
  int month, day;

  dtl_gregorian_from_day (dtl_time_get_day (time), &year, &month, &day);
  year = PRESENT_YEAR + (dtl_floor_div (year - PRESENT_YEAR, n) + after) * n;
  return set_time (dtl_gregorian_to_day (year, 1, 1), ret_tick);
}

static gboolean
find_week (DtlTime time, gboolean after, DtlTime *ret_tick)
{
  gint64 day = dtl_time_get_day (time);

  return set_time (day - dtl_day_get_weekday (day) + (after ? 7 : 0), ret_tick);
}

gboolean
dtl_tick_find_at (const DtlTickStride *stride,
                  DtlCalendar calendar,
                  DtlTime time,
                  DtlTime *ret_tick)
{
  DtlCalendarDate date;

  if (stride->unit <= DTL_TICK_HOUR)
    return set_clock (time - dtl_floor_mod (time, get_clock_seconds (stride)), ret_tick);
  if (stride->unit == DTL_TICK_WEEK)
    return find_week (time, FALSE, ret_tick);
  if (stride->unit == DTL_TICK_BEFORE_PRESENT)
    return find_before_present (stride->n, time, FALSE, ret_tick);
  if (!read_date (calendar, time, &date))
    return FALSE;
  if (stride->unit == DTL_TICK_DAY)
    return find_day_at (stride->n, calendar, &date, ret_tick);
  if (stride->unit == DTL_TICK_MONTH)
    return find_month_at (stride->n, calendar, &date, ret_tick);
  return find_year (stride->n, calendar, date.year, FALSE, ret_tick);
}

gboolean
dtl_tick_find_after (const DtlTickStride *stride,
                     DtlCalendar calendar,
                     DtlTime time,
                     DtlTime *ret_tick)
{
  DtlCalendarDate date;

  if (stride->unit <= DTL_TICK_HOUR)
    {
      gint64 seconds = get_clock_seconds (stride);

      return set_clock (time - dtl_floor_mod (time, seconds) + seconds, ret_tick);
    }
  if (stride->unit == DTL_TICK_WEEK)
    return find_week (time, TRUE, ret_tick);
  if (stride->unit == DTL_TICK_BEFORE_PRESENT)
    return find_before_present (stride->n, time, TRUE, ret_tick);
  if (!read_date (calendar, time, &date))
    return FALSE;
  if (stride->unit == DTL_TICK_DAY)
    return find_day_after (stride->n, calendar, &date, ret_tick);
  if (stride->unit == DTL_TICK_MONTH)
    return find_month_after (stride->n, calendar, &date, ret_tick);
  return find_year (stride->n, calendar, date.year, TRUE, ret_tick);
}
