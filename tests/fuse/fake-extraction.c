#include "fuse/fake-extraction.h"

#include <string.h>

/* The real one is in the engine, but is not linked where this one is. */
struct _DtlExtraction {
  DtlArticle *article;
  GArray *mentions;   /* DtlMention */
  GArray *assertions; /* DtlAssertion */
};

DtlExtraction *
fake_extraction_new (const char *name, const char *article)
{
  DtlExtraction *extraction = g_new0 (DtlExtraction, 1);
  g_autoptr (DtlArticleBuilder) builder = dtl_article_builder_new (name);
  g_auto (GStrv) pieces = g_strsplit (article, "|", -1);

  if (*pieces[0] != '\0')
    dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, pieces[0], "test", 1);
  for (guint i = 1; pieces[i] != NULL; i++)
    dtl_article_builder_add_paragraph (builder, DTL_PARAGRAPH_TEXT, 0, pieces[i], -1);
  extraction->article = dtl_article_builder_end (builder);
  extraction->mentions = g_array_new (FALSE, TRUE, sizeof (DtlMention));
  extraction->assertions = g_array_new (FALSE, TRUE, sizeof (DtlAssertion));
  return extraction;
}

guint
fake_extraction_add_mention (DtlExtraction *extraction,
                             const char *words,
                             int partner,
                             DtlExtent extent)
{
  const char *text = dtl_article_get_text (extraction->article, NULL);
  const char *found = strstr (text, words);
  DtlMention mention = { .partner = partner, .has_extent = TRUE, .extent = extent };
  guint index = extraction->mentions->len;

  g_assert_nonnull (found);
  mention.start = (gsize) (found - text);
  mention.end = mention.start + strlen (words);
  mention.why = g_strdup_printf ("because of %s", words);
  g_array_append_val (extraction->mentions, mention);
  if (partner >= 0)
    g_array_index (extraction->mentions, DtlMention, partner).partner = (int) index;
  return index;
}

void
fake_extraction_add_assertion (DtlExtraction *extraction,
                               const char *title,
                               guint mention_index,
                               DtlStatus status,
                               double confidence)
{
  const DtlMention *mention =
      &g_array_index (extraction->mentions, DtlMention, mention_index);
  DtlAssertion assertion = { .title = g_strdup (title),
                             .mention = mention_index,
                             .extent = mention->extent,
                             .status = status,
                             .confidence = confidence };
  guint n;
  const DtlParagraph *paragraphs = dtl_article_get_paragraphs (extraction->article, &n);

  for (guint i = 0; i < n; i++)
    if (paragraphs[i].start <= mention->start && mention->end <= paragraphs[i].end)
      {
        assertion.sentence_start = paragraphs[i].start;
        assertion.sentence_end = paragraphs[i].end;
      }
  g_array_append_val (extraction->assertions, assertion);
}

void
dtl_extraction_unref (DtlExtraction *extraction)
{
  for (guint i = 0; i < extraction->mentions->len; i++)
    g_free (g_array_index (extraction->mentions, DtlMention, i).why);
  for (guint i = 0; i < extraction->assertions->len; i++)
    g_free (g_array_index (extraction->assertions, DtlAssertion, i).title);
  g_array_unref (extraction->mentions);
  g_array_unref (extraction->assertions);
  dtl_article_unref (extraction->article);
  g_free (extraction);
}

DtlArticle *
dtl_extraction_get_article (const DtlExtraction *extraction)
{
  return extraction->article;
}

const DtlMention *
dtl_extraction_get_mentions (const DtlExtraction *extraction, guint *ret_count)
{
  if (ret_count != NULL)
    *ret_count = extraction->mentions->len;
  return (const DtlMention *) (gpointer) extraction->mentions->data;
}

const DtlAssertion *
dtl_extraction_get_assertions (const DtlExtraction *extraction, guint *ret_count)
{
  if (ret_count != NULL)
    *ret_count = extraction->assertions->len;
  return (const DtlAssertion *) (gpointer) extraction->assertions->data;
}
