/* The intervals that reach over an instant. Part of the index by time.
 *
 * Intervals are classed by the power of two of their duration: in a class only
 * those that begin within one such duration can reach that far, and of these
 * whole blocks are passed over that hold nothing important enough. */

#pragma once

#include "layout/dtl-time-index.h"

G_BEGIN_DECLS

typedef struct _DtlIntervalIndex DtlIntervalIndex;

DtlIntervalIndex *dtl_interval_index_new (const DtlTimeIndex *index);
void dtl_interval_index_free (DtlIntervalIndex *intervals);

void dtl_interval_index_add_reaching (const DtlIntervalIndex *intervals,
                                      DtlTime time,
                                      guint most,
                                      GArray *events);

G_END_DECLS
