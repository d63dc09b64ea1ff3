/* Time values of Wikidata and other Wikibases.
 *
 * In JSON a year before the common era is historical (-0044 is 44 BC, there is
 * no year 0) and a Julian value is written in Julian digits; in RDF years are
 * astronomical and days already Gregorian. The time of day and the "Z" mean
 * nothing. Centuries and millennia count from the year 1, decades go by the
 * digits, coarser units round, as in Wikibase's own formatter.
 * Source: Wikibase docs/topics/json.md and Indexing/RDF Dump Format. */

#pragma once

#include "time/dtl-extent.h"
#include "time/dtl-loss.h"

G_BEGIN_DECLS

typedef enum {
  DTL_WIKIDATA_JSON,
  DTL_WIKIDATA_RDF,
} DtlWikidataForm;

#define DTL_WIKIDATA_ERROR (dtl_wikidata_error_quark ())
typedef enum {
  DTL_WIKIDATA_ERROR_SYNTAX,      /* the message names the position, from 0 */
  DTL_WIKIDATA_ERROR_NO_POSITION, /* year 0, a month 00 that is needed … */
} DtlWikidataError;
GQuark dtl_wikidata_error_quark (void);

/**
 * dtl_wikidata_read:
 * @time: "+1953-07-27T00:00:00Z"
 * @precision: 0 to 14
 * @calendar: Gregorian or Julian
 *
 * A value that is too far away for an instant is cut at the end of time and
 * flagged DTL_EXTENT_OUT_OF_RANGE.
 */
gboolean dtl_wikidata_read (const char *time,
                            int precision,
                            DtlCalendar calendar,
                            DtlWikidataForm form,
                            DtlExtent *ret_extent,
                            GError **error);

typedef struct {
  char *time;           /* JSON form; NULL where there is no place for it */
  int precision;        /* 0 to 11 */
  DtlCalendar calendar; /* Gregorian or Julian */
} DtlWikidataTime;

/* The nearest value; of a span the start (the end is another statement). */
DtlWikidataTime dtl_wikidata_write (const DtlExtent *extent, DtlLoss *ret_loss);
void dtl_wikidata_time_clear (DtlWikidataTime *time);

G_END_DECLS
