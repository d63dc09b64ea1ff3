#include "layout/dtl-time-pyramid.h"

/* A bucket with no more events than this is read event by event. */
#define SPARSE 32

#define N_LEVELS 64

/* Best first. Of buckets that lie in one another and hold the same events only
 * the widest has a node. */
typedef struct {
  guint64 bucket;
  guint32 best[DTL_BUCKET_BEST];
} Node;

/* By bucket; grows by quarters, since there may be a million of them. */
typedef struct {
  Node *nodes;
  guint n, room;
} Level;

struct _DtlTimePyramid {
  const DtlTimeIndex *index;
  Level levels[N_LEVELS];
};

/* Puts @event into @best, best first, if it is among them. */
static void
offer (const DtlTimeIndex *index, guint32 *best, guint *n, guint32 event)
{
  guint at = *n;

  if (at == DTL_BUCKET_BEST && dtl_time_index_is_better (index, best[at - 1], event))
    return;

  at = MIN (at, DTL_BUCKET_BEST - 1);
  for (; at > 0 && dtl_time_index_is_better (index, event, best[at - 1]); at--)
    best[at] = best[at - 1];
  best[at] = event;
  *n = MIN (*n + 1, DTL_BUCKET_BEST);
}

static guint
read_sparse (const DtlTimeIndex *index, guint first, guint last, guint32 *best)
{
  guint n = 0;

  for (guint event = first; event < last; event++)
    offer (index, best, &n, event);

  return n;
}

static Node *
append_node (DtlTimePyramid *pyramid, int level, guint64 bucket)
{
  Level *at = &pyramid->levels[level];
  Node *node;

  if (at->n == at->room)
    {
      at->room += at->room / 4 + 16;
      at->nodes = g_renew (Node, at->nodes, at->room);
    }
  node = &at->nodes[at->n++];
  node->bucket = bucket;
  return node;
}

/* First event of the right half of a bucket. */
static guint
find_middle (const DtlTimePyramid *pyramid, int level, guint64 bucket, guint first)
{
  guint64 middle = (2 * bucket + 1) << (level - 1);
  DtlTime time = (DtlTime) ((guint64) dtl_time_index_get_base (pyramid->index) + middle);

  return dtl_time_index_find_from (pyramid->index, first, time);
}

static guint build (DtlTimePyramid *pyramid,
                    int level,
                    guint64 bucket,
                    guint first,
                    guint last,
                    guint32 *best);

/* The best of both halves. */
static guint
build_halves (DtlTimePyramid *pyramid,
              int level,
              guint64 bucket,
              guint first,
              guint split,
              guint last,
              guint32 *best)
{
  guint n = build (pyramid, level - 1, 2 * bucket, first, split, best);
  guint32 right[DTL_BUCKET_BEST];
  guint n_right = build (pyramid, level - 1, 2 * bucket + 1, split, last, right);

  for (guint i = 0; i < n_right; i++)
    offer (pyramid->index, best, &n, right[i]);

  return n;
}

/* All events of a bucket may lie in one half of it, in one half of that, and so
 * on: goes down to the narrowest bucket that holds them, and returns where its
 * right half begins. */
static guint
narrow (const DtlTimePyramid *pyramid,
        int *level,
        guint64 *bucket,
        guint first,
        guint last)
{
  const DtlTime *times = dtl_time_index_get_columns (pyramid->index)->times;

  while (*level > 0 && times[first] < times[last - 1])
    {
      guint split = MIN (find_middle (pyramid, *level, *bucket, first), last);

      if (split > first && split < last)
        return split;
      *bucket = 2 * *bucket + (split == first ? 1 : 0);
      (*level)--;
    }

  return last;
}

/* Fills @best with the best of a bucket and keeps what is crowded beneath. */
static guint
build (DtlTimePyramid *pyramid,
       int level,
       guint64 bucket,
       guint first,
       guint last,
       guint32 *best)
{
  int widest = level;
  guint64 outer = bucket;
  guint split, n;

  if (last - first <= SPARSE)
    return read_sparse (pyramid->index, first, last, best);

  split = narrow (pyramid, &level, &bucket, first, last);
  if (split == last)
    n = read_sparse (pyramid->index, first, last, best);
  else
    n = build_halves (pyramid, level, bucket, first, split, last, best);

  memcpy (append_node (pyramid, widest, outer)->best, best, n * sizeof *best);
  return n;
}

DtlTimePyramid *
dtl_time_pyramid_new (const DtlTimeIndex *index)
{
  DtlTimePyramid *pyramid = g_new0 (DtlTimePyramid, 1);
  guint32 best[DTL_BUCKET_BEST];
  int top = 0;

  pyramid->index = index;
  while (top < N_LEVELS - 1 && dtl_time_index_get_range (index) >> top > 0)
    top++;
  build (pyramid, top, 0, 0, dtl_time_index_get_columns (index)->n, best);

  return pyramid;
}

void
dtl_time_pyramid_free (DtlTimePyramid *pyramid)
{
  for (int level = 0; level < N_LEVELS; level++)
    g_free (pyramid->levels[level].nodes);
  g_free (pyramid);
}

static int
compare_buckets (const void *a, const void *b)
{
  guint64 left = ((const Node *) a)->bucket, right = ((const Node *) b)->bucket;

  return left < right ? -1 : left > right;
}

/* Of a crowded bucket: its own node, or that of the widest one about it which
 * holds nothing else. */
static const Node *
find_node (const DtlTimePyramid *pyramid, int level, guint64 bucket)
{
  for (; level < N_LEVELS; level++, bucket /= 2)
    {
      const Level *at = &pyramid->levels[level];
      Node key = { .bucket = bucket };
      const Node *node =
          at->n == 0 ? NULL
                     : bsearch (&key, at->nodes, at->n, sizeof (Node), compare_buckets);

      if (node != NULL)
        return node;
    }

  return NULL;
}

void
dtl_time_pyramid_add_best (const DtlTimePyramid *pyramid,
                           int level,
                           guint64 bucket,
                           guint first,
                           guint last,
                           GArray *events)
{
  guint32 best[DTL_BUCKET_BEST];
  const Node *node;

  if (last - first > SPARSE && (node = find_node (pyramid, level, bucket)) != NULL)
    g_array_append_vals (events, node->best, DTL_BUCKET_BEST);
  else
    g_array_append_vals (events, best, read_sparse (pyramid->index, first, last, best));
}
