/* The session's notices, above what they are about. */

#pragma once

#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_NOTICE_BAR (dtl_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (DtlNoticeBar, dtl_notice_bar, DTL, NOTICE_BAR, GtkWidget)

void dtl_notice_bar_set_session (DtlNoticeBar *bar, DtlSession *session);

G_END_DECLS
