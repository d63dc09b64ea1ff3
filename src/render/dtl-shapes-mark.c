/* The marks of events: what is certain is solid, what is not thins out. */

#include "render/dtl-shapes-private.h"

#include <math.h>

/* Of the parts that are possible but not certain. */
#define POSSIBLE_ALPHA 0.35
#define BAND_ALPHA 0.4
#define UNCERTAIN_ALPHA 0.5
#define PLANNED_ALPHA 0.14

#define OUTLINE_STROKE 1.5
#define SELECTED_STROKE 2
#define SPLIT_STROKE 3

/* An unknown end: pieces that grow shorter and paler outwards. */
#define DISSOLVE_WIDTH 28.0
#define N_PIECES 4

/* A span while it is drawn, from the outside inwards. */
typedef struct {
  DtlShapes *shapes;
  const DtlItem *item;
  DtlPaint paint;
  double alpha;       /* of what is certain */
  double left, right; /* what is not drawn yet */
} Span;

static DtlRect
get_part (const Span *span, double left, double right)
{
  const DtlRect *bounds = &span->item->bounds;

  return (DtlRect){ left, bounds->y, right - left, bounds->height };
}

static void
add_part (const Span *span, DtlShapeKind kind, double alpha, double left, double right)
{
  dtl_shapes_add (span->shapes, kind, span->paint, alpha * span->alpha,
                  get_part (span, left, right));
}

static void
add_arrows (Span *span)
{
  double width =
      MIN (round (span->item->bounds.height * 0.7), (span->right - span->left) / 2);

  if (span->item->flags & DTL_ITEM_ARROW_LEFT)
    {
      add_part (span, DTL_SHAPE_ARROW_LEFT, 1, span->left, span->left + width);
      span->left += width;
    }
  if (span->item->flags & DTL_ITEM_ARROW_RIGHT)
    {
      add_part (span, DTL_SHAPE_ARROW_RIGHT, 1, span->right - width, span->right);
      span->right -= width;
    }
}

/* @outside: the end; @step: width of a piece and its gap, negative leftwards
 * from the right end. Pieces fill more and more of their step inwards. */
static void
add_pieces (const Span *span, double outside, double step)
{
  for (int i = 0; i < N_PIECES; i++)
    {
      double filled = step * (i + 1) / (N_PIECES + 1);
      double inside = outside + step * (i + 1);
      double alpha = (i + 1.0) / (N_PIECES + 1);

      add_part (span, DTL_SHAPE_RECT, alpha, MIN (inside - filled, inside),
                MAX (inside - filled, inside));
    }
}

static void
add_dissolves (Span *span)
{
  double width = MIN (DISSOLVE_WIDTH, (span->right - span->left) / 2);

  if (span->item->flags & DTL_ITEM_DISSOLVE_LEFT)
    {
      add_pieces (span, span->left, width / N_PIECES);
      span->left += width;
    }
  if (span->item->flags & DTL_ITEM_DISSOLVE_RIGHT)
    {
      add_pieces (span, span->right, -width / N_PIECES);
      span->right -= width;
    }
}

/* Between an end and what is certain: a ramp, or a paler plain. An open end is
 * as certain as the arrow that it runs into. */
static void
add_possible (const Span *span,
              gboolean fades,
              gboolean open,
              DtlShapeKind ramp,
              double alpha,
              double left,
              double right)
{
  if (fades)
    add_part (span, ramp, alpha, left, right);
  else
    add_part (span, DTL_SHAPE_RECT, open ? 1 : POSSIBLE_ALPHA, left, right);
}

/* Where nothing is certain, both ramps meet in the middle and stay pale. */
static void
add_rest (const Span *span)
{
  const DtlItem *item = span->item;
  gboolean certain = item->solid_left < item->solid_right;
  double middle = (span->left + span->right) / 2;
  double left = certain ? CLAMP (item->solid_left, span->left, span->right) : middle;
  double right = certain ? CLAMP (item->solid_right, left, span->right) : middle;
  double alpha = certain ? 1 : POSSIBLE_ALPHA * 2;
  guint32 fades_left = item->flags & (DTL_ITEM_FADE_LEFT | DTL_ITEM_APPROXIMATE);
  guint32 fades_right = item->flags & (DTL_ITEM_FADE_RIGHT | DTL_ITEM_APPROXIMATE);

  add_possible (span, fades_left != 0, (item->flags & DTL_ITEM_ARROW_LEFT) != 0,
                DTL_SHAPE_RAMP_LEFT, alpha, span->left, left);
  add_part (span, DTL_SHAPE_RECT, 1, left, right);
  add_possible (span, fades_right != 0, (item->flags & DTL_ITEM_ARROW_RIGHT) != 0,
                DTL_SHAPE_RAMP_RIGHT, alpha, right, span->right);
}

/* Hollow: what lies behind does not show through. */
static void
add_outline (const Span *span)
{
  DtlRect part = get_part (span, span->left, span->right);

  dtl_shapes_add (span->shapes, DTL_SHAPE_RECT, dtl_shapes_get_ground (span->item), 1,
                  part);
  dtl_shapes_add_line (span->shapes, DTL_SHAPE_FRAME, span->paint, OUTLINE_STROKE, part);
}

/* Claims that exclude one another: a cut through the mark. */
static void
add_split (DtlShapes *shapes, const DtlItem *item)
{
  DtlRect cut = item->bounds;
  double width = MIN (cut.width, cut.height + SPLIT_STROKE);

  cut.x += (cut.width - width) / 2;
  cut.width = width;
  dtl_shapes_add_line (shapes, DTL_SHAPE_SLASH, DTL_PAINT_LABEL, SPLIT_STROKE, cut);
}

static DtlRect
inset (DtlRect rect, double by)
{
  by = MIN (by, MIN (rect.width, rect.height) / 2);
  return (DtlRect){ rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by };
}

/* A frame with a gap inside, so that it is seen on a bar of its own colour too. */
static void
add_stress (DtlShapes *shapes, const DtlItem *item)
{
  double stroke = item->flags & DTL_ITEM_SELECTED ? SELECTED_STROKE : 1;

  if ((item->flags & (DTL_ITEM_SELECTED | DTL_ITEM_HOVERED)) == 0)
    return;
  dtl_shapes_add_line (shapes, DTL_SHAPE_FRAME, DTL_PAINT_LABEL, 1,
                       inset (item->bounds, stroke));
  dtl_shapes_add_line (shapes, DTL_SHAPE_FRAME, DTL_PAINT_SELECTION, stroke,
                       item->bounds);
}

static double
get_alpha (const DtlItem *item)
{
  double alpha = item->kind == DTL_ITEM_BAND ? BAND_ALPHA : 1;

  if (item->flags & DTL_ITEM_PLANNED)
    return PLANNED_ALPHA;
  return item->flags & DTL_ITEM_UNCERTAIN ? alpha * UNCERTAIN_ALPHA : alpha;
}

void
dtl_shapes_add_span (DtlShapes *shapes, const DtlItem *item)
{
  const DtlRect *bounds = &item->bounds;
  Span span = { shapes,           item,      dtl_shapes_get_paint (item),
                get_alpha (item), bounds->x, bounds->x + bounds->width };

  add_arrows (&span);
  add_dissolves (&span);
  if (item->kind == DTL_ITEM_BAND)
    dtl_shapes_add (shapes, DTL_SHAPE_RECT, dtl_shapes_get_ground (item), 1,
                    get_part (&span, span.left, span.right));
  if (item->flags & DTL_ITEM_PLANNED)
    add_outline (&span);
  add_rest (&span);
  if (item->flags & DTL_ITEM_DISPUTED)
    add_split (shapes, item);
  add_stress (shapes, item);
}

/* A selected point wears a ring with a gap; what is inside shrinks for it. */
static DtlRect
add_ring (DtlShapes *shapes, const DtlItem *item)
{
  double stroke = item->flags & DTL_ITEM_SELECTED ? SELECTED_STROKE : 1;

  if ((item->flags & (DTL_ITEM_SELECTED | DTL_ITEM_HOVERED)) == 0)
    return item->bounds;

  dtl_shapes_add (shapes, DTL_SHAPE_DISC, DTL_PAINT_LABEL, 1, item->bounds);
  dtl_shapes_add_line (shapes, DTL_SHAPE_RING, DTL_PAINT_SELECTION, stroke, item->bounds);
  return inset (item->bounds, stroke + 1);
}

void
dtl_shapes_add_point (DtlShapes *shapes, const DtlItem *item)
{
  DtlPaint paint = dtl_shapes_get_paint (item);
  DtlRect disc = add_ring (shapes, item);

  if (item->flags & DTL_ITEM_PLANNED)
    {
      dtl_shapes_add (shapes, DTL_SHAPE_DISC, DTL_PAINT_LABEL, 1, disc);
      dtl_shapes_add_line (shapes, DTL_SHAPE_RING, paint, OUTLINE_STROKE, disc);
    }
  else if (item->flags & DTL_ITEM_UNCERTAIN)
    {
      dtl_shapes_add (shapes, DTL_SHAPE_DISC, paint, POSSIBLE_ALPHA, disc);
      dtl_shapes_add_line (shapes, DTL_SHAPE_RING, paint, 1, disc);
    }
  else if (item->flags & DTL_ITEM_APPROXIMATE)
    {
      dtl_shapes_add (shapes, DTL_SHAPE_DISC, paint, POSSIBLE_ALPHA, disc);
      dtl_shapes_add (shapes, DTL_SHAPE_DISC, paint, 1, inset (disc, disc.width * 0.24));
    }
  else
    dtl_shapes_add (shapes, DTL_SHAPE_DISC, paint, 1, disc);
  if (item->flags & DTL_ITEM_DISPUTED)
    add_split (shapes, item);
}
