/* How MIME writes bytes in seven bits. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is no base64 in between is passed over. Caller frees. */
char *dtl_mime_decode_base64 (const char *text, gsize length, gsize *ret_length);

/* Quoted-printable; @in_header: "_" is a space. Wrong signs stay as they are.
 * Caller frees. */
char *dtl_mime_decode_quoted (const char *text,
                              gsize length,
                              gboolean in_header,
                              gsize *ret_length);

G_END_DECLS
