/* XHTML for a reader of HTML. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dtl_xhtml_to_html:
 * @source: valid UTF-8
 *
 * Writes "<title/>" as "<title></title>": in HTML it would be a beginning
 * without an end, and the rest of the page its contents.
 *
 * Returns: caller frees
 */
char *dtl_xhtml_to_html (const char *source, gsize length, gsize *ret_length);

G_END_DECLS
