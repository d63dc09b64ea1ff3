/* A window: header bar, canvas, details, and the pages shown instead of the
 * canvas. Every command is an action of its action map; the state of "select",
 * "view", "zoom", "middle" and "busy" tells from outside what is going on. */

#pragma once

#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_WINDOW (dtl_window_get_type ())
G_DECLARE_FINAL_TYPE (DtlWindow, dtl_window, DTL, WINDOW, GtkApplicationWindow)

GtkWidget *dtl_window_new (GtkApplication *application);

DtlSession *dtl_window_get_session (DtlWindow *window);

G_END_DECLS
