/* Where a reader puts the articles of an input, as it comes upon them.
 *
 * For the readers of this folder. One that finds a single article begins it
 * and ends it; one that finds many does so for each, keeps none of them, and
 * returns as soon as dtl_article_sink_end() says so:
 *
 *   while ((page = read_page (input)) != NULL)
 *     {
 *       builder = dtl_article_sink_begin (sink, page->title);
 *       … dtl_article_builder_set(), dtl_article_builder_add_paragraph() …
 *       if (!dtl_article_sink_end (sink, builder))
 *         return TRUE;
 *     } */

#pragma once

#include "article/dtl-article-reader.h"

G_BEGIN_DECLS

/* A plain value; lends all that it points to. */
typedef struct {
  const char *name;              /* of the input, without folders; may be NULL */
  const DtlReadOptions *options; /* never NULL */
  DtlArticleFunc func;
  gpointer data;
  guint n_articles; /* handed out so far */
  gboolean is_stopped;
} DtlArticleSink;

/**
 * dtl_article_sink_begin:
 * @part: (nullable): which article of several this is, "Korean War" or "3";
 *   then its id is "NAME#PART"
 *
 * Returns: (transfer full): a builder that already knows what the caller of
 *   the reader knows
 */
DtlArticleBuilder *dtl_article_sink_begin (const DtlArticleSink *sink, const char *part);

/**
 * dtl_article_sink_end:
 * @builder: (transfer full)
 *
 * Hands the article out, unless it has no text.
 *
 * Returns: FALSE where no more articles are wanted
 */
gboolean dtl_article_sink_end (DtlArticleSink *sink, DtlArticleBuilder *builder);

G_END_DECLS
