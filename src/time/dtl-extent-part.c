/* Early, mid and late: house rules, the same for every reader.
 *
 * A whole of n units (years, months or days, whichever is the next below) has
 * its early part in the first ceil(n/3), its middle to ceil(2n/3), the late one
 * after that; a month is divided after the 10th and the 20th, whatever its
 * length. Halves and quarters round down. */

#include "time/dtl-extent.h"

#include "time/calendars/dtl-calendar-private.h"

/* The end of the @k-th of @of equal parts of @n units. */
static gint64
get_share (gint64 n, int k, int of)
{
  return of == 3 ? (n * k + 2) / 3 : n * k / of;
}

static void
get_fraction (DtlPart part, int *ret_from, int *ret_to, int *ret_of)
{
  static const int fractions[][3] = {
    [DTL_PART_NONE] = { 0, 1, 1 },       [DTL_PART_EARLY] = { 0, 1, 3 },
    [DTL_PART_MID] = { 1, 2, 3 },        [DTL_PART_LATE] = { 2, 3, 3 },
    [DTL_PART_FIRST_HALF] = { 0, 1, 2 }, [DTL_PART_SECOND_HALF] = { 1, 2, 2 },
    [DTL_PART_QUARTER_1] = { 0, 1, 4 },  [DTL_PART_QUARTER_2] = { 1, 2, 4 },
    [DTL_PART_QUARTER_3] = { 2, 3, 4 },  [DTL_PART_QUARTER_4] = { 3, 4, 4 },
  };

  *ret_from = fractions[part][0];
  *ret_to = fractions[part][1];
  *ret_of = fractions[part][2];
}

/* Labels of a day in the calendar of the side it belongs to; calendars with
 * months of another kind are divided in Gregorian ones. */
static gboolean
uses_julian (const DtlExtent *whole, gint64 day)
{
  if (whole->calendar != DTL_CALENDAR_JULIAN)
    return FALSE;
  return whole->calendar_end == DTL_CALENDAR_JULIAN || day < DTL_FIRST_GREGORIAN_DAY;
}

static void
read_label (const DtlExtent *whole, gint64 day, DtlCalendarDate *ret_date)
{
  ret_date->leap_month = FALSE;
  if (uses_julian (whole, day))
    dtl_julian_from_day (day, &ret_date->year, &ret_date->month, &ret_date->day);
  else
    dtl_gregorian_from_day (day, &ret_date->year, &ret_date->month, &ret_date->day);
}

/* The first day of a month counted through: 12 * year + month - 1. */
static gint64
get_month_start (const DtlExtent *whole, gint64 month)
{
  gint64 year = dtl_floor_div (month, 12);
  int month_of_year = (int) dtl_floor_mod (month, 12) + 1;
  gint64 day = dtl_julian_to_day (year, month_of_year, 1);

  return uses_julian (whole, day) ? day : dtl_gregorian_to_day (year, month_of_year, 1);
}

/* The start of the unit after the first @k of @of parts. */
static DtlTime
find_cut (const DtlExtent *whole, int k, int of)
{
  gint64 first_day = dtl_time_get_day (whole->start);
  gint64 last_day = dtl_time_get_day (whole->end - 1);
  gint64 days = last_day - first_day + 1;
  DtlCalendarDate first, last;
  gint64 months;

  if (k == 0)
    return whole->start;
  if (k == of)
    return whole->end;
  if (days == 1)
    return whole->start + get_share ((whole->end - whole->start) / 3600, k, of) * 3600;

  read_label (whole, first_day, &first);
  read_label (whole, last_day, &last);
  if (first.day == 1 && first.month == 1 && last.month == 12 && last.day == 31 &&
      last.year > first.year)
    return dtl_time_from_day (get_month_start (
        whole, 12 * (first.year + get_share (last.year - first.year + 1, k, of))));

  months = 12 * (last.year - first.year) + last.month - first.month + 1;
  if (first.day == 1 && last.day >= 28 && months > 1)
    return dtl_time_from_day (get_month_start (whole, 12 * first.year + first.month - 1 +
                                                          get_share (months, k, of)));
  if (of == 3 && first.day == 1 && last.day >= 28 && months == 1)
    return dtl_time_from_day (first_day + 10 * k);
  return dtl_time_from_day (first_day + get_share (days, k, of));
}

DtlExtent
dtl_extent_get_part (const DtlExtent *whole, DtlPart part)
{
  DtlExtent extent = *whole;
  int from, to, of;

  g_return_val_if_fail ((guint) part <= DTL_PART_QUARTER_4, *whole);

  if (part == DTL_PART_NONE || !dtl_time_is_bounded (whole->start) ||
      !dtl_time_is_bounded (whole->end))
    return extent;

  get_fraction (part, &from, &to, &of);
  extent.start = find_cut (whole, from, of);
  extent.end = find_cut (whole, to, of);
  if (extent.end <= extent.start)
    return *whole;

  extent.kind = DTL_EXTENT_WITHIN;
  extent.latest_start = extent.end - 1;
  extent.earliest_end = extent.start + 1;
  extent.part = (guint8) part;
  if (!uses_julian (whole, dtl_time_get_day (extent.start)))
    extent.calendar = whole->calendar_end;
  if (uses_julian (whole, dtl_time_get_day (extent.end - 1)))
    extent.calendar_end = whole->calendar;
  return extent;
}
