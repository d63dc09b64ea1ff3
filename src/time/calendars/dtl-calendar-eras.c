/* Calendars that are the Gregorian one but for the count of years: of the
 * Republic of China (1912 is 1), of Dangun (1 is 2334), of the Thai Buddhist
 * era. Thailand took the Gregorian year on 1 April 1889; to 1940 its year began
 * on that day, so that 2483 had nine months only. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

#define ROC_SHIFT (-1911)
#define DANGUN_SHIFT 2333
#define BUDDHIST_SHIFT 543

#define FIRST_THAI_YEAR 2432
#define LAST_APRIL_YEAR 2483

/* 1 April 1889. */
#define FIRST_THAI_DAY (-29494)

static gboolean
shift_to_day (const DtlCalendarClass *calendar,
              const DtlCalendarDate *date,
              gint64 shift,
              gint64 *ret_day,
              GError **error)
{
  gint64 year = date->year - shift;

  if (!dtl_calendar_check_year (date->year, error) ||
      !dtl_calendar_check_year (year, error))
    return FALSE;
  if (date->leap_month || date->month < 1 || date->month > 12 || date->day < 1 ||
      date->day > dtl_gregorian_get_month_length (year, date->month))
    return dtl_calendar_refuse_day (calendar, date, error);

  *ret_day = dtl_gregorian_to_day (year, date->month, date->day);
  return TRUE;
}

static gboolean
shift_from_day (gint64 day, gint64 shift, DtlCalendarDate *ret_date, GError **error)
{
  if (!dtl_calendar_gregorian.from_day (day, ret_date, error))
    return FALSE;
  ret_date->year += shift;
  return TRUE;
}

static gboolean
roc_to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  return shift_to_day (&dtl_calendar_roc, date, ROC_SHIFT, ret_day, error);
}

static gboolean
roc_from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  return shift_from_day (day, ROC_SHIFT, ret_date, error);
}

static gboolean
dangun_to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  return shift_to_day (&dtl_calendar_dangun, date, DANGUN_SHIFT, ret_day, error);
}

static gboolean
dangun_from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  return shift_from_day (day, DANGUN_SHIFT, ret_date, error);
}

static gboolean
refuse_early_thai (GError **error)
{
  return dtl_calendar_refuse_range (
      error,
      _ ("before 1889 the Thai year followed the moon, which this calendar does not"));
}

/* January to March belong to the year before while it began in April. */
static gboolean
has_april_shift (gint64 year, int month)
{
  return year <= LAST_APRIL_YEAR && month < 4;
}

static gboolean
buddhist_to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  DtlCalendarDate shifted = *date;

  if (date->year < FIRST_THAI_YEAR)
    return refuse_early_thai (error);
  if (has_april_shift (date->year, date->month))
    {
      if (date->year == LAST_APRIL_YEAR)
        return dtl_calendar_refuse_day (&dtl_calendar_buddhist, date, error);
      shifted.year++;
    }
  return shift_to_day (&dtl_calendar_buddhist, &shifted, BUDDHIST_SHIFT, ret_day, error);
}

static gboolean
buddhist_from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  if (day < FIRST_THAI_DAY)
    return refuse_early_thai (error);
  if (!shift_from_day (day, BUDDHIST_SHIFT, ret_date, error))
    return FALSE;
  if (has_april_shift (ret_date->year, ret_date->month))
    ret_date->year--;
  return TRUE;
}

const DtlCalendarClass dtl_calendar_roc = {
  .name = "roc",
  .title = N_ ("the calendar of the Republic of China"),
  .to_day = roc_to_day,
  .from_day = roc_from_day,
};

const DtlCalendarClass dtl_calendar_dangun = {
  .name = "dangun",
  .title = N_ ("the Dangun calendar"),
  .to_day = dangun_to_day,
  .from_day = dangun_from_day,
};

const DtlCalendarClass dtl_calendar_buddhist = {
  .name = "buddhist",
  .title = N_ ("the Thai Buddhist calendar"),
  .to_day = buddhist_to_day,
  .from_day = buddhist_from_day,
};
