#include "fuzz/article-laws.h"

#include <string.h>

static GPtrArray *
read_article (const guint8 *data, gsize size, DtlInputFormat format, const char *name)
{
  DtlReadOptions options = { .format = format };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  GPtrArray *articles = dtl_article_read_bytes (bytes, name, &options, NULL, &error);

  g_assert_true ((articles == NULL) == (error != NULL));
  return articles;
}

/* Paragraphs lie within the text, one after the other, at whole characters. */
static void
check_paragraphs (const DtlArticle *article)
{
  gsize length, last_end = 0;
  const char *text = dtl_article_get_text (article, &length);
  guint n;
  const DtlParagraph *paragraphs = dtl_article_get_paragraphs (article, &n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (paragraphs[i].start, >=, last_end);
      g_assert_cmpuint (paragraphs[i].end, >, paragraphs[i].start);
      g_assert_cmpuint (paragraphs[i].end, <=, length);
      g_assert_true ((text[paragraphs[i].start] & 0xc0) != 0x80);
      g_assert_true ((text[paragraphs[i].end] & 0xc0) != 0x80);
      last_end = paragraphs[i].end;
    }
}

/* UTF-8 in NFC without controls but line feeds, paragraphs a blank line apart. */
static void
check_clean_text (const DtlArticle *article)
{
  gsize length;
  const char *text = dtl_article_get_text (article, &length);
  g_autofree char *composed = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_NFC);
  guint n;
  const DtlParagraph *paragraphs = dtl_article_get_paragraphs (article, &n);

  g_assert_cmpstr (text, ==, composed);
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    g_assert_true (*p == '\n' || !g_unichar_iscntrl (g_utf8_get_char (p)));
  for (guint i = 1; i < n; i++)
    {
      g_assert_cmpuint (paragraphs[i].start, ==, paragraphs[i - 1].end + 2);
      g_assert_cmpint (strncmp (text + paragraphs[i - 1].end, "\n\n", 2), ==, 0);
    }
}

static void
check_fields (const DtlArticle *article)
{
  for (int i = 0; i < DTL_N_ARTICLE_FIELDS; i++)
    {
      const char *value = dtl_article_get (article, i);
      double confidence;

      if (value == NULL)
        continue;
      g_assert_true (g_utf8_validate (value, -1, NULL));
      g_assert_nonnull (dtl_article_get_carrier (article, i, &confidence));
      g_assert_cmpfloat (confidence, >=, 0);
      g_assert_cmpfloat (confidence, <=, 1);
    }
}

static void
check_same (const DtlArticle *a, const DtlArticle *b)
{
  for (int i = 0; i < DTL_N_ARTICLE_FIELDS; i++)
    g_assert_cmpstr (dtl_article_get (a, i), ==, dtl_article_get (b, i));
  g_assert_cmpstr (dtl_article_get_text (a, NULL), ==, dtl_article_get_text (b, NULL));
}

static void
check_article (const DtlArticle *article, DtlInputFormat format)
{
  gsize length;
  const char *text = dtl_article_get_text (article, &length);

  g_assert_true (g_utf8_validate_len (text, length, NULL));
  check_paragraphs (article);
  check_fields (article);
  if (format != DTL_INPUT_TEXT)
    check_clean_text (article);
}

void
article_laws_check_named (const guint8 *data,
                          gsize size,
                          DtlInputFormat format,
                          const char *name)
{
  g_autoptr (GPtrArray) articles = read_article (data, size, format, name);
  g_autoptr (GPtrArray) again = NULL;

  if (articles == NULL)
    return;
  again = read_article (data, size, format, name);
  g_assert_cmpuint (articles->len, ==, again->len);
  for (guint i = 0; i < articles->len; i++)
    {
      check_article (articles->pdata[i], format);
      check_same (articles->pdata[i], again->pdata[i]);
    }
}

void
article_laws_check (const guint8 *data, gsize size, DtlInputFormat format)
{
  article_laws_check_named (data, size, format, "fuzz");
}
