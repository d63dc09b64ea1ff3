#include "time/forms/dtl-gedcom-words.h"

static const char *const roman_months[] = { "JAN", "FEB", "MAR", "APR", "MAY",
                                            "JUN", "JUL", "AUG", "SEP", "OCT",
                                            "NOV", "DEC", NULL };

static const char *const french_months[] = { "VEND", "BRUM", "FRIM", "NIVO", "PLUV",
                                             "VENT", "GERM", "FLOR", "PRAI", "MESS",
                                             "THER", "FRUC", "COMP", NULL };

/* Adar I has its own word, so that these are thirteen. */
static const char *const hebrew_months[] = { "TSH", "CSH", "KSL", "TVT", "SHV",
                                             "ADR", "ADS", "NSN", "IYR", "SVN",
                                             "TMZ", "AAV", "ELL", NULL };

const DtlGedcomCalendar dtl_gedcom_calendars[] = {
  { "GREGORIAN", "@#DGREGORIAN@", DTL_CALENDAR_GREGORIAN, roman_months },
  { "JULIAN", "@#DJULIAN@", DTL_CALENDAR_JULIAN, roman_months },
  { "FRENCH_R", "@#DFRENCH R@", DTL_CALENDAR_FRENCH_REPUBLICAN, french_months },
  { "HEBREW", "@#DHEBREW@", DTL_CALENDAR_HEBREW, hebrew_months },
  { NULL, NULL, DTL_CALENDAR_GREGORIAN, NULL },
};
