/* How one language writes dates: patterns, names and digits from ICU's locale
 * data, read once per language and kept. For the files of this folder only. */

#pragma once

#include "time/dtl-calendar.h"
#include "time/dtl-label-pattern.h"
#include "time/dtl-label-words.h"

G_BEGIN_DECLS

typedef enum {
  DTL_SKELETON_DAY,             /* "27" */
  DTL_SKELETON_MONTH,           /* "July", alone */
  DTL_SKELETON_SHORT_MONTH,     /* "Jul", alone */
  DTL_SKELETON_SHORT_MONTH_DAY, /* "27 Jul" */
  DTL_SKELETON_MONTH_DAY,       /* "27 July" */
  DTL_SKELETON_YEAR,
  DTL_SKELETON_YEAR_SHORT_MONTH,
  DTL_SKELETON_YEAR_MONTH,
  DTL_SKELETON_YEAR_MONTH_DAY,
  DTL_SKELETON_HOUR,
  DTL_SKELETON_MINUTE, /* "14:30" */
  DTL_SKELETON_SECOND, /* "14:30:05" */
  DTL_N_SKELETONS
} DtlSkeleton;

typedef struct {
  const DtlLabelWords *words;
  DtlPatternNames names;
  /* Without an era, and with one, for the years before 1000. */
  DtlPattern *plain[DTL_N_SKELETONS];
  DtlPattern *with_era[DTL_N_SKELETONS];
  DtlPatternOrder order; /* of a whole date */
  char *date_time;       /* "{1}, {0}": {1} is the date */
  char *eras[2];         /* ICU's "BC" and "AD", where we have no words of our own */
} DtlLabelLocale;

/* @language: BCP 47, NULL for English. One that nobody knows is written like
 * English. Never freed; safe in every thread. */
const DtlLabelLocale *dtl_label_locale_get (const char *language);

/* A date as the skeleton shows it, the era where the year is before 1000. */
void dtl_label_locale_append (const DtlLabelLocale *locale,
                              DtlSkeleton skeleton,
                              const DtlPatternFields *fields,
                              GString *text);

/* Fills in the year of @fields and its era from an astronomical one. */
void dtl_label_locale_set_year (const DtlLabelLocale *locale,
                                DtlPatternFields *fields,
                                gint64 year,
                                gboolean common_era);

G_END_DECLS
