#include "layout/dtl-frame.h"

#include "layout/dtl-layout-sizes.h"

#include <math.h>

/* Columns of the ridge are the world-aligned buckets this wide, or up to
 * twice as wide; those in which so few events have no label show each. */
#define COLUMN_PIXELS 4.0
#define FEW_EVENTS 2

/* Bars and bands shown that began before the window. */
#define MOST_REACHING 64

/* Events of a bucket that the place of "+37" is worked out from. */
#define MOST_AVERAGED 64

/* One track while it is read from left to right. */
typedef struct {
  const DtlTrack *track;
  guint32 *labelled; /* events, in order */
  guint n_labelled;
  guint next;       /* event to read next */
  guint next_label; /* index into labelled */
} Reader;

static int
compare_events (const void *a, const void *b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

static Reader
begin_reader (const DtlTrack *track, const GArray *labels)
{
  Reader reader = { .track = track, .n_labelled = labels->len };

  /* One more: sorting and searching want an array even of none. */
  reader.labelled = g_new (guint32, labels->len + 1);
  for (guint i = 0; i < labels->len; i++)
    reader.labelled[i] = g_array_index (labels, DtlShownLabel, i).placement.event;
  qsort (reader.labelled, reader.n_labelled, sizeof (guint32), compare_events);

  return reader;
}

static void
start_reading (Reader *reader, DtlTime time)
{
  reader->next = dtl_time_index_find (reader->track->index, time);
  reader->next_label = 0;
  while (reader->next_label < reader->n_labelled &&
         reader->labelled[reader->next_label] < reader->next)
    reader->next_label++;
}

/* Reads up to @time: from @ret_first to reader->next, of which the events from
 * @ret_label to reader->next_label have labels. Returns how many have none. */
static guint
read_until (Reader *reader, DtlTime time, guint *ret_first, guint *ret_label)
{
  *ret_first = reader->next;
  *ret_label = reader->next_label;
  reader->next = dtl_time_index_find_from (reader->track->index, reader->next, time);
  while (reader->next_label < reader->n_labelled &&
         reader->labelled[reader->next_label] < reader->next)
    reader->next_label++;

  return reader->next - *ret_first - (reader->next_label - *ret_label);
}

static gboolean
is_labelled (const Reader *reader, guint32 event)
{
  return bsearch (&event, reader->labelled, reader->n_labelled, sizeof (guint32),
                  compare_events) != NULL;
}

typedef struct {
  const DtlFrame *frame;
  const DtlLaidLane *lane;
  const DtlMarkRange *range;
  Reader readers[2]; /* points, bars */
} Rest;

/* Buckets are world-aligned, so that their counts do not depend on the window:
 * bucket b of a level holds the instants from b * 2^level on. Here the log2 of
 * the seconds of one of at least @pixels. */
static int
get_level (const DtlFrame *frame, double pixels)
{
  int exponent;

  frexp (pixels / frame->zoom, &exponent);
  return CLAMP (exponent, 0, 61);
}

static DtlTime
get_bucket_start (gint64 bucket, int level)
{
  return CLAMP (bucket * ((gint64) 1 << level), DTL_TIME_MIN, DTL_TIME_MAX);
}

/* Bars of a crowded column show only where they begin: drawn to their ends they
 * would all lie on one line. */
static void
add_mark (const Rest *rest, const Reader *reader, guint32 event, gboolean crowded)
{
  guint position = dtl_track_get_position (reader->track, event);
  DtlShownEvent shown = dtl_frame_show_event (rest->frame, rest->range, position);

  if (crowded && shown.mark.bar)
    shown.end = MIN (shown.end, shown.start + LEAST_BAR_WIDTH);
  dtl_frame_add_mark (rest->frame, rest->lane, &shown, -1, FALSE);
}

static void
add_marks (const Rest *rest,
           const Reader *reader,
           guint first,
           guint label,
           gboolean crowded)
{
  for (guint event = first; event < reader->next; event++)
    if (label < reader->next_label && reader->labelled[label] == event)
      label++;
    else
      add_mark (rest, reader, event, crowded);
}

/* Log scale: one event is seen beside a thousand. */
static void
add_column (const Rest *rest, DtlTime start, DtlTime end, guint count)
{
  guint most = dtl_track_get_n_events (&rest->lane->points) +
               dtl_track_get_n_events (&rest->lane->bars);
  double x = dtl_viewport_get_x_at (rest->frame->viewport, start);
  double baseline = rest->lane->y + rest->lane->baseline - rest->frame->scroll;
  double amount = log1p (count) / log1p (most);
  double height = ceil (amount * RIDGE_HEIGHT);

  dtl_frame_add (rest->frame,
                 (DtlItem){
                     .kind = DTL_ITEM_DENSITY,
                     .lane = rest->lane->id,
                     .colour = rest->lane->colour,
                     .amount = (float) amount,
                     .count = count,
                     .bounds = { x, baseline - height,
                                 dtl_viewport_get_x_at (rest->frame->viewport, end) - x,
                                 height },
                 });
}

static void
add_columns (Rest *rest)
{
  int level = get_level (rest->frame, COLUMN_PIXELS);
  gint64 column = dtl_viewport_get_position (rest->frame->viewport, -MARK_SIZE) >> level;
  gint64 last = dtl_viewport_get_position (rest->frame->viewport,
                                           rest->frame->viewport->width + MARK_SIZE) >>
                level;

  for (int i = 0; i < 2; i++)
    start_reading (&rest->readers[i], get_bucket_start (column, level));
  for (; column <= last; column++)
    {
      DtlTime end = get_bucket_start (column + 1, level);
      guint first[2], label[2], n_events = 0, count = 0;

      for (int i = 0; i < 2; i++)
        {
          count += read_until (&rest->readers[i], end, &first[i], &label[i]);
          n_events += rest->readers[i].next - first[i];
        }
      if (count > FEW_EVENTS)
        add_column (rest, get_bucket_start (column, level), end, count);
      else if (count > 0)
        for (int i = 0; i < 2; i++)
          add_marks (rest, &rest->readers[i], first[i], label[i], n_events > FEW_EVENTS);
    }
}

/* TRUE where the column in which the event begins holds more than it. */
static gboolean
begins_in_crowd (const Rest *rest, const Reader *reader, guint32 event, int level)
{
  gint64 column = reader->track->times[event] >> level;
  DtlTime start = get_bucket_start (column, level);
  DtlTime end = get_bucket_start (column + 1, level);
  guint n_events = 0;

  for (int i = 0; i < 2; i++)
    {
      const DtlTimeIndex *index = rest->readers[i].track->index;
      guint first = dtl_time_index_find (index, start);

      n_events += dtl_time_index_find_from (index, first, end) - first;
    }

  return n_events > FEW_EVENTS;
}

/* What began before the window and is still there in it: bars the same as they
 * would be drawn if the window reached back to their beginning. */
static void
add_reaching (const Rest *rest)
{
  int level = get_level (rest->frame, COLUMN_PIXELS);
  gint64 edge = dtl_viewport_get_position (rest->frame->viewport, -MARK_SIZE);
  DtlTime from = get_bucket_start (edge >> level, level);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (int i = 0; i < 2; i++)
    {
      const Reader *reader = &rest->readers[i];

      g_array_set_size (events, 0);
      dtl_time_index_add_reaching (reader->track->index, from, MOST_REACHING, events);
      g_array_sort (events, compare_events);
      for (guint j = 0; j < events->len; j++)
        {
          guint32 event = g_array_index (events, guint32, j);
          gboolean crowded =
              reader->track->bars && begins_in_crowd (rest, reader, event, level);

          if (!is_labelled (reader, event) && !crowded)
            add_mark (rest, reader, event, FALSE);
        }
    }
}

/* In the middle of the few, or of the bucket. */
static double
find_middle (const Rest *rest,
             const guint *first,
             const guint *label,
             double start,
             double end)
{
  double sum = 0;
  guint n = 0;

  for (int i = 0; i < 2; i++)
    {
      const Reader *reader = &rest->readers[i];
      guint next = label[i];

      for (guint event = first[i]; event < reader->next; event++)
        if (next < reader->next_label && reader->labelled[next] == event)
          next++;
        else if (++n <= MOST_AVERAGED)
          sum +=
              dtl_viewport_get_x_at (rest->frame->viewport, reader->track->times[event]);
        else
          return (start + end) / 2;
    }

  return sum / n;
}

/* Between the counts of two buckets. */
#define COUNT_GAP 4

static void
add_more (const Rest *rest, double middle, double start, double end, guint count)
{
  const DtlFrame *frame = rest->frame;
  g_autofree char *text = g_strdup_printf ("+%u", count);
  double baseline = rest->lane->y + rest->lane->baseline - frame->scroll;
  double width, height, x;

  frame->measure->text_size (frame->measure->data, DTL_FONT_DETAIL, text, &width,
                             &height);
  x = CLAMP (middle - width / 2, start, MAX (start, end - width - COUNT_GAP));
  dtl_frame_add (frame,
                 (DtlItem){
                     .kind = DTL_ITEM_MORE,
                     .lane = rest->lane->id,
                     .colour = rest->lane->colour,
                     .count = count,
                     .bounds = { x, baseline + BAND_HEIGHT / 2 + 2, width, height },
                     .text = text,
                     .text_width = (float) width,
                 });
}

static void
add_counts (Rest *rest)
{
  const DtlViewport *viewport = rest->frame->viewport;
  int level = get_level (rest->frame, DTL_FRAME_MOST_BUCKET / 2);
  gint64 bucket = rest->frame->from >> level;
  gint64 last = rest->frame->to >> level;

  for (int i = 0; i < 2; i++)
    start_reading (&rest->readers[i], get_bucket_start (bucket, level));
  for (; bucket <= last; bucket++)
    {
      DtlTime end = get_bucket_start (bucket + 1, level);
      double left = dtl_viewport_get_x_at (viewport, get_bucket_start (bucket, level));
      double right = dtl_viewport_get_x_at (viewport, end);
      guint first[2], label[2], count = 0;

      for (int i = 0; i < 2; i++)
        count += read_until (&rest->readers[i], end, &first[i], &label[i]);
      if (count >= FEW_EVENTS)
        add_more (rest, find_middle (rest, first, label, left, right), left, right,
                  count);
    }
}

void
dtl_frame_add_rest (const DtlFrame *frame,
                    const DtlLaidLane *lane,
                    const DtlMarkRange *range,
                    const GArray *point_labels,
                    const GArray *bar_labels)
{
  Rest rest = { frame,
                lane,
                range,
                { begin_reader (&lane->points, point_labels),
                  begin_reader (&lane->bars, bar_labels) } };

  add_reaching (&rest);
  add_columns (&rest);
  add_counts (&rest);

  g_free (rest.readers[0].labelled);
  g_free (rest.readers[1].labelled);
}
