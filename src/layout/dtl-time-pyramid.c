#include "layout/dtl-time-pyramid.h"

/* A bucket with no more events than this is read event by event. */
#define SPARSE 32

#define N_LEVELS 64

/* Best first. */
typedef struct {
  guint64 bucket;
  guint32 best[DTL_BUCKET_BEST];
} Node;

struct _DtlTimePyramid {
  const DtlTimeIndex *index;
  GArray *levels[N_LEVELS]; /* of Node, by bucket; NULL where none is crowded */
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

static void
append_node (DtlTimePyramid *pyramid, int level, const Node *node)
{
  if (pyramid->levels[level] == NULL)
    pyramid->levels[level] = g_array_new (FALSE, FALSE, sizeof (Node));
  g_array_append_val (pyramid->levels[level], *node);
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
  const DtlTimeIndex *index = pyramid->index;
  Node node = { .bucket = bucket };
  guint n = 0;

  if (last - first <= SPARSE)
    return read_sparse (index, first, last, best);

  if (level == 0)
    n = read_sparse (index, first, last, node.best);
  else
    {
      guint64 middle = (2 * bucket + 1) << (level - 1);
      DtlTime time = (DtlTime) ((guint64) dtl_time_index_get_base (index) + middle);
      guint split = dtl_time_index_find_from (index, first, time);
      guint32 right[DTL_BUCKET_BEST];
      guint n_right;

      split = MIN (split, last);
      n = build (pyramid, level - 1, 2 * bucket, first, split, node.best);
      n_right = build (pyramid, level - 1, 2 * bucket + 1, split, last, right);
      for (guint i = 0; i < n_right; i++)
        offer (index, node.best, &n, right[i]);
    }

  append_node (pyramid, level, &node);
  memcpy (best, node.best, n * sizeof *best);
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
    g_clear_pointer (&pyramid->levels[level], g_array_unref);
  g_free (pyramid);
}

static int
compare_buckets (const void *a, const void *b)
{
  guint64 left = ((const Node *) a)->bucket, right = ((const Node *) b)->bucket;

  return left < right ? -1 : left > right;
}

static const Node *
find_node (const DtlTimePyramid *pyramid, int level, guint64 bucket)
{
  const GArray *nodes = pyramid->levels[level];
  Node key = { .bucket = bucket };

  if (nodes == NULL)
    return NULL;
  return bsearch (&key, nodes->data, nodes->len, sizeof (Node), compare_buckets);
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
