/* A timeline: the articles it was made from, what they claim, the events those
 * claims tell of, and the lanes the events lie in.
 *
 * Everything is addressed by a small id that is never given twice within a
 * timeline, survives saving, and is not reused after removal. Counts may be
 * in the millions: events are stored by column, and the calls below lend from
 * those columns without allocating. Not thread safe; work in other threads is
 * done on input prepared before and added here on the owner's thread. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

typedef struct _DtlTimeline DtlTimeline;

/* 0 is no id. */
typedef guint32 DtlId;

/* An article as the timeline keeps it. Strings live until the source goes. */
typedef struct
{
  DtlId id;
  const char *name;      /* the article's id: a file's name */
  const char *title;     /* NULL where unknown, as all below but text */
  const char *byline;
  const char *published; /* ISO 8601 */
  const char *language;
  const char *url;
  const char *text;
  gsize text_length;
} DtlSource;

typedef enum
{
  DTL_CLAIM_HAPPENED,
  DTL_CLAIM_PLANNED,
  DTL_CLAIM_REPORTED,
  DTL_CLAIM_DENIED,
  DTL_CLAIM_HYPOTHETICAL,
} DtlClaimStatus;

/* Bytes of the source's text. */
typedef struct
{
  gsize start, end;
} DtlTextSpan;

/* One thing a source says to have happened; never changes. */
typedef struct
{
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

typedef struct
{
  DtlId id;
  DtlId lane;
  const char *title;
  DtlExtent extent;  /* of the preferred claim */
  float importance;  /* 0 to 1: as set by hand, else as computed */
  const DtlId *claims; /* the preferred one first */
  guint n_claims;
} DtlEvent;

typedef struct
{
  DtlId id;
  const char *title;
} DtlLane;

DtlTimeline *dtl_timeline_new (void);
DtlTimeline *dtl_timeline_ref (DtlTimeline *timeline);
void dtl_timeline_unref (DtlTimeline *timeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlTimeline, dtl_timeline_unref)

/* Grows with every change; layouts use it to know whether they are current. */
guint64 dtl_timeline_get_version (const DtlTimeline *timeline);

/* Adding copies what it is given; the id field of the argument is ignored
 * unless it is not 0, which the store uses to put things back as they were. */
DtlId dtl_timeline_add_source (DtlTimeline *timeline, const DtlSource *source);
DtlId dtl_timeline_add_claim (DtlTimeline *timeline, const DtlClaim *claim);
DtlId dtl_timeline_add_event (DtlTimeline *timeline, const DtlEvent *event);
DtlId dtl_timeline_add_lane (DtlTimeline *timeline, const char *title);

/* Removes the source, its claims, the events left without a claim and the
 * lanes left without an event; nothing else. */
void dtl_timeline_remove_source (DtlTimeline *timeline, DtlId source);

/* By position 0 … n - 1; sources, claims and lanes in the order of adding,
 * events in the order of dtl_extent_compare(), then id. */
guint dtl_timeline_get_n_sources (const DtlTimeline *timeline);
guint dtl_timeline_get_n_claims (const DtlTimeline *timeline);
guint dtl_timeline_get_n_events (const DtlTimeline *timeline);
guint dtl_timeline_get_n_lanes (const DtlTimeline *timeline);
void dtl_timeline_get_source (const DtlTimeline *timeline, guint position, DtlSource *ret_source);
void dtl_timeline_get_claim (const DtlTimeline *timeline, guint position, DtlClaim *ret_claim);
void dtl_timeline_get_event (const DtlTimeline *timeline, guint position, DtlEvent *ret_event);
void dtl_timeline_get_lane (const DtlTimeline *timeline, guint position, DtlLane *ret_lane);

/* The hot columns of all events, by position: @starts sorted (start), @ends
 * (end). Lent until the next change. */
void dtl_timeline_get_columns (const DtlTimeline *timeline,
                               const DtlTime **ret_starts,
                               const DtlTime **ret_ends,
                               const float **ret_importances,
                               const DtlId **ret_lanes);

/* By id; FALSE or -1 where there is none. */
gboolean dtl_timeline_find_source (const DtlTimeline *timeline, DtlId id, DtlSource *ret_source);
gboolean dtl_timeline_find_claim (const DtlTimeline *timeline, DtlId id, DtlClaim *ret_claim);
int dtl_timeline_find_event (const DtlTimeline *timeline, DtlId id);

/* First and last instant of all events, unbounded ends left out; FALSE where
 * the timeline is empty. */
gboolean
dtl_timeline_get_range (const DtlTimeline *timeline, DtlTime *ret_start, DtlTime *ret_end);

/* Positions of events whose title, or a claim's sentence, holds all words of
 * @words without regard to case and accents. (element-type guint). */
GArray *dtl_timeline_search (const DtlTimeline *timeline, const char *words);

G_END_DECLS
