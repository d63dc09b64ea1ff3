/* MIME messages (RFC 2045 to 2047): mail, and pages as browsers save them in one
 * file. Small and of our own: a library would bring a stack of streams, crypto
 * and encodings where two decoders and a search for boundaries are needed.
 *
 * A message is an array of parts in their order; the first is the message. A
 * part's own parts are those from it to its end. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *headers, *body; /* in the message, as they are written */
  gsize headers_length, body_length;
  char *type; /* lower case, "text/plain" where it says none */
  int parent, end;
} DtlMimePart;

typedef struct {
  GArray *parts; /* DtlMimePart */
} DtlMime;

/**
 * dtl_mime_parse:
 * @bytes: has to outlive the result
 *
 * Never fails: what has no parts is one part, what has no end is read to its
 * end. Stops at 16 levels and 2,000 parts.
 */
DtlMime *dtl_mime_parse (const char *bytes, gsize length);
void dtl_mime_free (DtlMime *mime);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlMime, dtl_mime_free)

const DtlMimePart *dtl_mime_get_part (const DtlMime *mime, int part);

/* The first part of a type ("text/html") that is no attachment, or -1. */
int dtl_mime_find_part (const DtlMime *mime, const char *type);

/* The header's value on one line, encoded words decoded; NULL where there is
 * none. Caller frees. */
char *dtl_mime_dup_header (const DtlMimePart *part, const char *name);

/* A parameter of a header, "charset" of "Content-Type". Caller frees. */
char *dtl_mime_dup_parameter (const DtlMimePart *part,
                              const char *header,
                              const char *name);

/* The body of a part that is text: transfer encoding and charset decoded to
 * UTF-8. @is_html: what the text declares of itself counts as well. Caller
 * frees. */
char *dtl_mime_dup_text (const DtlMimePart *part, gboolean is_html, gsize *ret_length);

/* "=?utf-8?q?caf=C3=A9?=" to "café"; text without such words is decoded as
 * best as can be told. Caller frees. */
char *dtl_mime_decode_words (const char *text, gsize length);

G_END_DECLS
