/* XML of others: what is read of it, what never happens to us by it. */

#include "article/xml/dtl-xml.h"

#include "article/dtl-article-reader.h"

#include <string.h>

typedef struct {
  const char *name, *xml;
  const char *text; /* of the whole document; NULL where it is refused */
} Case;

static const Case cases[] = {
  { "plain", "<a><b>One</b> <c>two</c></a>", "One two" },
  { "CDATA and references", "<a><![CDATA[1 < 2]]> &amp; &#8211; &lt;</a>",
    "1 < 2 & – <" },
  { "references of HTML", "<a>caf&eacute;&nbsp;au lait</a>", "café au lait" },
  { "a bare ampersand", "<a>salt & pepper, R&D</a>", "salt & pepper, R&D" },
  { "an ampersand in CDATA", "<a><![CDATA[R&D &eacute;]]></a>", "R&D &eacute;" },
  { "Latin 1", "<?xml version='1.0' encoding='iso-8859-1'?><a>caf\351</a>", "café" },
  { "a wrong declaration", "<?xml version='1.0' encoding='utf-16'?><a>café</a>", "café" },
  { "white space before all", " \n<?xml version='1.0'?><a>x</a>", "x" },
  { "controls", "<a>one\001two</a>", "one two" },
  { "cut off", "<a><b>One</b><c>tw", "Onetw" },
  { "a wrong end", "<a><b>One</c></b> two</a>", "One" },
  { "no element", "words", NULL },
  { "nothing", "", NULL },
  { "a file", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>1&x;2</a>",
    "12" },
  { "an address", "<!DOCTYPE a SYSTEM 'http://dtd.example/x'><a>1&x;2</a>", "12" },
  { "an entity within",
    "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;'>]><a b='&y;'>1&y;2</a>", "12" },
  { "a parameter entity",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]><a>1</a>", "1" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlXml) xml = dtl_xml_parse (c->xml, strlen (c->xml), NULL, &error);
  g_autofree char *text = xml != NULL ? dtl_xml_dup_text (xml, 0) : NULL;

  g_assert_true ((xml == NULL) == (error != NULL));
  g_assert_cmpstr (text, ==, c->text);
}

static void
test_looking (void)
{
  const char source[] = "<r xmlns:m='urn:m'><m:t>no</m:t><h n='1'><t xml:lang='de'>ja</t>"
                        "</h><t/></r>";
  g_autoptr (DtlXml) xml = dtl_xml_parse (source, strlen (source), NULL, NULL);
  int node = dtl_xml_get_at (xml, 0, "h/t");
  g_autofree char *text = dtl_xml_dup_text (xml, node);

  g_assert_cmpstr (text, ==, "ja");
  g_assert_cmpstr (dtl_xml_get_attribute (xml, node, "lang"), ==, "de");
  g_assert_cmpstr (dtl_xml_get_attribute (xml, node, "n"), ==, NULL);
  g_assert_cmpstr (dtl_xml_get_space (xml, dtl_xml_find (xml, 0, "t")), ==, "urn:m");
  g_assert_cmpint (dtl_xml_get_at (xml, 0, "h/x/t"), ==, -1);
  g_assert_cmpint (dtl_xml_get_child (xml, -1, "t"), ==, -1);
  g_assert_null (dtl_xml_dup_text (xml, -1));
}

/* --- what would be too much --- */

typedef struct {
  const char *name;
  const char *head, *piece, *tail;
  gsize n_pieces;
} Heap;

static const Heap heaps[] = {
  { "attributes", "<a ", "b='>' c ='x' ", "/>", 100000 },
  { "attributes behind a quote", "<!-- ' --><a ", "b='1' ", "/>", 100000 },
  { "depth", "", "<a>", "x", 1000000 },
  { "elements", "<a>", "<b/>", "</a>", 5000000 },
  { "text", "<a>", "word word ", "</a>", 1500000 },
  { "entities", "<!DOCTYPE a [", "<!ENTITY x 'y'>", "]><a>x</a>", 300000 },
  { "names", "<a>", "<b c='d'><e/></b>", "</a>", 200000 },
};

static void
test_heap (gconstpointer data)
{
  const Heap *c = data;
  g_autoptr (GString) source = g_string_new (c->head);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < c->n_pieces; i++)
    g_string_append (source, c->piece);
  g_string_append (source, c->tail);
  /* Read or refused, and soon: the test's time is the limit. */
  g_autoptr (DtlXml) xml = dtl_xml_parse (source->str, source->len, NULL, &error);

  if (xml == NULL)
    g_assert_true (
        g_error_matches (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_TOO_BIG) ||
        g_error_matches (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_BROKEN));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/article/xml/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (heaps); i++)
    {
      g_autofree char *path = g_strconcat ("/article/xml/many/", heaps[i].name, NULL);

      g_test_add_data_func (path, &heaps[i], test_heap);
    }
  g_test_add_func ("/article/xml/looking", test_looking);
  return g_test_run ();
}
