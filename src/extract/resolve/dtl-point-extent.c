/* A point as an extent of time, by the house rules of the time model. */

#include "extract/resolve/dtl-point.h"

/* Days in the calendar that a bare date of the time is read in. */
static DtlExtent
make_extent (gint64 first,
             gint64 last,
             DtlPrecision precision,
             const DtlCalendarSwitch *place)
{
  DtlExtent extent = dtl_extent_from_days (first, last, precision);

  extent.calendar = (guint8) dtl_calendar_switch_get_calendar (place, first);
  extent.calendar_end = (guint8) dtl_calendar_switch_get_calendar (place, last);
  return extent;
}

/* The months from the one of @point on. */
static DtlExtent
get_months (const DtlPoint *point, int n_months, DtlPrecision precision)
{
  DtlPoint first = dtl_point_month (point->year, MAX (point->month, 1));
  DtlPoint next;

  first.place = point->place;
  next = dtl_point_move (&first, n_months, DTL_UNIT_MONTH);
  return make_extent (dtl_point_get_first_day (&first),
                      dtl_point_get_first_day (&next) - 1, precision, point->place);
}

static DtlExtent
get_days (const DtlPoint *point, int n_days, DtlPrecision precision)
{
  gint64 first = dtl_point_get_first_day (point);

  return make_extent (first, first + n_days - 1, precision, point->place);
}

/* First and last second of each part of a day, from its midnight; the night
 * ends on the next day. House rules of the time model. */
static const int daypart_hours[][2] = {
  { 0, 24 },  { 0, 24 },  { 5, 12 },  { 11, 14 }, { 12, 17 },
  { 17, 21 }, { 21, 29 }, { 24, 24 }, { 6, 18 },
};

static DtlExtent
get_daypart (const DtlPoint *point)
{
  DtlExtent extent = get_days (point, 1, DTL_PRECISION_PART_OF_DAY);
  DtlTime midnight = extent.start;
  const int *hours = daypart_hours[point->number];

  if (point->number == DTL_DAYPART_DAWN)
    {
      extent.precision = extent.precision_end = DTL_PRECISION_DAY;
      return extent;
    }
  extent.start = dtl_time_add (midnight, hours[0] * 3600);
  extent.end = dtl_time_add (midnight, hours[1] * 3600);
  if (point->number == DTL_DAYPART_MIDNIGHT)
    {
      extent.end = dtl_time_add (extent.start, 60);
      extent.precision = extent.precision_end = DTL_PRECISION_MINUTE;
    }
  extent.latest_start = extent.end - 1;
  extent.earliest_end = extent.start + 1;
  return extent;
}

static gboolean
get_stated (const DtlPoint *point,
            DtlPrecision precision,
            DtlExtent *ret_extent,
            GError **error)
{
  DtlDate date = { .calendar = DTL_CALENDAR_HISTORICAL,
                   .precision = precision,
                   .year = point->year,
                   .month = point->month,
                   .day = point->day,
                   .hour = point->hour,
                   .minute = point->minute,
                   .second = point->second,
                   .place = point->place };

  return dtl_extent_from_date (&date, ret_extent, error);
}

/* The 470s BC begin with 479 BC: decades go by the years as they are said. */
static DtlExtent
get_decade_bc (const DtlPoint *point)
{
  gint64 last = (1 - point->year) / 10 * 10 + 9;
  DtlPoint first = dtl_point_year (1 - last);

  first.place = point->place;
  return get_months (&first, 120, DTL_PRECISION_DECADE);
}

gboolean
dtl_point_to_extent (const DtlPoint *point, DtlExtent *ret_extent, GError **error)
{
  switch (point->grain)
    {
    case DTL_GRAIN_MILLENNIUM:
      *ret_extent = dtl_extent_from_millennium (point->number);
      return TRUE;
    case DTL_GRAIN_CENTURY:
      *ret_extent = dtl_extent_from_century (point->number);
      return TRUE;
    case DTL_GRAIN_DECADE:
      if (point->year <= 0)
        {
          *ret_extent = get_decade_bc (point);
          return TRUE;
        }
      return get_stated (point, DTL_PRECISION_DECADE, ret_extent, error);
    case DTL_GRAIN_YEAR:
      return get_stated (point, DTL_PRECISION_YEAR, ret_extent, error);
    case DTL_GRAIN_HALF:
      *ret_extent = get_months (point, 6, DTL_PRECISION_HALF_YEAR);
      return TRUE;
    case DTL_GRAIN_SEASON:
      *ret_extent = get_months (point, 3, DTL_PRECISION_SEASON);
      return TRUE;
    case DTL_GRAIN_QUARTER:
      *ret_extent = get_months (point, 3, DTL_PRECISION_QUARTER);
      return TRUE;
    case DTL_GRAIN_MONTH:
      return get_stated (point, DTL_PRECISION_MONTH, ret_extent, error);
    case DTL_GRAIN_WEEK:
      *ret_extent = get_days (point, 7, DTL_PRECISION_WEEK);
      return TRUE;
    case DTL_GRAIN_WEEKEND:
      *ret_extent = get_days (point, 2, DTL_PRECISION_DAY);
      return TRUE;
    case DTL_GRAIN_DAY:
      return get_stated (point, DTL_PRECISION_DAY, ret_extent, error);
    case DTL_GRAIN_DAYPART:
      *ret_extent = get_daypart (point);
      return TRUE;
    case DTL_GRAIN_HOUR:
      return get_stated (point, DTL_PRECISION_HOUR, ret_extent, error);
    case DTL_GRAIN_MINUTE:
      return get_stated (point, DTL_PRECISION_MINUTE, ret_extent, error);
    case DTL_GRAIN_SECOND:
      return get_stated (point, DTL_PRECISION_SECOND, ret_extent, error);
    }
  return FALSE;
}
