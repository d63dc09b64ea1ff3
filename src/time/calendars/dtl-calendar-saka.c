/* The Indian national calendar (Saka era) of 1957: tied to the Gregorian leap
 * years, from 22 March, or 21 March in a leap year. Source: Report of the
 * Calendar Reform Committee, Government of India, 1955. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

#define ERA 78

static gboolean
is_leap_year (gint64 year)
{
  return dtl_gregorian_get_month_length (year + ERA, 2) == 29;
}

static gint64
get_year_start (gint64 year)
{
  return dtl_gregorian_to_day (year + ERA, 3, is_leap_year (year) ? 21 : 22);
}

static int
get_month_length (gint64 year, int month)
{
  if (month == 1)
    return is_leap_year (year) ? 31 : 30;
  return month <= 6 ? 31 : 30;
}

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  gint64 day;

  if (!dtl_calendar_check_year (date->year, error))
    return FALSE;
  if (date->leap_month || date->month < 1 || date->month > 12 || date->day < 1 ||
      date->day > get_month_length (date->year, date->month))
    return dtl_calendar_refuse_day (&dtl_calendar_saka, date, error);

  day = get_year_start (date->year);
  for (int month = 1; month < date->month; month++)
    day += get_month_length (date->year, month);
  *ret_day = day + date->day - 1;
  return TRUE;
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  gint64 year;
  int month, rest;

  if (!dtl_calendar_check_day (day, error))
    return FALSE;

  dtl_gregorian_from_day (day, &year, &month, &rest);
  year -= ERA;
  if (day < get_year_start (year))
    year--;
  rest = (int) (day - get_year_start (year));
  for (month = 1; rest >= get_month_length (year, month); month++)
    rest -= get_month_length (year, month);

  ret_date->leap_month = FALSE;
  ret_date->year = year;
  ret_date->month = month;
  ret_date->day = rest + 1;
  return TRUE;
}

const DtlCalendarClass dtl_calendar_saka = {
  .name = "saka",
  .title = N_ ("the Indian national calendar"),
  .to_day = to_day,
  .from_day = from_day,
};
