#include "config.h"

#include "article/mail/dtl-mime.h"

#include "article/dtl-encoding.h"
#include "article/mail/dtl-mime-words.h"

#include <string.h>

#define MAX_DEPTH 16
#define MAX_PARTS 2000
#define MAX_BOUNDARY_BYTES 200
#define MAX_HEADER_BYTES (64 * 1024)

/* --- headers --- */

static const char *
find_line_end (const char *at, const char *end)
{
  const char *found = memchr (at, '\n', (gsize) (end - at));

  return found != NULL ? found + 1 : end;
}

static gboolean
is_blank_line (const char *at, const char *end)
{
  return at < end && (*at == '\n' || (*at == '\r' && at + 1 < end && at[1] == '\n'));
}

/* Where the body begins. */
static const char *
find_body (const char *at, const char *end, const char **ret_headers_end)
{
  while (at < end && !is_blank_line (at, end))
    at = find_line_end (at, end);
  *ret_headers_end = at;
  return at < end ? find_line_end (at, end) : end;
}

/* The value of a header as it is written, with the lines that continue it. */
static const char *
find_header (const DtlMimePart *part, const char *name, gsize *ret_length)
{
  const char *at = part->headers, *end = at + part->headers_length;
  gsize n = strlen (name);

  while (at < end)
    {
      const char *next = find_line_end (at, end);

      while (next < end && (*next == ' ' || *next == '\t'))
        next = find_line_end (next, end);
      if ((gsize) (next - at) > n && at[n] == ':' &&
          g_ascii_strncasecmp (at, name, n) == 0)
        {
          at += n + 1;
          *ret_length = MIN ((gsize) (next - at), MAX_HEADER_BYTES);
          return at;
        }
      at = next;
    }
  return NULL;
}

char *
dtl_mime_dup_header (const DtlMimePart *part, const char *name)
{
  gsize length;
  const char *value = find_header (part, name, &length);

  return value != NULL ? dtl_mime_decode_words (value, length) : NULL;
}

/* A value in quotes or up to what ends it. */
static char *
read_value (const char *at, const char *end)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (at < end && *at == '"')
    for (at++; at < end && *at != '"'; at++)
      {
        if (*at == '\\' && at + 1 < end)
          at++;
        g_string_append_c (value, *at);
      }
  else
    for (; at < end && strchr ("; \t\r\n", *at) == NULL; at++)
      g_string_append_c (value, *at);
  return g_string_free (g_steal_pointer (&value), FALSE);
}

/* Behind the next ";" that is in no quotes, and what blank follows it. */
static const char *
skip_parameter (const char *at, const char *end)
{
  gboolean is_quoted = FALSE;

  for (; at < end && (is_quoted || *at != ';'); at++)
    if (*at == '"')
      is_quoted = !is_quoted;
    else if (*at == '\\' && is_quoted && at + 1 < end)
      at++;
  while (at < end && (*at == ';' || g_ascii_isspace (*at)))
    at++;
  return at;
}

char *
dtl_mime_dup_parameter (const DtlMimePart *part, const char *header, const char *name)
{
  gsize length, n = strlen (name);
  const char *at = find_header (part, header, &length);
  const char *end = at != NULL ? at + length : NULL;

  if (at == NULL)
    return NULL;
  while ((at = skip_parameter (at, end)) < end)
    if ((gsize) (end - at) > n && at[n] == '=' && g_ascii_strncasecmp (at, name, n) == 0)
      return read_value (at + n + 1, end);
  return NULL;
}

/* --- parts --- */

static char *
read_type (const DtlMimePart *part)
{
  gsize length, n = 0;
  const char *at = find_header (part, "Content-Type", &length);

  if (at == NULL)
    return g_strdup ("text/plain");
  while (length > 0 && g_ascii_isspace (*at))
    at++, length--;
  while (n < length && strchr ("; \t\r\n", at[n]) == NULL)
    n++;
  return g_ascii_strdown (at, (gssize) n);
}

static int
append_part (DtlMime *mime, const char *start, const char *end, int parent)
{
  DtlMimePart part = { .headers = start, .parent = parent };
  const char *headers_end;

  part.body = find_body (start, end, &headers_end);
  part.body_length = (gsize) (end - part.body);
  part.headers_length = (gsize) (headers_end - start);
  part.type = read_type (&part);
  part.end = (int) mime->parts->len + 1;
  g_array_append_val (mime->parts, part);
  return (int) mime->parts->len - 1;
}

/* A line that is a boundary; @ret_is_last: of the last part. */
static gboolean
is_boundary (const char *line,
             const char *end,
             const char *boundary,
             gboolean *ret_is_last)
{
  gsize n = strlen (boundary);

  if ((gsize) (end - line) < n + 2 || memcmp (line, "--", 2) != 0 ||
      memcmp (line + 2, boundary, n) != 0)
    return FALSE;
  *ret_is_last = (gsize) (end - line) >= n + 4 && memcmp (line + 2 + n, "--", 2) == 0;
  return TRUE;
}

static void parse_part (DtlMime *mime,
                        const char *start,
                        const char *end,
                        int parent,
                        int depth);

static void
parse_parts (DtlMime *mime, int parent, const char *boundary, int depth)
{
  const DtlMimePart *part = dtl_mime_get_part (mime, parent);
  const char *at = part->body, *end = at + part->body_length, *start = NULL;
  gboolean is_last = FALSE;

  while (at < end && !is_last && mime->parts->len < MAX_PARTS)
    {
      const char *next = find_line_end (at, end);

      if (is_boundary (at, end, boundary, &is_last))
        {
          if (start != NULL)
            parse_part (mime, start, at, parent, depth);
          start = next;
        }
      at = next;
    }
  /* Cut off: what is there of the part that was being sent. */
  if (start != NULL && !is_last && start < end)
    parse_part (mime, start, end, parent, depth);
}

static void
parse_part (DtlMime *mime, const char *start, const char *end, int parent, int depth)
{
  int i = append_part (mime, start, end, parent);
  const DtlMimePart *part = dtl_mime_get_part (mime, i);
  g_autofree char *boundary = NULL;

  if (!g_str_has_prefix (part->type, "multipart/") || depth == MAX_DEPTH)
    return;
  boundary = dtl_mime_dup_parameter (part, "Content-Type", "boundary");
  if (boundary != NULL && *boundary != '\0' && strlen (boundary) <= MAX_BOUNDARY_BYTES)
    parse_parts (mime, i, boundary, depth + 1);
  g_array_index (mime->parts, DtlMimePart, i).end = (int) mime->parts->len;
}

static void
clear_part (gpointer part)
{
  g_free (((DtlMimePart *) part)->type);
}

DtlMime *
dtl_mime_parse (const char *bytes, gsize length)
{
  DtlMime *mime = g_new0 (DtlMime, 1);

  mime->parts = g_array_new (FALSE, FALSE, sizeof (DtlMimePart));
  g_array_set_clear_func (mime->parts, clear_part);
  parse_part (mime, bytes, bytes + length, -1, 0);
  return mime;
}

void
dtl_mime_free (DtlMime *mime)
{
  if (mime == NULL)
    return;
  g_array_unref (mime->parts);
  g_free (mime);
}

const DtlMimePart *
dtl_mime_get_part (const DtlMime *mime, int part)
{
  return &g_array_index (mime->parts, DtlMimePart, part);
}

static gboolean
is_attached (const DtlMimePart *part)
{
  g_autofree char *disposition = dtl_mime_dup_header (part, "Content-Disposition");

  return disposition != NULL &&
         g_ascii_strncasecmp (disposition, "attachment", strlen ("attachment")) == 0;
}

int
dtl_mime_find_part (const DtlMime *mime, const char *type)
{
  for (int i = 0; i < (int) mime->parts->len; i++)
    {
      const DtlMimePart *part = dtl_mime_get_part (mime, i);

      if (strcmp (part->type, type) == 0 && !is_attached (part))
        return i;
    }
  return -1;
}

/* --- bodies --- */

static char *
dup_body (const DtlMimePart *part, gsize *ret_length)
{
  g_autofree char *encoding = dtl_mime_dup_header (part, "Content-Transfer-Encoding");

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "base64") == 0)
    return dtl_mime_decode_base64 (part->body, part->body_length, ret_length);
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "quoted-printable") == 0)
    return dtl_mime_decode_quoted (part->body, part->body_length, FALSE, ret_length);
  *ret_length = part->body_length;
  return g_memdup2 (part->body, part->body_length);
}

char *
dtl_mime_dup_text (const DtlMimePart *part, gboolean is_html, gsize *ret_length)
{
  gsize length;
  g_autofree char *body = dup_body (part, &length);
  g_autofree char *charset = dtl_mime_dup_parameter (part, "Content-Type", "charset");

  if (charset == NULL && is_html)
    charset = dtl_encoding_find_declared (body, length);
  return dtl_encoding_decode (body, length, charset, ret_length);
}
