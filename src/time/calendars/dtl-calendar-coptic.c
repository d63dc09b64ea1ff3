/* Calendars of twelve months of 30 days and five or six days more, with a leap
 * day every fourth year: Coptic, counted from the accession of Diocletian (29
 * August 284 Julian), and Ethiopian, from the Incarnation (29 August 8). */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

/* Days from the first day of the year 1 to 1970-01-01. */
#define COPTIC_EPOCH (-615558)
#define ETHIOPIAN_EPOCH (-716367)

static gboolean
count_to_day (const DtlCalendarClass *calendar,
              const DtlCalendarDate *date,
              gint64 epoch,
              gint64 *ret_day,
              GError **error)
{
  int last = date->month < 13 ? 30 : dtl_floor_mod (date->year, 4) == 3 ? 6 : 5;

  if (!dtl_calendar_check_year (date->year, error))
    return FALSE;
  if (date->leap_month || date->month < 1 || date->month > 13 || date->day < 1 ||
      date->day > last)
    return dtl_calendar_refuse_day (calendar, date, error);

  *ret_day = epoch + 365 * (date->year - 1) + dtl_floor_div (date->year, 4) +
             30 * (date->month - 1) + date->day - 1;
  return TRUE;
}

static gboolean
count_from_day (gint64 day, gint64 epoch, DtlCalendarDate *ret_date, GError **error)
{
  gint64 cycle;
  int in_cycle, year_of_cycle, in_year;

  if (!dtl_calendar_check_day (day, error))
    return FALSE;

  /* Cycles of the years 4n + 1 to 4n + 4: the third one is the long one. */
  cycle = dtl_floor_div (day - epoch, 1461);
  in_cycle = (int) (day - epoch - cycle * 1461);
  year_of_cycle = (4 * in_cycle + 1463) / 1461 - 1;
  in_year = in_cycle - 365 * year_of_cycle - (year_of_cycle + 1) / 4;
  ret_date->leap_month = FALSE;
  ret_date->year = cycle * 4 + year_of_cycle + 1;
  ret_date->month = in_year / 30 + 1;
  ret_date->day = in_year % 30 + 1;
  return TRUE;
}

static gboolean
coptic_to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  return count_to_day (&dtl_calendar_coptic, date, COPTIC_EPOCH, ret_day, error);
}

static gboolean
coptic_from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  return count_from_day (day, COPTIC_EPOCH, ret_date, error);
}

static gboolean
ethiopian_to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  return count_to_day (&dtl_calendar_ethiopian, date, ETHIOPIAN_EPOCH, ret_day, error);
}

static gboolean
ethiopian_from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  return count_from_day (day, ETHIOPIAN_EPOCH, ret_date, error);
}

const DtlCalendarClass dtl_calendar_coptic = {
  .name = "coptic",
  .title = N_ ("the Coptic calendar"),
  .to_day = coptic_to_day,
  .from_day = coptic_from_day,
};

const DtlCalendarClass dtl_calendar_ethiopian = {
  .name = "ethiopian",
  .title = N_ ("the Ethiopian calendar"),
  .to_day = ethiopian_to_day,
  .from_day = ethiopian_from_day,
};
