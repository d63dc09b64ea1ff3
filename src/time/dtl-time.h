/* An instant, and what one is counted from.
 *
 * Seconds since 1970-01-01T00:00:00 on the civil day scale: every day has
 * 86,400 s, there are no leap seconds and no time zone (a floating local
 * clock; an offset, where a source gives one, is kept beside the instant).
 * Days are named by the proleptic Gregorian calendar with astronomical years:
 * year 0 is 1 BC, year -43 is 44 BC. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Valid instants lie within +-2^62 (146 thousand million years), so that the
 * difference of any two fits in 64 bits unchecked. */
typedef gint64 DtlTime;

#define DTL_TIME_MAX (G_GINT64_CONSTANT (1) << 62)
#define DTL_TIME_MIN (-DTL_TIME_MAX)

/* No bound: the unbounded past and future. Never do sums with these two. */
#define DTL_TIME_PAST G_MININT64
#define DTL_TIME_FUTURE G_MAXINT64

#define DTL_SECONDS_PER_DAY 86400

/* The mean Gregorian year, for spans too long to have civil days. */
#define DTL_SECONDS_PER_YEAR G_GINT64_CONSTANT (31556952)

/* Julian Day Number of day 0 (1970-01-01), counted by the day's noon. */
#define DTL_JDN_OF_DAY_0 2440588

static inline gboolean
dtl_time_is_bounded (DtlTime time)
{
  return time != DTL_TIME_PAST && time != DTL_TIME_FUTURE;
}

/* The civil day an instant lies in, counted from 1970-01-01: rounds down. */
static inline gint64
dtl_time_get_day (DtlTime time)
{
  return time / DTL_SECONDS_PER_DAY - (time % DTL_SECONDS_PER_DAY < 0);
}

/* 0 to 86,399. */
static inline int
dtl_time_get_second_of_day (DtlTime time)
{
  return (int) (time - dtl_time_get_day (time) * DTL_SECONDS_PER_DAY);
}

/* An instant moved by @seconds; saturates at the valid range and leaves the
 * unbounded values alone. */
DtlTime dtl_time_add (DtlTime time, gint64 seconds);

/* Midnight at the start of @day; saturates at the valid range. */
DtlTime dtl_time_from_day (gint64 day);

G_END_DECLS
