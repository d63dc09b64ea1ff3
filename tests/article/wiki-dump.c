/* Exports of MediaWiki: which of their pages are articles, and what of damaged
 * ones is read. */

#include "article/article-testing.h"

#include <string.h>

#define BEGIN                                                                            \
  "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" version=\"0.11\" "     \
  "xml:lang=\"de\"><siteinfo><base>https://wiki.example/wiki/Start</base><namespaces>"   \
  "<namespace key=\"6\">Datei</namespace><namespace key=\"14\">Kategorie</namespace>"    \
  "</namespaces></siteinfo>"
#define PAGE(title, ns, text)                                                            \
  "<page><title>" title "</title><ns>" ns "</ns><id>1</id><revision><timestamp>"         \
  "2020-05-03T10:15:00Z</timestamp><model>wikitext</model><text "                        \
  "xml:space=\"preserve\">" text "</text></revision></page>"
#define END "</mediawiki>"

typedef struct {
  const char *name;
  const char *dump;
  const char *texts; /* "title: text", a line each */
  int code;          /* of the error at the end, -1 for none */
} Case;

static const Case cases[] = {
  { "two pages", BEGIN PAGE ("A", "0", "Eins") PAGE ("B", "0", "Zwei") END,
    "A: Eins\nB: Zwei\n", -1 },
  { "talk", BEGIN PAGE ("A", "0", "Eins") PAGE ("Talk:A", "1", "Zwei") END, "A: Eins\n",
    -1 },
  { "redirect",
    BEGIN
    "<page><title>C</title><ns>0</ns><redirect title=\"A\"/><revision><text>#REDIRECT "
    "[[A]]</text></revision></page>" PAGE ("A", "0", "Eins") END,
    "A: Eins\n", -1 },
  { "module",
    BEGIN "<page><title>C</title><ns>0</ns><revision><model>json</model><text>{\"a\": "
          "1}</text></revision></page>" PAGE ("A", "0", "Eins") END,
    "A: Eins\n", -1 },
  { "latest of two revisions",
    BEGIN
    "<page><title>A</title><ns>0</ns><revision><text>Alt</text></revision><revision>"
    "<text>Neu</text></revision></page>" END,
    "A: Neu\n", -1 },
  { "the wiki's own namespaces",
    BEGIN PAGE ("A", "0", "Eins [[Kategorie:Zahlen]] [[Datei:Eins.x|20px]]") END,
    "A: Eins\n", -1 },
  { "markup within markup",
    BEGIN PAGE ("A &amp; B", "0", "&lt;b&gt;Eins&lt;/b&gt; &amp;amp; &lt;![CDATA[ zwei")
        END,
    "A & B: Eins & <![CDATA[ zwei\n", -1 },
  { "a page without text", BEGIN PAGE ("A", "0", "{{leer}}") PAGE ("B", "0", "Zwei") END,
    "B: Zwei\n", -1 },
  { "cut short", BEGIN PAGE ("A", "0", "Eins") "<page><title>B</title>", "A: Eins\n",
    DTL_ARTICLE_ERROR_BROKEN },
  { "damaged", BEGIN PAGE ("A", "0", "Eins") "<page><title>B</page>" PAGE ("C", "0", "x"),
    "A: Eins\n", DTL_ARTICLE_ERROR_BROKEN },
  { "no page", BEGIN END, "", DTL_ARTICLE_ERROR_NO_TEXT },
  { "entities of its own",
    "<!DOCTYPE mediawiki [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" BEGIN
        PAGE ("A", "0", "&b;&b;&b;") END,
    "", DTL_ARTICLE_ERROR_BROKEN },
  { "another file",
    "<!DOCTYPE mediawiki [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" BEGIN PAGE ("A",
                                                                                   "0",
                                                                                   "&a;")
        END,
    "", DTL_ARTICLE_ERROR_BROKEN },
};

static gboolean
on_article (DtlArticle *article, gpointer data)
{
  g_string_append_printf (data, "%s: %s\n", dtl_article_get (article, DTL_ARTICLE_TITLE),
                          dtl_article_get_text (article, NULL));
  return TRUE;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->dump, strlen (c->dump));
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  dtl_article_read_each (stream, "dump.xml", NULL, on_article, texts, NULL, &error);
  g_assert_cmpstr (texts->str, ==, c->texts);
  if (c->code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, DTL_ARTICLE_ERROR, c->code);
}

static void
test_facts (void)
{
  static const char dump[] = BEGIN PAGE ("Die Mühle", "0", "Sie steht seit 1836.") END;
  g_autoptr (DtlArticle) article =
      article_testing_read (dump, strlen (dump), "dump.xml", NULL);

  g_assert_cmpstr (dtl_article_get (article, DTL_ARTICLE_ID), ==, "dump.xml#Die Mühle");
  g_assert_cmpstr (dtl_article_get (article, DTL_ARTICLE_LANGUAGE), ==, "de");
  g_assert_cmpstr (dtl_article_get (article, DTL_ARTICLE_URL), ==,
                   "https://wiki.example/wiki/Die_Mühle");
  g_assert_cmpstr (dtl_article_get (article, DTL_ARTICLE_MODIFIED), ==,
                   "2020-05-03T10:15:00+00:00");
  g_assert_null (dtl_article_get (article, DTL_ARTICLE_PUBLISHED));
}

static gboolean
on_first_article (DtlArticle *article, gpointer data)
{
  *(guint *) data += 1;
  return FALSE;
}

static void
test_stopped (void)
{
  static const char dump[] =
      BEGIN PAGE ("A", "0", "Eins") PAGE ("B", "0", "Zwei") "<page>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (dump, strlen (dump));
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (dtl_article_read_each_of_bytes (bytes, "dump.xml", NULL,
                                                 on_first_article, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/article/wiki-dump/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/article/wiki-dump/facts", test_facts);
  g_test_add_func ("/article/wiki-dump/stopped", test_stopped);
  return g_test_run ();
}
