/* DOCX (Office Open XML, ISO/IEC 29500, transitional and strict): a text
 * document to an article. */

#pragma once

#include "article/dtl-article-sink.h"
#include "article/packed/dtl-zip.h"

G_BEGIN_DECLS

/* The part that is the text, "word/document.xml" mostly; NULL where @zip is no
 * text document. Caller frees. */
char *dtl_docx_find_main_part (const DtlZip *zip);

/**
 * dtl_docx_read:
 * @main_part: as dtl_docx_find_main_part() found it
 *
 * Paragraphs, headings, lists, quotations, tables and what the document's
 * properties say; footnotes, comments, what was deleted while changes were
 * tracked, page headers and the table of contents are left out.
 */
gboolean dtl_docx_read (DtlArticleSink *sink,
                        const DtlZip *zip,
                        const char *main_part,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
