/* Reading articles: MB a second of ordinary and of hostile pages and texts. All
 * are made up. */

#include "bench/bench.h"

#include "article/dtl-article-reader.h"

#include <stdio.h>
#include <string.h>

#define N_ROUNDS 5

typedef struct {
  const char *name;
  DtlInputFormat format;
  const char *head, *piece, *tail; /* the piece is repeated */
  gsize length;
} Input;

#define PARAGRAPH                                                                        \
  "Whoever walks along the river finds the mill, the weir and the <a href='/wall'>long " \
  "wall</a> "                                                                            \
  "of the garden, and may ask himself who built them in 1836, and why they were left "   \
  "to the "                                                                              \
  "weeds and to the children."
#define HEAD                                                                             \
  "<!doctype html><html lang=en><head><title>The mill | Courier</title><meta property="  \
  "'article:published_time' content='2023-07-27T06:45:00Z'><script>var x = {a: [1, 2, "  \
  "3]};"                                                                                 \
  "</script></head><body><nav><ul><li><a href='/a'>News</a></ul></nav><article><h1>The " \
  "mill</h1>"

static const Input inputs[] = {
  { "a page of 30 kB", DTL_INPUT_HTML, HEAD, "<p>" PARAGRAPH "</p>", "</article></body>",
    30000 },
  { "a page of 3 MB", DTL_INPUT_HTML, HEAD, "<p>" PARAGRAPH "</p>", "</article></body>",
    3000000 },
  { "a page of scripts", DTL_INPUT_HTML, HEAD "<p>" PARAGRAPH "</p>",
    "<script>function f () { return a < b ? '</div>' : 0; }</script>", "", 1000000 },
  { "nested elements", DTL_INPUT_HTML, "", "<div class=x>", "<p>" PARAGRAPH, 1000000 },
  { "attributes", DTL_INPUT_HTML, "<p ", "data-a=1 ", ">" PARAGRAPH, 1000000 },
  { "lists of links", DTL_INPUT_HTML, HEAD "<p>" PARAGRAPH "</p>",
    "<ul><li><a href=/x>Another story of the day</a></ul>", "", 1000000 },
  { "plain text", DTL_INPUT_AUTO, "The mill\n\nBy Jane Doe\n27 July 2023\n\n",
    PARAGRAPH "\n\n", "", 3000000 },
  { "plain text, kept", DTL_INPUT_TEXT, "The mill\n\n", PARAGRAPH "\n\n", "", 3000000 },
  { "text of short lines", DTL_INPUT_AUTO, "The mill\n\n", "a\n", "", 1000000 },
};

static GBytes *
build (const Input *input)
{
  GString *text = g_string_sized_new (input->length + 1024);

  g_string_append (text, input->head);
  while (text->len < input->length)
    g_string_append (text, input->piece);
  g_string_append (text, input->tail);
  return g_string_free_to_bytes (text);
}

static void
measure (const Input *input)
{
  g_autoptr (GBytes) bytes = build (input);
  DtlReadOptions options = { .format = input->format };
  guint n = N_ROUNDS * (guint) MAX (1, 1000000 / g_bytes_get_size (bytes));
  double before = bench_get_cpu_seconds (), seconds;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) articles =
          dtl_article_read_bytes (bytes, NULL, &options, NULL, NULL);

      g_assert_nonnull (articles);
    }
  seconds = (bench_get_cpu_seconds () - before) / n;
  printf ("%-32s %8.2f ms  %7.1f MB/s  peak %.0f MiB\n", input->name, seconds * 1e3,
          (double) g_bytes_get_size (bytes) / seconds / 1e6, bench_get_peak_mib ());
}

int
main (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    measure (&inputs[i]);
  return 0;
}
