/* Between the files of the resolver. */

#pragma once

#include "extract/resolve/dtl-country.h"
#include "extract/resolve/dtl-point.h"
#include "extract/resolve/dtl-resolver.h"

G_BEGIN_DECLS

/* How a place was found: the second half of a "why". */
typedef enum {
  DTL_HOW_STATED,     /* all of it is in the words */
  DTL_HOW_SAME_YEAR,  /* the year of what it is counted from */
  DTL_HOW_LAST_YEAR,  /* the last such date up to it */
  DTL_HOW_NEXT_YEAR,  /* the next such date from it on */
  DTL_HOW_STORY,      /* the year that fits the order of the story */
  DTL_HOW_SAME_MONTH, /* month and year */
  DTL_HOW_SAME_DAY,   /* the day */
  DTL_HOW_SAME_CENTURY,
  DTL_HOW_LAST_WEEKDAY,
  DTL_HOW_NEXT_WEEKDAY,
  DTL_HOW_COUNTED, /* so many units away */
  DTL_HOW_RANGE,   /* completed from the other end */
  DTL_HOW_LENGTH,
  DTL_HOW_REPEATED,
  DTL_HOW_VAGUE,
  DTL_HOW_UNKNOWN, /* nothing to count from */
} DtlHow;

typedef enum {
  DTL_FROM_NOTHING,
  DTL_FROM_PUBLISHED,
  DTL_FROM_MENTION,
  DTL_FROM_REFERENCE, /* the date given with a lone phrase */
} DtlFrom;

typedef struct {
  DtlMentionType type;
  const char *value; /* in the strings; NULL: no mention */
  const char *mod;
  gboolean has_point;
  gboolean aside; /* what comes after does not count from it */
  DtlPoint point;
  gboolean has_extent;
  DtlExtent extent;
  guint8 how;  /* DtlHow */
  guint8 from; /* DtlFrom */
  int from_mention;
  DtlResolveOutcome outcome;
} DtlResolved;

/* What the order of a story says of a date in it. */
typedef struct {
  gint64 year; /* of one that gives none */
  int witness; /* the phrase that states a year near it, or -1 */
  gboolean known;
  gboolean aside; /* the story goes on from where it was before */
} DtlStoryYear;

/* The quarter whose figures a text reports. */
typedef struct {
  gboolean known;
  gboolean by_year; /* the figures at hand are of most of its year */
  DtlPoint quarter;
  int mention;
  guint near; /* the phrase that last spoke of its figures */
} DtlReport;

typedef struct {
  const char *text;
  gsize length;
  const DtlPhrase *phrases;
  guint n_phrases;
  DtlResolved *results;
  const DtlResolveContext *context;
  DtlCountry country;
  GStringChunk *strings;
  gboolean has_published;
  DtlPoint published;
  DtlStoryYear *story; /* by phrase */
  guint genre;         /* DtlGenre, with PHRASE where it is one */
  gboolean daily;      /* speaks of days near the one it was published on */
  gboolean has_last;
  DtlPoint last; /* the date last mentioned */
  int last_mention;
  gboolean has_last_day;
  DtlPoint last_day; /* the last that is known to the day */
  int last_day_mention;
  DtlReport report;
} DtlResolver;

/* What a phrase is counted from; FALSE where there is nothing. */
gboolean dtl_resolver_get_base (const DtlResolver *resolver,
                                DtlAnchor preferred,
                                DtlPoint *ret_base,
                                DtlResolved *result);

/* The same for "the next day": a day is counted from a day. */
gboolean dtl_resolver_get_day_base (const DtlResolver *resolver,
                                    DtlAnchor preferred,
                                    DtlPoint *ret_base,
                                    DtlResolved *result);

/* Notes how a result was found. */
static inline void
dtl_resolved_note (DtlResolved *result, DtlHow how)
{
  result->how = (guint8) how;
}

/* --- one file each --- */

/* Whether the text tells of the past in its order, reports the news, or is a
 * few words from somebody to somebody. */
DtlGenre dtl_resolver_find_genre (const DtlResolver *resolver);

static inline gboolean
dtl_resolver_is_narrative (const DtlResolver *resolver)
{
  return (resolver->genre & DTL_GENRE_NARRATIVE) != 0;
}

/* Finds the years of a story's open dates, all at once. */
void dtl_resolver_plan_story (DtlResolver *resolver);

/* Dates by the calendar; sets point. FALSE where it is no such phrase. */
gboolean dtl_resolve_calendar (DtlResolver *resolver, guint index);

/* The year of a month and day (0: any), or where nothing tells it, FALSE: "XXXX". */
gboolean dtl_resolve_find_year (DtlResolver *resolver,
                                guint index,
                                int month,
                                int day,
                                gint64 *ret_year);

/* A day by number: with a month of ours, of another calendar, or with none; by its
 * name in the year; by its name in the week. */
gboolean dtl_resolve_any_day (DtlResolver *resolver, guint index, DtlPoint *ret_point);
gboolean dtl_resolve_holiday (DtlResolver *resolver, guint index, DtlPoint *ret_point);
gboolean dtl_resolve_holiday_weekend (DtlResolver *resolver,
                                      guint index,
                                      DtlPoint *ret_point);
gboolean dtl_resolve_weekday (DtlResolver *resolver, guint index, DtlPoint *ret_point);

/* The year of a month and day (0: any) that gives none. */
gboolean dtl_resolve_year (DtlResolver *resolver,
                           guint index,
                           int month,
                           int day,
                           gint64 *ret_year);

/* "last month", "three years later". FALSE where it is no such phrase. */
gboolean dtl_resolve_relative (DtlResolver *resolver, guint index);
/* The point of "last year" for what is said within it. */
gboolean dtl_resolve_shift (DtlResolver *resolver, guint index, DtlPoint *ret_point);

/* Lengths, sets, and words like "now": no place. */
gboolean dtl_resolve_placeless (DtlResolver *resolver, guint index);

/* "P70Y", "PT2H", "PXW". */
const char *dtl_resolve_format_length (DtlResolver *resolver, const DtlFields *fields);

/* Whether a place counted off is said as a length: German "vor drei Jahren", where
 * "vor" is the signal and "drei Jahren" the phrase. A phrase by itself is a date. */
static inline gboolean
dtl_resolver_says_length (const DtlResolver *resolver, const DtlFields *fields)
{
  return dtl_fields_has (fields, DTL_FIELD_SIGNAL) && !resolver->context->alone;
}

/* "decades later": an extent that is open on the far side. */
void dtl_resolve_vague_distance (DtlResolver *resolver, guint index);

/* Looks whether a phrase says which quarter is reported on. */
void dtl_resolver_note_report (DtlResolver *resolver, guint index);
/* What "a year earlier" is counted from in a report: its quarter, or the year
 * where figures of more than that are at hand. FALSE in other texts. */
gboolean dtl_resolver_get_reported (const DtlResolver *resolver,
                                    guint index,
                                    DtlPoint *ret_point,
                                    DtlResolved *result);
/* "the quarter" */
gboolean dtl_resolver_get_reported_quarter (const DtlResolver *resolver,
                                            DtlPoint *ret_point,
                                            DtlResolved *result);

/* BP dates and numbers of years ago too great for a calendar. */
gboolean dtl_resolve_deep (DtlResolver *resolver, guint index);

/* Counts "tomorrow" within a quotation from the day it was said on, where that is
 * known. After all phrases are resolved. */
void dtl_resolve_quotations (DtlResolver *resolver);

/* Value, mod and extent from the point and what is said of it. */
void dtl_resolve_extent (DtlResolver *resolver, guint index);

/* One extent for two linked ends. */
void dtl_resolve_range (DtlResolver *resolver, guint first, guint second);

/* "30 January 1648/9": before 25 March, which used to begin the year, so that the day
 * has one by the old way of counting and the next by ours. */
gboolean dtl_resolver_has_two_years (const DtlFields *fields);

/* Copies to the second end what only the first says, and back. */
void dtl_resolve_share_fields (DtlPhrase *first, DtlPhrase *second);

/* One translated line. Caller frees. */
char *dtl_why (const DtlResolver *resolver, guint index);

/* The steps to it, a translated line each. Caller frees. */
char *dtl_explain (const DtlResolver *resolver, guint index);

G_END_DECLS
