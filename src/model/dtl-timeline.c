#include "config.h"

#include "model/dtl-timeline.h"

#include "model/dtl-id-search.h"
#include "model/dtl-timeline-private.h"

#define STRING_CHUNK_BYTES 65536

static void
clear_source_row (gpointer data)
{
  DtlSourceRow *row = data;

  g_free (row->text);
  g_string_chunk_free (row->strings);
}

static void
clear_lane (gpointer data)
{
  DtlLane *lane = data;

  g_free ((char *) lane->title);
}

DtlTimeline *
dtl_timeline_new (void)
{
  DtlTimeline *timeline = g_new0 (DtlTimeline, 1);

  timeline->n_refs = 1;
  timeline->sources = g_array_new (FALSE, FALSE, sizeof (DtlSourceRow));
  timeline->claims = g_array_new (FALSE, FALSE, sizeof (DtlClaimRow));
  timeline->lanes = g_array_new (FALSE, FALSE, sizeof (DtlLane));
  g_array_set_clear_func (timeline->sources, clear_source_row);
  g_array_set_clear_func (timeline->lanes, clear_lane);
  timeline->extents = dtl_extent_table_new ();
  dtl_event_columns_init (&timeline->events, timeline->extents);
  timeline->strings = g_string_chunk_new (STRING_CHUNK_BYTES);
  g_mutex_init (&timeline->settling);
  return timeline;
}

DtlTimeline *
dtl_timeline_ref (DtlTimeline *timeline)
{
  g_atomic_int_inc (&timeline->n_refs);
  return timeline;
}

void
dtl_timeline_unref (DtlTimeline *timeline)
{
  if (timeline == NULL || !g_atomic_int_dec_and_test (&timeline->n_refs))
    return;

  g_array_unref (timeline->sources);
  g_array_unref (timeline->claims);
  g_array_unref (timeline->lanes);
  dtl_event_columns_clear (&timeline->events);
  dtl_extent_table_free (timeline->extents);
  g_string_chunk_free (timeline->strings);
  g_mutex_clear (&timeline->settling);
  g_free (timeline);
}

guint64
dtl_timeline_get_version (const DtlTimeline *timeline)
{
  return timeline->version;
}

void
dtl_timeline_note_change (DtlTimeline *timeline)
{
  timeline->version++;
  g_atomic_int_set (&timeline->settled, FALSE);
}

/* --- ids --- */

static DtlId
get_source_id (gconstpointer timeline, guint index)
{
  return g_array_index (((const DtlTimeline *) timeline)->sources, DtlSourceRow, index)
      .fields.id;
}

static DtlId
get_claim_id (gconstpointer timeline, guint index)
{
  return g_array_index (((const DtlTimeline *) timeline)->claims, DtlClaimRow, index).id;
}

static DtlId
get_lane_id (gconstpointer timeline, guint index)
{
  return g_array_index (((const DtlTimeline *) timeline)->lanes, DtlLane, index).id;
}

static DtlGetIdFunc
get_id_func (DtlKind kind)
{
  switch (kind)
    {
    case DTL_KIND_SOURCE:
      return get_source_id;
    case DTL_KIND_CLAIM:
      return get_claim_id;
    case DTL_KIND_LANE:
      return get_lane_id;
    case DTL_KIND_EVENT: /* searches for itself */
    case DTL_N_KINDS:
      break;
    }
  g_return_val_if_reached (NULL);
}

static guint
get_n (const DtlTimeline *timeline, DtlKind kind)
{
  return kind == DTL_KIND_SOURCE  ? timeline->sources->len
         : kind == DTL_KIND_CLAIM ? timeline->claims->len
                                  : timeline->lanes->len;
}

gboolean
dtl_timeline_find_place (const DtlTimeline *timeline,
                         DtlKind kind,
                         DtlId id,
                         guint *ret_place)
{
  DtlGetIdFunc get_id = get_id_func (kind);
  guint n = get_n (timeline, kind);

  *ret_place = dtl_id_search (n, get_id, timeline, id);
  return *ret_place < n && get_id (timeline, *ret_place) == id;
}

DtlId
dtl_timeline_get_last_id (const DtlTimeline *timeline, DtlKind kind)
{
  return timeline->last_ids[kind];
}

void
dtl_timeline_reserve_ids (DtlTimeline *timeline, DtlKind kind, DtlId last)
{
  g_return_if_fail (last <= DTL_ID_MAX);

  timeline->last_ids[kind] = MAX (timeline->last_ids[kind], last);
}

DtlSourceRow *
dtl_timeline_find_source_row (const DtlTimeline *timeline, DtlId id)
{
  guint place;

  if (!dtl_timeline_find_place (timeline, DTL_KIND_SOURCE, id, &place))
    return NULL;
  return &g_array_index (timeline->sources, DtlSourceRow, place);
}

DtlClaimRow *
dtl_timeline_find_claim_row (const DtlTimeline *timeline, DtlId id)
{
  guint place;

  if (!dtl_timeline_find_place (timeline, DTL_KIND_CLAIM, id, &place))
    return NULL;
  return &g_array_index (timeline->claims, DtlClaimRow, place);
}

/* --- getting --- */

guint
dtl_timeline_get_n_sources (const DtlTimeline *timeline)
{
  return timeline->sources->len;
}

guint
dtl_timeline_get_n_claims (const DtlTimeline *timeline)
{
  return timeline->claims->len;
}

guint
dtl_timeline_get_n_events (const DtlTimeline *timeline)
{
  return timeline->events.ids->len;
}

guint
dtl_timeline_get_n_lanes (const DtlTimeline *timeline)
{
  return timeline->lanes->len;
}

void
dtl_timeline_get_source (const DtlTimeline *timeline,
                         guint position,
                         DtlSource *ret_source)
{
  g_return_if_fail (position < timeline->sources->len);

  *ret_source = g_array_index (timeline->sources, DtlSourceRow, position).fields;
}

static DtlTextSpan
unpack_span (DtlPackedSpan span)
{
  return (DtlTextSpan){ span.start, span.end };
}

static void
unpack_claim (const DtlTimeline *timeline, const DtlClaimRow *row, DtlClaim *ret_claim)
{
  *ret_claim = (DtlClaim){
    .id = row->id,
    .source = row->source,
    .title = row->title,
    .extent = dtl_extent_table_get (timeline->extents, row->extent, row->start, row->end),
    .paragraph = unpack_span (row->paragraph),
    .sentence = unpack_span (row->sentence),
    .mentions = { unpack_span (row->mentions[0]), unpack_span (row->mentions[1]) },
    .why = row->why,
    .status = row->status,
    .confidence = row->confidence,
  };
}

void
dtl_timeline_get_claim (const DtlTimeline *timeline, guint position, DtlClaim *ret_claim)
{
  g_return_if_fail (position < timeline->claims->len);

  unpack_claim (timeline, &g_array_index (timeline->claims, DtlClaimRow, position),
                ret_claim);
}

void
dtl_timeline_get_event (const DtlTimeline *timeline, guint position, DtlEvent *ret_event)
{
  const DtlEventColumns *events = dtl_timeline_settle (timeline);

  g_return_if_fail (position < events->ids->len);

  DtlEventRow row = dtl_event_columns_get (events, position);

  *ret_event = (DtlEvent){
    .id = row.id,
    .lane = row.lane,
    .title = row.title,
    .extent = dtl_extent_table_get (timeline->extents, row.extent, row.start, row.end),
    .importance = row.importance,
  };
  ret_event->claims =
      dtl_event_columns_get_claims (events, position, &ret_event->n_claims);
}

const char *
dtl_timeline_get_event_title (const DtlTimeline *timeline, guint position)
{
  const DtlEventColumns *events = dtl_timeline_settle (timeline);

  g_return_val_if_fail (position < events->titles->len, "");

  return g_array_index (events->titles, const char *, position);
}

DtlExtent
dtl_timeline_get_event_extent (const DtlTimeline *timeline, guint position)
{
  const DtlEventColumns *events = dtl_timeline_settle (timeline);

  g_return_val_if_fail (position < events->extents->len, (DtlExtent){ 0 });

  return dtl_extent_table_get (timeline->extents,
                               g_array_index (events->extents, guint32, position),
                               g_array_index (events->starts, DtlTime, position),
                               g_array_index (events->ends, DtlTime, position));
}

void
dtl_timeline_get_lane (const DtlTimeline *timeline, guint position, DtlLane *ret_lane)
{
  g_return_if_fail (position < timeline->lanes->len);

  *ret_lane = g_array_index (timeline->lanes, DtlLane, position);
}

void
dtl_timeline_get_columns (const DtlTimeline *timeline,
                          const DtlTime **ret_starts,
                          const DtlTime **ret_ends,
                          const float **ret_importances,
                          const DtlId **ret_lanes)
{
  const DtlEventColumns *events = dtl_timeline_settle (timeline);

  *ret_starts = (const DtlTime *) (gpointer) events->starts->data;
  *ret_ends = (const DtlTime *) (gpointer) events->ends->data;
  *ret_importances = (const float *) (gpointer) events->importances->data;
  *ret_lanes = (const DtlId *) (gpointer) events->lanes->data;
}

guint
dtl_timeline_get_position_by_id_order (const DtlTimeline *timeline, guint index)
{
  const DtlEventColumns *events = dtl_timeline_settle (timeline);

  g_return_val_if_fail (index < events->by_id->len, 0);

  return g_array_index (events->by_id, guint32, index);
}

gboolean
dtl_timeline_find_source (const DtlTimeline *timeline, DtlId id, DtlSource *ret_source)
{
  DtlSourceRow *row = dtl_timeline_find_source_row (timeline, id);

  if (row == NULL)
    return FALSE;
  *ret_source = row->fields;
  return TRUE;
}

gboolean
dtl_timeline_find_claim (const DtlTimeline *timeline, DtlId id, DtlClaim *ret_claim)
{
  DtlClaimRow *row = dtl_timeline_find_claim_row (timeline, id);

  if (row == NULL)
    return FALSE;
  unpack_claim (timeline, row, ret_claim);
  return TRUE;
}

int
dtl_timeline_find_event (const DtlTimeline *timeline, DtlId id)
{
  return dtl_event_columns_find (dtl_timeline_settle (timeline), id);
}

int
dtl_timeline_find_lane (const DtlTimeline *timeline, DtlId id)
{
  guint place;

  return dtl_timeline_find_place (timeline, DTL_KIND_LANE, id, &place) ? (int) place : -1;
}
