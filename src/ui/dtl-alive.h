/* What of a scene was there at one moment, for the cross-hair. No widget. */

#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

/* The marks and labels of all events of the scene that were going on, or may
 * have been, at @moment; to a pixel of @viewport, and to the size of a mark.
 * (element-type DtlItem), lent from the scene. Caller unrefs. */
GPtrArray *dtl_alive_list (const DtlScene *scene,
                           DtlTimeline *timeline,
                           const DtlViewport *viewport,
                           DtlTime moment);

/* How many different events these are. */
guint dtl_alive_count (const GPtrArray *items);

/* The finest unit that can be pointed at where a pixel has so many seconds. */
DtlPrecision dtl_alive_choose_precision (double seconds_per_pixel);

G_END_DECLS
