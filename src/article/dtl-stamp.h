/* A date as a page or a line of text states it: its fields, and no more of
 * them than were written. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

/* A plain value. Years are 1 to 9999, Gregorian; an article is no older. */
typedef struct {
  DtlPrecision precision;                     /* YEAR, MONTH, DAY, MINUTE or SECOND */
  int year, month, day, hour, minute, second; /* 0 where not stated */
  gboolean has_offset;
  int offset_minutes; /* east of Greenwich */
} DtlStamp;

/**
 * dtl_stamp_read_iso:
 * @text: need not end in NUL
 * @ret_length: (out) (optional): bytes read
 *
 * Reads ISO 8601 at the beginning of @text, and what programs write for it:
 * "2023-07-27T06:45:00.000+0000", "2023-07-27 06:45 UTC", "20230727", "2023/07/27".
 * A fraction of a second is dropped.
 *
 * Returns: %FALSE where @text does not begin with a day that exists
 */
gboolean dtl_stamp_read_iso (const char *text,
                             gsize length,
                             DtlStamp *ret_stamp,
                             gsize *ret_length);

/* The same for all of @text but white space around it; also "2023" and
 * "2023-07". */
gboolean dtl_stamp_parse (const char *text, DtlStamp *ret_stamp);

/**
 * dtl_stamp_read_clock:
 *
 * Reads a time of day at the beginning of @text ("06:45", "6.45 pm",
 * "18:45:10 GMT+0200", "14h30") into @stamp, which has a day.
 *
 * Returns: bytes read, 0 where there is none
 */
gsize dtl_stamp_read_clock (const char *text, gsize length, DtlStamp *stamp);

/* Whether year, month and day are a day of the calendar. */
gboolean dtl_stamp_is_day (int year, int month, int day);

/* -1, 0 or 1 by the fields that both state, down to the day. */
int dtl_stamp_compare_days (const DtlStamp *a, const DtlStamp *b);

/* ISO 8601 with the precision and offset stated: "2023-07",
 * "2023-07-27T06:45:00+00:00". Caller frees. */
char *dtl_stamp_format (const DtlStamp *stamp);

gboolean dtl_stamp_to_extent (const DtlStamp *stamp, DtlExtent *ret_extent);

G_END_DECLS
