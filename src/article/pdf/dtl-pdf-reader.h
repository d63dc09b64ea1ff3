/* PDF, where poppler was there when Dateline was built. */

#pragma once

#include "article/dtl-article-sink.h"

G_BEGIN_DECLS

/**
 * dtl_pdf_read:
 *
 * The text by its lines on the pages, and what the document says of itself,
 * which is believed less than what its first page shows. Locked documents and
 * pictures of pages say so; without poppler the error tells how to get it.
 */
gboolean dtl_pdf_read (DtlArticleSink *sink,
                       const char *bytes,
                       gsize length,
                       GCancellable *cancellable,
                       GError **error);

G_END_DECLS
