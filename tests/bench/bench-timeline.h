/* Large timelines for benchmarks of the model and the store. */

#pragma once

#include "model/dtl-timeline.h"

G_BEGIN_DECLS

/* Articles of 100 sentences with a claim and an event each, in ten lanes; seven
 * in ten are days, the others spans of up to ten years, within 500 years. */
DtlTimeline *bench_timeline_new (guint n_events);
/* The same into an empty one. */
void bench_timeline_fill (DtlTimeline *timeline, guint n_events);

/* The extents alone. */
DtlExtent bench_timeline_make_extent (GRand *rand);

G_END_DECLS
