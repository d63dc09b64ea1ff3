#include "config.h"

#include "article/packed/dtl-docx-reader.h"

#include "article/packed/dtl-document-facts.h"
#include "article/packed/dtl-office-text.h"

#include <stdlib.h>
#include <string.h>

#define TEMPLATE_DATE "2013-12-23T23:15:00Z"

/* --- parts of the package --- */

/* The target of the first relation of a kind, which is the end of its type. */
static char *
find_related (const DtlZip *zip, const char *part, const char *base, const char *kind)
{
  gsize length;
  const char *bytes = dtl_zip_get (zip, part, &length);
  g_autoptr (DtlXml) xml =
      bytes != NULL ? dtl_xml_parse (bytes, length, NULL, NULL) : NULL;

  for (int i = 0; xml != NULL && i < xml->n_nodes; i++)
    {
      const char *type = dtl_xml_get_attribute (xml, i, "Type");
      const char *target = dtl_xml_get_attribute (xml, i, "Target");

      if (dtl_xml_is (xml, i, "Relationship") && type != NULL && target != NULL &&
          g_str_has_suffix (type, kind))
        return dtl_zip_resolve (base, target);
    }
  return NULL;
}

static gboolean
is_text_document (const DtlZip *zip, const char *part)
{
  gsize length;
  const char *bytes = dtl_zip_get (zip, part, &length);

  return bytes != NULL &&
         g_strstr_len (bytes, (gssize) MIN (length, 8192), "wordprocessingml") != NULL;
}

char *
dtl_docx_find_main_part (const DtlZip *zip)
{
  g_autofree char *part = find_related (zip, "_rels/.rels", "", "/officeDocument");

  if (part == NULL)
    part = g_strdup ("word/document.xml");
  return is_text_document (zip, part) ? g_steal_pointer (&part) : NULL;
}

/* --- the vocabulary --- */

/* The property @name of a paragraph or a run is on. */
static gboolean
has_property (const DtlXml *xml, int properties, const char *name)
{
  int node = dtl_xml_get_child (xml, properties, name);
  const char *value = dtl_xml_get_attribute (xml, node, "val");

  return node >= 0 && (value == NULL || (strcmp (value, "0") != 0 &&
                                         g_ascii_strcasecmp (value, "false") != 0 &&
                                         g_ascii_strcasecmp (value, "off") != 0));
}

static gboolean
is_left_out (const DtlXml *xml, int node)
{
  /* "Fallback" says for older programs what was said just before it. */
  static const char *const names[] = { "del", "moveFrom", "Fallback", "rt", NULL };

  return dtl_xml_is_any (xml, node, names) ||
         (dtl_xml_is (xml, node, "r") &&
          has_property (xml, dtl_xml_get_child (xml, node, "rPr"), "vanish"));
}

static void
append_sign (const DtlXml *xml, int node, GString *text)
{
  static const char *const spaces[] = { "tab", "br", "cr", "ptab", NULL };

  /* Within properties, "tab" is where a tab stops. */
  if (dtl_xml_is_any (xml, node, spaces) &&
      dtl_xml_is (xml, xml->nodes[node].parent, "r"))
    g_string_append_c (text, ' ');
  else if (dtl_xml_is (xml, node, "noBreakHyphen"))
    g_string_append_c (text, '-');
}

static int
read_outline_level (const DtlXml *xml, int properties)
{
  const char *value =
      dtl_xml_get_attribute (xml, dtl_xml_get_child (xml, properties, "outlineLvl"),
                             "val");
  int level = value != NULL ? atoi (value) : 9;

  return level >= 0 && level < 9 ? level + 1 : 0; /* 9 is body text */
}

/* A number of 0 takes the mark away that the style gives. */
static gboolean
is_numbered (const DtlXml *xml, int properties)
{
  const char *value =
      dtl_xml_get_attribute (xml, dtl_xml_get_at (xml, properties, "numPr/numId"), "val");

  return value != NULL && strcmp (value, "0") != 0;
}

static DtlStyle
find_style (const DtlXml *xml, int paragraph, const DtlOfficeStyles *styles)
{
  int properties = dtl_xml_get_child (xml, paragraph, "pPr");
  const char *id =
      dtl_xml_get_attribute (xml, dtl_xml_get_child (xml, properties, "pStyle"), "val");
  DtlStyle style = dtl_office_styles_get (styles, id);
  int level = read_outline_level (xml, properties);

  if (style.role == DTL_STYLE_PLAIN && level > 0)
    return dtl_style_heading (level);
  if (style.role == DTL_STYLE_PLAIN && is_numbered (xml, properties))
    style.role = DTL_STYLE_LIST;
  return style;
}

static const char *const paragraph_names[] = { "p", NULL };

static const DtlOfficeVocabulary vocabulary = {
  .paragraphs = paragraph_names,
  .row = "tr",
  .cell = "tc",
  .box = "txbxContent",
  .text = "t",
  .is_left_out = is_left_out,
  .append_sign = append_sign,
  .find_style = find_style,
};

/* --- styles and properties --- */

static void
add_style (const DtlXml *xml, int node, DtlOfficeStyles *styles)
{
  int properties = dtl_xml_get_child (xml, node, "pPr");
  const char *id = dtl_xml_get_attribute (xml, node, "styleId");
  const char *name =
      dtl_xml_get_attribute (xml, dtl_xml_get_child (xml, node, "name"), "val");
  const char *parent =
      dtl_xml_get_attribute (xml, dtl_xml_get_child (xml, node, "basedOn"), "val");

  if (id != NULL)
    dtl_office_styles_add (styles, id, name, parent, read_outline_level (xml, properties),
                           is_numbered (xml, properties));
}

/* Also finds the language that the text has unless it says otherwise. */
static void
read_styles (const DtlZip *zip,
             const char *main_part,
             DtlOfficeStyles *styles,
             DtlDocumentFacts *facts)
{
  g_autofree char *part = dtl_zip_resolve (main_part, "styles.xml");
  gsize length;
  const char *bytes = dtl_zip_get (zip, part, &length);
  g_autoptr (DtlXml) xml =
      bytes != NULL ? dtl_xml_parse (bytes, length, NULL, NULL) : NULL;

  if (xml == NULL)
    return;
  for (int i = 1; i < xml->n_nodes; i = xml->nodes[i].end)
    if (dtl_xml_is (xml, i, "style"))
      add_style (xml, i, styles);
  facts->language = g_strdup (dtl_xml_get_attribute (
      xml, dtl_xml_get_at (xml, 0, "docDefaults/rPrDefault/rPr/lang"), "val"));
}

/* A much used library begins with a document of its own, and its users seldom
 * think of the properties that this has. */
static void
drop_template (DtlDocumentFacts *facts)
{
  if (g_strcmp0 (facts->author, "python-docx") == 0)
    g_clear_pointer (&facts->author, g_free);
  if (g_strcmp0 (facts->published, TEMPLATE_DATE) == 0)
    g_clear_pointer (&facts->published, g_free);
  if (g_strcmp0 (facts->modified, TEMPLATE_DATE) == 0)
    g_clear_pointer (&facts->modified, g_free);
}

static void
read_properties (const DtlZip *zip, DtlDocumentFacts *facts)
{
  g_autofree char *part = find_related (zip, "_rels/.rels", "", "/core-properties");
  gsize length;
  const char *bytes =
      dtl_zip_get (zip, part != NULL ? part : "docProps/core.xml", &length);
  g_autoptr (DtlXml) xml =
      bytes != NULL ? dtl_xml_parse (bytes, length, NULL, NULL) : NULL;
  g_autofree char *language = NULL;

  if (xml == NULL)
    return;
  facts->title = dtl_xml_dup_text (xml, dtl_xml_get_child (xml, 0, "title"));
  facts->author = dtl_xml_dup_text (xml, dtl_xml_get_child (xml, 0, "creator"));
  facts->published = dtl_xml_dup_text (xml, dtl_xml_get_child (xml, 0, "created"));
  facts->modified = dtl_xml_dup_text (xml, dtl_xml_get_child (xml, 0, "modified"));
  language = dtl_xml_dup_text (xml, dtl_xml_get_child (xml, 0, "language"));
  if (language != NULL)
    {
      g_free (facts->language);
      facts->language = g_steal_pointer (&language);
    }
  drop_template (facts);
}

gboolean
dtl_docx_read (DtlArticleSink *sink,
               const DtlZip *zip,
               const char *main_part,
               GCancellable *cancellable,
               GError **error)
{
  g_auto (DtlDocumentFacts) facts = { 0 };
  g_autoptr (DtlOfficeStyles) styles = dtl_office_styles_new ();
  gsize length;
  const char *bytes = dtl_zip_get (zip, main_part, &length);
  g_autoptr (DtlXml) xml = dtl_xml_parse (bytes, length, cancellable, error);
  DtlArticleBuilder *builder;
  int body;

  if (xml == NULL)
    return FALSE;
  read_styles (zip, main_part, styles, &facts);
  read_properties (zip, &facts);
  body = dtl_xml_get_child (xml, 0, "body");
  builder = dtl_article_sink_begin (sink, NULL);
  dtl_office_text_read (xml, MAX (body, 0), &vocabulary, styles, builder);
  dtl_document_facts_apply (&facts, sink->options->language, builder);
  dtl_article_sink_end (sink, builder);
  return TRUE;
}
