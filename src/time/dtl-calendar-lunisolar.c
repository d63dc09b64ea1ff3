/* The Chinese and the Korean calendar from 1645 to 2100: from tables, since the
 * almanacs in force did not always follow the sky. A year bears the number of
 * the Gregorian year in which it begins. */

#include "config.h"

#include "time/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

/* 28 January 1645, new year in both. */
#define FIRST_DAY (-118676)

/* A day that the table does not reach, so that sums cannot overflow. */
#define BEYOND_TABLE 100000

#define LEAP_SHIFT 13

static gboolean
refuse (GError **error)
{
  return dtl_calendar_refuse_range (
      error, _ ("the tables of Chinese and Korean years cover %d to %d"),
      DTL_LUNISOLAR_FIRST, DTL_LUNISOLAR_LAST);
}

static int
count_months (guint32 year)
{
  return year >> LEAP_SHIFT != 0 ? 13 : 12;
}

/* @place counts from 0 in the order of the year. */
static int
get_month_length (guint32 year, int place)
{
  return 29 + (int) (year >> place & 1);
}

static int
get_year_length (guint32 year)
{
  int length = 0;

  for (int place = 0; place < count_months (year); place++)
    length += get_month_length (year, place);
  return length;
}

/* The place of a month, -1 where the year has none such. */
static int
find_place (guint32 year, const DtlCalendarDate *date)
{
  int leap = (int) (year >> LEAP_SHIFT);

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
  gint64 day = FIRST_DAY;
  guint32 wanted;
  int place;

  if (date->year < DTL_LUNISOLAR_FIRST || date->year > DTL_LUNISOLAR_LAST)
    return refuse (error);
  wanted = years[date->year - DTL_LUNISOLAR_FIRST];
  place = find_place (wanted, date);
  if (place < 0 || date->day < 1 || date->day > get_month_length (wanted, place))
    return dtl_calendar_refuse_day (calendar, date, error);

  for (int i = 0; i < date->year - DTL_LUNISOLAR_FIRST; i++)
    day += get_year_length (years[i]);
  for (int i = 0; i < place; i++)
    day += get_month_length (wanted, i);
  *ret_day = day + date->day - 1;
  return TRUE;
}

static void
set_month (guint32 year, int place, DtlCalendarDate *ret_date)
{
  int leap = (int) (year >> LEAP_SHIFT);

  ret_date->leap_month = leap != 0 && place == leap;
  ret_date->month = place + 1 - (leap != 0 && place >= leap);
}

static gboolean
table_from_day (const guint32 *years,
                gint64 day,
                DtlCalendarDate *ret_date,
                GError **error)
{
  const int n_years = DTL_LUNISOLAR_LAST - DTL_LUNISOLAR_FIRST + 1;
  gint64 rest;
  int i = 0, place = 0;

  if (day < FIRST_DAY || day > BEYOND_TABLE)
    return refuse (error);
  rest = day - FIRST_DAY;
  while (i < n_years && rest >= get_year_length (years[i]))
    rest -= get_year_length (years[i++]);
  if (i == n_years)
    return refuse (error);
  while (rest >= get_month_length (years[i], place))
    rest -= get_month_length (years[i], place++);

  ret_date->year = DTL_LUNISOLAR_FIRST + i;
  set_month (years[i], place, ret_date);
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
