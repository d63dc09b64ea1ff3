#include "config.h"

#include "extract/packs/dtl-pack-examples.h"

#include "extract/dtl-phrase.h"
#include "extract/packs/dtl-pack-fault.h"
#include "extract/packs/dtl-pack-xml.h"
#include "time/forms/dtl-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_example (gpointer data)
{
  DtlPackExample *example = data;

  g_free (example->text);
  g_free (example->value);
  g_free (example->edtf);
  g_free (example->published);
  g_free (example->reference);
  g_free (example->place);
  g_free (example);
}

static DtlPackExample *
read_example (const xmlNode *node)
{
  DtlPackExample *example = g_new0 (DtlPackExample, 1);

  example->line = dtl_pack_xml_get_line (node);
  example->text = dtl_pack_xml_dup_attribute (node, "text");
  example->value = dtl_pack_xml_dup_attribute (node, "value");
  example->edtf = dtl_pack_xml_dup_attribute (node, "edtf");
  example->published = dtl_pack_xml_dup_attribute (node, "published");
  example->reference = dtl_pack_xml_dup_attribute (node, "reference");
  example->place = dtl_pack_xml_dup_attribute (node, "place");
  if (example->text == NULL)
    example->text = g_strdup ("");
  return example;
}

GPtrArray *
dtl_pack_examples_read (GBytes *bytes)
{
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func (free_example);
  g_autoptr (GPtrArray) faults = dtl_pack_faults_new ();
  g_autoptr (xmlDoc) doc = dtl_pack_xml_parse (bytes, faults);

  if (doc == NULL)
    return g_steal_pointer (&examples);
  for (const xmlNode *node = xmlDocGetRootElement (doc)->children; node != NULL;
       node = node->next)
    if (dtl_pack_xml_is (node, "examples"))
      for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (dtl_pack_xml_is (child, "example"))
          g_ptr_array_add (examples, read_example (child));
  return g_steal_pointer (&examples);
}

/* FALSE for what is no EDTF; a date that is not given is no fault. */
static gboolean
read_date (const char *text, DtlExtent *extent, const DtlExtent **ret_date)
{
  *ret_date = NULL;
  if (text == NULL)
    return TRUE;
  if (!dtl_edtf_parse (text, strlen (text), extent, NULL, NULL))
    return FALSE;
  *ret_date = extent;
  return TRUE;
}

static char *
describe (const char *value, const char *edtf)
{
  if (value == NULL && edtf == NULL)
    return g_strdup (_ ("no date"));
  if (value == NULL || edtf == NULL)
    return g_strdup (value != NULL ? value : edtf);
  return g_strdup_printf ("%s (%s)", value, edtf);
}

/* Only what the example asks for counts. */
static gboolean
is_right (const DtlPackExample *example, const char *value, const char *edtf)
{
  if (example->value == NULL && example->edtf == NULL)
    return value == NULL;
  return (example->value == NULL || g_strcmp0 (example->value, value) == 0) &&
         (example->edtf == NULL || g_strcmp0 (example->edtf, edtf) == 0);
}

char *
dtl_pack_example_check (const DtlPackExample *example, const DtlPack *pack)
{
  DtlPhraseContext context = { .place = example->place };
  DtlMention mention = { 0 };
  DtlExtent published, reference;
  g_autofree char *edtf = NULL, *got = NULL, *wanted = NULL;
  gboolean right;

  if (!read_date (example->published, &published, &context.published) ||
      !read_date (example->reference, &reference, &context.reference))
    return g_strdup_printf (_ ("“%s”: its date has to be one such as 2015-08-12"),
                            example->text);
  dtl_phrase_extract (pack, example->text, &context, &mention, NULL);
  if (mention.has_extent)
    edtf = dtl_edtf_format (&mention.extent);
  right = is_right (example, mention.value, edtf);
  got = describe (mention.value,
                  example->edtf != NULL || mention.value == NULL ? edtf : NULL);
  wanted = describe (example->value, example->edtf);
  dtl_mention_clear (&mention);
  if (right)
    return NULL;
  /* Translators: a phrase; how it is understood; how it has to be */
  return g_strdup_printf (_ ("“%s” is %s, expected %s"), example->text, got, wanted);
}
