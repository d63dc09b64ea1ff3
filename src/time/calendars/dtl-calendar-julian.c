/* The Julian calendar, proleptic, with astronomical years: every fourth year
 * is a leap year. Counted from March in cycles of 4 years of 1,461 days. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

#define DAYS_PER_CYCLE 1461

/* Days from 0000-03-01 Julian to 1970-01-01 Gregorian. */
#define SHIFT 719470

int
dtl_julian_get_month_length (gint64 year, int month)
{
  if (month == 2)
    return year % 4 == 0 ? 29 : 28;
  return 30 + ((month + (month > 7)) & 1);
}

gint64
dtl_julian_to_day (gint64 year, int month, int day)
{
  gboolean early = month < 3;
  gint64 shifted = year - early;
  gint64 cycle = dtl_floor_div (shifted, 4);
  gint64 year_of_cycle = shifted - cycle * 4;
  int month_from_0 = early ? month + 12 : month;
  int day_of_year = (979 * month_from_0 - 2919) / 32 + day - 1;

  return cycle * DAYS_PER_CYCLE + year_of_cycle * 365 + day_of_year - SHIFT;
}

void
dtl_julian_from_day (gint64 day, gint64 *ret_year, int *ret_month, int *ret_day)
{
  gint64 shifted = day + SHIFT;
  gint64 cycle = dtl_floor_div (shifted, DAYS_PER_CYCLE);
  guint32 in_cycle = (guint32) (shifted - cycle * DAYS_PER_CYCLE);
  guint32 year_of_cycle = MIN (in_cycle / 365, 3);
  guint32 day_of_year = in_cycle - year_of_cycle * 365;
  guint32 months = 2141 * day_of_year + 197913;
  gboolean next = day_of_year >= 306;

  *ret_year = cycle * 4 + year_of_cycle + next;
  *ret_month = (int) (months >> 16) - (next ? 12 : 0);
  *ret_day = (int) ((months & 0xffff) / 2141) + 1;
}

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  if (!dtl_calendar_check_year (date->year, error))
    return FALSE;
  if (date->leap_month || date->month < 1 || date->month > 12 || date->day < 1 ||
      date->day > dtl_julian_get_month_length (date->year, date->month))
    return dtl_calendar_refuse_day (&dtl_calendar_julian, date, error);

  *ret_day = dtl_julian_to_day (date->year, date->month, date->day);
  return TRUE;
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  if (!dtl_calendar_check_day (day, error))
    return FALSE;

  ret_date->leap_month = FALSE;
  dtl_julian_from_day (day, &ret_date->year, &ret_date->month, &ret_date->day);
  return TRUE;
}

const DtlCalendarClass dtl_calendar_julian = {
  .name = "julian",
  .title = N_ ("the Julian calendar"),
  .to_day = to_day,
  .from_day = from_day,
};
