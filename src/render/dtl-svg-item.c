/* One item as one element. */

#include "render/dtl-svg.h"

#include "render/dtl-shapes-private.h"
#include "render/dtl-text-fit.h"

#include <math.h>
#include <string.h>

/* Where the baseline lies in a line, from its top: fonts differ by less than
 * half a pixel at these sizes, and the file does not depend on one. */
#define BASELINE 0.79

/* Latin, Greek and Cyrillic end here. */
#define LAST_SPACED 0x058f

/* Widths are measured in doubles and kept in floats. */
#define SLACK 0.5

/* No font in use is wider than another by so much. */
#define ROOMY 0.7

static const char *const kind_classes[DTL_N_ITEM_KINDS] = {
  [DTL_ITEM_LANE] = "lane",       [DTL_ITEM_LANE_TITLE] = "lane-title",
  [DTL_ITEM_BAND] = "band",       [DTL_ITEM_GRID] = "grid",
  [DTL_ITEM_AXIS] = "axis",       [DTL_ITEM_TICK] = "tick",
  [DTL_ITEM_CONTEXT] = "context", [DTL_ITEM_NOW] = "now",
  [DTL_ITEM_BAR] = "bar",         [DTL_ITEM_POINT] = "point",
  [DTL_ITEM_LEADER] = "leader",   [DTL_ITEM_LABEL] = "label",
  [DTL_ITEM_DENSITY] = "density", [DTL_ITEM_MORE] = "more",
  [DTL_ITEM_TITLE] = "heading",   [DTL_ITEM_GAP] = "gap",
  [DTL_ITEM_SHADE] = "shade",     [DTL_ITEM_WINDOW] = "window",
  [DTL_ITEM_LIT] = "lit",         [DTL_ITEM_CROSSHAIR] = "crosshair",
  [DTL_ITEM_MOMENT] = "moment",
};

/* Marks consist of names and numbers, so nothing in them needs escaping; put
 * together here and handed over whole, they cost a fifth of what attribute by
 * attribute would. */
static void
append (DtlSvg *svg, const char *text)
{
  dtl_svg_append (svg, text);
}

static void
append_number (DtlSvg *svg, const char *before, double value)
{
  dtl_svg_append_number (svg, before, value);
}

/* @kind: of an item that is one element, else NULL */
static void
start (DtlSvg *svg,
       const char *element,
       const char *kind,
       const char *prefix,
       const char *class)
{
  append (svg, "<");
  append (svg, element);
  append (svg, " class=\"");
  if (kind != NULL)
    {
      append (svg, kind);
      append (svg, " ");
    }
  append (svg, prefix);
  append (svg, class);
  append (svg, "\"");
}

static void
append_attribute (DtlSvg *svg, const char *name_and_quote, double value)
{
  append_number (svg, name_and_quote, value);
  append (svg, "\"");
}

/* 0 is what a reader takes a place for that is not given. */
static void
append_place_unless_0 (DtlSvg *svg, const char *name_and_quote, double value)
{
  if (value != 0)
    append_attribute (svg, name_and_quote, value);
}

static void
append_box (DtlSvg *svg, const DtlRect *rect, double inset)
{
  append_place_unless_0 (svg, " x=\"", rect->x + inset);
  append_place_unless_0 (svg, " y=\"", rect->y + inset);
  append_attribute (svg, " width=\"", MAX (0, rect->width - 2 * inset));
  append_attribute (svg, " height=\"", MAX (0, rect->height - 2 * inset));
}

static void
append_alpha (DtlSvg *svg, double alpha)
{
  if (alpha < 1)
    append_attribute (svg, " fill-opacity=\"", MAX (0, alpha));
}

static void
append_stroke (DtlSvg *svg, double stroke)
{
  if (stroke != 1)
    append_attribute (svg, " stroke-width=\"", stroke);
}

static void
add_rect (DtlSvg *svg, const DtlShape *shape, const char *kind)
{
  start (svg, "rect", kind, "", dtl_paint_get_name (shape->paint));
  append_box (svg, &shape->bounds, 0);
  append_alpha (svg, shape->alpha);
  append (svg, "/>");
}

static void
add_frame (DtlSvg *svg, const DtlShape *shape, const char *kind)
{
  start (svg, "rect", kind, "o s-", dtl_paint_get_name (shape->paint));
  append_box (svg, &shape->bounds, shape->stroke / 2);
  append_stroke (svg, shape->stroke);
  append (svg, "/>");
}

/* A rectangle with a frame round it: one element for both. */
static gboolean
is_framed (const DtlShapes *shapes, guint i)
{
  const DtlShape *shape = &shapes->at[i], *next = shape + 1;

  return i + 1 < shapes->n && shape->kind == DTL_SHAPE_RECT && shape->alpha == 1 &&
         next->kind == DTL_SHAPE_FRAME &&
         memcmp (&shape->bounds, &next->bounds, sizeof (DtlRect)) == 0;
}

static void
add_framed (DtlSvg *svg, const DtlShape *shape, const DtlShape *frame)
{
  start (svg, "rect", dtl_paint_get_name (shape->paint), "s-",
         dtl_paint_get_name (frame->paint));
  append_box (svg, &shape->bounds, frame->stroke / 2);
  append_stroke (svg, frame->stroke);
  append (svg, "/>");
}

static void
add_ramp (DtlSvg *svg, const DtlShape *shape, const char *kind)
{
  start (svg, "rect", kind, "", "ramp");
  append (svg,
          shape->kind == DTL_SHAPE_RAMP_LEFT ? " fill=\"url(#l-" : " fill=\"url(#r-");
  append (svg, dtl_paint_get_name (shape->paint));
  append (svg, ")\"");
  append_box (svg, &shape->bounds, 0);
  append_alpha (svg, shape->alpha);
  append (svg, "/>");
}

static void
add_circle (DtlSvg *svg, const DtlShape *shape, const char *kind)
{
  const DtlRect *rect = &shape->bounds;
  gboolean ring = shape->kind == DTL_SHAPE_RING;
  double radius = MIN (rect->width, rect->height) / 2 - (ring ? shape->stroke / 2 : 0);

  start (svg, "circle", kind, ring ? "o s-" : "", dtl_paint_get_name (shape->paint));
  append_place_unless_0 (svg, " cx=\"", rect->x + rect->width / 2);
  append_place_unless_0 (svg, " cy=\"", rect->y + rect->height / 2);
  append_attribute (svg, " r=\"", MAX (0, radius));
  if (ring)
    append_stroke (svg, shape->stroke);
  else
    append_alpha (svg, shape->alpha);
  append (svg, "/>");
}

/* A sign parts two numbers as well as a space does. */
static void
append_point (DtlSvg *svg, const char *command, double x, double y)
{
  append_number (svg, command, x);
  append_number (svg, y < 0 ? "" : " ", y);
}

static void
append_arrow (DtlSvg *svg, const DtlRect *rect, gboolean to_left)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  append_point (svg, "M", to_left ? rect->x : right, rect->y + rect->height / 2);
  append_point (svg, "L", to_left ? right : rect->x, rect->y);
  append_point (svg, "L", to_left ? right : rect->x, bottom);
}

static void
append_slash (DtlSvg *svg, const DtlRect *rect, double stroke)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;
  double width = MIN (stroke, rect->width);

  append_point (svg, "M", right - width, rect->y);
  append_point (svg, "L", right, rect->y);
  append_point (svg, "L", rect->x + width, bottom);
  append_point (svg, "L", rect->x, bottom);
}

static void
add_path (DtlSvg *svg, const DtlShape *shape, const char *kind)
{
  start (svg, "path", kind, "", dtl_paint_get_name (shape->paint));
  append (svg, " d=\"");
  if (shape->kind == DTL_SHAPE_SLASH)
    append_slash (svg, &shape->bounds, shape->stroke);
  else
    append_arrow (svg, &shape->bounds, shape->kind == DTL_SHAPE_ARROW_LEFT);
  append (svg, "z\"");
  append_alpha (svg, shape->alpha);
  append (svg, "/>");
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

double
dtl_svg_get_baseline (const DtlRect *line)
{
  return round (line->y + line->height * BASELINE);
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
append_place (DtlSvg *svg, const DtlTextLine *line, const char *text)
{
  gboolean reads_left = dtl_text_is_rtl (text);

  append_place_unless_0 (svg, " x=\"",
                         line->from_right ? line->box.x + line->box.width : line->box.x);
  append_place_unless_0 (svg, " y=\"", dtl_svg_get_baseline (&line->box));
  if (reads_left)
    append (svg, " direction=\"rtl\"");
  if (reads_left != line->from_right)
    append (svg, " text-anchor=\"end\"");
}

/* Letters of many scripts join, so that space between them would tear words. */
static gboolean
may_be_spaced (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);
      gboolean is_sign = letter >= 0x2010 && letter <= 0x2027; /* dashes, quotes, dots */

      if (letter > LAST_SPACED && !is_sign)
        return FALSE;
    }
  return TRUE;
}

/* The length keeps the layout where another font is wider or narrower. A line
 * with room about it needs none. */
static void
append_length (DtlSvg *svg, const DtlTextLine *line, const char *text, double width)
{
  if (width <= 0 || *text == '\0' || width < line->box.width * ROOMY)
    return;
  append_attribute (svg, " textLength=\"", round (width));
  if (!may_be_spaced (text))
    append (svg, " lengthAdjust=\"spacingAndGlyphs\"");
}

static void
start_text (DtlSvg *svg, const char *kind, const char *class)
{
  if (kind != NULL)
    start (svg, "text", kind, "", class == NULL ? "" : class);
  else if (class != NULL)
    start (svg, "text", NULL, "", class);
  else
    append (svg, "<text");
}

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
      svg->shortened = TRUE;
    }

  start_text (svg, kind, dtl_svg_get_font_class (line->font));
  append_place (svg, line, text);
  append_length (svg, line, text, width);
  append (svg, ">");
  dtl_svg_append_text (svg, text);
  append (svg, "</text>");
}

/* With the opacity that labels fade in with. */
static void
start_group (DtlSvg *svg, const DtlItem *item)
{
  append (svg, "<g class=\"");
  append (svg, kind_classes[item->kind]);
  append (svg, "\"");
  if (item->kind == DTL_ITEM_LABEL && item->amount < 1)
    append_attribute (svg, " opacity=\"", (double) item->amount);
  append (svg, ">");
}

static void
append_rect_path (DtlSvg *svg, const DtlRect *rect)
{
  append_point (svg, "M", rect->x, rect->y);
  append_number (svg, "h", rect->width);
  append_number (svg, "v", rect->height);
  append_number (svg, "H", rect->x);
  append (svg, "z");
}

/* --- labels as nearly all are --- */

/* A box with a thin edge, and its pole at the left, which is a marker. */
static gboolean
is_usual_label (const DtlSvg *svg, const DtlItem *item)
{
  return item->kind == DTL_ITEM_LABEL && item->amount >= 1 &&
         (item->flags & (DTL_ITEM_SELECTED | DTL_ITEM_HOVERED | DTL_ITEM_RTL)) == 0 &&
         fabs (item->bounds.height - svg->label_height) < 0.01 &&
         item->bounds.width > DTL_SVG_POLE_WIDTH;
}

static void
append_usual_box (DtlSvg *svg, const DtlItem *item)
{
  DtlRect edge = { item->bounds.x + 0.5, item->bounds.y + 0.5, item->bounds.width - 1,
                   item->bounds.height - 1 };

  start (svg, "path", kind_classes[DTL_ITEM_LABEL], "",
         dtl_paint_get_name (dtl_shapes_get_paint (item)));
  append (svg, " d=\"");
  append_rect_path (svg, &edge);
  append (svg, "\"/>");
}

/* --- items --- */

static void
append_shapes (DtlSvg *svg, const DtlShapes *shapes, const char *kind)
{
  for (guint i = 0; i < shapes->n; i++)
    if (is_framed (shapes, i))
      {
        add_framed (svg, &shapes->at[i], &shapes->at[i + 1]);
        i++;
      }
    else
      add_shape (svg, &shapes->at[i], kind);
}

static void
append_lines (DtlSvg *svg, const DtlItem *item, const char *kind)
{
  DtlTextLine lines[DTL_MOST_TEXT_LINES];
  guint n = dtl_text_lines_from_item (item, &svg->heights, lines);

  for (guint i = 0; i < n; i++)
    add_line (svg, &lines[i], kind);
}

static gboolean
is_one_element (const DtlSvg *svg, const DtlItem *item, const DtlShapes *shapes)
{
  DtlTextLine lines[DTL_MOST_TEXT_LINES];

  return shapes->n + dtl_text_lines_from_item (item, &svg->heights, lines) == 1;
}

void
dtl_svg_append_item (DtlSvg *svg, const DtlItem *item)
{
  DtlItem moved = *item;
  DtlShapes shapes;

  moved.bounds.x -= svg->left;
  moved.bounds.y -= svg->top;
  moved.solid_left -= svg->left;
  moved.solid_right -= svg->left;
  if (is_usual_label (svg, &moved))
    {
      append_usual_box (svg, &moved);
      append_lines (svg, &moved, NULL);
      return;
    }

  dtl_shapes_from_item (&moved, &shapes);
  if (is_one_element (svg, &moved, &shapes))
    {
      append_shapes (svg, &shapes, kind_classes[item->kind]);
      append_lines (svg, &moved, kind_classes[item->kind]);
      return;
    }
  start_group (svg, &moved);
  append_shapes (svg, &shapes, NULL);
  append_lines (svg, &moved, NULL);
  append (svg, "</g>");
}

/* --- many rectangles as one path --- */

static gboolean
find_only_rect (const DtlItem *item, DtlShape *ret_shape)
{
  DtlShapes shapes;

  if (item->text != NULL || item->detail != NULL)
    return FALSE;
  dtl_shapes_from_item (item, &shapes);
  *ret_shape = shapes.at[0];
  return shapes.n == 1 && shapes.at[0].kind == DTL_SHAPE_RECT;
}

gboolean
dtl_svg_are_alike (const DtlItem *a, const DtlItem *b)
{
  DtlShape left, right;

  return a->kind == b->kind && find_only_rect (a, &left) && find_only_rect (b, &right) &&
         left.paint == right.paint && left.alpha == right.alpha;
}

void
dtl_svg_append_rects (DtlSvg *svg, const DtlItem *const *items, guint n)
{
  DtlShape shape;

  if (n == 0 || !find_only_rect (items[0], &shape))
    return;
  start (svg, "path", kind_classes[items[0]->kind], "", dtl_paint_get_name (shape.paint));
  append_alpha (svg, shape.alpha);
  append (svg, " d=\"");
  for (guint i = 0; i < n; i++)
    append_rect_path (svg, &items[i]->bounds);
  append (svg, "\"/>");
}
