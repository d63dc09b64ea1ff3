#include "config.h"

#include "article/xml/dtl-xml.h"

#include "article/dtl-article-reader.h"
#include "article/dtl-clean-text.h"
#include "article/dtl-libxml.h"
#include "article/xml/dtl-xml-source.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define MAX_NODES (4 * 1000 * 1000)
/* Its own limit, beyond which it stops. */
#define MAX_DEPTH 256
#define CANCEL_INTERVAL 4096

typedef struct {
  const char *name, *space;
} Name;

typedef struct {
  const char *name, *value;
  int node;
} Attribute;

typedef struct {
  DtlXml *xml;
  int open[MAX_DEPTH + 1];
  int n_open;
  guint n_elements;
  gboolean is_too_big;
  GString *key; /* for looking a name up, used again and again */
  xmlParserCtxtPtr parser;
  GCancellable *cancellable;
} Building;

/* --- building the array --- */

static DtlXmlNode *
get_node (const DtlXml *xml, int i)
{
  return &g_array_index (xml->node_buffer, DtlXmlNode, i);
}

static guint
find_name (Building *building, const xmlChar *local, const xmlChar *space)
{
  DtlXml *xml = building->xml;
  const char *uri = space != NULL ? (const char *) space : "";
  gpointer number;
  Name name;

  g_string_assign (building->key, (const char *) local);
  g_string_append_c (building->key, ' ');
  g_string_append (building->key, uri);
  number = g_hash_table_lookup (xml->name_numbers, building->key->str);
  if (number != NULL)
    return GPOINTER_TO_UINT (number);
  name.name = g_string_chunk_insert_const (xml->strings, (const char *) local);
  name.space = g_string_chunk_insert_const (xml->strings, uri);
  g_array_append_val (xml->names, name);
  g_hash_table_insert (xml->name_numbers, g_strdup (building->key->str),
                       GUINT_TO_POINTER (xml->names->len - 1));
  return xml->names->len - 1;
}

/* @name: 0 of text. */
static int
append_node (Building *building, guint name)
{
  DtlXml *xml = building->xml;
  DtlXmlNode node = {
    .name = name,
    .parent = building->n_open > 0 ? building->open[building->n_open - 1] : -1,
    .text_start = (guint) xml->text_buffer->len,
    .attributes = xml->attributes->len,
  };

  g_array_append_val (xml->node_buffer, node);
  return (int) xml->node_buffer->len - 1;
}

static void
close_node (Building *building)
{
  DtlXmlNode *node = get_node (building->xml, building->open[--building->n_open]);

  node->end = (int) building->xml->node_buffer->len;
  node->text_end = (guint) building->xml->text_buffer->len;
}

static gboolean
is_full (Building *building)
{
  if (building->xml->node_buffer->len < MAX_NODES &&
      building->xml->text_buffer->len < G_MAXINT && building->n_open <= MAX_DEPTH)
    return FALSE;
  building->is_too_big = TRUE;
  xmlStopParser (building->parser);
  return TRUE;
}

/* --- what the parser calls --- */

/* @attributes: five pointers each: local name, prefix, namespace, and where
 * the value begins and ends. */
static void
on_start_element (void *data,
                  const xmlChar *local,
                  const xmlChar *prefix,
                  const xmlChar *space,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Building *building = data;
  DtlXml *xml = building->xml;
  int node;

  if (building->n_elements++ % CANCEL_INTERVAL == 0 &&
      g_cancellable_is_cancelled (building->cancellable))
    xmlStopParser (building->parser);
  if (is_full (building))
    return;
  node = append_node (building, find_name (building, local, space));
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **at = attributes + 5 * i;
      Attribute attribute = { .node = node };

      attribute.name = g_string_chunk_insert_const (xml->strings, (const char *) at[0]);
      attribute.value = g_string_chunk_insert_len (xml->strings, (const char *) at[3],
                                                   (gssize) (at[4] - at[3]));
      g_array_append_val (xml->attributes, attribute);
    }
  building->open[building->n_open++] = node;
}

static void
on_end_element (void *data,
                const xmlChar *local,
                const xmlChar *prefix,
                const xmlChar *space)
{
  Building *building = data;

  if (building->n_open > 0)
    close_node (building);
}

static void
append_text (Building *building, const char *text, gsize length)
{
  DtlXml *xml = building->xml;
  DtlXmlNode *last;

  if (building->n_open == 0 || is_full (building))
    return;
  last = get_node (xml, (int) xml->node_buffer->len - 1);
  /* The parser hands over long texts in pieces. */
  if (last->name != 0 || last->parent != building->open[building->n_open - 1] ||
      last->text_end != xml->text_buffer->len)
    last = get_node (xml, append_node (building, 0));
  g_string_append_len (xml->text_buffer, text, (gssize) length);
  last->end = (int) xml->node_buffer->len;
  last->text_end = (guint) xml->text_buffer->len;
}

static void
on_characters (void *data, const xmlChar *text, int length)
{
  append_text (data, (const char *) text, (gsize) length);
}

static xmlEntityPtr
on_get_entity (void *data, const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

static void
on_error (void *data, const char *message, ...)
{
  /* What matters is what could be read. */
}

static xmlSAXHandler
make_handler (void)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start_element,
    .endElementNs = on_end_element,
    .characters = on_characters,
    .ignorableWhitespace = on_characters,
    .cdataBlock = on_characters,
    .getEntity = on_get_entity,
    .error = on_error,
    .warning = on_error,
    .fatalError = on_error,
  };

  return handler;
}

static void
run_parser (Building *building, const char *source, gsize length)
{
  xmlSAXHandler handler = make_handler ();
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt (source, (int) length);

  building->parser = parser;
  memcpy (parser->sax, &handler, sizeof handler);
  parser->userData = building;
  /* Neither NOENT nor DTDLOAD nor HUGE, whatever the document: no entity is
   * put in, nothing else is read, and the parser's own limits hold. */
  xmlCtxtUseOptions (parser, XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                 XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (parser, XML_CHAR_ENCODING_UTF8);
  xmlParseDocument (parser);
  if (parser->myDoc != NULL)
    xmlFreeDoc (parser->myDoc);
  xmlFreeParserCtxt (parser);
}

/* --- parsing --- */

static DtlXml *
xml_new (void)
{
  static const Name no_name = { NULL, "" };
  DtlXml *xml = g_new0 (DtlXml, 1);

  xml->text_buffer = g_string_new (NULL);
  xml->node_buffer = g_array_new (FALSE, FALSE, sizeof (DtlXmlNode));
  xml->attributes = g_array_new (FALSE, FALSE, sizeof (Attribute));
  xml->names = g_array_new (FALSE, FALSE, sizeof (Name));
  xml->strings = g_string_chunk_new (4096);
  xml->name_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_append_val (xml->names, no_name);
  return xml;
}

static gboolean
check_result (const Building *building, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (building->cancellable, error))
    return FALSE;
  if (building->is_too_big)
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_TOO_BIG,
                 _ ("its XML has too many parts for an article"));
  else if (building->xml->node_buffer->len == 0)
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_BROKEN,
                 _ ("its XML is damaged"));
  return !building->is_too_big && building->xml->node_buffer->len > 0;
}

DtlXml *
dtl_xml_parse (const char *bytes, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (DtlXml) xml = xml_new ();
  g_autoptr (GString) key = g_string_new (NULL);
  Building building = { .xml = xml, .key = key, .cancellable = cancellable };
  g_autoptr (GString) source = dtl_xml_source_decode (bytes, length);

  dtl_libxml_init ();
  if (dtl_xml_source_is_crowded (source->str, source->len))
    building.is_too_big = TRUE;
  else if (source->len > 0 && source->len <= G_MAXINT)
    run_parser (&building, source->str, source->len);
  while (building.n_open > 0)
    close_node (&building);
  if (!check_result (&building, error))
    return NULL;
  xml->nodes = (const DtlXmlNode *) (gconstpointer) xml->node_buffer->data;
  xml->n_nodes = (int) xml->node_buffer->len;
  xml->text = xml->text_buffer->str;
  return g_steal_pointer (&xml);
}

void
dtl_xml_free (DtlXml *xml)
{
  if (xml == NULL)
    return;
  g_string_free (xml->text_buffer, TRUE);
  g_array_unref (xml->node_buffer);
  g_array_unref (xml->attributes);
  g_array_unref (xml->names);
  g_hash_table_unref (xml->name_numbers);
  g_string_chunk_free (xml->strings);
  g_free (xml);
}

/* --- looking at it --- */

const char *
dtl_xml_get_name (const DtlXml *xml, int node)
{
  return g_array_index (xml->names, Name, xml->nodes[node].name).name;
}

const char *
dtl_xml_get_space (const DtlXml *xml, int node)
{
  return g_array_index (xml->names, Name, xml->nodes[node].name).space;
}

gboolean
dtl_xml_is (const DtlXml *xml, int node, const char *name)
{
  return node >= 0 && g_strcmp0 (dtl_xml_get_name (xml, node), name) == 0;
}

gboolean
dtl_xml_is_any (const DtlXml *xml, int node, const char *const *names)
{
  const char *name = node >= 0 ? dtl_xml_get_name (xml, node) : NULL;

  return name != NULL && g_strv_contains (names, name);
}

const char *
dtl_xml_get_attribute (const DtlXml *xml, int node, const char *name)
{
  if (node < 0)
    return NULL;
  for (guint i = xml->nodes[node].attributes; i < xml->attributes->len; i++)
    {
      const Attribute *found = &g_array_index (xml->attributes, Attribute, i);

      if (found->node != node)
        break;
      if (strcmp (found->name, name) == 0)
        return found->value;
    }
  return NULL;
}

static int
get_child (const DtlXml *xml, int node, const char *name, gsize length)
{
  if (node < 0)
    return -1;
  for (int i = node + 1; i < xml->nodes[node].end; i = xml->nodes[i].end)
    {
      const char *found = dtl_xml_get_name (xml, i);

      if (found != NULL && strlen (found) == length && memcmp (found, name, length) == 0)
        return i;
    }
  return -1;
}

int
dtl_xml_get_child (const DtlXml *xml, int node, const char *name)
{
  return get_child (xml, node, name, strlen (name));
}

int
dtl_xml_get_at (const DtlXml *xml, int node, const char *path)
{
  for (const char *step = path; node >= 0; step++)
    {
      gsize n = strcspn (step, "/");

      node = get_child (xml, node, step, n);
      step += n;
      if (*step == '\0')
        break;
    }
  return node;
}

int
dtl_xml_find (const DtlXml *xml, int node, const char *name)
{
  if (node < 0)
    return -1;
  for (int i = node + 1; i < xml->nodes[node].end; i++)
    if (dtl_xml_is (xml, i, name))
      return i;
  return -1;
}

char *
dtl_xml_dup_text (const DtlXml *xml, int node)
{
  if (node < 0)
    return NULL;
  return dtl_clean_text (xml->text + xml->nodes[node].text_start,
                         xml->nodes[node].text_end - xml->nodes[node].text_start);
}
