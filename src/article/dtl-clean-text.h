/* Text as an article holds it: Unicode NFC, single spaces, no controls. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dtl_clean_text_append:
 * @text: UTF-8; bad bytes become U+FFFD
 *
 * Appends @text with white space of any kind and length as one space, none at
 * the ends, and without controls and characters that only steer a layout
 * (soft hyphens, zero-width spaces, byte order marks).
 *
 * Returns: bytes appended
 */
gsize dtl_clean_text_append (GString *to, const char *text, gsize length);

/* The same as a string of its own; NULL where nothing is left. */
char *dtl_clean_text (const char *text, gssize length);

G_END_DECLS
