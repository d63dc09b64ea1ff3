/* Plain text to an article. */

#pragma once

#include "article/dtl-article.h"

G_BEGIN_DECLS

/**
 * dtl_text_read:
 * @text: (transfer full): valid UTF-8
 * @keep: whether the article's text is @text itself, unchanged; else it is
 *   its paragraphs, cleaned
 * @language: (nullable): known before; else it is found from the text
 *
 * Fills @builder with the text and with what its first lines say: title,
 * byline, date. A text that begins with prose has none of them.
 */
void dtl_text_read (DtlArticleBuilder *builder,
                    char *text,
                    gsize length,
                    gboolean keep,
                    const char *language);

G_END_DECLS
