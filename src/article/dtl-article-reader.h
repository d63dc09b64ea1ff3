/* Bytes to articles: looks at the bytes, then at the name, and reads.
 *
 * One input may hold several articles (a feed, a book). Work is bounded by
 * the size of the input; nothing but @bytes is opened or fetched. */

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
  gsize max_bytes;         /* 0: the default, 64 MiB */
} DtlReadOptions;

/**
 * dtl_article_read_bytes:
 * @name: file name, for kind and id; may be NULL
 *
 * Returns: (element-type DtlArticle) (transfer full): at least one article
 */
GPtrArray *dtl_article_read_bytes (GBytes *bytes,
                                   const char *name,
                                   const DtlReadOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);

/* The same from a file or a stream, read no further than max_bytes. */
GPtrArray *dtl_article_read_file (GFile *file,
                                  const DtlReadOptions *options,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
