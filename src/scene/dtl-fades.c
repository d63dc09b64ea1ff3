#include "scene/dtl-fades.h"

struct _DtlFades {
  /* By event: when its label began to fade in; NEVER once it is there. */
  GHashTable *begins; /* to gint64, owned */
  gboolean running;
};

#define NEVER G_MININT64

DtlFades *
dtl_fades_new (void)
{
  DtlFades *fades = g_new0 (DtlFades, 1);

  fades->begins = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return fades;
}

void
dtl_fades_free (DtlFades *fades)
{
  if (fades == NULL)
    return;
  g_hash_table_unref (fades->begins);
  g_free (fades);
}

void
dtl_fades_forget (DtlFades *fades)
{
  g_hash_table_remove_all (fades->begins);
  fades->running = FALSE;
}

gboolean
dtl_fades_is_running (const DtlFades *fades)
{
  return fades->running;
}

/* What comes in over an edge was there before, only out of sight. */
static gboolean
is_at_edge (const DtlItem *item, double width)
{
  return item->bounds.x <= 0 || item->bounds.x + item->bounds.width >= width;
}

static gint64
find_begin (const DtlFades *fades, const DtlItem *item, double width, gint64 now)
{
  const gint64 *known =
      g_hash_table_lookup (fades->begins, GUINT_TO_POINTER (item->event));

  if (known != NULL)
    return *known != NEVER && now - *known < DTL_FADE_MICROSECONDS ? *known : NEVER;
  if (g_hash_table_size (fades->begins) == 0 || is_at_edge (item, width))
    return NEVER;
  return now;
}

/* Replaces what is known by what is in this frame. */
static void
take_note (DtlFades *fades, const DtlScene *scene, gint64 now, gboolean motion)
{
  GHashTable *begins = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  double width, height;
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  dtl_scene_get_size (scene, &width, &height);
  fades->running = FALSE;
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == DTL_ITEM_LABEL)
      {
        gint64 begin = motion ? find_begin (fades, &items[i], width, now) : NEVER;

        g_hash_table_insert (begins, GUINT_TO_POINTER (items[i].event),
                             g_memdup2 (&begin, sizeof begin));
        fades->running |= begin != NEVER;
      }

  g_hash_table_unref (fades->begins);
  fades->begins = begins;
}

typedef struct {
  const DtlFades *fades;
  gint64 now;
} Frame;

static float
get_amount (gpointer data, const DtlItem *item)
{
  const Frame *frame = data;
  const gint64 *begin =
      g_hash_table_lookup (frame->fades->begins, GUINT_TO_POINTER (item->event));

  if (begin == NULL || *begin == NEVER)
    return 1;
  return (float) CLAMP ((double) (frame->now - *begin) / DTL_FADE_MICROSECONDS, 0, 1);
}

DtlScene *
dtl_fades_show (DtlFades *fades, DtlScene *scene, gint64 now, gboolean motion)
{
  Frame frame = { fades, now };

  take_note (fades, scene, now, motion);
  if (!fades->running)
    return dtl_scene_ref (scene);
  return dtl_scene_fade (scene, get_amount, &frame);
}
