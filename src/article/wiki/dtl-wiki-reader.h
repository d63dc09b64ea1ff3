/* A page of wikitext, as it is edited, to an article. */

#pragma once

#include "article/dtl-article-sink.h"

G_BEGIN_DECLS

/* Its title is the name of the file: a page does not hold its own. */
gboolean dtl_wiki_read_page (DtlArticleSink *sink,
                             const char *bytes,
                             gsize length,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
