/* The Gregorian calendar, proleptic, with astronomical years.
 *
 * Years are counted from March, so that the leap day comes last, in cycles of
 * 400 years of 146,097 days; within a cycle the affine forms of C. Neri and
 * L. Schneider, "Euclidean affine functions and their application to calendar
 * algorithms", Software: Practice and Experience 2023, doi 10.1002/spe.3172. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

#define DAYS_PER_CYCLE 146097

/* Days from 0000-03-01 to 1970-01-01. */
#define SHIFT 719468

static gboolean
is_leap_year (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
dtl_gregorian_get_month_length (gint64 year, int month)
{
  if (month == 2)
    return is_leap_year (year) ? 29 : 28;
  return 30 + ((month + (month > 7)) & 1);
}

gint64
dtl_gregorian_to_day (gint64 year, int month, int day)
{
  gboolean early = month < 3;
  gint64 shifted = year - early;
  gint64 cycle = dtl_floor_div (shifted, 400);
  guint32 year_of_cycle = (guint32) (shifted - cycle * 400);
  guint32 month_from_0 = (guint32) (early ? month + 12 : month);
  /* Days before the month, counted from March. */
  guint32 day_of_year = (979 * month_from_0 - 2919) / 32 + (guint32) day - 1;
  guint32 century = year_of_cycle / 100;
  guint32 day_of_cycle = 1461 * year_of_cycle / 4 - century + century / 4 + day_of_year;

  return cycle * DAYS_PER_CYCLE + day_of_cycle - SHIFT;
}

void
dtl_gregorian_from_day (gint64 day, gint64 *ret_year, int *ret_month, int *ret_day)
{
  gint64 shifted = day + SHIFT;
  gint64 cycle = dtl_floor_div (shifted, DAYS_PER_CYCLE);
  guint32 in_cycle = 4 * (guint32) (shifted - cycle * DAYS_PER_CYCLE) + 3;
  guint32 century = in_cycle / DAYS_PER_CYCLE;
  guint32 in_century = in_cycle % DAYS_PER_CYCLE | 3;
  /* 2939745 / 2^32 is 1 / 1461: the quotient above, the rest below. */
  guint64 product = (guint64) 2939745 * in_century;
  guint32 day_of_year = (guint32) product / 2939745 / 4;
  guint32 months = 2141 * day_of_year + 197913;
  gboolean next = day_of_year >= 306;

  *ret_year = cycle * 400 + 100 * century + (guint32) (product >> 32) + next;
  *ret_month = (int) (months >> 16) - (next ? 12 : 0);
  *ret_day = (int) ((months & 0xffff) / 2141) + 1;
}

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  if (!dtl_calendar_check_year (date->year, error))
    return FALSE;
  if (date->leap_month || date->month < 1 || date->month > 12 || date->day < 1 ||
      date->day > dtl_gregorian_get_month_length (date->year, date->month))
    return dtl_calendar_refuse_day (&dtl_calendar_gregorian, date, error);

  *ret_day = dtl_gregorian_to_day (date->year, date->month, date->day);
  return TRUE;
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  if (!dtl_calendar_check_day (day, error))
    return FALSE;

  ret_date->leap_month = FALSE;
  dtl_gregorian_from_day (day, &ret_date->year, &ret_date->month, &ret_date->day);
  return TRUE;
}

const DtlCalendarClass dtl_calendar_gregorian = {
  .name = "gregorian",
  .title = N_ ("the Gregorian calendar"),
  .to_day = to_day,
  .from_day = from_day,
};
