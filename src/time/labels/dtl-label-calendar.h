/* How the calendars beside the Gregorian and the Julian one are named: which of
 * ICU's names and patterns are theirs, and our own where it has none. Names
 * only: no date goes through ICU. For the files of this folder only. */

#pragma once

#include "time/dtl-extent.h"
#include "time/labels/dtl-label-pattern.h"

G_BEGIN_DECLS

/* Where the names of a calendar come from, and which years it counts. */
typedef struct {
  const char *keyword; /* of ICU: "islamic-civil" */
  gint64 first_year;
  gint64 last_year;
} DtlLabelCalendar;

/* By DtlCalendar. */
extern const DtlLabelCalendar dtl_label_calendars[DTL_N_CALENDARS];

/* The tables that follow end with an entry whose language is NULL; an empty
 * language stands for all those that have no entry of their own. */

typedef struct {
  const char *language;
  DtlCalendar calendar;
  const char *months[13];
} DtlLabelMonths;

/* Of calendars that ICU does not know, and of those whose months it only
 * numbers in some languages. */
extern const DtlLabelMonths dtl_label_months[];

typedef struct {
  const char *language;
  DtlCalendar calendar;
  const char *text;
} DtlLabelText;

extern const DtlLabelText dtl_label_eras[];

/* {0}: the month that comes twice. */
extern const DtlLabelText dtl_label_leap_months[];

/* In the syntax of UTS 35; NULL: as ICU has it. */
typedef struct {
  const char *language;
  DtlCalendar calendar;
  const char *year, *year_month, *year_month_day, *month_day;
  gboolean roman_years; /* "VIII" */
} DtlLabelCalendarPatterns;

extern const DtlLabelCalendarPatterns dtl_label_calendar_patterns[];

/* For each: the entry of @language, else the one of all languages, else NULL. */
const char *const *dtl_label_calendar_find_months (DtlCalendar calendar,
                                                   const char *language);
const char *dtl_label_calendar_find_text (const DtlLabelText *table,
                                          DtlCalendar calendar,
                                          const char *language);
const DtlLabelCalendarPatterns *dtl_label_calendar_find_patterns (DtlCalendar calendar,
                                                                  const char *language);

/* Gregorian, Julian and historical dates are written alike, with BC and AD; all
 * other calendars have names, patterns and eras of their own. */
static inline gboolean
dtl_label_calendar_is_foreign (DtlCalendar calendar)
{
  return calendar > DTL_CALENDAR_HISTORICAL;
}

/* How much of a date is shown. */
typedef enum {
  DTL_LABEL_DAYS,
  DTL_LABEL_MONTHS,
  DTL_LABEL_YEARS,
} DtlLabelUnit;

/* Fills in month and day of a foreign date; the name of the day where it has
 * one: "Idibus Martiis", "13.0.8.9.10". */
void dtl_label_calendar_set_day (DtlCalendar calendar,
                                 const DtlCalendarDate *date,
                                 DtlLabelUnit unit,
                                 DtlPatternFields *fields);

/* Days that are called by a name instead of month and number: each returns FALSE
 * where the day, or the unit, is none of them. */
gboolean dtl_label_name_roman_day (const DtlCalendarDate *date, char *buffer, gsize size);
gboolean dtl_label_name_republican_day (const DtlCalendarDate *date,
                                        char *buffer,
                                        gsize size);
void dtl_label_name_maya_day (const DtlCalendarDate *date,
                              DtlLabelUnit unit,
                              char *buffer,
                              gsize size);

/* Whether the calendar has a label for every bound of @extent. */
gboolean dtl_label_calendar_covers (DtlCalendar calendar, const DtlExtent *extent);

G_END_DECLS
