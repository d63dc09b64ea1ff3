/* ODT (OpenDocument, ISO/IEC 26300), packed or as one flat XML file: a text
 * document to an article. */

#pragma once

#include "article/dtl-article-sink.h"
#include "article/packed/dtl-zip.h"

G_BEGIN_DECLS

/* Whether @zip is one, or a template of one. */
gboolean dtl_odt_is_packed (const DtlZip *zip);

/* Paragraphs, headings, lists, quotations, tables and what the document's
 * properties say; notes, comments, what was deleted while changes were tracked
 * and the table of contents are left out. */
gboolean dtl_odt_read (DtlArticleSink *sink,
                       const DtlZip *zip,
                       GCancellable *cancellable,
                       GError **error);

/* The same from a flat file. */
gboolean dtl_odt_read_flat (DtlArticleSink *sink,
                            const char *bytes,
                            gsize length,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
