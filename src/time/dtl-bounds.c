#include "time/dtl-bounds.h"

/* Which calendar the labels of one side are in: those that were said in any
 * other than these two are shown in the one of their age. */
static DtlCalendar
choose_calendar (DtlCalendar said, DtlTime time)
{
  if (said == DTL_CALENDAR_GREGORIAN || said == DTL_CALENDAR_JULIAN)
    return said;
  return dtl_time_is_bounded (time) && dtl_time_get_day (time) < DTL_FIRST_GREGORIAN_DAY
             ? DTL_CALENDAR_JULIAN
             : DTL_CALENDAR_GREGORIAN;
}

static char *
format_time (DtlTime time, DtlCalendar calendar, DtlPrecision precision)
{
  gint64 year;
  int month, day;
  int second = dtl_time_get_second_of_day (time);
  g_autoptr (GString) text = g_string_new (NULL);

  if (calendar == DTL_CALENDAR_JULIAN)
    dtl_julian_from_day (dtl_time_get_day (time), &year, &month, &day);
  else
    dtl_gregorian_from_day (dtl_time_get_day (time), &year, &month, &day);

  g_string_printf (text, "%s%04" G_GINT64_FORMAT "-%02d-%02d", year < 0 ? "-" : "",
                   ABS (year), month, day);
  if (precision == DTL_PRECISION_HOUR || precision == DTL_PRECISION_MINUTE ||
      precision == DTL_PRECISION_PART_OF_DAY)
    g_string_append_printf (text, "T%02d:%02d", second / 3600, second / 60 % 60);
  else if (precision == DTL_PRECISION_SECOND || precision == DTL_PRECISION_SUB_SECOND)
    g_string_append_printf (text, "T%02d:%02d:%02d", second / 3600, second / 60 % 60,
                            second % 60);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_start (const DtlExtent *extent, DtlTime time)
{
  if (extent->flags & DTL_EXTENT_UNKNOWN_START && extent->start == DTL_TIME_PAST)
    return g_strdup ("?");
  if (time == DTL_TIME_PAST)
    return g_strdup ("-inf");
  if (time == DTL_TIME_FUTURE)
    return g_strdup ("+inf");
  return format_time (time, choose_calendar (extent->calendar, extent->start),
                      extent->precision);
}

/* @time is the first second after the one that is shown. */
static char *
format_end (const DtlExtent *extent, DtlTime time)
{
  if (extent->flags & DTL_EXTENT_UNKNOWN_END && extent->end == DTL_TIME_FUTURE)
    return g_strdup ("?");
  if (time == DTL_TIME_PAST)
    return g_strdup ("-inf");
  if (time == DTL_TIME_FUTURE)
    return g_strdup ("+inf");
  return format_time (time - 1, choose_calendar (extent->calendar_end, extent->end),
                      extent->precision_end);
}

void
dtl_bounds_init (DtlBounds *bounds, const DtlExtent *extent)
{
  gboolean within =
      extent->kind == DTL_EXTENT_WITHIN || extent->kind == DTL_EXTENT_ONE_OF;
  DtlTime last = dtl_time_is_bounded (extent->end) ? extent->end - 1 : extent->end;

  bounds->earliest = format_start (extent, extent->start);
  bounds->latest = format_end (extent, extent->end);
  /* Within one unit the inner labels are the outer ones, in the calendar of
   * the side they were said in. */
  bounds->latest_start =
      within ? g_strdup (bounds->latest) : format_start (extent, extent->latest_start);
  bounds->earliest_end =
      within ? g_strdup (bounds->earliest) : format_end (extent, extent->earliest_end);
  bounds->inner = !within;
  bounds->calendar = choose_calendar (extent->calendar_end, last);
  bounds->calendar_start = dtl_time_is_bounded (extent->start)
                               ? choose_calendar (extent->calendar, extent->start)
                               : bounds->calendar;
  if (!dtl_time_is_bounded (last))
    bounds->calendar = bounds->calendar_start;
  bounds->has_jdn[0] = dtl_time_is_bounded (extent->start);
  bounds->has_jdn[1] = dtl_time_is_bounded (last);
  bounds->jdn[0] =
      bounds->has_jdn[0] ? dtl_time_get_day (extent->start) + DTL_JDN_OF_DAY_0 : 0;
  bounds->jdn[1] = bounds->has_jdn[1] ? dtl_time_get_day (last) + DTL_JDN_OF_DAY_0 : 0;
}

void
dtl_bounds_clear (DtlBounds *bounds)
{
  g_clear_pointer (&bounds->earliest, g_free);
  g_clear_pointer (&bounds->latest_start, g_free);
  g_clear_pointer (&bounds->earliest_end, g_free);
  g_clear_pointer (&bounds->latest, g_free);
}
