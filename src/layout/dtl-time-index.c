#include "layout/dtl-time-index.h"

#include "layout/dtl-interval-index.h"
#include "layout/dtl-time-pyramid.h"

/* Every so many events one time is repeated in a small array, so that a search
 * touches few cache lines. */
#define STRIDE 512

struct _DtlTimeIndex {
  DtlTimeColumns columns;
  DtlTime base;
  guint64 range;
  DtlTime *sparse; /* the time of every STRIDE'th event */
  guint n_sparse;
  DtlTimePyramid *pyramid;
  DtlIntervalIndex *intervals;
};

static guint64
measure_range (const DtlTimeIndex *index)
{
  const DtlTimeColumns *columns = &index->columns;
  DtlTime last = index->base + 1;

  for (guint event = 0; event < columns->n; event++)
    last = MAX (last, MAX (columns->ends[event], columns->times[event]));

  /* A bit less than the whole of time: so that it can be shifted about. */
  return MIN ((guint64) last - (guint64) index->base, G_MAXINT64);
}

DtlTimeIndex *
dtl_time_index_new (const DtlTimeColumns *columns)
{
  DtlTimeIndex *index = g_new0 (DtlTimeIndex, 1);

  index->columns = *columns;
  index->base = columns->n > 0 ? columns->times[0] : 0;
  index->range = measure_range (index);
  index->n_sparse = (columns->n + STRIDE - 1) / STRIDE;
  index->sparse = g_new (DtlTime, index->n_sparse);
  for (gsize i = 0; i < index->n_sparse; i++)
    index->sparse[i] = columns->times[i * STRIDE];
  index->pyramid = dtl_time_pyramid_new (index);
  index->intervals = dtl_interval_index_new (index);

  return index;
}

void
dtl_time_index_free (DtlTimeIndex *index)
{
  if (index == NULL)
    return;
  dtl_time_pyramid_free (index->pyramid);
  dtl_interval_index_free (index->intervals);
  g_free (index->sparse);
  g_free (index);
}

const DtlTimeColumns *
dtl_time_index_get_columns (const DtlTimeIndex *index)
{
  return &index->columns;
}

DtlTime
dtl_time_index_get_base (const DtlTimeIndex *index)
{
  return index->base;
}

guint64
dtl_time_index_get_range (const DtlTimeIndex *index)
{
  return index->range;
}

gboolean
dtl_time_index_is_better (const DtlTimeIndex *index, guint32 a, guint32 b)
{
  const float *ranks = index->columns.ranks;

  return ranks[a] > ranks[b] || (ranks[a] == ranks[b] && a < b);
}

/* First of times[low] … times[high - 1] at @time or later, else @high. */
static guint
search (const DtlTime *times, guint low, guint high, DtlTime time)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (times[middle] < time)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
dtl_time_index_find (const DtlTimeIndex *index, DtlTime time)
{
  guint block = search (index->sparse, 0, index->n_sparse, time);
  guint low = block > 0 ? (block - 1) * STRIDE : 0;

  return search (index->columns.times, low, MIN (block * STRIDE, index->columns.n), time);
}

guint
dtl_time_index_find_from (const DtlTimeIndex *index, guint from, DtlTime time)
{
  const DtlTime *times = index->columns.times;
  guint step = 1, low = from;

  while (low < index->columns.n && times[low] < time)
    {
      guint next = index->columns.n - low > step ? low + step : index->columns.n;

      if (next == index->columns.n || times[next] >= time)
        return search (times, low, next, time);
      low = next;
      step *= 2;
    }

  return low;
}

/* First event of a bucket; one that lies beyond all instants has none. */
static guint
find_bucket (const DtlTimeIndex *index, int level, guint64 bucket)
{
  guint64 offset = bucket << level;

  if (offset >> level != bucket || offset > index->range)
    return index->columns.n;
  return dtl_time_index_find (index, (DtlTime) ((guint64) index->base + offset));
}

void
dtl_time_index_add_all (const DtlTimeIndex *index,
                        int level,
                        guint64 bucket,
                        guint most,
                        GArray *events)
{
  guint first = find_bucket (index, level, bucket);
  guint last = find_bucket (index, level, bucket + 1);

  if (last - first <= most)
    for (guint event = first; event < last; event++)
      g_array_append_val (events, event);
}

void
dtl_time_index_add_best (const DtlTimeIndex *index,
                         int level,
                         guint64 bucket,
                         GArray *events)
{
  guint first = find_bucket (index, level, bucket);
  guint last = find_bucket (index, level, bucket + 1);

  dtl_time_pyramid_add_best (index->pyramid, level, bucket, first, last, events);
}

void
dtl_time_index_add_reaching (const DtlTimeIndex *index,
                             DtlTime time,
                             guint most,
                             GArray *events)
{
  dtl_interval_index_add_reaching (index->intervals, time, most, events);
}
