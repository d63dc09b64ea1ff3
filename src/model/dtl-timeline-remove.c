#include "config.h"

#include "model/dtl-timeline-private.h"

/* What is known of one removal while it goes on. */
typedef struct {
  DtlTimeline *timeline;
  DtlId source;
  gboolean *removed;        /* by position of the event */
  GArray *claims;           /* DtlId: those of one event that stay */
  GHashTable *poorer_lanes; /* lanes that lost an event, a set */
} Removal;

/* The first one that stays is preferred from now on. */
static void
prefer_next_claim (Removal *removal, guint position, const DtlClaimRow *lost)
{
  DtlEventColumns *events = &removal->timeline->events;
  DtlEventRow row = dtl_event_columns_get (events, position);
  DtlId next_id = g_array_index (removal->claims, DtlId, 0);
  const DtlClaimRow *next = dtl_timeline_find_claim_row (removal->timeline, next_id);

  row.start = next->start;
  row.end = next->end;
  row.extent = next->extent;
  /* The same pointer, see the titles in dtl-timeline-private.h. */
  if (row.title == lost->title)
    row.title = next->title;
  dtl_event_columns_set (events, position, &row);
}

/* Collects the claims of an event that stay; TRUE where some do not. */
static gboolean
select_claims (Removal *removal, const DtlId *claims, guint n_claims)
{
  g_array_set_size (removal->claims, 0);
  for (guint i = 0; i < n_claims; i++)
    if (dtl_timeline_find_claim_row (removal->timeline, claims[i])->source !=
        removal->source)
      g_array_append_val (removal->claims, claims[i]);
  return removal->claims->len < n_claims;
}

static void
reduce_event (Removal *removal, guint position)
{
  DtlTimeline *timeline = removal->timeline;
  DtlEventColumns *events = &timeline->events;
  guint n_claims;
  const DtlId *claims = dtl_event_columns_get_claims (events, position, &n_claims);

  if (!select_claims (removal, claims, n_claims))
    return;
  if (removal->claims->len == 0)
    {
      DtlId lane = g_array_index (events->lanes, DtlId, position);

      removal->removed[position] = TRUE;
      g_hash_table_add (removal->poorer_lanes, GUINT_TO_POINTER (lane));
      return;
    }

  const DtlClaimRow *first = dtl_timeline_find_claim_row (timeline, claims[0]);

  if (first->source == removal->source)
    prefer_next_claim (removal, position, first);
  dtl_event_columns_set_claims (events, position,
                                (const DtlId *) (gpointer) removal->claims->data,
                                removal->claims->len);
}

static void
remove_events (Removal *removal)
{
  DtlEventColumns *events = &removal->timeline->events;

  for (guint i = 0; i < events->ids->len; i++)
    reduce_event (removal, i);
  dtl_event_columns_remove (events, removal->removed);
}

static void
remove_claims (Removal *removal)
{
  GArray *claims = removal->timeline->claims;
  guint n_kept = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      DtlClaimRow *row = &g_array_index (claims, DtlClaimRow, i);

      if (row->source != removal->source)
        g_array_index (claims, DtlClaimRow, n_kept++) = *row;
    }
  g_array_set_size (claims, n_kept);
}

/* Lanes that were empty before stay: somebody made them so. */
static void
remove_emptied_lanes (Removal *removal)
{
  DtlTimeline *timeline = removal->timeline;
  GArray *used = timeline->events.lanes;

  for (guint i = 0; i < used->len && g_hash_table_size (removal->poorer_lanes) > 0; i++)
    g_hash_table_remove (removal->poorer_lanes,
                         GUINT_TO_POINTER (g_array_index (used, DtlId, i)));
  for (guint i = timeline->lanes->len; i-- > 0;)
    {
      DtlId id = g_array_index (timeline->lanes, DtlLane, i).id;

      if (g_hash_table_contains (removal->poorer_lanes, GUINT_TO_POINTER (id)))
        g_array_remove_index (timeline->lanes, i);
    }
}

void
dtl_timeline_remove_source (DtlTimeline *timeline, DtlId source)
{
  guint place;

  g_return_if_fail (dtl_timeline_find_place (timeline, DTL_KIND_SOURCE, source, &place));

  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (DtlId));
  g_autoptr (GHashTable) poorer_lanes = g_hash_table_new (NULL, NULL);
  g_autofree gboolean *removed = g_new0 (gboolean, timeline->events.ids->len);
  Removal removal = {
    .timeline = timeline,
    .source = source,
    .removed = removed,
    .claims = claims,
    .poorer_lanes = poorer_lanes,
  };

  /* In this order, since each is found by what it names. */
  remove_events (&removal);
  remove_claims (&removal);
  remove_emptied_lanes (&removal);
  g_array_remove_index (timeline->sources, place);
  dtl_timeline_note_change (timeline);
}
