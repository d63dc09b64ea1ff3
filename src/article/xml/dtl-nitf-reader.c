#include "config.h"

#include "article/xml/dtl-nitf-reader.h"

#include "article/html/dtl-html-fragment.h"
#include "article/packed/dtl-document-facts.h"
#include "article/xml/dtl-xml-markup.h"

#include <string.h>

/* --- what it says of itself --- */

/* The date that readers saw it under comes before the agency's own. */
static const char *
find_date (const DtlXml *xml, int nitf, const char **ret_carrier)
{
  static const char *const places[][3] = {
    { "head/pubdata", "date.publication", "pubdata" },
    { "head/docdata/date.issue", "norm", "date.issue" },
    { "head/docdata/date.release", "norm", "date.release" },
    { "body/body.head/dateline/story.date", "norm", "story.date" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *date =
          dtl_xml_get_attribute (xml, dtl_xml_get_at (xml, nitf, places[i][0]),
                                 places[i][1]);

      if (date != NULL && *date != '\0')
        {
          *ret_carrier = places[i][2];
          return date;
        }
    }
  return NULL;
}

static char *
find_title (const DtlXml *xml, int nitf)
{
  static const char *const places[] = { "body/body.head/hedline/hl1",
                                        "body/body.head/hedline", "head/title" };
  char *title = NULL;

  for (gsize i = 0; title == NULL && i < G_N_ELEMENTS (places); i++)
    title = dtl_xml_dup_text (xml, dtl_xml_get_at (xml, nitf, places[i]));
  return title;
}

static void
set_byline (DtlArticleBuilder *builder, const DtlXml *xml, int nitf)
{
  int node = dtl_xml_get_at (xml, nitf, "body/body.head/byline");
  g_autofree char *person = dtl_xml_dup_text (xml, dtl_xml_find (xml, node, "person"));
  g_autofree char *line = dtl_xml_dup_text (xml, node);

  dtl_document_facts_set_byline (builder, person != NULL ? person : line, TRUE, "byline");
}

/* "20070101T000000" is how archives write a day. */
static char *
dup_without_midnight (const char *date)
{
  return g_str_has_suffix (date, "T000000") ? g_strndup (date, strcspn (date, "T"))
                                            : g_strdup (date);
}

static void
set_date (DtlArticleBuilder *builder, const DtlXml *xml, int nitf)
{
  const char *carrier = NULL;
  const char *date = find_date (xml, nitf, &carrier);
  g_autofree char *value = date != NULL ? dup_without_midnight (date) : NULL;

  if (value != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, value, carrier, 0.95);
}

static void
set_fields (DtlArticleBuilder *builder, const DtlXml *xml, int nitf)
{
  const char *address =
      dtl_xml_get_attribute (xml, dtl_xml_get_at (xml, nitf, "head/pubdata"), "ex-ref");
  g_autofree char *title = find_title (xml, nitf);

  if (title != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, title, "hedline", 0.95);
  set_byline (builder, xml, nitf);
  set_date (builder, xml, nitf);
  if (address != NULL && g_str_has_prefix (address, "http"))
    dtl_article_builder_set (builder, DTL_ARTICLE_URL, address, "pubdata", 0.95);
}

/* --- its text --- */

static const char *
get_html_name (const DtlXml *xml, int node)
{
  static const char *const same[] = { "p",     "ul", "ol", "li",      "dl", "dt",  "dd",
                                      "table", "tr", "td", "th",      "br", "pre", "h1",
                                      "h2",    "h3", "h4", "caption", NULL };
  static const char *const left_out[] = { "media-metadata",
                                          "media-object",
                                          "media-producer",
                                          "media-reference",
                                          "note",
                                          "fn",
                                          "hr",
                                          NULL };
  static const char *const others[][2] = {
    { "hl1", "h1" },       { "hl2", "h2" },       { "bq", "blockquote" },
    { "media", "figure" }, { "block", "div" },    { "media-caption", "figcaption" },
    { "credit", "p" },     { "datasource", "p" },
  };

  if (dtl_xml_is_any (xml, node, left_out))
    return NULL;
  if (dtl_xml_is_any (xml, node, same))
    return dtl_xml_get_name (xml, node);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (dtl_xml_is (xml, node, others[i][0]))
      return others[i][1];
  return "";
}

/* Newspaper archives have the beginning of a text once more in a block of its
 * own; then one says that it is the whole. */
static int
find_text (const DtlXml *xml, int nitf)
{
  int content = dtl_xml_get_at (xml, nitf, "body/body.content");

  for (int i = content + 1; content >= 0 && i < xml->nodes[content].end; i++)
    if (dtl_xml_is (xml, i, "block") &&
        g_strcmp0 (dtl_xml_get_attribute (xml, i, "class"), "full_text") == 0)
      return i;
  return content;
}

gboolean
dtl_nitf_add (DtlArticleBuilder *builder,
              const DtlXml *xml,
              int nitf,
              gboolean with_fields,
              GCancellable *cancellable,
              GError **error)
{
  int text = find_text (xml, nitf);
  g_autofree char *html = NULL;

  if (with_fields)
    set_fields (builder, xml, nitf);
  if (text < 0)
    return TRUE;
  html = dtl_xml_write_html (xml, text, get_html_name);
  return dtl_html_fragment_add (builder, html, strlen (html), NULL, cancellable, error);
}

gboolean
dtl_nitf_read (DtlArticleSink *sink,
               const char *bytes,
               gsize length,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (DtlXml) xml = dtl_xml_parse (bytes, length, cancellable, error);
  g_autoptr (DtlArticleBuilder) builder = NULL;

  if (xml == NULL)
    return FALSE;
  builder = dtl_article_sink_begin (sink, NULL);
  if (!dtl_nitf_add (builder, xml, 0, TRUE, cancellable, error))
    return FALSE;
  dtl_fragment_set_language (builder, dtl_xml_get_attribute (xml, 0, "lang"),
                             sink->options->language);
  dtl_article_sink_end (sink, g_steal_pointer (&builder));
  return TRUE;
}
