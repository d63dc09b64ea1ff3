/* Markdown into paragraphs. */

#pragma once

#include "article/dtl-article.h"

G_BEGIN_DECLS

/* Takes one paragraph, its marks read. */
typedef void (*DtlMarkdownFunc) (DtlParagraphKind kind,
                                 int level,
                                 const char *text,
                                 gsize length,
                                 gpointer data);

/* Calls @func with the paragraphs of @text, which is valid UTF-8, in order.
 * Linear. */
void dtl_markdown_split (const char *text,
                         gsize length,
                         DtlMarkdownFunc func,
                         gpointer data);

G_END_DECLS
