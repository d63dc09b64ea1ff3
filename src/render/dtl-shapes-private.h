/* Between the files that make shapes. */

#pragma once

#include "render/dtl-shapes.h"

G_BEGIN_DECLS

/* Leaves out what is empty. */
void dtl_shapes_add (DtlShapes *shapes,
                     DtlShapeKind kind,
                     DtlPaint paint,
                     double alpha,
                     DtlRect bounds);
void dtl_shapes_add_line (DtlShapes *shapes,
                          DtlShapeKind kind,
                          DtlPaint paint,
                          double stroke,
                          DtlRect bounds);

DtlPaint dtl_shapes_get_paint (const DtlItem *item); /* of its lane */
/* What its lane is painted on: hides the baseline behind what is translucent. */
DtlPaint dtl_shapes_get_ground (const DtlItem *item);

/* BAR, and BAND for an event too coarse for a point. */
void dtl_shapes_add_span (DtlShapes *shapes, const DtlItem *item);
void dtl_shapes_add_point (DtlShapes *shapes, const DtlItem *item);

G_END_DECLS
