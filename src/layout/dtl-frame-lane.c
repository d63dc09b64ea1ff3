#include "layout/dtl-frame.h"

#include "layout/dtl-layout-sizes.h"

#include <math.h>

static void
add_ground (const DtlFrame *frame, const DtlLaidLane *lane)
{
  DtlItem item = { .lane = lane->id, .colour = lane->colour };
  double y = lane->y - frame->scroll;

  item.kind = DTL_ITEM_LANE;
  item.bounds = (DtlRect){ 0, y, frame->viewport->width, lane->height };
  dtl_frame_add (frame, item);

  item.kind = DTL_ITEM_GRID;
  item.flags = DTL_ITEM_MAJOR;
  item.bounds = (DtlRect){ 0, floor (y + lane->baseline), frame->viewport->width, 1 };
  dtl_frame_add (frame, item);
}

static void
add_title (const DtlFrame *frame, const DtlLaidLane *lane)
{
  DtlItem item = { .kind = DTL_ITEM_LANE_TITLE,
                   .lane = lane->id,
                   .colour = lane->colour };
  double most = MAX (0, frame->viewport->width - 2 * EDGE_PADDING);
  double width, height;

  if (!frame->has_titles || lane->title == NULL || *lane->title == '\0')
    return;

  frame->measure->text_size (frame->measure->data, DTL_FONT_LANE, lane->title, &width,
                             &height);
  item.text_width = (float) width;
  width = MIN (width + 1, most);
  item.bounds = (DtlRect){ EDGE_PADDING, lane->y + LANE_TITLE_PADDING - frame->scroll,
                           width, height };
  if (frame->options->rtl)
    item.bounds.x = frame->viewport->width - EDGE_PADDING - width;
  item.text = lane->title;
  dtl_frame_add (frame, item);
}

void
dtl_frame_add_lane (const DtlFrame *frame,
                    const DtlLaidLane *lane,
                    const DtlMarkRange *range)
{
  g_autoptr (GArray) points =
      dtl_frame_list_labels (frame, &lane->points, range, DTL_FRAME_MOST_BUCKET);
  g_autoptr (GArray) bars =
      dtl_frame_list_labels (frame, &lane->bars, range, DTL_FRAME_MOST_BUCKET);

  add_ground (frame, lane);
  dtl_frame_add_rest (frame, lane, range, points, bars);
  dtl_frame_add_labels (frame, lane, FALSE, points);
  dtl_frame_add_labels (frame, lane, TRUE, bars);
  add_title (frame, lane);
}
