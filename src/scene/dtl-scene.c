#include "scene/dtl-scene-private.h"

#include <math.h>

struct _DtlScene {
  gatomicrefcount ref_count;
  double width, height;
  GArray *items;         /* of DtlItem, in paint order */
  GStringChunk *strings; /* NULL where @base has them */
  DtlScene *base;        /* NULL for most */
};

DtlScene *
dtl_scene_new (double width, double height, GArray *items, GStringChunk *strings)
{
  DtlScene *scene = g_new (DtlScene, 1);

  g_atomic_ref_count_init (&scene->ref_count);
  scene->width = width;
  scene->height = height;
  scene->items = items;
  scene->strings = strings;
  scene->base = NULL;
  return scene;
}

DtlScene *
dtl_scene_new_over (DtlScene *base, GArray *items)
{
  DtlScene *scene = dtl_scene_new (base->width, base->height, items, NULL);

  scene->base = dtl_scene_ref (base);
  return scene;
}

DtlScene *
dtl_scene_ref (DtlScene *scene)
{
  g_atomic_ref_count_inc (&scene->ref_count);
  return scene;
}

void
dtl_scene_unref (DtlScene *scene)
{
  if (scene == NULL || !g_atomic_ref_count_dec (&scene->ref_count))
    return;
  g_array_unref (scene->items);
  g_clear_pointer (&scene->strings, g_string_chunk_free);
  dtl_scene_unref (scene->base);
  g_free (scene);
}

const DtlItem *
dtl_scene_get_items (const DtlScene *scene, guint *ret_count)
{
  *ret_count = scene->items->len;
  return (const DtlItem *) (gconstpointer) scene->items->data;
}

void
dtl_scene_get_size (const DtlScene *scene, double *ret_width, double *ret_height)
{
  *ret_width = scene->width;
  *ret_height = scene->height;
}

/* 0 inside. */
static double
get_distance (const DtlRect *rect, double x, double y)
{
  double dx = MAX (MAX (rect->x - x, x - (rect->x + rect->width)), 0);
  double dy = MAX (MAX (rect->y - y, y - (rect->y + rect->height)), 0);

  return hypot (dx, dy);
}

const DtlItem *
dtl_scene_pick (const DtlScene *scene, double x, double y, double slop)
{
  const DtlItem *best = NULL;
  double best_distance = slop;

  for (guint i = scene->items->len; i > 0; i--)
    {
      const DtlItem *item = &g_array_index (scene->items, DtlItem, i - 1);
      double distance = get_distance (&item->bounds, x, y);

      if (item->kind == DTL_ITEM_AXIS && distance == 0)
        break;
      if (item->event != 0 &&
          (best == NULL ? distance <= best_distance : distance < best_distance))
        {
          best = item;
          best_distance = distance;
        }
    }
  return best;
}

DtlScene *
dtl_scene_fade (DtlScene *scene, DtlAmountFunc get_amount, gpointer data)
{
  GArray *items = g_array_copy (scene->items);

  for (guint i = 0; i < items->len; i++)
    {
      DtlItem *item = &g_array_index (items, DtlItem, i);

      if (item->kind == DTL_ITEM_LABEL || item->kind == DTL_ITEM_LEADER)
        item->amount = get_amount (data, item);
    }
  return dtl_scene_new_over (scene, items);
}
