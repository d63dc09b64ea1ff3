#include "config.h"

#include "article/xml/dtl-newsml-reader.h"

#include "article/html/dtl-html-fragment.h"
#include "article/packed/dtl-document-facts.h"
#include "article/xml/dtl-nitf-reader.h"
#include "article/xml/dtl-xml-markup.h"

#include <string.h>

/* Where the two generations have the same thing. */
static const char *const title_places[] = { "contentMeta/headline", "itemMeta/title",
                                            "NewsComponent/NewsLines/HeadLine", NULL };
static const char *const byline_places[] = { "contentMeta/by", "contentMeta/creator/name",
                                             "NewsComponent/NewsLines/ByLine", NULL };
static const char *const published_places[] = { "itemMeta/firstCreated",
                                                "contentMeta/contentCreated",
                                                "itemMeta/versionCreated",
                                                "NewsManagement/FirstCreated",
                                                "Identification/NewsIdentifier/DateId",
                                                NULL };
static const char *const modified_places[] = { "itemMeta/versionCreated",
                                               "contentMeta/contentModified",
                                               "NewsManagement/ThisRevisionCreated",
                                               NULL };

/* The text at the first of several places; @ret_carrier: its last step. */
static char *
dup_at (const DtlXml *xml, int item, const char *const *places, const char **ret_carrier)
{
  for (gsize i = 0; places[i] != NULL; i++)
    {
      char *text = dtl_xml_dup_text (xml, dtl_xml_get_at (xml, item, places[i]));

      if (text == NULL)
        continue;
      *ret_carrier = strrchr (places[i], '/') + 1;
      return text;
    }
  return NULL;
}

static void
set_field (DtlArticleBuilder *builder,
           DtlArticleField field,
           const DtlXml *xml,
           int item,
           const char *const *places)
{
  const char *carrier = NULL;
  g_autofree char *value = dup_at (xml, item, places, &carrier);

  if (value != NULL)
    dtl_article_builder_set (builder, field, value, carrier, 0.95);
}

static void
set_fields (DtlArticleBuilder *builder, const DtlXml *xml, int item)
{
  const char *carrier = NULL;
  g_autofree char *byline = dup_at (xml, item, byline_places, &carrier);

  set_field (builder, DTL_ARTICLE_TITLE, xml, item, title_places);
  set_field (builder, DTL_ARTICLE_PUBLISHED, xml, item, published_places);
  set_field (builder, DTL_ARTICLE_MODIFIED, xml, item, modified_places);
  dtl_document_facts_set_byline (builder, byline, TRUE, carrier);
}

/* --- the text --- */

static gboolean
add_html (DtlArticleBuilder *builder,
          const DtlXml *xml,
          int node,
          GCancellable *cancellable,
          GError **error)
{
  int body = dtl_xml_find (xml, node, "body");
  g_autofree char *html = dtl_xml_write_html (xml, body >= 0 ? body : node, NULL);

  return dtl_html_fragment_add (builder, html, strlen (html), NULL, cancellable, error);
}

/* Text that is no XML of the item's, but written into it. */
static gboolean
add_data (DtlArticleBuilder *builder,
          const DtlXml *xml,
          int node,
          GCancellable *cancellable,
          GError **error)
{
  const char *type = dtl_xml_get_attribute (xml, node, "contenttype");
  const char *text = xml->text + xml->nodes[node].text_start;
  gsize length = xml->nodes[node].text_end - xml->nodes[node].text_start;

  if (type != NULL && strstr (type, "html") != NULL)
    return dtl_html_fragment_add (builder, text, length, NULL, cancellable, error);
  if (type == NULL || g_str_has_prefix (type, "text/"))
    dtl_plain_fragment_add (builder, text, length);
  return TRUE;
}

/* The first of its forms that has text: they are the same in other words. */
static gboolean
add_text (DtlArticleBuilder *builder,
          const DtlXml *xml,
          int item,
          GCancellable *cancellable,
          GError **error)
{
  static const char *const wraps[] = { "inlineXML", "DataContent", NULL };
  gsize length = 0;

  for (int i = item + 1; i < xml->nodes[item].end && length == 0; i++)
    {
      int nitf;

      if (dtl_xml_is (xml, i, "inlineData") &&
          !add_data (builder, xml, i, cancellable, error))
        return FALSE;
      if (dtl_xml_is_any (xml, i, wraps))
        {
          nitf = dtl_xml_get_child (xml, i, "nitf");
          if (nitf >= 0 ? !dtl_nitf_add (builder, xml, nitf, FALSE, cancellable, error)
                        : !add_html (builder, xml, i, cancellable, error))
            return FALSE;
        }
      dtl_article_builder_get_text (builder, &length);
    }
  return TRUE;
}

/* --- items --- */

static const char *
find_language (const DtlXml *xml, int item)
{
  const char *tag =
      dtl_xml_get_attribute (xml, dtl_xml_get_at (xml, item, "contentMeta/language"),
                             "tag");

  return tag != NULL ? tag : dtl_xml_get_attribute (xml, item, "lang");
}

static gboolean
is_item (const DtlXml *xml, int node)
{
  return dtl_xml_is (xml, node, "newsItem") || dtl_xml_is (xml, node, "NewsItem");
}

static gboolean
read_item (DtlArticleSink *sink,
           const DtlXml *xml,
           int item,
           const char *part,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (DtlArticleBuilder) builder = dtl_article_sink_begin (sink, part);

  set_fields (builder, xml, item);
  if (!add_text (builder, xml, item, cancellable, error))
    return FALSE;
  dtl_fragment_set_language (builder, find_language (xml, item), sink->options->language);
  dtl_article_sink_end (sink, g_steal_pointer (&builder));
  return TRUE;
}

gboolean
dtl_newsml_read (DtlArticleSink *sink,
                 const char *bytes,
                 gsize length,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (DtlXml) xml = dtl_xml_parse (bytes, length, cancellable, error);
  guint number = 0;

  for (int i = 0; xml != NULL && i < xml->n_nodes && !sink->is_stopped; i++)
    if (is_item (xml, i))
      {
        /* An item alone is the file; of several each is a part. */
        g_autofree char *part = i > 0 ? g_strdup_printf ("%u", ++number) : NULL;

        if (!read_item (sink, xml, i, part, cancellable, error))
          return FALSE;
        i = xml->nodes[i].end - 1;
      }
  return xml != NULL;
}
