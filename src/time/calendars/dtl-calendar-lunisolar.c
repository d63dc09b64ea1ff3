/* The Chinese and the Korean calendar from 1645 to 2100: from tables, since the
 * almanacs in force did not always follow the sky. A year bears the number of
 * the Gregorian year in which it begins. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

#define LEAP_SHIFT 13
#define LEAP_MASK 15
#define NEW_YEAR_SHIFT 17

static gboolean
refuse (GError **error)
{
  return dtl_calendar_refuse_range (
      error, _ ("the tables of Chinese and Korean years cover %d to %d"),
      DTL_LUNISOLAR_FIRST, DTL_LUNISOLAR_LAST);
}

/* 0 for none. */
static int
get_leap_month (guint32 year)
{
  return (int) (year >> LEAP_SHIFT & LEAP_MASK);
}

/* @year has to be in the table. */
static gint64
get_new_year (const guint32 *years, gint64 year)
{
  return dtl_gregorian_to_day (year, 1, 1) +
         (years[year - DTL_LUNISOLAR_FIRST] >> NEW_YEAR_SHIFT);
}

/* @place counts from 0 in the order of the year. */
static int
get_month_length (guint32 year, int place)
{
  return 29 + (int) (year >> place & 1);
}

/* The place of a month, -1 where the year has none such. */
static int
find_place (guint32 year, const DtlCalendarDate *date)
{
  int leap = get_leap_month (year);

  if (date->month < 1 || date->month > 12 || (date->leap_month && date->month != leap))
    return -1;
  return date->month - 1 + (leap != 0 && (date->month > leap || date->leap_month));
}

static gboolean
table_to_day (const DtlCalendarClass *calendar,
              const guint32 *years,
              const DtlCalendarDate *date,
              gint64 *ret_day,
              GError **error)
{
  gint64 day;
  guint32 wanted;
  int place;

  if (date->year < DTL_LUNISOLAR_FIRST || date->year > DTL_LUNISOLAR_LAST)
    return refuse (error);
  wanted = years[date->year - DTL_LUNISOLAR_FIRST];
  place = find_place (wanted, date);
  if (place < 0 || date->day < 1 || date->day > get_month_length (wanted, place))
    return dtl_calendar_refuse_day (calendar, date, error);

  day = get_new_year (years, date->year);
  for (int i = 0; i < place; i++)
    day += get_month_length (wanted, i);
  *ret_day = day + date->day - 1;
  return TRUE;
}

static void
set_month (guint32 year, int place, DtlCalendarDate *ret_date)
{
  int leap = get_leap_month (year);

  ret_date->leap_month = leap != 0 && place == leap;
  ret_date->month = place + 1 - (leap != 0 && place >= leap);
}

/* The new year is in January or February: a day before it is in the year before. */
static gboolean
find_year (const guint32 *years, gint64 day, gint64 *ret_year)
{
  gint64 year;
  int month, month_day;

  dtl_gregorian_from_day (day, &year, &month, &month_day);
  if (year < DTL_LUNISOLAR_FIRST || year > DTL_LUNISOLAR_LAST + 1)
    return FALSE;
  if (year > DTL_LUNISOLAR_LAST || day < get_new_year (years, year))
    year--;
  *ret_year = year;
  return year >= DTL_LUNISOLAR_FIRST;
}

static gboolean
table_from_day (const guint32 *years,
                gint64 day,
                DtlCalendarDate *ret_date,
                GError **error)
{
  gint64 year, rest;
  guint32 found;
  int place = 0, n_months;

  if (!dtl_calendar_check_day (day, error))
    return FALSE;
  if (!find_year (years, day, &year))
    return refuse (error);

  found = years[year - DTL_LUNISOLAR_FIRST];
  n_months = get_leap_month (found) != 0 ? 13 : 12;
  rest = day - get_new_year (years, year);
  while (place < n_months && rest >= get_month_length (found, place))
    rest -= get_month_length (found, place++);
  /* Behind the last year there is no table. */
  if (place == n_months)
    return refuse (error);

  ret_date->year = year;
  set_month (found, place, ret_date);
  ret_date->day = (int) rest + 1;
  return TRUE;
}

static gboolean
chinese_to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  return table_to_day (&dtl_calendar_chinese, dtl_chinese_years, date, ret_day, error);
}

static gboolean
chinese_from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  return table_from_day (dtl_chinese_years, day, ret_date, error);
}

static gboolean
korean_to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  return table_to_day (&dtl_calendar_korean, dtl_korean_years, date, ret_day, error);
}

static gboolean
korean_from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  return table_from_day (dtl_korean_years, day, ret_date, error);
}

const DtlCalendarClass dtl_calendar_chinese = {
  .name = "chinese",
  .title = N_ ("the Chinese calendar"),
  .to_day = chinese_to_day,
  .from_day = chinese_from_day,
};

const DtlCalendarClass dtl_calendar_korean = {
  .name = "korean",
  .title = N_ ("the Korean calendar"),
  .to_day = korean_to_day,
  .from_day = korean_from_day,
};
