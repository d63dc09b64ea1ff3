#include "config.h"

#include "model/dtl-timeline-private.h"

#include <string.h>

/* Strings of a source other than its text: most are short. */
#define SOURCE_CHUNK_BYTES 256

/* --- what may come in --- */

static DtlTime
bring_into_range (DtlTime time)
{
  return dtl_time_is_bounded (time) ? CLAMP (time, DTL_TIME_MIN, DTL_TIME_MAX) : time;
}

static DtlExtent
mend_extent (const DtlExtent *extent)
{
  DtlExtent mended = *extent;

  mended.start = bring_into_range (mended.start);
  mended.latest_start = bring_into_range (mended.latest_start);
  mended.earliest_end = bring_into_range (mended.earliest_end);
  mended.end = bring_into_range (mended.end);
  mended.start = MIN (mended.start, DTL_TIME_MAX - 1);
  if (mended.end <= mended.start)
    mended.end = MAX (mended.start, DTL_TIME_MIN) + 1;
  return mended;
}

/* Not CLAMP: a NaN becomes 0. */
static float
bring_into_unit (float value)
{
  return value > 0 ? MIN (value, 1) : 0;
}

static gboolean
is_at_character (const DtlSourceRow *source, gsize at)
{
  return at <= source->fields.text_length && ((guchar) source->text[at] & 0xc0) != 0x80;
}

static gboolean
is_span_of (DtlTextSpan span, const DtlSourceRow *source)
{
  return span.start <= span.end && is_at_character (source, span.start) &&
         is_at_character (source, span.end);
}

static DtlPackedSpan
pack_span (DtlTextSpan span)
{
  return (DtlPackedSpan){ (guint32) span.start, (guint32) span.end };
}

static const char *
keep_string (GStringChunk *strings, const char *string)
{
  return string == NULL ? NULL : g_string_chunk_insert (strings, string);
}

/* --- ids --- */

/* The id a thing gets that wants @wanted, 0 where there is none left. */
static DtlId
choose_id (const DtlTimeline *timeline, DtlKind kind, DtlId wanted)
{
  g_return_val_if_fail (wanted <= DTL_ID_MAX, 0);

  if (wanted != 0)
    return wanted;
  return timeline->last_ids[kind] < DTL_ID_MAX ? timeline->last_ids[kind] + 1 : 0;
}

static void
note_added (DtlTimeline *timeline, DtlKind kind, DtlId id)
{
  dtl_timeline_reserve_ids (timeline, kind, id);
  dtl_timeline_note_change (timeline);
}

/* --- adding --- */

static DtlSourceRow
make_source_row (const DtlSource *source, DtlId id)
{
  DtlSourceRow row = { .fields = *source };

  row.fields.id = id;
  row.strings = g_string_chunk_new (SOURCE_CHUNK_BYTES);
  row.fields.name = keep_string (row.strings, source->name);
  row.fields.title = keep_string (row.strings, source->title);
  row.fields.byline = keep_string (row.strings, source->byline);
  row.fields.published = keep_string (row.strings, source->published);
  row.fields.language = keep_string (row.strings, source->language);
  row.fields.url = keep_string (row.strings, source->url);
  row.text = g_malloc (source->text_length + 1);
  memcpy (row.text, source->text, source->text_length);
  row.text[source->text_length] = '\0';
  row.fields.text = row.text;
  return row;
}

DtlId
dtl_timeline_add_source (DtlTimeline *timeline, const DtlSource *source)
{
  DtlId id = choose_id (timeline, DTL_KIND_SOURCE, source->id);
  guint place;

  g_return_val_if_fail (source->name != NULL && source->text != NULL, 0);
  g_return_val_if_fail (source->text_length < G_MAXUINT32, 0);
  g_return_val_if_fail (!dtl_timeline_find_place (timeline, DTL_KIND_SOURCE, id, &place),
                        0);
  if (id == 0)
    return 0;

  DtlSourceRow row = make_source_row (source, id);

  g_array_insert_val (timeline->sources, place, row);
  note_added (timeline, DTL_KIND_SOURCE, id);
  return id;
}

static DtlClaimRow
make_claim_row (DtlTimeline *timeline, const DtlClaim *claim, GStringChunk *strings)
{
  DtlExtent extent = mend_extent (&claim->extent);

  return (DtlClaimRow){
    .source = claim->source,
    .start = extent.start,
    .end = extent.end,
    .extent = dtl_extent_table_add (timeline->extents, &extent),
    .confidence = bring_into_unit (claim->confidence),
    .title = g_string_chunk_insert (strings, claim->title),
    /* One article gives few different reasons. */
    .why = claim->why == NULL ? NULL : g_string_chunk_insert_const (strings, claim->why),
    .paragraph = pack_span (claim->paragraph),
    .sentence = pack_span (claim->sentence),
    .mentions = { pack_span (claim->mentions[0]), pack_span (claim->mentions[1]) },
    .status = (guint8) claim->status,
  };
}

DtlId
dtl_timeline_add_claim (DtlTimeline *timeline, const DtlClaim *claim)
{
  DtlId id = choose_id (timeline, DTL_KIND_CLAIM, claim->id);
  guint place;
  DtlSourceRow *source = dtl_timeline_find_source_row (timeline, claim->source);

  g_return_val_if_fail (claim->title != NULL && source != NULL, 0);
  g_return_val_if_fail (is_span_of (claim->paragraph, source), 0);
  g_return_val_if_fail (is_span_of (claim->sentence, source), 0);
  g_return_val_if_fail (is_span_of (claim->mentions[0], source), 0);
  g_return_val_if_fail (is_span_of (claim->mentions[1], source), 0);
  g_return_val_if_fail (!dtl_timeline_find_place (timeline, DTL_KIND_CLAIM, id, &place),
                        0);
  if (id == 0)
    return 0;

  DtlClaimRow row = make_claim_row (timeline, claim, source->strings);

  row.id = id;
  g_array_insert_val (timeline->claims, place, row);
  note_added (timeline, DTL_KIND_CLAIM, id);
  return id;
}

static gboolean
are_claims (const DtlTimeline *timeline, const DtlId *claims, guint n_claims)
{
  for (guint i = 0; i < n_claims; i++)
    if (dtl_timeline_find_claim_row (timeline, claims[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* The preferred claim's own where it reads the same. */
static const char *
keep_event_title (DtlTimeline *timeline, const DtlEvent *event)
{
  if (event->n_claims > 0)
    {
      DtlClaimRow *claim = dtl_timeline_find_claim_row (timeline, event->claims[0]);

      if (g_str_equal (claim->title, event->title))
        return claim->title;
    }
  return g_string_chunk_insert (timeline->strings, event->title);
}

DtlId
dtl_timeline_add_event (DtlTimeline *timeline, const DtlEvent *event)
{
  DtlId id = choose_id (timeline, DTL_KIND_EVENT, event->id);

  g_return_val_if_fail (event->title != NULL, 0);
  g_return_val_if_fail (dtl_timeline_find_lane (timeline, event->lane) >= 0, 0);
  g_return_val_if_fail (are_claims (timeline, event->claims, event->n_claims), 0);
  g_return_val_if_fail (dtl_event_columns_find (&timeline->events, id) < 0, 0);
  if (id == 0)
    return 0;

  DtlExtent extent = mend_extent (&event->extent);
  DtlEventRow row = {
    .id = id,
    .lane = event->lane,
    .start = extent.start,
    .end = extent.end,
    .extent = dtl_extent_table_add (timeline->extents, &extent),
    .importance = bring_into_unit (event->importance),
    .title = keep_event_title (timeline, event),
  };

  dtl_event_columns_append (&timeline->events, &row, event->claims, event->n_claims);
  note_added (timeline, DTL_KIND_EVENT, id);
  return id;
}

DtlId
dtl_timeline_add_lane (DtlTimeline *timeline, const char *title)
{
  return dtl_timeline_put_lane (timeline, &(DtlLane){ .title = title });
}

DtlId
dtl_timeline_put_lane (DtlTimeline *timeline, const DtlLane *lane)
{
  DtlId id = choose_id (timeline, DTL_KIND_LANE, lane->id);
  guint place;

  g_return_val_if_fail (lane->title != NULL, 0);
  g_return_val_if_fail (!dtl_timeline_find_place (timeline, DTL_KIND_LANE, id, &place),
                        0);
  if (id == 0)
    return 0;

  DtlLane row = { .id = id, .title = g_strdup (lane->title) };

  g_array_insert_val (timeline->lanes, place, row);
  note_added (timeline, DTL_KIND_LANE, id);
  return id;
}
