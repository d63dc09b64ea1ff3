#include "article/dtl-article-sink.h"

static char *
make_id (const DtlArticleSink *sink, const char *part)
{
  const char *id = sink->options->id != NULL ? sink->options->id : sink->name;

  if (part == NULL)
    return g_strdup (id);
  return g_strconcat (id != NULL ? id : "", "#", part, NULL);
}

DtlArticleBuilder *
dtl_article_sink_begin (const DtlArticleSink *sink, const char *part)
{
  const DtlReadOptions *options = sink->options;
  g_autofree char *id = make_id (sink, part);
  DtlArticleBuilder *builder = dtl_article_builder_new (id);

  if (options->id != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_ID, id, "given", 1);
  if (options->url != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_URL, options->url, "given", 1);
  if (options->place != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_PLACE, options->place, "given", 1);
  if (options->published != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, options->published,
                             "set by hand", 0.9);
  return builder;
}

gboolean
dtl_article_sink_end (DtlArticleSink *sink, DtlArticleBuilder *builder)
{
  const DtlReadOptions *options = sink->options;
  g_autoptr (DtlArticle) article = NULL;
  guint n_paragraphs;

  if (options->published != NULL && options->published_wins)
    dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, options->published, "given",
                             1);
  article = dtl_article_builder_end (builder);
  dtl_article_builder_free (builder);
  dtl_article_get_paragraphs (article, &n_paragraphs);
  if (n_paragraphs > 0 && !sink->is_stopped)
    {
      sink->n_articles++;
      sink->is_stopped = !sink->func (article, sink->data);
    }
  return !sink->is_stopped;
}
