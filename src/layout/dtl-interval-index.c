#include "layout/dtl-interval-index.h"

#define N_CLASSES 64
#define BLOCK 64

/* A class with more than one event in so many of all is not listed. */
#define DENSE 4

/* Intervals of 2^c to 2^(c+1) - 1 seconds, by time. Where they are a good part
 * of all events, @events is NULL and all events are looked through. */
typedef struct {
  guint n; /* of the class; with @events NULL, all events */
  guint32 *events;
  guint32 *best; /* the best event of each BLOCK */
  gboolean used;
} Class;

struct _DtlIntervalIndex {
  const DtlTimeIndex *index;
  Class classes[N_CLASSES];
};

/* -1 for what reaches into nothing: one second or none. */
static int
get_class (const DtlTimeColumns *columns, guint32 event)
{
  guint64 duration = (guint64) columns->ends[event] - (guint64) columns->times[event];

  return duration > 1 ? 63 - __builtin_clzll (duration) : -1;
}

static void
begin_class (Class *class, guint n_of_class, guint n_events)
{
  gboolean dense = n_of_class > n_events / DENSE;
  guint n = dense ? n_events : n_of_class;

  class->used = n_of_class > 0;
  if (!class->used)
    return;
  class->events = dense ? NULL : g_new (guint32, n);
  class->best = g_new (guint32, (n + BLOCK - 1) / BLOCK);
}

static void
note_best (const DtlTimeIndex *index, Class *class, guint at, guint32 event)
{
  guint32 *best = &class->best[at / BLOCK];

  if (at % BLOCK == 0 || dtl_time_index_is_better (index, event, *best))
    *best = event;
}

static void
add_to_class (const DtlTimeIndex *index, Class *class, guint32 event)
{
  if (class->events != NULL)
    class->events[class->n] = event;
  note_best (index, class, class->n++, event);
}

static void
fill_classes (DtlIntervalIndex *intervals)
{
  const DtlTimeColumns *columns = dtl_time_index_get_columns (intervals->index);
  Class *dense[DENSE];
  guint n_dense = 0;

  for (int i = 0; i < N_CLASSES; i++)
    if (intervals->classes[i].used && intervals->classes[i].events == NULL)
      dense[n_dense++] = &intervals->classes[i];

  for (guint event = 0; event < columns->n; event++)
    {
      int own = get_class (columns, event);

      if (own >= 0 && intervals->classes[own].events != NULL)
        add_to_class (intervals->index, &intervals->classes[own], event);
      for (guint i = 0; i < n_dense; i++)
        add_to_class (intervals->index, dense[i], event);
    }
}

DtlIntervalIndex *
dtl_interval_index_new (const DtlTimeIndex *index)
{
  const DtlTimeColumns *columns = dtl_time_index_get_columns (index);
  DtlIntervalIndex *intervals = g_new0 (DtlIntervalIndex, 1);
  guint counts[N_CLASSES] = { 0 };

  intervals->index = index;
  for (guint event = 0; event < columns->n; event++)
    if (get_class (columns, event) >= 0)
      counts[get_class (columns, event)]++;
  for (int i = 0; i < N_CLASSES; i++)
    begin_class (&intervals->classes[i], counts[i], columns->n);
  fill_classes (intervals);

  return intervals;
}

void
dtl_interval_index_free (DtlIntervalIndex *intervals)
{
  for (int i = 0; i < N_CLASSES; i++)
    {
      g_free (intervals->classes[i].events);
      g_free (intervals->classes[i].best);
    }
  g_free (intervals);
}

static guint32
get_event (const Class *class, guint at)
{
  return class->events == NULL ? at : class->events[at];
}

/* First of the class at @time or later. */
static guint
find_in_class (const DtlIntervalIndex *intervals, const Class *class, DtlTime time)
{
  const DtlTime *times = dtl_time_index_get_columns (intervals->index)->times;
  guint low = 0, high = class->n;

  if (class->events == NULL)
    return dtl_time_index_find (intervals->index, time);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (times[class->events[middle]] < time)
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
search_class (const DtlIntervalIndex *intervals, int number, DtlTime time, Best *best)
{
  const DtlTimeColumns *columns = dtl_time_index_get_columns (intervals->index);
  const Class *class = &intervals->classes[number];
  guint64 longest = number == 63 ? G_MAXUINT64 : ((guint64) 2 << number) - 1;
  DtlTime earliest = dtl_time_add (time, -(gint64) MIN (longest, G_MAXINT64));
  guint last = find_in_class (intervals, class, time);
  guint i = find_in_class (intervals, class, earliest);

  while (i < last)
    {
      guint end = MIN ((i / BLOCK + 1) * BLOCK, last);

      if (is_wanted (best, class->best[i / BLOCK]))
        for (guint j = i; j < end; j++)
          {
            guint32 event = get_event (class, j);

            if (columns->ends[event] > time && is_wanted (best, event) &&
                (class->events != NULL || get_class (columns, event) == number))
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
    if (intervals->classes[i].used)
      search_class (intervals, i, time, &best);

  g_array_append_vals (events, kept, best.n);
}
