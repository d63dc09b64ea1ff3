/* The program: one process, a window for each timeline. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_APPLICATION (dtl_application_get_type ())
G_DECLARE_FINAL_TYPE (DtlApplication, dtl_application, DTL, APPLICATION, GtkApplication)

GtkApplication *dtl_application_new (void);

G_END_DECLS
