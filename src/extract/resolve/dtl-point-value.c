/* A point as the value of a TIMEX3. */

#include "extract/resolve/dtl-point.h"

const char *
dtl_daypart_get_code (DtlDaypart daypart)
{
  static const char *const codes[] = { "",   "DAWN", "MO",    "12:00", "AF",
                                       "EV", "NI",   "24:00", "DT",    "NI" };

  return codes[daypart];
}

static const char *const season_codes[] = { "", "SP", "SU", "FA", "WI" };

/* "BC0044" for -43. */
static void
append_year (GString *value, gint64 year)
{
  if (year > 0)
    g_string_append_printf (value, "%04" G_GINT64_FORMAT, year);
  else
    g_string_append_printf (value, "BC%04" G_GINT64_FORMAT, 1 - year);
}

static void
append_coarse (GString *value, const DtlPoint *point)
{
  switch (point->grain)
    {
    case DTL_GRAIN_MILLENNIUM:
      g_string_append_printf (value, point->number > 0 ? "%d" : "BC%d",
                              point->number > 0 ? point->number - 1 : -point->number - 1);
      break;
    case DTL_GRAIN_CENTURY:
      g_string_append_printf (value, point->number > 0 ? "%02d" : "BC%02d",
                              point->number > 0 ? point->number - 1 : -point->number - 1);
      break;
    default:
      if (point->year > 0)
        g_string_append_printf (value, "%03" G_GINT64_FORMAT, point->year / 10);
      else
        g_string_append_printf (value, "BC%03" G_GINT64_FORMAT, (1 - point->year) / 10);
      break;
    }
}

static void
append_day (GString *value, const DtlPoint *point)
{
  append_year (value, point->year);
  g_string_append_printf (value, "-%02d-%02d", point->month, point->day);
}

static void
append_within_year (GString *value, const DtlPoint *point)
{
  append_year (value, point->year);
  switch (point->grain)
    {
    case DTL_GRAIN_HALF:
      g_string_append_printf (value, "-H%d", point->number);
      break;
    case DTL_GRAIN_SEASON:
      g_string_append_printf (value, "-%s", season_codes[point->number]);
      break;
    case DTL_GRAIN_QUARTER:
      g_string_append_printf (value, "-Q%d", point->number);
      break;
    case DTL_GRAIN_MONTH:
      g_string_append_printf (value, "-%02d", point->month);
      break;
    case DTL_GRAIN_WEEK:
      g_string_append_printf (value, "-W%02d", point->number);
      break;
    case DTL_GRAIN_WEEKEND:
      g_string_append_printf (value, "-W%02d-WE", point->number);
      break;
    default:
      break;
    }
}

static void
append_clock (GString *value, const DtlPoint *point)
{
  append_day (value, point);
  switch (point->grain)
    {
    case DTL_GRAIN_DAYPART:
      g_string_append_printf (value, "T%s",
                              dtl_daypart_get_code ((DtlDaypart) point->number));
      break;
    case DTL_GRAIN_HOUR:
      g_string_append_printf (value, "T%02d:00", point->hour);
      break;
    case DTL_GRAIN_MINUTE:
      g_string_append_printf (value, "T%02d:%02d", point->hour, point->minute);
      break;
    case DTL_GRAIN_SECOND:
      g_string_append_printf (value, "T%02d:%02d:%02d", point->hour, point->minute,
                              point->second);
      break;
    default:
      break;
    }
}

char *
dtl_point_dup_value (const DtlPoint *point)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (point->grain <= DTL_GRAIN_DECADE)
    append_coarse (value, point);
  else if (point->grain < DTL_GRAIN_DAY)
    append_within_year (value, point);
  else
    append_clock (value, point);
  return g_string_free (g_steal_pointer (&value), FALSE);
}
