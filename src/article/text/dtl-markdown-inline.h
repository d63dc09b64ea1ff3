/* The text of a line of Markdown without its marks: emphasis, links, code,
 * tags, references. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dtl_markdown_append_inline:
 * @text: valid UTF-8, the lines of one paragraph
 *
 * Appends @text as a reader sees it, after CommonMark; pictures and the marks of
 * footnotes go. Linear, whatever is left open.
 */
void dtl_markdown_append_inline (GString *to, const char *text, gsize length);

G_END_DECLS
