/* Character references: "&amp;", "&#8217;", "&nbsp" without its semicolon. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text with its references read, once; what is none stays. Numbers 128 to 159
 * are windows-1252, as browsers read them. Caller frees. */
char *dtl_html_decode_entities (const char *text, gsize length);

G_END_DECLS
