#include "render/dtl-shapes-private.h"

/* The pole's side of a label. */
#define POLE_WIDTH 2
#define SELECTED_STROKE 2
#define WINDOW_STROKE 2

/* The ridge stands behind marks and must not drown them. */
#define DENSITY_ALPHA 0.35
#define LEADER_ALPHA 0.65
#define ERA_ALPHA 0.1
#define GAP_ALPHA 0.5
#define LIT_STROKE 2
#define LIT_ALPHA 0.16
#define SHADE_ALPHA 0.4

typedef struct {
  const char *name;
  gsize offset; /* into the theme */
} Paint;

#define PAINT(name, member)                                                              \
  {                                                                                      \
    name, G_STRUCT_OFFSET (DtlTheme, member)                                             \
  }

static const Paint paints[DTL_N_PAINTS] = {
  [DTL_PAINT_AXIS] = PAINT ("axis-ground", axis_background),
  [DTL_PAINT_TEXT] = PAINT ("text", text),
  [DTL_PAINT_DIM_TEXT] = PAINT ("dim", dim_text),
  [DTL_PAINT_GRID] = PAINT ("line", grid),
  [DTL_PAINT_GRID_MAJOR] = PAINT ("line-major", grid_major),
  [DTL_PAINT_TICK] = PAINT ("mark", tick),
  [DTL_PAINT_NOW] = PAINT ("today", now),
  [DTL_PAINT_LABEL] = PAINT ("box", label_background),
  [DTL_PAINT_LABEL_BORDER] = PAINT ("edge", label_border),
  [DTL_PAINT_SELECTION] = PAINT ("selected", selection),
  [DTL_PAINT_HOVER] = PAINT ("hovered", hover),
  [DTL_PAINT_GROUND] = PAINT ("ground-0", lane_background[0]),
  [DTL_PAINT_GROUND + 1] = PAINT ("ground-1", lane_background[1]),
  [DTL_PAINT_LANE] = PAINT ("c0", lane[0]),
  [DTL_PAINT_LANE + 1] = PAINT ("c1", lane[1]),
  [DTL_PAINT_LANE + 2] = PAINT ("c2", lane[2]),
  [DTL_PAINT_LANE + 3] = PAINT ("c3", lane[3]),
  [DTL_PAINT_LANE + 4] = PAINT ("c4", lane[4]),
  [DTL_PAINT_LANE + 5] = PAINT ("c5", lane[5]),
  [DTL_PAINT_LANE + 6] = PAINT ("c6", lane[6]),
  [DTL_PAINT_LANE + 7] = PAINT ("c7", lane[7]),
};

const DtlColour *
dtl_paint_get_colour (DtlPaint paint, const DtlTheme *theme)
{
  return &G_STRUCT_MEMBER (DtlColour, theme, paints[paint].offset);
}

const char *
dtl_paint_get_name (DtlPaint paint)
{
  return paints[paint].name;
}

void
dtl_shapes_add (DtlShapes *shapes,
                DtlShapeKind kind,
                DtlPaint paint,
                double alpha,
                DtlRect bounds)
{
  g_return_if_fail (shapes->n < DTL_MOST_SHAPES);

  if (bounds.width > 0 && bounds.height > 0 && alpha > 0)
    shapes->at[shapes->n++] = (DtlShape){ kind, paint, alpha, 0, bounds };
}

void
dtl_shapes_add_line (DtlShapes *shapes,
                     DtlShapeKind kind,
                     DtlPaint paint,
                     double stroke,
                     DtlRect bounds)
{
  guint before = shapes->n;

  dtl_shapes_add (shapes, kind, paint, 1, bounds);
  if (shapes->n > before)
    shapes->at[before].stroke = stroke;
}

DtlPaint
dtl_shapes_get_paint (const DtlItem *item)
{
  return DTL_PAINT_LANE + item->colour % DTL_N_LANE_COLOURS;
}

DtlPaint
dtl_shapes_get_ground (const DtlItem *item)
{
  return DTL_PAINT_GROUND + item->colour % 2;
}

/* A card that hangs on its pole. */
static void
add_label (DtlShapes *shapes, const DtlItem *item)
{
  gboolean selected = (item->flags & DTL_ITEM_SELECTED) != 0;
  gboolean stressed = selected || (item->flags & DTL_ITEM_HOVERED);
  DtlRect pole = item->bounds;

  dtl_shapes_add (shapes, DTL_SHAPE_RECT, stressed ? DTL_PAINT_HOVER : DTL_PAINT_LABEL, 1,
                  item->bounds);
  dtl_shapes_add_line (shapes, DTL_SHAPE_FRAME,
                       stressed ? DTL_PAINT_SELECTION : DTL_PAINT_LABEL_BORDER,
                       selected ? SELECTED_STROKE : 1, item->bounds);
  if (selected)
    return;

  pole.width = MIN (POLE_WIDTH, pole.width);
  if (item->flags & DTL_ITEM_RTL)
    pole.x = item->bounds.x + item->bounds.width - pole.width;
  dtl_shapes_add (shapes, DTL_SHAPE_RECT, dtl_shapes_get_paint (item), 1, pole);
}

/* A torn strip: the ground shows between its two edges. */
static void
add_gap (DtlShapes *shapes, const DtlItem *item)
{
  DtlRect edge = item->bounds;

  dtl_shapes_add (shapes, DTL_SHAPE_RECT, DTL_PAINT_AXIS, 1, item->bounds);
  edge.width = MIN (1, edge.width);
  dtl_shapes_add (shapes, DTL_SHAPE_RECT, DTL_PAINT_TICK, GAP_ALPHA, edge);
  edge.x = item->bounds.x + item->bounds.width - edge.width;
  dtl_shapes_add (shapes, DTL_SHAPE_RECT, DTL_PAINT_TICK, GAP_ALPHA, edge);
}

static void
fill (DtlShapes *shapes, const DtlItem *item, DtlPaint paint, double alpha)
{
  dtl_shapes_add (shapes, DTL_SHAPE_RECT, paint, alpha, item->bounds);
}

void
dtl_shapes_from_item (const DtlItem *item, DtlShapes *ret_shapes)
{
  gboolean major = (item->flags & DTL_ITEM_MAJOR) != 0;
  gboolean stressed = (item->flags & (DTL_ITEM_SELECTED | DTL_ITEM_HOVERED)) != 0;

  ret_shapes->n = 0;
  switch (item->kind)
    {
    case DTL_ITEM_LANE:
      fill (ret_shapes, item, dtl_shapes_get_ground (item), 1);
      break;
    case DTL_ITEM_AXIS:
      fill (ret_shapes, item, DTL_PAINT_AXIS, 1);
      break;
    case DTL_ITEM_GRID:
      fill (ret_shapes, item, major ? DTL_PAINT_GRID_MAJOR : DTL_PAINT_GRID, 1);
      break;
    case DTL_ITEM_TICK:
      if (item->text == NULL)
        fill (ret_shapes, item, DTL_PAINT_TICK, major ? 1 : 0.6);
      break;
    case DTL_ITEM_NOW:
      fill (ret_shapes, item, DTL_PAINT_NOW, 1);
      break;
    case DTL_ITEM_LEADER:
      fill (ret_shapes, item,
            stressed ? DTL_PAINT_SELECTION : dtl_shapes_get_paint (item),
            (stressed ? 1 : LEADER_ALPHA) * CLAMP ((double) item->amount, 0, 1));
      break;
    case DTL_ITEM_DENSITY:
      fill (ret_shapes, item, dtl_shapes_get_paint (item), DENSITY_ALPHA);
      break;
    case DTL_ITEM_BAND:
      if (item->event == 0)
        fill (ret_shapes, item, dtl_shapes_get_paint (item), ERA_ALPHA);
      else
        dtl_shapes_add_span (ret_shapes, item);
      break;
    case DTL_ITEM_BAR:
      dtl_shapes_add_span (ret_shapes, item);
      break;
    case DTL_ITEM_POINT:
      dtl_shapes_add_point (ret_shapes, item);
      break;
    case DTL_ITEM_LABEL:
      add_label (ret_shapes, item);
      break;
    case DTL_ITEM_SHADE:
      fill (ret_shapes, item, DTL_PAINT_AXIS, SHADE_ALPHA);
      break;
    case DTL_ITEM_WINDOW:
      dtl_shapes_add_line (ret_shapes, DTL_SHAPE_FRAME, DTL_PAINT_SELECTION,
                           WINDOW_STROKE, item->bounds);
      break;
    case DTL_ITEM_LIT:
      fill (ret_shapes, item, DTL_PAINT_SELECTION, LIT_ALPHA);
      dtl_shapes_add_line (ret_shapes, DTL_SHAPE_FRAME, DTL_PAINT_SELECTION, LIT_STROKE,
                           item->bounds);
      break;
    case DTL_ITEM_CROSSHAIR:
      fill (ret_shapes, item, DTL_PAINT_SELECTION, 1);
      break;
    case DTL_ITEM_MOMENT:
      fill (ret_shapes, item, DTL_PAINT_HOVER, 1);
      dtl_shapes_add_line (ret_shapes, DTL_SHAPE_FRAME, DTL_PAINT_SELECTION, 1,
                           item->bounds);
      break;
    case DTL_ITEM_GAP:
      add_gap (ret_shapes, item);
      break;
    case DTL_ITEM_LANE_TITLE:
    case DTL_ITEM_CONTEXT:
    case DTL_ITEM_MORE:
    case DTL_ITEM_TITLE:
    case DTL_N_ITEM_KINDS:
      break;
    }
}
