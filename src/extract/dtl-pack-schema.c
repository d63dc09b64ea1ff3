#include "config.h"

#include "extract/dtl-pack-schema.h"

#include "base/dtl-resources.h"
#include "extract/dtl-pack.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)

/* Keeps the first complaint. */
static void
on_complaint (gpointer data, xmlErrorPtr complaint)
{
  GError **error = data;

  if (error == NULL || *error != NULL)
    return;
  g_set_error (error, DTL_PACK_ERROR, DTL_PACK_ERROR_INVALID, _ ("line %d: %s"),
               complaint->line, g_strchomp (complaint->message));
}

static xmlRelaxNG *
load_schema (void)
{
  g_autoptr (GBytes) bytes = dtl_resources_lookup ("languages/language.rng");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (xmlRelaxNGParserCtxt) context =
      xmlRelaxNGNewMemParserCtxt (data, (int) length);

  return xmlRelaxNGParse (context);
}

gboolean
dtl_pack_schema_check (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (xmlRelaxNG) schema = load_schema ();
  g_autoptr (xmlRelaxNGValidCtxt) context = xmlRelaxNGNewValidCtxt (schema);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (xmlDoc) doc = NULL;

  if (length < G_MAXINT)
    doc = xmlReadMemory (data, (int) length, name, NULL, OPTIONS);
  if (doc == NULL)
    {
      g_set_error (error, DTL_PACK_ERROR, DTL_PACK_ERROR_INVALID, _ ("%s: not XML"),
                   name);
      return FALSE;
    }
  xmlRelaxNGSetValidStructuredErrors (context, on_complaint, &local);
  if (xmlRelaxNGValidateDoc (context, doc) == 0)
    return TRUE;
  if (local == NULL)
    g_set_error (&local, DTL_PACK_ERROR, DTL_PACK_ERROR_INVALID,
                 _ ("not a language pack"));
  g_propagate_prefixed_error (error, g_steal_pointer (&local), "%s: ", name);
  return FALSE;
}
