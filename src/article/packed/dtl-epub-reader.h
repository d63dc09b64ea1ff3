/* EPUB: books. */

#pragma once

#include "article/dtl-article-sink.h"
#include "article/packed/dtl-zip.h"

G_BEGIN_DECLS

/**
 * dtl_epub_read:
 * @package: as dtl_epub_find_package() found it
 *
 * An article for each chapter, called "Book: Chapter", in the order of reading.
 * What the table of contents does not name belongs to the chapter before it.
 * Cover, title page, contents and index are no chapters; footnotes are left out.
 */
gboolean dtl_epub_read (DtlArticleSink *sink,
                        const DtlZip *zip,
                        const char *package,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
