#include "time/dtl-extent.h"

#include "time/dtl-extent-private.h"

void
dtl_extent_normalize (DtlExtent *extent)
{
  DtlTime earliest_end = dtl_time_add (extent->start, 1);
  DtlTime latest_start = dtl_time_add (extent->end, -1);

  if (extent->start != DTL_TIME_PAST)
    extent->earliest_end = MAX (extent->earliest_end, earliest_end);
  if (extent->end != DTL_TIME_FUTURE)
    extent->latest_start = MIN (extent->latest_start, latest_start);
}

gboolean
dtl_extent_equal (const DtlExtent *a, const DtlExtent *b)
{
  return a->start == b->start && a->latest_start == b->latest_start &&
         a->earliest_end == b->earliest_end && a->end == b->end && a->flags == b->flags &&
         a->offset_minutes == b->offset_minutes && a->kind == b->kind &&
         a->precision == b->precision && a->precision_end == b->precision_end &&
         a->part == b->part && a->calendar == b->calendar &&
         a->calendar_end == b->calendar_end && a->qualifiers[0] == b->qualifiers[0] &&
         a->qualifiers[1] == b->qualifiers[1];
}

static int
compare_int64 (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

int
dtl_extent_compare (const DtlExtent *a, const DtlExtent *b)
{
  int order = compare_int64 (a->start, b->start);

  if (order == 0)
    order = compare_int64 (dtl_precision_get_seconds (b->precision),
                           dtl_precision_get_seconds (a->precision));
  if (order == 0)
    order = compare_int64 (b->end, a->end);
  if (order == 0)
    order = compare_int64 (a->latest_start, b->latest_start);
  if (order == 0)
    order = compare_int64 (a->earliest_end, b->earliest_end);
  return order;
}

DtlTime
dtl_extent_get_anchor (const DtlExtent *extent)
{
  if (extent->start == DTL_TIME_PAST && extent->end == DTL_TIME_FUTURE)
    return 0;
  if (extent->start == DTL_TIME_PAST)
    return extent->end - 1;
  if (extent->end == DTL_TIME_FUTURE)
    return extent->start;
  /* Not the half of the difference: that of the whole range does not fit. */
  return extent->start / 2 + extent->end / 2;
}

/* The year that was written: 1200 for "c. 1200 BC". */
static gint64
get_written_year (const DtlExtent *extent)
{
  DtlTime time = extent->start == DTL_TIME_PAST ? extent->end - 1 : extent->start;
  DtlCalendarDate date;

  if (!dtl_calendar_from_day (extent->calendar, dtl_time_get_day (time), &date, NULL))
    return 0;
  return date.year > 0 || !dtl_calendar_is_roman_style (extent->calendar) ? date.year
                                                                          : 1 - date.year;
}

gint64
dtl_extent_get_margin (const DtlExtent *extent)
{
  gint64 year, power = 1;

  if ((extent->flags & DTL_EXTENT_APPROXIMATE) == 0 ||
      !(dtl_time_is_bounded (extent->start) || dtl_time_is_bounded (extent->end)))
    return 0;
  if (extent->precision > DTL_PRECISION_YEAR)
    return dtl_precision_get_seconds (extent->precision);
  if (extent->precision < DTL_PRECISION_YEAR)
    return dtl_precision_get_seconds (extent->precision) / 2;

  year = get_written_year (extent);
  while (year != 0 && year % (power * 10) == 0)
    power *= 10;
  return MAX (power * DTL_SECONDS_PER_YEAR / 2, 2 * DTL_SECONDS_PER_YEAR);
}
