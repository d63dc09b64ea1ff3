/* Date patterns of a locale ("d MMMM y G"), compiled once and filled in by us.
 *
 * ICU gives the patterns and the names; it never sees a date. Its formatter
 * takes milliseconds, which do not reach deep time, and switches calendars on
 * its own before 1582; see the locale's names in dtl-label-locale.h. For the
 * files of this folder only. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ethiopian years have 13 months, Hebrew ones 12 or 13 of 14 names. */
#define DTL_PATTERN_MAX_MONTHS 14
#define DTL_PATTERN_CYCLE 60

/* What fields are written with. The strings live as long as the locale; those
 * that its calendar does not need are NULL. */
typedef struct {
  char *months[DTL_PATTERN_MAX_MONTHS]; /* "July", the form that stands beside a day */
  char *short_months[DTL_PATTERN_MAX_MONTHS];
  char *standalone_months[DTL_PATTERN_MAX_MONTHS]; /* as Russian has them */
  char *standalone_short_months[DTL_PATTERN_MAX_MONTHS];
  char *variant; /* "Leap {0}" of a Chinese month, "Adar II" of the one Hebrew one */
  char *cycle[DTL_PATTERN_CYCLE]; /* names of Chinese years: "jia-zi" */
  gboolean roman_years;           /* "VIII" */
  char *half_days[2];             /* "am", "pm" */
  gunichar zero;                  /* the digit; the other nine follow it */
  char *grouping;                 /* between thousands */
  char *decimal;
} DtlPatternNames;

/* The fields of one date; those that the pattern does not ask for are not
 * read. */
typedef struct {
  gint64 year;        /* within its era: 44 for 44 BC */
  const char *era;    /* "BC"; NULL or empty for none */
  gboolean era_first; /* write the era before the year, whatever the pattern */
  gboolean genitive;  /* after a preposition: "июля", not "июль" */
  int month;          /* from 1 */
  gboolean variant;   /* of the month's name */
  int day;
  /* "Idibus Martiis": stands instead of day and month; empty for most days. */
  char day_name[48];
  int last_day; /* "26–27"; 0 where there is one day only */
  int hour, minute, second;
} DtlPatternFields;

typedef struct _DtlPattern DtlPattern;

/* @pattern: in the syntax of UTS 35, UTF-8. Fields that no date here has (time
 * zones, week numbers) are left out. */
DtlPattern *dtl_pattern_new (const char *pattern);
void dtl_pattern_free (DtlPattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlPattern, dtl_pattern_free)

void dtl_pattern_append (const DtlPattern *pattern,
                         const DtlPatternNames *names,
                         const DtlPatternFields *fields,
                         GString *text);

/* What a date begins with: decides which fields a range can leave out. */
typedef enum {
  DTL_ORDER_DAY_FIRST,
  DTL_ORDER_MONTH_FIRST,
  DTL_ORDER_YEAR_FIRST, /* "2023年7月27日" */
} DtlPatternOrder;

DtlPatternOrder dtl_pattern_get_order (const DtlPattern *pattern);
gboolean dtl_pattern_begins_with_era (const DtlPattern *pattern);

/* A number in the digits of the locale, with at least @width digits; from
 * 10,000 on it has separators. @number is not negative. */
void dtl_pattern_append_number (const DtlPatternNames *names,
                                gint64 number,
                                int width,
                                GString *text);

/* @number divided by a power of ten, without zeros at the end: "4.5" for
 * 4500000000 in units of 1000000000. */
void dtl_pattern_append_quotient (const DtlPatternNames *names,
                                  gint64 number,
                                  gint64 unit,
                                  GString *text);

G_END_DECLS
