#include "config.h"

#include "extract/packs/dtl-pack-form.h"

#include "extract/packs/dtl-pack-fault.h"
#include "extract/packs/dtl-pack-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Deeper than any pack; a span may stand in a span. */
#define MAX_DEPTH 12

/* Names are parted by spaces; "/" is the parent of the root. */
typedef struct {
  const char *name;
  const char *parents;
  const char *required; /* attributes */
  const char *optional;
  gboolean has_text;
} Form;

static const Form forms[] = {
  { "language", "/", "tag name", "decimal-comma", FALSE },
  { "class", "language", "name", "field", FALSE },
  { "words", "class", "", "value endings dot case", TRUE },
  { "part", "language", "name", "number", TRUE },
  { "phrases", "language", "", "", FALSE },
  { "changes", "language", "", "", FALSE },
  { "links", "language", "", "", FALSE },
  { "pattern", "phrases changes links", "as",
    "put genre after not-after before not-before", TRUE },
  { "when", "pattern part when from to", "", "", TRUE },
  { "from", "pattern part when from to", "", "", TRUE },
  { "to", "pattern part when from to", "", "", TRUE },
  { "clauses", "language", "", "", FALSE },
  { "words", "clauses", "as", "", TRUE },
  { "pasts", "clauses", "", "", TRUE },
  { "examples", "language", "", "", FALSE },
  { "example", "examples", "text", "value edtf published reference place", FALSE },
};

static gboolean
is_in (const char *list, const char *name)
{
  g_auto (GStrv) names = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) names, name);
}

static const Form *
find_form (const xmlNode *node)
{
  const gboolean root = node->parent == NULL || node->parent->type != XML_ELEMENT_NODE;
  const char *parent = root ? "/" : (const char *) node->parent->name;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (dtl_pack_xml_is (node, forms[i].name) && is_in (forms[i].parents, parent))
      return &forms[i];
  return NULL;
}

static void
check_attributes (const xmlNode *node, const Form *form, GPtrArray *faults)
{
  g_auto (GStrv) required = g_strsplit (form->required, " ", -1);
  const int line = dtl_pack_xml_get_line (node);

  for (guint i = 0; required[i] != NULL; i++)
    if (*required[i] != '\0' && xmlHasProp (node, (const xmlChar *) required[i]) == NULL)
      dtl_pack_faults_add (faults, line, _ ("“%s” needs the attribute “%s”"), form->name,
                           required[i]);
  for (const xmlAttr *attribute = node->properties; attribute != NULL;
       attribute = attribute->next)
    if (!is_in (form->required, (const char *) attribute->name) &&
        !is_in (form->optional, (const char *) attribute->name))
      dtl_pack_faults_add (faults, line, _ ("“%s” has no attribute “%s”"), form->name,
                           (const char *) attribute->name);
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static void
check_node (const xmlNode *node, guint depth, GPtrArray *faults)
{
  const Form *form = find_form (node);

  if (form == NULL || depth > MAX_DEPTH)
    {
      dtl_pack_faults_add (faults, dtl_pack_xml_get_line (node),
                           _ ("the element “%s” may not stand here"),
                           (const char *) node->name);
      return;
    }
  check_attributes (node, form, faults);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_node (child, depth + 1, faults);
    else if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
             !form->has_text && !is_blank ((const char *) child->content))
      dtl_pack_faults_add (faults, dtl_pack_xml_get_line (child),
                           _ ("there may be no text within “%s”"), form->name);
}

void
dtl_pack_form_check (const struct _xmlNode *root, GPtrArray *faults)
{
  check_node (root, 0, faults);
}
