/* The whole timeline in a narrow strip: how densely everything lies, over a row
 * of dates, and which part of it a window shows.
 *
 * The strip itself changes only with the timeline, its size and the style of
 * dates, so that it can be kept as an image; what lies over it moves with every
 * frame. */

#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

/* Density columns in the colour of the lane that has most events there, and as
 * many dates as fit. Works in time that grows with @width and the lanes. */
DtlScene *dtl_minimap_run (DtlLayout *layout,
                           const DtlLayoutOptions *options,
                           double width,
                           double height);

/* To be painted over it: the window that @viewport is, as a WINDOW item never
 * narrower than can be caught, and SHADE over the rest. */
DtlScene *dtl_minimap_run_window (DtlLayout *layout,
                                  const DtlViewport *viewport,
                                  double width,
                                  double height);

/* What lies at pixel @x of a strip so wide. */
DtlTime dtl_minimap_get_time (DtlLayout *layout, double width, double x);

/* Moves @viewport so that what lies at pixel @x of the strip is in its middle; the
 * zoom stays. */
void dtl_minimap_center (DtlLayout *layout,
                         double width,
                         double x,
                         DtlViewport *viewport);

G_END_DECLS
