/* Markdown to an article. */

#pragma once

#include "article/dtl-article-sink.h"

G_BEGIN_DECLS

/**
 * dtl_markdown_read:
 *
 * The core of CommonMark, tables and front matter. Title, byline, date and
 * language are those of the front matter; else the first heading and the lines
 * below it may give them. Code is part of the text, and says nothing about the
 * world.
 */
gboolean dtl_markdown_read (DtlArticleSink *sink,
                            const char *bytes,
                            gsize length,
                            GCancellable *cancellable,
                            GError **error);

/* Whether a text without a name that says so is Markdown: it has front matter,
 * or several kinds of marks that plain text does not have. */
gboolean dtl_markdown_looks_like (const char *text, gsize length);

G_END_DECLS
