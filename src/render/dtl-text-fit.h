/* Texts made fit to be drawn: without control characters, and no wider than
 * there is room. */

#pragma once

#include "scene/dtl-scene.h"

G_BEGIN_DECLS

/* @text without what cannot be drawn or does not belong into XML: line ends
 * and tabs become spaces, other control characters and bytes that are not
 * UTF-8 a replacement character. Returns @text itself where it is clean, else
 * a copy that @ret_copy owns too; caller frees @ret_copy. */
const char *dtl_text_clean (const char *text, char **ret_copy);

/* As much of the beginning of @text as fits into @width, and an ellipsis;
 * empty where not even that fits. Cuts between letters with their accents.
 * Caller frees. */
char *dtl_text_fit (const char *text,
                    DtlFont font,
                    double width,
                    const DtlMeasure *measure);

/* TRUE where the first letter is of a script written from right to left. */
gboolean dtl_text_is_rtl (const char *text);

G_END_DECLS
