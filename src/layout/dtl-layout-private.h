/* The inside of a layout, for the files that make scenes of it. */

#pragma once

#include "layout/dtl-lanes.h"
#include "layout/dtl-layout.h"

G_BEGIN_DECLS

/* As the timeline is now, on the scale of the last run; lent until it changes. */
const DtlLanes *dtl_layout_get_lanes (DtlLayout *layout);
DtlTimeline *dtl_layout_get_timeline (const DtlLayout *layout);
const DtlMeasure *dtl_layout_get_measure (const DtlLayout *layout);
const DtlLayoutMetrics *dtl_layout_get_metrics (const DtlLayout *layout);

G_END_DECLS
