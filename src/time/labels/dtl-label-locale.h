/* How one language writes the dates of one calendar: patterns, names and digits
 * from ICU's locale data, read once for each and kept. For the files of this folder only. */

#pragma once

#include "time/labels/dtl-label-calendar.h"
#include "time/labels/dtl-label-words.h"

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

/* Japan has had five since 1868. */
#define DTL_LABEL_MAX_ERAS 8

typedef struct {
  /* A foreign one, or HISTORICAL for all that are written with BC and AD. */
  DtlCalendar calendar;
  const DtlLabelWords *words;
  DtlPatternNames names;
  /* Without an era, and with one, for the years before 1000. Foreign calendars
   * have the first only, which names the era where that is usual. */
  DtlPattern *plain[DTL_N_SKELETONS];
  DtlPattern *with_era[DTL_N_SKELETONS];
  DtlPatternOrder order; /* of a whole date */
  gboolean era_leads;    /* the era stands before the year: "Shōwa 20" */
  char *date_time;       /* "{1}, {0}": {1} is the date */
  /* By the era of a DtlCalendarDate; historical: ICU's "BC" and "AD", where we
   * have no words of our own. */
  char *eras[DTL_LABEL_MAX_ERAS];
} DtlLabelLocale;

/* @language: BCP 47, NULL for English. One that nobody knows is written like
 * English. Never freed; safe in every thread. */
const DtlLabelLocale *dtl_label_locale_get (const char *language, DtlCalendar calendar);

/* A date as the skeleton shows it, the era where the year is before 1000. */
void dtl_label_locale_append (const DtlLabelLocale *locale,
                              DtlSkeleton skeleton,
                              const DtlPatternFields *fields,
                              GString *text);

/* Fills in the date of @fields, which is one of the calendar of the locale. */
void dtl_label_locale_set_date (const DtlLabelLocale *locale,
                                const DtlCalendarDate *date,
                                DtlSkeleton skeleton,
                                gboolean common_era,
                                DtlPatternFields *fields);

G_END_DECLS
