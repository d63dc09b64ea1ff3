/* The bar in which one types where to go in time: "spring 1943", "44 BC",
 * "three years later". Says while one types how that is understood, and in the
 * same place what is wrong with it. */

#pragma once

#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_DATE_BAR (dtl_date_bar_get_type ())
G_DECLARE_FINAL_TYPE (DtlDateBar, dtl_date_bar, DTL, DATE_BAR, GtkWidget)

void dtl_date_bar_set_session (DtlDateBar *bar, DtlSession *session);

/* Open, it has the keyboard. */
void dtl_date_bar_set_open (DtlDateBar *bar, gboolean open);
gboolean dtl_date_bar_get_open (DtlDateBar *bar);

G_END_DECLS
