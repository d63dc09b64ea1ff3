/* Extents made of others: from one to another, between the two, before or after
 * one. */

#include "time/dtl-extent-private.h"

/* Where a span of several statements takes its flags from. */
static guint16
join_flags (const DtlExtent *first, const DtlExtent *last)
{
  guint16 flags = first->flags | last->flags;

  flags &= (guint16) ~(DTL_EXTENT_OPEN_START | DTL_EXTENT_UNKNOWN_START |
                       DTL_EXTENT_OPEN_END | DTL_EXTENT_UNKNOWN_END);
  flags |= first->flags & (DTL_EXTENT_OPEN_START | DTL_EXTENT_UNKNOWN_START);
  flags |= last->flags & (DTL_EXTENT_OPEN_END | DTL_EXTENT_UNKNOWN_END);
  return flags;
}

static guint8
get_end_qualifiers (const DtlExtent *extent)
{
  return extent->qualifiers[extent->kind == DTL_EXTENT_SPAN ? 1 : 0];
}

static DtlExtent
join (const DtlExtent *first, const DtlExtent *last)
{
  DtlExtent extent = *first;

  extent.end = last->end;
  extent.earliest_end = last->earliest_end;
  extent.precision_end = last->precision_end;
  extent.calendar_end = last->calendar_end;
  extent.flags = join_flags (first, last);
  extent.part = DTL_PART_NONE;
  return extent;
}

DtlExtent
dtl_extent_span (const DtlExtent *first, const DtlExtent *last)
{
  DtlExtent extent;

  if (first->start >= last->end)
    return dtl_extent_span (last, first);

  extent = join (first, last);
  extent.kind = DTL_EXTENT_SPAN;
  extent.qualifiers[1] = get_end_qualifiers (last);
  return extent;
}

DtlExtent
dtl_extent_between (const DtlExtent *first, const DtlExtent *last)
{
  DtlExtent extent;

  if (first->start >= last->end)
    return dtl_extent_between (last, first);

  extent = join (first, last);
  dtl_extent_set_within (&extent, first->start, last->end);
  extent.qualifiers[0] = first->qualifiers[0] | get_end_qualifiers (last);
  extent.qualifiers[1] = 0;
  return extent;
}

/* Something at an unknown distance before @end, or after @start. */
static DtlExtent
make_one_sided (const DtlExtent *extent, DtlTime start, DtlTime end)
{
  DtlExtent sided = *extent;

  sided.flags &=
      (guint16) ~(DTL_EXTENT_OPEN_START | DTL_EXTENT_UNKNOWN_START | DTL_EXTENT_OPEN_END |
                  DTL_EXTENT_UNKNOWN_END | DTL_EXTENT_EXCLUSIVE);
  dtl_extent_set_within (&sided, start, end);
  sided.part = DTL_PART_NONE;
  if (start == DTL_TIME_PAST)
    {
      sided.flags |= DTL_EXTENT_OPEN_START;
      sided.calendar = sided.calendar_end;
      sided.precision = sided.precision_end;
    }
  if (end == DTL_TIME_FUTURE)
    {
      sided.flags |= DTL_EXTENT_OPEN_END;
      sided.calendar_end = sided.calendar;
      sided.precision_end = sided.precision;
    }
  return sided;
}

DtlExtent
dtl_extent_before (const DtlExtent *extent)
{
  DtlExtent before = make_one_sided (extent, DTL_TIME_PAST, extent->start);

  before.flags |= DTL_EXTENT_EXCLUSIVE;
  return before;
}

DtlExtent
dtl_extent_after (const DtlExtent *extent)
{
  DtlExtent after = make_one_sided (extent, extent->end, DTL_TIME_FUTURE);

  after.flags |= DTL_EXTENT_EXCLUSIVE;
  return after;
}

DtlExtent
dtl_extent_not_after (const DtlExtent *extent)
{
  return make_one_sided (extent, DTL_TIME_PAST, extent->end);
}

DtlExtent
dtl_extent_not_before (const DtlExtent *extent)
{
  return make_one_sided (extent, extent->start, DTL_TIME_FUTURE);
}

DtlExtent
dtl_extent_since (const DtlExtent *extent)
{
  DtlExtent since = make_one_sided (extent, extent->start, DTL_TIME_FUTURE);

  since.kind = DTL_EXTENT_SPAN;
  since.latest_start = extent->latest_start;
  since.earliest_end = DTL_TIME_FUTURE;
  since.qualifiers[1] = 0;
  return since;
}

DtlExtent
dtl_extent_until (const DtlExtent *extent)
{
  DtlExtent until = make_one_sided (extent, DTL_TIME_PAST, extent->end);

  until.kind = DTL_EXTENT_SPAN;
  until.latest_start = DTL_TIME_PAST;
  until.earliest_end = extent->earliest_end;
  until.qualifiers[0] = 0;
  until.qualifiers[1] = get_end_qualifiers (extent);
  return until;
}
