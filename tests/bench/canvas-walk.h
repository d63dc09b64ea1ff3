/* A walk over a timeline, frame by frame: what the canvas is measured and its
 * labels are checked with. */

#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

/* Frames of a scripted pan or zoom. */
#define CANVAS_STEPS 60

typedef struct {
  const char *kind; /* "start", "zoomin", "zoomout", "pan", "jump" */
  DtlViewport viewport;
} CanvasFrame;

/* All lists are (element-type CanvasFrame) and the caller's to free. Places are
 * those of random events, as people look where something is. */

/* From everything in: four orders of magnitude in CANVAS_STEPS. */
GArray *canvas_walk_zoom (DtlTimeline *timeline, const DtlViewport *size, GRand *rand);
/* Along the timeline at twenty times the whole of it. */
GArray *canvas_walk_pan (DtlTimeline *timeline, const DtlViewport *size, GRand *rand);
/* To @n places at any zoom in these four orders of magnitude. */
GArray *canvas_walk_jump (DtlTimeline *timeline,
                          const DtlViewport *size,
                          guint n,
                          GRand *rand);
/* Eight rounds of in, a pan there and back in the middle, farther in and all the
 * way out; then jumps, and the same once more. */
GArray *canvas_walk_everywhere (DtlTimeline *timeline,
                                const DtlViewport *size,
                                GRand *rand);

G_END_DECLS
