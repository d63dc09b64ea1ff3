/* Intervals and durations. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"
#include "time/forms/dtl-iso8601-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More digits than any duration needs; sums of them cannot overflow. */
#define MAX_NUMBER_DIGITS 12

typedef struct {
  gint64 months; /* with the years */
  gint64 days;   /* with the weeks */
  gint64 seconds;
  DtlPrecision finest; /* of the parts that were written */
} Duration;

/* "P1Y2M" … in the order in which they have to stand. */
static const struct {
  char letter;
  gboolean of_day; /* behind the "T" */
  gint64 months, days, seconds;
  DtlPrecision precision;
} units[] = {
  { 'Y', FALSE, 12, 0, 0, DTL_PRECISION_YEAR },
  { 'M', FALSE, 1, 0, 0, DTL_PRECISION_MONTH },
  { 'W', FALSE, 0, 7, 0, DTL_PRECISION_WEEK },
  { 'D', FALSE, 0, 1, 0, DTL_PRECISION_DAY },
  { 'H', TRUE, 0, 0, 3600, DTL_PRECISION_HOUR },
  { 'M', TRUE, 0, 0, 60, DTL_PRECISION_MINUTE },
  { 'S', TRUE, 0, 0, 1, DTL_PRECISION_SECOND },
};

static gboolean
refuse (const DtlIso8601Cursor *cursor, const char *what, GError **error)
{
  return dtl_iso8601_refuse (error, DTL_ISO8601_ERROR_SYNTAX, cursor->at, what);
}

/* The unit of the letter at the cursor, among those from @first on. */
static gboolean
find_unit (const DtlIso8601Cursor *cursor, gboolean of_day, guint first, guint *ret_unit)
{
  for (guint i = first; i < G_N_ELEMENTS (units); i++)
    if (units[i].of_day == of_day && units[i].letter == dtl_iso8601_peek (cursor))
      {
        *ret_unit = i;
        return TRUE;
      }
  return FALSE;
}

/* A fraction is that of a unit with a fixed length. */
static gboolean
add_fraction (const DtlIso8601Cursor *cursor,
              guint unit,
              DtlIso8601Cursor fraction_at,
              Duration *duration,
              GError **error)
{
  gint64 seconds = units[unit].days * DTL_SECONDS_PER_DAY + units[unit].seconds;
  gint64 fraction, parts;

  if (seconds == 0)
    return refuse (&fraction_at, _ ("parts of a year or month have no fixed length"),
                   error);
  if (cursor->at + 1 < cursor->end)
    return refuse (&fraction_at, _ ("only the last part can have a fraction"), error);
  dtl_iso8601_take_fraction (&fraction_at, seconds, &fraction, &parts);
  duration->seconds += fraction;
  if (parts < DTL_SECONDS_PER_DAY)
    duration->finest = parts < 60 ? DTL_PRECISION_SECOND : DTL_PRECISION_MINUTE;
  return TRUE;
}

/* One number and its letter. */
static gboolean
read_part (DtlIso8601Cursor *cursor,
           gboolean of_day,
           guint *next_unit,
           Duration *duration,
           GError **error)
{
  gsize n = dtl_iso8601_count_digits (cursor);
  DtlIso8601Cursor fraction_at;
  gint64 number, fraction, parts;
  gboolean has_fraction;
  guint unit;

  if (n == 0 || n > MAX_NUMBER_DIGITS)
    return refuse (cursor,
                   n == 0 ? _ ("a number is missing") : _ ("the number is too great"),
                   error);
  number = dtl_iso8601_take_digits (cursor, n);
  fraction_at = *cursor;
  has_fraction = dtl_iso8601_take_fraction (cursor, 1, &fraction, &parts);
  if (!find_unit (cursor, of_day, *next_unit, &unit))
    return refuse (cursor, _ ("the unit of the number is missing"), error);
  duration->months += number * units[unit].months;
  duration->days += number * units[unit].days;
  duration->seconds += number * units[unit].seconds;
  duration->finest = units[unit].precision;
  if (has_fraction && !add_fraction (cursor, unit, fraction_at, duration, error))
    return FALSE;
  cursor->at++;
  *next_unit = unit + 1;
  return TRUE;
}

/* All of @cursor, which begins with "P". */
static gboolean
read_duration (DtlIso8601Cursor *cursor, Duration *ret_duration, GError **error)
{
  Duration duration = { 0 };
  gboolean of_day = FALSE;
  guint next_unit = 0;

  cursor->at++;
  do
    {
      if (!of_day && dtl_iso8601_skip (cursor, 'T'))
        of_day = TRUE;
      if (!read_part (cursor, of_day, &next_unit, &duration, error))
        return FALSE;
    }
  while (!dtl_iso8601_is_at_end (cursor));
  *ret_duration = duration;
  return TRUE;
}

/* A day that the month found has not is its last one. */
static DtlTime
move (DtlTime time, const Duration *duration, int sign)
{
  int second = dtl_time_get_second_of_day (time);
  gint64 year, months;
  int month, day;

  dtl_gregorian_from_day (dtl_time_get_day (time), &year, &month, &day);
  months = 12 * year + month - 1 + sign * duration->months;
  year = dtl_floor_div (months, 12);
  month = (int) dtl_floor_mod (months, 12) + 1;
  day = MIN (day, dtl_gregorian_get_month_length (year, month));
  time =
      dtl_time_from_day (dtl_gregorian_to_day (year, month, day) + sign * duration->days);
  return dtl_time_add (dtl_time_add (time, second), sign * duration->seconds);
}

static DtlPrecision
get_finer (DtlPrecision a, DtlPrecision b)
{
  return dtl_precision_get_seconds (a) < dtl_precision_get_seconds (b) ? a : b;
}

/* How exact the other end of a duration is: as its finest part, or as the end that
 * is written. Centuries and decades count in years, weeks from a day in days. */
static DtlPrecision
choose_precision (const DtlExtent *moment, const Duration *duration)
{
  DtlPrecision said = get_finer (moment->precision, DTL_PRECISION_YEAR);
  DtlPrecision precision = get_finer (said, duration->finest);

  return precision == DTL_PRECISION_WEEK && said != precision ? DTL_PRECISION_DAY
                                                              : precision;
}

static DtlTime
find_end (DtlTime start, DtlPrecision precision)
{
  Duration unit = { 0 };

  if (precision == DTL_PRECISION_YEAR || precision == DTL_PRECISION_MONTH)
    unit.months = precision == DTL_PRECISION_YEAR ? 12 : 1;
  else
    unit.seconds = dtl_precision_get_seconds (precision);
  return move (start, &unit, 1);
}

/* The other end, which lies @duration after @moment, or before it; on the first or
 * the last day of the valid range it is cut like every date beyond. */
static DtlExtent
add_duration (const DtlExtent *moment, const Duration *duration, int sign)
{
  const gint64 last_day = DTL_TIME_MAX / DTL_SECONDS_PER_DAY;
  DtlPrecision precision = choose_precision (moment, duration);
  DtlTime start = move (moment->start, duration, sign);
  gint64 day = dtl_time_get_day (start);
  DtlExtent extent = { .kind = DTL_EXTENT_WITHIN };

  if (ABS (day) >= last_day)
    return dtl_extent_from_days (2 * day, 2 * day, precision);
  extent.start = start;
  extent.end = find_end (start, precision);
  extent.latest_start = extent.end - 1;
  extent.earliest_end = extent.start + 1;
  extent.precision = extent.precision_end = (guint8) precision;
  return extent;
}

/* How much of a date with a time stands before its offset. */
static gsize
measure_core (const char *text, gsize length, gboolean is_clock_only)
{
  const char *clock = memchr (text, 'T', length);
  gsize from = clock != NULL ? (gsize) (clock - text) : is_clock_only ? 0 : length;

  for (gsize i = from; i < length; i++)
    if (text[i] == 'Z' || text[i] == '+' || text[i] == '-')
      return i;
  return length;
}

/* How many bytes of the start the end of an interval leaves out: as many as are
 * before a boundary of its parts where the two would end alike. */
static gsize
count_omitted (const char *start, gsize start_length, const char *end, gsize end_length)
{
  gboolean has_clock = memchr (start, 'T', start_length) != NULL;
  gsize start_core = measure_core (start, start_length, FALSE);
  gsize end_core = measure_core (end, end_length, has_clock);
  gsize omitted;

  if (end_core == 0 || !(g_ascii_isdigit (*end) || *end == 'W') || end_core >= start_core)
    return 0;
  omitted = start_core - end_core;
  /* What stands first is a sign. */
  return omitted > 1 && strchr ("-:T", start[omitted - 1]) != NULL ? omitted : 0;
}

/* What the end leaves out is written before it, over the start that was read, so
 * that positions stay those of the text. */
static gboolean
read_end (const char *text,
          gsize slash,
          gsize length,
          DtlExtent *ret_extent,
          DtlLoss *loss,
          GError **error)
{
  gsize from = slash + 1;
  gsize omitted = count_omitted (text, slash, text + from, length - from);
  g_autofree char *completed = g_strndup (text, length);
  DtlIso8601Cursor cursor = { completed, from - omitted, length, DTL_ISO8601_EITHER };

  memcpy (completed + from - omitted, text, omitted);
  return dtl_iso8601_read_moment (&cursor, ret_extent, loss, error);
}

static gboolean
join (const DtlExtent *first,
      const DtlExtent *last,
      gsize slash,
      DtlExtent *ret_extent,
      DtlLoss *loss,
      GError **error)
{
  gboolean same_offset = first->offset_minutes == last->offset_minutes;

  if (last->end <= first->start)
    return dtl_iso8601_refuse (error, DTL_ISO8601_ERROR_REVERSED, slash + 1,
                               _ ("the interval ends before it begins"));
  /* "1985/86" is hardly meant to last until 8699. */
  if (last->precision < DTL_PRECISION_YEAR && first->precision >= DTL_PRECISION_YEAR)
    return dtl_iso8601_refuse (error, DTL_ISO8601_ERROR_SYNTAX, slash + 1,
                               _ ("a year has four digits"));

  *ret_extent = dtl_extent_span (first, last);
  /* The offset of the start is that of the end where it has none. */
  if ((first->flags & DTL_EXTENT_HAS_OFFSET) == 0)
    ret_extent->offset_minutes = last->offset_minutes;
  else if (last->flags & DTL_EXTENT_HAS_OFFSET && !same_offset)
    *loss |= DTL_LOSS_OFFSET;
  return TRUE;
}

static gboolean
read_interval (const char *text,
               gsize slash,
               gsize length,
               DtlExtent *ret_extent,
               DtlLoss *loss,
               GError **error)
{
  DtlIso8601Cursor left = { text, 0, slash, DTL_ISO8601_EITHER };
  DtlIso8601Cursor right = { text, slash + 1, length, DTL_ISO8601_EITHER };
  DtlExtent first, last;
  Duration duration;

  if (dtl_iso8601_peek (&left) == 'P')
    {
      if (!read_duration (&left, &duration, error) ||
          !dtl_iso8601_read_moment (&right, &last, loss, error))
        return FALSE;
      first = add_duration (&last, &duration, -1);
    }
  else
    {
      if (!dtl_iso8601_read_moment (&left, &first, loss, error))
        return FALSE;
      if (dtl_iso8601_peek (&right) != 'P')
        return read_end (text, slash, length, &last, loss, error) &&
               join (&first, &last, slash, ret_extent, loss, error);
      if (!read_duration (&right, &duration, error))
        return FALSE;
      last = add_duration (&first, &duration, 1);
    }
  return join (&first, &last, slash, ret_extent, loss, error);
}

gboolean
dtl_iso8601_read (const char *text,
                  gsize length,
                  DtlExtent *ret_extent,
                  DtlLoss *ret_loss,
                  GError **error)
{
  DtlIso8601Cursor cursor = { text, 0, length, DTL_ISO8601_EITHER };
  const char *slash = length == 0 ? NULL : memchr (text, '/', length);

  *ret_loss = DTL_LOSS_NONE;
  if (dtl_iso8601_peek (&cursor) == 'R')
    return dtl_iso8601_refuse (error, DTL_ISO8601_ERROR_NO_POSITION, 0,
                               _ ("a repetition has no one place in time"));
  if (slash != NULL)
    return read_interval (text, (gsize) (slash - text), length, ret_extent, ret_loss,
                          error);
  if (dtl_iso8601_peek (&cursor) == 'P')
    return dtl_iso8601_refuse (error, DTL_ISO8601_ERROR_NO_POSITION, 0,
                               _ ("a duration has no place in time"));
  return dtl_iso8601_read_moment (&cursor, ret_extent, ret_loss, error);
}
