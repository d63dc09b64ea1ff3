/* Markdown, one trait each, and what is read of it. */

#include "article/article-testing.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *text;
  const char *article; /* all but the language */
} Case;

static const Case cases[] = {
  /* blocks */
  { "paragraphs", "one\ntwo\n\nthree", "text| one two\ntext| three\n" },
  { "headings", "a\n\n# One #\nb\n### Two\nc",
    "text| a\nheading 1| One\ntext| b\nheading 3| Two\ntext| c\n" },
  { "underlined headings", "a\n\nOne\n===\nb\n\nTwo\n---\nc",
    "text| a\nheading 1| One\ntext| b\nheading 2| Two\ntext| c\n" },
  { "rules", "a\n\n***\n\nb\n\n- - -\nc", "text| a\ntext| b\ntext| c\n" },
  { "lists", "a\n\n- b\n- c\n  d\n* e\n\n1. f\n2) g",
    "text| a\nitem| b\nitem| c d\nitem| e\nitem| f\nitem| g\n" },
  { "nested list", "- a\n  - b\n    - c\n\n      d",
    "item| a\nitem| b\nitem| c\ntext| d\n" },
  { "tasks", "- [x] a\n- [ ] b", "item| a\nitem| b\n" },
  { "a year is no mark", "1836. The mill is built.\n\nIt was so in\n12. of May",
    "text| 1836. The mill is built.\ntext| It was so in 12. of May\n" },
  { "quotation", "> a\n> b\nc\n\n> > d\n\ne", "quote| a b c\nquote| d\ntext| e\n" },
  { "fenced code", "a\n\n```c\nint x; // **1836**\n```\nb",
    "text| a\nfurniture| int x; // **1836**\ntext| b\n" },
  { "indented code", "a\n\n    x = 1\n    y = 2\n\nb",
    "text| a\nfurniture| x = 1 y = 2\ntext| b\n" },
  { "code without an end", "a\n\n~~~\nb", "text| a\nfurniture| b\n" },
  { "table", "Year | Place\n--- | :---:\n1911 | **Hale**\n| 1912 | Orr |\n\na",
    "row| Year | Place\nrow| 1911 | Hale\nrow| 1912 | Orr\ntext| a\n" },
  { "definitions",
    "a [b] [^1]\n\n[b]: https://mill.example 'c'\n[^1]: A note\n    of two.",
    "text| a [b]\n" },

  /* within a line */
  { "emphasis", "*a* **b** ***c*** _d_ __e__ ~~f~~", "text| a b c d e f\n" },
  { "no emphasis", "2 * 3, 5*3, a_b_c, ~1836, * d",
    "text| 2 * 3, 5*3, a_b_c, ~1836, * d\n" },
  { "emphasis within a word", "in**cre**dible", "text| incredible\n" },
  { "escapes", "\\*a\\* \\[b\\] c\\d", "text| *a* [b] c\\d\n" },
  { "links", "[a](https://mill.example \"b\") [c][d] [e](f(g)h) [i]",
    "text| a c e [i]\n" },
  { "link in emphasis", "**[a](b)** *[c](d) e*", "text| a c e\n" },
  { "pictures", "a ![b](c.jpg) [![d](e)](f) g", "text| a g\n" },
  { "code", "`a` ``b ` c`` `d", "text| a b ` c `d\n" },
  { "code is no markup", "`*a* [b](c)`", "text| *a* [b](c)\n" },
  { "addresses", "<https://mill.example/a> <b@mill.example>",
    "text| https://mill.example/a\n" },
  { "tags", "a <b>c</b><br>d <!-- e --> f 1 < 2", "text| a c d f 1 < 2\n" },
  { "entities", "a &amp; b&nbsp;c &ndash; d", "text| a & b c – d\n" },

  /* the head */
  { "title", "# The mill\n\nIt is old.",
    "title: The mill (first heading)\ntext| It is old.\n" },
  { "title, byline and date", "# The mill\n\nBy Ada Orr\n\n3 May 2021\n\nIt is old.",
    "title: The mill (first heading)\nbyline: Ada Orr (byline)\npublished: 2021-05-03 "
    "(date "
    "line)\ntext| It is old.\n" },
  { "front matter",
    "---\ntitle: \"The mill: a story\"\nauthor: Ada Orr # once\ndate: 2021-05-03\nlang: "
    "en\ntags: [a]\n---\n\n# The mill: a story\n\nIt is old.",
    "title: The mill: a story (front matter)\nbyline: Ada Orr (front matter)\npublished: "
    "2021-05-03 (front matter)\ntext| It is old.\n" },
  { "front matter with a list",
    "---\ntitle: Mill\nauthors:\n  - Ada Orr\n  - Jan Roe\nupdated: 2022-01-02\n---\na",
    "title: Mill (front matter)\nbyline: Ada Orr, Jan Roe (front matter)\nmodified: "
    "2022-01-02 (front matter)\ntext| a\n" },
  { "front matter of TOML", "+++\ntitle = 'Mill'\ndate = 2021-05-03T10:00:00Z\n+++\na",
    "title: Mill (front matter)\npublished: 2021-05-03T10:00:00+00:00 (front "
    "matter)\ntext| a\n" },
  { "front matter without an end", "---\ntitle: Mill\n\na",
    "text| title: Mill\ntext| a\n" },
};

/* The dump without the line of the language, which words so few do not have. */
static char *
read_dump (const char *text, gsize length)
{
  DtlReadOptions options = { .language = "en" };
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GPtrArray) articles =
      dtl_article_read_bytes (bytes, "page.md", &options, NULL, NULL);
  g_autofree char *dump = NULL;
  g_auto (GStrv) parts = NULL;

  if (articles == NULL)
    return NULL;
  dump = article_testing_dump (articles->pdata[0]);
  parts = g_strsplit (dump, "language: en (set by hand)\n", 2);
  return g_strjoinv ("", parts);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *dump = read_dump (c->text, strlen (c->text));

  g_assert_cmpstr (dump, ==, c->article);
}

static const char *const repeated[] = {
  "[",    "![", "](", "*",     "_a",  "a_",     "**a",  "`",    "`a``",   "<!--",
  "<a",   "> ", "- ", "\n- a", "\n|", "|-\n",   "&amp", "\n# ", "\n```",  "[a](",
  "[a][", "*_", "~~", "\\[",   "[^",  "\n[a]:", "a*",   "(",    "\n    ", "\n---",
};

static void
test_repeated (gconstpointer data)
{
  const char *piece = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *dump = NULL;
  gint64 before;

  while (text->len < 2 * 1000 * 1000)
    g_string_append (text, piece);
  before = g_get_monotonic_time ();
  dump = read_dump (text->str, text->len);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/article/markdown/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (repeated); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/article/markdown/repeated/%" G_GSIZE_FORMAT, i + 1);

      g_test_add_data_func (path, repeated[i], test_repeated);
    }
  return g_test_run ();
}
