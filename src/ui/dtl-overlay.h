/* A scene that lies over another one, as render nodes: one for each item, so
 * that only what changed is painted anew. */

#pragma once

#include "render/dtl-painter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_overlay_snapshot (GtkSnapshot *snapshot,
                           const DtlScene *scene,
                           DtlPainter *painter,
                           const DtlTheme *theme);

G_END_DECLS
