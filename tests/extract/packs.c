/* Language packs: those that are built in, and what is wrong with bad ones. */

#include "base/dtl-resources.h"
#include "extract/dtl-scanner.h"
#include "extract/packs/dtl-pack-check.h"
#include "extract/packs/dtl-pack-examples.h"
#include "extract/packs/dtl-pack-fault.h"
#include "extract/packs/dtl-pack-schema.h"

#include <string.h>

#define HEAD "<language tag='xx' name='Test'>"
#define TAIL "</language>"
/* A pack with one phrase, up to its examples. */
#define WORDS                                                                            \
  "<class name='glad' field='year'><words value='1907'>mirth</words></class>"            \
  "<phrases><pattern as='year'>{glad}</pattern></phrases><examples>"

static const struct {
  const char *name;
  const char *xml;
  const char *message;
} bad_packs[] = {
  { "not-xml", "<language", "xx.xml:1: this is not XML" },
  { "other-root", "<html/>", "xx.xml:1: this is not a language pack" },
  { "entities", "<!DOCTYPE language [<!ENTITY a 'b'>]>" HEAD TAIL,
    "a language pack has no document type" },
  { "unknown-class",
    HEAD "<phrases>\n<pattern as='day'>{nobody}</pattern></phrases>" TAIL,
    "xx.xml:2: no class or part named “nobody”" },
  { "unknown-field", HEAD "<class name='a' field='nothing'><words>b</words></class>" TAIL,
    "xx.xml:1: there is no field “nothing”" },
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
check_in_order (GBytes *bytes)
{
  g_autoptr (GPtrArray) faults = dtl_pack_faults_new ();

  dtl_pack_schema_check (bytes, faults);
  for (guint i = 0; i < faults->len; i++)
    {
      const DtlPackFault *fault = g_ptr_array_index (faults, i);

      g_test_fail_printf ("line %d: %s", fault->line, fault->message);
    }
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

      /* That one is whole only with a language's names: see plain.c. */
      if (!g_str_has_suffix (names[i], ".xml") || strcmp (names[i], "plain.xml") == 0)
        continue;
      check_in_order (bytes);
      pack = dtl_pack_new_from_bytes (bytes, names[i], &error);
      g_assert_no_error (error);
    }
}

/* Each line of a pack, and what is said of it; a line of its own for each fault. */
static const struct {
  const char *name;
  const char *xml;
  int line;
  const char *message;
} faulty[] = {
  { "element", HEAD "\n<months/>" TAIL, 2, "the element “months” may not stand here" },
  { "missing", HEAD "\n<class/>" TAIL, 2, "“class” needs the attribute “name”" },
  { "attribute", HEAD "\n<class nam='a'/>" TAIL, 2, "“class” has no attribute “nam”" },
  { "text", HEAD "\n<phrases>words</phrases>" TAIL, 2, "no text within “phrases”" },
  { "value", HEAD "<class name='a'><words\n case='big'>b</words></class>" TAIL, 2,
    "the value of the attribute “case” is not allowed" },
  { "second",
    HEAD "<phrases><pattern as='x'>{a}</pattern>\n"
         "<pattern as='x'>{b}</pattern></phrases>" TAIL,
    2, "“b”" },
  { "wrong-value", HEAD WORDS "\n<example text='mirth' value='1908'/></examples>" TAIL, 2,
    "“mirth” is 1907, expected 1908" },
  { "refused", HEAD WORDS "\n<example text='grief' edtf='1907'/></examples>" TAIL, 2,
    "“grief” is no date, expected 1907" },
  { "not-refused", HEAD WORDS "\n<example text='mirth'/></examples>" TAIL, 2,
    "“mirth” is 1907, expected no date" },
  { "wrong-edtf", HEAD WORDS "\n<example text='mirth' edtf='1908'/></examples>" TAIL, 2,
    "“mirth” is 1907 (1907), expected 1908" },
  { "bad-date",
    HEAD WORDS "\n<example text='mirth' value='1907' published='May'/></examples>" TAIL,
    2, "its date has to be" },
};

static void
check_faulty (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = g_bytes_new_static (faulty[i].xml, strlen (faulty[i].xml));
  g_autoptr (GPtrArray) faults = dtl_pack_faults_new ();
  gboolean told = FALSE;

  dtl_pack_check (bytes, faults);
  for (guint j = 0; j < faults->len; j++)
    {
      const DtlPackFault *fault = g_ptr_array_index (faults, j);

      told |= fault->line == faulty[i].line &&
              strstr (fault->message, faulty[i].message) != NULL;
      g_test_message ("%d: %s", fault->line, fault->message);
    }
  g_assert_true (told);
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

typedef struct {
  const char *language;
  const DtlPackExample *example;
} Row;

/* Keeps what the rows point into. */
static GPtrArray *all_examples;

static void
check_example (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (DtlPack) pack = dtl_pack_get (row->language, NULL);
  g_autofree char *fault = dtl_pack_example_check (row->example, pack);

  if (fault != NULL)
    g_test_fail_printf ("%s.xml:%d: %s", row->language, row->example->line, fault);
}

/* What a pack says of itself, a test for each line. */
static void
add_examples (const char *language)
{
  g_autofree char *path = g_strdup_printf ("languages/%s.xml", language);
  g_autoptr (GBytes) bytes = dtl_resources_lookup (path);
  GPtrArray *examples = dtl_pack_examples_read (bytes);

  for (guint i = 0; i < examples->len; i++)
    {
      Row *row = g_new (Row, 1);
      g_autofree char *name = NULL;

      row->language = language;
      row->example = g_ptr_array_index (examples, i);
      name = g_strdup_printf ("/packs/examples/%s/%d %s", language, row->example->line,
                              row->example->text);
      for (char *p = name + strlen ("/packs/examples/xx/"); *p != '\0'; p++)
        if (*p == '/')
          *p = '-';
      g_test_add_data_func_full (name, row, check_example, g_free);
    }
  g_assert_cmpuint (examples->len, >, 5);
  g_ptr_array_add (all_examples, examples);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (bad_packs); i++)
    {
      g_autofree char *name = g_strconcat ("/packs/bad/", bad_packs[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), check_bad);
    }
  g_test_add_func ("/packs/built-in", test_built_in);
  for (guint i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autofree char *name = g_strconcat ("/packs/faulty/", faulty[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), check_faulty);
    }
  all_examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  add_examples ("de");
  add_examples ("en");
  g_test_add_func ("/packs/own", test_own_pack);
  g_test_add_func ("/packs/fallback", test_fallback);
  status = g_test_run ();
  g_ptr_array_unref (all_examples);
  return status;
}
