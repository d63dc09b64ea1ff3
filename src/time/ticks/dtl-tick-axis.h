/* The calendar that an axis counts in, and what it counts in where that calendar has
 * no labels: before the Hijra, after the end of a table. For the files of this folder
 * only. */

#pragma once

#include "time/ticks/dtl-tick-ladder.h"

G_BEGIN_DECLS

typedef struct {
  DtlCalendar beyond;  /* Gregorian, Julian or historical: outside of the next */
  DtlCalendar foreign; /* any other, or the same as @beyond */
  DtlTime first;       /* of the foreign labels; DTL_TIME_FUTURE where there are none */
  DtlTime after;       /* the first instant after them */
} DtlTickAxis;

/* @shown: as in a DtlLabelStyle. Calendars that call every day by a name, the Maya
 * and the Roman one, have no axis, and are left out. */
void dtl_tick_axis_init (DtlTickAxis *axis, DtlCalendar shown);

/* What the axis counts in at @time. */
DtlCalendar dtl_tick_axis_get_calendar (const DtlTickAxis *axis, DtlTime time);

/* The last tick at or before @time, and the first after it. FALSE where there is
 * none within the valid range, or, for the first, within the same calendar. @time has
 * to be valid and bounded. */
gboolean dtl_tick_axis_find_at (const DtlTickAxis *axis,
                                const DtlTickStride *stride,
                                DtlTime time,
                                DtlTime *ret_tick);
gboolean dtl_tick_axis_find_after (const DtlTickAxis *axis,
                                   const DtlTickStride *stride,
                                   DtlTime time,
                                   DtlTime *ret_tick);

/* The same in days, months or years of a calendar that has a label for @time. */
gboolean dtl_tick_foreign_find (const DtlTickStride *stride,
                                DtlCalendar calendar,
                                DtlTime time,
                                gboolean after,
                                DtlTime *ret_tick);

G_END_DECLS
