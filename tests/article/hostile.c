/* Files made to hurt: read or refused in memory and time that grow with their
 * size, and never with another file opened. */

#include "article/article-testing.h"
#include "article/packing.h"

#include <string.h>
#include <time.h>

/* CPU seconds that are plenty for any of these, under sanitizers as well. */
#define MAX_SECONDS 60.0
#define DOCX                                                                             \
  "=== word/document.xml\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/"      \
  "wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
#define EPUB                                                                             \
  "=== META-INF/container.xml\n<container><rootfiles><rootfile full-path=\"b.opf\"/>"    \
  "</rootfiles></container>\n=== b.opf\n<package><manifest>"
#define MAIL "From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n"
#define RSS "<rss><channel><item><title>x</title><description>"

typedef struct {
  const char *name;
  gboolean is_packed;
  const char *head, *piece, *tail;
  gsize n_pieces;
  const char *expected; /* part of the text or of the message; NULL for either */
} Case;

static const Case cases[] = {
  { "a zip bomb", TRUE, DOCX, "                ", "</w:t>", 5000000, "too big" },
  { "a small zip bomb", TRUE, DOCX, "aaaaaaaaaaaaaaaa", "</w:t>", 200000, "too big" },
  { "many parts", TRUE, "", "=== a.xml\n<a/>\n", "", 3000, "zip archive" },
  { "names that lead elsewhere", TRUE, "", "=== ../../../etc/passwd\nx\n", "", 10,
    "zip archive" },
  { "nested paragraphs", TRUE, DOCX, "<w:p><w:r><w:t>word ", "", 20000, NULL },
  { "nested tables", TRUE, DOCX, "<w:tbl><w:tr><w:tc><w:p>word ", "", 20000, NULL },
  { "a chapter named again and again", TRUE,
    EPUB "<item id=\"a\" href=\"a.html\"/></manifest><spine>", "<itemref idref=\"a\"/>",
    "</spine></package>\n=== a.html\n<p>The only chapter tells of the year 1900.</p>",
    20000, "year 1900" },
  { "boundaries in a row", FALSE, MAIL "Content-Type: multipart/mixed; boundary=a\n\n",
    "--a\n", "", 500000, NULL },
  { "nested parts", FALSE, MAIL, "Content-Type: multipart/mixed; boundary=a\n\n--a\n",
    "\nWords of 1900.", 20000, NULL },
  { "a header without end", FALSE, MAIL "X-A: ", "=?utf-8?q?a?= ", "\n\nWords of 1900.",
    200000, "Words" },
  { "a header of many lines", FALSE, MAIL "X-A: a\n", " b\n", "\nWords of 1900.", 500000,
    "Words" },
  { "quotations", FALSE, MAIL "\n", "On 3 May 2021 a@b.example wrote:\n> x\n", "", 50000,
    NULL },
  { "mails in a row", FALSE, "From a\n" MAIL "\nOne of 1900.\n",
    "\nFrom b\n\nOne of 1900.\n", "", 20000, "One of" },
  { "entries", FALSE, "<rss><channel>",
    "<item><description>One of 1900.</description></item>", "</channel></rss>", 20000,
    "One of" },
  { "an entry of 12 MB", FALSE, RSS, "word. word, ", "</description></item>", 1000000,
    "word" },
  { "nested markup in an entry", FALSE, RSS, "&lt;div&gt;", "Words</description></item>",
    200000, "Words" },
  { "nested XML", FALSE, RSS, "<div>", "Words</description></item>", 200000, NULL },
  { "attributes", FALSE, "<rss ", "a='1' ", "><item/></rss>", 100000, "too many" },
  { "references", FALSE, RSS, "&nbsp;&amp;&x", "Words</description></item>", 300000,
    NULL },
  { "nested divisions", FALSE, "<TEI><text><body>", "<div><head>x</head>",
    "<p>Words</p></body>", 100000, NULL },
  { "nested JSON", FALSE, "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": ",
    "[{\"a\":", "", 200000, NULL },
};

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static GBytes *
build (const Case *c)
{
  g_autoptr (GString) source = g_string_new (c->head);
  gsize length;

  for (gsize i = 0; i < c->n_pieces; i++)
    g_string_append (source, c->piece);
  g_string_append (source, c->tail);
  if (c->is_packed)
    {
      char *zip = packing_zip (source->str, source->len, &length);

      return g_bytes_new_take (zip, length);
    }
  return g_string_free_to_bytes (g_steal_pointer (&source));
}

static gboolean
on_article (DtlArticle *article, gpointer data)
{
  GString *text = data;

  if (text->len == 0)
    g_string_append (text, dtl_article_get_text (article, NULL));
  return TRUE;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = build (c);
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  double before = get_seconds ();

  if (!dtl_article_read_each_of_bytes (bytes, NULL, NULL, on_article, answer, NULL,
                                       &error))
    g_string_append (answer, error->message);
  g_assert_cmpfloat (get_seconds () - before, <, MAX_SECONDS);
  g_assert_cmpuint (answer->len, >, 0);
  if (c->expected != NULL)
    g_assert_nonnull (strstr (answer->str, c->expected));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/article/hostile/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
