/* How a viewport moves: flights to a place, wheel steps that glide, and a drag
 * let go. Pure sums: no clock, no widget. A new wish replaces the old one. */

#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

typedef enum {
  DTL_MOTION_NONE,
  DTL_MOTION_FLY,
  DTL_MOTION_GLIDE,
  DTL_MOTION_COAST,
} DtlMotionKind;

/* A plain value, zero at rest. */
typedef struct {
  DtlMotionKind kind;
  double elapsed;  /* seconds since it began */
  double duration; /* of a flight */

  DtlViewport from, to; /* of a flight */
  /* The smooth path of a flight, by the middle and the width of what is in
   * view, in seconds from the middle of @from: see dtl-motion.c. */
  double distance, from_width, to_width, path, r0;

  double remaining; /* of a glide: the logarithm of the zoom still to come */
  double x;         /* of a glide: the pixel that stays */

  double velocity_x, velocity_y; /* of coasting, pixels a second */
} DtlMotion;

void dtl_motion_fly (DtlMotion *motion, const DtlViewport *from, const DtlViewport *to);

/* Zooms by @factor about pixel @x; adds up with a glide that is still going. */
void dtl_motion_glide (DtlMotion *motion, double factor, double x);

/* Goes on at this speed, slowing down. */
void dtl_motion_coast (DtlMotion *motion, double velocity_x, double velocity_y);

void dtl_motion_stop (DtlMotion *motion);

/* Moves @viewport on by @seconds. FALSE where it has come to rest. */
gboolean dtl_motion_step (DtlMotion *motion, DtlViewport *viewport, double seconds);

G_END_DECLS
