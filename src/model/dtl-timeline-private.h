/* How a timeline is kept; for the files of this folder. */

#pragma once

#include "model/dtl-event-columns.h"

G_BEGIN_DECLS

/* A source owns its strings and those of its claims, so that they go with it. */
typedef struct {
  DtlSource fields;
  char *text;
  GStringChunk *strings;
} DtlSourceRow;

/* Texts are shorter than 4 GiB. */
typedef struct {
  guint32 start, end;
} DtlPackedSpan;

typedef struct {
  DtlId id;
  DtlId source;
  DtlTime start, end;
  guint32 extent; /* entry of the extent table */
  float confidence;
  const char *title;
  const char *why; /* may be NULL */
  DtlPackedSpan paragraph, sentence, mentions[2];
  guint8 status; /* DtlClaimStatus */
} DtlClaimRow;

struct _DtlTimeline {
  gint n_refs; /* atomic */
  guint64 version;
  DtlId last_ids[DTL_N_KINDS];
  GArray *sources; /* DtlSourceRow, ascending by id, as the next two */
  GArray *claims;  /* DtlClaimRow */
  GArray *lanes;   /* DtlLane, its title owned */
  DtlEventColumns events;
  DtlExtentTable *extents;
  /* Titles of events. One that is called as its preferred claim is lends that
   * claim's title instead, by the same pointer. */
  GStringChunk *strings;

  /* The first reader after a change puts the events in order. */
  GMutex settling;
  gint settled; /* atomic */
  gboolean has_range;
  DtlTime range_start, range_end;
};

/* Index of a source, claim or lane; where there is none (FALSE), the index it
 * would have. */
gboolean dtl_timeline_find_place (const DtlTimeline *timeline,
                                  DtlKind kind,
                                  DtlId id,
                                  guint *ret_place);
DtlSourceRow *dtl_timeline_find_source_row (const DtlTimeline *timeline, DtlId id);
DtlClaimRow *dtl_timeline_find_claim_row (const DtlTimeline *timeline, DtlId id);

/* Every change ends with this. */
void dtl_timeline_note_change (DtlTimeline *timeline);

/* The events, in order. */
const DtlEventColumns *dtl_timeline_settle (const DtlTimeline *timeline);

G_END_DECLS
