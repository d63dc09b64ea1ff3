#include "time/dtl-relation.h"

/* The four end points. */
enum { A_START = 1 << 0, A_END = 1 << 1, B_START = 1 << 2, B_END = 1 << 3, N_POINTS = 4 };

/* A relation is a chain: sets of points that coincide, each later than the one
 * before; 0 ends it. */
static const struct {
  const char *name;
  guint8 chain[N_POINTS + 1];
} relations[DTL_N_RELATIONS] = {
  { "before", { A_START, A_END, B_START, B_END } },
  { "meets", { A_START, A_END | B_START, B_END } },
  { "overlaps", { A_START, B_START, A_END, B_END } },
  { "starts", { A_START | B_START, A_END, B_END } },
  { "during", { B_START, A_START, A_END, B_END } },
  { "finishes", { B_START, A_START, A_END | B_END } },
  { "equals", { A_START | B_START, A_END | B_END } },
  { "after", { B_START, B_END, A_START, A_END } },
  { "met-by", { B_START, B_END | A_START, A_END } },
  { "overlapped-by", { B_START, A_START, B_END, A_END } },
  { "started-by", { A_START | B_START, B_END, A_END } },
  { "contains", { A_START, B_START, B_END, A_END } },
  { "finished-by", { A_START, B_START, A_END | B_END } },
};

/* Bounds of the four points, both inclusive. */
typedef struct {
  DtlTime low[N_POINTS], high[N_POINTS];
} Points;

static Points
get_points (const DtlExtent *a, const DtlExtent *b)
{
  return (Points){
    .low = { a->start, a->earliest_end, b->start, b->earliest_end },
    .high = { a->latest_start, a->end, b->latest_start, b->end },
  };
}

/* Walks up the chain, giving each set the earliest instant that it can have; the
 * relation is possible where that never passes a bound. */
static gboolean
is_possible (const guint8 *chain, const Points *points)
{
  DtlTime earliest = DTL_TIME_PAST;

  for (; *chain != 0; chain++)
    {
      DtlTime latest = DTL_TIME_FUTURE;

      for (int i = 0; i < N_POINTS; i++)
        if (*chain & 1 << i)
          {
            earliest = MAX (earliest, points->low[i]);
            latest = MIN (latest, points->high[i]);
          }
      if (earliest > latest)
        return FALSE;
      if (earliest == DTL_TIME_FUTURE) /* nothing is later */
        return chain[1] == 0;
      earliest++;
    }
  return TRUE;
}

gboolean
dtl_relation_is_possible (DtlRelation relation, const DtlExtent *a, const DtlExtent *b)
{
  Points points = get_points (a, b);

  return is_possible (relations[relation].chain, &points);
}

guint
dtl_relation_list_possible (const DtlExtent *a, const DtlExtent *b)
{
  Points points = get_points (a, b);
  guint possible = 0;

  for (int i = 0; i < DTL_N_RELATIONS; i++)
    if (is_possible (relations[i].chain, &points))
      possible |= 1u << i;
  return possible;
}

DtlCertainty
dtl_relation_get_certainty (DtlRelation relation, const DtlExtent *a, const DtlExtent *b)
{
  guint possible = dtl_relation_list_possible (a, b);

  if ((possible & 1u << relation) == 0)
    return DTL_CERTAINTY_IMPOSSIBLE;
  return possible == 1u << relation ? DTL_CERTAINTY_CERTAIN : DTL_CERTAINTY_POSSIBLE;
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
  return relations[relation].name;
}
