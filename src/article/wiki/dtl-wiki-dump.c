#include "config.h"

#include "article/wiki/dtl-wiki-dump.h"

#include "article/dtl-language.h"
#include "article/dtl-libxml.h"
#include "article/wiki/dtl-wikitext.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#define CHUNK_BYTES (64 * 1024)
/* MediaWiki's own limit for a page is 2 MiB. */
#define MAX_TEXT (64 * 1024 * 1024)
#define MAX_VALUE 4096

typedef enum {
  ELEMENT_OTHER,
  ELEMENT_BASE,
  ELEMENT_NAMESPACE,
  ELEMENT_PAGE,
  ELEMENT_TITLE,
  ELEMENT_NS,
  ELEMENT_REDIRECT,
  ELEMENT_TIMESTAMP,
  ELEMENT_MODEL,
  ELEMENT_TEXT,
} Element;

typedef struct {
  DtlArticleSink *sink;
  GCancellable *cancellable;
  xmlParserCtxtPtr parser;

  /* of the wiki */
  DtlWikiSite *site;
  char *language;
  char *base; /* of addresses, with the slash at its end */

  /* of the page at hand */
  GString *title, *ns, *timestamp, *model, *text;
  gboolean is_redirect;

  GString *value; /* where the characters go; NULL: nowhere */
  gsize max_value;
  GString *short_value; /* for what is of use only at its end */
  int namespace_key;
  gboolean has_doctype;
} Dump;

static Element
find_element (const char *name)
{
  static const struct {
    const char *name;
    Element element;
  } elements[] = {
    { "text", ELEMENT_TEXT },           { "page", ELEMENT_PAGE },
    { "title", ELEMENT_TITLE },         { "ns", ELEMENT_NS },
    { "timestamp", ELEMENT_TIMESTAMP }, { "model", ELEMENT_MODEL },
    { "redirect", ELEMENT_REDIRECT },   { "namespace", ELEMENT_NAMESPACE },
    { "base", ELEMENT_BASE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strcmp (elements[i].name, name) == 0)
      return elements[i].element;
  return ELEMENT_OTHER;
}

/* --- a page --- */

static char *
make_address (const Dump *dump)
{
  g_autofree char *path = NULL;

  if (dump->base == NULL)
    return NULL;
  path = g_strdelimit (g_strdup (dump->title->str), " ", '_');
  return g_strconcat (dump->base, path, NULL);
}

static gboolean
is_article (const Dump *dump)
{
  return !dump->is_redirect && dump->title->len > 0 &&
         (dump->ns->len == 0 || strcmp (dump->ns->str, "0") == 0) &&
         (dump->model->len == 0 || strcmp (dump->model->str, "wikitext") == 0);
}

static void
set_facts (const Dump *dump, DtlArticleBuilder *builder)
{
  g_autofree char *address = make_address (dump);

  dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, dump->title->str, "title", 1);
  dtl_article_builder_set (builder, DTL_ARTICLE_MODIFIED, dump->timestamp->str,
                           "timestamp", 1);
  if (address != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_URL, address, "title", 0.9);
}

/* The wiki's own language is the page's: no page need be guessed. */
static void
set_language (const Dump *dump, DtlArticleBuilder *builder)
{
  const char *known = dump->sink->options->language;
  gsize length;
  const char *text = dtl_article_builder_get_text (builder, &length);

  if (known == NULL && dump->language != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_LANGUAGE, dump->language, "xml:lang",
                             0.95);
  else
    dtl_language_set (builder, text, length, NULL, known);
}

static void
end_page (Dump *dump)
{
  const char *known = dump->sink->options->language;
  DtlWikiPage page = { dump->title->str, known != NULL ? known : dump->language,
                       dump->site };
  DtlArticleBuilder *builder;

  if (!is_article (dump))
    return;
  builder = dtl_article_sink_begin (dump->sink, dump->title->str);
  set_facts (dump, builder);
  dtl_wikitext_read (builder, dump->text->str, dump->text->len, &page);
  set_language (dump, builder);
  if (!dtl_article_sink_end (dump->sink, builder))
    xmlStopParser (dump->parser);
}

/* --- what the parser calls --- */

static void
read_into (Dump *dump, GString *value, gsize max_value)
{
  g_string_truncate (value, 0);
  dump->value = value;
  dump->max_value = max_value;
}

/* The attribute's value, or NULL; caller frees. libxml2 gives five pointers for
 * each: name, prefix, address of the namespace, value and its end. */
static char *
dup_attribute (const xmlChar **attributes, int n, const char *name)
{
  for (int i = 0; i < n; i++, attributes += 5)
    if (strcmp ((const char *) attributes[0], name) == 0)
      return g_strndup ((const char *) attributes[3],
                        (gsize) (attributes[4] - attributes[3]));
  return NULL;
}

static void
begin_page (Dump *dump)
{
  dump->is_redirect = FALSE;
  g_string_truncate (dump->title, 0);
  g_string_truncate (dump->ns, 0);
  g_string_truncate (dump->text, 0);
  g_string_truncate (dump->timestamp, 0);
  g_string_truncate (dump->model, 0);
}

static void
begin_namespace (Dump *dump, const xmlChar **attributes, int n)
{
  g_autofree char *key = dup_attribute (attributes, n, "key");

  dump->namespace_key = key != NULL ? (int) g_ascii_strtoll (key, NULL, 10) : 0;
  read_into (dump, dump->short_value, MAX_VALUE);
}

static void
on_start_element (gpointer data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *address,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Dump *dump = data;

  switch (find_element ((const char *) name))
    {
    case ELEMENT_PAGE:
      begin_page (dump);
      break;
    case ELEMENT_TEXT:
      read_into (dump, dump->text, MAX_TEXT);
      break;
    case ELEMENT_TITLE:
      read_into (dump, dump->title, MAX_VALUE);
      break;
    case ELEMENT_NS:
      read_into (dump, dump->ns, MAX_VALUE);
      break;
    case ELEMENT_TIMESTAMP:
      read_into (dump, dump->timestamp, MAX_VALUE);
      break;
    case ELEMENT_MODEL:
      read_into (dump, dump->model, MAX_VALUE);
      break;
    case ELEMENT_BASE:
      read_into (dump, dump->short_value, MAX_VALUE);
      break;
    case ELEMENT_NAMESPACE:
      begin_namespace (dump, attributes, n_attributes);
      break;
    case ELEMENT_REDIRECT:
      dump->is_redirect = TRUE;
      break;
    case ELEMENT_OTHER:
      if (dump->language == NULL && strcmp ((const char *) name, "mediawiki") == 0)
        dump->language = dup_attribute (attributes, n_attributes, "lang");
      break;
    }
}

/* "https://example.org/wiki/Main_Page" to what all addresses begin with. */
static void
set_base (Dump *dump)
{
  const char *slash = strrchr (dump->short_value->str, '/');

  g_free (dump->base);
  dump->base = slash != NULL ? g_strndup (dump->short_value->str,
                                          (gsize) (slash + 1 - dump->short_value->str))
                             : NULL;
}

static void
on_end_element (gpointer data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *address)
{
  Dump *dump = data;

  dump->value = NULL;
  switch (find_element ((const char *) name))
    {
    case ELEMENT_PAGE:
      if (!g_cancellable_is_cancelled (dump->cancellable))
        end_page (dump);
      break;
    case ELEMENT_BASE:
      set_base (dump);
      break;
    case ELEMENT_NAMESPACE:
      dtl_wiki_site_add_namespace (dump->site, dump->namespace_key,
                                   dump->short_value->str);
      break;
    case ELEMENT_OTHER:
    case ELEMENT_TITLE:
    case ELEMENT_NS:
    case ELEMENT_REDIRECT:
    case ELEMENT_TIMESTAMP:
    case ELEMENT_MODEL:
    case ELEMENT_TEXT:
      break;
    }
}

static void
on_characters (gpointer data, const xmlChar *text, int length)
{
  Dump *dump = data;

  if (dump->value != NULL && dump->value->len + (gsize) length <= dump->max_value)
    g_string_append_len (dump->value, (const char *) text, length);
}

/* An export has none; one that has may be a trap of entities. */
static void
on_doctype (gpointer data,
            const xmlChar *name,
            const xmlChar *public_id,
            const xmlChar *system_id)
{
  Dump *dump = data;

  dump->has_doctype = TRUE;
  xmlStopParser (dump->parser);
}

G_GNUC_PRINTF (2, 3)
static void
on_problem (gpointer data, const char *format, ...)
{
}

static xmlParserCtxtPtr
make_parser (Dump *dump)
{
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
                            .internalSubset = on_doctype,
                            .startElementNs = on_start_element,
                            .endElementNs = on_end_element,
                            .characters = on_characters,
                            .cdataBlock = on_characters,
                            .ignorableWhitespace = on_characters,
                            .warning = on_problem,
                            .error = on_problem,
                            .fatalError = on_problem };
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt (&handler, dump, NULL, 0, NULL);

  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  return parser;
}

/* --- the export --- */

static gboolean
check_end (const Dump *dump, int code, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (dump->cancellable, error))
    return FALSE;
  if (dump->sink->is_stopped || (code == XML_ERR_OK && !dump->has_doctype))
    return TRUE;
  g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_BROKEN,
               code == XML_ERR_DOCUMENT_END || code == XML_ERR_TAG_NOT_FINISHED
                   ? _ ("the export ends in the middle")
                   : _ ("the export is damaged, and was read up to line %d only"),
               dump->parser->input != NULL ? dump->parser->input->line : 0);
  return FALSE;
}

static gboolean
read_chunks (Dump *dump, GInputStream *stream, GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  int code = XML_ERR_OK;
  gssize n;

  do
    {
      n = g_input_stream_read (stream, chunk, CHUNK_BYTES, dump->cancellable, error);
      if (n < 0)
        return FALSE;
      code = xmlParseChunk (dump->parser, chunk, (int) n, n == 0);
    }
  while (n > 0 && code == XML_ERR_OK && !dump->sink->is_stopped && !dump->has_doctype);
  return check_end (dump, code, error);
}

static void
dump_init (Dump *dump)
{
  dump->site = dtl_wiki_site_new ();
  dump->title = g_string_new (NULL);
  dump->ns = g_string_new (NULL);
  dump->timestamp = g_string_new (NULL);
  dump->model = g_string_new (NULL);
  dump->text = g_string_new (NULL);
  dump->short_value = g_string_new (NULL);
  dump->parser = make_parser (dump);
}

static void
dump_clear (Dump *dump)
{
  if (dump->parser->myDoc != NULL)
    xmlFreeDoc (dump->parser->myDoc);
  xmlFreeParserCtxt (dump->parser);
  dtl_wiki_site_free (dump->site);
  g_free (dump->language);
  g_free (dump->base);
  g_string_free (dump->title, TRUE);
  g_string_free (dump->ns, TRUE);
  g_string_free (dump->timestamp, TRUE);
  g_string_free (dump->model, TRUE);
  g_string_free (dump->text, TRUE);
  g_string_free (dump->short_value, TRUE);
}

gboolean
dtl_wiki_read_dump (DtlArticleSink *sink,
                    GInputStream *stream,
                    GCancellable *cancellable,
                    GError **error)
{
  Dump dump = { .sink = sink, .cancellable = cancellable };
  gboolean is_read;

  dtl_libxml_init ();
  dump_init (&dump);
  is_read = read_chunks (&dump, stream, error);
  dump_clear (&dump);
  return is_read;
}
