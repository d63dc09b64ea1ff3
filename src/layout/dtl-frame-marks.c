#include "layout/dtl-frame.h"

#include "layout/dtl-layout-sizes.h"

#include <math.h>

static DtlItem
begin_item (const DtlFrame *frame, const DtlLaidLane *lane, const DtlShownEvent *shown)
{
  return (DtlItem){
    .flags = shown->flags,
    .event = shown->event.id,
    .lane = lane->id,
    .colour = lane->colour,
    .amount = 1,
    .solid_left = dtl_viewport_get_x_at (frame->viewport, shown->mark.solid_start),
    .solid_right = dtl_viewport_get_x_at (frame->viewport, shown->mark.solid_end),
  };
}

static gboolean
is_point (const DtlShownEvent *shown)
{
  return !shown->mark.bar && shown->end - shown->start <= MARK_SIZE &&
         shown->mark.left_stub + shown->mark.right_stub == 0;
}

/* Between what is drawn to scale and the stubs that stand for the unbounded. */
static void
set_width (DtlItem *item, const DtlShownEvent *shown)
{
  double left = shown->start - shown->mark.left_stub;
  double right = shown->end + shown->mark.right_stub - BAR_GAP;

  item->bounds.x = left;
  item->bounds.width = MAX (right - left, LEAST_BAR_WIDTH);
  /* What is too narrow to show its ramps is solid. */
  if (shown->mark.bar && right - left <= LEAST_BAR_WIDTH)
    {
      item->flags &= ~(guint32) (DTL_ITEM_FADE_LEFT | DTL_ITEM_FADE_RIGHT);
      item->solid_left = left;
      item->solid_right = left + item->bounds.width;
    }
}

void
dtl_frame_add_mark (const DtlFrame *frame,
                    const DtlLaidLane *lane,
                    const DtlShownEvent *shown,
                    int row,
                    gboolean labelled)
{
  DtlItem item = begin_item (frame, lane, shown);
  double baseline = lane->y + lane->baseline - frame->scroll;
  double size = labelled ? MARK_SIZE : SMALL_MARK_SIZE;

  if (is_point (shown))
    {
      item.kind = DTL_ITEM_POINT;
      item.bounds = (DtlRect){ (shown->start + shown->end - size) / 2,
                               baseline - size / 2, size, size };
    }
  else
    {
      double height = !shown->mark.bar ? BAND_HEIGHT
                      : row >= 0       ? BAR_HEIGHT
                                       : THIN_BAR_HEIGHT;

      item.kind = shown->mark.bar ? DTL_ITEM_BAR : DTL_ITEM_BAND;
      set_width (&item, shown);
      item.bounds.y = baseline - height / 2;
      item.bounds.height = height;
      if (row >= 0)
        item.bounds.y =
            dtl_laid_lane_get_label_y (lane, frame->metrics, TRUE, (guint) row) -
            BAR_LABEL_GAP - BAR_HEIGHT - frame->scroll;
    }
  dtl_frame_add (frame, item);
}
