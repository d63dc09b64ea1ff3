/* What is packed in a zip archive: office documents and books. */

#pragma once

#include "article/dtl-article-sink.h"

G_BEGIN_DECLS

/* Finds out which it is and reads it. What it is, where it cannot be read, and
 * why, is in the error: a spreadsheet, a bare archive, locked, damaged. */
gboolean dtl_packed_read (DtlArticleSink *sink,
                          const char *bytes,
                          gsize length,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
