#include "config.h"

#include "article/xml/dtl-feed-reader.h"

#include "article/xml/dtl-feed-entry.h"
#include "article/xml/dtl-xml-markup.h"

#include <string.h>

/* --- fields --- */

/* Belongs to the feed's own vocabulary, or to one of those that feeds borrow
 * their fields from; others ("media:title") speak of other things. */
static gboolean
is_of_feed (const DtlXml *xml, int node)
{
  static const char *const spaces[] = {
    "purl.org/rss",  "purl.org/dc",         "purl.org/net/rss",        "w3.org/2005/Atom",
    "purl.org/atom", "my.netscape.com/rdf", "backend.userland.com/rss"
  };
  const char *space = dtl_xml_get_space (xml, node);

  if (*space == '\0')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (strstr (space, spaces[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The first child of the feed's own that is called so, or -1. */
static int
find_field (const DtlXml *xml, int entry, const char *name)
{
  for (int i = entry + 1; i < xml->nodes[entry].end; i = xml->nodes[i].end)
    if (dtl_xml_is (xml, i, name) && is_of_feed (xml, i))
      return i;
  return -1;
}

static char *
dup_first (const DtlXml *xml, int entry, const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      char *text = dtl_xml_dup_text (xml, find_field (xml, entry, names[i]));

      if (text != NULL)
        return text;
    }
  return NULL;
}

/* All of it as it stands: it is HTML itself. */
static char *
dup_raw (const DtlXml *xml, int node)
{
  return g_strndup (xml->text + xml->nodes[node].text_start,
                    xml->nodes[node].text_end - xml->nodes[node].text_start);
}

/* --- texts --- */

static gboolean
is_text_type (const char *type)
{
  return type != NULL && (strcmp (type, "text") == 0 || strcmp (type, "text/plain") == 0);
}

static char *
dup_markup (const DtlXml *xml, int node)
{
  const char *type = dtl_xml_get_attribute (xml, node, "type");
  g_autofree char *raw = NULL;

  if (node < 0)
    return NULL;
  if ((type != NULL && strstr (type, "xhtml") != NULL) ||
      dtl_xml_find (xml, node, "p") >= 0 || dtl_xml_find (xml, node, "div") >= 0)
    return dtl_xml_write_html (xml, node, NULL); /* markup of the feed's own XML */
  raw = dup_raw (xml, node);
  return is_text_type (type) ? g_markup_escape_text (raw, -1) : g_steal_pointer (&raw);
}

/* The longest of the texts that an entry has: some have only a summary, some
 * put the whole text there. */
static char *
find_content (const DtlXml *xml, int entry)
{
  static const char *const names[] = { "encoded", "content", "description", "summary",
                                       NULL };
  char *best = NULL;

  for (int i = entry + 1; i < xml->nodes[entry].end; i = xml->nodes[i].end)
    {
      char *text;

      if (!dtl_xml_is_any (xml, i, names) ||
          (!dtl_xml_is (xml, i, "encoded") && !is_of_feed (xml, i)))
        continue;
      text = dup_markup (xml, i);
      if (best != NULL && strlen (best) >= strlen (text))
        g_free (text);
      else
        {
          g_free (best);
          best = text;
        }
    }
  return best;
}

/* --- people and addresses --- */

/* "jane@example.org (Jane Doe)" is how RSS writes "Jane Doe". */
static char *
take_name (char *text)
{
  char *open = text != NULL ? strchr (text, '(') : NULL;
  char *close = open != NULL ? strchr (open, ')') : NULL;
  char *name;

  if (close == NULL || strchr (text, '@') == NULL)
    return text;
  name = g_strndup (open + 1, (gsize) (close - open - 1));
  g_free (text);
  return name;
}

static char *
find_byline (const DtlXml *xml, int entry)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = entry + 1; i < xml->nodes[entry].end; i = xml->nodes[i].end)
    {
      g_autofree char *name = NULL;

      if ((!dtl_xml_is (xml, i, "author") && !dtl_xml_is (xml, i, "creator")) ||
          !is_of_feed (xml, i))
        continue;
      name = dtl_xml_dup_text (xml, dtl_xml_get_child (xml, i, "name"));
      if (name == NULL)
        name = take_name (dtl_xml_dup_text (xml, i));
      if (name == NULL || strstr (names->str, name) != NULL)
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, name);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static gboolean
is_web_address (const char *text)
{
  return text != NULL && (g_ascii_strncasecmp (text, "http://", 7) == 0 ||
                          g_ascii_strncasecmp (text, "https://", 8) == 0);
}

/* Where the entry itself is to be read, not its comments or its parts. */
static char *
find_url (const DtlXml *xml, int entry)
{
  int guid = find_field (xml, entry, "guid");
  const char *is_address = dtl_xml_get_attribute (xml, guid, "isPermaLink");
  g_autofree char *identifier = NULL;

  for (int i = entry + 1; i < xml->nodes[entry].end; i = xml->nodes[i].end)
    {
      const char *relation = dtl_xml_get_attribute (xml, i, "rel");
      const char *address = dtl_xml_get_attribute (xml, i, "href");
      g_autofree char *text = NULL;

      if (!dtl_xml_is (xml, i, "link") || !is_of_feed (xml, i) ||
          (relation != NULL && strcmp (relation, "alternate") != 0))
        continue;
      text = address != NULL ? g_strdup (address) : dtl_xml_dup_text (xml, i);
      if (is_web_address (text))
        return g_steal_pointer (&text);
    }
  identifier = dtl_xml_dup_text (xml, guid);
  return is_web_address (identifier) && g_strcmp0 (is_address, "false") != 0
             ? g_steal_pointer (&identifier)
             : NULL;
}

/* --- the feed --- */

static gboolean
is_entry (const DtlXml *xml, int node)
{
  return (dtl_xml_is (xml, node, "item") || dtl_xml_is (xml, node, "entry")) &&
         is_of_feed (xml, node);
}

/* What entries have where they say nothing of their own. */
typedef struct {
  char *byline, *language;
} Defaults;

static Defaults
read_defaults (const DtlXml *xml)
{
  int channel = dtl_xml_get_child (xml, 0, "channel");
  int feed = channel >= 0 ? channel : 0;
  const char *language = dtl_xml_get_attribute (xml, 0, "lang");
  Defaults defaults = { 0 };

  defaults.language = language != NULL
                          ? g_strdup (language)
                          : dtl_xml_dup_text (xml, find_field (xml, feed, "language"));
  /* Of RSS the editor of the whole is no author of its entries. */
  if (dtl_xml_is (xml, 0, "feed"))
    defaults.byline = find_byline (xml, 0);
  return defaults;
}

static void
read_entry (const DtlXml *xml, int node, const Defaults *defaults, DtlFeedEntry *entry)
{
  static const char *const published[] = { "published", "pubDate", "date",
                                           "issued",    "created", NULL };
  static const char *const modified[] = { "updated", "modified", NULL };
  int title = find_field (xml, node, "title");
  const char *language = dtl_xml_get_attribute (xml, node, "lang");

  entry->title = title >= 0 ? dup_markup (xml, title) : NULL;
  entry->byline = find_byline (xml, node);
  if (entry->byline == NULL)
    entry->byline = g_strdup (defaults->byline);
  entry->published = dup_first (xml, node, published);
  entry->modified = dup_first (xml, node, modified);
  entry->url = find_url (xml, node);
  entry->language = g_strdup (language != NULL ? language : defaults->language);
  entry->content = find_content (xml, node);
}

static gboolean
read_entries (const DtlXml *xml,
              const Defaults *defaults,
              DtlArticleSink *sink,
              GCancellable *cancellable,
              GError **error)
{
  guint number = 0;

  for (int i = 1; i < xml->n_nodes && !sink->is_stopped; i++)
    {
      g_auto (DtlFeedEntry) entry = { 0 };

      if (!is_entry (xml, i))
        continue;
      read_entry (xml, i, defaults, &entry);
      if (!dtl_feed_entry_put (&entry, sink, ++number, cancellable, error))
        return FALSE;
      i = xml->nodes[i].end - 1;
    }
  return TRUE;
}

gboolean
dtl_feed_read (DtlArticleSink *sink,
               const char *bytes,
               gsize length,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (DtlXml) xml = dtl_xml_parse (bytes, length, cancellable, error);
  Defaults defaults;
  gboolean done;

  if (xml == NULL)
    return FALSE;
  defaults = read_defaults (xml);
  done = read_entries (xml, &defaults, sink, cancellable, error);
  g_free (defaults.byline);
  g_free (defaults.language);
  return done;
}
