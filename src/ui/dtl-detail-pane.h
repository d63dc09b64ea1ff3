/* Beside the timeline: all about the selected event; with none selected, the
 * articles. */

#pragma once

#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_DETAIL_PANE (dtl_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (DtlDetailPane, dtl_detail_pane, DTL, DETAIL_PANE, GtkWidget)

void dtl_detail_pane_set_session (DtlDetailPane *pane, DtlSession *session);

G_END_DECLS
