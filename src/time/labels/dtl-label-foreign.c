/* What has one name in a foreign calendar. The units of two calendars seldom
 * begin together: a Gregorian year lies in two Hebrew ones, and is called by
 * both, so that nothing is said more exactly than it is. */

#include "time/labels/dtl-label-private.h"

#define DAY G_GINT64_CONSTANT (86400)

/* Narrower than a year, or a month, whatever the calendar. */
#define LEAST_YEAR_WIDTH (340 * DAY)
#define LEAST_MONTH_WIDTH (20 * DAY)

static gboolean
is_same_unit (const DtlCalendarDate *a, const DtlCalendarDate *b, DtlLabelUnit unit)
{
  if (a->year != b->year || a->era != b->era)
    return FALSE;
  return unit == DTL_LABEL_YEARS ||
         (a->month == b->month && a->leap_month == b->leap_month);
}

/* Whether a day lies in another unit than the one beside it; where the calendar
 * ends, it does. */
static gboolean
is_boundary (DtlCalendar calendar,
             const DtlCalendarDate *date,
             gint64 beside,
             DtlLabelUnit unit)
{
  DtlCalendarDate other;

  return !dtl_calendar_from_day (calendar, beside, &other, NULL) ||
         !is_same_unit (date, &other, unit);
}

/* Exactly one month, or year, of the calendar. */
static gboolean
is_whole_unit (DtlCalendar calendar, const DtlExtent *within, DtlLabelUnit unit)
{
  gint64 first_day = dtl_time_get_day (within->start);
  gint64 last_day = dtl_time_get_day (within->end - 1);
  DtlCalendarDate first, last;

  return dtl_calendar_from_day (calendar, first_day, &first, NULL) &&
         dtl_calendar_from_day (calendar, last_day, &last, NULL) &&
         is_same_unit (&first, &last, unit) &&
         is_boundary (calendar, &first, first_day - 1, unit) &&
         is_boundary (calendar, &last, last_day + 1, unit);
}

/* The coarsest that is neither coarser than what was said nor wider than it. */
static DtlPrecision
choose_precision (const DtlExtent *within)
{
  gint64 said = dtl_precision_get_seconds (within->precision);
  gint64 width = within->end - within->start;

  if (width >= LEAST_YEAR_WIDTH && said >= LEAST_YEAR_WIDTH)
    return DTL_PRECISION_YEAR;
  return width >= LEAST_MONTH_WIDTH && said >= LEAST_MONTH_WIDTH ? DTL_PRECISION_MONTH
                                                                 : DTL_PRECISION_DAY;
}

static void
append_touched (const DtlLabelReader *reader,
                const DtlExtent *within,
                DtlPrecision precision,
                GString *text)
{
  DtlLabelEdge first, last;

  dtl_label_make_edge (reader, within->start, within->calendar, precision, &first);
  dtl_label_make_edge (reader, within->end - 1, within->calendar_end, precision, &last);
  dtl_label_append_edges (reader, &first, &last, NULL, text);
}

/* Whether the reader's own calendar would call it by one name. */
static gboolean
is_one_thing (const DtlLabelReader *reader, const DtlExtent *within)
{
  const DtlLabelStyle *style = reader->style;
  const DtlLabelLocale *locale =
      dtl_label_locale_get (style->language, DTL_CALENDAR_HISTORICAL);
  DtlLabelReader own = { locale, locale->words, style };
  g_autoptr (GString) name = g_string_new (NULL);

  return dtl_label_append_unit (&own, within, FALSE, name);
}

gboolean
dtl_label_append_foreign_unit (const DtlLabelReader *reader,
                               const DtlExtent *within,
                               GString *text)
{
  DtlCalendar calendar = reader->locale->calendar;
  DtlPrecision precision;

  if (within->end - within->start <= DAY)
    precision = DTL_PRECISION_DAY;
  else if (is_whole_unit (calendar, within, DTL_LABEL_YEARS))
    precision = DTL_PRECISION_YEAR;
  else if (is_whole_unit (calendar, within, DTL_LABEL_MONTHS))
    precision = DTL_PRECISION_MONTH;
  else if (is_one_thing (reader, within))
    precision = choose_precision (within);
  else
    return FALSE;

  append_touched (reader, within, precision, text);
  return TRUE;
}
