/* The best events of every crowded bucket, level over level. Part of the
 * index by time, which see for buckets and levels. */

#pragma once

#include "layout/dtl-time-index.h"

G_BEGIN_DECLS

typedef struct _DtlTimePyramid DtlTimePyramid;

DtlTimePyramid *dtl_time_pyramid_new (const DtlTimeIndex *index);
void dtl_time_pyramid_free (DtlTimePyramid *pyramid);

/* Appends the best events of a bucket that holds events @first to @last - 1. */
void dtl_time_pyramid_add_best (const DtlTimePyramid *pyramid,
                                int level,
                                guint64 bucket,
                                guint first,
                                guint last,
                                GArray *events);

G_END_DECLS
