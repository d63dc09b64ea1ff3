#include "render/dtl-brush.h"

#include <math.h>

DtlBrush
dtl_brush_make (cairo_t *cr, const DtlTheme *theme, double scale)
{
  return (DtlBrush){ .cr = cr, .theme = theme, .scale = scale };
}

static void
snap_edges (double scale, double *start, double *length)
{
  double first = round (*start * scale);
  double last = MAX (first + 1, round ((*start + *length) * scale));

  *start = first / scale;
  *length = (last - first) / scale;
}

DtlRect
dtl_brush_snap (const DtlBrush *brush, DtlRect rect)
{
  if (brush->scale <= 0)
    return rect;
  snap_edges (brush->scale, &rect.x, &rect.width);
  snap_edges (brush->scale, &rect.y, &rect.height);
  return rect;
}

static void
set_colour (const DtlBrush *brush)
{
  const DtlColour *colour = dtl_paint_get_colour (brush->paint, brush->theme);

  cairo_set_source_rgba (brush->cr, colour->red, colour->green, colour->blue,
                         colour->alpha * brush->alpha);
}

void
dtl_brush_flush (DtlBrush *brush)
{
  if (!brush->filling)
    return;
  set_colour (brush);
  cairo_fill (brush->cr);
  brush->filling = FALSE;
}

static void
begin (DtlBrush *brush, const DtlShape *shape)
{
  if (brush->filling && brush->paint == shape->paint && brush->alpha == shape->alpha)
    return;
  dtl_brush_flush (brush);
  brush->paint = shape->paint;
  brush->alpha = shape->alpha;
  brush->filling = TRUE;
}

static void
add_rect (const DtlBrush *brush, double x, double y, double width, double height)
{
  cairo_rectangle (brush->cr, x, y, width, height);
}

/* A line of less than a device pixel would be a blur. */
static double
get_stroke (const DtlBrush *brush, const DtlShape *shape)
{
  return brush->scale > 0 ? MAX (1, round (shape->stroke * brush->scale)) / brush->scale
                          : shape->stroke;
}

/* Four sides that do not overlap, so that they fill as one path. */
static void
add_frame (const DtlBrush *brush, const DtlRect *rect, double stroke)
{
  double x = rect->x, y = rect->y, width = rect->width, height = rect->height;

  stroke = MIN (stroke, MIN (width, height) / 2);
  add_rect (brush, x, y, width, stroke);
  add_rect (brush, x, y + height - stroke, width, stroke);
  add_rect (brush, x, y + stroke, stroke, height - 2 * stroke);
  add_rect (brush, x + width - stroke, y + stroke, stroke, height - 2 * stroke);
}

static void
add_polygon (const DtlBrush *brush, guint n, const double *points)
{
  cairo_new_sub_path (brush->cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (brush->cr, points[2 * i], points[2 * i + 1]);
  cairo_close_path (brush->cr);
}

static void
add_arrow (const DtlBrush *brush, const DtlRect *rect, gboolean to_left)
{
  double tip = to_left ? rect->x : rect->x + rect->width;
  double base = to_left ? rect->x + rect->width : rect->x;
  const double points[] = { tip,  rect->y + rect->height / 2, base, rect->y,
                            base, rect->y + rect->height };

  add_polygon (brush, 3, points);
}

static void
add_slash (const DtlBrush *brush, const DtlRect *rect, double stroke)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;
  double width = MIN (stroke, rect->width);
  const double points[] = { right - width,   rect->y, right,   rect->y,
                            rect->x + width, bottom,  rect->x, bottom };

  add_polygon (brush, 4, points);
}

static void
add_circle (const DtlBrush *brush, const DtlRect *rect, double inset, gboolean hole)
{
  double radius = MIN (rect->width, rect->height) / 2 - inset;
  double x = rect->x + rect->width / 2, y = rect->y + rect->height / 2;

  if (radius <= 0)
    return;
  cairo_new_sub_path (brush->cr);
  if (hole)
    cairo_arc_negative (brush->cr, x, y, radius, 0, -2 * G_PI);
  else
    cairo_arc (brush->cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (brush->cr);
}

/* Its colour changes along it, so it fills alone. */
static void
fill_ramp (DtlBrush *brush, const DtlShape *shape)
{
  const DtlColour *colour = dtl_paint_get_colour (shape->paint, brush->theme);
  DtlRect rect = dtl_brush_snap (brush, shape->bounds);
  gboolean from_left = shape->kind == DTL_SHAPE_RAMP_LEFT;
  double clear = from_left ? rect.x : rect.x + rect.width;
  double full = from_left ? rect.x + rect.width : rect.x;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (clear, 0, full, 0);

  dtl_brush_flush (brush);
  cairo_pattern_add_color_stop_rgba (pattern, 0, colour->red, colour->green, colour->blue,
                                     0);
  cairo_pattern_add_color_stop_rgba (pattern, 1, colour->red, colour->green, colour->blue,
                                     colour->alpha * shape->alpha);
  cairo_set_source (brush->cr, pattern);
  cairo_rectangle (brush->cr, rect.x, rect.y, rect.width, rect.height);
  cairo_fill (brush->cr);
  cairo_pattern_destroy (pattern);
}

static void
add_shape (DtlBrush *brush, const DtlShape *shape)
{
  DtlRect rect = shape->bounds;

  if (shape->kind == DTL_SHAPE_RAMP_LEFT || shape->kind == DTL_SHAPE_RAMP_RIGHT)
    {
      fill_ramp (brush, shape);
      return;
    }

  begin (brush, shape);
  switch (shape->kind)
    {
    case DTL_SHAPE_RECT:
      rect = dtl_brush_snap (brush, rect);
      add_rect (brush, rect.x, rect.y, rect.width, rect.height);
      break;
    case DTL_SHAPE_FRAME:
      rect = dtl_brush_snap (brush, rect);
      add_frame (brush, &rect, get_stroke (brush, shape));
      break;
    case DTL_SHAPE_ARROW_LEFT:
    case DTL_SHAPE_ARROW_RIGHT:
      rect = dtl_brush_snap (brush, rect);
      add_arrow (brush, &rect, shape->kind == DTL_SHAPE_ARROW_LEFT);
      break;
    case DTL_SHAPE_SLASH:
      add_slash (brush, &rect, shape->stroke);
      break;
    case DTL_SHAPE_DISC:
      add_circle (brush, &rect, 0, FALSE);
      break;
    case DTL_SHAPE_RING:
      add_circle (brush, &rect, 0, FALSE);
      add_circle (brush, &rect, shape->stroke, TRUE);
      break;
    case DTL_SHAPE_RAMP_LEFT:
    case DTL_SHAPE_RAMP_RIGHT:
      break;
    }
}

void
dtl_brush_add (DtlBrush *brush, const DtlShapes *shapes)
{
  for (guint i = 0; i < shapes->n; i++)
    add_shape (brush, &shapes->at[i]);
}
