/* What the country that a text is about changes in the reading of its dates. */

#pragma once

#include "time/calendars/dtl-calendar-switch.h"

G_BEGIN_DECLS

typedef struct {
  const DtlCalendarSwitch *change; /* to the Gregorian calendar; NULL: as in Rome */
  gboolean month_first;            /* 3/4/1950 is 4 March */
  gboolean southern;               /* July is in winter */
  gboolean fiscal_october;         /* fiscal year 1950 begins on 1 October 1949 */
} DtlCountry;

/* @code: ISO 3166, in either case; NULL and unknown ones have nothing special. */
DtlCountry dtl_country_find (const char *code);

G_END_DECLS
