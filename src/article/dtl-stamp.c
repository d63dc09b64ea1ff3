#include "config.h"

#include "article/dtl-stamp.h"

#include <string.h>

/* What is left to read. */
typedef struct {
  const char *at, *end;
} Cursor;

/* @min to @max digits; a year or a whole date is not the head of more digits. */
static gboolean
read_digits (Cursor *cursor, int min, int max, int *ret_value)
{
  int value = 0, n = 0;

  while (n < max && cursor->at + n < cursor->end && g_ascii_isdigit (cursor->at[n]))
    value = value * 10 + cursor->at[n++] - '0';
  if (n < min ||
      (cursor->at + n < cursor->end && g_ascii_isdigit (cursor->at[n]) && max > 2))
    return FALSE;
  cursor->at += n;
  *ret_value = value;
  return TRUE;
}

static gboolean
read_char (Cursor *cursor, const char *any_of)
{
  if (cursor->at == cursor->end || *cursor->at == '\0' ||
      strchr (any_of, *cursor->at) == NULL)
    return FALSE;
  cursor->at++;
  return TRUE;
}

static void
skip_blanks (Cursor *cursor)
{
  while (read_char (cursor, " \t"))
    ;
}

static gboolean
read_word (Cursor *cursor, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (cursor->end - cursor->at) < length ||
      g_ascii_strncasecmp (cursor->at, word, length) != 0 ||
      (cursor->at + length < cursor->end && g_ascii_isalpha (cursor->at[length])))
    return FALSE;
  cursor->at += length;
  return TRUE;
}

gboolean
dtl_stamp_is_day (int year, int month, int day)
{
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/* --- offsets --- */

typedef struct {
  const char *name;
  int minutes;
} Zone;

/* Only names that mean one offset wherever they are written; "ET" and "PT"
 * change with the season, "IST" and "CST" with the continent. */
static const Zone zones[] = {
  { "Z", 0 },          { "GMT", 0 },        { "UTC", 0 },       { "EST", -5 * 60 },
  { "EDT", -4 * 60 },  { "CDT", -5 * 60 },  { "MST", -7 * 60 }, { "MDT", -6 * 60 },
  { "PST", -8 * 60 },  { "PDT", -7 * 60 },  { "CET", 60 },      { "CEST", 120 },
  { "MEZ", 60 },       { "MESZ", 120 },     { "EET", 120 },     { "EEST", 180 },
  { "MSK", 180 },      { "WIB", 7 * 60 },   { "WITA", 8 * 60 }, { "WIT", 9 * 60 },
  { "SGT", 8 * 60 },   { "HKT", 8 * 60 },   { "KST", 9 * 60 },  { "JST", 9 * 60 },
  { "AEST", 10 * 60 }, { "AEDT", 11 * 60 },
};

static gboolean
read_signed_offset (Cursor *cursor, int *ret_minutes)
{
  Cursor after = *cursor;
  int sign, hours, minutes = 0;

  if (after.at == after.end || (*after.at != '+' && *after.at != '-'))
    return FALSE;
  sign = *after.at++ == '-' ? -1 : 1;
  if (!read_digits (&after, 1, 2, &hours))
    return FALSE;
  read_char (&after, ":");
  if (!read_digits (&after, 2, 2, &minutes))
    minutes = 0;
  if (hours > 18 || minutes > 59)
    return FALSE;
  *ret_minutes = sign * (hours * 60 + minutes);
  *cursor = after;
  return TRUE;
}

static gboolean
read_offset (Cursor *cursor, int *ret_minutes)
{
  Cursor after = *cursor;

  skip_blanks (&after);
  if (read_signed_offset (&after, ret_minutes))
    {
      *cursor = after;
      return TRUE;
    }
  read_char (&after, "(");
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    if (read_word (&after, zones[i].name))
      {
        int minutes = 0;

        read_signed_offset (&after, &minutes);
        read_char (&after, ")");
        *ret_minutes = zones[i].minutes + minutes;
        *cursor = after;
        return TRUE;
      }
  return FALSE;
}

/* --- time of day --- */

/* "am", "p.m.": moves @hour to the half of the day that it names. */
static gboolean
read_half_of_day (Cursor *cursor, int *hour)
{
  static const char *const forms[] = { "am", "a.m.", "a.m", "pm", "p.m.", "p.m" };
  Cursor after = *cursor;

  skip_blanks (&after);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (read_word (&after, forms[i]) && *hour >= 1 && *hour <= 12)
      {
        *hour = *hour % 12 + (i >= 3 ? 12 : 0);
        *cursor = after;
        return TRUE;
      }
  return FALSE;
}

static void
read_fraction (Cursor *cursor)
{
  Cursor after = *cursor;

  if (!read_char (&after, ".,") || after.at == after.end || !g_ascii_isdigit (*after.at))
    return;
  while (after.at < after.end && g_ascii_isdigit (*after.at))
    after.at++;
  *cursor = after;
}

/* Hour and minute, and the second where it is there. */
static gboolean
read_clock_fields (Cursor *cursor, int *ret_hour, int *ret_minute, int *ret_second)
{
  Cursor after = *cursor;

  *ret_second = -1;
  if (!read_digits (&after, 1, 2, ret_hour) || !read_char (&after, ":.hH") ||
      !read_digits (&after, 2, 2, ret_minute))
    return FALSE;
  *cursor = after;
  if (read_char (&after, ":") && read_digits (&after, 2, 2, ret_second))
    {
      read_fraction (&after);
      *cursor = after;
    }
  return *ret_hour <= 24 && *ret_minute <= 59 && *ret_second <= 60;
}

gsize
dtl_stamp_read_clock (const char *text, gsize length, DtlStamp *stamp)
{
  Cursor cursor = { text, text + length };
  int hour, minute, second;

  if (!read_clock_fields (&cursor, &hour, &minute, &second))
    return 0;
  if (cursor.at < cursor.end && g_ascii_isdigit (*cursor.at))
    return 0;
  read_half_of_day (&cursor, &hour);
  /* A day that ends with 24:00 is the same day; leap seconds are not kept. */
  if (hour == 24)
    hour = 23, minute = 59, second = -1;
  stamp->hour = hour;
  stamp->minute = minute;
  stamp->second = CLAMP (second, 0, 59);
  stamp->precision = second > 0 ? DTL_PRECISION_SECOND : DTL_PRECISION_MINUTE;
  stamp->has_offset = read_offset (&cursor, &stamp->offset_minutes);
  return (gsize) (cursor.at - text);
}

/* --- dates --- */

static gboolean
read_day (Cursor *cursor, DtlStamp *stamp)
{
  Cursor after = *cursor;
  int number;
  char separator[2] = "";

  if (after.end - after.at >= 8 && read_digits (&after, 8, 8, &number))
    {
      stamp->year = number / 10000;
      stamp->month = number / 100 % 100;
      stamp->day = number % 100;
    }
  else
    {
      after = *cursor;
      if (!read_digits (&after, 4, 4, &stamp->year) || after.at == after.end)
        return FALSE;
      separator[0] = *after.at;
      if (!read_char (&after, "-/.") || !read_digits (&after, 1, 2, &stamp->month) ||
          !read_char (&after, separator) || !read_digits (&after, 1, 2, &stamp->day) ||
          (after.at < after.end && g_ascii_isdigit (*after.at)))
        return FALSE;
    }
  if (!dtl_stamp_is_day (stamp->year, stamp->month, stamp->day))
    return FALSE;
  stamp->precision = DTL_PRECISION_DAY;
  *cursor = after;
  return TRUE;
}

/* "T064500Z", the basic format. */
static gboolean
read_basic_clock (Cursor *cursor, DtlStamp *stamp)
{
  Cursor after = *cursor;
  int number, n = 0;

  while (after.at + n < after.end && g_ascii_isdigit (after.at[n]))
    n++;
  if ((n != 4 && n != 6) || !read_digits (&after, n, n, &number))
    return FALSE;
  if (n == 4)
    number *= 100;
  if (number / 10000 > 23 || number / 100 % 100 > 59 || number % 100 > 59)
    return FALSE;
  stamp->hour = number / 10000;
  stamp->minute = number / 100 % 100;
  stamp->second = number % 100;
  stamp->precision = stamp->second > 0 ? DTL_PRECISION_SECOND : DTL_PRECISION_MINUTE;
  stamp->has_offset = read_offset (&after, &stamp->offset_minutes);
  *cursor = after;
  return TRUE;
}

static void
read_clock_after_day (Cursor *cursor, DtlStamp *stamp)
{
  Cursor after = *cursor;
  gsize n_read;

  if (!read_char (&after, "Tt"))
    {
      read_char (&after, ",");
      skip_blanks (&after);
      read_char (&after, "T"); /* "2023-07-27 T06:45" is met */
    }
  if (after.at == cursor->at)
    return;
  n_read = dtl_stamp_read_clock (after.at, (gsize) (after.end - after.at), stamp);
  after.at += n_read;
  if (n_read > 0 || read_basic_clock (&after, stamp))
    *cursor = after;
}

gboolean
dtl_stamp_read_iso (const char *text,
                    gsize length,
                    DtlStamp *ret_stamp,
                    gsize *ret_length)
{
  Cursor cursor = { text, text + length };
  DtlStamp stamp = { 0 };

  if (!read_day (&cursor, &stamp))
    return FALSE;
  read_clock_after_day (&cursor, &stamp);
  *ret_stamp = stamp;
  if (ret_length != NULL)
    *ret_length = (gsize) (cursor.at - text);
  return TRUE;
}

/* "2023-07" and "2023". */
static gboolean
read_coarse (Cursor *cursor, DtlStamp *stamp)
{
  if (!read_digits (cursor, 4, 4, &stamp->year) || stamp->year == 0)
    return FALSE;
  stamp->precision = DTL_PRECISION_YEAR;
  if (!read_char (cursor, "-"))
    return TRUE;
  stamp->precision = DTL_PRECISION_MONTH;
  return read_digits (cursor, 2, 2, &stamp->month) && stamp->month >= 1 &&
         stamp->month <= 12;
}

gboolean
dtl_stamp_parse (const char *text, DtlStamp *ret_stamp)
{
  Cursor cursor = { text, text + strlen (text) };
  DtlStamp stamp = { 0 };
  gsize n_read = 0;

  while (cursor.at < cursor.end && g_ascii_isspace (*cursor.at))
    cursor.at++;
  if (dtl_stamp_read_iso (cursor.at, (gsize) (cursor.end - cursor.at), &stamp, &n_read))
    cursor.at += n_read;
  else if (!read_coarse (&cursor, &stamp))
    return FALSE;
  while (cursor.at < cursor.end && g_ascii_isspace (*cursor.at))
    cursor.at++;
  if (cursor.at != cursor.end)
    return FALSE;
  *ret_stamp = stamp;
  return TRUE;
}

int
dtl_stamp_compare_days (const DtlStamp *a, const DtlStamp *b)
{
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->month != b->month && a->month > 0 && b->month > 0)
    return a->month < b->month ? -1 : 1;
  if (a->day != b->day && a->day > 0 && b->day > 0)
    return a->day < b->day ? -1 : 1;
  return 0;
}

char *
dtl_stamp_format (const DtlStamp *stamp)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%04d", stamp->year);
  if (stamp->precision >= DTL_PRECISION_MONTH)
    g_string_append_printf (text, "-%02d", stamp->month);
  if (stamp->precision >= DTL_PRECISION_DAY)
    g_string_append_printf (text, "-%02d", stamp->day);
  if (stamp->precision >= DTL_PRECISION_MINUTE)
    g_string_append_printf (text, "T%02d:%02d:%02d", stamp->hour, stamp->minute,
                            stamp->second);
  if (stamp->precision >= DTL_PRECISION_MINUTE && stamp->has_offset)
    g_string_append_printf (text, "%c%02d:%02d", stamp->offset_minutes < 0 ? '-' : '+',
                            ABS (stamp->offset_minutes) / 60,
                            ABS (stamp->offset_minutes) % 60);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
dtl_stamp_to_extent (const DtlStamp *stamp, DtlExtent *ret_extent)
{
  DtlDate date = {
    .calendar = DTL_CALENDAR_GREGORIAN,
    .precision = stamp->precision,
    .year = stamp->year,
    .month = stamp->month,
    .day = stamp->day,
    .hour = stamp->hour,
    .minute = stamp->minute,
    .second = stamp->second,
  };

  if (!dtl_extent_from_date (&date, ret_extent, NULL))
    return FALSE;
  if (stamp->has_offset && stamp->precision >= DTL_PRECISION_MINUTE)
    {
      ret_extent->flags |= DTL_EXTENT_HAS_OFFSET;
      ret_extent->offset_minutes = (gint16) stamp->offset_minutes;
    }
  return TRUE;
}
