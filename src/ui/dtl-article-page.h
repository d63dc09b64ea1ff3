/* An article in full, with its dated words marked; a click on one selects the
 * event it became. Shown while the session is "reading". */

#pragma once

#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_ARTICLE_PAGE (dtl_article_page_get_type ())
G_DECLARE_FINAL_TYPE (DtlArticlePage, dtl_article_page, DTL, ARTICLE_PAGE, GtkWidget)

void dtl_article_page_set_session (DtlArticlePage *page, DtlSession *session);

G_END_DECLS
