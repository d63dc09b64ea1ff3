#include "article/article-testing.h"

static const char *const field_names[DTL_N_ARTICLE_FIELDS] = {
  "id", "title", "byline", "published", "modified", "language", "url", "place",
};

static const char *const kind_names[] = {
  "text", "heading", "quote", "item", "caption", "row", "furniture", "fact",
};

static void
dump_paragraph (GString *dump, const char *text, const DtlParagraph *paragraph)
{
  g_string_append (dump, kind_names[paragraph->kind]);
  if (paragraph->level > 0)
    g_string_append_printf (dump, " %d", paragraph->level);
  g_string_append_printf (dump, "| %.*s\n", (int) (paragraph->end - paragraph->start),
                          text + paragraph->start);
}

char *
article_testing_dump (const DtlArticle *article)
{
  g_autoptr (GString) dump = g_string_new (NULL);
  const char *text = dtl_article_get_text (article, NULL);
  guint n;
  const DtlParagraph *paragraphs = dtl_article_get_paragraphs (article, &n);

  for (int i = DTL_ARTICLE_TITLE; i < DTL_N_ARTICLE_FIELDS; i++)
    if (dtl_article_get (article, i) != NULL)
      g_string_append_printf (dump, "%s: %s (%s)\n", field_names[i],
                              dtl_article_get (article, i),
                              dtl_article_get_carrier (article, i, NULL));
  for (guint i = 0; i < n; i++)
    dump_paragraph (dump, text, &paragraphs[i]);
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

DtlArticle *
article_testing_read (const char *bytes, gsize length, const char *name, const char *url)
{
  DtlReadOptions options = { .url = url };
  g_autoptr (GBytes) input = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles =
      dtl_article_read_bytes (input, name, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  return dtl_article_ref (articles->pdata[0]);
}

int
article_testing_refuse (const char *bytes,
                        gsize length,
                        const char *name,
                        char **ret_message)
{
  DtlReadOptions options = { 0 };
  g_autoptr (GBytes) input = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles =
      dtl_article_read_bytes (input, name, &options, NULL, &error);

  if (articles != NULL)
    return -1;
  g_assert_nonnull (error);
  if (ret_message != NULL)
    *ret_message = g_strdup (error->message);
  return error->domain == DTL_ARTICLE_ERROR ? error->code : -2;
}
