#include "layout/dtl-mark.h"

#define STUB 44

static DtlTime
clamp_to_valid (DtlTime time)
{
  return CLAMP (time, DTL_TIME_MIN, DTL_TIME_MAX);
}

/* The first instant known of an extent without a start. */
static DtlTime
get_first_known (const DtlExtent *extent)
{
  if (extent->earliest_end != DTL_TIME_PAST && extent->earliest_end < extent->end)
    return extent->earliest_end;
  return dtl_time_is_bounded (extent->end) ? extent->end - 1 : extent->end;
}

static DtlTime
get_last_known (const DtlExtent *extent)
{
  if (extent->latest_start != DTL_TIME_FUTURE && extent->latest_start > extent->start)
    return extent->latest_start + 1;
  return dtl_time_is_bounded (extent->start) ? extent->start + 1 : extent->start;
}

/* An open span goes on to the end of everything there is; of an unknown end,
 * and of "before 1453", no more is known than that it was somewhere there. */
static void
draw_unbounded_start (DtlMark *mark, const DtlExtent *extent, const DtlMarkRange *range)
{
  DtlTime known = get_first_known (extent);
  gboolean open = mark->bar && !(extent->flags & DTL_EXTENT_UNKNOWN_START);

  mark->start = open || !dtl_time_is_bounded (known) ? MIN (range->start, known) : known;
  mark->solid_start = open ? mark->start : mark->end;
  mark->flags |= open ? DTL_ITEM_ARROW_LEFT : DTL_ITEM_DISSOLVE_LEFT;
  mark->left_stub = STUB;
}

static void
draw_unbounded_end (DtlMark *mark, const DtlExtent *extent, const DtlMarkRange *range)
{
  DtlTime known = get_last_known (extent);
  gboolean open = mark->bar && !(extent->flags & DTL_EXTENT_UNKNOWN_END);

  mark->end = open || !dtl_time_is_bounded (known) ? MAX (range->end, known) : known;
  mark->solid_end = open ? mark->end : mark->start;
  mark->flags |= open ? DTL_ITEM_ARROW_RIGHT : DTL_ITEM_DISSOLVE_RIGHT;
  mark->right_stub = STUB;
}

static void
add_margins (DtlMark *mark, const DtlExtent *extent)
{
  gint64 margin = dtl_extent_get_margin (extent);

  mark->flags |= DTL_ITEM_APPROXIMATE | DTL_ITEM_FADE_LEFT | DTL_ITEM_FADE_RIGHT;
  if (mark->left_stub == 0)
    mark->start = dtl_time_add (mark->start, -margin);
  if (mark->right_stub == 0)
    mark->end = dtl_time_add (mark->end, margin);
}

static void
note_ramps (DtlMark *mark)
{
  if (mark->start < mark->solid_start)
    mark->flags |= DTL_ITEM_FADE_LEFT;
  if (mark->end > mark->solid_end)
    mark->flags |= DTL_ITEM_FADE_RIGHT;
}

/* A span's ends were each said to some unit; one said to the second has none. */
static void
find_solid (DtlMark *mark, const DtlExtent *extent)
{
  mark->solid_start = extent->start;
  mark->solid_end = extent->end;
  if (!mark->bar)
    return;

  if (dtl_time_is_bounded (extent->latest_start))
    mark->solid_start = extent->latest_start;
  if (dtl_time_is_bounded (extent->earliest_end))
    mark->solid_end = extent->earliest_end;
}

static void
put_on_scale (DtlMark *mark, const DtlScale *scale)
{
  mark->start = dtl_scale_get_position (scale, mark->start);
  mark->end = MAX (dtl_scale_get_position (scale, mark->end), mark->start + 1);
  mark->solid_start = dtl_scale_get_position (scale, mark->solid_start);
  mark->solid_end = dtl_scale_get_position (scale, mark->solid_end);
}

DtlMark
dtl_mark_from_extent (const DtlExtent *extent, const DtlMarkRange *range)
{
  DtlMark mark = { .bar = extent->kind == DTL_EXTENT_SPAN };

  mark.start = extent->start;
  mark.end = extent->end;
  find_solid (&mark, extent);
  if (extent->start == DTL_TIME_PAST)
    draw_unbounded_start (&mark, extent, range);
  if (extent->end == DTL_TIME_FUTURE)
    draw_unbounded_end (&mark, extent, range);
  if (extent->flags & DTL_EXTENT_APPROXIMATE)
    add_margins (&mark, extent);
  if (extent->flags & DTL_EXTENT_UNCERTAIN)
    mark.flags |= DTL_ITEM_UNCERTAIN;

  mark.start = MIN (clamp_to_valid (mark.start), DTL_TIME_MAX - 1);
  mark.end = MAX (clamp_to_valid (mark.end), mark.start + 1);
  mark.solid_start = CLAMP (mark.solid_start, mark.start, mark.end);
  mark.solid_end = CLAMP (mark.solid_end, mark.start, mark.end);
  if (mark.bar)
    note_ramps (&mark);
  if (range->scale != NULL)
    put_on_scale (&mark, range->scale);

  return mark;
}
