/* The fixed words of GEDCOM date values; for its reader and writer only. */

#pragma once

#include "time/dtl-calendar.h"

G_BEGIN_DECLS

typedef struct {
  const char *word;   /* of GEDCOM 7: "FRENCH_R" */
  const char *escape; /* of GEDCOM 5.5.1: "@#DFRENCH R@" */
  DtlCalendar calendar;
  const char *const *months; /* ended by NULL */
} DtlGedcomCalendar;

/* Ended by one without a word; the first is the default. */
extern const DtlGedcomCalendar dtl_gedcom_calendars[];

G_END_DECLS
