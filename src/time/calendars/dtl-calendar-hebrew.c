/* The Hebrew calendar, by the fixed rules ascribed to Hillel II: the mean new
 * moon of Tishri (molad) decides the new year, which four rules postpone so
 * that no holiday falls on a forbidden weekday and no year gets a forbidden
 * length. See N. Dershowitz and E. Reingold, "Calendrical Calculations", 4th
 * edition 2018, chapter 8.
 *
 * Months count from Tishri as 1; the Adar I of a leap year is month 5 with
 * leap_month set, so that Adar (or Adar II) is always 6. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

/* Days from 1 Tishri of the year 1 to 1970-01-01. */
#define EPOCH (-2092590)

/* An hour has 1,080 parts; a mean month 29 days and 13,753 parts. */
#define PARTS_PER_DAY 25920
#define MONTH_PARTS 13753
#define FIRST_MOLAD_PARTS 12084

gboolean
dtl_hebrew_is_leap_year (gint64 year)
{
  return dtl_floor_mod (7 * year + 1, 19) < 7;
}

/* Days from the epoch to the new year, with the postponements that depend on
 * the molad and on the weekday. */
static gint64
count_elapsed_days (gint64 year)
{
  gint64 months = dtl_floor_div (235 * year - 234, 19);
  gint64 parts = FIRST_MOLAD_PARTS + MONTH_PARTS * months;
  gint64 day = 29 * months + dtl_floor_div (parts, PARTS_PER_DAY);

  return dtl_floor_mod (3 * (day + 1), 7) < 3 ? day + 1 : day;
}

/* No year has 356 days, and none 382: the new year moves instead. */
static int
get_length_correction (gint64 year)
{
  gint64 before = count_elapsed_days (year - 1);
  gint64 here = count_elapsed_days (year);
  gint64 after = count_elapsed_days (year + 1);

  if (after - here == 356)
    return 2;
  return here - before == 382 ? 1 : 0;
}

static gint64
get_year_start (gint64 year)
{
  return EPOCH + count_elapsed_days (year) + get_length_correction (year);
}

/* Lengths in the order of the year, Adar I in the place after Shevat. */
static int
get_length_at (int place, gboolean leap, int year_length)
{
  static const int regular[] = { 30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30, 29 };
  int kind = year_length % 10; /* 3 deficient, 4 regular, 5 complete */

  if (place == 2)
    return kind == 5 ? 30 : 29;
  if (place == 3)
    return kind == 3 ? 29 : 30;
  if (leap && place == 6)
    return 30;
  return regular[place - (leap && place > 6 ? 2 : 1)];
}

/* The place of a month in its year, from 1; 0 where the year has none such. */
static int
get_place (const DtlCalendarDate *date, gboolean leap)
{
  if (date->month < 1 || date->month > 12)
    return 0;
  if (date->leap_month)
    return leap && date->month == 5 ? 6 : 0;
  return date->month + (leap && date->month > 5);
}

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  gboolean leap;
  gint64 start;
  int length, place;

  if (!dtl_calendar_check_small_year (date->year, error))
    return FALSE;

  leap = dtl_hebrew_is_leap_year (date->year);
  start = get_year_start (date->year);
  length = (int) (get_year_start (date->year + 1) - start);
  place = get_place (date, leap);
  if (place == 0 || date->day < 1 || date->day > get_length_at (place, leap, length))
    return dtl_calendar_refuse_day (&dtl_calendar_hebrew, date, error);

  for (int i = 1; i < place; i++)
    start += get_length_at (i, leap, length);
  *ret_day = start + date->day - 1;
  return TRUE;
}

static gint64
find_year (gint64 day)
{
  /* The mean year has 35,975,351 / 98,496 days. */
  gint64 year = dtl_floor_div (98496 * (day - EPOCH), 35975351);

  while (get_year_start (year + 1) <= day)
    year++;
  while (get_year_start (year) > day)
    year--;
  return year;
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  gint64 year, start;
  int length, place = 1;
  gboolean leap;

  if (!dtl_calendar_check_small_day (day, error))
    return FALSE;

  year = find_year (day);
  start = get_year_start (year);
  length = (int) (get_year_start (year + 1) - start);
  leap = dtl_hebrew_is_leap_year (year);
  while (day >= start + get_length_at (place, leap, length))
    start += get_length_at (place++, leap, length);

  ret_date->year = year;
  ret_date->leap_month = leap && place == 6;
  ret_date->month = place - (leap && place > 5);
  ret_date->day = (int) (day - start) + 1;
  return TRUE;
}

const DtlCalendarClass dtl_calendar_hebrew = {
  .name = "hebrew",
  .title = N_ ("the Hebrew calendar"),
  .to_day = to_day,
  .from_day = from_day,
};
