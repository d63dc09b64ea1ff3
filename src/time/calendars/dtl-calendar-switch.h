/* When a place went over from the Julian to the Gregorian calendar, and the labels
 * of its days: Julian before, Gregorian from its first day on; the labels between
 * do not exist. Wherever a place is asked for, NULL is Rome, which holds where
 * nothing else is said. */

#pragma once

#include "time/dtl-calendar.h"

G_BEGIN_DECLS

typedef struct {
  const char *code;  /* ISO 3166 country that it holds for today, or NULL */
  const char *place; /* in English, for people: "Great Britain, Ireland …" */
  gint64 first_day;  /* the first Gregorian one; the day before is Julian */
} DtlCalendarSwitch;

/* Oldest first. A country whose parts went over at different times has several
 * rows; the first with its code is the one its capital followed. */
const DtlCalendarSwitch *dtl_calendar_switch_list (guint *ret_count);

/* @code: "GB", in either case. NULL where nothing is known of the country. */
const DtlCalendarSwitch *dtl_calendar_switch_find (const char *code);

gboolean dtl_calendar_switch_to_day (const DtlCalendarSwitch *place,
                                     const DtlCalendarDate *date,
                                     gint64 *ret_day,
                                     GError **error);

/* The next three are for labels whose month is 1 to 12, and have no error path. */

/* The day of a label; of one that was skipped, the first Gregorian day. */
gint64 dtl_calendar_switch_get_day (const DtlCalendarSwitch *place,
                                    gint64 year,
                                    int month,
                                    int day);

/* The number of the last day of a month that the place had. */
int dtl_calendar_switch_get_month_length (const DtlCalendarSwitch *place,
                                          gint64 year,
                                          int month);

/* DTL_CALENDAR_JULIAN or GREGORIAN: what a day was labelled in. */
DtlCalendar dtl_calendar_switch_get_calendar (const DtlCalendarSwitch *place, gint64 day);

G_END_DECLS
