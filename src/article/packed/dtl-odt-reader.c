#include "config.h"

#include "article/packed/dtl-odt-reader.h"

#include "article/packed/dtl-document-facts.h"
#include "article/packed/dtl-office-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MIME_TYPE "application/vnd.oasis.opendocument.text"
/* Spaces that one element may stand for. */
#define MAX_SPACES 100
/* Levels between a paragraph and the list that it is in. */
#define MAX_LIST_DEPTH 3

gboolean
dtl_odt_is_packed (const DtlZip *zip)
{
  gsize length;
  const char *type = dtl_zip_get (zip, "mimetype", &length);

  return type != NULL && length >= strlen (MIME_TYPE) &&
         memcmp (type, MIME_TYPE, strlen (MIME_TYPE)) == 0;
}

/* --- the vocabulary --- */

static gboolean
is_left_out (const DtlXml *xml, int node)
{
  static const char *const names[] = { "tracked-changes",
                                       "note",
                                       "annotation",
                                       "table-of-content",
                                       "illustration-index",
                                       "table-index",
                                       "object-index",
                                       "user-index",
                                       "alphabetical-index",
                                       "bibliography",
                                       "forms",
                                       "sequence-decls",
                                       "variable-decls",
                                       "script",
                                       "ruby-text",
                                       "event-listeners",
                                       "binary-data",
                                       NULL };
  /* Of a picture, in words for who does not see it. */
  static const char *const of_pictures[] = { "title", "desc", NULL };

  return dtl_xml_is_any (xml, node, names) ||
         (dtl_xml_is_any (xml, node, of_pictures) &&
          strstr (dtl_xml_get_space (xml, node), "svg") != NULL);
}

static void
append_sign (const DtlXml *xml, int node, GString *text)
{
  /* White space is squeezed in the end: one space says as much as many. */
  static const char *const spaces[] = { "s", "tab", "line-break", NULL };

  if (dtl_xml_is_any (xml, node, spaces))
    g_string_append_c (text, ' ');
}

static gboolean
is_in_list (const DtlXml *xml, int node)
{
  for (int n = 0; n < MAX_LIST_DEPTH && node >= 0; n++, node = xml->nodes[node].parent)
    if (dtl_xml_is (xml, node, "list-item"))
      return TRUE;
  return FALSE;
}

static DtlStyle
find_style (const DtlXml *xml, int paragraph, const DtlOfficeStyles *styles)
{
  const char *id = dtl_xml_get_attribute (xml, paragraph, "style-name");
  const char *level = dtl_xml_get_attribute (xml, paragraph, "outline-level");
  DtlStyle style = dtl_office_styles_get (styles, id);

  if (style.role == DTL_STYLE_TITLE || style.role == DTL_STYLE_CONTENTS)
    return style;
  if (dtl_xml_is (xml, paragraph, "h"))
    return dtl_style_heading (level != NULL ? atoi (level) : 1);
  if (is_in_list (xml, xml->nodes[paragraph].parent))
    style.role = DTL_STYLE_LIST;
  return style;
}

static const char *const paragraph_names[] = { "p", "h", NULL };

static const DtlOfficeVocabulary vocabulary = {
  .paragraphs = paragraph_names,
  .row = "table-row",
  .cell = "table-cell",
  .box = "text-box",
  .text = NULL,
  .is_left_out = is_left_out,
  .append_sign = append_sign,
  .find_style = find_style,
};

/* --- styles and properties --- */

static gboolean
is_paragraph_style (const DtlXml *xml, int node)
{
  return dtl_xml_is (xml, node, "style") &&
         g_strcmp0 (dtl_xml_get_attribute (xml, node, "family"), "paragraph") == 0;
}

static void
add_style (const DtlXml *xml, int node, DtlOfficeStyles *styles)
{
  const char *id = dtl_xml_get_attribute (xml, node, "name");
  const char *level = dtl_xml_get_attribute (xml, node, "default-outline-level");

  if (id != NULL)
    dtl_office_styles_add (styles, id, dtl_xml_get_attribute (xml, node, "display-name"),
                           dtl_xml_get_attribute (xml, node, "parent-style-name"),
                           level != NULL ? atoi (level) : 0, FALSE);
}

/* Also finds the language that paragraphs have unless they say otherwise. */
static void
read_styles (const DtlXml *xml, DtlOfficeStyles *styles, DtlDocumentFacts *facts)
{
  for (int i = 1; i < xml->n_nodes; i++)
    if (is_paragraph_style (xml, i))
      add_style (xml, i, styles);
    else if (dtl_xml_is (xml, i, "default-style") && facts->language == NULL)
      facts->language = g_strdup (
          dtl_xml_get_attribute (xml, dtl_xml_get_child (xml, i, "text-properties"),
                                 "language"));
    else if (dtl_xml_is (xml, i, "body"))
      break;
}

static char *
dup_below (const DtlXml *xml, int node, const char *name)
{
  return dtl_xml_dup_text (xml, dtl_xml_get_child (xml, node, name));
}

/* "dc:creator" and "dc:date" are those of the last change. */
static void
read_properties (const DtlXml *xml, DtlDocumentFacts *facts)
{
  int meta = dtl_xml_find (xml, 0, "meta");

  if (meta < 0)
    return;
  facts->title = dup_below (xml, meta, "title");
  facts->author = dup_below (xml, meta, "initial-creator");
  if (facts->author == NULL)
    facts->author = dup_below (xml, meta, "creator");
  facts->published = dup_below (xml, meta, "creation-date");
  facts->modified = dup_below (xml, meta, "date");
  facts->language = dup_below (xml, meta, "language");
}

/* --- reading --- */

static DtlXml *
parse_part (const DtlZip *zip,
            const char *name,
            GCancellable *cancellable,
            GError **error)
{
  gsize length;
  const char *bytes = dtl_zip_get (zip, name, &length);

  if (bytes != NULL)
    return dtl_xml_parse (bytes, length, cancellable, error);
  g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_BROKEN,
               _ ("it is damaged: the part with its text is missing"));
  return NULL;
}

static void
read_body (DtlArticleSink *sink,
           const DtlXml *xml,
           const DtlOfficeStyles *styles,
           const DtlDocumentFacts *facts)
{
  DtlArticleBuilder *builder = dtl_article_sink_begin (sink, NULL);
  int body = dtl_xml_get_at (xml, 0, "body/text");

  if (body >= 0)
    dtl_office_text_read (xml, body, &vocabulary, styles, builder);
  dtl_document_facts_apply (facts, sink->options->language, builder);
  dtl_article_sink_end (sink, builder);
}

/* What office suites encrypt is named in the manifest. */
static gboolean
check_unlocked (const DtlZip *zip, GError **error)
{
  gsize length;
  const char *manifest = dtl_zip_get (zip, "META-INF/manifest.xml", &length);

  if (manifest == NULL ||
      g_strstr_len (manifest, (gssize) length, "encryption-data") == NULL)
    return TRUE;
  g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_UNSUPPORTED,
               _ ("it is locked with a password; save a copy without one"));
  return FALSE;
}

gboolean
dtl_odt_read (DtlArticleSink *sink,
              const DtlZip *zip,
              GCancellable *cancellable,
              GError **error)
{
  g_auto (DtlDocumentFacts) facts = { 0 };
  g_autoptr (DtlOfficeStyles) styles = dtl_office_styles_new ();
  g_autoptr (DtlXml) meta = NULL, style_sheet = NULL, content = NULL;

  if (!check_unlocked (zip, error))
    return FALSE;
  content = parse_part (zip, "content.xml", cancellable, error);
  if (content == NULL)
    return FALSE;
  meta = parse_part (zip, "meta.xml", NULL, NULL);
  if (meta != NULL)
    read_properties (meta, &facts);
  style_sheet = parse_part (zip, "styles.xml", NULL, NULL);
  if (style_sheet != NULL)
    read_styles (style_sheet, styles, &facts);
  read_styles (content, styles, &facts);
  read_body (sink, content, styles, &facts);
  return TRUE;
}

gboolean
dtl_odt_read_flat (DtlArticleSink *sink,
                   const char *bytes,
                   gsize length,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (DtlDocumentFacts) facts = { 0 };
  g_autoptr (DtlOfficeStyles) styles = dtl_office_styles_new ();
  g_autoptr (DtlXml) xml = dtl_xml_parse (bytes, length, cancellable, error);

  if (xml == NULL)
    return FALSE;
  read_properties (xml, &facts);
  read_styles (xml, styles, &facts);
  read_body (sink, xml, styles, &facts);
  return TRUE;
}
