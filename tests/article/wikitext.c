/* Wikitext, one trait each, and the paragraphs that are read from it. */

#include "article/article-testing.h"

#include "article/wiki/dtl-wikitext.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *text;
  const char *paragraphs;
} Case;

static const Case cases[] = {
  /* letters */
  { "bold and italic", "The '''old''' ''mill'' and '''''both'''''.",
    "text| The old mill and both.\n" },
  { "apostrophes", "It's the miller's ''''quoted'''' word.",
    "text| It's the miller's 'quoted' word.\n" },
  { "entities", "a&nbsp;b &ndash; c &amp; d &#8364;", "text| a b – c & d €\n" },
  { "an entity is no mark", "&#42; not an item", "text| * not an item\n" },
  { "comment", "one<!-- ''two'' {{ --> three", "text| one three\n" },
  { "comment on a line of its own", "one\n<!-- two -->\nthree", "text| one three\n" },
  { "nowiki", "<nowiki>{{a}} [[b]] ''c''</nowiki>", "text| {{a}} [[b]] ''c''\n" },
  { "nowiki at the head of a line", "<nowiki>* a</nowiki>", "text| * a\n" },
  { "switch", "__NOTOC__ a __b__ c __KEIN_INDEX__", "text| a __b__ c\n" },
  { "tags", "a <span class=x>b</span> <small>c</small> 1 < 2", "text| a b c 1 < 2\n" },
  { "line break", "a<br />b", "text| a b\n" },

  /* notes */
  { "note", "Built in 1836.<ref>Orr, 1999.</ref> Then", "text| Built in 1836. Then\n" },
  { "note by name", "a<ref name=\"x\" /> b<ref name=x>c</ref> d", "text| a b d\n" },
  { "note without an end", "a<ref>b\n\nc", "text| ab\ntext| c\n" },
  { "note with markup", "a<ref>{{b|[[c</ref> d", "text| a d\n" },

  /* links */
  { "link", "the [[mill]] and [[River Hale|the river]]s",
    "text| the mill and the rivers\n" },
  { "link to a section", "[[#Floods]] and [[Hale#Floods|floods]]",
    "text| Floods and floods\n" },
  { "category", "a [[Category:Mills]] [[:Category:Mills]]", "text| a Category:Mills\n" },
  { "other language", "a [[fr:Moulin]]", "text| a\n" },
  { "file", "[[File:Mill.jpg|thumb|200px|The mill [[Hale|in Hale]] in 1911]] Text.",
    "caption| The mill in Hale in 1911\ntext| Text.\n" },
  { "file without a caption", "a [[Image:Mill.svg|20px]] b", "text| a b\n" },
  { "file of another language", "[[Datei:Muehle.jpg|mini|Die alte Mühle von Hale]] Text",
    "caption| Die alte Mühle von Hale\ntext| Text\n" },
  { "address with a label", "a [https://mill.example/x the report] b",
    "text| a the report b\n" },
  { "address without a label", "a [https://mill.example/x] b [1]", "text| a b [1]\n" },
  { "link without an end", "a [[b\nc [[d]] e", "text| a b c d e\n" },

  /* templates */
  { "unknown template", "a {{whatever|x=1|y=2}} b", "text| a b\n" },
  { "nested templates", "a {{b|{{c|{{d}}}}|{{e|f=g}}}} h", "text| a h\n" },
  { "word of an unknown template", "in the {{S|XIX}} century",
    "text| in the XIX century\n" },
  { "hatnote", "{{Main|History of mills}}\nText", "text| Text\n" },
  { "wrapper", "{{nowrap|20 {{small|old}} sacks}}", "text| 20 old sacks\n" },
  { "language", "({{lang|de|Mühle}}, {{lang-fr|moulin}})", "text| (Mühle, moulin)\n" },
  { "amount", "{{convert|20|km|mi}} away", "text| 20 km away\n" },
  { "quotation", "Text {{quote|We saw it.|Ada Orr}} on",
    "text| Text\nquote| We saw it.\ntext| on\n" },
  { "empty brackets", "Hale ({{ipa|x}}; ) is {{cn}}, as", "text| Hale is, as\n" },
  { "parameter", "a {{{1|b}}} {{{2}}} c", "text| a b c\n" },
  { "page name", "{{PAGENAME}} is old", "text| Hale Mill is old\n" },
  { "number", "{{formatnum:1836}}", "text| 1836\n" },
  { "template without an end", "{{Box\n| a = b\n\nText {{c}} here", "text| Text here\n" },
  { "braces too many", "a }} b {{c}} }} d", "text| a b d\n" },

  /* dates */
  { "date", "{{start date|1950|6|25}}", "text| 25 June 1950\n" },
  { "date with a flag", "{{birth date|df=yes|1950|6|25}}", "text| 25 June 1950\n" },
  { "month", "{{End date|1953|07}}", "text| July 1953\n" },
  { "year BC", "{{dts|-44|3|15}}", "text| 15 March 44 BC\n" },
  { "old year", "{{birth date|1452|4|15}}", "text| 15 April 1452\n" },
  { "death", "{{death date and age|1911|5|3|1836|1|2}}", "text| 3 May 1911\n" },
  { "date in words", "{{Dts|3 May 1911}}", "text| 3 May 1911\n" },
  { "circa", "{{circa|1200 BC}} and {{c.|1340|1350}}",
    "text| c. 1200 BC and c. 1340–1350\n" },
  { "old style", "{{OldStyleDate|7 November|1917|25 October}}",
    "text| 7 November [O.S. 25 October] 1917\n" },
  { "reign", "({{reign|1509|1547}})", "text| (r. 1509–1547)\n" },
  { "date of another language", "{{Datum|25|6|1950}} a", "text| 25 June 1950 a\n" },
  { "no such day", "{{start date|1950|2|31}} a", "text| 1950 a\n" },

  /* boxes of facts */
  { "box",
    "{{Infobox mill\n| name = Hale Mill\n| opened = {{start date|1836|5|3}}\n| height = "
    "12 "
    "m\n| owner_since1 = 1911\n}}\nText",
    "fact| opened: 3 May 1836\nfact| owner since: 1911\ntext| Text\n" },
  { "box of another language",
    "{{Ficha de molino\n| nombre = Hale\n| apertura = 3 de mayo de 1836\n| lugar = x\n}}",
    "fact| apertura: 3 de mayo de 1836\n" },
  { "box with a list",
    "{{Infobox war\n|a=b\n|c=d\n|date=\n* 25 June 1950<br/>to\n* 27 July 1953\n}}",
    "fact| date: 25 June 1950; to; 27 July 1953\n" },
  { "box with amounts",
    "{{Infobox town\n|a=b\n|population = 1,205\n|area = 1205 km2\n|rate=12.505\n}}\nText",
    "text| Text\n" },
  { "no box below a heading", "== A ==\n{{Chart\n|a=1836\n|b=1837\n|c=1838\n}}\nText",
    "heading 2| A\ntext| Text\n" },

  /* blocks */
  { "paragraphs", "one\ntwo\n\nthree", "text| one two\ntext| three\n" },
  { "headings", "== One ==\na\n=== Two===\nb",
    "heading 2| One\ntext| a\nheading 3| Two\ntext| b\n" },
  { "heading without text", "== One ==\n== Two ==\nb", "heading 2| Two\ntext| b\n" },
  { "references", "a\n== References ==\n* b\n=== c ===\nd\n== E ==\nf",
    "text| a\nheading 2| E\ntext| f\n" },
  { "lists", "* a\n** b\n# c\n; d\n: e",
    "item| a\nitem| b\nitem| c\nitem| d\ntext| e\n" },
  { "old hatnote", ":''This is about the mill.''\nText", "text| Text\n" },
  { "table",
    "{| class=x\n|+ Floods\n! Year !! Place\n|-\n| align=right | 1911 || Hale\n|-\n| "
    "1912\n| "
    "Orr\n|}\nText",
    "caption| Floods\nrow| Year | Place\nrow| 1911 | Hale\nrow| 1912 | Orr\ntext| "
    "Text\n" },
  { "table without an end", "{|\n| a\n== B ==\nc", "row| a\nheading 2| B\ntext| c\n" },
  { "blockquote", "a <blockquote>b\n\nc</blockquote> d",
    "text| a\nquote| b\nquote| c\ntext| d\n" },
  { "gallery", "a\n<gallery>\nFile:x.jpg|In 1911\n</gallery>\nb", "text| a\ntext| b\n" },
};

static char *
read_paragraphs (const char *text, gsize length)
{
  DtlWikiPage page = { .title = "Hale Mill" };
  g_autoptr (DtlArticleBuilder) builder = dtl_article_builder_new ("x");
  g_autoptr (DtlArticle) article = NULL;

  dtl_wikitext_read (builder, text, length, &page);
  article = dtl_article_builder_end (builder);
  return article_testing_dump (article);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *paragraphs = read_paragraphs (c->text, strlen (c->text));

  g_assert_cmpstr (paragraphs, ==, c->paragraphs);
}

/* --- what must not take long --- */

static const char *const repeated[] = {
  "{{",     "}}",   "[[",       "]]",  "[[a|",   "{{a|",  "{{{",    "<ref>",
  "<!--",   "'''",  "{{a}}",    "\n*", "\n{|",   "{|\n",  "|",      "__",
  "[http:", "&amp", "<nowiki>", "<a ", "{{b|[[", "]]}}",  "\n== ",  "(; ",
  "<br>",   "-{",   "\n{{a|b=", "}",   "{{c|\n", "</ref", "[[A:b|", "<blockquote>",
};

static void
test_repeated (gconstpointer data)
{
  const char *piece = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *paragraphs = NULL;
  gint64 before;

  while (text->len < 2 * 1000 * 1000)
    g_string_append (text, piece);
  before = g_get_monotonic_time ();
  paragraphs = read_paragraphs (text->str, text->len);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/article/wikitext/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (repeated); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/article/wikitext/repeated/%" G_GSIZE_FORMAT, i + 1);

      g_test_add_data_func (path, repeated[i], test_repeated);
    }
  return g_test_run ();
}
