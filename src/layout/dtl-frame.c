#include "layout/dtl-frame.h"

#include "layout/dtl-layout-sizes.h"

#include <math.h>

/* Claims of one event that are compared with the preferred one. */
#define MOST_CLAIMS 16

/* What is drawn may begin this far outside the window. */
#define OUTSIDE 64.0

/* TRUE where a claim says that it was wholly before or after. */
static gboolean
is_disputed (const DtlFrame *frame, const DtlEvent *event)
{
  for (guint i = 1; i < MIN (event->n_claims, MOST_CLAIMS); i++)
    {
      DtlClaim claim;

      if (dtl_timeline_find_claim (frame->timeline, event->claims[i], &claim) &&
          (claim.extent.end <= event->extent.start ||
           claim.extent.start >= event->extent.end))
        return TRUE;
    }

  return FALSE;
}

static guint32
get_status_flags (const DtlFrame *frame, const DtlEvent *event)
{
  DtlClaim claim;

  if (event->n_claims == 0 ||
      !dtl_timeline_find_claim (frame->timeline, event->claims[0], &claim))
    return 0;

  switch (claim.status)
    {
    case DTL_CLAIM_PLANNED:
      return DTL_ITEM_PLANNED;
    case DTL_CLAIM_DENIED:
    case DTL_CLAIM_HYPOTHETICAL:
      return DTL_ITEM_UNCERTAIN;
    case DTL_CLAIM_HAPPENED:
    case DTL_CLAIM_REPORTED:
      break;
    }

  return 0;
}

static guint32
get_flags (const DtlFrame *frame, const DtlShownEvent *shown)
{
  guint32 flags = shown->mark.flags | get_status_flags (frame, &shown->event);

  if (is_disputed (frame, &shown->event))
    flags |= DTL_ITEM_DISPUTED;
  if (shown->event.id == frame->options->selected)
    flags |= DTL_ITEM_SELECTED;
  if (shown->event.id == frame->options->hovered)
    flags |= DTL_ITEM_HOVERED;

  return flags;
}

DtlShownEvent
dtl_frame_show_event (const DtlFrame *frame, const DtlMarkRange *range, guint position)
{
  DtlShownEvent shown;

  dtl_timeline_get_event (frame->timeline, position, &shown.event);
  shown.mark = dtl_mark_from_extent (&shown.event.extent, range);
  shown.flags = get_flags (frame, &shown);
  shown.start = dtl_viewport_get_x_at (frame->viewport, shown.mark.start);
  shown.end = dtl_viewport_get_x_at (frame->viewport, shown.mark.end);

  return shown;
}

void
dtl_frame_add (const DtlFrame *frame, DtlItem item)
{
  double left = MAX (item.bounds.x, -OUTSIDE);
  double right =
      MIN (item.bounds.x + item.bounds.width, frame->viewport->width + OUTSIDE);

  if (right < 0 || left > frame->viewport->width)
    return;
  if (frame->options->rtl && item.text != NULL)
    item.flags |= DTL_ITEM_RTL;
  /* A label keeps its box: cut off, its text would end in an ellipsis. */
  if (item.kind != DTL_ITEM_LABEL)
    {
      item.bounds.x = left;
      item.bounds.width = right - left;
    }
  dtl_scene_builder_add (frame->builder, &item);
}
