/* The whole timeline in a strip: how densely everything lies, and which part
 * of it is in view, to be dragged, clicked at and moved with the keyboard. */

#pragma once

#include "ui/dtl-canvas.h"

G_BEGIN_DECLS

#define DTL_TYPE_MINIMAP (dtl_minimap_get_type ())
G_DECLARE_FINAL_TYPE (DtlMinimap, dtl_minimap, DTL, MINIMAP, GtkWidget)

/* Of what @canvas shows; both show @session. */
void dtl_minimap_set_canvas (DtlMinimap *minimap, DtlCanvas *canvas, DtlSession *session);

G_END_DECLS
