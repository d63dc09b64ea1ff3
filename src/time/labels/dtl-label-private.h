/* What the files of labels share; for the files of this folder only. */

#pragma once

#include "time/dtl-label.h"
#include "time/labels/dtl-label-locale.h"

G_BEGIN_DECLS

/* Who reads it: handed down to every function. */
typedef struct {
  const DtlLabelLocale *locale;
  const DtlLabelWords *words; /* those of the locale */
  const DtlLabelStyle *style;
} DtlLabelReader;

/* One date, as exact as its skeleton; the parts a range can leave out have
 * flags of their own. */
typedef struct {
  DtlPatternFields fields;
  DtlSkeleton skeleton;
  DtlSkeleton clock; /* HOUR, MINUTE or SECOND where has_clock is set */
  gboolean has_date;
  gboolean has_clock;
} DtlLabelEdge;

/* Days and what is finer than a month, in a calendar and in grammar. */
static inline gboolean
dtl_label_is_fine (DtlPrecision precision)
{
  return dtl_precision_get_seconds (precision) <
         G_GINT64_CONSTANT (28) * DTL_SECONDS_PER_DAY;
}

/* Whether dates are shown in a calendar with names and eras of its own. */
static inline gboolean
dtl_label_is_foreign (const DtlLabelReader *reader)
{
  return dtl_label_calendar_is_foreign (reader->locale->calendar);
}

/* The calendar in which dates of a precision are shown: the foreign one of the
 * reader; else days in that of the reader, months and years, whose bounds belong
 * to it, in that they were said in. */
DtlCalendar dtl_label_choose_calendar (const DtlLabelReader *reader,
                                       DtlCalendar said,
                                       DtlPrecision precision);

/* The date that @time lies in, to @precision; one that has no name of its own
 * (a week, a season) to the next finer one that has. */
void dtl_label_make_edge (const DtlLabelReader *reader,
                          DtlTime time,
                          DtlCalendar said,
                          DtlPrecision precision,
                          DtlLabelEdge *ret_edge);
void dtl_label_append_edge (const DtlLabelReader *reader,
                            const DtlLabelEdge *edge,
                            GString *text);

/* Two dates in @pattern ("{0} to {1}"), what they have in common said once:
 * "264 to 146 BC", "28 June to 4 August 1914". @pattern is NULL for a dash. Changes
 * both. */
void dtl_label_append_edges (const DtlLabelReader *reader,
                             DtlLabelEdge *first,
                             DtlLabelEdge *last,
                             const char *pattern,
                             GString *text);

/* Whether a date is said in years before the present, not in years of an era. */
gboolean dtl_label_is_deep (const DtlExtent *extent);

/* "66 million years ago" for the instant, rounded to @precision. */
void dtl_label_append_ago (const DtlLabelReader *reader,
                           DtlTime time,
                           DtlPrecision precision,
                           GString *text);
/* The middle of one unit of its precision, else both bounds in @pattern. */
void dtl_label_append_deep (const DtlLabelReader *reader,
                            const DtlExtent *within,
                            const char *pattern,
                            GString *text);
/* Two of them: "252 to 201 million years ago". */
void dtl_label_append_deep_span (const DtlLabelReader *reader,
                                 DtlTime first,
                                 DtlTime last,
                                 DtlPrecision precision,
                                 const char *pattern,
                                 GString *text);

/* What has one name: "July 1950", "early 1940s", "spring 1943", "night of 9–10
 * November 1989". FALSE, with nothing written, where the bounds of @within are
 * not those of one thing. */
gboolean dtl_label_append_unit (const DtlLabelReader *reader,
                                const DtlExtent *within,
                                gboolean genitive,
                                GString *text);

/* The same in a foreign calendar: a day, what is exactly a month or a year of it;
 * else what has one name in the reader's own calendar is called by the two months
 * or years that it touches, "5783–5784". */
gboolean dtl_label_append_foreign_unit (const DtlLabelReader *reader,
                                        const DtlExtent *within,
                                        GString *text);

/* The century, or millennium, of an astronomical year: 19 for 1801 to 1900, -1
 * for 100 BC to 1 BC. */
int dtl_label_get_ordinal (gint64 year, int unit);

G_END_DECLS
