/* Dates, times and intervals of ISO 8601-1:2019.
 *
 * Read are calendar dates ("2023-07-27", "20230727"), week dates ("2023-W30-4",
 * "2023W304") and ordinal dates ("2023-208", "2023208"), each to the precision
 * that is written ("2023-07", "2023", the decade "202", the century "20"); times
 * of day ("T10:30:05", "T103005", "T10", with a fraction of the last part) and
 * their offset; and intervals: "start/end", of which the end may leave out what
 * it has in common with the start ("1914-06-28/08-04"), "start/duration",
 * "duration/end". Basic and extended format do not mix in one date and time.
 *
 * Years are astronomical; a sign stands before one that is negative or has more
 * than four digits ("-0043", "+12023"). 24:00 is the next day's midnight, a leap
 * second the one before it.
 *
 * An interval contains its last day, month or minute. A duration leads from the
 * start to the end: "2023-07-27/P3D" is "2023-07-27/2023-07-30", "T10:30/PT1H" is
 * "T10:30/T11:30". */

#pragma once

#include "time/dtl-extent.h"
#include "time/dtl-loss.h"

G_BEGIN_DECLS

#define DTL_ISO8601_ERROR (dtl_iso8601_error_quark ())
typedef enum {
  DTL_ISO8601_ERROR_SYNTAX,
  DTL_ISO8601_ERROR_NO_SUCH_DAY, /* nor month, week or time of day */
  DTL_ISO8601_ERROR_REVERSED,    /* ends before it begins */
  DTL_ISO8601_ERROR_NO_POSITION, /* a duration, a time of day, a repetition */
} DtlIso8601Error;
GQuark dtl_iso8601_error_quark (void);

/**
 * dtl_iso8601_read:
 * @text: need not end in NUL
 * @length: bytes of @text
 * @ret_loss: (out): a fraction of a second
 *
 * All of @text has to be one date, time or interval; every error names the
 * position, from 0.
 */
gboolean dtl_iso8601_read (const char *text,
                           gsize length,
                           DtlExtent *ret_extent,
                           DtlLoss *ret_loss,
                           GError **error);

/* In the extended format, proleptic Gregorian but for the digits of Julian months
 * and years. What is no one date, month or year is written as an interval, which
 * covers it. Caller frees; NULL where an end is open or unknown, for which there
 * is no form. */
char *dtl_iso8601_write (const DtlExtent *extent, DtlLoss *ret_loss);

G_END_DECLS
