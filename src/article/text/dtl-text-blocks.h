/* Plain text into paragraphs. */

#pragma once

#include "article/dtl-article.h"

G_BEGIN_DECLS

/**
 * dtl_text_blocks_split:
 * @text: valid UTF-8
 *
 * A blank line ends a paragraph. Lines in between are one paragraph where they
 * were broken to fit a width, else one each. Marks at the head of a line ("#",
 * ">", "-", "*", "•") make headings, quotations and list items and are not
 * part of the paragraph, nor is white space round it.
 *
 * Returns: (element-type DtlParagraph) (transfer full)
 */
GArray *dtl_text_blocks_split (const char *text, gsize length);

G_END_DECLS
