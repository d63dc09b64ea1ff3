#include "layout/dtl-frame.h"

#include "layout/dtl-layout-sizes.h"

#include <math.h>

/* A label narrower than this cannot be read. */
#define LEAST_WIDTH 56.0

/* A pole stands this far inside a band. */
#define POLE_INSET 5.0

static DtlShownLabel *
get (const GArray *labels, guint i)
{
  return &g_array_index (labels, DtlShownLabel, i);
}

static double
get_anchor (const DtlShownEvent *shown)
{
  if (shown->mark.bar)
    return shown->start;
  return shown->start + MIN ((shown->end - shown->start) / 2, POLE_INSET);
}

static DtlShownLabel
show (const DtlFrame *frame,
      const DtlTrack *track,
      const DtlMarkRange *range,
      const DtlPlacement *placement)
{
  DtlShownLabel label = { .placement = *placement };

  label.position = dtl_track_get_position (track, placement->event);
  label.words = dtl_words_cache_get (frame->words, label.position);
  label.shown = dtl_frame_show_event (frame, range, label.position);
  label.anchor = get_anchor (&label.shown);
  label.x = floor (label.anchor);
  label.width = ceil (label.words->width);

  return label;
}

static int
compare_places (const void *a, const void *b)
{
  const DtlPlacement *left = &((const DtlShownLabel *) a)->placement;
  const DtlPlacement *right = &((const DtlShownLabel *) b)->placement;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->event < right->event ? -1 : left->event > right->event;
}

/* Where the bar or the label of the one before ends, if in the same row. */
static double
get_left_limit (const GArray *labels, guint i)
{
  const DtlShownLabel *before;

  for (; i > 0; i--)
    {
      before = get (labels, i - 1);
      if (before->placement.row != get (labels, i)->placement.row)
        break;
      if (!before->hidden)
        return MAX (before->x + before->width,
                    before->placement.bar ? before->shown.end : -INFINITY) +
               EDGE_PADDING;
    }

  return -INFINITY;
}

/* Keeps the text readable at the window's edges: along its own bar to the
 * right, into free room to the left, and at last shortened. */
static void
keep_in_view (const DtlFrame *frame, const GArray *labels, guint i)
{
  DtlShownLabel *label = get (labels, i);
  double right = frame->viewport->width - EDGE_PADDING;

  if (label->placement.bar && label->x < EDGE_PADDING)
    label->x =
        MAX (label->x, MIN (EDGE_PADDING, floor (label->shown.end) - label->width));
  if (label->x + label->width <= right || label->anchor > frame->viewport->width)
    return;

  label->x = MAX (MIN (label->x, right - label->width),
                  MIN (label->x, ceil (get_left_limit (labels, i))));
  label->width = MIN (label->width, right - label->x);
  label->hidden = label->width < MIN (LEAST_WIDTH, ceil (label->words->width));
}

/* The selected event is labelled wherever it is in view: in the row where that
 * costs the fewest others their place. */
static void
count_in_the_way (const GArray *labels, const DtlShownLabel *wanted, guint *counts)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const DtlShownLabel *label = get (labels, i);
      double end = label->x + label->width;

      if (label->placement.bar)
        end = MAX (end, label->shown.end);
      if (label->x < wanted->x + wanted->width + EDGE_PADDING &&
          wanted->x < end + EDGE_PADDING)
        counts[label->placement.row]++;
    }
}

static void
remove_in_the_way (GArray *labels, const DtlShownLabel *wanted)
{
  for (guint i = labels->len; i-- > 0;)
    {
      const DtlShownLabel *label = get (labels, i);
      double end = label->x + label->width;

      if (label->placement.bar)
        end = MAX (end, label->shown.end);
      if (label->placement.row == wanted->placement.row &&
          label->x < wanted->x + wanted->width + EDGE_PADDING &&
          wanted->x < end + EDGE_PADDING)
        g_array_remove_index (labels, i);
    }
}

static gboolean
find_selected (const DtlFrame *frame,
               const DtlTrack *track,
               const DtlMarkRange *range,
               DtlShownLabel *ret_label)
{
  DtlShownEvent shown = dtl_frame_show_event (frame, range, (guint) frame->selected);
  DtlPlacement placement = { .start = shown.mark.start, .end = shown.mark.end };
  int event;

  if (shown.mark.bar != track->bars || shown.end < 0 ||
      shown.start > frame->viewport->width)
    return FALSE;
  event = dtl_track_find (track, (guint) frame->selected, shown.mark.start);
  if (event < 0)
    return FALSE;

  placement.event = (guint32) event;
  *ret_label = show (frame, track, range, &placement);
  return TRUE;
}

static void
move_into_view (const DtlFrame *frame, DtlShownLabel *label)
{
  double right = frame->viewport->width - EDGE_PADDING;

  label->x = MAX (EDGE_PADDING, MIN (label->x, right - label->width));
  label->width = MAX (MIN (label->width, right - label->x), 1);
}

static void
force_selected (const DtlFrame *frame,
                const DtlTrack *track,
                const DtlMarkRange *range,
                GArray *labels)
{
  guint n_rows = dtl_track_get_n_rows (track);
  g_autofree guint *counts = g_new0 (guint, n_rows);
  DtlShownLabel selected;
  guint best = 0;

  for (guint i = 0; i < labels->len; i++)
    if (get (labels, i)->position == (guint) frame->selected && !get (labels, i)->hidden)
      return;
  if (n_rows == 0 || !find_selected (frame, track, range, &selected))
    return;

  for (guint i = labels->len; i-- > 0;)
    if (get (labels, i)->position == (guint) frame->selected)
      g_array_remove_index (labels, i);
  move_into_view (frame, &selected);
  count_in_the_way (labels, &selected, counts);
  for (guint row = 1; row < n_rows; row++)
    if (counts[row] < counts[best])
      best = row;

  selected.placement.row = (guint16) best;
  remove_in_the_way (labels, &selected);
  g_array_append_val (labels, selected);
  g_array_sort (labels, compare_places);
}

GArray *
dtl_frame_list_labels (const DtlFrame *frame,
                       const DtlTrack *track,
                       const DtlMarkRange *range,
                       double beyond)
{
  g_autoptr (GArray) placements = g_array_new (FALSE, FALSE, sizeof (DtlPlacement));
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (DtlShownLabel));
  DtlTime from = dtl_frame_get_time (frame, -beyond);
  DtlTime to = dtl_frame_get_time (frame, frame->viewport->width + beyond);

  dtl_label_tiles_collect (track->tiles, frame->zoom, from, to, placements);
  for (guint i = 0; i < placements->len; i++)
    {
      DtlShownLabel label =
          show (frame, track, range, &g_array_index (placements, DtlPlacement, i));

      g_array_append_val (labels, label);
    }
  g_array_sort (labels, compare_places);
  for (guint i = 0; i < labels->len; i++)
    keep_in_view (frame, labels, i);
  if (frame->selected >= 0)
    force_selected (frame, track, range, labels);

  return labels;
}

static DtlItem
begin_item (const DtlLaidLane *lane, const DtlShownLabel *label, DtlItemKind kind)
{
  return (DtlItem){
    .kind = kind,
    .flags = label->shown.flags,
    .event = label->shown.event.id,
    .lane = lane->id,
    .colour = lane->colour,
    .amount = 1,
  };
}

/* The pole whose flag the label is, from the mark to the top of the label. */
static void
add_leader (const DtlFrame *frame,
            const DtlLaidLane *lane,
            const DtlShownLabel *label,
            double y)
{
  DtlItem item = begin_item (lane, label, DTL_ITEM_LEADER);
  double baseline = lane->y + lane->baseline - frame->scroll;
  double top = MIN (y, baseline), bottom = MAX (y + frame->metrics->label, baseline);

  item.bounds = (DtlRect){ floor (label->anchor), top, 1, bottom - top };
  dtl_frame_add (frame, item);
}

static void
add_text (const DtlFrame *frame,
          const DtlLaidLane *lane,
          const DtlShownLabel *label,
          double y)
{
  DtlItem item = begin_item (lane, label, DTL_ITEM_LABEL);

  item.bounds = (DtlRect){ label->x, y, label->width, frame->metrics->label };
  item.text = label->words->title;
  item.detail = label->words->date;
  if (item.bounds.x + item.bounds.width > 0)
    dtl_frame_add (frame, item);
}

void
dtl_frame_add_labels (const DtlFrame *frame,
                      const DtlLaidLane *lane,
                      gboolean bars,
                      const GArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const DtlShownLabel *label = get (labels, i);
      int row = label->placement.row;
      double y = dtl_laid_lane_get_label_y (lane, frame->metrics, bars, (guint) row) -
                 frame->scroll;

      dtl_frame_add_mark (frame, lane, &label->shown, label->placement.bar ? row : -1,
                          TRUE);
      if (label->hidden)
        continue;
      if (!label->placement.bar)
        add_leader (frame, lane, label, y);
      add_text (frame, lane, label, y);
    }
}
