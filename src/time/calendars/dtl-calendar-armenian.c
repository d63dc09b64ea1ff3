/* The Armenian wandering year: always 365 days, twelve months of 30 days and
 * five days more, counted from 11 July 552 (Julian). */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

/* Days from the first day of the year 1 to 1970-01-01. */
#define EPOCH (-517720)

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  if (!dtl_calendar_check_year (date->year, error))
    return FALSE;
  if (date->leap_month || date->month < 1 || date->month > 13 || date->day < 1 ||
      date->day > (date->month < 13 ? 30 : 5))
    return dtl_calendar_refuse_day (&dtl_calendar_armenian, date, error);

  *ret_day = EPOCH + 365 * (date->year - 1) + 30 * (date->month - 1) + date->day - 1;
  return TRUE;
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  int in_year;

  if (!dtl_calendar_check_day (day, error))
    return FALSE;

  in_year = (int) dtl_floor_mod (day - EPOCH, 365);
  ret_date->leap_month = FALSE;
  ret_date->year = dtl_floor_div (day - EPOCH, 365) + 1;
  ret_date->month = in_year / 30 + 1;
  ret_date->day = in_year % 30 + 1;
  return TRUE;
}

const DtlCalendarClass dtl_calendar_armenian = {
  .name = "armenian",
  .title = N_ ("the Armenian calendar"),
  .to_day = to_day,
  .from_day = from_day,
};
