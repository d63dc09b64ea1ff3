#include "layout/dtl-interval-index.h"

#define N_CLASSES 64
#define BLOCK 64

/* Intervals of 2^c to 2^(c+1) - 1 seconds. */
typedef struct {
  GArray *events; /* of guint32, by time */
  GArray *best;   /* of guint32: the best event of each BLOCK of them */
} Class;

struct _DtlIntervalIndex {
  const DtlTimeIndex *index;
  Class classes[N_CLASSES];
};

static void
add_to_class (DtlIntervalIndex *intervals, Class *class, guint32 event)
{
  if (class->events == NULL)
    {
      class->events = g_array_new (FALSE, FALSE, sizeof (guint32));
      class->best = g_array_new (FALSE, FALSE, sizeof (guint32));
    }

  if (class->events->len % BLOCK == 0)
    g_array_append_val (class->best, event);
  else
    {
      guint32 *best = &g_array_index (class->best, guint32, class->best->len - 1);

      if (dtl_time_index_is_better (intervals->index, event, *best))
        *best = event;
    }
  g_array_append_val (class->events, event);
}

DtlIntervalIndex *
dtl_interval_index_new (const DtlTimeIndex *index)
{
  const DtlTimeColumns *columns = dtl_time_index_get_columns (index);
  DtlIntervalIndex *intervals = g_new0 (DtlIntervalIndex, 1);

  intervals->index = index;
  for (guint event = 0; event < columns->n; event++)
    {
      guint64 duration = (guint64) columns->ends[event] - (guint64) columns->times[event];

      /* One of a second or none reaches into nothing. */
      if (duration > 1)
        add_to_class (intervals, &intervals->classes[63 - __builtin_clzll (duration)],
                      event);
    }

  return intervals;
}

void
dtl_interval_index_free (DtlIntervalIndex *intervals)
{
  for (int i = 0; i < N_CLASSES; i++)
    {
      g_clear_pointer (&intervals->classes[i].events, g_array_unref);
      g_clear_pointer (&intervals->classes[i].best, g_array_unref);
    }
  g_free (intervals);
}

/* First of the class at @time or later. */
static guint
find_in_class (const DtlIntervalIndex *intervals, const Class *class, DtlTime time)
{
  const DtlTime *times = dtl_time_index_get_columns (intervals->index)->times;
  guint low = 0, high = class->events->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (times[g_array_index (class->events, guint32, middle)] < time)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The best so far: a heap whose root is the least of them. */
typedef struct {
  const DtlTimeIndex *index;
  guint32 *events;
  guint n, most;
} Best;

static void
sift_down (Best *best, guint at)
{
  for (;;)
    {
      guint least = at;

      for (guint child = 2 * at + 1; child <= 2 * at + 2 && child < best->n; child++)
        if (dtl_time_index_is_better (best->index, best->events[least],
                                      best->events[child]))
          least = child;
      if (least == at)
        return;

      guint32 event = best->events[at];
      best->events[at] = best->events[least];
      best->events[least] = event;
      at = least;
    }
}

static gboolean
is_wanted (const Best *best, guint32 event)
{
  return best->n < best->most ||
         dtl_time_index_is_better (best->index, event, best->events[0]);
}

static void
keep (Best *best, guint32 event)
{
  if (best->n == best->most)
    {
      best->events[0] = event;
      sift_down (best, 0);
      return;
    }

  best->events[best->n++] = event;
  if (best->n == best->most)
    for (guint at = best->most / 2; at-- > 0;)
      sift_down (best, at);
}

static void
search_class (const DtlIntervalIndex *intervals,
              const Class *class,
              guint64 longest,
              DtlTime time,
              Best *best)
{
  const DtlTime *ends = dtl_time_index_get_columns (intervals->index)->ends;
  DtlTime earliest = dtl_time_add (time, -(gint64) MIN (longest, G_MAXINT64));
  guint last = find_in_class (intervals, class, time);
  guint i = find_in_class (intervals, class, earliest);

  while (i < last)
    {
      guint end = MIN ((i / BLOCK + 1) * BLOCK, last);

      if (is_wanted (best, g_array_index (class->best, guint32, i / BLOCK)))
        for (guint j = i; j < end; j++)
          {
            guint32 event = g_array_index (class->events, guint32, j);

            if (ends[event] > time && is_wanted (best, event))
              keep (best, event);
          }
      i = end;
    }
}

void
dtl_interval_index_add_reaching (const DtlIntervalIndex *intervals,
                                 DtlTime time,
                                 guint most,
                                 GArray *events)
{
  g_autofree guint32 *kept = g_new (guint32, most);
  Best best = { intervals->index, kept, 0, most };

  if (most == 0)
    return;

  /* Long ones first: they make the others easy to pass over. */
  for (int i = N_CLASSES - 1; i >= 0; i--)
    if (intervals->classes[i].events != NULL)
      search_class (intervals, &intervals->classes[i],
                    i == 63 ? G_MAXUINT64 : ((guint64) 2 << i) - 1, time, &best);

  g_array_append_vals (events, kept, best.n);
}
