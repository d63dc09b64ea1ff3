/* The French Republican calendar as it was in force, years 1 to 14 (22 September
 * 1792 to 31 December 1805, and to the end of the year 14 by count): twelve
 * months of 30 days and five or six complementary days, which are month 13.
 * Years 3, 7 and 11 were the long ones. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

/* Days from 1 Vendémiaire of the year 1 to 1970-01-01. */
#define EPOCH (-64748)

#define LAST_YEAR 14

static gboolean
is_long_year (gint64 year)
{
  return year % 4 == 3;
}

static gint64
get_year_start (gint64 year)
{
  return EPOCH + 365 * (year - 1) + year / 4;
}

static gboolean
refuse (GError **error)
{
  return dtl_calendar_refuse_range (
      error, _ ("the French Republican calendar covers the years 1 to %d"), LAST_YEAR);
}

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  int last = date->month < 13 ? 30 : is_long_year (date->year) ? 6 : 5;

  if (date->year < 1 || date->year > LAST_YEAR)
    return refuse (error);
  if (date->leap_month || date->month < 1 || date->month > 13 || date->day < 1 ||
      date->day > last)
    return dtl_calendar_refuse_day (&dtl_calendar_french_republican, date, error);

  *ret_day = get_year_start (date->year) + 30 * (date->month - 1) + date->day - 1;
  return TRUE;
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  gint64 year = LAST_YEAR;
  int in_year;

  if (day < EPOCH || day >= get_year_start (LAST_YEAR + 1))
    return refuse (error);

  while (get_year_start (year) > day)
    year--;
  in_year = (int) (day - get_year_start (year));
  ret_date->leap_month = FALSE;
  ret_date->year = year;
  ret_date->month = in_year / 30 + 1;
  ret_date->day = in_year % 30 + 1;
  return TRUE;
}

const DtlCalendarClass dtl_calendar_french_republican = {
  .name = "french-republican",
  .title = N_ ("the French Republican calendar"),
  .to_day = to_day,
  .from_day = from_day,
};
