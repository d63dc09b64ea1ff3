/* Reading wikis: a long page of Parsoid, and an export of 200 MB, in MB a second
 * and in the memory they take. All are made up. */

#include "bench/bench.h"

#include "article/dtl-article-reader.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define EXPORT_BYTES (200 * 1000 * 1000)
#define PARSOID_BYTES (2600 * 1000)

#define PARSOID_HEAD                                                                     \
  "<!DOCTYPE html><html prefix=\"mw: http://mediawiki.org/rdf/\"><head><meta "           \
  "property=\"mw:pageNamespace\" content=\"0\"/><title>The mill</title></head><body "    \
  "lang=\"en\" class=\"parsoid-body mediawiki mw-parser-output\"><table "                \
  "class=\"infobox\"><tbody><tr><th>Built</th><td>3 May 1836</td></tr></tbody></table>"
#define PARSOID_PIECE                                                                    \
  "<section data-mw-section-id=\"1\" id=\"mwBA\"><h2 id=\"Floods\">Floods</h2><p "       \
  "id=\"mwAg\">Whoever walks along the river finds the <a rel=\"mw:WikiLink\" "          \
  "href=\"./Mill\" title=\"Mill\" id=\"mwAw\">mill</a>, the weir and the long wall of "  \
  "the garden, built in 1836<sup about=\"#mwt3\" class=\"mw-ref reference\" "            \
  "id=\"cite_ref-1\" rel=\"dc:references\" typeof=\"mw:Extension/ref\"><a "              \
  "href=\"./The_mill#cite_note-1\" id=\"mwBQ\"><span "                                   \
  "class=\"mw-reflink-text\">[1]</span></a></sup>, and left to the weeds.</p></section>"
#define WIKI_PAGE                                                                        \
  "<page><title>Hale Mill</title><ns>0</ns><id>1</id><revision><id>2</id><timestamp>"    \
  "2020-05-03T10:15:00Z</timestamp><model>wikitext</model><text bytes=\"1\" "            \
  "xml:space=\"preserve\">{{Infobox mill\n| name = Hale Mill\n| opened = {{start "       \
  "date|1836|5|3}}\n| owner = [[Ada Orr]]\n}}\n"
#define WIKI_PIECE                                                                       \
  "== Floods ==\nWhoever walks along the [[River Hale|river]] finds the '''mill''', "    \
  "the weir and the long wall of the garden, built in 1836,&lt;ref name=&quot;a&quot;"   \
  "&gt;{{cite book|title=Mills|year=1999}}&lt;/ref&gt; and left to the weeds. It is "    \
  "{{convert|20|km|mi}} from [[Hale]]{{sfn|Orr|1999|p=4}} and as old.\n* One in 1911\n"  \
  "* Another, of {{dts|1912|5|3}}\n\n"
#define WIKI_END "[[Category:Mills]]</text></revision></page>\n"
#define N_PIECES 12

static gboolean
on_article (DtlArticle *article, gpointer data)
{
  *(guint *) data += 1;
  return TRUE;
}

static void
print_figures (const char *name, double bytes, double before, guint n)
{
  double seconds = bench_get_cpu_seconds () - before;

  printf ("%-24s %8.2f ms  %7.1f MB/s  %u articles, peak %.0f MiB\n", name, seconds * 1e3,
          bytes / seconds / 1e6, n, bench_get_peak_mib ());
}

static void
measure_parsoid (void)
{
  GString *page = g_string_sized_new (PARSOID_BYTES + 1024);
  g_autoptr (GBytes) bytes = NULL;
  double before;
  guint n = 0;

  g_string_append (page, PARSOID_HEAD);
  while (page->len < PARSOID_BYTES)
    g_string_append (page, PARSOID_PIECE);
  bytes = g_string_free_to_bytes (page);
  before = bench_get_cpu_seconds ();
  g_assert_true (
      dtl_article_read_each_of_bytes (bytes, "a.html", NULL, on_article, &n, NULL, NULL));
  print_figures ("a page of Parsoid", (double) g_bytes_get_size (bytes), before, n);
}

static gsize
write_export (FILE *file)
{
  gsize n = (gsize) fprintf (file, "<mediawiki xml:lang=\"en\">\n");

  while (n < EXPORT_BYTES)
    {
      n += (gsize) fprintf (file, "%s", WIKI_PAGE);
      for (int i = 0; i < N_PIECES; i++)
        n += (gsize) fprintf (file, "%s", WIKI_PIECE);
      n += (gsize) fprintf (file, "%s", WIKI_END);
    }
  fprintf (file, "</mediawiki>\n");
  return n;
}

static void
measure_export (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) source = NULL;
  int descriptor = g_file_open_tmp ("dateline-XXXXXX", &path, NULL);
  FILE *file = descriptor >= 0 ? fdopen (descriptor, "wb") : NULL;
  double before;
  gsize bytes;
  guint n = 0;

  g_assert_nonnull (file);
  bytes = write_export (file);
  fclose (file);
  source = g_file_new_for_path (path);
  before = bench_get_cpu_seconds ();
  g_assert_true (
      dtl_article_read_each_of_file (source, NULL, on_article, &n, NULL, NULL));
  print_figures ("an export", (double) bytes, before, n);
  g_unlink (path);
}

int
main (void)
{
  measure_export ();
  measure_parsoid ();
  return 0;
}
