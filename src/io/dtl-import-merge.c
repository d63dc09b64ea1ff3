#include "io/dtl-import-merge.h"

/* Ids of @from to ids of @to. */
typedef struct {
  const DtlTimeline *from;
  DtlTimeline *to;
  gboolean keep_ids;
  GHashTable *sources, *claims, *lanes;
  DtlId one_lane; /* for all events, or 0 */
} Merge;

static void
remember (GHashTable *ids, DtlId old, DtlId new)
{
  g_hash_table_insert (ids, GUINT_TO_POINTER (old), GUINT_TO_POINTER (new));
}

static DtlId
translate (GHashTable *ids, DtlId old)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (ids, GUINT_TO_POINTER (old)));
}

static void
copy_sources (Merge *merge)
{
  for (guint i = 0; i < dtl_timeline_get_n_sources (merge->from); i++)
    {
      DtlSource source;
      DtlId old;

      dtl_timeline_get_source (merge->from, i, &source);
      old = source.id;
      if (!merge->keep_ids)
        source.id = 0;
      remember (merge->sources, old, dtl_timeline_add_source (merge->to, &source));
    }
}

static void
copy_lanes (Merge *merge)
{
  for (guint i = 0; i < dtl_timeline_get_n_lanes (merge->from); i++)
    {
      DtlLane lane;
      DtlId old;

      dtl_timeline_get_lane (merge->from, i, &lane);
      old = lane.id;
      if (!merge->keep_ids)
        lane.id = 0;
      remember (merge->lanes, old, dtl_timeline_put_lane (merge->to, &lane));
    }
}

/* Ids that were given and removed before saving are not given again. */
static void
keep_ids_apart (Merge *merge)
{
  for (DtlKind kind = 0; kind < DTL_N_KINDS; kind++)
    dtl_timeline_reserve_ids (merge->to, kind,
                              dtl_timeline_get_last_id (merge->from, kind));
}

static void
copy_claims (Merge *merge)
{
  for (guint i = 0; i < dtl_timeline_get_n_claims (merge->from); i++)
    {
      DtlClaim claim;
      DtlId old;

      dtl_timeline_get_claim (merge->from, i, &claim);
      old = claim.id;
      if (!merge->keep_ids)
        claim.id = 0;
      claim.source = translate (merge->sources, claim.source);
      remember (merge->claims, old, dtl_timeline_add_claim (merge->to, &claim));
    }
}

static void
copy_events (Merge *merge)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (DtlId));

  for (guint i = 0; i < dtl_timeline_get_n_events (merge->from); i++)
    {
      DtlEvent event;

      dtl_timeline_get_event (merge->from, i, &event);
      g_array_set_size (claims, 0);
      for (guint k = 0; k < event.n_claims; k++)
        {
          DtlId id = translate (merge->claims, event.claims[k]);

          g_array_append_val (claims, id);
        }
      if (!merge->keep_ids)
        event.id = 0;
      event.lane =
          merge->one_lane != 0 ? merge->one_lane : translate (merge->lanes, event.lane);
      event.claims = (const DtlId *) (gpointer) claims->data;
      dtl_timeline_add_event (merge->to, &event);
    }
}

static void
copy (const DtlTimeline *from, DtlTimeline *to, const char *one_lane)
{
  Merge merge = { .from = from, .to = to };

  merge.keep_ids =
      dtl_timeline_get_n_sources (to) == 0 && dtl_timeline_get_n_events (to) == 0;
  merge.sources = g_hash_table_new (NULL, NULL);
  merge.claims = g_hash_table_new (NULL, NULL);
  merge.lanes = g_hash_table_new (NULL, NULL);

  copy_sources (&merge);
  if (one_lane != NULL)
    merge.one_lane = dtl_timeline_add_lane (to, one_lane);
  else
    copy_lanes (&merge);
  copy_claims (&merge);
  copy_events (&merge);
  if (merge.keep_ids)
    keep_ids_apart (&merge);

  g_hash_table_unref (merge.sources);
  g_hash_table_unref (merge.claims);
  g_hash_table_unref (merge.lanes);
}

void
dtl_import_merge (const DtlTimeline *from, DtlTimeline *to)
{
  copy (from, to, NULL);
}

void
dtl_import_merge_into_lane (const DtlTimeline *from, DtlTimeline *to, const char *lane)
{
  copy (from, to, lane);
}
