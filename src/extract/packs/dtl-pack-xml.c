#include "config.h"

#include "extract/packs/dtl-pack-xml.h"

#include "extract/packs/dtl-pack-fault.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

/* libxml2 prints to standard error where nobody tells it not to. */
#define PARSE_OPTIONS                                                                    \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOBLANKS |      \
   XML_PARSE_BIG_LINES)

xmlDoc *
dtl_pack_xml_parse (GBytes *bytes, GPtrArray *faults)
{
  g_autoptr (xmlParserCtxt) context = xmlNewParserCtxt ();
  g_autoptr (xmlDoc) doc = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length < G_MAXINT)
    doc = xmlCtxtReadMemory (context, data, (int) length, NULL, NULL, PARSE_OPTIONS);
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      const char *reason =
          context->lastError.message != NULL ? context->lastError.message : "";
      g_autofree char *line = g_strchomp (g_strdup (reason));

      dtl_pack_faults_add (faults, context->lastError.line, _ ("this is not XML: %s"),
                           line);
      return NULL;
    }
  if (doc->intSubset != NULL)
    {
      dtl_pack_faults_add (faults, 0, _ ("a language pack has no document type"));
      return NULL;
    }
  return g_steal_pointer (&doc);
}

gboolean
dtl_pack_xml_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

int
dtl_pack_xml_get_line (const xmlNode *node)
{
  return (int) MIN (xmlGetLineNo (node), G_MAXINT);
}

static char *
dup_and_free (xmlChar *text)
{
  char *copy = g_strdup ((const char *) text);

  xmlFree (text);
  return copy;
}

char *
dtl_pack_xml_dup_attribute (const xmlNode *node, const char *name)
{
  return dup_and_free (xmlGetNoNsProp (node, (const xmlChar *) name));
}

char *
dtl_pack_xml_dup_text (const xmlNode *node)
{
  return dup_and_free (xmlNodeGetContent (node));
}

gboolean
dtl_pack_xml_is_yes (const xmlNode *node, const char *name)
{
  g_autofree char *value = dtl_pack_xml_dup_attribute (node, name);

  return g_strcmp0 (value, "yes") == 0;
}
