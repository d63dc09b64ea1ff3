/* The Umm al-Qura calendar of Saudi Arabia: from a table, since its months
 * follow the computed moon by rules that have changed several times. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

/* 1 Muharram 1356, 14 March 1937. */
#define FIRST_DAY (-11981)

/* A day that the table does not reach, so that sums cannot overflow. */
#define BEYOND_TABLE 100000

static gboolean
refuse (GError **error)
{
  return dtl_calendar_refuse_range (error,
                                    _ ("the Umm al-Qura table covers the years %d to %d"),
                                    DTL_UMM_AL_QURA_FIRST, DTL_UMM_AL_QURA_LAST);
}

static int
get_month_length (int year, int month)
{
  return 29 + (dtl_umm_al_qura_months[year - DTL_UMM_AL_QURA_FIRST] >> (month - 1) & 1);
}

static int
get_year_length (int year)
{
  int length = 0;

  for (int month = 1; month <= 12; month++)
    length += get_month_length (year, month);
  return length;
}

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  gint64 day = FIRST_DAY;
  int wanted = (int) date->year;

  if (date->year < DTL_UMM_AL_QURA_FIRST || date->year > DTL_UMM_AL_QURA_LAST)
    return refuse (error);
  if (date->leap_month || date->month < 1 || date->month > 12 || date->day < 1 ||
      date->day > get_month_length (wanted, date->month))
    return dtl_calendar_refuse_day (&dtl_calendar_umm_al_qura, date, error);

  for (int year = DTL_UMM_AL_QURA_FIRST; year < wanted; year++)
    day += get_year_length (year);
  for (int month = 1; month < date->month; month++)
    day += get_month_length (wanted, month);
  *ret_day = day + date->day - 1;
  return TRUE;
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  int year = DTL_UMM_AL_QURA_FIRST, month = 1;
  gint64 rest;

  if (day < FIRST_DAY || day > BEYOND_TABLE)
    return refuse (error);
  rest = day - FIRST_DAY;
  while (year <= DTL_UMM_AL_QURA_LAST && rest >= get_year_length (year))
    rest -= get_year_length (year++);
  if (year > DTL_UMM_AL_QURA_LAST)
    return refuse (error);
  while (rest >= get_month_length (year, month))
    rest -= get_month_length (year, month++);

  ret_date->leap_month = FALSE;
  ret_date->year = year;
  ret_date->month = month;
  ret_date->day = (int) rest + 1;
  return TRUE;
}

const DtlCalendarClass dtl_calendar_umm_al_qura = {
  .name = "umm-al-qura",
  .title = N_ ("the Umm al-Qura calendar"),
  .to_day = to_day,
  .from_day = from_day,
};
