/* A web page to an article. */

#pragma once

#include "article/dtl-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * dtl_html_read:
 * @page: valid UTF-8 without NULs, whatever the page declares
 * @url: (nullable): where it came from
 * @language: (nullable): known before; else it is found from the text
 *
 * Fills @builder with the main text of the page, without menus, teasers,
 * comments and the like, and with what the page says of it. Nothing is
 * fetched, no other file is opened, whatever the page asks for.
 *
 * Returns: %FALSE where it cannot be read or was cancelled
 */
gboolean dtl_html_read (DtlArticleBuilder *builder,
                        const char *page,
                        gsize length,
                        const char *url,
                        const char *language,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
