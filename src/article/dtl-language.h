/* Which language a text is in. */

#pragma once

#include "article/dtl-article.h"

G_BEGIN_DECLS

/**
 * dtl_language_find:
 * @text: UTF-8
 * @hint: (nullable): what the page says of itself, such as "de-AT"; decides
 *   between languages that are close, and where the text is too short to tell
 *
 * Returns: (nullable): a BCP 47 tag, mostly two letters. Caller frees.
 */
char *dtl_language_find (const char *text,
                         gsize length,
                         const char *hint,
                         double *ret_confidence);

/* Sets the field LANGUAGE: @known where that is given, else what is found. */
void dtl_language_set (DtlArticleBuilder *builder,
                       const char *text,
                       gsize length,
                       const char *hint,
                       const char *known);

G_END_DECLS
