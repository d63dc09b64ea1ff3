#include "render/dtl-label-surfaces.h"

#include "render/dtl-two-ages.h"

#include <math.h>

/* Some 1,600 labels at scale 1, 400 at scale 2. */
#define MOST_BYTES (48 * 1024 * 1024)

/* Wider or higher ones are painted each time. */
#define MOST_SIDE 2048

/* Flags that change how a label looks. */
#define LOOKS (DTL_ITEM_SELECTED | DTL_ITEM_HOVERED | DTL_ITEM_RTL)

struct _DtlLabelSurfaces {
  DtlTwoAges *entries; /* of Entry */
  const DtlTheme *theme;
  double scale;
};

typedef struct {
  const char *text, *detail; /* never NULL */
  char *own_text, *own_detail;
  int width, height; /* device pixels */
  guint32 flags;
  guint colour;
  cairo_surface_t *surface; /* NULL in a key on the stack */
} Entry;

static guint
hash_entry (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->text) ^ (g_str_hash (entry->detail) * 31) ^
         ((guint) entry->width << 12) ^ (guint) entry->height ^ (entry->flags << 24) ^
         (entry->colour << 20);
}

static gboolean
equal_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  return x->width == y->width && x->height == y->height && x->flags == y->flags &&
         x->colour == y->colour && g_str_equal (x->text, y->text) &&
         g_str_equal (x->detail, y->detail);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  cairo_surface_destroy (entry->surface);
  g_free (entry->own_text);
  g_free (entry->own_detail);
  g_free (entry);
}

static gsize
get_cost (gconstpointer data)
{
  const Entry *entry = data;

  return (gsize) entry->width * (gsize) entry->height * 4;
}

DtlLabelSurfaces *
dtl_label_surfaces_new (void)
{
  DtlLabelSurfaces *surfaces = g_new0 (DtlLabelSurfaces, 1);

  surfaces->entries =
      dtl_two_ages_new (hash_entry, equal_entries, free_entry, get_cost, MOST_BYTES);
  return surfaces;
}

void
dtl_label_surfaces_free (DtlLabelSurfaces *surfaces)
{
  dtl_two_ages_free (surfaces->entries);
  g_free (surfaces);
}

void
dtl_label_surfaces_set (DtlLabelSurfaces *surfaces, const DtlTheme *theme, double scale)
{
  if (surfaces->theme == theme && surfaces->scale == scale)
    return;
  dtl_two_ages_clear (surfaces->entries);
  surfaces->theme = theme;
  surfaces->scale = scale;
}

static Entry
make_key (const DtlLabelSurfaces *surfaces, const DtlItem *item)
{
  return (Entry){
    .text = item->text == NULL ? "" : item->text,
    .detail = item->detail == NULL ? "" : item->detail,
    .width = (int) CLAMP (round (item->bounds.width * surfaces->scale), 1, MOST_SIDE + 1),
    .height =
        (int) CLAMP (round (item->bounds.height * surfaces->scale), 1, MOST_SIDE + 1),
    .flags = item->flags & LOOKS,
    .colour = item->colour % DTL_N_LANE_COLOURS,
  };
}

/* Opaque, so that it is copied and not blended. */
static cairo_surface_t *
paint_surface (const Entry *key,
               double scale,
               const DtlItem *item,
               DtlLabelPaintFunc paint,
               gpointer data)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, key->width, key->height);
  DtlItem moved = *item;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  moved.bounds = (DtlRect){ 0, 0, key->width / scale, key->height / scale };
  paint (data, cr, &moved);
  cairo_destroy (cr);
  return surface;
}

static Entry *
keep (DtlLabelSurfaces *surfaces, const Entry *key, cairo_surface_t *surface)
{
  Entry *entry = g_memdup2 (key, sizeof *key);

  entry->text = entry->own_text = g_strdup (key->text);
  entry->detail = entry->own_detail = g_strdup (key->detail);
  entry->surface = surface;
  dtl_two_ages_insert (surfaces->entries, entry);
  return entry;
}

cairo_surface_t *
dtl_label_surfaces_get (DtlLabelSurfaces *surfaces,
                        const DtlItem *item,
                        DtlLabelPaintFunc paint,
                        gpointer data)
{
  Entry key = make_key (surfaces, item);
  Entry *entry;

  if (key.width > MOST_SIDE || key.height > MOST_SIDE)
    return NULL;
  entry = dtl_two_ages_lookup (surfaces->entries, &key);
  if (entry == NULL)
    entry =
        keep (surfaces, &key, paint_surface (&key, surfaces->scale, item, paint, data));
  return entry->surface;
}
