#include "config.h"

#include "article/packed/dtl-epub-book.h"

#include "article/xml/dtl-xml.h"

#include <string.h>

#define MAX_CHAPTERS 5000

/* Of a book whose package is being read. */
typedef struct {
  const DtlZip *zip;
  const char *package; /* name of its part */
  const DtlXml *xml;
  GHashTable *hrefs;  /* id of the manifest to name of the part */
  GHashTable *titles; /* name of the part to title */
  GHashTable *others; /* names of parts that are no chapters */
} Loading;

static DtlXml *
parse_part (const DtlZip *zip, const char *name)
{
  gsize length;
  const char *bytes = name != NULL ? dtl_zip_get (zip, name, &length) : NULL;

  return bytes != NULL ? dtl_xml_parse (bytes, length, NULL, NULL) : NULL;
}

char *
dtl_epub_find_package (const DtlZip *zip)
{
  g_autoptr (DtlXml) xml = parse_part (zip, "META-INF/container.xml");

  for (int i = 0; xml != NULL && i < xml->n_nodes; i++)
    {
      const char *path = dtl_xml_get_attribute (xml, i, "full-path");

      if (dtl_xml_is (xml, i, "rootfile") && path != NULL)
        return dtl_zip_resolve ("", path);
    }
  return NULL;
}

/* --- locks --- */

/* Fonts are mangled in many books that anybody may read. */
static gboolean
is_of_font (const char *algorithm)
{
  return strstr (algorithm, "idpf.org/2008/embedding") != NULL ||
         strstr (algorithm, "ns.adobe.com/pdf/enc") != NULL;
}

gboolean
dtl_epub_is_locked (const DtlZip *zip)
{
  g_autoptr (DtlXml) xml = parse_part (zip, "META-INF/encryption.xml");

  for (int i = 0; xml != NULL && i < xml->n_nodes; i++)
    {
      const char *algorithm;

      if (!dtl_xml_is (xml, i, "EncryptedData"))
        continue;
      algorithm =
          dtl_xml_get_attribute (xml, dtl_xml_get_child (xml, i, "EncryptionMethod"),
                                 "Algorithm");
      if (algorithm == NULL || !is_of_font (algorithm))
        return TRUE;
    }
  return dtl_zip_is_locked (zip);
}

/* --- the manifest --- */

static void
read_manifest (Loading *loading)
{
  const DtlXml *xml = loading->xml;
  int manifest = dtl_xml_get_child (xml, 0, "manifest");

  for (int i = manifest + 1; manifest >= 0 && i < xml->nodes[manifest].end;
       i = xml->nodes[i].end)
    {
      const char *id = dtl_xml_get_attribute (xml, i, "id");
      const char *href = dtl_xml_get_attribute (xml, i, "href");

      if (dtl_xml_is (xml, i, "item") && id != NULL && href != NULL)
        g_hash_table_insert (loading->hrefs, g_strdup (id),
                             dtl_zip_resolve (loading->package, href));
    }
}

/* The part of the manifest with a property, "nav"; NULL where there is none. */
static const char *
find_with_property (const Loading *loading, const char *property)
{
  const DtlXml *xml = loading->xml;

  for (int i = 0; i < xml->n_nodes; i++)
    {
      const char *properties = dtl_xml_get_attribute (xml, i, "properties");

      if (dtl_xml_is (xml, i, "item") && properties != NULL &&
          strstr (properties, property) != NULL && dtl_xml_get_attribute (xml, i, "id"))
        return g_hash_table_lookup (loading->hrefs, dtl_xml_get_attribute (xml, i, "id"));
    }
  return NULL;
}

/* --- the table of contents --- */

/* The first title that a part is given is that of its beginning. */
static void
take_title (Loading *loading, const char *toc, const char *href, char *title)
{
  char *part = href != NULL && title != NULL ? dtl_zip_resolve (toc, href) : NULL;

  if (part == NULL || g_hash_table_contains (loading->titles, part))
    {
      g_free (part);
      g_free (title);
      return;
    }
  g_hash_table_insert (loading->titles, part, title);
}

/* What books call the parts that are no text of theirs. */
static gboolean
is_no_chapter (const char *type)
{
  static const char *const types[] = { "cover",
                                       "toc",
                                       "title-page",
                                       "titlepage",
                                       "copyright",
                                       "copyright-page",
                                       "index",
                                       "loi",
                                       "lot",
                                       "halftitlepage",
                                       "landmarks",
                                       "page-list",
                                       "other.backmatter",
                                       NULL };

  return type != NULL && g_strv_contains (types, type);
}

static void
add_other (Loading *loading, const char *base, const char *type, const char *href)
{
  if (href != NULL && is_no_chapter (type))
    g_hash_table_add (loading->others, dtl_zip_resolve (base, href));
}

/* EPUB 3: lists of links in a page. */
static void
read_navigation (Loading *loading, const char *part)
{
  g_autoptr (DtlXml) xml = parse_part (loading->zip, part);

  for (int i = 0; xml != NULL && i < xml->n_nodes; i++)
    {
      const char *type = dtl_xml_get_attribute (xml, i, "type");

      if (!dtl_xml_is (xml, i, "nav"))
        continue;
      for (int k = i + 1; k < xml->nodes[i].end; k++)
        if (!dtl_xml_is (xml, k, "a"))
          continue;
        else if (g_strcmp0 (type, "toc") == 0)
          take_title (loading, part, dtl_xml_get_attribute (xml, k, "href"),
                      dtl_xml_dup_text (xml, k));
        else
          add_other (loading, part, dtl_xml_get_attribute (xml, k, "type"),
                     dtl_xml_get_attribute (xml, k, "href"));
      i = xml->nodes[i].end - 1;
    }
}

/* EPUB 2: an NCX, which the spine names. */
static void
read_ncx (Loading *loading)
{
  const char *id =
      dtl_xml_get_attribute (loading->xml, dtl_xml_get_child (loading->xml, 0, "spine"),
                             "toc");
  const char *part = id != NULL ? g_hash_table_lookup (loading->hrefs, id) : NULL;
  g_autoptr (DtlXml) xml = parse_part (loading->zip, part);

  for (int i = 0; xml != NULL && i < xml->n_nodes; i++)
    if (dtl_xml_is (xml, i, "navPoint"))
      take_title (loading, part,
                  dtl_xml_get_attribute (xml, dtl_xml_get_child (xml, i, "content"),
                                         "src"),
                  dtl_xml_dup_text (xml, dtl_xml_get_at (xml, i, "navLabel/text")));
}

static void
read_guide (Loading *loading)
{
  const DtlXml *xml = loading->xml;

  for (int i = 0; i < xml->n_nodes; i++)
    if (dtl_xml_is (xml, i, "reference"))
      add_other (loading, loading->package, dtl_xml_get_attribute (xml, i, "type"),
                 dtl_xml_get_attribute (xml, i, "href"));
}

/* --- the spine --- */

static void
add_chapter (Loading *loading, DtlEpubBook *book, const char *part)
{
  DtlEpubChapter chapter = { 0 };

  if (g_hash_table_contains (loading->others, part))
    return;
  chapter.part = g_strdup (part);
  chapter.title = g_strdup (g_hash_table_lookup (loading->titles, part));
  book->n_titles += chapter.title != NULL;
  g_array_append_val (book->chapters, chapter);
}

static void
read_spine (Loading *loading, DtlEpubBook *book)
{
  const DtlXml *xml = loading->xml;
  int spine = dtl_xml_get_child (xml, 0, "spine");

  for (int i = spine + 1;
       spine >= 0 && i < xml->nodes[spine].end && book->chapters->len < MAX_CHAPTERS;
       i = xml->nodes[i].end)
    {
      const char *id = dtl_xml_get_attribute (xml, i, "idref");
      const char *is_linear = dtl_xml_get_attribute (xml, i, "linear");
      const char *part = id != NULL ? g_hash_table_lookup (loading->hrefs, id) : NULL;

      /* Each once: a spine that names a part again and again is a trap. */
      if (part == NULL || g_strcmp0 (is_linear, "no") == 0)
        continue;
      add_chapter (loading, book, part);
      g_hash_table_add (loading->others, g_strdup (part));
    }
}

/* --- the metadata --- */

/* The role of a creator: an attribute in EPUB 2, an element that refines it in
 * EPUB 3. "aut" where nothing is said. */
static gboolean
is_author (const DtlXml *xml, int creator)
{
  const char *role = dtl_xml_get_attribute (xml, creator, "role");
  const char *id = dtl_xml_get_attribute (xml, creator, "id");

  if (role != NULL || id == NULL)
    return role == NULL || strcmp (role, "aut") == 0;
  for (int i = 0; i < xml->n_nodes; i++)
    {
      const char *refines = dtl_xml_get_attribute (xml, i, "refines");

      if (dtl_xml_is (xml, i, "meta") && refines != NULL && *refines == '#' &&
          strcmp (refines + 1, id) == 0 &&
          g_strcmp0 (dtl_xml_get_attribute (xml, i, "property"), "role") == 0)
        {
          g_autofree char *value = dtl_xml_dup_text (xml, i);

          return g_strcmp0 (value, "aut") == 0;
        }
    }
  return TRUE;
}

/* Programs put a date of the first century where they know none. */
static gboolean
is_real_date (const char *date)
{
  return date != NULL && *date != '0';
}

static void
read_date (const DtlXml *xml, int node, DtlDocumentFacts *facts)
{
  const char *event = dtl_xml_get_attribute (xml, node, "event");
  g_autofree char *date = dtl_xml_dup_text (xml, node);
  char **field =
      g_strcmp0 (event, "modification") == 0 ? &facts->modified : &facts->published;

  if (!is_real_date (date) || g_strcmp0 (event, "creation") == 0 || *field != NULL)
    return;
  *field = g_steal_pointer (&date);
}

static void
read_field (const DtlXml *xml, int node, DtlDocumentFacts *facts)
{
  g_autofree char *text = dtl_xml_dup_text (xml, node);

  if (dtl_xml_is (xml, node, "title") && facts->title == NULL)
    facts->title = g_steal_pointer (&text);
  else if (dtl_xml_is (xml, node, "creator") && is_author (xml, node))
    dtl_document_facts_add_author (facts, text);
  else if (dtl_xml_is (xml, node, "language") && facts->language == NULL)
    facts->language = g_steal_pointer (&text);
  else if (dtl_xml_is (xml, node, "date"))
    read_date (xml, node, facts);
  else if (dtl_xml_is (xml, node, "meta") && facts->modified == NULL &&
           g_strcmp0 (dtl_xml_get_attribute (xml, node, "property"),
                      "dcterms:modified") == 0)
    facts->modified = g_steal_pointer (&text);
}

static void
read_metadata (const DtlXml *xml, DtlDocumentFacts *facts)
{
  int metadata = dtl_xml_get_child (xml, 0, "metadata");

  for (int i = metadata + 1; metadata >= 0 && i < xml->nodes[metadata].end; i++)
    if (dtl_xml_get_name (xml, i) != NULL)
      read_field (xml, i, facts);
}

/* --- loading --- */

static void
clear_chapter (gpointer data)
{
  DtlEpubChapter *chapter = data;

  g_free (chapter->part);
  g_free (chapter->title);
}

static void
load (Loading *loading, DtlEpubBook *book)
{
  const char *navigation;

  loading->hrefs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  loading->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  loading->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_manifest (loading);
  navigation = find_with_property (loading, "nav");
  if (navigation != NULL)
    {
      read_navigation (loading, navigation);
      g_hash_table_add (loading->others, g_strdup (navigation));
    }
  read_ncx (loading);
  read_guide (loading);
  read_spine (loading, book);
  read_metadata (loading->xml, &book->facts);
  g_hash_table_unref (loading->hrefs);
  g_hash_table_unref (loading->titles);
  g_hash_table_unref (loading->others);
}

gboolean
dtl_epub_book_load (DtlEpubBook *book,
                    const DtlZip *zip,
                    const char *package,
                    GCancellable *cancellable,
                    GError **error)
{
  gsize length = 0;
  const char *bytes = dtl_zip_get (zip, package, &length);
  g_autoptr (DtlXml) xml = dtl_xml_parse (bytes, length, cancellable, error);
  Loading loading = { .zip = zip, .package = package, .xml = xml };

  if (xml == NULL)
    return FALSE;
  book->chapters = g_array_new (FALSE, FALSE, sizeof (DtlEpubChapter));
  g_array_set_clear_func (book->chapters, clear_chapter);
  load (&loading, book);
  return TRUE;
}

void
dtl_epub_book_clear (DtlEpubBook *book)
{
  g_clear_pointer (&book->chapters, g_array_unref);
  dtl_document_facts_clear (&book->facts);
}
