/* The tabular Islamic calendar: 12 months of 30 and 29 days by turns, and in 11
 * of 30 years a last day more. The civil form counts from Friday 16 July 622
 * (Julian), the astronomers' form from the Thursday before. The arithmetic is
 * from the definition, see N. Dershowitz and E. Reingold, "Calendrical
 * Calculations", 4th edition 2018, chapter 7. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

#define YEARS_PER_CYCLE 30
#define DAYS_PER_CYCLE 10631

/* Days from 1 Muharram of the year 1 to 1970-01-01. */
#define CIVIL_EPOCH (-492148)
#define TABULAR_EPOCH (-492149)

static gint64
get_year_start (gint64 year, gint64 epoch)
{
  return epoch + (year - 1) * 354 + dtl_floor_div (3 + 11 * year, YEARS_PER_CYCLE);
}

static int
get_days_before_month (int month)
{
  return (59 * (month - 1) + 1) / 2;
}

static gboolean
is_leap_year (gint64 year)
{
  return dtl_floor_mod (14 + 11 * year, YEARS_PER_CYCLE) < 11;
}

static int
get_month_length (gint64 year, int month)
{
  return month % 2 == 1 || (month == 12 && is_leap_year (year)) ? 30 : 29;
}

static gboolean
count_to_day (const DtlCalendarClass *calendar,
              const DtlCalendarDate *date,
              gint64 epoch,
              gint64 *ret_day,
              GError **error)
{
  if (!dtl_calendar_check_year (date->year, error))
    return FALSE;
  if (date->leap_month || date->month < 1 || date->month > 12 || date->day < 1 ||
      date->day > get_month_length (date->year, date->month))
    return dtl_calendar_refuse_day (calendar, date, error);

  *ret_day = get_year_start (date->year, epoch) + get_days_before_month (date->month) +
             date->day - 1;
  return TRUE;
}

static gboolean
count_from_day (gint64 day, gint64 epoch, DtlCalendarDate *ret_date, GError **error)
{
  gint64 cycle, in_cycle;
  int in_year;

  if (!dtl_calendar_check_day (day, error))
    return FALSE;

  cycle = dtl_floor_div (day - epoch, DAYS_PER_CYCLE);
  in_cycle = day - epoch - cycle * DAYS_PER_CYCLE;
  ret_date->leap_month = FALSE;
  ret_date->year =
      cycle * YEARS_PER_CYCLE + (YEARS_PER_CYCLE * in_cycle + 10646) / DAYS_PER_CYCLE;
  in_year = (int) (day - get_year_start (ret_date->year, epoch));
  ret_date->month = MIN ((2 * in_year + 1) / 59 + 1, 12);
  if (in_year < get_days_before_month (ret_date->month))
    ret_date->month--;
  ret_date->day = in_year - get_days_before_month (ret_date->month) + 1;
  return TRUE;
}

static gboolean
civil_to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  return count_to_day (&dtl_calendar_islamic_civil, date, CIVIL_EPOCH, ret_day, error);
}

static gboolean
civil_from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  return count_from_day (day, CIVIL_EPOCH, ret_date, error);
}

static gboolean
tabular_to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  return count_to_day (&dtl_calendar_islamic_tabular, date, TABULAR_EPOCH, ret_day,
                       error);
}

static gboolean
tabular_from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  return count_from_day (day, TABULAR_EPOCH, ret_date, error);
}

const DtlCalendarClass dtl_calendar_islamic_civil = {
  .name = "islamic-civil",
  .title = N_ ("the Islamic civil calendar"),
  .to_day = civil_to_day,
  .from_day = civil_from_day,
};

const DtlCalendarClass dtl_calendar_islamic_tabular = {
  .name = "islamic-tabular",
  .title = N_ ("the tabular Islamic calendar"),
  .to_day = tabular_to_day,
  .from_day = tabular_from_day,
};
