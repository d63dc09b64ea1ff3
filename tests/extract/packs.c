/* Language packs: those that are built in, and what is wrong with bad ones. */

#include "base/dtl-resources.h"
#include "extract/dtl-extraction.h"
#include "extract/dtl-pack-schema.h"
#include "extract/dtl-scanner.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

#define HEAD "<language tag='xx' name='Test'>"
#define TAIL "</language>"

static const struct {
  const char *name;
  const char *xml;
  const char *message;
} bad_packs[] = {
  { "not-xml", "<language", "xx.xml: not a language pack" },
  { "other-root", "<html/>", "xx.xml: not a language pack" },
  { "unknown-class",
    HEAD "<phrases>\n<pattern as='day'>{nobody}</pattern></phrases>" TAIL,
    "no class or part named “nobody”" },
  { "unknown-field", HEAD "<class name='a' field='nothing'><words>b</words></class>" TAIL,
    "line 1" },
  { "bad-value",
    HEAD "<class name='a' field='season'><words value='monsoon'>b</words></class>" TAIL,
    "“monsoon” is not a value of this class" },
  { "open-bracket", HEAD "<phrases><pattern as='day'>( a | b</pattern></phrases>" TAIL,
    "bracket" },
  { "extra-bracket", HEAD "<phrases><pattern as='day'>a )</pattern></phrases>" TAIL,
    "bracket" },
  { "empty-pattern", HEAD "<phrases><pattern as='day'> </pattern></phrases>" TAIL,
    "empty" },
  { "crossing-spans",
    HEAD "<phrases><pattern as='day'>( a <when>b ) c</when></pattern></phrases>" TAIL,
    "mention" },
  { "bad-put",
    HEAD "<phrases><pattern as='day' put='season=9x'>a</pattern></phrases>" TAIL,
    "season" },
  { "doubling-parts",
    HEAD
    "<part name='a'>x x x x x x x x x x</part><part "
    "name='b'>{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}</part>"
    "<part name='c'>{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}</part>"
    "<part name='d'>{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}</part>"
    "<part name='e'>{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}</part>"
    "<phrases><pattern as='day'>{e}{e}{e}{e}{e}{e}{e}{e}{e}</pattern></phrases>" TAIL,
    "too big" },
  { "bad-genre",
    HEAD "<phrases><pattern as='day' genre='poem'>a</pattern></phrases>" TAIL, "poem" },
};

static void
check_bad (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes =
      g_bytes_new_static (bad_packs[i].xml, strlen (bad_packs[i].xml));
  g_autoptr (GError) error = NULL;

  g_assert_null (dtl_pack_new_from_bytes (bytes, "xx.xml", &error));
  g_assert_error (error, DTL_PACK_ERROR, DTL_PACK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, bad_packs[i].message));
}

static void
test_built_in (void)
{
  g_auto (GStrv) names = dtl_resources_list ("languages");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("languages/", names[i], NULL);
      g_autoptr (GBytes) bytes = dtl_resources_lookup (path);
      g_autoptr (DtlPack) pack = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (names[i], ".xml"))
        continue;
      dtl_pack_schema_check (bytes, names[i], &error);
      g_assert_no_error (error);
      pack = dtl_pack_new_from_bytes (bytes, names[i], &error);
      g_assert_no_error (error);
    }
}

static void
test_schema (void)
{
  static const char xml[] = "<language tag='xx' name='X'>\n<class name='a'/></language>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;

  g_assert_false (dtl_pack_schema_check (bytes, "xx.xml", &error));
  g_assert_error (error, DTL_PACK_ERROR, DTL_PACK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "line "));
}

/* A teacher's language of two words. */
static void
test_own_pack (void)
{
  static const char xml[] =
      "<language tag='tlh' name='Klingon'>"
      "<class name='day-word' field='unit'><words value='day'>jaj, tera "
      "jaj</words></class>"
      "<class name='lead'><words>qaStaHvIS</words></class>"
      "<phrases><pattern as='length' put='vague=yes'>{day-word}</pattern>"
      "<pattern as='year' before='day-word' "
      "put='year=1907'>chu'</pattern></phrases></language>";
  static const char text[] = "Tera  jaj! chu' jaj, chu' chu'";
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlPack) pack = dtl_pack_new_from_bytes (bytes, "tlh.xml", &error);
  g_autoptr (GArray) phrases = NULL;

  g_assert_no_error (error);
  phrases = dtl_scan (pack, text, strlen (text), DTL_GENRE_TEXT, NULL);
  g_assert_cmpuint (phrases->len, ==, 3);
  g_assert_cmpuint (g_array_index (phrases, DtlPhrase, 0).end, ==, strlen ("Tera  jaj"));
  g_assert_cmpint (dtl_fields_get (&g_array_index (phrases, DtlPhrase, 1).fields,
                                   DTL_FIELD_YEAR),
                   ==, 1907);
}

/* A language without a pack is read with the English one, a tag that names a
 * file elsewhere as well. */
static void
test_fallback (void)
{
  g_autoptr (DtlPack) english = dtl_pack_get ("en", NULL);
  g_autoptr (DtlPack) british = dtl_pack_get ("en-GB", NULL);
  g_autoptr (DtlPack) none = dtl_pack_get ("qaa", NULL);
  g_autoptr (DtlPack) evil = dtl_pack_get ("../../etc/passwd", NULL);

  g_assert_nonnull (english);
  g_assert_true (british == english);
  g_assert_true (none == english);
  g_assert_true (evil == english);
}

static gboolean
read_extent (const xmlNode *node, const char *name, DtlExtent *ret_extent)
{
  xmlChar *text = xmlGetNoNsProp (node, (const xmlChar *) name);
  DtlDate date = { .calendar = DTL_CALENDAR_GREGORIAN };
  int year, n;

  if (text == NULL)
    return FALSE;
  n = sscanf ((const char *) text, "%d-%d-%d", &year, &date.month, &date.day);
  xmlFree (text);
  date.year = year;
  date.precision = n == 3 ? DTL_PRECISION_DAY : DTL_PRECISION_YEAR;
  return dtl_extent_from_date (&date, ret_extent, NULL);
}

static void
check_example (const char *language, const xmlNode *node)
{
  xmlChar *text = xmlGetNoNsProp (node, (const xmlChar *) "text");
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) "value");
  DtlPhraseContext context = { .language = language };
  DtlExtent published, reference;
  g_autoptr (GError) error = NULL;
  DtlMention mention = { 0 };

  if (read_extent (node, "published", &published))
    context.published = &published;
  if (read_extent (node, "reference", &reference))
    context.reference = &reference;
  dtl_extract_phrase ((const char *) text, &context, &mention, &error);
  if (g_strcmp0 (mention.value, (const char *) value) != 0)
    g_test_fail_printf ("%s: “%s” is %s, not %s", language, text,
                        mention.value != NULL ? mention.value : "refused",
                        value != NULL ? (const char *) value : "refused");
  dtl_mention_clear (&mention);
  xmlFree (text);
  xmlFree (value);
}

/* What a pack says of itself. */
static void
check_examples (gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("languages/%s.xml", (const char *) data);
  g_autoptr (GBytes) bytes = dtl_resources_lookup (path);
  gsize length;
  const char *xml = g_bytes_get_data (bytes, &length);
  xmlDoc *doc = xmlReadMemory (xml, (int) length, path, NULL, 0);
  guint n_examples = 0;

  for (xmlNode *node = xmlDocGetRootElement (doc)->children; node != NULL;
       node = node->next)
    if (strcmp ((const char *) node->name, "examples") == 0)
      for (xmlNode *child = node->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
          {
            check_example (data, child);
            n_examples++;
          }
  g_assert_cmpuint (n_examples, >, 5);
  xmlFreeDoc (doc);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (bad_packs); i++)
    {
      g_autofree char *name = g_strconcat ("/packs/bad/", bad_packs[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), check_bad);
    }
  g_test_add_func ("/packs/built-in", test_built_in);
  g_test_add_data_func ("/packs/examples/de", "de", check_examples);
  g_test_add_data_func ("/packs/examples/en", "en", check_examples);
  g_test_add_func ("/packs/schema", test_schema);
  g_test_add_func ("/packs/own", test_own_pack);
  g_test_add_func ("/packs/fallback", test_fallback);
  return g_test_run ();
}
