/* What the files of extents share; for the files of this folder only. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

/* Whether years are astronomical, with the months of Rome. */
static inline gboolean
dtl_calendar_is_roman_style (DtlCalendar calendar)
{
  return calendar == DTL_CALENDAR_GREGORIAN || calendar == DTL_CALENDAR_JULIAN ||
         calendar == DTL_CALENDAR_HISTORICAL;
}

/* Bounds of something that lies anywhere in [start, end). */
static inline void
dtl_extent_set_within (DtlExtent *extent, DtlTime start, DtlTime end)
{
  extent->kind = DTL_EXTENT_WITHIN;
  extent->start = start;
  extent->end = end;
  extent->latest_start = dtl_time_add (end, -1);
  extent->earliest_end = dtl_time_add (start, 1);
}

G_END_DECLS
