/* A piece of an article with the dated words marked, as Pango markup. */

#pragma once

#include "model/dtl-timeline.h"

G_BEGIN_DECLS

/**
 * dtl_marked_text_format:
 * @text: an article's text, UTF-8
 * @whole: the piece of it to format
 * @marks: what to mark; empty ones, and what lies outside @whole, are left out
 *
 * Returns: (transfer full): markup that works on light and dark alike
 */
char *dtl_marked_text_format (const char *text,
                              DtlTextSpan whole,
                              const DtlTextSpan *marks,
                              guint n_marks);

G_END_DECLS
