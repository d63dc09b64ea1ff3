/* Extents of one date: from the fields of any calendar, from days, centuries, years
 * ago. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"
#include "time/dtl-extent-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* 1 January 1923: Greece was the last to leave the Julian calendar. */
#define DAY_OF_1923 (-17167)

/* Days of one date, and the calendars its two ends were said in. */
typedef struct {
  gint64 first;
  gint64 after; /* the first day after it */
  DtlCalendar calendar;
  DtlCalendar calendar_end;
} Days;

/* The first day of a month of the Roman style; of one whose first days were skipped
 * at the switch, the first that was not. */
static gint64
get_month_start (const DtlDate *date, gint64 year, int month)
{
  if (date->calendar == DTL_CALENDAR_JULIAN)
    return dtl_julian_to_day (year, month, 1);
  if (date->calendar == DTL_CALENDAR_HISTORICAL)
    return dtl_calendar_switch_get_day (date->place, year, month, 1);
  return dtl_gregorian_to_day (year, month, 1);
}

/* Names the calendar in force on a day where the historical one was asked. */
static DtlCalendar
resolve_calendar (const DtlDate *date, gint64 day)
{
  if (date->calendar != DTL_CALENDAR_HISTORICAL)
    return date->calendar;
  return dtl_calendar_switch_get_calendar (date->place, day);
}

/* The years of a decade, century or millennium by the digits: 1960 to 1969,
 * and 1969 BC to 1960 BC; the first of each era has no year 0. */
static void
find_years_by_digits (gint64 year, gint64 unit, gint64 *ret_first, gint64 *ret_last)
{
  gint64 digits = year > 0 ? year : 1 - year;
  gint64 low = digits / unit * unit;
  gint64 high = low + unit - 1;

  low = MAX (low, 1);
  *ret_first = year > 0 ? low : 1 - high;
  *ret_last = year > 0 ? high : 1 - low;
}

/* The first day that is not in the year, or month, that begins at @first: found
 * by looking, since calendars differ in all but this. */
static gint64
find_end (DtlCalendar calendar, gint64 first, gboolean of_month)
{
  DtlCalendarDate start, date;
  gint64 day = first;
  int step = of_month ? 1 : 32;

  if (!dtl_calendar_from_day (calendar, first, &start, NULL))
    return first + 1;
  while (
      dtl_calendar_from_day (calendar, day + step, &date, NULL) &&
      date.year == start.year &&
      (!of_month || (date.month == start.month && date.leap_month == start.leap_month)))
    day += step;
  for (int i = 0; !of_month && i < 32; i++, day++)
    if (!dtl_calendar_from_day (calendar, day + 1, &date, NULL) ||
        date.year != start.year)
      break;
  return day + 1;
}

static gboolean
find_many_years (const DtlDate *date, gint64 unit, Days *ret_days, GError **error)
{
  gint64 first, last;

  if (!dtl_calendar_check_year (date->year, error))
    return FALSE;
  if (dtl_calendar_is_roman_style (date->calendar))
    {
      find_years_by_digits (date->year, unit, &first, &last);
      ret_days->first = get_month_start (date, first, 1);
      ret_days->after = get_month_start (date, last + 1, 1);
      return TRUE;
    }

  first = dtl_floor_div (date->year, unit) * unit;
  DtlCalendarDate start = { MAX (first, 1), 1, 1, FALSE, 0 };
  DtlCalendarDate after = { first + unit, 1, 1, FALSE, 0 };

  return dtl_calendar_to_day (date->calendar, &start, &ret_days->first, error) &&
         dtl_calendar_to_day (date->calendar, &after, &ret_days->after, error);
}

static gboolean
find_year (const DtlDate *date, Days *ret_days, GError **error)
{
  if (!dtl_calendar_is_roman_style (date->calendar))
    {
      if (!dtl_calendar_get_year_start (date->calendar, date->year, 0, &ret_days->first,
                                        error))
        return FALSE;
      ret_days->after = find_end (date->calendar, ret_days->first, FALSE);
      return TRUE;
    }
  if (!dtl_calendar_check_year (date->year, error))
    return FALSE;
  ret_days->first = get_month_start (date, date->year, 1);
  ret_days->after = get_month_start (date, date->year + 1, 1);
  return TRUE;
}

static gboolean
find_month (const DtlDate *date, Days *ret_days, GError **error)
{
  DtlCalendarDate first = { date->year, date->month, 1, date->leap_month, 0 };
  gboolean last_month = date->month == 12;

  if (!dtl_calendar_is_roman_style (date->calendar))
    {
      if (!dtl_calendar_to_day (date->calendar, &first, &ret_days->first, error))
        return FALSE;
      ret_days->after = find_end (date->calendar, ret_days->first, TRUE);
      return TRUE;
    }
  /* The Gregorian calendar has every month of the Roman style; asked for its message. */
  if (!dtl_calendar_to_day (DTL_CALENDAR_GREGORIAN, &first, &ret_days->first, error))
    return FALSE;
  ret_days->first = get_month_start (date, date->year, date->month);
  ret_days->after =
      get_month_start (date, date->year + last_month, last_month ? 1 : date->month + 1);
  return TRUE;
}

static gboolean
find_day (const DtlDate *date, Days *ret_days, GError **error)
{
  DtlCalendarDate day = { date->year, date->month, date->day, date->leap_month, 0 };

  gboolean found =
      date->calendar == DTL_CALENDAR_HISTORICAL
          ? dtl_calendar_switch_to_day (date->place, &day, &ret_days->first, error)
          : dtl_calendar_to_day (date->calendar, &day, &ret_days->first, error);

  ret_days->after = ret_days->first + 1;
  return found;
}

static gboolean
find_days (const DtlDate *date, Days *ret_days, GError **error)
{
  gboolean found;

  switch (date->precision)
    {
    case DTL_PRECISION_MILLENNIUM:
      found = find_many_years (date, 1000, ret_days, error);
      break;
    case DTL_PRECISION_CENTURY:
      found = find_many_years (date, 100, ret_days, error);
      break;
    case DTL_PRECISION_DECADE:
      found = find_many_years (date, 10, ret_days, error);
      break;
    case DTL_PRECISION_YEAR:
      found = find_year (date, ret_days, error);
      break;
    case DTL_PRECISION_MONTH:
      found = find_month (date, ret_days, error);
      break;
    default:
      found = find_day (date, ret_days, error);
      break;
    }
  if (!found)
    return FALSE;

  ret_days->calendar = resolve_calendar (date, ret_days->first);
  ret_days->calendar_end = resolve_calendar (date, ret_days->after - 1);
  return TRUE;
}

static void
set_precision (DtlExtent *extent, DtlPrecision precision)
{
  extent->precision = (guint8) precision;
  extent->precision_end = (guint8) precision;
}

static void
set_days (DtlExtent *extent, const Days *days)
{
  const gint64 most = DTL_TIME_MAX / DTL_SECONDS_PER_DAY;

  if (days->first < -most || days->after > most)
    extent->flags |= DTL_EXTENT_OUT_OF_RANGE;
  dtl_extent_set_within (extent, dtl_time_from_day (days->first),
                         dtl_time_from_day (days->after));
  if (extent->start == extent->end)
    dtl_extent_set_within (extent, extent->start > 0 ? extent->start - 1 : extent->start,
                           extent->start > 0 ? extent->end : extent->end + 1);
  extent->calendar = (guint8) days->calendar;
  extent->calendar_end = (guint8) days->calendar_end;
}

static gboolean
check_clock (const DtlDate *date, GError **error)
{
  int minute = date->precision == DTL_PRECISION_HOUR ? 0 : date->minute;
  int second = date->precision == DTL_PRECISION_SECOND ? date->second : 0;

  /* 24:00 is the end of the day, :60 a leap second. */
  if (date->hour >= 0 && date->hour <= 24 && minute >= 0 && minute <= 59 && second >= 0 &&
      second <= 60 && (date->hour < 24 || (minute == 0 && second == 0)))
    return TRUE;
  g_set_error (error, DTL_CALENDAR_ERROR, DTL_CALENDAR_ERROR_NO_SUCH_DAY,
               _ ("there is no time %02d:%02d:%02d"), date->hour, minute, second);
  return FALSE;
}

static void
set_clock (DtlExtent *extent, const DtlDate *date)
{
  DtlTime start = extent->start + date->hour * 3600;
  int width = 3600;

  if (date->precision != DTL_PRECISION_HOUR)
    {
      start += date->minute * 60;
      width = 60;
    }
  if (date->precision == DTL_PRECISION_SECOND)
    {
      start += MIN (date->second, 59);
      width = 1;
    }
  dtl_extent_set_within (extent, start, start + width);
}

gboolean
dtl_extent_from_date (const DtlDate *date, DtlExtent *ret_extent, GError **error)
{
  DtlExtent extent = { 0 };
  Days days;
  gboolean has_clock =
      date->precision >= DTL_PRECISION_HOUR && date->precision <= DTL_PRECISION_SECOND;

  g_return_val_if_fail (date->precision >= DTL_PRECISION_MILLENNIUM &&
                            date->precision <= DTL_PRECISION_SECOND,
                        FALSE);

  if (!find_days (date, &days, error) || (has_clock && !check_clock (date, error)))
    return FALSE;

  set_days (&extent, &days);
  set_precision (&extent, date->precision);
  if (has_clock && (extent.flags & DTL_EXTENT_OUT_OF_RANGE) == 0)
    set_clock (&extent, date);
  if (date->calendar == DTL_CALENDAR_HISTORICAL && date->place == NULL &&
      date->precision >= DTL_PRECISION_DAY && days.first >= DTL_FIRST_GREGORIAN_DAY &&
      days.first < DAY_OF_1923)
    extent.flags |= DTL_EXTENT_CALENDAR_ASSUMED;
  *ret_extent = extent;
  return TRUE;
}

DtlExtent
dtl_extent_from_days (gint64 first, gint64 last, DtlPrecision precision)
{
  DtlExtent extent = { 0 };
  Days days = { first, last + 1, DTL_CALENDAR_GREGORIAN, DTL_CALENDAR_GREGORIAN };

  set_days (&extent, &days);
  set_precision (&extent, precision);
  return extent;
}

/* Ordinals count from the year 1: 19 is 1801 to 1900, -1 is 100 BC to 1 BC. */
static DtlExtent
make_ordinal (gint64 ordinal, gint64 unit, DtlPrecision precision)
{
  DtlExtent extent = { 0 };
  gint64 first = ordinal > 0 ? (ordinal - 1) * unit + 1 : ordinal * unit + 1;
  DtlDate date = { .calendar = DTL_CALENDAR_HISTORICAL };
  Days days;

  days.first = get_month_start (&date, first, 1);
  days.after = get_month_start (&date, first + unit, 1);
  days.calendar = resolve_calendar (&date, days.first);
  days.calendar_end = resolve_calendar (&date, days.after - 1);
  set_days (&extent, &days);
  set_precision (&extent, precision);
  return extent;
}

DtlExtent
dtl_extent_from_century (int ordinal)
{
  return make_ordinal (ordinal, 100, DTL_PRECISION_CENTURY);
}

DtlExtent
dtl_extent_from_millennium (int ordinal)
{
  return make_ordinal (ordinal, 1000, DTL_PRECISION_MILLENNIUM);
}

static gint64
get_unit_years (DtlPrecision precision)
{
  static const gint64 years[] = { 1000000000, 100000000, 10000000, 1000000, 100000,
                                  10000,      1000,      100,      10,      1 };

  return precision <= DTL_PRECISION_YEAR ? years[precision] : 1;
}

DtlExtent
dtl_extent_from_years_ago (double years, DtlPrecision precision)
{
  const double most = 146e9;
  DtlExtent extent = { 0 };
  gint64 unit = get_unit_years (precision);
  /* No number at all is out of range like one that is too great. */
  gint64 middle = isnan (years) ? 0 : (gint64) round (CLAMP (-years, -most, most));
  Days days = { 0, 0, DTL_CALENDAR_GREGORIAN, DTL_CALENDAR_GREGORIAN };

  days.first = dtl_gregorian_to_day (middle - unit / 2, 1, 1);
  days.after = dtl_gregorian_to_day (middle + (unit + 1) / 2, 1, 1);
  set_days (&extent, &days);
  set_precision (&extent, precision);
  extent.flags |= DTL_EXTENT_DEEP_TIME;
  if (!(fabs (years) <= most))
    extent.flags |= DTL_EXTENT_OUT_OF_RANGE;
  return extent;
}
