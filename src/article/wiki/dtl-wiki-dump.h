/* An export of MediaWiki, of one page or of all, to an article for each page. */

#pragma once

#include "article/dtl-article-sink.h"

G_BEGIN_DECLS

/**
 * dtl_wiki_read_dump:
 *
 * Hands out the pages of the main namespace, each with its latest revision;
 * redirects and what is no wikitext are skipped. Memory holds one page,
 * whatever the length of the export.
 *
 * Returns: %FALSE where it is cancelled, or damaged: the pages before the damage
 *   have been handed out
 */
gboolean dtl_wiki_read_dump (DtlArticleSink *sink,
                             GInputStream *stream,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
