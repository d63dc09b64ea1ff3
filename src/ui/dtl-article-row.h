/* One article in the list of articles: what it is, and buttons to read it and
 * to take it out. */

#pragma once

#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_ARTICLE_ROW (dtl_article_row_get_type ())
G_DECLARE_FINAL_TYPE (DtlArticleRow, dtl_article_row, DTL, ARTICLE_ROW, GtkListBoxRow)

/* @n_claims: how much the article says; @lane: the position of its lane, -1
 * where it has none */
GtkWidget *dtl_article_row_new (DtlSession *session,
                                const DtlSource *source,
                                guint n_claims,
                                int lane);

G_END_DECLS
