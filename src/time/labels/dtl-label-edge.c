/* Dates, and ranges of two of them. Days of one month are joined by an en dash
 * in the place of the day, "26–27 July 2023"; everything longer by the word of
 * the language: "28 June to 4 August 1914", "1914 to 1918". */

#include "time/labels/dtl-label-private.h"

#include <string.h>

DtlCalendar
dtl_label_choose_calendar (const DtlLabelReader *reader,
                           DtlCalendar said,
                           DtlPrecision precision)
{
  DtlCalendar calendar = said;

  if (dtl_label_is_foreign (reader))
    return reader->locale->calendar;
  if (dtl_label_is_fine (precision))
    calendar = reader->style->calendar;
  if (calendar == DTL_CALENDAR_GREGORIAN || calendar == DTL_CALENDAR_JULIAN)
    return calendar;
  return DTL_CALENDAR_HISTORICAL;
}

static DtlSkeleton
choose_date (DtlPrecision precision)
{
  if (precision == DTL_PRECISION_REIGN || precision == DTL_PRECISION_NAMED_PERIOD ||
      dtl_precision_get_seconds (precision) >= DTL_SECONDS_PER_YEAR)
    return DTL_SKELETON_YEAR;
  return dtl_label_is_fine (precision) ? DTL_SKELETON_YEAR_MONTH_DAY
                                       : DTL_SKELETON_YEAR_MONTH;
}

static DtlSkeleton
choose_clock (DtlPrecision precision)
{
  if (precision == DTL_PRECISION_HOUR)
    return DTL_SKELETON_HOUR;
  if (precision == DTL_PRECISION_SECOND || precision == DTL_PRECISION_SUB_SECOND)
    return DTL_SKELETON_SECOND;
  return DTL_SKELETON_MINUTE;
}

void
dtl_label_make_edge (const DtlLabelReader *reader,
                     DtlTime time,
                     DtlCalendar said,
                     DtlPrecision precision,
                     DtlLabelEdge *ret_edge)
{
  DtlCalendar calendar = dtl_label_choose_calendar (reader, said, precision);
  int second = dtl_time_get_second_of_day (time);
  DtlCalendarDate date = { 0 };

  dtl_calendar_from_day (calendar, dtl_time_get_day (time), &date, NULL);
  *ret_edge = (DtlLabelEdge){
    .fields = { .hour = second / 3600,
                .minute = second / 60 % 60,
                .second = second % 60 },
    .skeleton = choose_date (precision),
    .clock = choose_clock (precision),
    .has_date = TRUE,
    .has_clock = dtl_precision_get_seconds (precision) < DTL_SECONDS_PER_DAY,
  };
  dtl_label_locale_set_date (reader->locale, &date, ret_edge->skeleton,
                             reader->style->common_era, &ret_edge->fields);
}

void
dtl_label_append_edge (const DtlLabelReader *reader,
                       const DtlLabelEdge *edge,
                       GString *text)
{
  const DtlLabelLocale *locale = reader->locale;

  if (!edge->has_clock)
    dtl_label_locale_append (locale, edge->skeleton, &edge->fields, text);
  else if (!edge->has_date)
    dtl_label_locale_append (locale, edge->clock, &edge->fields, text);
  else
    {
      g_autoptr (GString) date = g_string_new (NULL);
      g_autoptr (GString) clock = g_string_new (NULL);

      dtl_label_locale_append (locale, edge->skeleton, &edge->fields, date);
      dtl_label_locale_append (locale, edge->clock, &edge->fields, clock);
      dtl_label_words_fill (text, locale->date_time, clock->str, date->str);
    }
}

static gboolean
have_same_year (const DtlLabelEdge *first, const DtlLabelEdge *last)
{
  return first->fields.year == last->fields.year && first->fields.era == last->fields.era;
}

static gboolean
have_same_month (const DtlLabelEdge *first, const DtlLabelEdge *last)
{
  return have_same_year (first, last) && first->fields.month == last->fields.month &&
         first->fields.variant == last->fields.variant;
}

/* Whether the first of two dates in one era can do without it: not where it
 * stands before the year, nor, since we cannot tell, in a language that we have
 * no words for. */
static gboolean
can_share_era (const DtlLabelReader *reader)
{
  if (dtl_label_is_foreign (reader))
    return !reader->locale->era_leads;
  return reader->words->bc != NULL && !reader->words->era_before_unit;
}

/* "264 to 146 BC", "AD 14 to 37". */
static void
share_era (const DtlLabelReader *reader, DtlLabelEdge *first, DtlLabelEdge *last)
{
  if (first->fields.era == NULL)
    return;
  if (first->fields.era_first)
    last->fields.era = NULL;
  else if (first->fields.era == last->fields.era && can_share_era (reader))
    first->fields.era = NULL;
}

/* The year, and where it can be the month, is said once: in the last date, or
 * in the first where dates begin with it. */
static void
share_year (const DtlLabelReader *reader, DtlLabelEdge *first, DtlLabelEdge *last)
{
  DtlPatternOrder order = reader->locale->order;
  DtlLabelEdge *reduced = order == DTL_ORDER_YEAR_FIRST ? last : first;

  if (first->skeleton == DTL_SKELETON_YEAR_MONTH)
    reduced->skeleton = DTL_SKELETON_MONTH;
  else if (have_same_month (first, last) && order != DTL_ORDER_MONTH_FIRST)
    reduced->skeleton = DTL_SKELETON_DAY;
  else
    reduced->skeleton = DTL_SKELETON_MONTH_DAY;
}

static void
share_fields (const DtlLabelReader *reader, DtlLabelEdge *first, DtlLabelEdge *last)
{
  /* A long count has neither years nor months to leave out. */
  if (reader->locale->calendar == DTL_CALENDAR_MAYA)
    return;
  if (first->has_clock || last->has_clock)
    {
      if (first->has_clock && last->has_clock && have_same_month (first, last) &&
          first->fields.day == last->fields.day)
        last->has_date = FALSE;
    }
  else if (first->skeleton != DTL_SKELETON_YEAR && first->skeleton == last->skeleton &&
           have_same_year (first, last))
    share_year (reader, first, last);
  else
    share_era (reader, first, last);
}

static gboolean
is_same_edge (const DtlLabelEdge *first, const DtlLabelEdge *last)
{
  return first->skeleton == last->skeleton && have_same_year (first, last) &&
         (first->skeleton == DTL_SKELETON_YEAR ||
          (have_same_month (first, last) && (first->skeleton == DTL_SKELETON_YEAR_MONTH ||
                                             first->fields.day == last->fields.day)));
}

/* Days of one month, to be joined in the place of the day. */
static gboolean
are_days_of_a_month (const DtlLabelEdge *first, const DtlLabelEdge *last)
{
  return !first->has_clock && !last->has_clock &&
         first->skeleton == DTL_SKELETON_YEAR_MONTH_DAY &&
         last->skeleton == DTL_SKELETON_YEAR_MONTH_DAY && have_same_month (first, last) &&
         first->fields.day_name[0] == '\0' && last->fields.day_name[0] == '\0';
}

/* A dash between what is more than a word has blanks round it. */
static const char *
choose_dash (const char *first)
{
  return strchr (first, ' ') != NULL ? "{0} – {1}" : "{0}–{1}";
}

void
dtl_label_append_edges (const DtlLabelReader *reader,
                        DtlLabelEdge *first,
                        DtlLabelEdge *last,
                        const char *pattern,
                        GString *text)
{
  g_autoptr (GString) first_text = NULL;
  g_autoptr (GString) last_text = NULL;

  if (pattern == NULL && is_same_edge (first, last))
    {
      dtl_label_append_edge (reader, first, text);
      return;
    }
  if ((pattern == NULL || pattern == reader->words->to) &&
      are_days_of_a_month (first, last))
    {
      first->fields.last_day = last->fields.day;
      dtl_label_append_edge (reader, first, text);
      return;
    }

  share_fields (reader, first, last);
  first_text = g_string_new (NULL);
  last_text = g_string_new (NULL);
  dtl_label_append_edge (reader, first, first_text);
  dtl_label_append_edge (reader, last, last_text);
  if (pattern == NULL)
    pattern = choose_dash (first_text->str);
  dtl_label_words_fill (text, pattern, first_text->str, last_text->str);
}
