/* The Persian Solar Hijri calendar by the rule of 33 years with 8 leap years,
 * which gives every new year that the Iranian calendar authority has published
 * for 1206 to 1498 AP. Outside of these years it is a convention. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

/* Days from the eve of the year 1 (19 March 622 Julian) to 1970-01-01. */
#define EPOCH (-492269)

#define YEARS_PER_CYCLE 33
#define DAYS_PER_CYCLE 12053

static gint64
get_year_start (gint64 year)
{
  return EPOCH + 1 + 365 * (year - 1) + dtl_floor_div (8 * year + 21, YEARS_PER_CYCLE);
}

static int
get_month_length (gint64 year, int month)
{
  if (month < 7)
    return 31;
  if (month < 12)
    return 30;
  return (int) (get_year_start (year + 1) - get_year_start (year)) - 336;
}

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  if (!dtl_calendar_check_year (date->year, error))
    return FALSE;
  if (date->leap_month || date->month < 1 || date->month > 12 || date->day < 1 ||
      date->day > get_month_length (date->year, date->month))
    return dtl_calendar_refuse_day (&dtl_calendar_persian, date, error);

  *ret_day = get_year_start (date->year) + 30 * (date->month - 1) +
             MIN (date->month - 1, 6) + date->day - 1;
  return TRUE;
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  gint64 cycle, year;
  int in_year;

  if (!dtl_calendar_check_day (day, error))
    return FALSE;

  cycle = dtl_floor_div (day - EPOCH, DAYS_PER_CYCLE);
  year = cycle * YEARS_PER_CYCLE + (day - EPOCH - cycle * DAYS_PER_CYCLE) / 366 + 1;
  while (get_year_start (year + 1) <= day)
    year++;
  while (get_year_start (year) > day)
    year--;

  in_year = (int) (day - get_year_start (year));
  ret_date->leap_month = FALSE;
  ret_date->year = year;
  ret_date->month = in_year < 186 ? in_year / 31 + 1 : (in_year - 186) / 30 + 7;
  ret_date->day = in_year < 186 ? in_year % 31 + 1 : (in_year - 186) % 30 + 1;
  return TRUE;
}

const DtlCalendarClass dtl_calendar_persian = {
  .name = "persian",
  .title = N_ ("the Persian calendar"),
  .to_day = to_day,
  .from_day = from_day,
};
