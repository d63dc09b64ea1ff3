/* What is known of the article being read, for a person to put right: title,
 * date of publication, language. What cannot be is said beside its field. */

#pragma once

#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_ARTICLE_FORM (dtl_article_form_get_type ())
G_DECLARE_FINAL_TYPE (DtlArticleForm, dtl_article_form, DTL, ARTICLE_FORM, GtkWidget)

void dtl_article_form_set_session (DtlArticleForm *form, DtlSession *session);

/* Opens it on the article being read; closing forgets what was typed. */
void dtl_article_form_set_open (DtlArticleForm *form, gboolean open);
gboolean dtl_article_form_get_open (DtlArticleForm *form);

G_END_DECLS
