#include "config.h"

#include "article/dtl-encoding.h"
#include "article/dtl-json.h"
#include "article/xml/dtl-feed-entry.h"
#include "article/xml/dtl-feed-reader.h"

#include <string.h>

gboolean
dtl_json_feed_sniff (const char *bytes, gsize length)
{
  gsize n = 0;

  while (n < length && g_ascii_isspace (bytes[n]))
    n++;
  return n < length && bytes[n] == '{' &&
         g_strstr_len (bytes + n, (gssize) (length - n), "jsonfeed.org/version/") != NULL;
}

static char *
dup_string (const DtlJson *json, int object, const char *key)
{
  return g_strdup (dtl_json_get_string (json, object, key));
}

/* "authors" of version 1.1, "author" of 1.0; an item's own or the feed's. */
static char *
find_byline (const DtlJson *json, int object)
{
  g_autoptr (GString) names = g_string_new (NULL);
  int authors = dtl_json_get (json, object, "authors");
  int author = dtl_json_get (json, object, "author");

  for (int i = authors + 1; authors >= 0 && i < json->values[authors].end;
       i = json->values[i].end)
    {
      const char *name = dtl_json_get_string (json, i, "name");

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  if (names->len == 0 && author >= 0)
    return dup_string (json, author, "name");
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static char *
find_content (const DtlJson *json, int item)
{
  const char *html = dtl_json_get_string (json, item, "content_html");
  const char *text = dtl_json_get_string (json, item, "content_text");

  if (html != NULL)
    return g_strdup (html);
  if (text == NULL)
    text = dtl_json_get_string (json, item, "summary");
  return text != NULL ? g_markup_escape_text (text, -1) : NULL;
}

static void
read_item (const DtlJson *json, int feed, int item, DtlFeedEntry *entry)
{
  g_autofree char *title = dup_string (json, item, "title");

  entry->title = title != NULL ? g_markup_escape_text (title, -1) : NULL;
  entry->byline = find_byline (json, item);
  if (entry->byline == NULL)
    entry->byline = find_byline (json, feed);
  entry->published = dup_string (json, item, "date_published");
  entry->modified = dup_string (json, item, "date_modified");
  entry->url = dup_string (json, item, "url");
  entry->language = dup_string (json, item, "language");
  if (entry->language == NULL)
    entry->language = dup_string (json, feed, "language");
  entry->content = find_content (json, item);
}

gboolean
dtl_json_feed_read (DtlArticleSink *sink,
                    const char *bytes,
                    gsize length,
                    GCancellable *cancellable,
                    GError **error)
{
  gsize n;
  g_autofree char *text = dtl_encoding_decode (bytes, length, NULL, &n);
  g_autoptr (DtlJson) json = dtl_json_parse (text, n);
  int feed = json->n_values > 1 ? 1 : 0; /* the first is an array round it */
  int items = dtl_json_get (json, feed, "items");
  guint number = 0;

  for (int i = items + 1; items >= 0 && i < json->values[items].end && !sink->is_stopped;
       i = json->values[i].end)
    {
      g_auto (DtlFeedEntry) entry = { 0 };

      read_item (json, feed, i, &entry);
      if (!dtl_feed_entry_put (&entry, sink, ++number, cancellable, error))
        return FALSE;
    }
  return TRUE;
}
