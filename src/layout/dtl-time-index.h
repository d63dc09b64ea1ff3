/* What lies in a window of time: answers that cost the same for a thousand
 * events and for ten million.
 *
 * Times are cut into world-aligned buckets, so that an answer does not depend
 * on the window: bucket q of level b holds the events whose time lies in
 * [base + q * 2^b, base + (q + 1) * 2^b), base being the first event's time. */

#pragma once

#include "time/dtl-time.h"

G_BEGIN_DECLS

/* The best events kept of a bucket. */
#define DTL_BUCKET_BEST 8

/* Columns of @n events; lent to the index, which outlives none of them. */
typedef struct {
  guint n;
  const DtlTime *times; /* sorted; within the valid range */
  const DtlTime *ends;  /* not before their times */
  const float *ranks;   /* higher is more important; ties: the earlier one */
} DtlTimeColumns;

typedef struct _DtlTimeIndex DtlTimeIndex;

DtlTimeIndex *dtl_time_index_new (const DtlTimeColumns *columns);
void dtl_time_index_free (DtlTimeIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlTimeIndex, dtl_time_index_free)

const DtlTimeColumns *dtl_time_index_get_columns (const DtlTimeIndex *index);

DtlTime dtl_time_index_get_base (const DtlTimeIndex *index);
/* Seconds from the base to the last end; at least 1. */
guint64 dtl_time_index_get_range (const DtlTimeIndex *index);

/* TRUE where event @a is more important than event @b. */
gboolean dtl_time_index_is_better (const DtlTimeIndex *index, guint32 a, guint32 b);

/* First event at @time or later; n where there is none. */
guint dtl_time_index_find (const DtlTimeIndex *index, DtlTime time);
/* The same, from event @from on, which must not lie later; fast when near. */
guint dtl_time_index_find_from (const DtlTimeIndex *index, guint from, DtlTime time);

/* Appends all events of a bucket, or none where there are more than @most.
 * (element-type guint32) */
void dtl_time_index_add_all (const DtlTimeIndex *index,
                             int level,
                             guint64 bucket,
                             guint most,
                             GArray *events);

/* Appends the best DTL_BUCKET_BEST events of a bucket, in no order. (element-type guint32) */
void dtl_time_index_add_best (const DtlTimeIndex *index,
                              int level,
                              guint64 bucket,
                              GArray *events);

/* Appends the best @most events that begin before @time and end after it. (element-type guint32) */
void dtl_time_index_add_reaching (const DtlTimeIndex *index,
                                  DtlTime time,
                                  guint most,
                                  GArray *events);

G_END_DECLS
