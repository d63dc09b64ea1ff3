/* One item as one element. */

#include "render/dtl-svg.h"

#include "render/dtl-text-fit.h"

/* Where the baseline lies in a line, from its top: fonts differ by less than
 * half a pixel at these sizes, and the file does not depend on one. */
#define BASELINE 0.79

/* Widths are measured in doubles and kept in floats. */
#define SLACK 0.5

static const char *const kind_classes[DTL_N_ITEM_KINDS] = {
  [DTL_ITEM_LANE] = "lane",       [DTL_ITEM_LANE_TITLE] = "lane-title",
  [DTL_ITEM_BAND] = "band",       [DTL_ITEM_GRID] = "grid",
  [DTL_ITEM_AXIS] = "axis",       [DTL_ITEM_TICK] = "tick",
  [DTL_ITEM_CONTEXT] = "context", [DTL_ITEM_NOW] = "now",
  [DTL_ITEM_BAR] = "bar",         [DTL_ITEM_POINT] = "point",
  [DTL_ITEM_LEADER] = "leader",   [DTL_ITEM_LABEL] = "label",
  [DTL_ITEM_DENSITY] = "density", [DTL_ITEM_MORE] = "more",
  [DTL_ITEM_TITLE] = "title",
};

/* Up to three words. */
static void
add_class (DtlSvg *svg, const char *kind, const char *prefix, const char *name)
{
  char value[64];

  g_snprintf (value, sizeof value, "%s%s%s%s", kind == NULL ? "" : kind,
              kind == NULL ? "" : " ", prefix, name);
  dtl_svg_add_attribute (svg, "class", value);
}

static void
add_box (DtlSvg *svg, const DtlRect *rect, double inset)
{
  dtl_svg_add_number (svg, "x", rect->x + inset);
  dtl_svg_add_number (svg, "y", rect->y + inset);
  dtl_svg_add_number (svg, "width", MAX (0, rect->width - 2 * inset));
  dtl_svg_add_number (svg, "height", MAX (0, rect->height - 2 * inset));
}

static void
add_opacity (DtlSvg *svg, const char *name, double alpha)
{
  if (alpha < 1)
    dtl_svg_add_number (svg, name, MAX (0, alpha));
}

static void
add_rect (DtlSvg *svg, const DtlShape *shape, const char *kind)
{
  dtl_svg_start (svg, "rect");
  add_class (svg, kind, "", dtl_paint_get_name (shape->paint));
  add_box (svg, &shape->bounds, 0);
  add_opacity (svg, "fill-opacity", shape->alpha);
  dtl_svg_end (svg);
}

static void
add_frame (DtlSvg *svg, const DtlShape *shape, const char *kind)
{
  dtl_svg_start (svg, "rect");
  add_class (svg, kind, "s-", dtl_paint_get_name (shape->paint));
  add_box (svg, &shape->bounds, shape->stroke / 2);
  dtl_svg_add_number (svg, "stroke-width", shape->stroke);
  dtl_svg_end (svg);
}

static void
add_ramp (DtlSvg *svg, const DtlShape *shape, const char *kind)
{
  char fill[32];

  g_snprintf (fill, sizeof fill, "url(#%c-%s)",
              shape->kind == DTL_SHAPE_RAMP_LEFT ? 'l' : 'r',
              dtl_paint_get_name (shape->paint));
  dtl_svg_start (svg, "rect");
  add_class (svg, kind, "", "ramp");
  dtl_svg_add_attribute (svg, "fill", fill);
  add_box (svg, &shape->bounds, 0);
  add_opacity (svg, "fill-opacity", shape->alpha);
  dtl_svg_end (svg);
}

static void
add_circle (DtlSvg *svg, const DtlShape *shape, const char *kind)
{
  const DtlRect *rect = &shape->bounds;
  gboolean ring = shape->kind == DTL_SHAPE_RING;
  double radius = MIN (rect->width, rect->height) / 2 - (ring ? shape->stroke / 2 : 0);

  dtl_svg_start (svg, "circle");
  add_class (svg, kind, ring ? "s-" : "", dtl_paint_get_name (shape->paint));
  dtl_svg_add_number (svg, "cx", rect->x + rect->width / 2);
  dtl_svg_add_number (svg, "cy", rect->y + rect->height / 2);
  dtl_svg_add_number (svg, "r", MAX (0, radius));
  if (ring)
    dtl_svg_add_number (svg, "stroke-width", shape->stroke);
  else
    add_opacity (svg, "fill-opacity", shape->alpha);
  dtl_svg_end (svg);
}

static void
append_point (GString *path, double x, double y)
{
  char digits[DTL_SVG_NUMBER_SIZE];

  g_string_append_c (path, path->len == 0 ? 'M' : 'L');
  dtl_svg_format_number (x, digits);
  g_string_append (path, digits);
  g_string_append_c (path, ' ');
  dtl_svg_format_number (y, digits);
  g_string_append (path, digits);
}

static void
append_arrow (GString *path, const DtlRect *rect, gboolean to_left)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  append_point (path, to_left ? rect->x : right, rect->y + rect->height / 2);
  append_point (path, to_left ? right : rect->x, rect->y);
  append_point (path, to_left ? right : rect->x, bottom);
}

static void
append_slash (GString *path, const DtlRect *rect, double stroke)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;
  double width = MIN (stroke, rect->width);

  append_point (path, right - width, rect->y);
  append_point (path, right, rect->y);
  append_point (path, rect->x + width, bottom);
  append_point (path, rect->x, bottom);
}

static void
add_path (DtlSvg *svg, const DtlShape *shape, const char *kind)
{
  g_string_truncate (svg->path, 0);
  if (shape->kind == DTL_SHAPE_SLASH)
    append_slash (svg->path, &shape->bounds, shape->stroke);
  else
    append_arrow (svg->path, &shape->bounds, shape->kind == DTL_SHAPE_ARROW_LEFT);
  g_string_append_c (svg->path, 'z');

  dtl_svg_start (svg, "path");
  add_class (svg, kind, "", dtl_paint_get_name (shape->paint));
  dtl_svg_add_attribute (svg, "d", svg->path->str);
  add_opacity (svg, "fill-opacity", shape->alpha);
  dtl_svg_end (svg);
}

static void
add_shape (DtlSvg *svg, const DtlShape *shape, const char *kind)
{
  switch (shape->kind)
    {
    case DTL_SHAPE_RECT:
      add_rect (svg, shape, kind);
      break;
    case DTL_SHAPE_FRAME:
      add_frame (svg, shape, kind);
      break;
    case DTL_SHAPE_RAMP_LEFT:
    case DTL_SHAPE_RAMP_RIGHT:
      add_ramp (svg, shape, kind);
      break;
    case DTL_SHAPE_ARROW_LEFT:
    case DTL_SHAPE_ARROW_RIGHT:
    case DTL_SHAPE_SLASH:
      add_path (svg, shape, kind);
      break;
    case DTL_SHAPE_DISC:
    case DTL_SHAPE_RING:
      add_circle (svg, shape, kind);
      break;
    }
}

static double
measure (const DtlSvg *svg, DtlFont font, const char *text)
{
  double width, height;

  svg->measure->text_size (svg->measure->data, font, text, &width, &height);
  return width;
}

/* A text that reads from the right ends where others begin. */
static void
add_place (DtlSvg *svg, const DtlTextLine *line, const char *text)
{
  gboolean reads_left = dtl_text_is_rtl (text);

  dtl_svg_add_number (svg, "x",
                      line->from_right ? line->box.x + line->box.width : line->box.x);
  dtl_svg_add_number (svg, "y", line->box.y + line->box.height * BASELINE);
  if (reads_left)
    dtl_svg_add_attribute (svg, "direction", "rtl");
  if (reads_left != line->from_right)
    dtl_svg_add_attribute (svg, "text-anchor", "end");
}

/* The length keeps the layout where another font is wider or narrower. */
static void
add_line (DtlSvg *svg, const DtlTextLine *line, const char *kind)
{
  g_autofree char *copy = NULL, *fitting = NULL;
  const char *text = dtl_text_clean (line->text, &copy);
  double width = line->width > 0 ? line->width : measure (svg, line->font, text);

  if (width > line->box.width + SLACK)
    {
      fitting = dtl_text_fit (text, line->font, line->box.width, svg->measure);
      text = fitting;
      width = measure (svg, line->font, text);
    }

  dtl_svg_start (svg, "text");
  add_class (svg, kind, dtl_svg_get_font_class (line->font),
             line->paint == DTL_PAINT_TEXT ? " text" : " dim");
  add_place (svg, line, text);
  if (width > 0 && *text != '\0')
    {
      dtl_svg_add_number (svg, "textLength", width);
      dtl_svg_add_attribute (svg, "lengthAdjust", "spacingAndGlyphs");
    }
  xmlTextWriterWriteString (svg->xml, (const xmlChar *) text);
  dtl_svg_end (svg);
}

void
dtl_svg_add_item (DtlSvg *svg, const DtlItem *item)
{
  DtlTextLine lines[DTL_MOST_TEXT_LINES];
  guint n_lines = dtl_text_lines_from_item (item, &svg->heights, lines);
  const char *kind = kind_classes[item->kind];
  gboolean grouped;
  DtlShapes shapes;

  dtl_shapes_from_item (item, &shapes);
  grouped = shapes.n + n_lines != 1;
  if (grouped)
    {
      dtl_svg_start (svg, "g");
      dtl_svg_add_attribute (svg, "class", kind);
      if (item->kind == DTL_ITEM_LABEL)
        add_opacity (svg, "opacity", (double) item->amount);
    }
  for (guint i = 0; i < shapes.n; i++)
    add_shape (svg, &shapes.at[i], grouped ? NULL : kind);
  for (guint i = 0; i < n_lines; i++)
    add_line (svg, &lines[i], grouped ? NULL : kind);
  if (grouped)
    dtl_svg_end (svg);
}
