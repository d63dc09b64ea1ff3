#include "scene/dtl-scene-private.h"

#include <math.h>

/* Room for a usual frame, so that nothing grows while one is built. */
#define USUAL_ITEMS 1024
#define STRING_BLOCK 16384

struct _DtlSceneBuilder {
  double width, height;
  GArray *items;
  GStringChunk *strings;
};

/* From the back to the front: the ground, hairlines, marks, texts, and last
 * what stays in place while the rest moves under it. Leaders lie under bars,
 * which they cross on their way to their own mark. */
static const guint8 paint_order[DTL_N_ITEM_KINDS] = {
  [DTL_ITEM_LANE] = 0,   [DTL_ITEM_BAND] = 1,       [DTL_ITEM_GRID] = 2,
  [DTL_ITEM_GAP] = 4,    [DTL_ITEM_DENSITY] = 5,    [DTL_ITEM_LEADER] = 6,
  [DTL_ITEM_BAR] = 7,    [DTL_ITEM_POINT] = 8,      [DTL_ITEM_NOW] = 9,
  [DTL_ITEM_LABEL] = 10, [DTL_ITEM_MORE] = 11,      [DTL_ITEM_LANE_TITLE] = 12,
  [DTL_ITEM_AXIS] = 13,  [DTL_ITEM_TICK] = 14,      [DTL_ITEM_CONTEXT] = 15,
  [DTL_ITEM_TITLE] = 16, [DTL_ITEM_SHADE] = 17,     [DTL_ITEM_WINDOW] = 18,
  [DTL_ITEM_LIT] = 19,   [DTL_ITEM_CROSSHAIR] = 20, [DTL_ITEM_MOMENT] = 21,
};

/* An era is ground; a band that is an event covers the hairlines. */
#define EVENT_BAND_ORDER 3

/* Places in a kind: plain, hovered, selected. */
#define N_STRESSES 3
#define N_RANKS ((DTL_N_ITEM_KINDS + 1) * N_STRESSES)

DtlSceneBuilder *
dtl_scene_builder_new (double width, double height)
{
  DtlSceneBuilder *builder = g_new (DtlSceneBuilder, 1);

  builder->width = width;
  builder->height = height;
  builder->items = g_array_sized_new (FALSE, FALSE, sizeof (DtlItem), USUAL_ITEMS);
  builder->strings = g_string_chunk_new (STRING_BLOCK);
  return builder;
}

void
dtl_scene_builder_free (DtlSceneBuilder *builder)
{
  if (builder == NULL)
    return;
  g_clear_pointer (&builder->items, g_array_unref);
  g_clear_pointer (&builder->strings, g_string_chunk_free);
  g_free (builder);
}

static gboolean
is_finite (const DtlRect *rect)
{
  return isfinite (rect->x) && isfinite (rect->y) && isfinite (rect->width) &&
         isfinite (rect->height);
}

static const char *
copy_string (DtlSceneBuilder *builder, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert (builder->strings, text);
}

void
dtl_scene_builder_add (DtlSceneBuilder *builder, const DtlItem *item)
{
  DtlItem copy = *item;

  g_return_if_fail (builder->items != NULL);
  g_return_if_fail ((guint) item->kind < DTL_N_ITEM_KINDS);
  g_return_if_fail (is_finite (&item->bounds));

  copy.text = copy_string (builder, item->text);
  copy.detail = copy_string (builder, item->detail);
  g_array_append_val (builder->items, copy);
}

static guint
get_rank (const DtlItem *item)
{
  guint stress = item->flags & DTL_ITEM_SELECTED  ? 2
                 : item->flags & DTL_ITEM_HOVERED ? 1
                                                  : 0;

  if (item->kind == DTL_ITEM_BAND && item->event != 0)
    return EVENT_BAND_ORDER * N_STRESSES + stress;
  return paint_order[item->kind] * N_STRESSES + stress;
}

/* Counting sort: stable, and linear for the few ranks there are. */
static GArray *
sort_items (const GArray *items)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (DtlItem), items->len);
  guint next[N_RANKS + 1] = { 0 };

  g_array_set_size (sorted, items->len);
  for (guint i = 0; i < items->len; i++)
    next[get_rank (&g_array_index (items, DtlItem, i)) + 1]++;
  for (guint rank = 1; rank <= N_RANKS; rank++)
    next[rank] += next[rank - 1];
  for (guint i = 0; i < items->len; i++)
    {
      const DtlItem *item = &g_array_index (items, DtlItem, i);

      g_array_index (sorted, DtlItem, next[get_rank (item)]++) = *item;
    }
  return sorted;
}

DtlScene *
dtl_scene_builder_end (DtlSceneBuilder *builder)
{
  GArray *sorted;

  g_return_val_if_fail (builder->items != NULL, NULL);

  sorted = sort_items (builder->items);
  g_clear_pointer (&builder->items, g_array_unref);
  return dtl_scene_new (builder->width, builder->height, sorted,
                        g_steal_pointer (&builder->strings));
}
