#include "config.h"

#include "ui/dtl-overlay.h"

static DtlScene *
make_scene_of_one (const DtlItem *item, double width, double height)
{
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (width, height);

  dtl_scene_builder_add (builder, item);
  return dtl_scene_builder_end (builder);
}

void
dtl_overlay_snapshot (GtkSnapshot *snapshot,
                      const DtlScene *scene,
                      DtlPainter *painter,
                      const DtlTheme *theme)
{
  double width;
  double height;
  guint n;
  const DtlItem *items = dtl_scene_get_items (scene, &n);

  dtl_scene_get_size (scene, &width, &height);
  for (guint i = 0; i < n; i++)
    {
      const DtlRect *bounds = &items[i].bounds;
      g_autoptr (DtlScene) one = make_scene_of_one (&items[i], width, height);
      cairo_t *cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT ((float) bounds->x, (float) bounds->y,
                                         (float) bounds->width, (float) bounds->height));

      dtl_painter_paint_over (painter, cr, one, theme);
      cairo_destroy (cr);
    }
}
