/* Extraction: MB a second of ordinary and of hostile text, and how the time
 * grows with the length. Texts are made up. */

#include "bench/bench.h"

#include "extract/dtl-resolver.h"

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
  { "ranges", "1950-1953, " },
};

static char *
repeat (const char *pattern, gsize length)
{
  GString *text = g_string_sized_new (length + strlen (pattern));

  while (text->len < length)
    g_string_append (text, pattern);
  return g_string_free (text, FALSE);
}

static void
measure (const DtlPack *pack, const Text *text, gsize length)
{
  g_autofree char *bytes = repeat (text->pattern, length);
  GStringChunk *strings = g_string_chunk_new (4096);
  DtlResolveContext context = { 0 };
  double start = bench_get_cpu_seconds (), seconds;
  g_autoptr (GArray) phrases =
      dtl_scan (pack, bytes, strlen (bytes), DTL_GENRE_TEXT, NULL);
  g_autoptr (GArray) mentions =
      dtl_resolve (phrases, bytes, strlen (bytes), &context, strings, NULL);

  seconds = bench_get_cpu_seconds () - start;
  printf ("%-16s %3u MB  %7.1f ms  %6.1f MB/s  %7u mentions  peak %.0f MiB\n", text->name,
          (guint) (length / MEGABYTE), seconds * 1e3,
          (double) length / MEGABYTE / seconds, mentions->len, bench_get_peak_mib ());
  fflush (stdout);
  g_string_chunk_free (strings);
}

int
main (void)
{
  double start = bench_get_cpu_seconds ();
  g_autoptr (DtlPack) pack = dtl_pack_get ("en", NULL);

  printf ("%-16s         %7.1f ms\n", "reading a pack",
          (bench_get_cpu_seconds () - start) * 1e3);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize size = 1; size <= 10; size *= 10)
      measure (pack, &texts[i], size * MEGABYTE);
  return 0;
}
