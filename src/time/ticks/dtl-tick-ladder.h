/* The steps that an axis may take, and how each is walked: calendar units, not
 * lengths. For the files of this folder only. */

#pragma once

#include "time/dtl-calendar.h"

G_BEGIN_DECLS

typedef enum {
  DTL_TICK_SECOND,
  DTL_TICK_MINUTE,
  DTL_TICK_HOUR,
  DTL_TICK_DAY,   /* days 1, 1 + n … of the month */
  DTL_TICK_WEEK,  /* Mondays */
  DTL_TICK_MONTH, /* months 1, 1 + n … of the year */
  /* Multiples of n; … 2n BC, n BC, AD 1, AD n, AD 2n … where there is an AD. */
  DTL_TICK_YEAR,
  DTL_TICK_BEFORE_PRESENT, /* 1950 minus multiples of n years */
} DtlTickUnit;

typedef struct {
  DtlTickUnit unit;
  gint64 n;
} DtlTickStride;

typedef struct {
  DtlTickStride major;
  gint64 seconds; /* nominal: to choose by, never to walk by */
  DtlTickStride minor;
} DtlTickRung;

#define DTL_TICK_N_RUNGS 59

extern const DtlTickRung dtl_tick_ladder[DTL_TICK_N_RUNGS];

/* The last tick at or before @time, and the first after it; @calendar is the
 * Gregorian, the Julian or the historical one. FALSE where there is none within
 * the valid range. @time has to be valid and bounded. */
gboolean dtl_tick_find_at (const DtlTickStride *stride,
                           DtlCalendar calendar,
                           DtlTime time,
                           DtlTime *ret_tick);
gboolean dtl_tick_find_after (const DtlTickStride *stride,
                              DtlCalendar calendar,
                              DtlTime time,
                              DtlTime *ret_tick);

G_END_DECLS
