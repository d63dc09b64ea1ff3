/* Dates in words, never more exact than the extent is. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

typedef struct
{
  const char *language;   /* BCP 47; NULL for English */
  gboolean common_era;    /* BCE/CE instead of BC/AD */
  DtlCalendar calendar;   /* HISTORICAL by default */
} DtlLabelStyle;

#define DTL_LABEL_STYLE_INIT { NULL, FALSE, DTL_CALENDAR_HISTORICAL }

/* "about 1200 BC", "early 1940s", "1914 to 1918", "between 1914 and 1918",
 * "since 1948", "27 July 2023", "66 million years ago". Caller frees. */
char *dtl_label_extent (const DtlExtent *extent, const DtlLabelStyle *style);

/* How exact: "to the day", "to the year", "somewhere in the century",
 * "approximate". A translated clause for the sidebar. Caller frees. */
char *dtl_label_precision (const DtlExtent *extent, const DtlLabelStyle *style);

/* One instant to the exactness of @precision, for a cross-hair. Caller frees. */
char *dtl_label_instant (DtlTime time, DtlPrecision precision, const DtlLabelStyle *style);

G_END_DECLS
