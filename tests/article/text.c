/* What the head of a plain text says of it. */

#include "article/dtl-article-reader.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *text;
  const char *title, *byline, *published;
  guint n_furniture;
} Case;

#define PROSE                                                                            \
  "The two delegations met in the town hall and signed the paper that ended the "        \
  "quarrel. "                                                                            \
  "Nobody had expected them to agree so soon, least of all the people who lived there."

static const Case cases[] = {
  { "glued byline and date",
    "Bridge Opens After Forty Years\n\nMeridianThursday, 27 July 2023 | 06:45 "
    "GMT+0000\n\n" PROSE,
    "Bridge Opens After Forty Years", "Meridian", "2023-07-27T06:45:00+00:00", 2 },
  { "byline and date on their own lines",
    "Bridge Opens After Forty Years\nBy Jane Doe\nPublished: March 3, 2021\n\n" PROSE,
    "Bridge Opens After Forty Years", "Jane Doe", "2021-03-03", 3 },
  { "byline and date with a bar",
    "Bridge Opens\n\nJane Doe | 3 May 2021, 10:15 GMT\n\n" PROSE, "Bridge Opens",
    "Jane Doe", "2021-05-03T10:15:00+00:00", 2 },
  { "a place before the date is no byline",
    "Bridge Opens\n\nLondon, 3 May 2021\n\n" PROSE, "Bridge Opens", NULL, "2021-05-03",
    2 },
  { "two bylines", "Bridge Opens\nBy Jane Doe and John Roe\n2021-05-03\n\n" PROSE,
    "Bridge Opens", "Jane Doe and John Roe", "2021-05-03", 3 },
  { "a name above the date", "Bridge Opens\nJane Doe\nMay 3, 2021\n\n" PROSE,
    "Bridge Opens", "Jane Doe", "2021-05-03", 3 },
  { "German head",
    "Die Brücke ist offen\nVon Erika Muster\n3. März 2021, 10.15 Uhr\n\n" PROSE,
    "Die Brücke ist offen", "Erika Muster", "2021-03-03T10:15:00", 3 },
  { "published and updated",
    "Bridge Opens\nPublished 3 May 2021, updated 5 May 2021\n\n" PROSE, "Bridge Opens",
    NULL, "2021-05-03", 2 },
  { "ISO date and offset", "Bridge Opens\n2021-05-03T10:15:00+02:00\n\n" PROSE,
    "Bridge Opens", NULL, "2021-05-03T10:15:00+02:00", 2 },
  { "month only", "Bridge Opens\nMay 2021\n\n" PROSE, "Bridge Opens", NULL, "2021-05",
    2 },
  { "dateline in the first sentence",
    "Bridge Opens\n\nLONDON, 3 May 2021 (Agency) - " PROSE, "Bridge Opens", NULL,
    "2021-05-03", 1 },
  { "a life in brackets is no dateline",
    "Ellen Marsh\n\nEllen Marsh (21 May 1799 – 9 March 1847) was a dealer. " PROSE,
    "Ellen Marsh", NULL, NULL, 1 },
  { "dateline without its year", "Bridge Opens\n\nLONDON, 3 May (Agency) - " PROSE,
    "Bridge Opens", NULL, NULL, 1 },
  { "date above the title", "3 May 2021\n\nBridge Opens\n\n" PROSE, "Bridge Opens", NULL,
    "2021-05-03", 2 },
  { "prose from the beginning", PROSE "\n\n" PROSE, NULL, NULL, NULL, 0 },
  { "one line is no title", "The bridge was opened in 1953", NULL, NULL, NULL, 0 },
  { "a dated fact is no head",
    "What Happened\n\n27 July 1953: the paper was signed at ten in the "
    "morning.\n\n" PROSE,
    "What Happened", NULL, NULL, 1 },
  { "a heading mark", "# Bridge Opens\n\n" PROSE, "Bridge Opens", NULL, NULL, 1 },
  { "a deck below the title",
    "Bridge Opens\n\nForty years late, it carries its first walkers.\n\nBy Jane "
    "Doe\n\n" PROSE,
    "Bridge Opens", "Jane Doe", NULL, 2 },
};

static DtlArticle *
read_text (const char *text, DtlInputFormat format)
{
  DtlReadOptions options = { .format = format };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles =
      dtl_article_read_bytes (bytes, "bridge.txt", &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  return dtl_article_ref (articles->pdata[0]);
}

static guint
count_furniture (const DtlArticle *article)
{
  guint n, n_furniture = 0;
  const DtlParagraph *paragraphs = dtl_article_get_paragraphs (article, &n);

  for (guint i = 0; i < n; i++)
    n_furniture += paragraphs[i].kind == DTL_PARAGRAPH_FURNITURE;
  return n_furniture;
}

static void
test_head (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (DtlArticle) article = read_text (c->text, DTL_INPUT_AUTO);

  g_assert_cmpstr (dtl_article_get (article, DTL_ARTICLE_TITLE), ==, c->title);
  g_assert_cmpstr (dtl_article_get (article, DTL_ARTICLE_BYLINE), ==, c->byline);
  g_assert_cmpstr (dtl_article_get (article, DTL_ARTICLE_PUBLISHED), ==, c->published);
  g_assert_cmpuint (count_furniture (article), ==, c->n_furniture);
}

/* --- paragraphs --- */

static char *
dup_paragraphs (const DtlArticle *article)
{
  static const char *const kinds[] = { "text",    "heading", "quote",    "item",
                                       "caption", "row",     "furniture" };
  g_autoptr (GString) all = g_string_new (NULL);
  const char *text = dtl_article_get_text (article, NULL);
  guint n;
  const DtlParagraph *paragraphs = dtl_article_get_paragraphs (article, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s: %.*s\n", kinds[paragraphs[i].kind],
                            (int) (paragraphs[i].end - paragraphs[i].start),
                            text + paragraphs[i].start);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
check_paragraphs (const char *text, const char *expected)
{
  g_autoptr (DtlArticle) article = read_text (text, DTL_INPUT_AUTO);
  g_autofree char *found = dup_paragraphs (article);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_wrapped_lines (void)
{
  check_paragraphs (
      "The two delegations met in the town hall and signed the\n"
      "paper that ended the quarrel. Nobody had expected them to\n"
      "agree so soon.\n\n"
      "They went home the same evening.\n",
      "text: The two delegations met in the town hall and signed the paper that "
      "ended the quarrel. Nobody had expected them to agree so soon.\n"
      "text: They went home the same evening.\n");
}

static void
test_line_each (void)
{
  check_paragraphs ("They met in the town hall.\nThey signed the paper.\nThey went home.",
                    "text: They met in the town hall.\ntext: They signed the paper.\n"
                    "text: They went home.\n");
}

static void
test_marks (void)
{
  check_paragraphs (
      "They agreed on this.\n\n- peace\n- trade\n\n> We are glad.\n\n## Later\n\nMore "
      "came.",
      "text: They agreed on this.\nitem: peace\nitem: trade\nquote: We are glad.\n"
      "heading: Later\ntext: More came.\n");
}

static void
test_cleaning (void)
{
  check_paragraphs (
      "Caf\145\314\201\302\240was\tso\302\255ft\001 and   wide.\r\n\r\nIt closed.",
      "text: Caf\303\251 was soft and wide.\ntext: It closed.\n");
}

/* --- text that must stay as it is --- */

static void
check_kept (const char *bytes, gsize length, const char *expected, gsize n_expected)
{
  DtlReadOptions options = { .format = DTL_INPUT_TEXT };
  g_autoptr (GBytes) input = g_bytes_new (bytes, length);
  g_autoptr (GPtrArray) articles =
      dtl_article_read_bytes (input, NULL, &options, NULL, NULL);
  const char *text;
  gsize n;

  g_assert_nonnull (articles);
  text = dtl_article_get_text (articles->pdata[0], &n);
  g_assert_cmpmem (text, n, expected, n_expected);
}

#define CHECK_KEPT(bytes, expected)                                                      \
  check_kept (bytes, sizeof (bytes) - 1, expected, sizeof (expected) - 1)

static void
test_kept (void)
{
  CHECK_KEPT ("  A  line\t.\r\n\n\n\nEnd  ", "  A  line\t.\r\n\n\n\nEnd  ");
  CHECK_KEPT ("Cafe\314\201", "Cafe\314\201");
  CHECK_KEPT ("<p>not a page</p>", "<p>not a page</p>");
}

/* One for each maximal sequence that could still have become a character. */
static void
test_bad_bytes (void)
{
  CHECK_KEPT ("a\200b", "a\357\277\275b");
  CHECK_KEPT ("a\342\202b", "a\357\277\275b");
  CHECK_KEPT ("a\342(b", "a\357\277\275(b");
  CHECK_KEPT ("a\360\237\230", "a\357\277\275");
  CHECK_KEPT ("a\300\257b", "a\357\277\275\357\277\275b");
  CHECK_KEPT ("a\355\240\200b", "a\357\277\275\357\277\275\357\277\275b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/article/text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_head);
    }
  g_test_add_func ("/article/text/wrapped lines", test_wrapped_lines);
  g_test_add_func ("/article/text/a paragraph a line", test_line_each);
  g_test_add_func ("/article/text/marks", test_marks);
  g_test_add_func ("/article/text/cleaning", test_cleaning);
  g_test_add_func ("/article/text/kept", test_kept);
  g_test_add_func ("/article/text/bad bytes", test_bad_bytes);
  return g_test_run ();
}
