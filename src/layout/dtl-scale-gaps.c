/* A scale that shortens what lies empty: where nothing begins or ends for a good
 * part of the whole, time runs so much faster that the gap is narrow. */

#include "layout/dtl-scale-private.h"

/* A gap is at least this part of the whole range, */
#define LEAST_PART 16
/* and each is left this part of what is not gap. */
#define PART_LEFT 40

/* A gap with its positions. */
typedef struct {
  gint64 start, end;
} Span;

typedef struct {
  DtlScale head;
  GArray *gaps;      /* of DtlScaleGap, in order */
  GArray *positions; /* of Span, likewise */
} GapsScale;

/* --- finding gaps --- */

static guint64
get_length (const DtlScaleGap *gap)
{
  return (guint64) gap->end - (guint64) gap->start;
}

/* Between starts that follow each other. */
static GArray *
list_gaps_between_starts (const DtlTime *starts, guint n, guint64 least)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (DtlScaleGap));

  for (guint i = 1; i < n; i++)
    {
      DtlScaleGap gap = { starts[i - 1], starts[i] };

      if (dtl_time_is_bounded (gap.start) && dtl_time_is_bounded (gap.end) &&
          get_length (&gap) >= least)
        g_array_append_val (gaps, gap);
    }
  return gaps;
}

/* There are few gaps: each is a good part of the whole. What ends in one makes it
 * begin later. */
static void
cut_off_ends (GArray *gaps, const DtlTime *ends, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < gaps->len; j++)
      {
        DtlScaleGap *gap = &g_array_index (gaps, DtlScaleGap, j);

        if (ends[i] > gap->start && ends[i] < gap->end)
          gap->start = ends[i];
      }
}

static void
drop_short_ones (GArray *gaps, guint64 least)
{
  for (guint i = gaps->len; i-- > 0;)
    if (get_length (&g_array_index (gaps, DtlScaleGap, i)) < least)
      g_array_remove_index (gaps, i);
}

static GArray *
find_gaps (DtlTimeline *timeline, guint64 range)
{
  guint n = dtl_timeline_get_n_events (timeline);
  guint64 least = MAX (range / LEAST_PART, 2);
  const DtlTime *starts, *ends;
  const float *importances;
  const DtlId *lanes;
  GArray *gaps;

  dtl_timeline_get_columns (timeline, &starts, &ends, &importances, &lanes);
  gaps = list_gaps_between_starts (starts, n, least);
  cut_off_ends (gaps, ends, n);
  drop_short_ones (gaps, least);
  return gaps;
}

/* Seconds of the range that are no gap, and so stay. */
static guint64
sum_rest (const GArray *gaps, guint64 range)
{
  guint64 rest = range;

  for (guint i = 0; i < gaps->len; i++)
    rest -= MIN (rest, get_length (&g_array_index (gaps, DtlScaleGap, i)));
  return rest;
}

/* Before the first gap positions are times; each gap moves what follows it. */
static GArray *
list_positions (const GArray *gaps, guint64 range)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (Span));
  guint64 left = MAX (sum_rest (gaps, range) / PART_LEFT, 1), saved = 0;

  for (guint i = 0; i < gaps->len; i++)
    {
      const DtlScaleGap *gap = &g_array_index (gaps, DtlScaleGap, i);
      guint64 length = MIN (left, get_length (gap));
      Span span;

      span.start = (gint64) ((guint64) gap->start - saved);
      span.end = (gint64) ((guint64) span.start + length);
      saved += get_length (gap) - length;
      g_array_append_val (positions, span);
    }
  return positions;
}

/* --- the scale --- */

static const DtlScaleGap *
get_gap (const GapsScale *scale, guint i)
{
  return &g_array_index (scale->gaps, DtlScaleGap, i);
}

static const Span *
get_span (const GapsScale *scale, guint i)
{
  return &g_array_index (scale->positions, Span, i);
}

/* @value's place in [from, from_end), carried over to [to, to_end). */
static gint64
carry_over (gint64 value, gint64 from, gint64 from_end, gint64 to, gint64 to_end)
{
  __int128 part = (__int128) value - from;

  return (gint64) (to + part * ((__int128) to_end - to) / ((__int128) from_end - from));
}

static gint64
get_position (const DtlScale *base, DtlTime time)
{
  const GapsScale *scale = (const GapsScale *) base;
  guint i = scale->gaps->len;

  while (i > 0 && time < get_gap (scale, i - 1)->start)
    i--;
  if (i == 0)
    return time;
  i--;
  if (time >= get_gap (scale, i)->end)
    return get_span (scale, i)->end + (time - get_gap (scale, i)->end);
  return carry_over (time, get_gap (scale, i)->start, get_gap (scale, i)->end,
                     get_span (scale, i)->start, get_span (scale, i)->end);
}

static DtlTime
get_time (const DtlScale *base, gint64 position)
{
  const GapsScale *scale = (const GapsScale *) base;
  guint i = scale->gaps->len;

  while (i > 0 && position < get_span (scale, i - 1)->start)
    i--;
  if (i == 0)
    return position;
  i--;
  if (position >= get_span (scale, i)->end)
    return dtl_time_add (get_gap (scale, i)->end, position - get_span (scale, i)->end);
  return carry_over (position, get_span (scale, i)->start, get_span (scale, i)->end,
                     get_gap (scale, i)->start, get_gap (scale, i)->end);
}

static const DtlScaleGap *
get_gaps (const DtlScale *base, guint *ret_n)
{
  const GapsScale *scale = (const GapsScale *) base;

  *ret_n = scale->gaps->len;
  return (const DtlScaleGap *) (gconstpointer) scale->gaps->data;
}

static void
free_scale (DtlScale *base)
{
  GapsScale *scale = (GapsScale *) base;

  g_array_unref (scale->gaps);
  g_array_unref (scale->positions);
  g_free (scale);
}

static const DtlScaleClass gaps_class = { get_position, get_time, get_gaps, free_scale };

DtlScale *
dtl_scale_gaps_new (DtlTimeline *timeline)
{
  g_autoptr (GArray) gaps = NULL;
  DtlTime start, end;
  GapsScale *scale;

  if (!dtl_timeline_get_range (timeline, &start, &end))
    return NULL;
  gaps = find_gaps (timeline, (guint64) end - (guint64) start);
  if (gaps->len == 0)
    return NULL;

  scale = g_new (GapsScale, 1);
  scale->head.class = &gaps_class;
  g_atomic_ref_count_init (&scale->head.ref_count);
  scale->positions = list_positions (gaps, (guint64) end - (guint64) start);
  scale->gaps = g_steal_pointer (&gaps);
  return &scale->head;
}
