#include "config.h"

#include "time/forms/dtl-timex.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (dtl - timex - error - quark, dtl_timex_error)

/* The value, how far it is read, and whether its year is before Christ. */
typedef struct {
  const char *text, *at;
  gboolean bc;
} Reader;

static gboolean
refuse_syntax (const Reader *reader, GError **error)
{
  g_set_error (error, DTL_TIMEX_ERROR, DTL_TIMEX_ERROR_SYNTAX,
               _ ("not a TIMEX3 value: unexpected at position %d"),
               (int) (reader->at - reader->text));
  return FALSE;
}

static gboolean
refuse_position (GError **error)
{
  g_set_error_literal (error, DTL_TIMEX_ERROR, DTL_TIMEX_ERROR_NO_POSITION,
                       _ ("the value names no place in time"));
  return FALSE;
}

static gboolean
take (Reader *reader, const char *word)
{
  if (!g_str_has_prefix (reader->at, word))
    return FALSE;
  reader->at += strlen (word);
  return TRUE;
}

static int
count_digits (const char *text)
{
  int n = 0;

  while (n < 12 && g_ascii_isdigit (text[n]))
    n++;
  return n;
}

static gint64
take_digits (Reader *reader, int n)
{
  gint64 number = 0;

  for (int i = 0; i < n; i++)
    number = number * 10 + (*reader->at++ - '0');
  return number;
}

/* Two digits, or FALSE. */
static gboolean
take_pair (Reader *reader, int *ret_number)
{
  if (count_digits (reader->at) < 2)
    return FALSE;
  *ret_number = (int) take_digits (reader, 2);
  return TRUE;
}

static DtlExtent
from_years (const Reader *reader, gint64 first, gint64 last, DtlPrecision precision)
{
  gint64 from = reader->bc ? 1 - last : first;
  gint64 to = reader->bc ? 1 - first : last;

  /* There is no year 0 on either side of the eras. */
  if (first == 0)
    {
      from = reader->bc ? from : 1;
      to = reader->bc ? 0 : to;
    }
  return dtl_extent_from_days (dtl_gregorian_to_day (from, 1, 1),
                               dtl_gregorian_to_day (to + 1, 1, 1) - 1, precision);
}

/* A century or a millennium by its first digits. Before Christ the guidelines'
 * BC04 is the fifth century, 500 to 401 BC. */
static DtlExtent
from_digits (const Reader *reader, gint64 number, gint64 unit, DtlPrecision precision)
{
  gint64 shift = reader->bc && unit >= 100 ? 1 : 0;

  return from_years (reader, number * unit + shift, (number + 1) * unit - 1 + shift,
                     precision);
}

/* Whole months; @first may run into the next year. */
static DtlExtent
from_months (gint64 year, int first, int count, DtlPrecision precision)
{
  gint64 start = year * 12 + first - 1;
  gint64 end = start + count;

  return dtl_extent_from_days (dtl_gregorian_to_day (dtl_floor_div (start, 12),
                                                     (int) dtl_floor_mod (start, 12) + 1,
                                                     1),
                               dtl_gregorian_to_day (dtl_floor_div (end, 12),
                                                     (int) dtl_floor_mod (end, 12) + 1,
                                                     1) -
                                   1,
                               precision);
}

/* What stands for part of a year: seasons, halves, quarters. */
static gboolean
take_part_of_year (Reader *reader, gint64 year, DtlExtent *ret_extent)
{
  static const struct {
    const char *word;
    int first, count;
    DtlPrecision precision;
  } parts[] = {
    { "SP", 3, 3, DTL_PRECISION_SEASON },    { "SU", 6, 3, DTL_PRECISION_SEASON },
    { "FA", 9, 3, DTL_PRECISION_SEASON },    { "WI", 12, 3, DTL_PRECISION_SEASON },
    { "Q1", 1, 3, DTL_PRECISION_QUARTER },   { "Q2", 4, 3, DTL_PRECISION_QUARTER },
    { "Q3", 7, 3, DTL_PRECISION_QUARTER },   { "Q4", 10, 3, DTL_PRECISION_QUARTER },
    { "H1", 1, 6, DTL_PRECISION_HALF_YEAR }, { "H2", 7, 6, DTL_PRECISION_HALF_YEAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (take (reader, parts[i].word))
      {
        *ret_extent =
            from_months (year, parts[i].first, parts[i].count, parts[i].precision);
        return TRUE;
      }
  return FALSE;
}

/* "W23", "W23-WE", "W23-3". */
static gboolean
take_week (Reader *reader, gint64 year, DtlExtent *ret_extent, GError **error)
{
  gint64 monday, week_year;
  int week, weekday;

  if (!take_pair (reader, &week))
    return refuse_syntax (reader, error);
  monday = dtl_day_from_week (year, week, 0);
  if (week < 1 || dtl_day_get_week (monday, &week_year) != week || week_year != year)
    return refuse_syntax (reader, error);
  if (take (reader, "-WE"))
    *ret_extent = dtl_extent_from_days (monday + 5, monday + 6, DTL_PRECISION_DAY);
  else if (take (reader, "-"))
    {
      weekday = *reader->at - '0';
      if (weekday < 1 || weekday > 7)
        return refuse_syntax (reader, error);
      reader->at++;
      *ret_extent = dtl_extent_from_days (monday + weekday - 1, monday + weekday - 1,
                                          DTL_PRECISION_DAY);
    }
  else
    *ret_extent = dtl_extent_from_days (monday, monday + 6, DTL_PRECISION_WEEK);
  return TRUE;
}

/* Narrows a day to one of its parts; the night runs on into the next. */
static gboolean
take_part_of_day (Reader *reader, DtlExtent *extent)
{
  static const struct {
    const char *word;
    int from, to;
  } parts[] = {
    { "MO", 5, 12 },  { "MI", 12, 13 }, { "AF", 12, 17 },
    { "EV", 17, 21 }, { "NI", 21, 29 }, { "DT", 5, 21 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (take (reader, parts[i].word))
      {
        extent->end = extent->start + parts[i].to * 3600;
        extent->start += parts[i].from * 3600;
        extent->latest_start = extent->end - 1;
        extent->earliest_end = extent->start + 1;
        extent->precision = extent->precision_end = DTL_PRECISION_PART_OF_DAY;
        return TRUE;
      }
  return FALSE;
}

/* "10", "10:30", "10:30:05", with an optional "Z". */
static gboolean
take_clock (Reader *reader, DtlDate *date, DtlExtent *ret_extent, GError **error)
{
  if (!take_pair (reader, &date->hour))
    return refuse_syntax (reader, error);
  date->precision = DTL_PRECISION_HOUR;
  if (take (reader, ":"))
    {
      if (!take_pair (reader, &date->minute))
        return refuse_syntax (reader, error);
      date->precision = DTL_PRECISION_MINUTE;
    }
  if (date->precision == DTL_PRECISION_MINUTE && take (reader, ":"))
    {
      if (!take_pair (reader, &date->second))
        return refuse_syntax (reader, error);
      date->precision = DTL_PRECISION_SECOND;
    }
  take (reader, "Z");
  return dtl_extent_from_date (date, ret_extent, error);
}

/* Behind "YYYY-": a month, a week, a part of the year. */
static gboolean
take_rest_of_year (Reader *reader, gint64 year, DtlExtent *ret_extent, GError **error)
{
  DtlDate date = { .calendar = DTL_CALENDAR_GREGORIAN,
                   .precision = DTL_PRECISION_MONTH,
                   .year = year };

  if (take (reader, "W") && *reader->at != 'I')
    return take_week (reader, year, ret_extent, error);
  if (reader->at[-1] == 'W')
    reader->at--;
  if (take_part_of_year (reader, year, ret_extent))
    return TRUE;
  if (g_str_has_prefix (reader->at, "XX") || *reader->at == 'X')
    {
      reader->at += strspn (reader->at, "X-");
      date.precision = DTL_PRECISION_YEAR;
      return dtl_extent_from_date (&date, ret_extent, error);
    }
  if (!take_pair (reader, &date.month))
    return refuse_syntax (reader, error);
  if (take (reader, "-XX") || !take (reader, "-"))
    return dtl_extent_from_date (&date, ret_extent, error);
  if (!take_pair (reader, &date.day))
    return refuse_syntax (reader, error);
  date.precision = DTL_PRECISION_DAY;
  if (!dtl_extent_from_date (&date, ret_extent, error))
    return FALSE;
  if (!take (reader, "T"))
    return TRUE;
  return take_part_of_day (reader, ret_extent) ||
         take_clock (reader, &date, ret_extent, error);
}

/* One to four digits, of which the missing ones stand for all. */
static gboolean
take_year (Reader *reader, DtlExtent *ret_extent, GError **error)
{
  static const struct {
    gint64 unit;
    DtlPrecision precision;
  } widths[] = { { 1000, DTL_PRECISION_MILLENNIUM },
                 { 100, DTL_PRECISION_CENTURY },
                 { 10, DTL_PRECISION_DECADE },
                 { 1, DTL_PRECISION_YEAR } };
  int n = count_digits (reader->at);
  gint64 number;

  if (n < 1 || n > 4)
    return refuse_syntax (reader, error);
  number = take_digits (reader, n);
  if (n < 4)
    {
      reader->at += MIN (strspn (reader->at, "X"), (gsize) (4 - n));
      *ret_extent =
          from_digits (reader, number, widths[n - 1].unit, widths[n - 1].precision);
      return TRUE;
    }
  if (take (reader, "-"))
    return take_rest_of_year (reader, reader->bc ? 1 - number : number, ret_extent,
                              error);
  *ret_extent = from_years (reader, number, number, DTL_PRECISION_YEAR);
  return TRUE;
}

static gboolean
apply_mod (DtlExtent *extent, const char *mod)
{
  static const struct {
    const char *mod;
    DtlPart part;
    DtlExtent (*sided) (const DtlExtent *extent);
  } mods[] = {
    { "START", DTL_PART_EARLY, NULL },
    { "MID", DTL_PART_MID, NULL },
    { "END", DTL_PART_LATE, NULL },
    { "BEFORE", DTL_PART_NONE, dtl_extent_before },
    { "AFTER", DTL_PART_NONE, dtl_extent_after },
    { "ON_OR_BEFORE", DTL_PART_NONE, dtl_extent_not_after },
    { "ON_OR_AFTER", DTL_PART_NONE, dtl_extent_not_before },
  };

  if (strcmp (mod, "APPROX") == 0)
    {
      extent->flags |= DTL_EXTENT_APPROXIMATE;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (mods); i++)
    if (strcmp (mod, mods[i].mod) == 0)
      {
        *extent = mods[i].sided != NULL ? mods[i].sided (extent)
                                        : dtl_extent_get_part (extent, mods[i].part);
        return TRUE;
      }
  return FALSE;
}

gboolean
dtl_timex_read (const char *value, const char *mod, DtlExtent *ret_extent, GError **error)
{
  Reader reader = { value, value, FALSE };
  DtlExtent extent;

  if (g_str_has_suffix (value, "_REF") || *value == 'P' || *value == 'X' || *value == 'T')
    return refuse_position (error);
  reader.bc = take (&reader, "BC");
  if (!take_year (&reader, &extent, error))
    return FALSE;
  if (*reader.at != '\0')
    return refuse_syntax (&reader, error);
  if (mod != NULL && *mod != '\0' && !apply_mod (&extent, mod))
    {
      g_set_error (error, DTL_TIMEX_ERROR, DTL_TIMEX_ERROR_SYNTAX,
                   _ ("there is no TIMEX3 mod “%s”"), mod);
      return FALSE;
    }
  *ret_extent = extent;
  return TRUE;
}
