/* Hostile pages and texts: read or refused in a time and memory that grow with
 * their size, and never with another file opened. */

#include "article/article-testing.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* CPU seconds that are plenty for any of these, under sanitizers as well. What
 * these inputs can cause is minutes. */
#define MAX_SECONDS 20.0
/* What reading any page may take. */
#define MAX_KIBIBYTES (512 * 1024)
#define PROSE "<p>They met in the town hall and signed the paper that ended it.</p>"

typedef struct {
  const char *name;
  const char *head, *piece, *tail;
  gsize n_pieces;
  const char *expected; /* part of the text, NULL where it may be refused */
} Case;

static const Case cases[] = {
  { "a million nested elements", "", "<div>", PROSE, 1000000, "They met" },
  { "nested elements and wrong ends", "", "<div></b>", PROSE, 100000, "They met" },
  { "nested and all closed the wrong way", "", "<div><span></div>", PROSE, 100000,
    "They met" },
  { "60,000 attributes", "<p ", "a=1 b='2' ", ">" PROSE, 30000, "They met" },
  { "an attribute of 12 MB", "<p title=\"", "xxxxxxxxxxxx", "\">" PROSE, 1000000,
    "They met" },
  { "a text of 12 MB", "<p>", "word. word, ", "They met", 1000000, "They met" },
  { "a tag that never ends", "<p>They met.</p><a href=\"", "x ", "", 1000000,
    "They met" },
  { "a comment that never ends", "<p>They met.</p>", "<!--", "", 500000, "They met" },
  { "only opening brackets", "", "<", "", 1000000, NULL },
  { "references in a row", "<p>", "&amp;&#1;&x", "They met.", 500000, "They met" },
  { "line breaks in a row", "<p>They met.", "<br>", "</p>", 1000000, "They met" },
  { "nested JSON", "<script type='application/ld+json'>",
    "[{\"author\":", "</script>" PROSE, 300000, "They met" },
  { "a script that never ends", PROSE "<script>", "x()", "", 500000, "They met" },
  { "many lists of links", PROSE, "<ul><li><a href=x>A link to it</a></ul>", PROSE, 50000,
    "They met" },
  { "many headings that end a text", PROSE, "<h2>Related</h2>" PROSE, "", 20000,
    "They met" },
  { "many dates", "<h1>They met</h1>", "<p>3 May 2021</p>", "", 50000, NULL },
  { "many titles", "", "<h1>They met again</h1>", PROSE, 50000, "They met" },
  { "many authors", "", "<p><a rel=author href=/author/x>Jane Doe</a>", PROSE, 50000,
    "They met" },
  { "authors named elsewhere",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[",
    "{\"@id\":\"#a\"},", "{}]}</script>" PROSE, 200000, "They met" },
  { "many works of a graph", "<script type='application/ld+json'>[",
    "{\"@type\":\"Article\",\"url\":\"x\",\"datePublished\":\"2020-01-02\"},",
    "{}]</script>" PROSE, 50000, "They met" },
  { "an author in an author", "<h1>They met</h1>", "<span class=author>", PROSE, 100000,
    "They met" },
  { "a teaser in a teaser", "<h1>They met</h1>", "<div class=teaser>", PROSE, 100000,
    "They met" },
  { "a heading of many parts", "<h1>They ", "<i>met</i>", "</h1>" PROSE, 100000,
    "They met" },
  { "many dates for machines", "<h1>They met</h1>",
    "<meta itemprop=datePublished content=2020-01-02>", PROSE, 100000, "They met" },
  { "quotes in a script", "<script>", "\"2020-01-02\" : ", "</script>" PROSE, 300000,
    "They met" },
  { "paragraphs in a cell", "<table><tr><td>", "<p></p>", "</table>" PROSE, 300000,
    "They met" },
  { "linked lines between paragraphs", "", PROSE "<p><a href=x>Ab cd</a></p>", "", 20000,
    "They met" },
  { "document types without ends", PROSE, "<!doctype html [", "", 300000, "They met" },
  { "forms in forms", "", "<form>", PROSE, 100000, "They met" },
  { "tables without ends", "", "<table><tr><td>", PROSE, 100000, "They met" },
};

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Of the whole process so far. Sanitizers keep what is freed. */
static void
check_memory (void)
{
#ifndef __SANITIZE_ADDRESS__
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  g_assert_cmpint (usage.ru_maxrss, <, MAX_KIBIBYTES);
#endif
}

static GString *
build (const Case *c)
{
  GString *page = g_string_new (c->head);

  for (gsize i = 0; i < c->n_pieces; i++)
    g_string_append (page, c->piece);
  g_string_append (page, c->tail);
  return page;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GString) page = build (c);
  DtlReadOptions options = { .format = DTL_INPUT_HTML };
  g_autoptr (GBytes) bytes = g_bytes_new_static (page->str, page->len);
  double before = get_seconds ();
  g_autoptr (GPtrArray) articles =
      dtl_article_read_bytes (bytes, NULL, &options, NULL, NULL);

  g_assert_cmpfloat (get_seconds () - before, <, MAX_SECONDS);
  check_memory ();
  if (c->expected == NULL)
    return;
  g_assert_nonnull (articles);
  g_assert_nonnull (
      strstr (dtl_article_get_text (articles->pdata[0], NULL), c->expected));
}

static void
check_text_is (const char *page, const char *expected)
{
  g_autoptr (DtlArticle) article =
      article_testing_read (page, strlen (page), "a.html", NULL);

  g_assert_cmpstr (dtl_article_get_text (article, NULL), ==, expected);
}

/* An entity is never looked up, in a file or in the page. */
static void
test_entities (void)
{
  check_text_is (
      "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body>"
      "<p>They met in the town hall &x; and signed the paper that ended it.</p>",
      "They met in the town hall &x; and signed the paper that ended it.");
}

/* A document type can neither fill the memory nor have another file read. */
static void
test_document_types (void)
{
  static const char *const types[] = {
    "<!DOCTYPE html [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
    "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">"
    "<!ENTITY x \"&f;&f;&f;&f;&f;&f;&f;&f;\">]>",
    "<!DOCTYPE html SYSTEM \"file:///etc/hostname\">",
    "<!DOCTYPE html PUBLIC \"-//X//Y\" \"http://127.0.0.1:9/x.dtd\">",
    "<!DOCTYPE html [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    for (int in_xml = 0; in_xml < 2; in_xml++)
      {
        g_autofree char *page =
            g_strconcat (in_xml ? "<?xml version=\"1.0\"?>\n" : "", types[i],
                         "<html><body><p title=\"&x;\">They met in the town hall, &x; "
                         "and signed it.</p>"
                         "</body></html>",
                         NULL);

        check_text_is (page, "They met in the town hall, &x; and signed it.");
      }
}

/* What is not a page is not unpacked. */
static void
test_packed (void)
{
  static const guint8 gzip[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 'x', 'y' };

  g_assert_cmpint (article_testing_refuse ((const char *) gzip, sizeof gzip, "a.html",
                                           NULL),
                   >=, 0);
}

/* As a browser cut off while saving leaves it. */
static void
test_truncated (void)
{
  const char page[] =
      "<html><head><title>Met</title><meta name=\"author\" content=\"Jane\">"
      "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"a\":\"\\u12"
      "\"}</script></head><body><h1>Met</h1>" PROSE "<p class=\"x\">More &amp; m";

  for (gsize n = 0; n <= strlen (page); n++)
    {
      DtlReadOptions options = { .format = DTL_INPUT_HTML };
      g_autoptr (GBytes) bytes = g_bytes_new (page, n);
      g_autoptr (GPtrArray) articles =
          dtl_article_read_bytes (bytes, NULL, &options, NULL, NULL);

      g_assert_true (articles == NULL || articles->len == 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/article/robust/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/article/robust/entities", test_entities);
  g_test_add_func ("/article/robust/document types", test_document_types);
  g_test_add_func ("/article/robust/packed", test_packed);
  g_test_add_func ("/article/robust/truncated", test_truncated);
  return g_test_run ();
}
