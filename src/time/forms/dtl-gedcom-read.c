#include "config.h"

#include "time/forms/dtl-gedcom.h"

#include "time/forms/dtl-gedcom-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (dtl - gedcom - error - quark, dtl_gedcom_error)

/* Days, months and years have no more digits than this. */
#define MAX_DIGITS 9
#define MAX_YEAR 999999999

/* The text and how far it is read. */
typedef struct {
  const char *text;
  const char *at;
  DtlLoss loss;
} Reader;

static gboolean
refuse (const Reader *reader, GError **error)
{
  g_set_error (error, DTL_GEDCOM_ERROR, DTL_GEDCOM_ERROR_SYNTAX,
               _ ("not a GEDCOM date: unexpected at position %d"),
               (int) (reader->at - reader->text));
  return FALSE;
}

static void
skip_spaces (Reader *reader)
{
  while (*reader->at == ' ')
    reader->at++;
}

static gboolean
ends_word (char c)
{
  return c == '\0' || c == ' ' || c == '(';
}

/* Takes @word and the spaces behind it, or nothing. */
static gboolean
take_word (Reader *reader, const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (reader->at, word, length) != 0 ||
      !ends_word (reader->at[length]))
    return FALSE;
  reader->at += length;
  skip_spaces (reader);
  return TRUE;
}

static gboolean
take_number (Reader *reader, gint64 *ret_number)
{
  const char *at = reader->at;
  gint64 number = 0;

  while (g_ascii_isdigit (*at) && at - reader->at < MAX_DIGITS)
    number = number * 10 + (*at++ - '0');
  if (at == reader->at)
    return FALSE;
  reader->at = at;
  *ret_number = number;
  return TRUE;
}

static gboolean
refuse_calendar (GError **error)
{
  g_set_error_literal (error, DTL_GEDCOM_ERROR, DTL_GEDCOM_ERROR_CALENDAR,
                       _ ("the date is in a calendar that is not known here"));
  return FALSE;
}

static gboolean
take_calendar (Reader *reader, const DtlGedcomCalendar **ret_calendar, GError **error)
{
  *ret_calendar = dtl_gedcom_calendars;
  for (const DtlGedcomCalendar *c = dtl_gedcom_calendars; c->word != NULL; c++)
    if (take_word (reader, c->word) || take_word (reader, c->escape))
      {
        *ret_calendar = c;
        return TRUE;
      }
  if (*reader->at == '_' || *reader->at == '@')
    return refuse_calendar (error);
  return TRUE;
}

/* A month by its place in the list, from 1; 0 where there is none. */
static int
take_month (Reader *reader, const char *const *months)
{
  for (int i = 0; months[i] != NULL; i++)
    if (take_word (reader, months[i]))
      return i + 1;
  return 0;
}

static gboolean
is_hebrew_leap_year (gint64 year)
{
  return (7 * year + 1) % 19 < 7;
}

/* GEDCOM has words for both Adars: ADR is Adar I in a leap year and, in a
 * common year, the only Adar, which is properly ADS. */
static void
set_hebrew_month (DtlDate *date, int place)
{
  date->leap_month = place == 6 && is_hebrew_leap_year (date->year);
  date->month = date->leap_month ? 5 : place > 6 ? place - 1 : place;
}

/* "BCE", "B.C."; FALSE for the other calendars, which have no such era. */
static gboolean
take_era (Reader *reader, DtlDate *date)
{
  static const char *const words[] = { "BCE", "B.C.", "BC", NULL };

  skip_spaces (reader);
  if (date->calendar != DTL_CALENDAR_GREGORIAN && date->calendar != DTL_CALENDAR_JULIAN)
    return FALSE;
  for (const char *const *word = words; *word != NULL; word++)
    if (take_word (reader, *word))
      {
        date->year = 1 - date->year;
        return TRUE;
      }
  return FALSE;
}

/* "1699/00": the year began in March for whoever wrote it; the second number is the
 * last digits of the year that counts from January. FALSE where it is another. */
static gboolean
take_double_year (Reader *reader, DtlDate *date)
{
  const char *slash = reader->at;
  gint64 second = 0, power = 1;

  if (*slash != '/' || !g_ascii_isdigit (slash[1]))
    return TRUE;
  reader->at++;
  take_number (reader, &second);
  for (const char *at = slash + 1; at < reader->at; at++)
    power *= 10;
  if (date->year >= MAX_YEAR || (date->year + 1) % power != second)
    {
      reader->at = slash;
      return FALSE;
    }
  date->year++;
  reader->loss |= DTL_LOSS_WORDING;
  return TRUE;
}

/* "12 AUG 1401", "AUG 1401", "1401". */
static gboolean
take_fields (Reader *reader,
             const DtlGedcomCalendar *calendar,
             DtlDate *date,
             GError **error)
{
  gint64 first = 0;
  gboolean has_number = take_number (reader, &first);
  const char *behind_number = reader->at;
  int month;

  skip_spaces (reader);
  month = take_month (reader, calendar->months);
  if (month == 0)
    reader->at = behind_number;
  date->calendar = calendar->calendar;
  date->precision = month == 0   ? DTL_PRECISION_YEAR
                    : has_number ? DTL_PRECISION_DAY
                                 : DTL_PRECISION_MONTH;
  date->year = first;
  date->day = (int) first;
  if (month != 0 && !take_number (reader, &date->year))
    return refuse (reader, error);
  if (month == 0 && !has_number)
    return refuse (reader, error);

  if (!take_double_year (reader, date) || !ends_word (*reader->at) || date->year == 0)
    return refuse (reader, error);
  date->month = month;
  if (date->calendar == DTL_CALENDAR_HEBREW && month != 0)
    set_hebrew_month (date, month);
  take_era (reader, date);
  return TRUE;
}

static gboolean
take_date (Reader *reader, DtlExtent *ret_extent, GError **error)
{
  const DtlGedcomCalendar *calendar;
  DtlDate date = { 0 };

  return take_calendar (reader, &calendar, error) &&
         take_fields (reader, calendar, &date, error) &&
         dtl_extent_from_date (&date, ret_extent, error);
}

/* The second date of a range, which has to lie after the first. */
static gboolean
take_last (Reader *reader, const DtlExtent *first, DtlExtent *ret_last, GError **error)
{
  if (!take_date (reader, ret_last, error))
    return FALSE;
  if (first->start <= ret_last->start)
    return TRUE;
  g_set_error_literal (error, DTL_GEDCOM_ERROR, DTL_GEDCOM_ERROR_REVERSED,
                       _ ("the range ends before it begins"));
  return FALSE;
}

static gboolean
take_between (Reader *reader, DtlExtent *ret_extent, GError **error)
{
  DtlExtent first, last;

  if (!take_date (reader, &first, error))
    return FALSE;
  if (!take_word (reader, "AND"))
    return refuse (reader, error);
  if (!take_last (reader, &first, &last, error))
    return FALSE;
  *ret_extent = dtl_extent_between (&first, &last);
  return TRUE;
}

static void
set_unknown_end (DtlExtent *extent)
{
  extent->flags &= (guint16) ~DTL_EXTENT_OPEN_END;
  extent->flags |= DTL_EXTENT_UNKNOWN_END;
  extent->earliest_end = dtl_time_add (extent->start, 1);
}

static void
set_unknown_start (DtlExtent *extent)
{
  extent->flags &= (guint16) ~DTL_EXTENT_OPEN_START;
  extent->flags |= DTL_EXTENT_UNKNOWN_START;
  extent->latest_start = dtl_time_add (extent->end, -1);
}

/* "FROM x", "FROM x TO y"; GEDCOM does not say whether the first goes on. */
static gboolean
take_from (Reader *reader, DtlExtent *ret_extent, GError **error)
{
  DtlExtent first, last;

  if (!take_date (reader, &first, error))
    return FALSE;
  if (!take_word (reader, "TO"))
    {
      *ret_extent = dtl_extent_since (&first);
      set_unknown_end (ret_extent);
      return TRUE;
    }
  if (!take_last (reader, &first, &last, error))
    return FALSE;
  *ret_extent = dtl_extent_span (&first, &last);
  return TRUE;
}

static gboolean
take_to (Reader *reader, DtlExtent *ret_extent, GError **error)
{
  DtlExtent last;

  if (!take_date (reader, &last, error))
    return FALSE;
  *ret_extent = dtl_extent_until (&last);
  set_unknown_start (ret_extent);
  return TRUE;
}

/* One date with @flags, opened to one side where @sided says so. */
static gboolean
take_flagged (Reader *reader,
              guint16 flags,
              DtlExtent (*sided) (const DtlExtent *extent),
              DtlExtent *ret_extent,
              GError **error)
{
  DtlExtent extent;

  if (!take_date (reader, &extent, error))
    return FALSE;
  *ret_extent = sided == NULL ? extent : sided (&extent);
  ret_extent->flags |= flags;
  return TRUE;
}

static gboolean
take_value (Reader *reader, DtlExtent *ret_extent, GError **error)
{
  if (take_word (reader, "BET"))
    return take_between (reader, ret_extent, error);
  if (take_word (reader, "FROM"))
    return take_from (reader, ret_extent, error);
  if (take_word (reader, "TO"))
    return take_to (reader, ret_extent, error);
  if (take_word (reader, "BEF"))
    return take_flagged (reader, 0, dtl_extent_not_after, ret_extent, error);
  if (take_word (reader, "AFT"))
    return take_flagged (reader, 0, dtl_extent_not_before, ret_extent, error);
  if (take_word (reader, "ABT"))
    return take_flagged (reader, DTL_EXTENT_APPROXIMATE, NULL, ret_extent, error);
  if (take_word (reader, "CAL"))
    return take_flagged (reader, DTL_EXTENT_INFERRED, NULL, ret_extent, error);
  if (take_word (reader, "EST"))
    return take_flagged (reader, DTL_EXTENT_APPROXIMATE | DTL_EXTENT_INFERRED, NULL,
                         ret_extent, error);
  if (take_word (reader, "INT"))
    return take_flagged (reader, DTL_EXTENT_INFERRED, NULL, ret_extent, error);
  return take_date (reader, ret_extent, error);
}

/* "(words)" behind a date. */
static gboolean
take_phrase (Reader *reader)
{
  gsize length = strlen (reader->at);

  if (*reader->at != '(' || reader->at[length - 1] != ')')
    return FALSE;
  reader->at += length;
  reader->loss |= DTL_LOSS_WORDING;
  return TRUE;
}

gboolean
dtl_gedcom_read (const char *text,
                 DtlExtent *ret_extent,
                 DtlLoss *ret_loss,
                 GError **error)
{
  Reader reader = { text, text, DTL_LOSS_NONE };
  DtlExtent extent;

  skip_spaces (&reader);
  if (*reader.at == '\0' || take_phrase (&reader))
    {
      g_set_error_literal (error, DTL_GEDCOM_ERROR, DTL_GEDCOM_ERROR_NO_DATE,
                           _ ("there is no date in it"));
      return FALSE;
    }
  if (!take_value (&reader, &extent, error))
    return FALSE;
  skip_spaces (&reader);
  take_phrase (&reader);
  if (*reader.at != '\0')
    return refuse (&reader, error);

  *ret_extent = extent;
  *ret_loss = reader.loss;
  return TRUE;
}
