/* Feeds: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom, and JSON Feed. */

#pragma once

#include "article/dtl-article-sink.h"

G_BEGIN_DECLS

/**
 * dtl_feed_read:
 *
 * An article for each entry that has a text, in the order of the feed: its
 * title, author, date and address, and of its texts the fullest one.
 */
gboolean dtl_feed_read (DtlArticleSink *sink,
                        const char *bytes,
                        gsize length,
                        GCancellable *cancellable,
                        GError **error);

/* Whether a text begins as a JSON Feed does. */
gboolean dtl_json_feed_sniff (const char *bytes, gsize length);

gboolean dtl_json_feed_read (DtlArticleSink *sink,
                             const char *bytes,
                             gsize length,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
