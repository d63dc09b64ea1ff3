/* Reads the dates of EDTF after the specification of the Library of Congress of
 * 2019-02-04, which ISO 8601-2 took over. It refuses whatever that does not
 * allow: the forms of the draft of 2012, times without seconds. */

#include "config.h"

#include "time/forms/dtl-edtf-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (dtl - edtf - error - quark, dtl_edtf_error)

static gboolean
refuse (GError **error, DtlEdtfError code, gsize at, const char *what)
{
  g_autofree char *place = g_strdup_printf ("%" G_GSIZE_FORMAT, at);

  /* Translators: a number, and a reason such as "there is no such month". */
  g_set_error (error, DTL_EDTF_ERROR, code, _ ("at position %s: %s"), place, what);
  return FALSE;
}

gboolean
dtl_edtf_refuse (GError **error, gsize at, const char *what)
{
  return refuse (error, DTL_EDTF_ERROR_SYNTAX, at, what);
}

static char
peek (const DtlEdtfCursor *cursor)
{
  return cursor->at < cursor->end ? cursor->text[cursor->at] : '\0';
}

static gboolean
is_at_end (const DtlEdtfCursor *cursor)
{
  return cursor->at >= cursor->end;
}

static gboolean
skip (DtlEdtfCursor *cursor, char c)
{
  if (is_at_end (cursor) || cursor->text[cursor->at] != c)
    return FALSE;
  cursor->at++;
  return TRUE;
}

static gboolean
read_qualifier (DtlEdtfCursor *cursor, gboolean *ret_uncertain, gboolean *ret_approximate)
{
  char c = peek (cursor);

  if (c != '?' && c != '~' && c != '%')
    return FALSE;
  *ret_uncertain = c != '~';
  *ret_approximate = c != '?';
  cursor->at++;
  return TRUE;
}

static void
qualify (DtlEdtfDate *date, int component, gboolean uncertain, gboolean approximate)
{
  if (uncertain)
    date->qualifiers |= (guint8) DTL_EDTF_UNCERTAIN (component);
  if (approximate)
    date->qualifiers |= (guint8) DTL_EDTF_APPROXIMATE (component);
}

/* Before a component: of it alone. */
static void
read_prefix (DtlEdtfCursor *cursor, DtlEdtfDate *date, int component)
{
  gboolean uncertain, approximate;

  if (!read_qualifier (cursor, &uncertain, &approximate))
    return;
  qualify (date, component, uncertain, approximate);
  date->level = 2;
}

/* After a component: of it and of all before it. */
static void
read_suffix (DtlEdtfCursor *cursor, DtlEdtfDate *date, int component)
{
  gboolean uncertain, approximate;

  if (!read_qualifier (cursor, &uncertain, &approximate))
    return;
  for (int i = 0; i <= component; i++)
    qualify (date, i, uncertain, approximate);
  date->level = MAX (date->level, is_at_end (cursor) ? 1 : 2);
}

static gboolean
read_digits (DtlEdtfCursor *cursor, int n, DtlEdtfDigits *digits, GError **error)
{
  digits->at = cursor->at;
  digits->n = (guint8) n;
  for (int i = 0; i < n; i++, cursor->at++)
    {
      char c = peek (cursor);

      if (!g_ascii_isdigit (c) && c != 'X')
        return dtl_edtf_refuse (error, cursor->at, _ ("a digit or X is missing"));
      digits->digits[i] = c;
    }
  return TRUE;
}

/* Digits without a zero in front, at most @most in value; -1 where it is more. */
static gboolean
read_number (DtlEdtfCursor *cursor, gint64 most, gint64 *ret_number, GError **error)
{
  gint64 number = 0;

  if (!g_ascii_isdigit (peek (cursor)) || peek (cursor) == '0')
    return dtl_edtf_refuse (error, cursor->at, _ ("a number from 1 is missing"));
  for (; g_ascii_isdigit (peek (cursor)); cursor->at++)
    if (number >= 0)
      {
        number = number * 10 + g_ascii_digit_value (peek (cursor));
        if (number > most)
          number = -1;
      }
  *ret_number = number;
  return TRUE;
}

/* "S2" after a year of @n_digits: the last ones are not sure. */
static gboolean
read_significant (DtlEdtfCursor *cursor, int n_digits, DtlEdtfDate *date, GError **error)
{
  gsize at = cursor->at;
  gint64 n;

  if (!skip (cursor, 'S'))
    return TRUE;
  if (!read_number (cursor, G_MAXINT, &n, error))
    return FALSE;
  if (n < 0 || n > n_digits)
    return dtl_edtf_refuse (error, at,
                            _ ("there are more significant digits than digits"));
  /* Zeros in front of a year are not significant. */
  date->unsure_digits =
      MAX (0, (date->year < 0 ? n_digits : dtl_edtf_count_digits (date->year)) - (int) n);
  date->level = 2;
  return TRUE;
}

/* "E7": moves the decimal point. Years of twenty digits are beyond all that is
 * known of time, those of a million digits are an attack. */
static gboolean
read_exponent (DtlEdtfCursor *cursor, DtlEdtfDate *date, int *n_digits, GError **error)
{
  const gint64 most = G_GINT64_CONSTANT (1000000000000);
  gint64 exponent;

  if (!skip (cursor, 'E'))
    return TRUE;
  if (!read_number (cursor, 1000000, &exponent, error))
    return FALSE;
  if (exponent < 0)
    {
      exponent = 1000000;
      date->year = -1;
    }
  *n_digits += (int) exponent;
  for (gint64 i = 0; i < exponent && date->year >= 0; i++)
    {
      date->year *= 10;
      if (date->year > most)
        date->year = -1;
    }
  date->level = 2;
  return TRUE;
}

/* The rest of a date after "Y". */
static gboolean
read_long_year (DtlEdtfCursor *cursor, DtlEdtfDate *date, GError **error)
{
  gsize at;
  int n_digits;

  date->is_long = TRUE;
  date->level = MAX (date->level, 1);
  date->negative = skip (cursor, '-');
  at = cursor->at;
  if (!read_number (cursor, G_GINT64_CONSTANT (1000000000000), &date->year, error))
    return FALSE;
  n_digits = (int) MIN (cursor->at - at, 100000);
  if (n_digits < 5 && peek (cursor) != 'E')
    return dtl_edtf_refuse (error, at, _ ("a year after Y has five digits or more"));
  return read_exponent (cursor, date, &n_digits, error) &&
         read_significant (cursor, n_digits, date, error);
}

static gint64
get_plain_number (const DtlEdtfDigits *digits)
{
  gint64 number = 0;

  for (int i = 0; i < digits->n; i++)
    {
      if (digits->digits[i] == 'X')
        return -1;
      number = number * 10 + (digits->digits[i] - '0');
    }
  return number;
}

static gboolean
read_year (DtlEdtfCursor *cursor, DtlEdtfDate *date, GError **error)
{
  gsize at = cursor->at;

  if (date->qualifiers == 0 && skip (cursor, 'Y'))
    return read_long_year (cursor, date, error);
  date->negative = skip (cursor, '-');
  if (!read_digits (cursor, 4, &date->parts[0], error))
    return FALSE;
  if (date->negative)
    date->level = MAX (date->level, 1);
  if (date->negative && get_plain_number (&date->parts[0]) == 0)
    return dtl_edtf_refuse (error, at, _ ("the year 0000 has no sign"));
  if (peek (cursor) != 'S' || date->qualifiers != 0)
    return TRUE;

  date->year = get_plain_number (&date->parts[0]);
  if (date->year < 0)
    return dtl_edtf_refuse (error, cursor->at, _ ("a year with X has no S"));
  date->is_long = TRUE;
  return read_significant (cursor, 4, date, error);
}

static gboolean
check_month (const DtlEdtfDate *date, GError **error)
{
  const DtlEdtfDigits *digits = &date->parts[1];
  gint64 month = get_plain_number (digits);
  gboolean group = month >= DTL_EDTF_FIRST_GROUP && month <= DTL_EDTF_LAST_GROUP;

  if (month < 0 || (month >= 1 && month <= 12) || (group && date->n_parts == 2))
    return TRUE;
  return dtl_edtf_refuse (error, digits->at, _ ("there is no such month or season"));
}

static gboolean
check_day (const DtlEdtfDate *date, GError **error)
{
  gint64 day = get_plain_number (&date->parts[2]);

  if (day < 0 || (day >= 1 && day <= 31))
    return TRUE;
  return dtl_edtf_refuse (error, date->parts[2].at,
                          _ ("there is no such day of a month"));
}

static gboolean
read_two_digits (DtlEdtfCursor *cursor, int most, int *ret_number, GError **error)
{
  gsize at = cursor->at;
  DtlEdtfDigits digits;

  if (!read_digits (cursor, 2, &digits, error))
    return FALSE;
  *ret_number = (int) get_plain_number (&digits);
  if (*ret_number < 0 || *ret_number > most)
    return dtl_edtf_refuse (error, at, _ ("there is no such time"));
  return TRUE;
}

static gboolean
expect (DtlEdtfCursor *cursor, char c, const char *what, GError **error)
{
  return skip (cursor, c) || dtl_edtf_refuse (error, cursor->at, what);
}

/* "Z", "+05", "-03:30"; none is a local time. */
static gboolean
read_offset (DtlEdtfCursor *cursor, DtlEdtfDate *date, GError **error)
{
  gsize at = cursor->at;
  gboolean negative = peek (cursor) == '-';
  int hours, minutes = 0;

  if (is_at_end (cursor))
    return TRUE;
  date->has_offset = TRUE;
  if (skip (cursor, 'Z'))
    return TRUE;
  if (!negative && peek (cursor) != '+')
    return dtl_edtf_refuse (error, at, _ ("this is no time zone"));
  cursor->at++;
  if (!read_two_digits (cursor, 23, &hours, error) ||
      (skip (cursor, ':') && !read_two_digits (cursor, 59, &minutes, error)))
    return FALSE;
  if (negative && hours == 0 && minutes == 0)
    return dtl_edtf_refuse (error, at, _ ("the offset of Greenwich has no minus sign"));
  date->offset_minutes = (negative ? -1 : 1) * (hours * 60 + minutes);
  return TRUE;
}

/* The rest of a date after "T". */
static gboolean
read_time (DtlEdtfCursor *cursor, DtlEdtfDate *date, GError **error)
{
  gsize at = cursor->at;
  const char *colon = _ ("a colon is missing");
  int hour, minute, second;

  if (!read_two_digits (cursor, 24, &hour, error) ||
      !expect (cursor, ':', colon, error) ||
      !read_two_digits (cursor, 59, &minute, error) ||
      !expect (cursor, ':', colon, error) ||
      !read_two_digits (cursor, 59, &second, error))
    return FALSE;
  date->seconds = hour * 3600 + minute * 60 + second;
  if (date->seconds > DTL_SECONDS_PER_DAY)
    return dtl_edtf_refuse (error, at, _ ("there is no such time"));
  date->has_time = TRUE;
  return read_offset (cursor, date, error);
}

static gboolean
has_x (const DtlEdtfDigits *digits)
{
  return get_plain_number (digits) < 0;
}

static gboolean
is_all_x (const DtlEdtfDigits *digits)
{
  return digits->digits[0] == 'X' && digits->digits[1] == 'X';
}

/* Level 1 allows unspecified digits at the end only: 201X, 20XX, 2004-XX,
 * 2004-06-XX, 2004-XX-XX. */
static gboolean
is_simple_mask (const DtlEdtfDate *date)
{
  const DtlEdtfDigits *year = &date->parts[0];

  if (has_x (year))
    return date->n_parts == 1 && year->digits[0] != 'X' && year->digits[1] != 'X' &&
           year->digits[3] == 'X';
  if (date->n_parts == 2)
    return is_all_x (&date->parts[1]);
  if (has_x (&date->parts[1]))
    return is_all_x (&date->parts[1]) && is_all_x (&date->parts[2]);
  return is_all_x (&date->parts[2]);
}

static void
raise_level (DtlEdtfDate *date)
{
  gboolean masked = FALSE;
  gint64 month;

  for (int i = 0; i < date->n_parts; i++)
    masked = masked || has_x (&date->parts[i]);
  if (masked)
    date->level = MAX (date->level, is_simple_mask (date) ? 1 : 2);
  if (date->n_parts != 2)
    return;
  month = get_plain_number (&date->parts[1]);
  /* Level 1 knows four seasons, and none with a qualifier. */
  if (month >= DTL_EDTF_FIRST_GROUP)
    date->level = month <= 24 && date->qualifiers == 0 ? MAX (date->level, 1) : 2;
}

/* The parts of a date after its year. */
static gboolean
read_parts (DtlEdtfCursor *cursor, DtlEdtfDate *date, GError **error)
{
  read_suffix (cursor, date, 0);
  for (date->n_parts = 1; date->n_parts < 3 && skip (cursor, '-');)
    {
      int part = date->n_parts;

      read_prefix (cursor, date, part);
      if (!read_digits (cursor, 2, &date->parts[part], error))
        return FALSE;
      date->n_parts++;
      read_suffix (cursor, date, part);
    }
  return (date->n_parts < 2 || check_month (date, error)) &&
         (date->n_parts < 3 || check_day (date, error));
}

static gboolean
can_have_time (const DtlEdtfDate *date)
{
  return date->n_parts == 3 && date->qualifiers == 0 && !has_x (&date->parts[0]) &&
         !has_x (&date->parts[1]) && !has_x (&date->parts[2]);
}

/* All of @cursor has to be one date. */
static gboolean
read_date (DtlEdtfCursor *cursor,
           gboolean with_time,
           DtlEdtfDate *ret_date,
           GError **error)
{
  DtlEdtfDate date = { 0 };

  read_prefix (cursor, &date, 0);
  if (!read_year (cursor, &date, error))
    return FALSE;
  if (!date.is_long)
    {
      if (!read_parts (cursor, &date, error))
        return FALSE;
      raise_level (&date);
      if (with_time && can_have_time (&date) && skip (cursor, 'T') &&
          !read_time (cursor, &date, error))
        return FALSE;
    }
  if (!is_at_end (cursor))
    return dtl_edtf_refuse (error, cursor->at, _ ("something follows the date"));
  *ret_date = date;
  return TRUE;
}

gboolean
dtl_edtf_read_date (DtlEdtfCursor *cursor,
                    gboolean with_time,
                    DtlExtent *ret_extent,
                    int *level,
                    GError **error)
{
  DtlEdtfDate date;
  gsize at;

  if (!read_date (cursor, with_time, &date, error))
    return FALSE;
  if (!dtl_edtf_evaluate (&date, ret_extent, &at))
    return refuse (error, DTL_EDTF_ERROR_NO_SUCH_DAY, at,
                   _ ("there is no such day in the calendar"));
  *level = MAX (*level, date.level);
  return TRUE;
}
