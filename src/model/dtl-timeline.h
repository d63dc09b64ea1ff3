/* A timeline: the articles it was made from, what they claim, the events those
 * claims tell of, and the lanes the events lie in.
 *
 * Everything is addressed by a small id that is never given twice within a
 * timeline, survives saving, and is not reused after removal. Counts may be
 * in the millions: events are stored by column, and the calls below lend from
 * those columns without allocating.
 *
 * Several threads may read a timeline at once while nobody changes it. Whoever
 * changes it has it to himself: work in other threads is done on input
 * prepared before and added here on the owner's thread. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

typedef struct _DtlTimeline DtlTimeline;

/* 0 is no id. Each kind of thing counts its own. */
typedef guint32 DtlId;

#define DTL_ID_MAX ((DtlId) G_MAXINT32)

typedef enum {
  DTL_KIND_SOURCE,
  DTL_KIND_CLAIM,
  DTL_KIND_EVENT,
  DTL_KIND_LANE,
  DTL_N_KINDS
} DtlKind;

/* An article as the timeline keeps it. Strings live until the source goes. */
typedef struct {
  DtlId id;
  const char *name;  /* the article's id: a file's name */
  const char *title; /* NULL where unknown, as all below but text */
  const char *byline;
  const char *published; /* ISO 8601 */
  const char *language;
  const char *url;
  const char *text;
  gsize text_length;
} DtlSource;

typedef enum {
  DTL_CLAIM_HAPPENED,
  DTL_CLAIM_PLANNED,
  DTL_CLAIM_REPORTED,
  DTL_CLAIM_DENIED,
  DTL_CLAIM_HYPOTHETICAL,
} DtlClaimStatus;

/* Bytes of the source's text. */
typedef struct {
  gsize start, end;
} DtlTextSpan;

/* One thing a source says to have happened; never changes. */
typedef struct {
  DtlId id;
  DtlId source;
  const char *title;
  DtlExtent extent;
  DtlTextSpan paragraph;
  DtlTextSpan sentence;
  DtlTextSpan mentions[2]; /* the dated words; the second is empty but for ranges */
  const char *why;
  DtlClaimStatus status;
  float confidence;
} DtlClaim;

typedef struct {
  DtlId id;
  DtlId lane;
  const char *title;
  DtlExtent extent;    /* of the preferred claim */
  float importance;    /* 0 to 1: as set by hand, else as computed */
  const DtlId *claims; /* the preferred one first */
  guint n_claims;
} DtlEvent;

typedef struct {
  DtlId id;
  const char *title;
} DtlLane;

DtlTimeline *dtl_timeline_new (void);
DtlTimeline *dtl_timeline_ref (DtlTimeline *timeline);
void dtl_timeline_unref (DtlTimeline *timeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlTimeline, dtl_timeline_unref)

/* Grows with every change; layouts use it to know whether they are current. */
guint64 dtl_timeline_get_version (const DtlTimeline *timeline);

/* Adding copies what it is given. An id of 0 asks for the next one; any other
 * has to be free and puts the thing back as it was. What a claim or an event
 * names (source, claims, lane) has to be there already, and a claim's spans
 * have to lie in its source's text.
 *
 * Titles may not be NULL. Extents are put right where they are not in order:
 * afterwards start < end, and bounded ends lie in the valid range; confidence
 * and importance are brought into 0 to 1.
 *
 * Returns: the id; 0 where the above does not hold, or none is left */
DtlId dtl_timeline_add_source (DtlTimeline *timeline, const DtlSource *source);
DtlId dtl_timeline_add_claim (DtlTimeline *timeline, const DtlClaim *claim);
DtlId dtl_timeline_add_event (DtlTimeline *timeline, const DtlEvent *event);
DtlId dtl_timeline_add_lane (DtlTimeline *timeline, const char *title);
/* The same with an id, to put one back. */
DtlId dtl_timeline_put_lane (DtlTimeline *timeline, const DtlLane *lane);

/* Removes the source, its claims, the events this leaves without a claim and
 * the lanes this leaves without an event; nothing else. An event that loses
 * its preferred claim takes extent and, where it was called as that claim was,
 * title from the next one. */
void dtl_timeline_remove_source (DtlTimeline *timeline, DtlId source);

/* The greatest id ever given to a thing of @kind, 0 where there was none; the
 * store keeps it, so that an id whose thing is gone does not come back. */
DtlId dtl_timeline_get_last_id (const DtlTimeline *timeline, DtlKind kind);
void dtl_timeline_reserve_ids (DtlTimeline *timeline, DtlKind kind, DtlId last);

/* By position 0 … n - 1; sources, claims and lanes in the order of their ids,
 * which is that of adding, events in that of dtl_extent_compare(), then id.
 * What is lent lives until the next change. */
guint dtl_timeline_get_n_sources (const DtlTimeline *timeline);
guint dtl_timeline_get_n_claims (const DtlTimeline *timeline);
guint dtl_timeline_get_n_events (const DtlTimeline *timeline);
guint dtl_timeline_get_n_lanes (const DtlTimeline *timeline);
void dtl_timeline_get_source (const DtlTimeline *timeline,
                              guint position,
                              DtlSource *ret_source);
void dtl_timeline_get_claim (const DtlTimeline *timeline,
                             guint position,
                             DtlClaim *ret_claim);
void dtl_timeline_get_event (const DtlTimeline *timeline,
                             guint position,
                             DtlEvent *ret_event);
void dtl_timeline_get_lane (const DtlTimeline *timeline,
                            guint position,
                            DtlLane *ret_lane);

/* Of an event no more than this: for those who look through many. */
const char *dtl_timeline_get_event_title (const DtlTimeline *timeline, guint position);
DtlExtent dtl_timeline_get_event_extent (const DtlTimeline *timeline, guint position);

/* The hot columns of all events, by position: the outer bounds of their
 * extents, @starts in order, each end after its start. Lent until the next
 * change. */
void dtl_timeline_get_columns (const DtlTimeline *timeline,
                               const DtlTime **ret_starts,
                               const DtlTime **ret_ends,
                               const float **ret_importances,
                               const DtlId **ret_lanes);

/* The position of the event whose id is the @index-th in ascending order. */
guint dtl_timeline_get_position_by_id_order (const DtlTimeline *timeline, guint index);

/* By id, in constant time as long as few things were removed; FALSE where
 * there is none. */
gboolean dtl_timeline_find_source (const DtlTimeline *timeline,
                                   DtlId id,
                                   DtlSource *ret_source);
gboolean dtl_timeline_find_claim (const DtlTimeline *timeline,
                                  DtlId id,
                                  DtlClaim *ret_claim);
/* The position, or -1. */
int dtl_timeline_find_event (const DtlTimeline *timeline, DtlId id);
int dtl_timeline_find_lane (const DtlTimeline *timeline, DtlId id);

/* First instant of all events and first second after the last one. Of an event
 * without a start or an end, what is known of the other counts. FALSE where
 * there is no event, or none that has a known end: @ret_… are left alone. */
gboolean dtl_timeline_get_range (const DtlTimeline *timeline,
                                 DtlTime *ret_start,
                                 DtlTime *ret_end);

/**
 * dtl_timeline_search:
 * @words: UTF-8, words separated by white space
 *
 * Finds events whose title, or a claim's title or sentence, holds all words,
 * as parts of words too, without regard to case and accents. No words find
 * nothing.
 *
 * Returns: (element-type guint) (transfer full): positions, ascending
 */
GArray *dtl_timeline_search (const DtlTimeline *timeline, const char *words);

G_END_DECLS
