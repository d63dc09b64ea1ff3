/* Hostile pages and texts: read or refused in a time and memory that grow with
 * their size, and never with another file opened. */

#include "article/article-testing.h"

#include <string.h>
#include <time.h>

/* CPU seconds that are plenty for any of these, under sanitizers as well. What
 * these inputs can cause is minutes. */
#define MAX_SECONDS 20.0
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
  { "tables without ends", "", "<table><tr><td>", PROSE, 100000, "They met" },
};

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
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
  g_test_add_func ("/article/robust/truncated", test_truncated);
  return g_test_run ();
}
