/* Dates and times of day. What kind of date it is follows from the number of
 * digits in a row; a year of other than four has to have a sign. */

#include "config.h"

#include "time/forms/dtl-iso8601-private.h"

#include <glib/gi18n-lib.h>

/* Years of more digits are beyond all that is known of time. */
#define MAX_YEAR_DIGITS 12

#define NANOSECONDS G_GINT64_CONSTANT (1000000000)

G_DEFINE_QUARK (dtl - iso8601 - error - quark, dtl_iso8601_error)

gboolean
dtl_iso8601_refuse (GError **error, DtlIso8601Error code, gsize at, const char *what)
{
  g_autofree char *place = g_strdup_printf ("%" G_GSIZE_FORMAT, at);

  /* Translators: a number, and a reason such as "there is no such month". */
  g_set_error (error, DTL_ISO8601_ERROR, code, _ ("at position %s: %s"), place, what);
  return FALSE;
}

static gboolean
refuse_syntax (const DtlIso8601Cursor *cursor, const char *what, GError **error)
{
  return dtl_iso8601_refuse (error, DTL_ISO8601_ERROR_SYNTAX, cursor->at, what);
}

static gboolean
refuse_day (gsize at, const char *what, GError **error)
{
  return dtl_iso8601_refuse (error, DTL_ISO8601_ERROR_NO_SUCH_DAY, at, what);
}

gsize
dtl_iso8601_count_digits (const DtlIso8601Cursor *cursor)
{
  gsize n = 0;

  while (cursor->at + n < cursor->end && g_ascii_isdigit (cursor->text[cursor->at + n]))
    n++;
  return n;
}

gint64
dtl_iso8601_take_digits (DtlIso8601Cursor *cursor, gsize n)
{
  gint64 number = 0;

  for (gsize i = 0; i < n; i++)
    number = number * 10 + (cursor->text[cursor->at++] - '0');
  return number;
}

gboolean
dtl_iso8601_take_fraction (DtlIso8601Cursor *cursor,
                           gint64 unit,
                           gint64 *ret_fraction,
                           gint64 *ret_parts)
{
  DtlIso8601Cursor ahead = *cursor;
  gint64 fraction = 0, scale = 1;
  gsize n;

  if (!dtl_iso8601_skip (&ahead, '.') && !dtl_iso8601_skip (&ahead, ','))
    return FALSE;
  n = dtl_iso8601_count_digits (&ahead);
  if (n == 0)
    return FALSE;
  /* Digits behind the sixth are too fine to matter, even of an hour. */
  for (gsize i = 0; i < MIN (n, 6); i++, scale *= 10)
    fraction = fraction * 10 + (ahead.text[ahead.at + i] - '0');
  ahead.at += n;
  *ret_fraction = fraction * unit / scale;
  *ret_parts = MAX (unit / scale, 1);
  *cursor = ahead;
  return TRUE;
}

static gboolean
set_format (DtlIso8601Cursor *cursor, DtlIso8601Format format, GError **error)
{
  if (cursor->format != DTL_ISO8601_EITHER && cursor->format != format)
    return refuse_syntax (cursor, _ ("basic and extended format are mixed"), error);
  cursor->format = format;
  return TRUE;
}

/* Exactly @n digits. */
static gboolean
read_digits (DtlIso8601Cursor *cursor, gsize n, int *ret_number, GError **error)
{
  if (dtl_iso8601_count_digits (cursor) < n)
    return refuse_syntax (cursor, _ ("a digit is missing"), error);
  *ret_number = (int) dtl_iso8601_take_digits (cursor, n);
  return TRUE;
}

static DtlExtent
from_years (gint64 first, gint64 n, DtlPrecision precision)
{
  return dtl_extent_from_days (dtl_gregorian_to_day (first, 1, 1),
                               dtl_gregorian_to_day (first + n, 1, 1) - 1, precision);
}

static gboolean
read_day (DtlIso8601Cursor *cursor,
          gint64 year,
          int month,
          DtlExtent *ret_extent,
          GError **error)
{
  gsize at = cursor->at;
  gint64 day;
  int month_day = 0;

  if (!read_digits (cursor, 2, &month_day, error))
    return FALSE;
  if (month_day < 1 || month_day > dtl_gregorian_get_month_length (year, month))
    return refuse_day (at, _ ("there is no such day in the month"), error);
  day = dtl_gregorian_to_day (year, month, month_day);
  *ret_extent = dtl_extent_from_days (day, day, DTL_PRECISION_DAY);
  return TRUE;
}

/* "07" or "07-27", and "0727" in the basic format, which has no month alone. */
static gboolean
read_month (DtlIso8601Cursor *cursor, gint64 year, DtlExtent *ret_extent, GError **error)
{
  gsize at = cursor->at;
  gint64 first;
  int month = 0;

  if (!read_digits (cursor, 2, &month, error))
    return FALSE;
  if (month < 1 || month > 12)
    return refuse_day (at, _ ("there is no such month"), error);
  if (cursor->format == DTL_ISO8601_BASIC || dtl_iso8601_skip (cursor, '-'))
    return read_day (cursor, year, month, ret_extent, error);
  first = dtl_gregorian_to_day (year, month, 1);
  *ret_extent =
      dtl_extent_from_days (first,
                            first + dtl_gregorian_get_month_length (year, month) - 1,
                            DTL_PRECISION_MONTH);
  return TRUE;
}

static gboolean
read_ordinal (DtlIso8601Cursor *cursor,
              gint64 year,
              DtlExtent *ret_extent,
              GError **error)
{
  gsize at = cursor->at;
  gint64 first = dtl_gregorian_to_day (year, 1, 1);
  int ordinal = 0;

  if (!read_digits (cursor, 3, &ordinal, error))
    return FALSE;
  if (ordinal < 1 || ordinal > dtl_gregorian_to_day (year + 1, 1, 1) - first)
    return refuse_day (at, _ ("there is no such day in the year"), error);
  *ret_extent =
      dtl_extent_from_days (first + ordinal - 1, first + ordinal - 1, DTL_PRECISION_DAY);
  return TRUE;
}

/* The rest of a week date after its "W". */
static gboolean
read_week (DtlIso8601Cursor *cursor, gint64 year, DtlExtent *ret_extent, GError **error)
{
  gsize at = cursor->at;
  gint64 monday, week_year;
  int week = 0, weekday = 0;

  if (!read_digits (cursor, 2, &week, error))
    return FALSE;
  monday = dtl_day_from_week (year, week, 0);
  if (week < 1 || dtl_day_get_week (monday, &week_year) != week || week_year != year)
    return refuse_day (at, _ ("there is no such week in the year"), error);
  *ret_extent = dtl_extent_from_days (monday, monday + 6, DTL_PRECISION_WEEK);
  if (cursor->format == DTL_ISO8601_BASIC ? dtl_iso8601_count_digits (cursor) == 0
                                          : !dtl_iso8601_skip (cursor, '-'))
    return TRUE;

  at = cursor->at;
  if (!read_digits (cursor, 1, &weekday, error))
    return FALSE;
  if (weekday < 1 || weekday > 7)
    return refuse_day (at, _ ("a week has the days 1 to 7"), error);
  *ret_extent = dtl_extent_from_days (monday + weekday - 1, monday + weekday - 1,
                                      DTL_PRECISION_DAY);
  return TRUE;
}

/* What follows a year that stands by itself. */
static gboolean
read_after_year (DtlIso8601Cursor *cursor,
                 gint64 year,
                 DtlExtent *ret_extent,
                 GError **error)
{
  if (dtl_iso8601_skip (cursor, 'W'))
    return set_format (cursor, DTL_ISO8601_BASIC, error) &&
           read_week (cursor, year, ret_extent, error);
  if (!dtl_iso8601_skip (cursor, '-'))
    {
      *ret_extent = from_years (year, 1, DTL_PRECISION_YEAR);
      return TRUE;
    }
  cursor->format = DTL_ISO8601_EXTENDED;
  if (dtl_iso8601_skip (cursor, 'W'))
    return read_week (cursor, year, ret_extent, error);
  if (dtl_iso8601_count_digits (cursor) == 3)
    return read_ordinal (cursor, year, ret_extent, error);
  return read_month (cursor, year, ret_extent, error);
}

/* A year with a sign: all digits are its own. */
static gboolean
read_signed (DtlIso8601Cursor *cursor, DtlExtent *ret_extent, GError **error)
{
  gsize at = cursor->at;
  gboolean negative = dtl_iso8601_peek (cursor) == '-';
  gsize n;
  gint64 year;

  cursor->at++;
  n = dtl_iso8601_count_digits (cursor);
  if (n < 4)
    return refuse_syntax (cursor, _ ("a year with a sign has four digits or more"),
                          error);
  if (n > MAX_YEAR_DIGITS)
    return refuse_syntax (cursor, _ ("the year is too far away"), error);
  year = dtl_iso8601_take_digits (cursor, n);
  if (negative && year == 0)
    return dtl_iso8601_refuse (error, DTL_ISO8601_ERROR_SYNTAX, at,
                               _ ("the year 0000 has no minus sign"));
  return read_after_year (cursor, negative ? -year : year, ret_extent, error);
}

static gboolean
read_date (DtlIso8601Cursor *cursor, DtlExtent *ret_extent, GError **error)
{
  gint64 year;

  if (dtl_iso8601_peek (cursor) == '+' || dtl_iso8601_peek (cursor) == '-')
    return read_signed (cursor, ret_extent, error);

  switch (dtl_iso8601_count_digits (cursor))
    {
    case 2:
      *ret_extent = from_years (dtl_iso8601_take_digits (cursor, 2) * 100, 100,
                                DTL_PRECISION_CENTURY);
      return TRUE;
    case 3:
      *ret_extent =
          from_years (dtl_iso8601_take_digits (cursor, 3) * 10, 10, DTL_PRECISION_DECADE);
      return TRUE;
    case 4:
      return read_after_year (cursor, dtl_iso8601_take_digits (cursor, 4), ret_extent,
                              error);
    case 6:
      return refuse_syntax (cursor, _ ("a month behind a year needs a hyphen"), error);
    case 7:
      cursor->format = DTL_ISO8601_BASIC;
      year = dtl_iso8601_take_digits (cursor, 4);
      return read_ordinal (cursor, year, ret_extent, error);
    case 8:
      cursor->format = DTL_ISO8601_BASIC;
      year = dtl_iso8601_take_digits (cursor, 4);
      return read_month (cursor, year, ret_extent, error);
    case 0:
      return refuse_syntax (cursor, _ ("a date begins with a digit or a sign"), error);
    default:
      return refuse_syntax (cursor, _ ("a year of other than four digits needs a sign"),
                            error);
    }
}

/* A time of day: its start, and how long what was said of it is. */
typedef struct {
  gint64 nanoseconds;
  gint64 width; /* in nanoseconds */
  DtlPrecision precision;
} Clock;

/* A colon before the next part of a time, or in the basic format its digits. */
static gboolean
begins_part (DtlIso8601Cursor *cursor, gboolean *ret_begins, GError **error)
{
  gboolean colon = dtl_iso8601_skip (cursor, ':');

  *ret_begins = colon || dtl_iso8601_count_digits (cursor) > 0;
  if (!*ret_begins)
    return TRUE;
  return set_format (cursor, colon ? DTL_ISO8601_EXTENDED : DTL_ISO8601_BASIC, error);
}

/* Hours, minutes and seconds as far as they are written. */
static gboolean
read_parts (DtlIso8601Cursor *cursor, Clock *clock, GError **error)
{
  static const struct {
    int most;
    gint64 seconds;
    DtlPrecision precision;
  } parts[] = { { 24, 3600, DTL_PRECISION_HOUR },
                { 59, 60, DTL_PRECISION_MINUTE },
                { 60, 1, DTL_PRECISION_SECOND } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gboolean begins = i == 0;
      gsize at;
      int number = 0;

      if (i > 0 && !begins_part (cursor, &begins, error))
        return FALSE;
      if (!begins)
        return TRUE;
      at = cursor->at;
      if (!read_digits (cursor, 2, &number, error))
        return FALSE;
      if (number > parts[i].most)
        return refuse_day (at, _ ("there is no such time"), error);
      /* A leap second is the one before it. */
      clock->nanoseconds +=
          MIN (number, i == 2 ? 59 : number) * parts[i].seconds * NANOSECONDS;
      clock->width = parts[i].seconds * NANOSECONDS;
      clock->precision = parts[i].precision;
    }
  return TRUE;
}

/* Of the last part that was written. */
static void
read_fraction (DtlIso8601Cursor *cursor, Clock *clock, DtlLoss *loss)
{
  gint64 fraction;

  if (!dtl_iso8601_take_fraction (cursor, clock->width, &fraction, &clock->width))
    return;
  clock->nanoseconds += fraction;
  if (clock->width >= 60 * NANOSECONDS)
    clock->precision = DTL_PRECISION_MINUTE;
  else
    clock->precision = DTL_PRECISION_SECOND;
  if (clock->width < NANOSECONDS)
    *loss |= DTL_LOSS_PRECISION;
}

/* "Z", "+05:30", "-03"; none is a local time, and so is the "-00:00" of RFC 3339. */
static gboolean
read_offset (DtlIso8601Cursor *cursor, DtlExtent *extent, GError **error)
{
  gboolean negative = dtl_iso8601_peek (cursor) == '-';
  gsize at = cursor->at;
  gboolean has_minutes;
  int hours = 0, minutes = 0;

  if (dtl_iso8601_is_at_end (cursor))
    return TRUE;
  if (dtl_iso8601_skip (cursor, 'Z'))
    {
      extent->flags |= DTL_EXTENT_HAS_OFFSET;
      return TRUE;
    }
  if (!negative && dtl_iso8601_peek (cursor) != '+')
    return refuse_syntax (cursor, _ ("this is no time zone"), error);
  cursor->at++;
  if (!read_digits (cursor, 2, &hours, error) ||
      !begins_part (cursor, &has_minutes, error) ||
      (has_minutes && !read_digits (cursor, 2, &minutes, error)))
    return FALSE;
  if (hours > 23 || minutes > 59)
    return refuse_day (at, _ ("there is no such time zone"), error);
  if (negative && hours == 0 && minutes == 0)
    return TRUE;
  extent->offset_minutes = (gint16) ((negative ? -1 : 1) * (hours * 60 + minutes));
  extent->flags |= DTL_EXTENT_HAS_OFFSET;
  return TRUE;
}

/* Narrows a day to a time of it; beyond the range of instants there is none. */
static void
set_clock (DtlExtent *extent, const Clock *clock)
{
  gint64 first = clock->nanoseconds / NANOSECONDS;
  gint64 after = (clock->nanoseconds + clock->width + NANOSECONDS - 1) / NANOSECONDS;

  extent->precision = extent->precision_end = (guint8) clock->precision;
  if (extent->flags & DTL_EXTENT_OUT_OF_RANGE)
    return;
  extent->end = dtl_time_add (extent->start, after);
  extent->start = dtl_time_add (extent->start, first);
  extent->latest_start = dtl_time_add (extent->end, -1);
  extent->earliest_end = dtl_time_add (extent->start, 1);
}

/* The rest of a date after its "T". */
static gboolean
read_clock (DtlIso8601Cursor *cursor, DtlExtent *extent, DtlLoss *loss, GError **error)
{
  gsize at = cursor->at;
  Clock clock = { 0 };

  if (!read_parts (cursor, &clock, error))
    return FALSE;
  read_fraction (cursor, &clock, loss);
  if (clock.nanoseconds > DTL_SECONDS_PER_DAY * NANOSECONDS)
    return refuse_day (at, _ ("there is no such time"), error);
  set_clock (extent, &clock);
  return read_offset (cursor, extent, error);
}

gboolean
dtl_iso8601_read_moment (DtlIso8601Cursor *cursor,
                         DtlExtent *ret_extent,
                         DtlLoss *loss,
                         GError **error)
{
  DtlExtent extent;

  if (dtl_iso8601_peek (cursor) == 'T')
    return dtl_iso8601_refuse (error, DTL_ISO8601_ERROR_NO_POSITION, cursor->at,
                               _ ("a time of day belongs to no day"));
  if (!read_date (cursor, &extent, error))
    return FALSE;
  if (dtl_iso8601_peek (cursor) == 'T' && extent.precision != DTL_PRECISION_DAY)
    return refuse_syntax (cursor, _ ("a time of day belongs to a day"), error);
  if (dtl_iso8601_skip (cursor, 'T') && !read_clock (cursor, &extent, loss, error))
    return FALSE;
  if (!dtl_iso8601_is_at_end (cursor))
    return refuse_syntax (cursor, _ ("something follows the date"), error);
  *ret_extent = extent;
  return TRUE;
}
