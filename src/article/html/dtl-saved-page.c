#include "config.h"

#include "article/html/dtl-saved-page.h"

#include "article/html/dtl-html-reader.h"

#include <string.h>

static gboolean
is_web_address (const char *address)
{
  return address != NULL && (g_ascii_strncasecmp (address, "http://", 7) == 0 ||
                             g_ascii_strncasecmp (address, "https://", 8) == 0);
}

/* The part that @id names, or -1; "<x>" where headers name parts. */
static int
find_named (const DtlMime *mime, const char *header, const char *id)
{
  for (int i = 1; id != NULL && i < (int) mime->parts->len; i++)
    {
      g_autofree char *found = dtl_mime_dup_header (dtl_mime_get_part (mime, i), header);

      if (g_strcmp0 (found, id) == 0)
        return i;
    }
  return -1;
}

static gboolean
is_page (const DtlMime *mime, int part)
{
  const char *type = part >= 0 ? dtl_mime_get_part (mime, part)->type : "";

  return strcmp (type, "text/html") == 0 || strcmp (type, "application/xhtml+xml") == 0;
}

/* The part that would be the page itself, or -1. */
static int
find_page (const DtlMime *mime)
{
  const DtlMimePart *message = dtl_mime_get_part (mime, 0);
  g_autofree char *start = dtl_mime_dup_parameter (message, "Content-Type", "start");
  g_autofree char *address = dtl_mime_dup_header (message, "Snapshot-Content-Location");
  int part = find_named (mime, "Content-ID", start);

  if (!is_page (mime, part))
    part = find_named (mime, "Content-Location", address);
  if (!is_page (mime, part))
    part = dtl_mime_find_part (mime, "text/html");
  return part >= 0 ? part : dtl_mime_find_part (mime, "application/xhtml+xml");
}

/* The address that the page came from; NULL where it was not saved. */
static char *
dup_address (const DtlMime *mime, int page)
{
  g_autofree char *own =
      dtl_mime_dup_header (dtl_mime_get_part (mime, page), "Content-Location");
  g_autofree char *given =
      dtl_mime_dup_header (dtl_mime_get_part (mime, 0), "Snapshot-Content-Location");

  if (is_web_address (own))
    return g_steal_pointer (&own);
  return is_web_address (given) ? g_steal_pointer (&given) : NULL;
}

/* A mail with pictures has parts that are related, too, but it was sent to
 * somebody. */
static gboolean
was_saved (const DtlMime *mime, int page)
{
  const DtlMimePart *message = dtl_mime_get_part (mime, 0);
  g_autofree char *snapshot = dtl_mime_dup_header (message, "Snapshot-Content-Location");
  g_autofree char *to = dtl_mime_dup_header (message, "To");
  g_autofree char *received = dtl_mime_dup_header (message, "Received");
  g_autofree char *location = NULL;

  if (page < 0)
    return FALSE;
  if (snapshot != NULL)
    return TRUE;
  location = dtl_mime_dup_header (dtl_mime_get_part (mime, page), "Content-Location");
  return to == NULL && received == NULL && location != NULL;
}

int
dtl_saved_page_find (const DtlMime *mime)
{
  int page = find_page (mime);

  return was_saved (mime, page) ? page : -1;
}

gboolean
dtl_saved_page_read (DtlArticleSink *sink,
                     const DtlMime *mime,
                     int page,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (DtlArticleBuilder) builder = dtl_article_sink_begin (sink, NULL);
  g_autofree char *saved = dup_address (mime, page);
  const char *address = sink->options->url != NULL ? sink->options->url : saved;
  gsize length;
  g_autofree char *html =
      dtl_mime_dup_text (dtl_mime_get_part (mime, page), TRUE, &length);

  if (!dtl_html_read (builder, html, length, address, sink->options->language,
                      cancellable, error))
    return FALSE;
  if (address != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_URL, address,
                             sink->options->url != NULL ? "given" : "Content-Location",
                             1);
  dtl_article_sink_end (sink, g_steal_pointer (&builder));
  return TRUE;
}
