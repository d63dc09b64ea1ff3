/* Bytes to articles: looks at the bytes, then at the name, and reads.
 *
 * One input may hold several articles (a feed, a book, a dump of a wiki).
 * dtl_article_read_each() hands them out one by one and keeps none; where the
 * form of the input allows it, as a dump does, memory does not grow with its
 * size. Work is bounded by the size of the input; nothing else is opened or
 * fetched. */

#pragma once

#include "article/dtl-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define DTL_ARTICLE_ERROR (dtl_article_error_quark ())
typedef enum {
  DTL_ARTICLE_ERROR_EMPTY,       /* nothing in it */
  DTL_ARTICLE_ERROR_UNSUPPORTED, /* a picture, a program: says what it is */
  DTL_ARTICLE_ERROR_NO_TEXT,     /* a page without any readable text */
  DTL_ARTICLE_ERROR_TOO_BIG,
  DTL_ARTICLE_ERROR_BROKEN, /* of a readable kind, but damaged */
} DtlArticleError;
GQuark dtl_article_error_quark (void);

typedef enum {
  DTL_INPUT_AUTO,
  DTL_INPUT_TEXT, /* the text is kept unchanged, see contract */
  DTL_INPUT_HTML,
} DtlInputFormat;

typedef struct {
  DtlInputFormat format;
  const char *id;          /* NULL: the base name of @name */
  const char *url;         /* where it came from, NULL if unknown */
  const char *published;   /* used where the article gives none; may be NULL */
  gboolean published_wins; /* @published is known better than the article says */
  const char *language;    /* wins over detection; may be NULL */
  const char *place;       /* ISO 3166 country, see DTL_ARTICLE_PLACE; may be NULL */
  gsize max_bytes;         /* 0: the default, 64 MiB; not for what is streamed */
} DtlReadOptions;

/* Takes the next article (ref it to keep it); FALSE ends the reading, which is
 * then a success. */
typedef gboolean (*DtlArticleFunc) (DtlArticle *article, gpointer data);

/**
 * dtl_article_read_each:
 * @stream: read to its end, unless @func ends it
 * @name: file name, for kind and id; may be NULL
 * @func: called with every article, in their order
 *
 * Returns: %FALSE where the input cannot be read, or not to its end, and where
 *   there is no article in it. What came before a damage has been handed out.
 */
gboolean dtl_article_read_each (GInputStream *stream,
                                const char *name,
                                const DtlReadOptions *options,
                                DtlArticleFunc func,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);
gboolean dtl_article_read_each_of_file (GFile *file,
                                        const DtlReadOptions *options,
                                        DtlArticleFunc func,
                                        gpointer data,
                                        GCancellable *cancellable,
                                        GError **error);
gboolean dtl_article_read_each_of_bytes (GBytes *bytes,
                                         const char *name,
                                         const DtlReadOptions *options,
                                         DtlArticleFunc func,
                                         gpointer data,
                                         GCancellable *cancellable,
                                         GError **error);

/**
 * dtl_article_read_bytes:
 *
 * All articles at once, for inputs known to be small.
 *
 * Returns: (element-type DtlArticle) (transfer full): at least one article
 */
GPtrArray *dtl_article_read_bytes (GBytes *bytes,
                                   const char *name,
                                   const DtlReadOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);

/* The same from a file, read no further than max_bytes. */
GPtrArray *dtl_article_read_file (GFile *file,
                                  const DtlReadOptions *options,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
