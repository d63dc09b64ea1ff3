/* Fills shapes on a Cairo context, neighbours of one colour together: setting
 * a colour and filling a path cost more than the pixels of a mark. */

#pragma once

#include "render/dtl-shapes.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A plain value; flush before the context is used for anything else. */
typedef struct {
  cairo_t *cr;
  const DtlTheme *theme;
  double scale; /* device pixels per unit; edges fall on them. 0: anywhere */
  DtlPaint paint;
  double alpha;
  gboolean filling; /* the path holds shapes of @paint and @alpha */
} DtlBrush;

DtlBrush dtl_brush_make (cairo_t *cr, const DtlTheme *theme, double scale);

void dtl_brush_add (DtlBrush *brush, const DtlShapes *shapes);
void dtl_brush_flush (DtlBrush *brush);

/* The nearest edges on device pixels; at least one pixel wide and high. */
DtlRect dtl_brush_snap (const DtlBrush *brush, DtlRect rect);

G_END_DECLS
