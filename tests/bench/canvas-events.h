/* The events that the canvas is measured with. */

#pragma once

#include "model/dtl-timeline.h"

G_BEGIN_DECLS

/* 70 % points, 30 % intervals over 500 years, ever denser towards the end, with
 * an importance each. @ret_text_bytes: of all titles, which have 20 to 60 letters. */
DtlTimeline *canvas_events_new (guint n, GRand *rand, gsize *ret_text_bytes);

G_END_DECLS
