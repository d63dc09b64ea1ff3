/* The line through the moment pointed at: names its date on the axis and
 * lights what was there at that moment. Lies over the canvas, as a widget of
 * its own, so that moving it does not draw the canvas anew. */

#pragma once

#include "ui/dtl-canvas.h"

G_BEGIN_DECLS

#define DTL_TYPE_CROSSHAIR (dtl_crosshair_get_type ())
G_DECLARE_FINAL_TYPE (DtlCrosshair, dtl_crosshair, DTL, CROSSHAIR, GtkWidget)

/* Over @canvas, which has to be as large; both show @session. */
void dtl_crosshair_set_canvas (DtlCrosshair *crosshair,
                               DtlCanvas *canvas,
                               DtlSession *session);

G_END_DECLS
