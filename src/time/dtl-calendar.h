/* Calendars: the label of a day in any of them, and back.
 *
 * A day is a count from 1970-01-01 (negative before); a label is year, month
 * and day of one calendar. Years of Gregorian, Julian and the calendars built
 * on them are astronomical (0 is 1 BC); other calendars count in their own
 * era. The arithmetic is our own throughout, see each calendar's file for its
 * source. */

#pragma once

#include "time/dtl-time.h"

G_BEGIN_DECLS

/* Stored in documents: append only, at most 32. */
typedef enum {
  DTL_CALENDAR_GREGORIAN,
  DTL_CALENDAR_JULIAN,
  /* Julian before 15 October 1582, Gregorian from then on. For display and
   * reading only; a stored extent names one of the two above. */
  DTL_CALENDAR_HISTORICAL,
  DTL_CALENDAR_ISLAMIC_CIVIL,
  DTL_CALENDAR_ISLAMIC_TABULAR,
  DTL_CALENDAR_UMM_AL_QURA,
  DTL_CALENDAR_HEBREW,
  DTL_CALENDAR_PERSIAN,
  DTL_CALENDAR_CHINESE,
  DTL_CALENDAR_KOREAN,
  DTL_CALENDAR_JAPANESE,
  DTL_CALENDAR_BUDDHIST,
  DTL_CALENDAR_ROC,
  DTL_CALENDAR_DANGUN,
  DTL_CALENDAR_FRENCH_REPUBLICAN,
  DTL_CALENDAR_COPTIC,
  DTL_CALENDAR_ETHIOPIAN,
  DTL_CALENDAR_ARMENIAN,
  DTL_CALENDAR_SAKA,
  DTL_CALENDAR_MAYA,
  DTL_CALENDAR_ROMAN,
  DTL_N_CALENDARS
} DtlCalendar;

/* A label. @month counts from 1 (Maya: from 0); @leap_month is for Chinese,
 * Korean and the Hebrew Adar I; @era an index into the Japanese eras, else 0. */
typedef struct {
  gint64 year;
  int month;
  int day;
  gboolean leap_month;
  int era;
} DtlCalendarDate;

#define DTL_CALENDAR_ERROR (dtl_calendar_error_quark ())
typedef enum {
  DTL_CALENDAR_ERROR_NO_SUCH_DAY, /* 30 February */
  DTL_CALENDAR_ERROR_RANGE,       /* beyond the calendar's table or rule */
} DtlCalendarError;
GQuark dtl_calendar_error_quark (void);

/* "gregorian", "julian", "islamic-civil" …: the names of documents and of the
 * command line. Lives for ever. */
const char *dtl_calendar_get_name (DtlCalendar calendar);
gboolean dtl_calendar_from_name (const char *name, DtlCalendar *ret_calendar);

gboolean dtl_calendar_to_day (DtlCalendar calendar,
                              const DtlCalendarDate *date,
                              gint64 *ret_day,
                              GError **error);
gboolean dtl_calendar_from_day (DtlCalendar calendar,
                                gint64 day,
                                DtlCalendarDate *ret_date,
                                GError **error);

typedef struct {
  const char *name; /* "meiji": of data, not for people */
  gint64 first_day;
  int first_year; /* Gregorian year that is its year 1 */
} DtlJapaneseEra;

/* Oldest first; @era of a label is a position in it. */
const DtlJapaneseEra *dtl_japanese_get_eras (guint *ret_count);

/* Gregorian and Julian without an error path, for every year whose days fit;
 * the label has to exist (months 1 to 12, days within the month). */
gint64 dtl_gregorian_to_day (gint64 year, int month, int day);
void dtl_gregorian_from_day (gint64 day, gint64 *ret_year, int *ret_month, int *ret_day);
int dtl_gregorian_get_month_length (gint64 year, int month);
gint64 dtl_julian_to_day (gint64 year, int month, int day);
void dtl_julian_from_day (gint64 day, gint64 *ret_year, int *ret_month, int *ret_day);
int dtl_julian_get_month_length (gint64 year, int month);

/* 15 October 1582 Gregorian, the day after 4 October Julian: where undated
 * tradition changes over. */
#define DTL_FIRST_GREGORIAN_DAY (-141427)

/* Monday is 0. */
int dtl_day_get_weekday (gint64 day);

/* ISO 8601 week: 1 to 53, and the year it counts in. */
int dtl_day_get_week (gint64 day, gint64 *ret_year);
gint64 dtl_day_from_week (gint64 year, int week, int weekday);

G_END_DECLS
