#include "time/forms/dtl-iso8601.h"

#include "time/forms/dtl-edtf-private.h"

/* Beyond the valid range, where every instant is alike. */
#define BEYOND "147000000000"

/* Something between two instants, to be written as one date or as two. */
typedef struct {
  DtlTime start, end;
  DtlPrecision precision;
  DtlCalendar calendar, calendar_end; /* of months and years; Gregorian or Julian */
} Side;

static Side
make_side (const DtlExtent *extent, gboolean first, gboolean last)
{
  Side side = { extent->start, extent->end, (DtlPrecision) extent->precision,
                dtl_edtf_get_written_calendar (extent->calendar),
                dtl_edtf_get_written_calendar (extent->calendar_end) };

  if (!last)
    {
      side.end = dtl_time_add (extent->latest_start, 1);
      side.calendar_end = side.calendar;
    }
  if (!first)
    {
      side.start = dtl_time_add (extent->earliest_end, -1);
      side.precision = (DtlPrecision) extent->precision_end;
      side.calendar = side.calendar_end;
    }
  return side;
}

static void
append_year (GString *text, gint64 year)
{
  if (year >= 0 && year <= 9999)
    g_string_append_printf (text, "%04" G_GINT64_FORMAT, year);
  else
    g_string_append_printf (text, "%c%04" G_GINT64_FORMAT, year < 0 ? '-' : '+',
                            ABS (year));
}

static void
append_day (GString *text, gint64 day)
{
  gint64 year;
  int month, month_day;

  dtl_gregorian_from_day (day, &year, &month, &month_day);
  append_year (text, year);
  g_string_append_printf (text, "-%02d-%02d", month, month_day);
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

static void
append_clock (GString *text,
              const DtlExtent *extent,
              DtlTime time,
              DtlPrecision precision)
{
  int second = dtl_time_get_second_of_day (time);

  append_day (text, dtl_time_get_day (time));
  g_string_append_printf (text, "T%02d", second / 3600);
  if (precision != DTL_PRECISION_HOUR)
    g_string_append_printf (text, ":%02d", second / 60 % 60);
  if (precision == DTL_PRECISION_SECOND)
    g_string_append_printf (text, ":%02d", second % 60);
  append_offset (text, extent);
}

/* Hour, minute or second, for what is exactly one. */
static gboolean
find_clock (const Side *side, DtlPrecision *ret_precision)
{
  gint64 width = side->end - side->start;

  for (DtlPrecision p = DTL_PRECISION_HOUR; p <= DTL_PRECISION_SECOND; p++)
    if (width == dtl_precision_get_seconds (p) &&
        dtl_time_get_second_of_day (side->start) % width == 0)
      {
        *ret_precision = p;
        return TRUE;
      }
  return FALSE;
}

static void
read_days (const Side *side, DtlEdtfSubject *ret_subject)
{
  ret_subject->first_day = dtl_time_get_day (side->start);
  ret_subject->next_day = dtl_time_get_day (side->end - 1) + 1;
  ret_subject->calendar = side->calendar;
  ret_subject->calendar_end = side->calendar_end;
  dtl_edtf_read_labels (ret_subject);
}

/* A decade or a century by its digits, of the years 0 to 9999. */
static gboolean
append_many_years (GString *text, const DtlEdtfSubject *subject)
{
  gint64 year = subject->first.year;

  if ((subject->n_years != 10 && subject->n_years != 100) ||
      year % subject->n_years != 0 || year < 0 || year > 9999)
    return FALSE;
  if (subject->n_years == 10)
    g_string_append_printf (text, "%03d", (int) year / 10);
  else
    g_string_append_printf (text, "%02d", (int) year / 100);
  return TRUE;
}

/* What a date without a time is; FALSE where no one date is as wide. */
static gboolean
append_days (GString *text, const DtlEdtfSubject *subject)
{
  gint64 week_year;
  int week;

  if (subject->next_day - subject->first_day == 1)
    append_day (text, subject->first_day);
  else if (subject->n_years == 1)
    append_year (text, subject->first.year);
  else if (subject->n_months == 1)
    {
      append_year (text, subject->first.year);
      g_string_append_printf (text, "-%02d", subject->first.month);
    }
  else if (subject->next_day - subject->first_day == 7 &&
           dtl_day_get_weekday (subject->first_day) == 0)
    {
      week = dtl_day_get_week (subject->first_day, &week_year);
      append_year (text, week_year);
      g_string_append_printf (text, "-W%02d", week);
    }
  else
    return append_many_years (text, subject);
  return TRUE;
}

static gboolean
has_whole_days (const Side *side)
{
  return dtl_time_get_second_of_day (side->start) == 0 &&
         dtl_time_get_second_of_day (side->end) == 0;
}

/* The first and the last day of the valid range are cut short, and have no date
 * that reads back. */
static gboolean
is_beyond (DtlTime time)
{
  return time <= DTL_TIME_MIN + DTL_SECONDS_PER_DAY ||
         time >= DTL_TIME_MAX - DTL_SECONDS_PER_DAY;
}

/* One date or time with exactly the bounds of @side. */
static gboolean
append_exact (GString *text, const DtlExtent *extent, const Side *side)
{
  DtlEdtfSubject subject;
  DtlPrecision precision;

  if (is_beyond (side->start) || is_beyond (side->end))
    return FALSE;
  if (find_clock (side, &precision))
    append_clock (text, extent, side->start, precision);
  else if (has_whole_days (side))
    {
      read_days (side, &subject);
      return append_days (text, &subject);
    }
  else
    return FALSE;
  return TRUE;
}

/* The year, month, day or second in which @side begins, or ends: the coarsest one
 * with that bound. */
static void
append_bound (GString *text, const DtlExtent *extent, const Side *side, gboolean last)
{
  DtlTime time = last ? side->end : side->start;
  DtlCalendar calendar = last ? side->calendar_end : side->calendar;
  gint64 day = dtl_time_get_day (time);
  DtlCalendarDate edge, date;

  if (is_beyond (time))
    {
      g_string_append (text, time < 0 ? "-" BEYOND : "+" BEYOND);
      return;
    }
  if (dtl_time_get_second_of_day (time) != 0)
    {
      append_clock (text, extent, last ? time - 1 : time, DTL_PRECISION_SECOND);
      return;
    }
  /* Whether a month or year ends there is asked of the day after. */
  dtl_calendar_from_day (calendar, day, &edge, NULL);
  dtl_calendar_from_day (calendar, last ? day - 1 : day, &date, NULL);
  if (edge.day != 1 || dtl_precision_get_seconds (side->precision) <
                           G_GINT64_CONSTANT (28) * DTL_SECONDS_PER_DAY)
    {
      append_day (text, last ? day - 1 : day);
      return;
    }
  append_year (text, date.year);
  if (edge.month != 1)
    g_string_append_printf (text, "-%02d", date.month);
}

/* One end of a span. */
static void
append_side (GString *text, const DtlExtent *extent, gboolean last, DtlLoss *loss)
{
  Side side = make_side (extent, !last, last);

  if (side.start < side.end && append_exact (text, extent, &side))
    return;
  *loss |= DTL_LOSS_BOUNDS;
  append_bound (text, extent, &side, last);
}

static void
append_two_bounds (GString *text, const DtlExtent *extent, DtlLoss *loss)
{
  Side side = make_side (extent, TRUE, TRUE);
  g_autoptr (GString) last = g_string_new (NULL);

  *loss |= DTL_LOSS_BOUNDS;
  append_bound (text, extent, &side, FALSE);
  append_bound (last, extent, &side, TRUE);
  /* At the end of time both are the same. */
  if (!g_string_equal (text, last))
    g_string_append_printf (text, "/%s", last->str);
}

static gboolean
is_span (const DtlExtent *extent)
{
  return extent->kind == DTL_EXTENT_SPAN || extent->kind == DTL_EXTENT_ALL_OF;
}

static gboolean
has_form (DtlPrecision precision)
{
  return precision == DTL_PRECISION_WEEK ||
         (precision >= DTL_PRECISION_CENTURY && precision <= DTL_PRECISION_SECOND);
}

/* Losses that do not depend on what is written. */
static DtlLoss
find_losses (const DtlExtent *extent)
{
  DtlLoss loss = DTL_LOSS_NONE;

  if (extent->flags & (DTL_EXTENT_APPROXIMATE | DTL_EXTENT_UNCERTAIN) ||
      extent->qualifiers[0] != 0 || extent->qualifiers[1] != 0)
    loss |= DTL_LOSS_QUALIFIER;
  if (extent->calendar != DTL_CALENDAR_GREGORIAN ||
      extent->calendar_end != DTL_CALENDAR_GREGORIAN)
    loss |= DTL_LOSS_CALENDAR;
  if (extent->part != DTL_PART_NONE)
    loss |= DTL_LOSS_PART;
  if (!has_form ((DtlPrecision) extent->precision) ||
      (is_span (extent) && !has_form ((DtlPrecision) extent->precision_end)))
    loss |= DTL_LOSS_PRECISION;
  return loss;
}

static gboolean
has_all_bounds (const DtlExtent *extent)
{
  return dtl_time_is_bounded (extent->start) && dtl_time_is_bounded (extent->end) &&
         (!is_span (extent) || (dtl_time_is_bounded (extent->latest_start) &&
                                dtl_time_is_bounded (extent->earliest_end)));
}

char *
dtl_iso8601_write (const DtlExtent *extent, DtlLoss *ret_loss)
{
  g_autoptr (GString) text = g_string_sized_new (32);
  Side whole;

  if (!has_all_bounds (extent))
    {
      *ret_loss = DTL_LOSS_POSITION;
      return NULL;
    }
  *ret_loss = find_losses (extent);
  whole = make_side (extent, TRUE, TRUE);
  if (is_span (extent))
    {
      append_side (text, extent, FALSE, ret_loss);
      g_string_append_c (text, '/');
      append_side (text, extent, TRUE, ret_loss);
    }
  else if (!append_exact (text, extent, &whole))
    append_two_bounds (text, extent, ret_loss);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
