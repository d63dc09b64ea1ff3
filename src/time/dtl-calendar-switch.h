/* When a place went over from the Julian to the Gregorian calendar. */

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

/* The day a label names for people who went over at @place: Julian before, and
 * Gregorian from its first day on; the days between do not exist. */
gboolean dtl_calendar_switch_to_day (const DtlCalendarSwitch *place,
                                     const DtlCalendarDate *date,
                                     gint64 *ret_day,
                                     GError **error);

G_END_DECLS
