/* Extraction: MB a second of ordinary and of hostile text, and how the time
 * grows with the length. Texts are made up. */

#include "bench/bench.h"

#include "extract/resolve/dtl-resolver.h"

#include <stdio.h>
#include <string.h>

#define MEGABYTE 1000000

typedef struct {
  const char *name;
  const char *pattern; /* repeated */
} Text;

static const Text texts[] = {
  { "story", "The siege of the northern fort began on 3 October 1836, when eleven "
             "companies crossed the "
             "river below the old mill and set up their batteries along the ridge. In "
             "December the outer "
             "wall fell. The garrison, weakened by hunger and by a fever that had broken "
             "out in the lower "
             "town, held the inner gate for several weeks; on 9 January its commander "
             "asked for terms. "
             "Historians have disputed since whether help could have come from the "
             "coast, where a fleet "
             "lay waiting for orders that nobody was willing to give before the end of "
             "that winter. " },
  { "no dates", "Whoever walks along the river finds the mill, the weir and the long "
                "wall of the garden, and "
                "may ask himself who built them and why they were left to the weeds and "
                "to the children. " },
  { "1 1 1", "1 " },
  { "May May", "May " },
  { "digits", "1234567890" },
  { "one word", "abcdefghij" },
  { "open brackets", "(" },
  { "quotes", "\"" },
  { "the the", "the " },
  { "lines", "a\n" },
  { "paragraphs", "a\n\n" },
  { "full stops", ". " },
  { "commas", ", " },
  { "dashes", "– " },
  { "in 1950", "in 1950 " },
  { "ranges", "1950-1953, " },
  { "which in 1950", "which in 1950 " },
  { "he said", "he said in 1950 that " },
};

static char *
repeat (const char *pattern, gsize length)
{
  GString *text = g_string_sized_new (length + strlen (pattern));

  while (text->len < length)
    g_string_append (text, pattern);
  return g_string_free (text, FALSE);
}

/* All of @text as one paragraph. */
static DtlArticle *
make_article (const char *text, gsize length)
{
  g_autoptr (DtlArticleBuilder) builder = dtl_article_builder_new ("bench");
  const DtlParagraph paragraph = { .kind = DTL_PARAGRAPH_TEXT,
                                   .start = 0,
                                   .end = length };

  dtl_article_builder_set (builder, DTL_ARTICLE_LANGUAGE, "en", "bench", 1);
  dtl_article_builder_take_text (builder, g_strndup (text, length), length, &paragraph,
                                 1);
  return dtl_article_builder_end (builder);
}

typedef struct {
  double find;    /* CPU seconds: scanning and resolving */
  double extract; /* the whole of it: claims and their titles as well */
  guint n_mentions;
} Cost;

static Cost
measure (const DtlPack *pack, const char *text, gsize length)
{
  GStringChunk *strings = g_string_chunk_new (4096);
  DtlResolveContext context = { 0 };
  Cost cost;
  double start = bench_get_cpu_seconds ();
  g_autoptr (GArray) phrases = dtl_scan (pack, text, length, DTL_GENRE_TEXT, NULL);
  g_autoptr (GArray) mentions =
      dtl_resolve (phrases, text, length, &context, strings, NULL);
  g_autoptr (DtlArticle) article = NULL;
  g_autoptr (DtlExtraction) extraction = NULL;

  cost.find = bench_get_cpu_seconds () - start;
  cost.n_mentions = mentions->len;
  g_string_chunk_free (strings);
  article = make_article (text, length);
  start = bench_get_cpu_seconds ();
  extraction = dtl_extract (article, NULL, NULL);
  cost.extract = bench_get_cpu_seconds () - start;
  return cost;
}

/* Ten times the text shall cost ten times the time: the last figures are how many
 * times more a byte of the longer one costs, about 1 where that is so. */
static void
measure_growth (const DtlPack *pack, const Text *text)
{
  g_autofree char *bytes = repeat (text->pattern, 10 * MEGABYTE);
  const gsize sizes[] = { strlen (bytes) / 10, strlen (bytes) };
  Cost costs[2];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    costs[i] = measure (pack, bytes, sizes[i]);
  printf ("%-14s find %7.1f MB/s  all %6.1f MB/s  %7u mentions  10 MB to 1 MB, a byte: "
          "%.2f, %.2f\n",
          text->name, (double) sizes[1] / MEGABYTE / costs[1].find,
          (double) sizes[1] / MEGABYTE / costs[1].extract, costs[1].n_mentions,
          costs[1].find / costs[0].find / 10, costs[1].extract / costs[0].extract / 10);
  fflush (stdout);
}

/* A text of one's own, repeated to 50 MB: bench-extract FILE… */
static void
measure_files (const DtlPack *pack, char **files)
{
  GString *text = g_string_new (NULL);
  gsize once;
  Cost cost;

  for (; *files != NULL; files++)
    {
      g_autofree char *contents = NULL;

      if (g_file_get_contents (*files, &contents, NULL, NULL) &&
          g_utf8_validate (contents, -1, NULL))
        g_string_append_printf (text, "%s\n\n", contents);
    }
  once = text->len;
  while (once > 0 && text->len < 50 * MEGABYTE)
    g_string_append_len (text, text->str, (gssize) once);
  cost = measure (pack, text->str, text->len);
  printf ("%.1f MB: find %.1f MB/s, all %.1f MB/s, %u mentions, peak %.0f MiB\n",
          (double) text->len / MEGABYTE, (double) text->len / MEGABYTE / cost.find,
          (double) text->len / MEGABYTE / cost.extract, cost.n_mentions,
          bench_get_peak_mib ());
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  double start = bench_get_cpu_seconds ();
  g_autoptr (DtlPack) pack = dtl_pack_get ("en", NULL);

  printf ("reading a pack: %.1f ms\n", (bench_get_cpu_seconds () - start) * 1e3);
  if (argc > 1)
    measure_files (pack, argv + 1);
  for (guint i = 0; argc == 1 && i < G_N_ELEMENTS (texts); i++)
    measure_growth (pack, &texts[i]);
  printf ("peak %.0f MiB\n", bench_get_peak_mib ());
  return 0;
}
