/* The work going on, for the header bar: what it is, how far, and a button to
 * end it. Nothing is shown of work that is done in a moment. */

#pragma once

#include "ui/dtl-work.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_WORK_VIEW (dtl_work_view_get_type ())
G_DECLARE_FINAL_TYPE (DtlWorkView, dtl_work_view, DTL, WORK_VIEW, GtkWidget)

void dtl_work_view_set_work (DtlWorkView *view, DtlWork *work);

G_END_DECLS
