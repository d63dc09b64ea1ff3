#include "extract/resolve/dtl-point.h"

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

DtlPoint
dtl_point_year (gint64 year)
{
  return (DtlPoint){ .grain = DTL_GRAIN_YEAR, .year = year, .month = 1, .day = 1 };
}

DtlPoint
dtl_point_month (gint64 year, int month)
{
  return (DtlPoint){ .grain = DTL_GRAIN_MONTH, .year = year, .month = month, .day = 1 };
}

DtlPoint
dtl_point_quarter (gint64 year, int number)
{
  return (DtlPoint){ .grain = DTL_GRAIN_QUARTER,
                     .year = year,
                     .month = number * 3 - 2,
                     .day = 1,
                     .number = number };
}

DtlPoint
dtl_point_century (int ordinal)
{
  return (DtlPoint){ .grain = DTL_GRAIN_CENTURY,
                     .year = ordinal > 0 ? (ordinal - 1) * 100 + 1 : ordinal * 100 + 1,
                     .month = 1,
                     .day = 1,
                     .number = ordinal };
}

DtlPoint
dtl_point_from_day (gint64 day, const DtlCalendarSwitch *place)
{
  DtlPoint point = { .grain = DTL_GRAIN_DAY, .place = place };

  if (dtl_calendar_switch_get_calendar (place, day) == DTL_CALENDAR_JULIAN)
    dtl_julian_from_day (day, &point.year, &point.month, &point.day);
  else
    dtl_gregorian_from_day (day, &point.year, &point.month, &point.day);
  return point;
}

gint64
dtl_point_get_first_day (const DtlPoint *point)
{
  switch (point->grain)
    {
    case DTL_GRAIN_WEEK:
      return dtl_day_from_week (point->year, point->number, 0);
    case DTL_GRAIN_WEEKEND:
      return dtl_day_from_week (point->year, point->number, 5);
    default:
      return dtl_calendar_switch_get_day (point->place, point->year,
                                          MAX (point->month, 1), MAX (point->day, 1));
    }
}

gboolean
dtl_point_check (const DtlPoint *point, GError **error)
{
  DtlCalendarDate label = { point->year, point->month, point->day, FALSE, 0 };
  gint64 day;

  return point->grain < DTL_GRAIN_DAY ||
         dtl_calendar_switch_to_day (point->place, &label, &day, error);
}

gboolean
dtl_point_exists (const DtlPoint *point)
{
  return dtl_point_check (point, NULL);
}

gboolean
dtl_point_from_extent (const DtlExtent *extent,
                       const DtlCalendarSwitch *place,
                       DtlPoint *ret_point)
{
  DtlTime time = dtl_time_is_bounded (extent->start) ? extent->start : extent->end - 1;
  DtlPoint point;

  if (!dtl_time_is_bounded (time) ||
      dtl_precision_get_seconds (extent->precision) > 1000 * DTL_SECONDS_PER_YEAR)
    return FALSE;
  point = dtl_point_from_day (dtl_time_get_day (time), place);
  if (dtl_precision_get_seconds (extent->precision) >= DTL_SECONDS_PER_YEAR)
    point = dtl_point_round (&point, DTL_UNIT_YEAR);
  else if (dtl_precision_get_seconds (extent->precision) > 10 * DTL_SECONDS_PER_DAY)
    point = dtl_point_round (&point, DTL_UNIT_MONTH);
  *ret_point = point;
  return TRUE;
}

static DtlPoint
round_to_week (const DtlPoint *point, DtlGrain grain)
{
  DtlPoint week = { .grain = grain, .place = point->place };

  week.number = dtl_day_get_week (dtl_point_get_first_day (point), &week.year);

  DtlPoint first =
      dtl_point_from_day (dtl_day_from_week (week.year, week.number, 0), point->place);

  week.month = first.month;
  week.day = first.day;
  return week;
}

static DtlPoint
round_to_season (const DtlPoint *point)
{
  DtlPoint season = { .grain = DTL_GRAIN_SEASON, .year = point->year, .day = 1 };

  season.number = point->month % 12 / 3 == 0 ? DTL_SEASON_WINTER : point->month / 3;
  season.month = season.number * 3;
  if (point->month > 0 && point->month < 3)
    season.year--;
  return season;
}

static DtlPoint
round_to_century (const DtlPoint *point)
{
  if (point->year > 0)
    return dtl_point_century ((int) ((point->year - 1) / 100 + 1));
  return dtl_point_century ((int) (-(-point->year / 100) - 1));
}

static DtlPoint
round_to (const DtlPoint *point, DtlUnit unit)
{
  DtlPoint whole = dtl_point_year (point->year);
  int month = MAX (point->month, 1);

  switch (unit)
    {
    case DTL_UNIT_SECOND:
    case DTL_UNIT_MINUTE:
    case DTL_UNIT_HOUR:
      return *point;
    case DTL_UNIT_DAY:
      whole = *point;
      whole.grain = DTL_GRAIN_DAY;
      if (point->grain < DTL_GRAIN_DAY)
        whole = dtl_point_from_day (dtl_point_get_first_day (point), point->place);
      return whole;
    case DTL_UNIT_WEEK:
    case DTL_UNIT_FORTNIGHT:
      return round_to_week (point, DTL_GRAIN_WEEK);
    case DTL_UNIT_WEEKEND:
      return round_to_week (point, DTL_GRAIN_WEEKEND);
    case DTL_UNIT_MONTH:
      return dtl_point_month (point->year, month);
    case DTL_UNIT_QUARTER:
      whole.grain = DTL_GRAIN_QUARTER;
      whole.number = (month + 2) / 3;
      whole.month = whole.number * 3 - 2;
      return whole;
    case DTL_UNIT_SEASON:
      return round_to_season (point);
    case DTL_UNIT_YEAR:
      return whole;
    case DTL_UNIT_DECADE:
      whole.grain = DTL_GRAIN_DECADE;
      whole.year = floor_div (point->year, 10) * 10;
      return whole;
    case DTL_UNIT_CENTURY:
      return round_to_century (point);
    case DTL_UNIT_MILLENNIUM:
      whole.grain = DTL_GRAIN_MILLENNIUM;
      whole.number = (int) (floor_div (point->year - 1, 1000) + 1);
      if (point->year <= 0)
        whole.number--;
      return whole;
    }
  return whole;
}

DtlPoint
dtl_point_round (const DtlPoint *point, DtlUnit unit)
{
  DtlPoint whole = round_to (point, unit);

  whole.place = point->place;
  return whole;
}

static void
move_months (DtlPoint *point, gint64 months)
{
  gint64 all = point->year * 12 + MAX (point->month, 1) - 1 + months;

  point->year = floor_div (all, 12);
  point->month = (int) (all - point->year * 12) + 1;
  point->day = MIN (MAX (point->day, 1),
                    dtl_calendar_switch_get_month_length (point->place, point->year,
                                                          point->month));
  if (point->grain == DTL_GRAIN_QUARTER)
    point->number = (point->month + 2) / 3;
  if (point->grain == DTL_GRAIN_SEASON)
    point->number = point->month / 3;
}

static void
move_days (DtlPoint *point, gint64 days)
{
  DtlPoint moved =
      dtl_point_from_day (dtl_point_get_first_day (point) + days, point->place);

  point->year = moved.year;
  point->month = moved.month;
  point->day = moved.day;
  if (point->grain == DTL_GRAIN_WEEK || point->grain == DTL_GRAIN_WEEKEND)
    *point = round_to_week (&moved, point->grain);
}

static void
move_seconds (DtlPoint *point, gint64 seconds)
{
  gint64 all = (gint64) point->hour * 3600 + point->minute * 60 + point->second + seconds;
  gint64 days = floor_div (all, DTL_SECONDS_PER_DAY);
  int rest = (int) (all - days * DTL_SECONDS_PER_DAY);

  move_days (point, days);
  point->hour = rest / 3600;
  point->minute = rest / 60 % 60;
  point->second = rest % 60;
}

DtlPoint
dtl_point_move (const DtlPoint *point, gint64 count, DtlUnit unit)
{
  DtlPoint moved = *point;

  count = CLAMP (count, -1000000, 1000000);
  switch (unit)
    {
    case DTL_UNIT_SECOND:
      move_seconds (&moved, count);
      break;
    case DTL_UNIT_MINUTE:
      move_seconds (&moved, count * 60);
      break;
    case DTL_UNIT_HOUR:
      move_seconds (&moved, count * 3600);
      break;
    case DTL_UNIT_DAY:
      move_days (&moved, count);
      break;
    case DTL_UNIT_WEEKEND:
    case DTL_UNIT_WEEK:
      move_days (&moved, count * 7);
      break;
    case DTL_UNIT_FORTNIGHT:
      move_days (&moved, count * 14);
      break;
    case DTL_UNIT_MONTH:
      move_months (&moved, count);
      break;
    case DTL_UNIT_QUARTER:
    case DTL_UNIT_SEASON:
      move_months (&moved, count * 3);
      break;
    case DTL_UNIT_YEAR:
      move_months (&moved, count * 12);
      break;
    case DTL_UNIT_DECADE:
      move_months (&moved, count * 120);
      break;
    case DTL_UNIT_CENTURY:
      move_months (&moved, count * 1200);
      break;
    case DTL_UNIT_MILLENNIUM:
      move_months (&moved, count * 12000);
      break;
    }
  if (moved.grain == DTL_GRAIN_CENTURY)
    moved = round_to_century (&moved);
  return moved;
}

/* Meeus's rule for the Gregorian calendar, Gauss's for the Julian. */
DtlPoint
dtl_point_easter (gint64 year, const DtlCalendarSwitch *place)
{
  DtlPoint point = { .grain = DTL_GRAIN_DAY, .year = year, .place = place };
  gint64 spring = dtl_calendar_switch_get_day (place, year, 3, 1);
  gint64 a = year % 19;
  gint64 b = year / 100, c = year % 100;
  gint64 h, l, m;

  if (dtl_calendar_switch_get_calendar (place, spring) == DTL_CALENDAR_JULIAN)
    {
      gint64 d = (19 * a + 15) % 30;
      gint64 e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;

      point.month = (int) ((d + e + 114) / 31);
      point.day = (int) ((d + e + 114) % 31) + 1;
      return point;
    }
  h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  m = (a + 11 * h + 22 * l) / 451;
  point.month = (int) ((h + l - 7 * m + 114) / 31);
  point.day = (int) ((h + l - 7 * m + 114) % 31) + 1;
  return point;
}
