#include "render/dtl-painter.h"

#include "render/dtl-brush.h"
#include "render/dtl-label-surfaces.h"
#include "render/dtl-shaper.h"
#include "render/dtl-text-lines.h"

#include <math.h>
#include <pango/pangocairo.h>

struct _DtlPainter {
  DtlShaper *shaper;
  DtlLabelSurfaces *labels;
  DtlLineHeights heights;
  double scale;
  const DtlTheme *theme; /* while painting */
};

DtlPainter *
dtl_painter_new (PangoContext *context, const PangoFontDescription *font)
{
  DtlPainter *painter = g_new0 (DtlPainter, 1);

  painter->shaper = dtl_shaper_new (context, font);
  painter->labels = dtl_label_surfaces_new ();
  painter->heights = dtl_line_heights_measure (dtl_painter_get_measure (painter));
  painter->scale = 1;
  return painter;
}

void
dtl_painter_free (DtlPainter *painter)
{
  if (painter == NULL)
    return;
  dtl_label_surfaces_free (painter->labels);
  dtl_shaper_free (painter->shaper);
  g_free (painter);
}

const DtlMeasure *
dtl_painter_get_measure (DtlPainter *painter)
{
  return dtl_shaper_get_measure (painter->shaper);
}

void
dtl_painter_set_scale (DtlPainter *painter, double scale)
{
  g_return_if_fail (scale >= 0);

  painter->scale = scale;
}

static void
show_line (DtlPainter *painter, cairo_t *cr, const DtlTextLine *line)
{
  const DtlColour *colour = dtl_paint_get_colour (line->paint, painter->theme);
  const DtlShapedText *shaped =
      dtl_shaper_shape (painter->shaper, line->font, line->text, line->box.width);
  double x =
      line->from_right ? line->box.x + line->box.width - shaped->width : line->box.x;

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
  cairo_move_to (cr, x - shaped->x, line->box.y);
  pango_cairo_show_layout (cr, shaped->layout);
}

static gboolean
sticks_out (const DtlRect *inner, const DtlRect *outer)
{
  return inner->y < outer->y || inner->y + inner->height > outer->y + outer->height;
}

/* Lines that are higher than the item has room for are cut off. */
static void
show_text (DtlPainter *painter, cairo_t *cr, const DtlItem *item)
{
  DtlTextLine lines[DTL_MOST_TEXT_LINES];
  guint n = dtl_text_lines_from_item (item, &painter->heights, lines);

  for (guint i = 0; i < n; i++)
    if (lines[i].box.width > 0 && sticks_out (&lines[i].box, &item->bounds))
      {
        cairo_save (cr);
        cairo_rectangle (cr, item->bounds.x, item->bounds.y, item->bounds.width,
                         item->bounds.height);
        cairo_clip (cr);
        show_line (painter, cr, &lines[i]);
        cairo_restore (cr);
      }
    else if (lines[i].box.width > 0)
      show_line (painter, cr, &lines[i]);
}

static void
paint_label (gpointer data, cairo_t *cr, const DtlItem *item)
{
  DtlPainter *painter = data;
  DtlBrush brush = dtl_brush_make (cr, painter->theme, painter->scale);
  DtlShapes shapes;

  dtl_shapes_from_item (item, &shapes);
  dtl_brush_add (&brush, &shapes);
  dtl_brush_flush (&brush);
  show_text (painter, cr, item);
}

/* Without an image: for paper, and for labels too large to keep. */
static void
paint_label_directly (DtlPainter *painter, cairo_t *cr, const DtlItem *item)
{
  double alpha = (double) item->amount;

  if (alpha >= 1)
    {
      paint_label (painter, cr, item);
      return;
    }
  cairo_push_group (cr);
  paint_label (painter, cr, item);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, alpha);
}

static void
copy_label (DtlPainter *painter, DtlBrush *brush, const DtlItem *item)
{
  cairo_surface_t *surface = NULL;
  DtlRect box = item->bounds;

  if (item->amount <= 0)
    return;
  dtl_brush_flush (brush);
  if (painter->scale > 0)
    surface = dtl_label_surfaces_get (painter->labels, item, paint_label, painter);
  if (surface == NULL)
    {
      paint_label_directly (painter, brush->cr, item);
      return;
    }

  box.x = round (box.x * painter->scale) / painter->scale;
  box.y = round (box.y * painter->scale) / painter->scale;
  cairo_set_source_surface (brush->cr, surface, box.x, box.y);
  cairo_pattern_set_filter (cairo_get_source (brush->cr), CAIRO_FILTER_NEAREST);
  if (item->amount < 1)
    cairo_paint_with_alpha (brush->cr, (double) item->amount);
  else
    {
      /* Opaque: copied without a look at what lies under it. */
      cairo_set_operator (brush->cr, CAIRO_OPERATOR_SOURCE);
      cairo_rectangle (brush->cr, box.x, box.y,
                       cairo_image_surface_get_width (surface) / painter->scale,
                       cairo_image_surface_get_height (surface) / painter->scale);
      cairo_fill (brush->cr);
      cairo_set_operator (brush->cr, CAIRO_OPERATOR_OVER);
    }
}

static void
paint_item (DtlPainter *painter, DtlBrush *brush, const DtlItem *item)
{
  DtlShapes shapes;

  if (item->kind == DTL_ITEM_LABEL)
    {
      copy_label (painter, brush, item);
      return;
    }
  dtl_shapes_from_item (item, &shapes);
  dtl_brush_add (brush, &shapes);
  if (item->text != NULL)
    {
      dtl_brush_flush (brush);
      show_text (painter, brush->cr, item);
    }
}

static void
paint_background (const DtlPainter *painter, cairo_t *cr)
{
  const DtlColour *colour = &painter->theme->background;

  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_paint (cr);
}

static void
paint_scene (DtlPainter *painter,
             cairo_t *cr,
             const DtlScene *scene,
             const DtlTheme *theme,
             gboolean background)
{
  DtlBrush brush = dtl_brush_make (cr, theme, painter->scale);
  double width, height;
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  painter->theme = theme;
  if (painter->scale > 0)
    dtl_label_surfaces_set (painter->labels, theme, painter->scale);
  dtl_scene_get_size (scene, &width, &height);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_new_path (cr);
  if (background)
    paint_background (painter, cr);
  for (guint i = 0; i < n_items; i++)
    paint_item (painter, &brush, &items[i]);
  dtl_brush_flush (&brush);
  cairo_restore (cr);
}

void
dtl_painter_paint (DtlPainter *painter,
                   cairo_t *cr,
                   const DtlScene *scene,
                   const DtlTheme *theme)
{
  paint_scene (painter, cr, scene, theme, TRUE);
}

void
dtl_painter_paint_over (DtlPainter *painter,
                        cairo_t *cr,
                        const DtlScene *scene,
                        const DtlTheme *theme)
{
  paint_scene (painter, cr, scene, theme, FALSE);
}
