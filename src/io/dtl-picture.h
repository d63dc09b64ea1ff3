/* The scenes of a picture, one a page: how large they have to be, and their heading. */

#pragma once

#include "io/dtl-render-file.h"

G_BEGIN_DECLS

/* @options: as for dtl_render_file().
 *
 * Returns: (element-type DtlScene) (transfer full): NULL where there is nothing to
 *   draw or the work was cancelled */
GPtrArray *dtl_picture_make_pages (DtlTimeline *timeline,
                                   const DtlRenderOptions *options,
                                   const DtlMeasure *measure,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
