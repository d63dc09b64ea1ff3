#include "layout/dtl-frame.h"

#include "layout/dtl-layout-sizes.h"

#include <math.h>

/* Of a label narrower than this nothing can be read. */
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
  label.x = round (label.anchor);
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

static double
get_right_end (const DtlShownLabel *label)
{
  double end = label->x + label->width;

  return label->placement.bar ? MAX (end, label->shown.end) : end;
}

/* Where the one before ends, if there is one in the same row. */
static double
get_left_limit (const GArray *labels, guint i)
{
  if (i == 0 || get (labels, i - 1)->placement.row != get (labels, i)->placement.row)
    return -INFINITY;
  return get_right_end (get (labels, i - 1)) + EDGE_PADDING;
}

/* Keeps the text readable at the window's edges: along its own bar to the
 * right, into free room to the left, and else shortened, as long as there is
 * anything to read. */
static void
keep_in_view (const DtlFrame *frame, const GArray *labels, guint i)
{
  DtlShownLabel *label = get (labels, i);
  double right = frame->viewport->width - EDGE_PADDING;
  double limit;

  if (label->placement.bar && label->x < EDGE_PADDING)
    label->x =
        MAX (label->x, MIN (EDGE_PADDING, round (label->shown.end) - label->width));
  if (label->x + label->width <= right || label->anchor > frame->viewport->width)
    return;

  limit = MIN (label->x, ceil (get_left_limit (labels, i)));
  label->x = MAX (right - label->width, limit);
  if (right - label->x >= LEAST_WIDTH)
    label->width = MIN (label->width, right - label->x);
}

static gboolean
is_in_the_way (const DtlShownLabel *label, const DtlShownLabel *wanted)
{
  return label->x < get_right_end (wanted) + EDGE_PADDING &&
         wanted->x < get_right_end (label) + EDGE_PADDING;
}

static guint
choose_row (const GArray *labels, const DtlShownLabel *wanted, guint n_rows)
{
  g_autofree guint *counts = g_new0 (guint, n_rows);
  guint best = 0;

  for (guint i = 0; i < labels->len; i++)
    counts[get (labels, i)->placement.row] += is_in_the_way (get (labels, i), wanted);
  for (guint row = 1; row < n_rows; row++)
    if (counts[row] < counts[best])
      best = row;

  return best;
}

static void
make_way (GArray *labels, const DtlShownLabel *wanted)
{
  for (guint i = labels->len; i-- > 0;)
    if (get (labels, i)->placement.row == wanted->placement.row &&
        is_in_the_way (get (labels, i), wanted))
      g_array_remove_index (labels, i);
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

static int
find_label (const GArray *labels, guint position)
{
  for (guint i = 0; i < labels->len; i++)
    if (get (labels, i)->position == position)
      return (int) i;
  return -1;
}

static gboolean
is_readable (const DtlFrame *frame, const DtlShownLabel *label)
{
  double most = frame->viewport->width - 2 * EDGE_PADDING;

  return label->x >= 0 && label->width >= MIN (most, label->words->width);
}

/* The selected event is labelled wherever it is in view, and readably: in its
 * own row, or where that costs the fewest others their place. */
static void
add_selected (const DtlFrame *frame,
              const DtlTrack *track,
              const DtlMarkRange *range,
              GArray *labels)
{
  guint n_rows = dtl_track_get_n_rows (track);
  int at = find_label (labels, (guint) frame->selected);
  DtlShownLabel selected;

  if (n_rows == 0 || (at >= 0 && is_readable (frame, get (labels, (guint) at))) ||
      !find_selected (frame, track, range, &selected))
    return;

  move_into_view (frame, &selected);
  if (at >= 0)
    {
      selected.placement = get (labels, (guint) at)->placement;
      g_array_remove_index (labels, (guint) at);
    }
  else
    selected.placement.row = (guint16) choose_row (labels, &selected, n_rows);
  make_way (labels, &selected);
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
  gint64 from = dtl_viewport_get_position (frame->viewport, -beyond);
  gint64 to =
      dtl_viewport_get_position (frame->viewport, frame->viewport->width + beyond);

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
    add_selected (frame, track, range, labels);

  return labels;
}

static void
add_track_boxes (const DtlFrame *frame,
                 const DtlLaidLane *lane,
                 const DtlTrack *track,
                 GArray *boxes)
{
  g_autoptr (GArray) placements = g_array_new (FALSE, FALSE, sizeof (DtlPlacement));

  dtl_label_tiles_collect (track->tiles, frame->zoom, frame->from, frame->to, placements);
  for (guint i = 0; i < placements->len; i++)
    {
      const DtlPlacement *placement = &g_array_index (placements, DtlPlacement, i);
      guint position = dtl_track_get_position (track, placement->event);
      DtlLabelBox box;
      DtlEvent event;

      dtl_timeline_get_event (frame->timeline, position, &event);
      box.event = event.id;
      box.bounds.x = dtl_viewport_get_x_at (frame->viewport, placement->start);
      box.bounds.width = dtl_words_cache_get (frame->words, position)->width;
      if (placement->bar)
        box.bounds.width = MAX (box.bounds.width,
                                dtl_viewport_get_x_at (frame->viewport, placement->end) -
                                    BAR_GAP - box.bounds.x);
      box.bounds.y =
          dtl_laid_lane_get_label_y (lane, frame->metrics, track->bars, placement->row) -
          frame->scroll;
      box.bounds.height = frame->metrics->label;
      if (placement->bar)
        {
          box.bounds.y -= BAR_LABEL_GAP + BAR_HEIGHT;
          box.bounds.height += BAR_LABEL_GAP + BAR_HEIGHT;
        }
      g_array_append_val (boxes, box);
    }
}

void
dtl_frame_add_boxes (const DtlFrame *frame, const DtlLaidLane *lane, GArray *boxes)
{
  add_track_boxes (frame, lane, &lane->points, boxes);
  add_track_boxes (frame, lane, &lane->bars, boxes);
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

  item.bounds = (DtlRect){ round (label->anchor), top, 1, bottom - top };
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
      if (!label->placement.bar)
        add_leader (frame, lane, label, y);
      add_text (frame, lane, label, y);
    }
}
