#include "config.h"

#include "extract/packs/dtl-pack-schema.h"

#include "base/dtl-resources.h"
#include "extract/packs/dtl-pack-fault.h"
#include "extract/packs/dtl-pack-form.h"
#include "extract/packs/dtl-pack-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/relaxng.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

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

/* libxml2 tells of attributes and elements that do not fit where it gave up: what
 * it names, rather than why it did. */
static char *
dup_plain_reason (const xmlError *complaint)
{
  const char *name = complaint->str1 != NULL ? complaint->str1 : "";

  switch (complaint->code)
    {
    case XML_RELAXNG_ERR_INVALIDATTR:
      return g_strdup_printf (_ ("the value of the attribute “%s” is not allowed"), name);
    case XML_RELAXNG_ERR_ATTRVALID:
      return g_strdup_printf (_ ("an attribute of “%s” has a value that is not allowed"),
                              name);
    case XML_RELAXNG_ERR_CONTENTVALID:
      return g_strdup_printf (
          _ ("something within “%s” is missing, or is not allowed there"), name);
    case XML_RELAXNG_ERR_NOELEM:
    case XML_RELAXNG_ERR_INTEREXTRA:
    case XML_RELAXNG_ERR_INTERSEQ:
      return g_strdup (_ ("something is missing here, or stands twice"));
    default:
      return g_strchomp (g_strdup (complaint->message));
    }
}

/* Of several complaints about one line the first is the one that explains. */
static void
on_complaint (gpointer data, xmlErrorPtr complaint)
{
  GPtrArray *faults = data;
  g_autofree char *reason = NULL;

  if (dtl_pack_faults_has_line (faults, complaint->line))
    return;
  reason = dup_plain_reason (complaint);
  dtl_pack_faults_add (faults, complaint->line, "%s", reason);
}

static void
check_schema (xmlDoc *doc, GPtrArray *faults)
{
  g_autoptr (xmlRelaxNG) schema = load_schema ();
  g_autoptr (xmlRelaxNGValidCtxt) context = xmlRelaxNGNewValidCtxt (schema);
  const guint before = faults->len;

  xmlRelaxNGSetValidStructuredErrors (context, on_complaint, faults);
  if (xmlRelaxNGValidateDoc (context, doc) != 0 && faults->len == before)
    dtl_pack_faults_add (faults, 0, _ ("this is not a language pack"));
}

void
dtl_pack_schema_check (GBytes *bytes, GPtrArray *faults)
{
  g_autoptr (xmlDoc) doc = dtl_pack_xml_parse (bytes, faults);
  const guint before = faults->len;

  if (doc == NULL)
    return;
  dtl_pack_form_check (xmlDocGetRootElement (doc), faults);
  if (faults->len == before)
    check_schema (doc, faults);
}
