#include "time/dtl-relation.h"

static const char *const names[DTL_N_RELATIONS] = {
  "before", "meets",  "overlaps",      "starts",     "during",   "finishes",    "equals",
  "after",  "met-by", "overlapped-by", "started-by", "contains", "finished-by",
};

/* Functions, not the macros, which would work out an argument twice. */
static inline DtlTime
get_earlier (DtlTime a, DtlTime b)
{
  return a < b ? a : b;
}

static inline DtlTime
get_later (DtlTime a, DtlTime b)
{
  return a > b ? a : b;
}

static inline DtlTime
get_next (DtlTime time)
{
  return time + (time != DTL_TIME_FUTURE);
}

/* The inner bounds as tight as the outer ones make them: for each value of an end
 * there is then one of the other on the right side of it. */
static inline DtlTime
get_latest_start (const DtlExtent *extent)
{
  return get_earlier (extent->latest_start, extent->end - (extent->end != DTL_TIME_PAST));
}

static inline DtlTime
get_earliest_end (const DtlExtent *extent)
{
  return get_later (extent->earliest_end, get_next (extent->start));
}

/* Each relation is a chain of the four ends, such as As < Bs < Ae < Be. It is
 * possible where walking up the chain and giving each end the earliest instant
 * that is left for it never passes its last. The walks are written out, without a
 * branch: filters ask them of every pair of events. */

static inline guint
is_before (const DtlExtent *a, const DtlExtent *b)
{
  return get_earliest_end (a) < get_latest_start (b);
}

static inline guint
meets (const DtlExtent *a, const DtlExtent *b)
{
  return get_later (get_earliest_end (a), b->start) <=
         get_earlier (a->end, get_latest_start (b));
}

static inline guint
overlaps (const DtlExtent *a, const DtlExtent *b)
{
  DtlTime b_start = get_later (b->start, get_next (a->start));
  DtlTime a_end = get_later (get_earliest_end (a), get_next (b_start));

  return (b_start <= get_latest_start (b)) & (a_end <= a->end) & (a_end < b->end);
}

static inline guint
starts (const DtlExtent *a, const DtlExtent *b)
{
  DtlTime start = get_later (a->start, b->start);
  DtlTime a_end = get_later (get_earliest_end (a), get_next (start));

  return (start <= get_earlier (get_latest_start (a), get_latest_start (b))) &
         (a_end <= a->end) & (a_end < b->end);
}

static inline guint
is_during (const DtlExtent *a, const DtlExtent *b)
{
  DtlTime a_start = get_later (a->start, get_next (b->start));
  DtlTime a_end = get_later (get_earliest_end (a), get_next (a_start));

  return (a_start <= get_latest_start (a)) & (a_end <= a->end) & (a_end < b->end);
}

static inline guint
finishes (const DtlExtent *a, const DtlExtent *b)
{
  DtlTime a_start = get_later (a->start, get_next (b->start));
  DtlTime end = get_later (get_later (get_earliest_end (a), get_earliest_end (b)),
                           get_next (a_start));

  return (a_start <= get_latest_start (a)) & (end <= get_earlier (a->end, b->end));
}

static inline guint
equals (const DtlExtent *a, const DtlExtent *b)
{
  DtlTime start = get_later (a->start, b->start);
  DtlTime end = get_later (get_later (get_earliest_end (a), get_earliest_end (b)),
                           get_next (start));

  return (start <= get_earlier (get_latest_start (a), get_latest_start (b))) &
         (end <= get_earlier (a->end, b->end));
}

guint
dtl_relation_list_possible (const DtlExtent *a, const DtlExtent *b)
{
  return is_before (a, b) << DTL_RELATION_BEFORE | meets (a, b) << DTL_RELATION_MEETS |
         overlaps (a, b) << DTL_RELATION_OVERLAPS | starts (a, b) << DTL_RELATION_STARTS |
         is_during (a, b) << DTL_RELATION_DURING |
         finishes (a, b) << DTL_RELATION_FINISHES | equals (a, b) << DTL_RELATION_EQUALS |
         is_before (b, a) << DTL_RELATION_AFTER | meets (b, a) << DTL_RELATION_MET_BY |
         overlaps (b, a) << DTL_RELATION_OVERLAPPED_BY |
         starts (b, a) << DTL_RELATION_STARTED_BY |
         is_during (b, a) << DTL_RELATION_CONTAINS |
         finishes (b, a) << DTL_RELATION_FINISHED_BY;
}

static gboolean
is_possible (DtlRelation relation, const DtlExtent *a, const DtlExtent *b)
{
  switch (relation)
    {
    case DTL_RELATION_BEFORE:
      return is_before (a, b);
    case DTL_RELATION_MEETS:
      return meets (a, b);
    case DTL_RELATION_OVERLAPS:
      return overlaps (a, b);
    case DTL_RELATION_STARTS:
      return starts (a, b);
    case DTL_RELATION_DURING:
      return is_during (a, b);
    case DTL_RELATION_FINISHES:
      return finishes (a, b);
    case DTL_RELATION_EQUALS:
      return equals (a, b);
    case DTL_RELATION_AFTER:
      return is_before (b, a);
    case DTL_RELATION_MET_BY:
      return meets (b, a);
    case DTL_RELATION_OVERLAPPED_BY:
      return overlaps (b, a);
    case DTL_RELATION_STARTED_BY:
      return starts (b, a);
    case DTL_RELATION_CONTAINS:
      return is_during (b, a);
    case DTL_RELATION_FINISHED_BY:
      return finishes (b, a);
    case DTL_N_RELATIONS:
      break;
    }
  return FALSE;
}

gboolean
dtl_relation_is_possible (DtlRelation relation, const DtlExtent *a, const DtlExtent *b)
{
  return is_possible (relation, a, b);
}

/* Whether two ends, each anywhere between its bounds, have one order only. */
static inline guint
is_settled (DtlTime a_low, DtlTime a_high, DtlTime b_low, DtlTime b_high)
{
  return (a_high < b_low) | (b_high < a_low) |
         ((a_low == a_high) & (b_low == b_high) & (a_low == b_low));
}

/* A relation is the only possible one where none of the four orders between ends
 * of the one and of the other is open: the two do not depend on each other. */
static gboolean
is_only_one (const DtlExtent *a, const DtlExtent *b)
{
  return is_settled (a->start, get_latest_start (a), b->start, get_latest_start (b)) &
         is_settled (a->start, get_latest_start (a), get_earliest_end (b), b->end) &
         is_settled (get_earliest_end (a), a->end, b->start, get_latest_start (b)) &
         is_settled (get_earliest_end (a), a->end, get_earliest_end (b), b->end);
}

DtlCertainty
dtl_relation_get_certainty (DtlRelation relation, const DtlExtent *a, const DtlExtent *b)
{
  if (!is_possible (relation, a, b))
    return DTL_CERTAINTY_IMPOSSIBLE;
  return is_only_one (a, b) ? DTL_CERTAINTY_CERTAIN : DTL_CERTAINTY_POSSIBLE;
}

/* @a begins before @b ends, however the two are read. */
static gboolean
certainly_begins_in_time (const DtlExtent *a, const DtlExtent *b)
{
  DtlTime latest_start = MIN (a->latest_start, dtl_time_add (a->end, -1));
  DtlTime earliest_end = MAX (b->earliest_end, dtl_time_add (b->start, 1));

  return latest_start < earliest_end;
}

DtlCertainty
dtl_relation_get_overlap (const DtlExtent *a, const DtlExtent *b)
{
  if (!(a->start < b->end && b->start < a->end))
    return DTL_CERTAINTY_IMPOSSIBLE;
  return certainly_begins_in_time (a, b) && certainly_begins_in_time (b, a)
             ? DTL_CERTAINTY_CERTAIN
             : DTL_CERTAINTY_POSSIBLE;
}

const char *
dtl_relation_get_name (DtlRelation relation)
{
  g_return_val_if_fail (relation >= 0 && relation < DTL_N_RELATIONS, NULL);
  return names[relation];
}
