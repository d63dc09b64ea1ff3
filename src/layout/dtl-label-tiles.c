#include "layout/dtl-label-tiles.h"

#include "layout/dtl-label-rows.h"

#include <math.h>

#define BUCKET_PIXELS 64.0
#define BUCKETS_LOG 5 /* 32 buckets a tile */
#define MOST_ZOOM 64.0

/* A tile with no more events takes all of them as candidates. */
#define FEW_EVENTS 256

/* So many are arranged as if by hand. */
#define FEW_LABELS 64

/* A level ends where the next one begins, at twice its zoom. */
#define MOST_OF_A_LEVEL 1.99

/* No label keeps less to itself; where there are more candidates than room,
 * the short ones keep more than they need, so that few have to be measured. */
#define LEAST_WIDTH 28.0f
#define LEAST_WIDTH_IN_CROWD 96.0f

/* Tiles kept: some ten megabytes. */
#define MOST_TILES 1500

/* Positions count from the base of the index. Seconds from there, a level and
 * the number of a tile make up the key, which fits 64 bits at every level. */
typedef struct {
  guint64 key;
  GArray *own;      /* of DtlPlacement, by event: those that start in it, of
                       this and all coarser levels */
  GArray *reaching; /* of DtlPlacement: bars of coarser levels that start
                       before the tile and end in it or after */
} Tile;

/* An event is a candidate level after level until it finds a row: its width is
 * remembered in the slot that its number falls on. */
#define WIDTH_SLOTS 8192

typedef struct {
  guint32 event;
  float width; /* 0: none is remembered */
} WidthSlot;

struct _DtlLabelTiles {
  const DtlTimeIndex *index;
  DtlLabelTilesOptions options;
  DtlTime base;
  int root;          /* level at which one tile holds everything */
  guint n_rows;      /* in use; known once the root is filled */
  GHashTable *tiles; /* of Tile, by key */
  WidthSlot *widths;
  guint n_widths; /* slots */
};

static void
free_tile (gpointer data)
{
  Tile *tile = data;

  g_array_unref (tile->own);
  g_array_unref (tile->reaching);
  g_free (tile);
}

DtlLabelTiles *
dtl_label_tiles_new (const DtlTimeIndex *index, const DtlLabelTilesOptions *options)
{
  DtlLabelTiles *tiles = g_new0 (DtlLabelTiles, 1);

  tiles->index = index;
  tiles->options = *options;
  tiles->base = dtl_time_index_get_base (index);
  tiles->n_rows = options->n_rows;
  while (dtl_time_index_get_range (index) >> (tiles->root + BUCKETS_LOG) > 0)
    tiles->root++;
  tiles->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_tile);
  tiles->n_widths = MIN (dtl_time_index_get_columns (index)->n, WIDTH_SLOTS);
  tiles->widths = g_new0 (WidthSlot, tiles->n_widths);

  return tiles;
}

void
dtl_label_tiles_free (DtlLabelTiles *tiles)
{
  if (tiles == NULL)
    return;
  g_hash_table_unref (tiles->tiles);
  g_free (tiles->widths);
  g_free (tiles);
}

static double
get_level_zoom (int level)
{
  return ldexp (BUCKET_PIXELS, -level);
}

static int
get_level (const DtlLabelTiles *tiles, double zoom)
{
  int exponent;

  /* zoom >= 2^(exponent - 1), and a bucket of level b is 64 px at 2^(6 - b). */
  frexp (zoom, &exponent);
  return CLAMP (7 - exponent, 0, tiles->root);
}

static guint64
get_offset (const DtlLabelTiles *tiles, DtlTime time)
{
  return time <= tiles->base ? 0 : (guint64) time - (guint64) tiles->base;
}

static guint64
get_last_tile (const DtlLabelTiles *tiles, int level)
{
  return dtl_time_index_get_range (tiles->index) >> (level + BUCKETS_LOG);
}

static guint64
get_tile_of (const DtlLabelTiles *tiles, const DtlPlacement *placement, int level)
{
  return get_offset (tiles, placement->start) >> (level + BUCKETS_LOG);
}

/* Bars that long, new at this level, would reach over several tiles. */
static gboolean
is_longer_than_tile (const DtlPlacement *placement, int level)
{
  guint64 duration = (guint64) placement->end - (guint64) placement->start;

  return duration > (guint64) 1 << (level + BUCKETS_LOG);
}

static const DtlPlacement *
get (const GArray *placements, guint i)
{
  return &g_array_index (placements, DtlPlacement, i);
}

static const Tile *ensure_tile (DtlLabelTiles *tiles, int level, guint64 number);

/* Those of a coarser tile that start in tile @number of @level. */
static void
add_inherited (const DtlLabelTiles *tiles,
               const Tile *parent,
               int level,
               guint64 number,
               GArray *out)
{
  for (guint i = 0; i < parent->own->len; i++)
    if (get_tile_of (tiles, get (parent->own, i), level) == number)
      g_array_append_val (out, *get (parent->own, i));
}

/* Bars that start before tile @number and reach into it; with @only_level only
 * those that this level placed. */
static void
add_reaching (const DtlLabelTiles *tiles,
              const GArray *placements,
              int only_level,
              int level,
              guint64 number,
              GArray *out)
{
  guint64 edge = number << (level + BUCKETS_LOG);

  for (guint i = 0; i < placements->len; i++)
    {
      const DtlPlacement *placement = get (placements, i);

      if (placement->bar && get_tile_of (tiles, placement, level) < number &&
          get_offset (tiles, placement->end) > edge &&
          (only_level < 0 || placement->level == only_level))
        g_array_append_val (out, *placement);
    }
}

/* What coarser levels placed in the tile and into it. */
static void
inherit (DtlLabelTiles *tiles, Tile *tile, int level, guint64 number)
{
  guint64 above = number / 2;
  const Tile *parent;

  if (level == tiles->root)
    return;

  parent = ensure_tile (tiles, level + 1, above);
  add_inherited (tiles, parent, level, number, tile->own);
  if (!tiles->options.bars)
    return;

  add_reaching (tiles, parent->reaching, -1, level, number, tile->reaching);
  add_reaching (tiles, parent->own, -1, level, number, tile->reaching);
  /* What the parent's level placed in the tile to its left was not yet there
   * when the parent was begun. */
  if (above > 0)
    add_reaching (tiles, ensure_tile (tiles, level + 1, above - 1)->own, level + 1, level,
                  number, tile->reaching);
}

/* What a tile sees of the one beside it: an odd one all of it, an even one
 * only what coarser levels placed. */
static void
add_neighbour (DtlLabelTiles *tiles,
               int level,
               guint64 number,
               guint64 neighbour,
               GArray *around)
{
  if (number % 2 == 1)
    {
      const Tile *tile = ensure_tile (tiles, level, neighbour);

      g_array_append_vals (around, tile->own->data, tile->own->len);
    }
  else
    add_inherited (tiles, ensure_tile (tiles, level + 1, neighbour / 2), level, neighbour,
                   around);
}

static GArray *
list_around (DtlLabelTiles *tiles, const Tile *tile, int level, guint64 number)
{
  GArray *around = g_array_new (FALSE, FALSE, sizeof (DtlPlacement));

  if (number > 0)
    add_neighbour (tiles, level, number, number - 1, around);
  g_array_append_vals (around, tile->own->data, tile->own->len);
  if (number < get_last_tile (tiles, level))
    add_neighbour (tiles, level, number, number + 1, around);

  return around;
}

static int
compare_by_rank (const void *a, const void *b, void *data)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  if (left == right)
    return 0;
  return dtl_time_index_is_better (data, left, right) ? -1 : 1;
}

/* Events of the tile that may get a label at this level, best first.
 * @ret_crowded: only the best of each bucket. */
static GArray *
list_candidates (const DtlLabelTiles *tiles,
                 int level,
                 guint64 number,
                 gboolean *ret_crowded)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint64 bucket = number << BUCKETS_LOG;

  dtl_time_index_add_all (tiles->index, level + BUCKETS_LOG, number, FEW_EVENTS, events);
  *ret_crowded = events->len == 0;
  if (*ret_crowded)
    for (guint i = 0; i < 1u << BUCKETS_LOG; i++)
      dtl_time_index_add_best (tiles->index, level, bucket + i, events);
  g_qsort_with_data (events->data, (int) events->len, sizeof (guint32), compare_by_rank,
                     (gpointer) tiles->index);

  return events;
}

static DtlPlacement
begin_placement (const DtlLabelTiles *tiles, int level, guint32 event)
{
  const DtlTimeColumns *columns = dtl_time_index_get_columns (tiles->index);
  DtlPlacement placement = { .event = event, .level = (gint8) level };

  placement.start = columns->times[event];
  placement.end = columns->ends[event];
  placement.bar = tiles->options.bars && !is_longer_than_tile (&placement, level);

  return placement;
}

static WidthSlot *
get_slot (const DtlLabelTiles *tiles, guint32 event)
{
  return &tiles->widths[event % tiles->n_widths];
}

static gboolean
is_measured (const DtlLabelTiles *tiles, guint32 event)
{
  const WidthSlot *slot = get_slot (tiles, event);

  return slot->event == event && slot->width > 0;
}

static void
measure (const DtlLabelTiles *tiles, DtlPlacement *placement, float least)
{
  guint32 event = placement->event;
  WidthSlot *slot = get_slot (tiles, event);

  if (!is_measured (tiles, event))
    *slot = (WidthSlot){ event, tiles->options.get_width (tiles->options.data, event) };
  placement->width = MAX (slot->width, least);
}

/* Finds a row before the next level, for the bar or, failing that, only for
 * its label. */
static gboolean
find_row (const DtlLabelScope *scope, DtlPlacement *placement, double next)
{
  if (dtl_label_scope_choose (scope, placement))
    return placement->zoom < next;
  if (!placement->bar)
    return FALSE;

  placement->bar = FALSE;
  return dtl_label_scope_choose (scope, placement) && placement->zoom < next;
}

/* Measuring a text costs far more than looking for a row, and most candidates
 * would not find one even if their label were as narrow as @least. */
static gboolean
is_hopeless (const DtlLabelTiles *tiles,
             const DtlLabelScope *scope,
             const DtlPlacement *placement,
             float least,
             double next)
{
  DtlPlacement narrowest = *placement;

  narrowest.width = least;
  return !is_measured (tiles, placement->event) && !find_row (scope, &narrowest, next);
}

static void
place (const DtlLabelTiles *tiles,
       const DtlLabelScope *scope,
       Tile *tile,
       int level,
       guint32 event,
       float least)
{
  double next = level > 0 ? get_level_zoom (level - 1) : nextafter (MOST_ZOOM, INFINITY);
  guint at = dtl_label_find (tile->own, event);
  DtlPlacement placement;

  if (at < tile->own->len && get (tile->own, at)->event == event)
    return;

  placement = begin_placement (tiles, level, event);
  if (is_hopeless (tiles, scope, &placement, least, next))
    return;
  measure (tiles, &placement, least);
  if (!find_row (scope, &placement, next))
    return;

  if (level < tiles->root)
    placement.zoom = MAX (placement.zoom, get_level_zoom (level));
  dtl_label_insert (tile->own, &placement);
  dtl_label_insert (scope->around, &placement);
}

/* The labels of the first sight. */
static void
arrange (const DtlLabelTiles *tiles,
         const DtlLabelScope *scope,
         Tile *tile,
         const GArray *events)
{
  guint n = MIN (events->len, FEW_LABELS);
  g_autofree DtlPlacement *candidates = g_new (DtlPlacement, n);

  for (guint i = 0; i < n; i++)
    {
      candidates[i] =
          begin_placement (tiles, tiles->root, g_array_index (events, guint32, i));
      measure (tiles, &candidates[i], LEAST_WIDTH);
    }

  n = dtl_label_scope_arrange (scope, candidates, n);
  for (guint i = 0; i < n; i++)
    dtl_label_insert (tile->own, &candidates[i]);
}

static void
note_rows (DtlLabelTiles *tiles, const Tile *root)
{
  tiles->n_rows = 0;
  for (guint i = 0; i < root->own->len; i++)
    tiles->n_rows = MAX (tiles->n_rows, get (root->own, i)->row + 1u);
}

static void
fill (DtlLabelTiles *tiles, Tile *tile, int level, guint64 number)
{
  g_autoptr (GArray) around = list_around (tiles, tile, level, number);
  gboolean crowded;
  g_autoptr (GArray) events = list_candidates (tiles, level, number, &crowded);
  float least = crowded ? LEAST_WIDTH_IN_CROWD : LEAST_WIDTH;
  DtlLabelScope scope = { &tiles->options,
                          tiles->n_rows,
                          get_level_zoom (level),
                          tiles->options.most_width / get_level_zoom (level),
                          around,
                          tile->reaching };

  if (level == tiles->root)
    {
      /* Seen from any distance. */
      scope.reach = INFINITY;
      scope.zoom =
          MIN (tiles->options.first_zoom, get_level_zoom (level) * MOST_OF_A_LEVEL);
      if (events->len <= FEW_LABELS)
        arrange (tiles, &scope, tile, events);
    }
  for (guint i = 0; i < events->len; i++)
    place (tiles, &scope, tile, level, g_array_index (events, guint32, i), least);
  if (level == tiles->root)
    note_rows (tiles, tile);
}

static guint64
make_key (int level, guint64 number)
{
  return number << 6 | (guint64) level;
}

static const Tile *
ensure_tile (DtlLabelTiles *tiles, int level, guint64 number)
{
  guint64 key = make_key (level, number);
  Tile *tile = g_hash_table_lookup (tiles->tiles, &key);

  if (tile != NULL)
    return tile;

  tile = g_new (Tile, 1);
  tile->key = key;
  tile->own = g_array_new (FALSE, FALSE, sizeof (DtlPlacement));
  tile->reaching = g_array_new (FALSE, FALSE, sizeof (DtlPlacement));
  inherit (tiles, tile, level, number);
  fill (tiles, tile, level, number);
  g_hash_table_insert (tiles->tiles, &tile->key, tile);

  return tile;
}

guint
dtl_label_tiles_get_n_rows (DtlLabelTiles *tiles)
{
  if (dtl_time_index_get_columns (tiles->index)->n == 0)
    return 0;
  ensure_tile (tiles, tiles->root, 0);
  return tiles->n_rows;
}

/* Pixels become seconds, away from zero. */
static gint64
get_seconds (double pixels, double zoom)
{
  double seconds = ceil (pixels / zoom);

  return seconds >= 0x1p62 ? (gint64) 1 << 62 : (gint64) seconds;
}

typedef struct {
  double zoom;
  DtlTime from, to;
} View;

static void
add_visible (const GArray *placements, const View *view, GArray *out)
{
  for (guint i = 0; i < placements->len; i++)
    {
      const DtlPlacement *placement = get (placements, i);
      DtlTime end =
          dtl_time_add (placement->start, get_seconds (placement->width, view->zoom));

      if (placement->bar)
        end = MAX (end, placement->end);
      if (placement->zoom <= view->zoom && placement->start < view->to &&
          end > view->from)
        g_array_append_val (out, *placement);
    }
}

void
dtl_label_tiles_collect (DtlLabelTiles *tiles,
                         double zoom,
                         DtlTime from,
                         DtlTime to,
                         GArray *placements)
{
  View view = { zoom, from, to };
  DtlTime first = dtl_time_add (from, -get_seconds (tiles->options.most_width, zoom));
  int level = get_level (tiles, zoom);
  guint64 number, last;

  if (dtl_time_index_get_columns (tiles->index)->n == 0 || to <= tiles->base)
    return;
  if (g_hash_table_size (tiles->tiles) > MOST_TILES)
    g_hash_table_remove_all (tiles->tiles);
  dtl_label_tiles_get_n_rows (tiles);

  number = get_offset (tiles, first) >> (level + BUCKETS_LOG);
  /* One more to the left: its bars may reach in. */
  if (tiles->options.bars && number > 0)
    number--;
  last =
      MIN (get_offset (tiles, to) >> (level + BUCKETS_LOG), get_last_tile (tiles, level));
  if (number > last)
    return;

  add_visible (ensure_tile (tiles, level, number)->reaching, &view, placements);
  for (; number <= last; number++)
    add_visible (ensure_tile (tiles, level, number)->own, &view, placements);
}

/* --- ahead of the view --- */

static gboolean
is_known (const DtlLabelTiles *tiles, int level, guint64 number)
{
  guint64 key = make_key (level, number);

  return g_hash_table_contains (tiles->tiles, &key);
}

static gboolean fill_one (DtlLabelTiles *tiles, int level, guint64 number);

/* One of those that tile @number is computed from, if any is still missing. */
static gboolean
fill_one_before (DtlLabelTiles *tiles, int level, guint64 number)
{
  gboolean odd = number % 2 == 1;

  if (level == tiles->root)
    return FALSE;
  if (fill_one (tiles, level + 1, number / 2))
    return TRUE;
  if (tiles->options.bars && number > 1 && fill_one (tiles, level + 1, number / 2 - 1))
    return TRUE;
  if (number > 0 &&
      fill_one (tiles, odd ? level : level + 1, odd ? number - 1 : (number - 1) / 2))
    return TRUE;
  return number < get_last_tile (tiles, level) &&
         fill_one (tiles, odd ? level : level + 1, odd ? number + 1 : (number + 1) / 2);
}

/* The tile or, of those it needs, one; TRUE where anything was missing. */
static gboolean
fill_one (DtlLabelTiles *tiles, int level, guint64 number)
{
  if (is_known (tiles, level, number))
    return FALSE;
  if (!fill_one_before (tiles, level, number))
    ensure_tile (tiles, level, number);
  return TRUE;
}

/* Of those that hold [from, to), even ones first. */
static gboolean
fill_one_of (DtlLabelTiles *tiles, int level, DtlTime from, DtlTime to)
{
  guint64 first = get_offset (tiles, from) >> (level + BUCKETS_LOG);
  guint64 last = get_offset (tiles, to) >> (level + BUCKETS_LOG);

  last = MIN (last, get_last_tile (tiles, level));
  for (guint odd = 0; odd < 2; odd++)
    for (guint64 number = first; number <= last; number++)
      if (number % 2 == odd && fill_one (tiles, level, number))
        return TRUE;

  return FALSE;
}

gboolean
dtl_label_tiles_look_ahead (DtlLabelTiles *tiles, double zoom, DtlTime from, DtlTime to)
{
  gint64 beside = (gint64) (((guint64) to - (guint64) from) / 2);
  int level = get_level (tiles, zoom);

  if (dtl_time_index_get_columns (tiles->index)->n == 0 || to <= tiles->base ||
      g_hash_table_size (tiles->tiles) > MOST_TILES)
    return FALSE;

  return (level > 0 && fill_one_of (tiles, level - 1, from, to)) ||
         fill_one_of (tiles, level, dtl_time_add (from, -beside),
                      dtl_time_add (to, beside));
}
