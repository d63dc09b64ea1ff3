/* What to do with an empty window: drop, open or paste an article, or try one
 * that comes with the program. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_EMPTY_PAGE (dtl_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (DtlEmptyPage, dtl_empty_page, DTL, EMPTY_PAGE, GtkWidget)

G_END_DECLS
