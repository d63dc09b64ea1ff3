/* Writes EDTF: dates, intervals and sets. What no date has exactly the bounds of
 * is widened to a range of a set, or in an interval to the next greater unit. */

#include "time/forms/dtl-edtf-private.h"

#include <string.h>

static gint64
get_day_after (DtlTime time)
{
  return dtl_time_get_day (time - 1) + 1;
}

static void
init_subject (DtlEdtfSubject *subject,
              const DtlExtent *extent,
              DtlTime start,
              DtlTime end)
{
  subject->first_day = dtl_time_get_day (start);
  subject->next_day = get_day_after (end);
  subject->calendar = dtl_edtf_get_written_calendar (extent->calendar);
  subject->calendar_end = dtl_edtf_get_written_calendar (extent->calendar_end);
  subject->precision = (DtlPrecision) extent->precision;
  subject->southern = (extent->flags & DTL_EXTENT_SOUTHERN) != 0;
  subject->rounded = (extent->flags & DTL_EXTENT_DEEP_TIME) != 0;
  subject->qualifiers = extent->qualifiers[0];
  dtl_edtf_read_labels (subject);
}

/* Beyond the valid range, where every instant is alike. */
static gboolean
append_beyond (GString *text, DtlTime start, DtlTime end)
{
  if (start > DTL_TIME_MIN && end < DTL_TIME_MAX)
    return FALSE;
  g_string_append (text, start <= DTL_TIME_MIN ? "Y-" : "Y");
  g_string_append (text, DTL_EDTF_BEYOND);
  return TRUE;
}

static guint8
get_all_qualifiers (const DtlExtent *extent)
{
  guint8 qualifiers = 0;

  if (extent->flags & DTL_EXTENT_UNCERTAIN)
    qualifiers |= DTL_EDTF_ANY_UNCERTAIN;
  if (extent->flags & DTL_EXTENT_APPROXIMATE)
    qualifiers |= DTL_EDTF_ANY_APPROXIMATE;
  return qualifiers;
}

/* One end of an interval, or of a set of all dates from one to the other. */
static void
append_side (GString *text, const DtlExtent *extent, gboolean last)
{
  DtlTime start = last ? dtl_time_add (extent->earliest_end, -1) : extent->start;
  DtlTime end = last ? extent->end : dtl_time_add (extent->latest_start, 1);
  DtlEdtfSubject subject;

  /* A side of which only the outer bound is known. */
  if (!dtl_time_is_bounded (start) || !dtl_time_is_bounded (end))
    {
      g_string_append (text, "..");
      return;
    }
  if (append_beyond (text, start, end))
    return;
  init_subject (&subject, extent, start, end);
  if (last)
    subject.precision = (DtlPrecision) extent->precision_end;
  subject.qualifiers = extent->qualifiers[last];
  subject.calendar = subject.calendar_end =
      dtl_edtf_get_written_calendar (last ? extent->calendar_end : extent->calendar);
  dtl_edtf_read_labels (&subject);
  if (!dtl_edtf_append_exact (text, &subject))
    dtl_edtf_append_covering (text, &subject);
}

static void
append_interval (GString *text, const DtlExtent *extent)
{
  if (extent->start != DTL_TIME_PAST)
    append_side (text, extent, FALSE);
  else if (extent->flags & DTL_EXTENT_OPEN_START)
    g_string_append (text, "..");
  g_string_append_c (text, '/');
  if (extent->end != DTL_TIME_FUTURE)
    append_side (text, extent, TRUE);
  else if (extent->flags & DTL_EXTENT_OPEN_END)
    g_string_append (text, "..");
}

/* How many parts a bound is written with: those of its precision, or all three
 * where it does not lie between two of that. */
static int
count_parts (const DtlCalendarDate *date, DtlPrecision precision, gboolean begins)
{
  gint64 seconds = dtl_precision_get_seconds (precision);
  gboolean by_year = seconds >= DTL_SECONDS_PER_YEAR ||
                     precision == DTL_PRECISION_NAMED_PERIOD ||
                     precision == DTL_PRECISION_REIGN;

  if (!begins || seconds < 28 * DTL_SECONDS_PER_DAY)
    return 3;
  return by_year && date->month == 1 ? 1 : 2;
}

/* The bound of a range in a set. Whether a month or year begins there is asked
 * of the day after the range. */
static void
append_bound (GString *text, const DtlExtent *extent, gboolean last)
{
  DtlTime time = last ? extent->end : extent->start;
  DtlCalendar calendar =
      dtl_edtf_get_written_calendar (last ? extent->calendar_end : extent->calendar);
  DtlPrecision precision =
      (DtlPrecision) (last ? extent->precision_end : extent->precision);
  gint64 day = last ? get_day_after (time) : dtl_time_get_day (time);
  guint8 qualifiers = extent->qualifiers[last];
  DtlCalendarDate edge, date;
  int n_parts;

  if (append_beyond (text, last ? DTL_TIME_MAX - 1 : time, last ? time : time + 1))
    return;
  dtl_calendar_from_day (calendar, day, &edge, NULL);
  n_parts = count_parts (&edge, precision, edge.day == 1);
  if (n_parts == 3)
    {
      dtl_edtf_append_day (text, last ? day - 1 : day, qualifiers);
      return;
    }
  dtl_calendar_from_day (calendar, last ? day - 1 : day, &date, NULL);
  dtl_edtf_append_date (text, &date, n_parts, qualifiers);
}

/* "[a..b]", "[..b]", "[a..]"; "[a]" where both are the same. */
static void
append_range (GString *text, const DtlExtent *extent)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) last = g_string_new (NULL);

  if (extent->start != DTL_TIME_PAST)
    append_bound (first, extent, FALSE);
  if (extent->end != DTL_TIME_FUTURE)
    append_bound (last, extent, TRUE);
  if (first->len == 0 && last->len == 0)
    g_string_append (text, "[..0000,0001..]");
  else if (g_string_equal (first, last))
    g_string_append_printf (text, "[%s]", first->str);
  else
    g_string_append_printf (text, "[%s..%s]", first->str, last->str);
}

/* A side that has an end, and that some unit covers; else nothing, which reads
 * as open beside the two dots of a range. */
static void
append_range_side (GString *text, const DtlExtent *extent, gboolean last)
{
  if (!dtl_time_is_bounded (last ? extent->end : extent->start))
    return;
  append_side (text, extent, last);
  if (strcmp (text->str, "..") == 0)
    g_string_truncate (text, 0);
}

/* "{a..b}": from one side to the other, as in an interval. */
static void
append_all_of (GString *text, const DtlExtent *extent)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) last = g_string_new (NULL);

  append_range_side (first, extent, FALSE);
  append_range_side (last, extent, TRUE);
  if (g_string_equal (first, last) && first->len > 0)
    g_string_append_printf (text, "{%s}", first->str);
  else if (first->len == 0 && last->len == 0)
    g_string_append (text, "{..0000,0001..}");
  else
    g_string_append_printf (text, "{%s..%s}", first->str, last->str);
}

static void
append_offset (GString *text, const DtlExtent *extent)
{
  int minutes = ABS (extent->offset_minutes);

  if ((extent->flags & DTL_EXTENT_HAS_OFFSET) == 0)
    return;
  if (minutes == 0)
    g_string_append_c (text, 'Z');
  else
    g_string_append_printf (text, "%c%02d:%02d", extent->offset_minutes < 0 ? '-' : '+',
                            minutes / 60, minutes % 60);
}

/* A time of day, which EDTF has to the second only and without qualifiers. */
static gboolean
append_time (GString *text, const DtlExtent *extent)
{
  int second = dtl_time_get_second_of_day (extent->start);
  gint64 year;
  int month, day;

  if (extent->precision < DTL_PRECISION_HOUR ||
      extent->precision > DTL_PRECISION_SECOND ||
      extent->end - extent->start != dtl_precision_get_seconds (extent->precision) ||
      extent->qualifiers[0] != 0)
    return FALSE;
  dtl_gregorian_from_day (dtl_time_get_day (extent->start), &year, &month, &day);
  if (ABS (year) > 9999)
    return FALSE;
  dtl_edtf_append_day (text, dtl_time_get_day (extent->start), 0);
  g_string_append_printf (text, "T%02d:%02d:%02d", second / 3600, second / 60 % 60,
                          second % 60);
  append_offset (text, extent);
  return TRUE;
}

static void
append_within (GString *text, const DtlExtent *extent)
{
  DtlExtent range = *extent;
  DtlEdtfSubject subject;

  if (extent->start != DTL_TIME_PAST && extent->end != DTL_TIME_FUTURE)
    {
      if (append_beyond (text, extent->start, extent->end) || append_time (text, extent))
        return;
      init_subject (&subject, extent, extent->start, extent->end);
      if (dtl_edtf_append_exact (text, &subject))
        return;
    }
  range.qualifiers[1] = range.qualifiers[0];
  append_range (text, &range);
}

char *
dtl_edtf_format (const DtlExtent *extent)
{
  g_autoptr (GString) text = g_string_sized_new (32);
  DtlExtent qualified = *extent;

  if (extent->qualifiers[0] == 0 && extent->qualifiers[1] == 0)
    qualified.qualifiers[0] = qualified.qualifiers[1] = get_all_qualifiers (extent);
  switch ((DtlExtentKind) extent->kind)
    {
    case DTL_EXTENT_WITHIN:
      append_within (text, &qualified);
      break;
    case DTL_EXTENT_SPAN:
      append_interval (text, &qualified);
      break;
    case DTL_EXTENT_ONE_OF:
      append_range (text, &qualified);
      break;
    case DTL_EXTENT_ALL_OF:
      append_all_of (text, &qualified);
      break;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
