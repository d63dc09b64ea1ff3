/* An entry of a feed, whatever the feed's form: fields to an article. */

#pragma once

#include "article/dtl-article-sink.h"

G_BEGIN_DECLS

/* NULL where the feed does not give it. */
typedef struct {
  char *title; /* plain text */
  char *byline;
  char *published, *modified; /* as written, in any form */
  char *url;
  char *language;
  char *content; /* HTML, or text with character references */
} DtlFeedEntry;

void dtl_feed_entry_clear (DtlFeedEntry *entry);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlFeedEntry, dtl_feed_entry_clear)

/* Hands the article out. FALSE where it was cancelled. @number: from 1 */
gboolean dtl_feed_entry_put (const DtlFeedEntry *entry,
                             DtlArticleSink *sink,
                             guint number,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
