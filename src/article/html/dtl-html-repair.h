/* A page as it was found to one that libxml2 reads as browsers would. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dtl_html_repair:
 * @source: valid UTF-8 without NULs
 *
 * Drops what no article needs: comments, declarations, scripts but JSON-LD,
 * styles, attributes that nobody asks for and values of more than 16 KB. Reads
 * all character references, closes what is left open, and bounds the depth. In
 * one pass, in time linear in the length; the result is hardly ever longer.
 *
 * Returns: (transfer full)
 */
GString *dtl_html_repair (const char *source, gsize length);

G_END_DECLS
