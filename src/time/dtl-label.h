/* Dates in words, never more exact than the extent is.
 *
 * What has one name is called by it: "27 July 2023", "July 2023", "19th century",
 * "early 1940s", "spring 1943", "night of 9–10 November 1989". Everything else
 * names both ends, and says once what these have in common: days of one month
 * are joined by an en dash, "26–27 July 2023", all longer spans by a word, "28
 * June to 4 August 1914", "264 to 146 BC". The era is shown for years BC and for
 * those before AD 1000. Centuries count strictly: what lies between 1800 and
 * 1899 is not the 19th century, and says so.
 *
 * Dates are in any language that ICU knows. The words round them ("about",
 * "since", "19th century") are in English, German, French, Spanish, Indonesian,
 * Korean, Chinese, Russian and Arabic; other languages get signs, "c. 1340",
 * "1914 – 1918". A label costs less than a microsecond, but for the first one
 * in a language, which reads its names. All functions are safe in any thread. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

typedef struct {
  const char *language; /* BCP 47; NULL for English, the day before the month */
  gboolean common_era;  /* BCE/CE instead of BC/AD */
  /* GREGORIAN, JULIAN and HISTORICAL are for days: months and years keep the
   * calendar they were said in. Any other is for all: "15 Nisan 5784", and, since
   * units of two calendars seldom begin together, "5783–5784" for 2023. What it
   * does not reach, or reaches in part, is shown as in HISTORICAL. */
  DtlCalendar calendar;
} DtlLabelStyle;

#define DTL_LABEL_STYLE_INIT                                                             \
  {                                                                                      \
    NULL, FALSE, DTL_CALENDAR_HISTORICAL                                                 \
  }

/* "about 1200 BC", "early 1940s", "1914 to 1918", "between 1914 and 1918",
 * "since 1948", "27 July 2023", "66 million years ago". Caller frees. */
char *dtl_label_extent (const DtlExtent *extent, const DtlLabelStyle *style);

/* How exact: "to the day", "to the year", "somewhere in the century",
 * "approximate". A translated clause for the sidebar. Caller frees. */
char *dtl_label_precision (const DtlExtent *extent, const DtlLabelStyle *style);

/* One instant to the exactness of @precision, for a cross-hair. Caller frees. */
char *dtl_label_instant (DtlTime time,
                         DtlPrecision precision,
                         const DtlLabelStyle *style);

G_END_DECLS
