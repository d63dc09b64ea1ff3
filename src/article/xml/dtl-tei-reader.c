#include "config.h"

#include "article/xml/dtl-tei-reader.h"

#include "article/dtl-stamp.h"
#include "article/dtl-written-date.h"
#include "article/html/dtl-html-fragment.h"
#include "article/packed/dtl-document-facts.h"
#include "article/xml/dtl-xml-markup.h"

#include <string.h>

#define MAX_AUTHORS 32

/* --- the header --- */

/* "1857-06-12" of its attributes, else a date in its words. Caller frees. */
static char *
read_date (const DtlXml *xml, int date)
{
  static const char *const attributes[] = { "when", "when-iso", "from", "notBefore" };
  g_autofree char *text = dtl_xml_dup_text (xml, date);
  DtlWrittenDate written;
  DtlStamp stamp;

  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = dtl_xml_get_attribute (xml, date, attributes[i]);

      if (value != NULL && dtl_stamp_parse (value, &stamp))
        return dtl_stamp_format (&stamp);
    }
  if (text == NULL)
    return NULL;
  if (dtl_stamp_parse (text, &stamp))
    return dtl_stamp_format (&stamp);
  return dtl_written_date_find (text, strlen (text), 0, DTL_DAY_FIRST, &written)
             ? dtl_stamp_format (&written.stamp)
             : NULL;
}

/* The first date below @node that can be read. */
static char *
find_date (const DtlXml *xml, int node)
{
  for (int i = node + 1; node >= 0 && i < xml->nodes[node].end; i++)
    {
      char *date = dtl_xml_is (xml, i, "date") ? read_date (xml, i) : NULL;

      if (date != NULL)
        return date;
    }
  return NULL;
}

static void
set_date (DtlArticleBuilder *builder, const DtlXml *xml, int header)
{
  static const char *const places[] = { "fileDesc/sourceDesc", "profileDesc/creation",
                                        "profileDesc/correspDesc",
                                        "fileDesc/publicationStmt" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *date = find_date (xml, dtl_xml_get_at (xml, header, places[i]));

      if (date == NULL)
        continue;
      dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, date,
                               strrchr (places[i], '/') + 1, 0.9);
      return;
    }
}

/* "Holm, Vera" as catalogues have it is "Vera Holm". */
static char *
dup_name (const DtlXml *xml, int author)
{
  int person = dtl_xml_find (xml, author, "persName");
  int surname = dtl_xml_find (xml, author, "surname");
  int forename = dtl_xml_find (xml, author, "forename");
  g_autofree char *last = dtl_xml_dup_text (xml, surname);
  g_autofree char *first = dtl_xml_dup_text (xml, forename);

  if (last != NULL && first != NULL)
    return g_strdup_printf ("%s %s", first, last);
  return dtl_xml_dup_text (xml, person >= 0 ? person : author);
}

static void
set_byline (DtlArticleBuilder *builder, const DtlXml *xml, int statement)
{
  g_auto (DtlDocumentFacts) facts = { 0 };
  guint n = 0;

  for (int i = statement + 1;
       statement >= 0 && i < xml->nodes[statement].end && n < MAX_AUTHORS;
       i = xml->nodes[i].end)
    if (dtl_xml_is (xml, i, "author"))
      {
        g_autofree char *name = dup_name (xml, i);

        dtl_document_facts_add_author (&facts, name);
        n++;
      }
  dtl_document_facts_set_byline (builder, facts.author, FALSE, "titleStmt");
}

/* Titles of kinds; "main" where one says so. */
static char *
find_title (const DtlXml *xml, int statement)
{
  int first = dtl_xml_get_child (xml, statement, "title");

  for (int i = first; i >= 0 && i < xml->nodes[statement].end; i = xml->nodes[i].end)
    if (dtl_xml_is (xml, i, "title") &&
        g_strcmp0 (dtl_xml_get_attribute (xml, i, "type"), "main") == 0)
      return dtl_xml_dup_text (xml, i);
  return dtl_xml_dup_text (xml, first);
}

static void
set_fields (DtlArticleBuilder *builder, const DtlXml *xml, int header)
{
  int statement = dtl_xml_get_at (xml, header, "fileDesc/titleStmt");
  g_autofree char *title = find_title (xml, statement);

  if (title != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, title, "titleStmt", 0.95);
  set_byline (builder, xml, statement);
  set_date (builder, xml, header);
}

static const char *
find_language (const DtlXml *xml, int text, int header)
{
  const char *language =
      dtl_xml_get_attribute (xml, dtl_xml_find (xml, text, "body"), "lang");

  if (language == NULL)
    language = dtl_xml_get_attribute (xml, text, "lang");
  if (language == NULL)
    language = dtl_xml_get_attribute (
        xml, dtl_xml_get_at (xml, header, "profileDesc/langUsage/language"), "ident");
  return language;
}

/* --- the text --- */

static gboolean
has_sibling (const DtlXml *xml, int node, const char *name)
{
  return dtl_xml_get_child (xml, xml->nodes[node].parent, name) >= 0;
}

/* Of two readings in a "choice" the one that the editor did not settle on. */
static gboolean
is_other_reading (const DtlXml *xml, int node)
{
  return dtl_xml_is (xml, xml->nodes[node].parent, "choice") &&
         ((dtl_xml_is (xml, node, "orig") && has_sibling (xml, node, "reg")) ||
          (dtl_xml_is (xml, node, "sic") && has_sibling (xml, node, "corr")) ||
          (dtl_xml_is (xml, node, "abbr") && has_sibling (xml, node, "expan")));
}

/* How deep in divisions a heading is, from 1. */
static int
get_level (const DtlXml *xml, int node)
{
  int level = 0;

  for (; node > 0; node = xml->nodes[node].parent)
    {
      const char *name = dtl_xml_get_name (xml, node);

      level += name != NULL && g_str_has_prefix (name, "div");
    }
  return CLAMP (level, 1, 6);
}

static const char *
get_heading_name (const DtlXml *xml, int node)
{
  static const char *const names[] = { "h1", "h2", "h3", "h4", "h5", "h6" };
  static const char *const captioned[] = { "figure", "table", NULL };

  if (dtl_xml_is_any (xml, xml->nodes[node].parent, captioned))
    return "figcaption";
  return names[get_level (xml, node) - 1];
}

static const char *
get_html_name (const DtlXml *xml, int node)
{
  static const char *const left_out[] = { "note",    "fw",      "del",       "teiHeader",
                                          "figDesc", "graphic", "titlePage", "listBibl",
                                          "noteGrp", "index",   "surplus",   "facsimile",
                                          "rdg",     NULL };
  static const char *const others[][2] = {
    { "p", "p" },
    { "ab", "p" },
    { "lg", "div" },
    { "l", "p" },
    { "list", "ul" },
    { "item", "li" },
    { "table", "table" },
    { "row", "tr" },
    { "cell", "td" },
    { "figure", "figure" },
    { "sp", "div" },
    { "speaker", "p" },
    { "stage", "p" },
    { "opener", "div" },
    { "closer", "div" },
    { "dateline", "p" },
    { "salute", "p" },
    { "signed", "p" },
    { "byline", "p" },
    { "trailer", "p" },
    { "cit", "blockquote" },
    { "epigraph", "blockquote" },
  };
  const char *name = dtl_xml_get_name (xml, node);

  if (dtl_xml_is_any (xml, node, left_out) || is_other_reading (xml, node))
    return NULL;
  if (strcmp (name, "head") == 0)
    return get_heading_name (xml, node);
  if (g_str_has_prefix (name, "div"))
    return "div";
  /* The lines of the source are none of ours; a word that goes on says so. */
  if (strcmp (name, "lb") == 0)
    return g_strcmp0 (dtl_xml_get_attribute (xml, node, "break"), "no") == 0 ? "" : " ";
  /* A quotation of paragraphs is one; of a few words it is in the sentence. */
  if (strcmp (name, "quote") == 0 && dtl_xml_get_child (xml, node, "p") >= 0)
    return "blockquote";
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (name, others[i][0]) == 0)
      return others[i][1];
  return "";
}

static gboolean
add_text (DtlArticleBuilder *builder,
          const DtlXml *xml,
          int text,
          GCancellable *cancellable,
          GError **error)
{
  int body = dtl_xml_find (xml, text, "body");
  g_autofree char *html =
      dtl_xml_write_html (xml, body >= 0 ? body : text, get_html_name);

  return dtl_html_fragment_add (builder, html, strlen (html), NULL, cancellable, error);
}

static gboolean
read_one (DtlArticleSink *sink,
          const DtlXml *xml,
          int tei,
          const char *part,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (DtlArticleBuilder) builder = dtl_article_sink_begin (sink, part);
  int header = dtl_xml_get_child (xml, tei, "teiHeader");
  int text = dtl_xml_get_child (xml, tei, "text");

  set_fields (builder, xml, header);
  if (text >= 0 && !add_text (builder, xml, text, cancellable, error))
    return FALSE;
  dtl_fragment_set_language (builder, find_language (xml, text, header),
                             sink->options->language);
  dtl_article_sink_end (sink, g_steal_pointer (&builder));
  return TRUE;
}

gboolean
dtl_tei_read (DtlArticleSink *sink,
              const char *bytes,
              gsize length,
              GCancellable *cancellable,
              GError **error)
{
  static const char *const names[] = { "TEI", "TEI.2", NULL };
  g_autoptr (DtlXml) xml = dtl_xml_parse (bytes, length, cancellable, error);
  guint number = 0;

  for (int i = 0; xml != NULL && i < xml->n_nodes && !sink->is_stopped; i++)
    if (dtl_xml_is_any (xml, i, names))
      {
        g_autofree char *part = i > 0 ? g_strdup_printf ("%u", ++number) : NULL;

        if (!read_one (sink, xml, i, part, cancellable, error))
          return FALSE;
        i = xml->nodes[i].end - 1;
      }
  return xml != NULL;
}
