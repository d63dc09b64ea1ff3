/* Pages that browsers save in the form of a mail: MHTML. */

#pragma once

#include "article/dtl-article-sink.h"
#include "article/mail/dtl-mime.h"

G_BEGIN_DECLS

/* The part that is the page, or -1 where the message is no saved page. */
int dtl_saved_page_find (const DtlMime *mime);

/* Reads it as if it had been loaded from the address that was saved with it.
 * @page: as dtl_saved_page_find() found it */
gboolean dtl_saved_page_read (DtlArticleSink *sink,
                              const DtlMime *mime,
                              int page,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
