/* Finds events by words of their titles and sentences, and walks from one to
 * the next. */

#pragma once

#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_FIND_BAR (dtl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (DtlFindBar, dtl_find_bar, DTL, FIND_BAR, GtkWidget)

void dtl_find_bar_set_session (DtlFindBar *bar, DtlSession *session);

/* Shows the bar with the cursor in it, or hides it. */
void dtl_find_bar_set_open (DtlFindBar *bar, gboolean open);
gboolean dtl_find_bar_get_open (DtlFindBar *bar);

/* Selects the result @step further on (-1: back), round and round. */
void dtl_find_bar_walk (DtlFindBar *bar, int step);

G_END_DECLS
