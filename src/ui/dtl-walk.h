/* From event to event, as the arrow keys do: earlier and later within a lane,
 * up and down to what is nearest in time in the lanes beside it. */

#pragma once

#include "model/dtl-timeline.h"

G_BEGIN_DECLS

typedef enum {
  DTL_WALK_EARLIER,
  DTL_WALK_LATER,
  DTL_WALK_UP,
  DTL_WALK_DOWN,
} DtlWalkDirection;

/* The event to go to from @event; @event itself where that is the last one
 * that way, 0 where there is no such event. */
DtlId dtl_walk_from (DtlTimeline *timeline, DtlId event, DtlWalkDirection direction);

/* The next one of all lanes, in the order of time, @steps away; stops at
 * either end. */
DtlId dtl_walk_in_order (DtlTimeline *timeline, DtlId event, int steps);

/* The event that begins nearest to @time, 0 where there is none. */
DtlId dtl_walk_nearest (DtlTimeline *timeline, DtlTime time);

G_END_DECLS
