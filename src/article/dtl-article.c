#include "config.h"

#include "article/dtl-article.h"

#include "article/dtl-clean-text.h"
#include "article/dtl-stamp.h"

#include <string.h>

typedef struct {
  char *value;
  char *carrier;
  double confidence;
} Field;

struct _DtlArticle {
  gatomicrefcount ref_count;
  Field fields[DTL_N_ARTICLE_FIELDS];
  char *text;
  gsize length;
  DtlParagraph *paragraphs;
  guint n_paragraphs;
  DtlExtent published;
  gboolean has_published;
};

struct _DtlArticleBuilder {
  Field fields[DTL_N_ARTICLE_FIELDS];
  GString *text;
  GArray *paragraphs;
};

static void
clear_field (Field *field)
{
  g_clear_pointer (&field->value, g_free);
  g_clear_pointer (&field->carrier, g_free);
  field->confidence = 0;
}

/* --- the article --- */

DtlArticle *
dtl_article_ref (DtlArticle *article)
{
  g_return_val_if_fail (article != NULL, NULL);
  g_atomic_ref_count_inc (&article->ref_count);
  return article;
}

void
dtl_article_unref (DtlArticle *article)
{
  if (article == NULL || !g_atomic_ref_count_dec (&article->ref_count))
    return;
  for (int i = 0; i < DTL_N_ARTICLE_FIELDS; i++)
    clear_field (&article->fields[i]);
  g_free (article->text);
  g_free (article->paragraphs);
  g_free (article);
}

const char *
dtl_article_get (const DtlArticle *article, DtlArticleField field)
{
  g_return_val_if_fail (field < DTL_N_ARTICLE_FIELDS, NULL);
  return article->fields[field].value;
}

const char *
dtl_article_get_carrier (const DtlArticle *article,
                         DtlArticleField field,
                         double *ret_confidence)
{
  g_return_val_if_fail (field < DTL_N_ARTICLE_FIELDS, NULL);
  if (ret_confidence != NULL)
    *ret_confidence = article->fields[field].confidence;
  return article->fields[field].carrier;
}

gboolean
dtl_article_get_published (const DtlArticle *article, DtlExtent *ret_extent)
{
  if (article->has_published)
    *ret_extent = article->published;
  return article->has_published;
}

const char *
dtl_article_get_text (const DtlArticle *article, gsize *ret_length)
{
  if (ret_length != NULL)
    *ret_length = article->length;
  return article->text;
}

const DtlParagraph *
dtl_article_get_paragraphs (const DtlArticle *article, guint *ret_count)
{
  *ret_count = article->n_paragraphs;
  return article->paragraphs;
}

/* --- building one --- */

DtlArticleBuilder *
dtl_article_builder_new (const char *id)
{
  DtlArticleBuilder *builder = g_new0 (DtlArticleBuilder, 1);

  builder->text = g_string_new (NULL);
  builder->paragraphs = g_array_new (FALSE, FALSE, sizeof (DtlParagraph));
  dtl_article_builder_set (builder, DTL_ARTICLE_ID, id != NULL ? id : "", "file name", 1);
  return builder;
}

void
dtl_article_builder_free (DtlArticleBuilder *builder)
{
  if (builder == NULL)
    return;
  for (int i = 0; i < DTL_N_ARTICLE_FIELDS; i++)
    clear_field (&builder->fields[i]);
  g_string_free (builder->text, TRUE);
  g_array_unref (builder->paragraphs);
  g_free (builder);
}

/* NULL where it is no ISO date. */
static char *
normalize_date (const char *value)
{
  DtlStamp stamp;

  return dtl_stamp_parse (value, &stamp) ? dtl_stamp_format (&stamp) : NULL;
}

void
dtl_article_builder_set (DtlArticleBuilder *builder,
                         DtlArticleField field,
                         const char *value,
                         const char *carrier,
                         double confidence)
{
  char *copy = NULL;

  g_return_if_fail (field < DTL_N_ARTICLE_FIELDS);
  g_return_if_fail (field != DTL_ARTICLE_ID || value != NULL);

  if (value != NULL && (field == DTL_ARTICLE_PUBLISHED || field == DTL_ARTICLE_MODIFIED))
    copy = normalize_date (value);
  else if (value != NULL)
    copy = g_utf8_make_valid (value, -1);
  clear_field (&builder->fields[field]);
  if (copy == NULL)
    return;
  builder->fields[field] = (Field){ copy, g_strdup (carrier != NULL ? carrier : ""),
                                    CLAMP (confidence, 0, 1) };
}

void
dtl_article_builder_add_paragraph (DtlArticleBuilder *builder,
                                   DtlParagraphKind kind,
                                   int level,
                                   const char *text,
                                   gssize length)
{
  GString *all = builder->text;
  gsize before = all->len;
  DtlParagraph paragraph = { .kind = kind,
                             .level = kind == DTL_PARAGRAPH_HEADING ? level : 0 };

  if (before > 0)
    g_string_append (all, "\n\n");
  paragraph.start = all->len;
  if (dtl_clean_text_append (all, text, length < 0 ? strlen (text) : (gsize) length) == 0)
    {
      g_string_truncate (all, before);
      return;
    }
  paragraph.end = all->len;
  g_array_append_val (builder->paragraphs, paragraph);
}

void
dtl_article_builder_take_text (DtlArticleBuilder *builder,
                               char *text,
                               gsize length,
                               const DtlParagraph *paragraphs,
                               guint n_paragraphs)
{
  g_string_truncate (builder->text, 0);
  g_string_append_len (builder->text, text, (gssize) length);
  g_free (text);
  g_array_set_size (builder->paragraphs, 0);
  g_array_append_vals (builder->paragraphs, paragraphs, n_paragraphs);
}

const char *
dtl_article_builder_get_text (const DtlArticleBuilder *builder, gsize *ret_length)
{
  if (ret_length != NULL)
    *ret_length = builder->text->len;
  return builder->text->str;
}

DtlParagraph *
dtl_article_builder_get_paragraphs (DtlArticleBuilder *builder, guint *ret_count)
{
  *ret_count = builder->paragraphs->len;
  return (DtlParagraph *) (gpointer) builder->paragraphs->data;
}

static void
set_published_extent (DtlArticle *article)
{
  const char *value = article->fields[DTL_ARTICLE_PUBLISHED].value;
  DtlStamp stamp;

  article->has_published = value != NULL && dtl_stamp_parse (value, &stamp) &&
                           dtl_stamp_to_extent (&stamp, &article->published);
}

DtlArticle *
dtl_article_builder_end (DtlArticleBuilder *builder)
{
  DtlArticle *article = g_new0 (DtlArticle, 1);

  g_atomic_ref_count_init (&article->ref_count);
  memcpy (article->fields, builder->fields, sizeof article->fields);
  memset (builder->fields, 0, sizeof builder->fields);
  dtl_article_builder_set (builder, DTL_ARTICLE_ID, "", "", 0);
  set_published_extent (article);
  article->length = builder->text->len;
  article->text = g_string_free (builder->text, FALSE);
  builder->text = g_string_new (NULL);
  article->n_paragraphs = builder->paragraphs->len;
  article->paragraphs =
      (DtlParagraph *) (gpointer) g_array_free (builder->paragraphs, FALSE);
  builder->paragraphs = g_array_new (FALSE, FALSE, sizeof (DtlParagraph));
  return article;
}
