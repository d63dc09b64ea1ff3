/* What an item looks like, but for its text: a few plain shapes.
 *
 * The Cairo painter and the SVG writer both draw these, so that a bar that
 * dissolves on the screen dissolves in the same way on paper. All shapes of
 * an item lie within its bounds. */

#pragma once

#include "render/dtl-theme.h"

G_BEGIN_DECLS

/* Colours by their use; the theme says which they are. */
typedef enum {
  DTL_PAINT_AXIS,
  DTL_PAINT_TEXT,
  DTL_PAINT_DIM_TEXT,
  DTL_PAINT_GRID,
  DTL_PAINT_GRID_MAJOR,
  DTL_PAINT_TICK,
  DTL_PAINT_NOW,
  DTL_PAINT_LABEL,
  DTL_PAINT_LABEL_BORDER,
  DTL_PAINT_SELECTION,
  DTL_PAINT_HOVER,
  DTL_PAINT_GROUND,                      /* and the other of the two lane backgrounds */
  DTL_PAINT_LANE = DTL_PAINT_GROUND + 2, /* and the other lane colours */
  DTL_N_PAINTS = DTL_PAINT_LANE + DTL_N_LANE_COLOURS
} DtlPaint;

const DtlColour *dtl_paint_get_colour (DtlPaint paint, const DtlTheme *theme);

/* A name of letters, digits and hyphens, for style sheets. */
const char *dtl_paint_get_name (DtlPaint paint);

typedef enum {
  DTL_SHAPE_RECT,
  DTL_SHAPE_FRAME,      /* a line @stroke wide along the inside of the bounds */
  DTL_SHAPE_RAMP_LEFT,  /* clear at the left, @alpha at the right */
  DTL_SHAPE_RAMP_RIGHT, /* clear at the right */
  DTL_SHAPE_ARROW_LEFT, /* triangle with its tip at the left */
  DTL_SHAPE_ARROW_RIGHT,
  DTL_SHAPE_SLASH, /* a slanting stripe, @stroke wide */
  DTL_SHAPE_DISC,
  DTL_SHAPE_RING, /* a line @stroke wide along the inside of the disc */
} DtlShapeKind;

typedef struct {
  DtlShapeKind kind;
  DtlPaint paint;
  double alpha;
  double stroke;
  DtlRect bounds;
} DtlShape;

#define DTL_MOST_SHAPES 20

typedef struct {
  DtlShape at[DTL_MOST_SHAPES];
  guint n;
} DtlShapes;

/* From the back to the front. None for an item that is only text. */
void dtl_shapes_from_item (const DtlItem *item, DtlShapes *ret_shapes);

G_END_DECLS
