/* What the painter leaves on the pixels. */

#include "render/dtl-painter.h"

#include "render/dtl-export.h"
#include "render/dtl-shapes.h"
#include "render/gallery.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

static DtlPainter *
make_painter (double scale)
{
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  DtlPainter *painter = dtl_painter_new (context, NULL);

  g_object_unref (context);
  dtl_painter_set_scale (painter, scale);
  return painter;
}

static cairo_surface_t *
paint (DtlPainter *painter, const DtlScene *scene, double scale)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  dtl_scene_get_size (scene, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale),
                                        (int) (height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  dtl_painter_paint (painter, cr, scene, dtl_theme_get ("light"));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);
  return pixel & 0xffffff;
}

/* Pixels that differ from the first one, inside of @rect and outside. */
static void
count_painted (cairo_surface_t *surface,
               const DtlRect *rect,
               double scale,
               guint *ret_inside,
               guint *ret_outside)
{
  guint32 ground = get_pixel (surface, 0, 0);

  *ret_inside = *ret_outside = 0;
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if (get_pixel (surface, x, y) != ground)
        {
          if (x < floor (rect->x * scale) ||
              x >= ceil ((rect->x + rect->width) * scale) ||
              y < floor (rect->y * scale) || y >= ceil ((rect->y + rect->height) * scale))
            ++*ret_outside;
          else
            ++*ret_inside;
        }
}

/* Alone in a scene a little larger than itself. */
static DtlScene *
make_lonely (const DtlItem *item)
{
  double left = floor (item->bounds.x) - 20, top = floor (item->bounds.y) - 20;
  g_autoptr (DtlSceneBuilder) builder =
      dtl_scene_builder_new (ceil (item->bounds.width) + 41,
                             ceil (item->bounds.height) + 41);
  DtlItem moved = *item;

  moved.bounds.x -= left;
  moved.bounds.y -= top;
  moved.solid_left -= left;
  moved.solid_right -= left;
  dtl_scene_builder_add (builder, &moved);
  return dtl_scene_builder_end (builder);
}

static void
check_bounds (DtlPainter *painter, const DtlItem *item, double scale)
{
  g_autoptr (DtlScene) scene = make_lonely (item);
  guint n, inside, outside;
  const DtlItem *moved = dtl_scene_get_items (scene, &n);
  cairo_surface_t *surface = paint (painter, scene, scale > 0 ? scale : 1);

  count_painted (surface, &moved->bounds, scale > 0 ? scale : 1, &inside, &outside);
  cairo_surface_destroy (surface);
  g_test_message ("kind %d flags %x: %u inside, %u outside", item->kind, item->flags,
                  inside, outside);
  g_assert_cmpuint (outside, ==, 0);
  if (item->kind != DTL_ITEM_LANE || item->colour % 2 == 1)
    g_assert_cmpuint (inside, >, 0);
}

static void
test_bounds (gconstpointer data)
{
  double scale = *(const double *) data;
  g_autoptr (DtlPainter) painter = make_painter (scale);
  g_autoptr (DtlScene) scene = gallery_make (dtl_painter_get_measure (painter));
  guint n;
  const DtlItem *items = dtl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    check_bounds (painter, &items[i], scale);
}

/* Shapes themselves stay within, whatever the flags and however small. */
static void
test_shapes (void)
{
  const double widths[] = { 0.5, 3, 12, 200 };

  for (guint32 flags = 0; flags < 1 << 13; flags++)
    for (guint i = 0; i < G_N_ELEMENTS (widths) * 3; i++)
      {
        const DtlItemKind kinds[] = { DTL_ITEM_BAR, DTL_ITEM_POINT, DTL_ITEM_BAND };
        DtlItem item = { .kind = kinds[i % 3],
                         .event = 1,
                         .flags = flags,
                         .solid_left = 4,
                         .solid_right = 150,
                         .bounds = { 2, 3, widths[i / 3], 8 } };
        DtlShapes shapes;

        dtl_shapes_from_item (&item, &shapes);
        for (guint j = 0; j < shapes.n; j++)
          {
            const DtlRect *rect = &shapes.at[j].bounds;

            g_assert_cmpfloat (rect->x, >=, 2 - 1e-9);
            g_assert_cmpfloat (rect->y, >=, 3);
            g_assert_cmpfloat (rect->x + rect->width, <=, 2 + widths[i / 3] + 1e-9);
            g_assert_cmpfloat (rect->y + rect->height, <=, 11);
          }
      }
}

static gboolean
is_same (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) *
               (gsize) cairo_image_surface_get_height (a);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                 size) == 0;
}

/* From kept images or anew: the same pixels. */
static void
test_again (void)
{
  g_autoptr (DtlPainter) painter = make_painter (2);
  g_autoptr (DtlScene) scene = gallery_make (dtl_painter_get_measure (painter));
  cairo_surface_t *first = paint (painter, scene, 2);
  cairo_surface_t *second = paint (painter, scene, 2);

  g_assert_true (is_same (first, second));
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

/* A theme or scale that changes leaves no old label behind. */
static void
test_changes (void)
{
  g_autoptr (DtlPainter) painter = make_painter (1), fresh = make_painter (2);
  g_autoptr (DtlScene) scene = gallery_make (dtl_painter_get_measure (painter));
  cairo_surface_t *changed, *expected = paint (fresh, scene, 2);

  cairo_surface_destroy (paint (painter, scene, 1));
  dtl_painter_set_scale (painter, 2);
  changed = paint (painter, scene, 2);
  g_assert_true (is_same (changed, expected));
  cairo_surface_destroy (changed);
  cairo_surface_destroy (expected);
}

static guint32
paint_label_pixel (float opacity)
{
  g_autoptr (DtlPainter) painter = make_painter (1);
  const DtlItem label = { .kind = DTL_ITEM_LABEL,
                          .text = "x",
                          .bounds = { 10, 10, 80, 40 },
                          .amount = opacity };
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (100, 60);
  g_autoptr (DtlScene) scene = NULL;
  cairo_surface_t *surface;
  guint32 pixel;

  dtl_scene_builder_add (builder, &label);
  scene = dtl_scene_builder_end (builder);
  surface = paint (painter, scene, 1);
  pixel = get_pixel (surface, 80, 40);
  cairo_surface_destroy (surface);
  return pixel;
}

static void
test_opacity (void)
{
  g_assert_cmphex (paint_label_pixel (0), ==, 0xf7f7f5);
  g_assert_cmphex (paint_label_pixel (0.5), >, 0xf7f7f5);
  g_assert_cmphex (paint_label_pixel (0.5), <, 0xffffff);
  g_assert_cmphex (paint_label_pixel (1), ==, 0xffffff);
}

/* Nothing of what people paste into titles may upset the painter. */
static void
test_strange_texts (void)
{
  g_autofree char *lengthy = g_strnfill (100000, 'w');
  const char *texts[] = {
    "", " ", "\n", "\377\376", "\342\200\256kcab", "👩‍👩‍👧‍👦", lengthy
  };
  g_autoptr (DtlPainter) painter = make_painter (1);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint kind = 0; kind < DTL_N_ITEM_KINDS; kind++)
      {
        const DtlItem item = { .kind = (DtlItemKind) kind,
                               .text = texts[i],
                               .detail = texts[i],
                               .amount = 1,
                               .bounds = { 20, 20, 90, i % 2 == 0 ? 40 : 6 } };
        g_autoptr (DtlScene) scene = make_lonely (&item);

        cairo_surface_destroy (paint (painter, scene, 1));
      }
}

int
main (int argc, char **argv)
{
  static const double scales[] = { 1, 2, 1.5, 0 };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *path = g_strdup_printf ("/painter/bounds at scale %g", scales[i]);

      g_test_add_data_func (path, &scales[i], test_bounds);
    }
  g_test_add_func ("/painter/shapes", test_shapes);
  g_test_add_func ("/painter/again", test_again);
  g_test_add_func ("/painter/changes", test_changes);
  g_test_add_func ("/painter/opacity", test_opacity);
  g_test_add_func ("/painter/strange-texts", test_strange_texts);
  return g_test_run ();
}
