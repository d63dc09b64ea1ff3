/* Where sentences end. */

#include "extract/dtl-sentences.h"
#include "extract/packs/dtl-pack.h"

#include <string.h>

/* '|' stands where one sentence ends and the next begins, [ ] round what is a
 * mention. */
static const char *const rows[] = {
  "The bridge fell. |Nobody was hurt.",
  "Who built it? |Nobody knows! |Ask the miller.",
  "Mr. Hale met Dr. Ames at St. Mary's. |They argued.",
  "J. R. Hale wrote to A. Ames. |She never answered.",
  "It cost 3.5 million in all. |Taxes rose by 0.7 per cent.",
  "The U.S. Navy sailed. |It came back.",
  "He moved to the U.S. in spring. |He stayed.",
  "They flew to the U.S. |The visit was short.",
  "A U.S.-South Korea pact was signed. |It holds.",
  "The mill belongs to Hale & Co. and the bank. |It is shut.",
  "Hale Ltd. |It is shut.",
  "\"We are closing,\" he said. |\"For good.\" |She left.",
  "“It is over.” |Then he left.",
  "She asked, \"Why?\" and left. |He stayed.",
  "'Go!' she cried. |He went.",
  "He waited... and waited. |Nothing came.",
  "He waited… |Nothing came.",
  "The river (see p. 4. Also map 2.) is dry. |It rains.",
  "(It was late. They slept.) |Morning came.",
  "An unclosed (bracket is no trap. |It ends here.",
  "No. 7 was sold. |No. 8 burned.",
  "It rained, i.e. it poured. |We ran.",
  "1. Open the gate. |2. Close it.",
  "It opened at [5 p.m.] on Monday. |Few came.",
  "It opened at [5 p.m.] |The crowd came in.",
  "Es begann am [3. Mai 1911] im Norden. |Alle kamen.",
  "World War I. |The mill was sold.",
  "The name e.g. of iPhone and eBay. |Both are brands.",
  "Line one\nof a sentence. |Line two.",
  "雨が降った。|橋が落ちた。",
  "Visit www.example.org today. |It is free.",
  "It ended on 3.5.1911. |Peace came.",
  "He was 80. |In 1911 he died.",
  "Is this it?! |Yes.",
  "No stop at the end",
};

static const DtlClauseWords *
get_english (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlPack) pack = dtl_pack_get ("en", &error);

  g_assert_no_error (error);
  return dtl_pack_get_clause_words (pack);
}

/* Takes the marks out of @row; returns the text, with the ends of the
 * sentences and the mentions. */
static char *
read_row (const char *row, GArray *ends, GArray *mentions)
{
  GString *text = g_string_new (NULL);
  DtlMention mention = { 0 };

  for (const char *p = row; *p != '\0'; p++)
    if (*p == '|')
      g_array_append_val (ends, text->len);
    else if (*p == '[')
      mention.start = text->len;
    else if (*p == ']')
      {
        mention.end = text->len;
        g_array_append_val (mentions, mention);
      }
    else
      g_string_append_c (text, *p);
  g_array_append_val (ends, text->len);
  return g_string_free (text, FALSE);
}

static void
check_row (gconstpointer data)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DtlMention));
  g_autofree char *text = read_row (data, ends, mentions);
  const DtlParagraph paragraph = { 0, strlen (text), DTL_PARAGRAPH_TEXT, 0 };
  g_autoptr (GArray) sentences =
      dtl_sentences_find (text, &paragraph, 1,
                          (const DtlMention *) (gpointer) mentions->data, mentions->len,
                          get_english ());
  gsize start = 0;

  for (guint i = 0; i < MIN (ends->len, sentences->len); i++)
    {
      const DtlSentence *sentence = &g_array_index (sentences, DtlSentence, i);
      const gsize end = g_array_index (ends, gsize, i);
      g_autofree char *expected = g_strstrip (g_strndup (text + start, end - start));
      g_autofree char *got =
          g_strndup (text + sentence->start, sentence->end - sentence->start);

      g_assert_cmpstr (got, ==, expected);
      start = end;
    }
  g_assert_cmpuint (sentences->len, ==, ends->len);
}

static void
test_kinds (void)
{
  static const char text[] = "The weir. Its end\n\nBy A. Hale\n\nIt broke. It fell.";
  const DtlParagraph paragraphs[] = {
    { 0, 17, DTL_PARAGRAPH_HEADING, 1 },
    { 19, 29, DTL_PARAGRAPH_FURNITURE, 0 },
    { 31, sizeof text - 1, DTL_PARAGRAPH_TEXT, 0 },
  };
  g_autoptr (GArray) sentences =
      dtl_sentences_find (text, paragraphs, G_N_ELEMENTS (paragraphs), NULL, 0,
                          get_english ());
  const DtlSentence *found = (const DtlSentence *) (gpointer) sentences->data;

  g_assert_cmpuint (sentences->len, ==, 3);
  g_assert_cmpuint (found[0].start, ==, 0);
  g_assert_cmpuint (found[0].end, ==, 17);
  g_assert_cmpuint (found[1].paragraph, ==, 2);
  g_assert_cmpuint (found[2].start, ==, 41);
}

/* Text that never stops is cut, and each piece begins where the last ended. */
static void
test_endless (void)
{
  GString *text = g_string_new (NULL);

  while (text->len < 100000)
    g_string_append (text, "(and then ");
  const DtlParagraph paragraph = { 0, text->len, DTL_PARAGRAPH_TEXT, 0 };
  g_autoptr (GArray) sentences =
      dtl_sentences_find (text->str, &paragraph, 1, NULL, 0, get_english ());

  g_assert_cmpuint (sentences->len, >, 40);
  for (guint i = 0; i < sentences->len; i++)
    {
      const DtlSentence *sentence = &g_array_index (sentences, DtlSentence, i);

      g_assert_cmpuint (sentence->end - sentence->start, <=, 2020);
    }
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("/extract/sentences/%s", rows[i]);

      g_strdelimit (name + strlen ("/extract/sentences/"), "/\n", ' ');
      g_test_add_data_func (name, rows[i], check_row);
    }
  g_test_add_func ("/extract/sentences/kinds", test_kinds);
  g_test_add_func ("/extract/sentences/endless", test_endless);
  return g_test_run ();
}
