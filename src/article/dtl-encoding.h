/* Bytes of a text or a page to UTF-8. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dtl_encoding_decode:
 * @declared: the encoding the bytes are said to have, or NULL
 *
 * Believes a byte order mark first, then bytes that are UTF-8 (nothing else
 * looks like it by chance), then @declared as browsers read it ("iso-8859-1"
 * means windows-1252), then what the frequency of letters says. Bytes that do
 * not fit become U+FFFD; NULs and the byte order mark are removed.
 *
 * Returns: valid UTF-8, ends in NUL. Caller frees.
 */
char *dtl_encoding_decode (const char *bytes,
                           gsize length,
                           const char *declared,
                           gsize *ret_length);

/* UTF-8 or nothing: every maximal bad sequence, and every NUL, becomes one
 * U+FFFD, all else stays as it is. Caller frees. */
char *dtl_encoding_keep_utf8 (const char *bytes, gsize length, gsize *ret_length);

/* The encoding that a page declares in its first kilobytes, in
 * `<meta charset>`, `<meta http-equiv>` or `<?xml encoding?>`, or NULL.
 * Caller frees. */
char *dtl_encoding_find_declared (const char *bytes, gsize length);

G_END_DECLS
