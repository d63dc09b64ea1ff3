#include "config.h"

#include "time/forms/dtl-wikidata.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "9999999999999999": more digits are no year. */
#define MAX_DIGITS 16

G_DEFINE_QUARK (dtl - wikidata - error - quark, dtl_wikidata_error)

typedef struct {
  gboolean negative;
  gint64 year; /* as written, without its sign */
  int month, day, hour, minute, second;
} Fields;

static gboolean
refuse_syntax (const char *text, const char *place, GError **error)
{
  g_set_error (error, DTL_WIKIDATA_ERROR, DTL_WIKIDATA_ERROR_SYNTAX,
               _ ("not a Wikidata time: unexpected at position %d"),
               (int) (place - text));
  return FALSE;
}

static gboolean
refuse_position (const char *reason, GError **error)
{
  g_set_error_literal (error, DTL_WIKIDATA_ERROR, DTL_WIKIDATA_ERROR_NO_POSITION, reason);
  return FALSE;
}

static gboolean
read_digits (const char **cursor, int most, gint64 *ret_number)
{
  const char *start = *cursor;
  gint64 number = 0;

  while (g_ascii_isdigit (**cursor) && *cursor - start < most)
    number = number * 10 + (*(*cursor)++ - '0');
  *ret_number = number;
  return *cursor > start;
}

/* A separator and the two digits behind it. */
static gboolean
read_pair (const char **cursor, char separator, int *ret_number)
{
  gint64 number;

  if (**cursor != separator)
    return FALSE;
  (*cursor)++;
  if (!g_ascii_isdigit ((*cursor)[0]) || !g_ascii_isdigit ((*cursor)[1]))
    return FALSE;
  read_digits (cursor, 2, &number);
  *ret_number = (int) number;
  return TRUE;
}

static gboolean
read_fields (const char *text, Fields *ret, GError **error)
{
  const char *cursor = text;

  if (*cursor != '+' && *cursor != '-')
    return refuse_syntax (text, cursor, error);
  ret->negative = *cursor++ == '-';
  while (*cursor == '0' && g_ascii_isdigit (cursor[1]))
    cursor++;
  if (!read_digits (&cursor, MAX_DIGITS, &ret->year) ||
      !read_pair (&cursor, '-', &ret->month) || !read_pair (&cursor, '-', &ret->day) ||
      !read_pair (&cursor, 'T', &ret->hour) || !read_pair (&cursor, ':', &ret->minute) ||
      !read_pair (&cursor, ':', &ret->second) || strcmp (cursor, "Z") != 0)
    return refuse_syntax (text, cursor, error);
  return TRUE;
}

/* The astronomical year of a written one. */
static gint64
get_year (const Fields *fields, DtlWikidataForm form)
{
  if (!fields->negative)
    return fields->year;
  return form == DTL_WIKIDATA_JSON ? 1 - fields->year : -fields->year;
}

/* Years @first to @last of an era as written, mirrored for the one before. */
static gboolean
set_era_years (gint64 first, gint64 last, const Fields *fields, DtlExtent *ret_extent)
{
  gint64 from = fields->negative ? 1 - last : first;
  gint64 to = fields->negative ? 1 - first : last;

  *ret_extent =
      dtl_extent_from_days (dtl_gregorian_to_day (from, 1, 1),
                            dtl_gregorian_to_day (to + 1, 1, 1) - 1, DTL_PRECISION_YEAR);
  return TRUE;
}

static gboolean
read_ordinal (gint64 unit, const Fields *fields, DtlExtent *ret_extent)
{
  gint64 ordinal = (fields->year + unit - 1) / unit;

  return set_era_years ((ordinal - 1) * unit + 1, ordinal * unit, fields, ret_extent);
}

static gboolean
read_decade (const Fields *fields, DtlExtent *ret_extent, GError **error)
{
  gint64 first = fields->year / 10 * 10;

  if (first == 0)
    return refuse_position (_ ("the decade rounds to nothing"), error);
  return set_era_years (first, first + 9, fields, ret_extent);
}

/* Deep time: half a unit about the rounded number of years; a negative one is
 * the mirror image of the positive one, since nobody counts a year 0 there. */
static gboolean
read_rounded (gint64 unit, const Fields *fields, DtlExtent *ret_extent, GError **error)
{
  gint64 middle = (fields->year + unit / 2) / unit * unit;
  gint64 first = middle - unit / 2, last = middle + unit / 2 - 1;

  if (middle == 0)
    return refuse_position (_ ("the year rounds to nothing at this precision"), error);
  *ret_extent = dtl_extent_from_days (
      dtl_gregorian_to_day (fields->negative ? -last : first, 1, 1),
      dtl_gregorian_to_day ((fields->negative ? -first : last) + 1, 1, 1) - 1,
      DTL_PRECISION_YEAR);
  return TRUE;
}

static gboolean
read_civil (const Fields *fields,
            DtlPrecision precision,
            DtlCalendar calendar,
            DtlWikidataForm form,
            DtlExtent *ret_extent,
            GError **error)
{
  DtlDate date = { .calendar =
                       form == DTL_WIKIDATA_RDF ? DTL_CALENDAR_GREGORIAN : calendar,
                   .precision = MIN (precision, DTL_PRECISION_DAY),
                   .year = get_year (fields, form),
                   .month = fields->month,
                   .day = fields->day };

  if (fields->year == 0 && form == DTL_WIKIDATA_JSON)
    return refuse_position (_ ("there is no year 0"), error);
  if (precision >= DTL_PRECISION_MONTH && fields->month == 0)
    return refuse_position (_ ("the month is missing"), error);
  if (precision >= DTL_PRECISION_DAY && fields->day == 0)
    return refuse_position (_ ("the day is missing"), error);
  return dtl_extent_from_date (&date, ret_extent, error);
}

gboolean
dtl_wikidata_read (const char *time,
                   int precision,
                   DtlCalendar calendar,
                   DtlWikidataForm form,
                   DtlExtent *ret_extent,
                   GError **error)
{
  static const gint64 rounded[] = { 1000000000, 100000000, 10000000,
                                    1000000,    100000,    10000 };
  Fields fields = { 0 };
  DtlExtent extent;
  gboolean done;

  if (!read_fields (time, &fields, error))
    return FALSE;
  if (precision < 0 || precision > DTL_PRECISION_SECOND)
    return refuse_position (_ ("the precision is not between 0 and 14"), error);
  if (fields.year == 0 && precision < DTL_PRECISION_YEAR)
    return refuse_position (_ ("there is no year 0"), error);

  if (precision < (int) G_N_ELEMENTS (rounded))
    done = read_rounded (rounded[precision], &fields, &extent, error);
  else if (precision == DTL_PRECISION_MILLENNIUM)
    done = read_ordinal (1000, &fields, &extent);
  else if (precision == DTL_PRECISION_CENTURY)
    done = read_ordinal (100, &fields, &extent);
  else if (precision == DTL_PRECISION_DECADE)
    done = read_decade (&fields, &extent, error);
  else
    done = read_civil (&fields, (DtlPrecision) precision, calendar, form, &extent, error);
  if (!done)
    return FALSE;

  if (precision < DTL_PRECISION_YEAR)
    extent.precision = extent.precision_end = (guint8) precision;
  *ret_extent = extent;
  return TRUE;
}

/* The middle of what is known of the start. */
static gint64
get_start_day (const DtlExtent *extent)
{
  if (extent->kind != DTL_EXTENT_SPAN)
    return dtl_time_get_day (dtl_extent_get_anchor (extent));
  return dtl_time_get_day (extent->start);
}

static int
get_nearest_precision (DtlPrecision precision, DtlLoss *loss)
{
  if (precision <= DTL_PRECISION_DAY)
    return (int) precision;
  *loss |= DTL_LOSS_PRECISION;
  switch (precision)
    {
    case DTL_PRECISION_HOUR:
    case DTL_PRECISION_MINUTE:
    case DTL_PRECISION_SECOND:
    case DTL_PRECISION_SUB_SECOND:
    case DTL_PRECISION_PART_OF_DAY:
      *loss |= DTL_LOSS_CLOCK;
      return DTL_PRECISION_DAY;
    case DTL_PRECISION_WEEK:
    case DTL_PRECISION_TEN_DAYS:
      return DTL_PRECISION_MONTH;
    case DTL_PRECISION_NAMED_PERIOD:
    case DTL_PRECISION_REIGN:
      return DTL_PRECISION_CENTURY;
    default:
      return DTL_PRECISION_YEAR;
    }
}

static DtlLoss
find_losses (const DtlExtent *extent)
{
  DtlLoss loss = DTL_LOSS_NONE;

  if (extent->kind != DTL_EXTENT_WITHIN)
    loss |= DTL_LOSS_BOUNDS;
  if (extent->flags & (DTL_EXTENT_APPROXIMATE | DTL_EXTENT_UNCERTAIN))
    loss |= DTL_LOSS_QUALIFIER;
  if (extent->flags & DTL_EXTENT_HAS_OFFSET)
    loss |= DTL_LOSS_OFFSET;
  if (extent->part != DTL_PART_NONE)
    loss |= DTL_LOSS_PART;
  if (extent->calendar != DTL_CALENDAR_GREGORIAN &&
      extent->calendar != DTL_CALENDAR_JULIAN)
    loss |= DTL_LOSS_CALENDAR;
  return loss;
}

DtlWikidataTime
dtl_wikidata_write (const DtlExtent *extent, DtlLoss *ret_loss)
{
  DtlWikidataTime written = { NULL, 0, DTL_CALENDAR_GREGORIAN };
  DtlLoss loss = find_losses (extent);
  gint64 year;
  int month, day;

  if (!dtl_time_is_bounded (extent->start) ||
      (extent->kind != DTL_EXTENT_SPAN && !dtl_time_is_bounded (extent->end)))
    {
      *ret_loss = loss | DTL_LOSS_POSITION;
      return written;
    }
  written.precision = get_nearest_precision ((DtlPrecision) extent->precision, &loss);
  /* Only a day has a label of its own in the Julian calendar. */
  if (extent->calendar == DTL_CALENDAR_JULIAN && written.precision >= DTL_PRECISION_YEAR)
    written.calendar = DTL_CALENDAR_JULIAN;
  if (written.calendar == DTL_CALENDAR_JULIAN)
    dtl_julian_from_day (get_start_day (extent), &year, &month, &day);
  else
    dtl_gregorian_from_day (get_start_day (extent), &year, &month, &day);
  written.time = g_strdup_printf ("%c%04" G_GINT64_FORMAT "-%02d-%02dT00:00:00Z",
                                  year > 0 ? '+' : '-', year > 0 ? year : 1 - year,
                                  written.precision >= DTL_PRECISION_MONTH ? month : 0,
                                  written.precision >= DTL_PRECISION_DAY ? day : 0);
  *ret_loss = loss;
  return written;
}

void
dtl_wikidata_time_clear (DtlWikidataTime *time)
{
  g_clear_pointer (&time->time, g_free);
}
