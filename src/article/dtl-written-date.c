#include "config.h"

#include "article/dtl-written-date.h"

#include "article/dtl-month-names.h"

#include <string.h>

/* How far back a month, a weekday or a time of day is looked for. */
#define MAX_BACK 48

typedef struct {
  const char *begin, *end; /* of the whole text */
  const char *at;
} Cursor;

static gsize
bytes_left (const Cursor *cursor)
{
  return (gsize) (cursor->end - cursor->at);
}

static gboolean
skip (Cursor *cursor, const char *word)
{
  gsize length = strlen (word);

  if (bytes_left (cursor) < length || g_ascii_strncasecmp (cursor->at, word, length) != 0)
    return FALSE;
  cursor->at += length;
  return TRUE;
}

static gboolean
skip_space (Cursor *cursor)
{
  const char *before = cursor->at;

  while (skip (cursor, " ") || skip (cursor, "\302\240") || skip (cursor, "\t"))
    ;
  return cursor->at > before;
}

/* A run of @min to @max digits and no more. */
static gboolean
read_number (Cursor *cursor, int min, int max, int *ret_value)
{
  int value = 0, n = 0;

  while (cursor->at + n < cursor->end && g_ascii_isdigit (cursor->at[n]))
    {
      if (n == max)
        return FALSE;
      value = value * 10 + cursor->at[n++] - '0';
    }
  if (n < min)
    return FALSE;
  cursor->at += n;
  *ret_value = value;
  return TRUE;
}

static const char *
find_word_end (const char *at, const char *end)
{
  while (at < end)
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c))
        break;
      at = g_utf8_next_char (at);
    }
  return at;
}

/* Back from @end over letters and the hyphens between them. */
static const char *
find_word_start (const char *begin, const char *end)
{
  const char *start = end;

  while (start > begin && end - start < MAX_BACK)
    {
      const char *before = g_utf8_find_prev_char (begin, start);
      gunichar c = g_utf8_get_char (before);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && !(c == '-' && start < end))
        break;
      start = before;
    }
  return start;
}

static const char *
skip_back (const char *begin, const char *at, const char *any_of)
{
  while (at > begin)
    if (at[-1] != '\0' && strchr (any_of, at[-1]) != NULL)
      at--;
    else if (at - begin >= 2 && memcmp (at - 2, "\302\240", 2) == 0)
      at -= 2;
    else
      break;
  return at;
}

static gboolean
read_month_name (Cursor *cursor, int *ret_month)
{
  const char *end = find_word_end (cursor->at, cursor->end);

  *ret_month = dtl_month_from_name (cursor->at, (gsize) (end - cursor->at));
  if (*ret_month == 0)
    return FALSE;
  cursor->at = end;
  skip (cursor, ".");
  return TRUE;
}

static gboolean
set_day (DtlStamp *stamp, int year, int month, int day)
{
  if (!dtl_stamp_is_day (year, month, day) || year < 1000)
    return FALSE;
  *stamp = (DtlStamp){ .precision = DTL_PRECISION_DAY,
                       .year = year,
                       .month = month,
                       .day = day };
  return TRUE;
}

/* --- the forms, each read from its first number --- */

/* "2023-07-27", "2023/07/27T06:45Z". */
static gboolean
read_iso (Cursor *cursor, DtlWrittenDate *date)
{
  gsize n_read;

  /* Eight digits are a number more often than a date. */
  if (bytes_left (cursor) < 8 || g_ascii_isdigit (cursor->at[4]) ||
      !dtl_stamp_read_iso (cursor->at, bytes_left (cursor), &date->stamp, &n_read) ||
      date->stamp.year < 1000)
    return FALSE;
  cursor->at += n_read;
  return TRUE;
}

/* "2023年7月27日", "2023년 7월 27일". */
static gboolean
read_east_asian (Cursor *cursor, DtlWrittenDate *date)
{
  Cursor after = *cursor;
  int year, month, day;

  if (!read_number (&after, 4, 4, &year) || !(skip (&after, "年") || skip (&after, "년")))
    return FALSE;
  skip_space (&after);
  if (!read_number (&after, 1, 2, &month) ||
      !(skip (&after, "月") || skip (&after, "월")))
    return FALSE;
  skip_space (&after);
  if (!read_number (&after, 1, 2, &day) ||
      !(skip (&after, "日") || skip (&after, "일")) ||
      !set_day (&date->stamp, year, month, day))
    return FALSE;
  *cursor = after;
  return TRUE;
}

/* "2023. július 27.", "2023 July 27". */
static gboolean
read_year_month_day (Cursor *cursor, DtlWrittenDate *date)
{
  Cursor after = *cursor;
  int year, month, day;

  if (!read_number (&after, 4, 4, &year))
    return FALSE;
  if (!skip (&after, "."))
    skip (&after, ",");
  if (!skip_space (&after) || !read_month_name (&after, &month) || !skip_space (&after) ||
      !read_number (&after, 1, 2, &day) || !set_day (&date->stamp, year, month, day))
    return FALSE;
  *cursor = after;
  return TRUE;
}

static void
skip_ordinal_mark (Cursor *cursor)
{
  static const char *const marks[] = { "st", "nd", "rd", "th", "er", "º", "°", "." };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (skip (cursor, marks[i]))
      return;
}

/* What may stand between the day, the month and the year. */
static gboolean
skip_between (Cursor *cursor)
{
  static const char *const words[] = { "of ", "de ", "del ", "d'", "d’", "di " };
  const char *before = cursor->at;

  if (!skip (cursor, ",") && !skip (cursor, "-"))
    skip (cursor, "/");
  skip_space (cursor);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (skip (cursor, words[i]))
      break;
  skip_space (cursor);
  return cursor->at > before;
}

/* "27 July 2023", "27. Juli 2023", "27 de julio de 2023", "27-Jul-2023". */
static gboolean
read_day_month_year (Cursor *cursor, DtlWrittenDate *date)
{
  Cursor after = *cursor;
  int year, month, day;

  if (!read_number (&after, 1, 2, &day))
    return FALSE;
  skip_ordinal_mark (&after);
  skip_between (&after);
  if (!read_month_name (&after, &month) || !skip_between (&after) ||
      !read_number (&after, 4, 4, &year) || !set_day (&date->stamp, year, month, day))
    return FALSE;
  *cursor = after;
  return TRUE;
}

/* Decides which of two numbers is the day. */
static gboolean
set_by_order (DtlWrittenDate *date, int year, int first, int second, DtlDayOrder order)
{
  gboolean month_first = order == DTL_MONTH_FIRST;

  if (first > 12)
    month_first = FALSE;
  else if (second > 12)
    month_first = TRUE;
  date->is_ambiguous = first <= 12 && second <= 12 && first != second;
  return month_first ? set_day (&date->stamp, year, first, second)
                     : set_day (&date->stamp, year, second, first);
}

/* "27.07.2023", "07/27/2023", "27.07.23". With stops the day is always first. */
static gboolean
read_numeric (Cursor *cursor, DtlDayOrder order, DtlWrittenDate *date)
{
  Cursor after = *cursor;
  int first, second, year;
  char separator[2] = "";

  if (!read_number (&after, 1, 2, &first) || after.at == after.end)
    return FALSE;
  separator[0] = *after.at;
  if (strchr (".-/", separator[0]) == NULL || !skip (&after, separator))
    return FALSE;
  skip_space (&after);
  if (!read_number (&after, 1, 2, &second) || !skip (&after, separator))
    return FALSE;
  skip_space (&after);
  if (!read_number (&after, 4, 4, &year))
    {
      /* Two digits of a year only where all numbers have two: no version. */
      if (after.at - cursor->at != 6 || !read_number (&after, 2, 2, &year))
        return FALSE;
      year += 2000;
    }
  if (!set_by_order (date, year, first, second,
                     separator[0] == '.' ? DTL_DAY_FIRST : order))
    return FALSE;
  if (separator[0] == '.')
    date->is_ambiguous = FALSE;
  *cursor = after;
  return TRUE;
}

/* "30 February 2023" is no day, and does not mean the month. */
static gboolean
follows_number (const char *begin, const char *word)
{
  const char *before = skip_back (begin, word, " .");

  return before > begin && g_ascii_isdigit (before[-1]);
}

/* "July 27, 2023" from its day, "July 2023" from its year. */
static gboolean
read_after_month (Cursor *cursor, DtlWrittenDate *date, const char **ret_start)
{
  Cursor after = *cursor;
  const char *word_end = skip_back (after.begin, after.at, " .");
  const char *word = find_word_start (after.begin, word_end);
  int month = dtl_month_from_name (word, (gsize) (word_end - word));
  int day, year;

  if (month == 0 || word_end == after.at)
    return FALSE;
  if (read_number (&after, 4, 4, &year) && year >= 1000 &&
      !follows_number (after.begin, word))
    date->stamp =
        (DtlStamp){ .precision = DTL_PRECISION_MONTH, .year = year, .month = month };
  else
    {
      after = *cursor;
      if (!read_number (&after, 1, 2, &day))
        return FALSE;
      skip_ordinal_mark (&after);
      if (!skip_between (&after) || !read_number (&after, 4, 4, &year) ||
          !set_day (&date->stamp, year, month, day))
        return FALSE;
    }
  *cursor = after;
  *ret_start = word;
  return TRUE;
}

/* --- what stands round a date --- */

static const char *
extend_over_weekday (const char *begin, const char *start)
{
  const char *word_end = skip_back (begin, start, " ,.");
  const char *word = find_word_start (begin, word_end);
  gsize n = dtl_weekday_at_end (word, (gsize) (word_end - word));

  return n > 0 ? word_end - n : start;
}

/* ", ", " | ", " at ", " – ", " um ": between a day and its time. */
static void
skip_to_clock (Cursor *cursor)
{
  static const char *const words[] = { ",",      "|",     "@",      "-",    "–",   "—",
                                       "·",      "•",     "at ",    "um ",  "om ", "kl ",
                                       "kl. ",   "klo ",  "pukul ", "jam ", "à ",  "às ",
                                       "a las ", "alle ", "ore ",   "(" };
  gboolean moved = TRUE;

  for (int n = 0; moved && n < 4; n++)
    {
      moved = skip_space (cursor);
      for (gsize i = 0; i < G_N_ELEMENTS (words) && !moved; i++)
        moved = skip (cursor, words[i]);
    }
}

static void
read_clock_behind (Cursor *cursor, DtlStamp *stamp)
{
  Cursor after = *cursor;
  gsize n_read;

  if (stamp->precision != DTL_PRECISION_DAY)
    return;
  skip_to_clock (&after);
  if (after.at == cursor->at)
    return;
  n_read = dtl_stamp_read_clock (after.at, bytes_left (&after), stamp);
  if (n_read > 0)
    cursor->at = after.at + n_read;
}

/* "06:45 GMT, Thursday 27 July 2023": a time that ends where the date begins. */
static const char *
read_clock_before (const Cursor *clock, const char *start, DtlStamp *stamp)
{
  DtlStamp with_clock = *stamp;
  Cursor after = *clock;
  gsize n_read;

  if (stamp->precision != DTL_PRECISION_DAY || after.at == NULL || after.at >= start ||
      start - after.at > MAX_BACK)
    return start;
  n_read = dtl_stamp_read_clock (after.at, (gsize) (start - after.at), &with_clock);
  after.at += n_read;
  after.end = start;
  skip_to_clock (&after);
  if (n_read == 0 || after.at != start)
    return start;
  *stamp = with_clock;
  return clock->at;
}

static gboolean
read_date (Cursor *cursor,
           DtlDayOrder order,
           DtlWrittenDate *date,
           const char **ret_start)
{
  *ret_start = cursor->at;
  date->is_ambiguous = FALSE;
  return read_iso (cursor, date) || read_east_asian (cursor, date) ||
         read_year_month_day (cursor, date) || read_day_month_year (cursor, date) ||
         read_numeric (cursor, order, date) || read_after_month (cursor, date, ret_start);
}

gboolean
dtl_written_date_find (const char *text,
                       gsize length,
                       gsize from,
                       DtlDayOrder order,
                       DtlWrittenDate *ret_date)
{
  Cursor cursor = { text, text + length, text + from };
  Cursor clock = { text, text + length, NULL };

  while (cursor.at < cursor.end)
    {
      DtlWrittenDate date;
      const char *start;

      if (!g_ascii_isdigit (*cursor.at))
        {
          cursor.at++;
          continue;
        }
      if (read_date (&cursor, order, &date, &start))
        {
          read_clock_behind (&cursor, &date.stamp);
          start = extend_over_weekday (text, start);
          start = read_clock_before (&clock, start, &date.stamp);
          date.start = (gsize) (start - text);
          date.end = (gsize) (cursor.at - text);
          *ret_date = date;
          return TRUE;
        }
      if (clock.at == NULL || cursor.at - clock.at > 12)
        clock.at = cursor.at;
      while (cursor.at < cursor.end && g_ascii_isdigit (*cursor.at))
        cursor.at++;
    }
  return FALSE;
}
