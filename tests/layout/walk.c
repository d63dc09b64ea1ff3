/* Where labels lie on a walk over a timeline: the laws that a trace of the
 * benchmark is checked for, from one frame to the next. */

#include "layout/dtl-layout.h"

#include "bench/canvas-events.h"
#include "bench/canvas-walk.h"

#include <math.h>

/* Pixels that a left edge may be off, at the same zoom. */
#define SLACK 2.0

typedef struct {
  DtlTimeline *timeline;
  DtlLayout *layout;
  DtlLayoutOptions options;
  GArray *frames; /* of CanvasFrame */
  GHashTable *ys; /* event to its row's y + 1 */
  GArray *boxes;  /* of DtlLabelBox: of the frame looked at */
  GArray *before; /* of the frame before it */
} Walk;

static GArray *
list_boxes (const Walk *walk, DtlLayout *layout, guint frame)
{
  const CanvasFrame *at = &g_array_index (walk->frames, CanvasFrame, frame);

  return dtl_layout_list_boxes (layout, &at->viewport, &walk->options);
}

static const DtlLabelBox *
get (const GArray *boxes, guint i)
{
  return &g_array_index (boxes, DtlLabelBox, i);
}

static const DtlLabelBox *
find (const GArray *boxes, DtlId event)
{
  for (guint i = 0; i < boxes->len; i++)
    if (get (boxes, i)->event == event)
      return get (boxes, i);
  return NULL;
}

static gboolean
overlap (const DtlRect *a, const DtlRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static void
check_no_overlap (const GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = i + 1; j < boxes->len; j++)
      g_assert_false (overlap (&get (boxes, i)->bounds, &get (boxes, j)->bounds));
}

/* Over the whole walk a label stays in its row. */
static void
check_rows (const Walk *walk)
{
  for (guint i = 0; i < walk->boxes->len; i++)
    {
      gpointer event = GUINT_TO_POINTER (get (walk->boxes, i)->event);
      gpointer y = GINT_TO_POINTER ((int) get (walk->boxes, i)->bounds.y + 1);
      gpointer known = g_hash_table_lookup (walk->ys, event);

      if (known == NULL)
        g_hash_table_insert (walk->ys, event, y);
      else
        g_assert_cmpint (GPOINTER_TO_INT (known), ==, GPOINTER_TO_INT (y));
    }
}

static gboolean
is_inside (const DtlRect *bounds, double width)
{
  return bounds->x >= 0 && bounds->x + bounds->width <= width;
}

/* Every label of @from, seen through @from_view, that is also in @to_view is among
 * @to, and where it belongs. */
static void
check_kept (const GArray *from,
            const DtlViewport *from_view,
            const GArray *to,
            const DtlViewport *to_view,
            gboolean whole)
{
  double growth = MAX (1, from_view->seconds_per_pixel / to_view->seconds_per_pixel);

  for (guint i = 0; i < from->len; i++)
    {
      const DtlRect *bounds = &get (from, i)->bounds;
      gint64 position = dtl_viewport_get_position (from_view, bounds->x);
      double x = dtl_viewport_get_x_at (to_view, position);
      double end = whole ? x + bounds->width : x + 1;
      const DtlLabelBox *kept;

      if (!is_inside (bounds, from_view->width) || x < 0 || end > to_view->width)
        continue;
      kept = find (to, get (from, i)->event);
      g_assert_nonnull (kept);
      g_assert_cmpfloat (fabs (kept->bounds.x - x), <=, SLACK * growth);
    }
}

static void
check_step (const Walk *walk, guint i)
{
  const CanvasFrame *frame = &g_array_index (walk->frames, CanvasFrame, i);
  const DtlViewport *before = &g_array_index (walk->frames, CanvasFrame, i - 1).viewport;
  const DtlViewport *now = &frame->viewport;
  double growth = before->seconds_per_pixel / now->seconds_per_pixel;
  gboolean same_zoom = fabs (growth - 1) < 1e-9;

  if (g_str_equal (frame->kind, "start"))
    return;
  if (same_zoom || growth > 1)
    check_kept (walk->before, before, walk->boxes, now, same_zoom);
  if (same_zoom || growth < 1)
    check_kept (walk->boxes, now, walk->before, before, same_zoom);
}

static void
check_same (const GArray *a, const GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const DtlLabelBox *other = find (b, get (a, i)->event);

      g_assert_nonnull (other);
      g_assert_cmpfloat (get (a, i)->bounds.x, ==, other->bounds.x);
      g_assert_cmpfloat (get (a, i)->bounds.y, ==, other->bounds.y);
    }
}

/* What a layout says that has seen nothing else. */
static void
check_history (const Walk *walk, guint frame)
{
  g_autoptr (DtlLayout) fresh = dtl_layout_new (walk->timeline, &dtl_measure_counting);
  g_autoptr (GArray) boxes = list_boxes (walk, fresh, frame);

  check_same (walk->boxes, boxes);
}

static void
init_walk (Walk *walk, guint n_events)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  DtlViewport size = { .seconds_per_pixel = 1, .width = 1280, .height = 800 };
  gsize text_bytes;

  *walk = (Walk){ .timeline = canvas_events_new (n_events, rand, &text_bytes) };
  walk->options =
      (DtlLayoutOptions){ .label = DTL_LABEL_STYLE_INIT, .now = DTL_TIME_PAST };
  walk->layout = dtl_layout_new (walk->timeline, &dtl_measure_counting);
  walk->frames = canvas_walk_everywhere (walk->timeline, &size, rand);
  walk->ys = g_hash_table_new (NULL, NULL);
}

static void
clear_walk (Walk *walk)
{
  g_clear_pointer (&walk->before, g_array_unref);
  g_hash_table_unref (walk->ys);
  g_array_unref (walk->frames);
  dtl_layout_free (walk->layout);
  dtl_timeline_unref (walk->timeline);
}

static void
test_walk (gconstpointer n_events)
{
  Walk walk;

  init_walk (&walk, GPOINTER_TO_UINT (n_events));
  for (guint i = 0; i < walk.frames->len; i++)
    {
      walk.boxes = list_boxes (&walk, walk.layout, i);
      check_no_overlap (walk.boxes);
      check_rows (&walk);
      if (i > 0)
        check_step (&walk, i);
      if (i % 97 == 0)
        check_history (&walk, i);
      g_clear_pointer (&walk.before, g_array_unref);
      walk.before = walk.boxes;
    }
  clear_walk (&walk);
}

/* As far as there are events, labels fill the window. */
static void
test_cover (void)
{
  Walk walk;
  double area = 0, bottom = 0;
  const CanvasFrame *frame;

  init_walk (&walk, 20000);
  frame = &g_array_index (walk.frames, CanvasFrame, CANVAS_STEPS / 3);
  walk.before = list_boxes (&walk, walk.layout, CANVAS_STEPS / 3);
  for (guint i = 0; i < walk.before->len; i++)
    {
      const DtlRect *bounds = &get (walk.before, i)->bounds;

      area +=
          (MIN (bounds->x + bounds->width, frame->viewport.width) - MAX (bounds->x, 0)) *
          bounds->height;
      bottom = MAX (bottom, bounds->y + bounds->height);
    }
  g_assert_cmpfloat (area, >=, 0.42 * bottom * frame->viewport.width);
  clear_walk (&walk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/walk/1000 events", GUINT_TO_POINTER (1000), test_walk);
  g_test_add_data_func ("/walk/20000 events", GUINT_TO_POINTER (20000), test_walk);
  g_test_add_func ("/walk/cover", test_cover);

  return g_test_run ();
}
