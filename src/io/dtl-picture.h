/* The scene of a picture: how large it has to be, and its heading. */

#pragma once

#include "io/dtl-render-file.h"

G_BEGIN_DECLS

/* @options: as for dtl_render_file(); where a side is 0, it is chosen as small
 * as lets every label in, within bounds. NULL where there is nothing to draw or
 * the work was cancelled. */
DtlScene *dtl_picture_make_scene (DtlTimeline *timeline,
                                  const DtlRenderOptions *options,
                                  const DtlMeasure *measure,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
