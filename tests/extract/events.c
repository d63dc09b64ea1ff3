/* Lengths that are counted from an event of the text. */

#include "extract/dtl-extraction.h"
#include "time/forms/dtl-edtf.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *language;
  const char *text;
  const char *length; /* a mention of the text */
  const char *edtf;   /* of its extent; NULL: it has none */
} Case;

static const Case cases[] = {
  { "after", "en",
    "The armistice was signed on 27 July 1953. Three years after the armistice the "
    "bridge "
    "was rebuilt.",
    "Three years", "1956" },
  { "before", "en",
    "The mill burnt two days before the coronation. The coronation took place on 2 June "
    "1951.",
    "two days", "1951-05-31" },
  { "adjective", "en",
    "The great fire of 3 May 1907 spared the mill. Ten days after the great fire it "
    "rained.",
    "Ten days", "1907-05-13" },
  { "possessive", "en",
    "Her coronation was held on 2 June 1951. Six months after her coronation she left.",
    "Six months", "1951-12" },
  { "own-date", "en", "Two days before the coronation of 2 June 1951 it rained.",
    "Two days", "1951-05-31" },
  { "end-of-a-range", "en",
    "The siege lasted from 3 May 1836 to 9 June 1836. Ten days after the siege it "
    "rained.",
    "Ten days", "1836-06-19" },
  { "no-better-than-the-event", "en",
    "The flood came in 1836. Two days after the flood the dam was closed.", "Two days",
    "1836" },
  { "german", "de",
    "Der Waffenstillstand wurde am 27. Juli 1953 unterzeichnet. Drei Jahre nach dem "
    "Waffenstillstand wurde die Brücke gebaut.",
    "Drei Jahre", "1956" },
  { "unknown-event", "en",
    "The armistice was signed on 27 July 1953. Three years after the flood it fell.",
    "Three years", NULL },
  { "many-dates", "en",
    "The war began in 1914. In 1915 the war went on. In 1916 the war was lost. In 1917 "
    "the "
    "war came home. Three years after the war it fell.",
    "Three years", NULL },
  { "no-event", "en", "He served three years after long rests. The rests began in 1914.",
    "three years", NULL },
};

static DtlArticle *
make_article (const Case *row)
{
  g_autoptr (DtlArticleBuilder) builder = dtl_article_builder_new ("test");

  dtl_article_builder_set (builder, DTL_ARTICLE_LANGUAGE, row->language, "test", 1);
  dtl_article_builder_add_paragraph (builder, DTL_PARAGRAPH_TEXT, 0, row->text, -1);
  return dtl_article_builder_end (builder);
}

static const DtlMention *
find_mention (const DtlExtraction *extraction, const Case *row)
{
  guint n;
  const DtlMention *mentions = dtl_extraction_get_mentions (extraction, &n);

  for (guint i = 0; i < n; i++)
    if (strncmp (row->text + mentions[i].start, row->length, strlen (row->length)) == 0)
      return &mentions[i];
  return NULL;
}

static void
check (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (DtlArticle) article = make_article (row);
  g_autoptr (DtlExtraction) extraction = dtl_extract (article, NULL, NULL);
  const DtlMention *mention = find_mention (extraction, row);
  g_autofree char *edtf = NULL;

  g_assert_nonnull (mention);
  g_assert_cmpint (mention->type, ==, DTL_MENTION_DURATION);
  if (mention->has_extent)
    edtf = dtl_edtf_format (&mention->extent);
  g_assert_cmpstr (edtf, ==, row->edtf);
  if (row->edtf != NULL)
    g_assert_nonnull (strstr (mention->why, "counted from “"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/events/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], check);
    }
  return g_test_run ();
}
