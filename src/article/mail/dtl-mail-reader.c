#include "config.h"

#include "article/mail/dtl-mail-reader.h"

#include "article/dtl-written-date.h"
#include "article/html/dtl-saved-page.h"
#include "article/mail/dtl-mail-quotes.h"
#include "article/mail/dtl-mime.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- is it one? --- */

/* Only mail programs write these. */
static const char *const telling_headers[] = { "mime-version",
                                               "message-id",
                                               "received",
                                               "return-path",
                                               "delivered-to",
                                               "dkim-signature",
                                               "x-mailer",
                                               "snapshot-content-location",
                                               "authentication-results",
                                               "arc-seal",
                                               "list-unsubscribe",
                                               NULL };
static const char *const plain_headers[] = { "from", "to",           "subject",
                                             "date", "content-type", NULL };

/* The name of the header in a line, lower case; NULL where it is none. */
static char *
read_header_name (const char *line, gsize length)
{
  gsize n = 0;

  while (n < length && (g_ascii_isalnum (line[n]) || line[n] == '-'))
    n++;
  return n > 0 && n < length && line[n] == ':' ? g_ascii_strdown (line, (gssize) n)
                                               : NULL;
}

gboolean
dtl_mail_sniff (const char *bytes, gsize length)
{
  const char *at = bytes, *end = bytes + length;
  guint n_telling = 0, n_plain = 0;

  for (gboolean is_first = TRUE; at < end; is_first = FALSE)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      const char *line_end = stop != NULL ? stop : end;
      g_autofree char *name = read_header_name (at, (gsize) (line_end - at));

      if (at == line_end || *at == '\r')
        break;
      if (name != NULL)
        {
          n_telling += g_strv_contains (telling_headers, name);
          n_plain += g_strv_contains (plain_headers, name);
        }
      else if (*at != ' ' && *at != '\t' && stop != NULL &&
               !(is_first && end - at >= 5 && memcmp (at, "From ", 5) == 0))
        return FALSE;
      at = stop != NULL ? stop + 1 : end;
    }
  return (n_telling >= 1 && n_plain >= 1) || n_plain >= 4;
}

/* --- a mail's head --- */

static void
set_header (DtlArticleBuilder *builder,
            DtlArticleField field,
            const DtlMimePart *message,
            const char *header,
            double confidence)
{
  g_autofree char *value = dtl_mime_dup_header (message, header);

  if (value != NULL)
    dtl_article_builder_set (builder, field, value, header, confidence);
}

/* "Jane Doe" of "\"Jane Doe\" <jane@example.org>"; else the address. */
static void
set_byline (DtlArticleBuilder *builder, const DtlMimePart *message)
{
  g_autofree char *from = dtl_mime_dup_header (message, "From");
  char *bracket = from != NULL ? strrchr (from, '<') : NULL;
  g_autofree char *address = NULL;
  char *name;

  if (from == NULL)
    return;
  if (bracket != NULL)
    {
      *bracket = '\0';
      address = g_strndup (bracket + 1, strcspn (bracket + 1, ">"));
    }
  name = g_strstrip (from);
  if (strlen (name) >= 2 && *name == '"' && name[strlen (name) - 1] == '"')
    {
      name[strlen (name) - 1] = '\0';
      name++;
    }
  if (*name == '\0' && address != NULL)
    name = address;
  if (*name != '\0')
    dtl_article_builder_set (builder, DTL_ARTICLE_BYLINE, name, "From", 0.95);
}

static void
set_date (DtlArticleBuilder *builder, const DtlMimePart *message)
{
  g_autofree char *text = dtl_mime_dup_header (message, "Date");
  g_autofree char *value = NULL;
  DtlWrittenDate date;

  if (text == NULL ||
      !dtl_written_date_find (text, strlen (text), 0, DTL_DAY_FIRST, &date))
    return;
  value = dtl_stamp_format (&date.stamp);
  dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, value, "Date", 0.97);
}

/* --- which part is read --- */

static gboolean
is_flowed (const DtlMimePart *part)
{
  g_autofree char *format = dtl_mime_dup_parameter (part, "Content-Type", "format");

  return format != NULL && g_ascii_strcasecmp (format, "flowed") == 0;
}

static void
add_plain (DtlArticleBuilder *builder, const DtlMimePart *part)
{
  gsize length;
  g_autofree char *text = dtl_mime_dup_text (part, FALSE, &length);
  g_autofree char *own = dtl_mail_strip_quotes (text, length, is_flowed (part));

  dtl_plain_fragment_add (builder, own, strlen (own));
}

static gboolean
add_html (DtlArticleBuilder *builder,
          const DtlMimePart *part,
          GCancellable *cancellable,
          GError **error)
{
  gsize length;
  g_autofree char *html = dtl_mime_dup_text (part, TRUE, &length);

  return dtl_html_fragment_add (builder, html, length, dtl_mail_filter_html, cancellable,
                                error);
}

/* Of two forms of one text the plain one, unless it only says that there is
 * another one. */
static gboolean
is_stub (const DtlMimePart *plain, const DtlMimePart *html)
{
  return plain->body_length < 200 && html->body_length > 20 * plain->body_length;
}

static gboolean
add_text (DtlArticleBuilder *builder,
          const DtlMime *mime,
          GCancellable *cancellable,
          GError **error)
{
  int plain = dtl_mime_find_part (mime, "text/plain");
  int html = dtl_mime_find_part (mime, "text/html");

  if (plain >= 0 && html >= 0 &&
      is_stub (dtl_mime_get_part (mime, plain), dtl_mime_get_part (mime, html)))
    plain = -1;
  if (plain >= 0)
    add_plain (builder, dtl_mime_get_part (mime, plain));
  else if (html >= 0)
    return add_html (builder, dtl_mime_get_part (mime, html), cancellable, error);
  return TRUE;
}

static gboolean
check_readable (const DtlMime *mime, GError **error)
{
  const char *type = dtl_mime_get_part (mime, 0)->type;

  if (strcmp (type, "multipart/encrypted") != 0 &&
      strcmp (type, "application/pkcs7-mime") != 0 &&
      strcmp (type, "application/x-pkcs7-mime") != 0)
    return TRUE;
  g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_UNSUPPORTED,
               _ ("this mail is encrypted; only your mail program can open it"));
  return FALSE;
}

static gboolean
read_mail (DtlArticleSink *sink,
           const DtlMime *mime,
           const char *part,
           GCancellable *cancellable,
           GError **error)
{
  const DtlMimePart *message = dtl_mime_get_part (mime, 0);
  g_autoptr (DtlArticleBuilder) builder = NULL;
  g_autofree char *hint = dtl_mime_dup_header (message, "Content-Language");

  if (!check_readable (mime, error))
    return FALSE;
  builder = dtl_article_sink_begin (sink, part);
  set_header (builder, DTL_ARTICLE_TITLE, message, "Subject", 0.95);
  set_byline (builder, message);
  set_date (builder, message);
  if (!add_text (builder, mime, cancellable, error))
    return FALSE;
  dtl_fragment_set_language (builder, hint, sink->options->language);
  dtl_article_sink_end (sink, g_steal_pointer (&builder));
  return TRUE;
}

/* --- reading --- */

static gboolean
read_message (DtlArticleSink *sink,
              const char *bytes,
              gsize length,
              const char *part,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (DtlMime) mime = dtl_mime_parse (bytes, length);
  int page = dtl_saved_page_find (mime);

  return page >= 0 ? dtl_saved_page_read (sink, mime, page, cancellable, error)
                   : read_mail (sink, mime, part, cancellable, error);
}

/* The line "From …" below a blank one, or @end. */
static const char *
find_next_mail (const char *at, const char *end)
{
  while ((at = memchr (at, '\n', (gsize) (end - at))) != NULL)
    {
      const char *before = at;

      at++;
      if (end - at < 5 || memcmp (at, "From ", 5) != 0)
        continue;
      if (before[-1] == '\r')
        before--;
      if (before[-1] == '\n')
        return at;
    }
  return end;
}

/* Mailboxes: each mail is below a line "From …" of its own. One that cannot be
 * read does not keep the others from being read. */
static gboolean
read_mailbox (DtlArticleSink *sink,
              const char *at,
              const char *end,
              GCancellable *cancellable,
              GError **error)
{
  for (guint n = 1; at < end && !sink->is_stopped; n++)
    {
      g_autofree char *part = g_strdup_printf ("%u", n);
      const char *start = memchr (at, '\n', (gsize) (end - at));
      const char *stop = find_next_mail (at, end);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (start != NULL && start + 1 < stop)
        read_message (sink, start + 1, (gsize) (stop - start - 1), part, cancellable,
                      NULL);
      at = stop;
    }
  return TRUE;
}

gboolean
dtl_mail_read (DtlArticleSink *sink,
               const char *bytes,
               gsize length,
               GCancellable *cancellable,
               GError **error)
{
  if (length > 5 && memcmp (bytes, "From ", 5) == 0)
    return read_mailbox (sink, bytes, bytes + length, cancellable, error);
  return read_message (sink, bytes, length, NULL, cancellable, error);
}
