/* Timeline and viewport to scene: where everything lies. Decides everything
 * that is drawn; works in time that grows with what is visible.
 *
 * The lanes lie over one axis at the bottom. A lane has a baseline with a mark
 * for every event; above it stand the labels of what happened at one time, as
 * flags on poles, under it hang the spans, as bars with their text. What has no
 * label is a small mark on the baseline or, where there are too many, part of a
 * ridge, and is counted ("+37").
 *
 * What is labelled, in which row, and where the lanes lie follows from the
 * timeline, the size of the window and the zoom: panning and zooming move
 * nothing up or down, and zooming in takes no label away. */

#pragma once

#include "layout/dtl-scale.h"
#include "model/dtl-era.h"
#include "model/dtl-timeline.h"
#include "scene/dtl-scene.h"
#include "time/dtl-label.h"

G_BEGIN_DECLS

/* The window on time and lanes: a plain value. The zoom is bounded so that one
 * second is at most 64 px and the whole valid range is at least 64 px and half
 * the width; the middle of the window never leaves the valid range. */
typedef struct {
  gint64 origin; /* the position in which the left edge lies: on a linear scale, the
                    second */
  double origin_fraction; /* part of it to add, 0 to below 1 */
  double seconds_per_pixel;
  double width, height; /* canvas pixels */
  double scroll;        /* pixels scrolled down, where lanes are higher */
  DtlScale *scale;      /* lent; NULL for the linear one */
} DtlViewport;

/* Pixel of an instant: subtracts as integers, then scales. The unbounded times
 * lie at the ends of the valid range. */
double dtl_viewport_get_x (const DtlViewport *viewport, DtlTime time);
/* The second that pixel @x lies in; saturates at the valid range. */
DtlTime dtl_viewport_get_time (const DtlViewport *viewport, double x);

/* The same in positions of the scale. */
double dtl_viewport_get_x_at (const DtlViewport *viewport, gint64 position);
gint64 dtl_viewport_get_position (const DtlViewport *viewport, double x);

/* Enlarges by @factor (below 1: shrinks); the instant at @x stays there. */
void dtl_viewport_zoom (DtlViewport *viewport, double factor, double x);
/* Moves the window: positive towards later times. */
void dtl_viewport_pan (DtlViewport *viewport, double pixels);
/* Fits [start, end) with a margin on either side: the wider one is at the
 * right, where the labels of the last events need it. */
void dtl_viewport_fit (DtlViewport *viewport, DtlTime start, DtlTime end);
/* The same with margins of so many pixels. */
void dtl_viewport_fit_between (DtlViewport *viewport,
                               DtlTime start,
                               DtlTime end,
                               double left,
                               double right);

typedef struct {
  DtlLabelStyle label;
  DtlId selected; /* event, or 0 */
  DtlId hovered;
  DtlTime now; /* the "today" hairline; DTL_TIME_PAST for none */
  gboolean rtl;
  /* Background bands, in stacked rows above all lanes. Lent. */
  const DtlEra *eras;
  guint n_eras;
} DtlLayoutOptions;

/* Keeps what it computed between frames; follows the timeline's version. */
typedef struct _DtlLayout DtlLayout;

DtlLayout *dtl_layout_new (DtlTimeline *timeline, const DtlMeasure *measure);
void dtl_layout_free (DtlLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlLayout, dtl_layout_free)

/* After a change of font or scale. */
void dtl_layout_drop_measures (DtlLayout *layout);

DtlScene *dtl_layout_run (DtlLayout *layout,
                          const DtlViewport *viewport,
                          const DtlLayoutOptions *options);

/* What a label keeps to itself: a row, from its start to the end of its text or
 * of the bar over it. Labels at the edges of the window are moved or shortened within
 * that, so as to be read. */
typedef struct {
  DtlId event;
  DtlRect bounds;
} DtlLabelBox;

/* The boxes of all labels in the window, for checking the laws that they keep:
 * they never overlap, and depend on nothing but the viewport. Caller frees.
 * (element-type DtlLabelBox). */
GArray *dtl_layout_list_boxes (DtlLayout *layout,
                               const DtlViewport *viewport,
                               const DtlLayoutOptions *options);

/* What is drawn of all events, with the margins of "about": wider than the times
 * that the timeline knows. FALSE where nothing is. */
gboolean dtl_layout_get_range (DtlLayout *layout, DtlTime *ret_start, DtlTime *ret_end);

/* Height that all lanes together want at this viewport, for scrolling. */
double dtl_layout_get_content_height (const DtlLayout *layout);

G_END_DECLS
