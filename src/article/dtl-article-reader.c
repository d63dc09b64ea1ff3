#include "config.h"

#include "article/dtl-article-reader.h"

#include "article/dtl-encoding.h"
#include "article/dtl-html-reader.h"
#include "article/dtl-sniff.h"
#include "article/dtl-text-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_MAX_BYTES (64 * 1024 * 1024)
#define CHUNK_BYTES (256 * 1024)

G_DEFINE_QUARK (dtl - article - error - quark, dtl_article_error)

static const DtlReadOptions no_options = { 0 };

static gsize
get_max_bytes (const DtlReadOptions *options)
{
  return options->max_bytes > 0 ? options->max_bytes : DEFAULT_MAX_BYTES;
}

/* --- what cannot be read --- */

static gboolean
refuse_size (gsize max_bytes, GError **error)
{
  g_autofree char *size = g_format_size (max_bytes);

  g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_TOO_BIG,
               _ ("this is larger than %s, too big for an article"), size);
  return FALSE;
}

static gboolean
check_kind (DtlKind kind, const char *what, GError **error)
{
  if (kind == DTL_KIND_EMPTY)
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_EMPTY,
                 _ ("there is nothing in it"));
  else if (kind == DTL_KIND_OTHER)
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_UNSUPPORTED,
                 _ ("this is %s, not an article that can be read"), what);
  return kind == DTL_KIND_TEXT || kind == DTL_KIND_HTML;
}

/* What the caller asked for wins over the look of the bytes, but a picture is
 * no article, whatever it is called. */
static gboolean
find_kind (const char *bytes,
           gsize length,
           const char *name,
           DtlInputFormat format,
           DtlKind *ret_kind,
           GError **error)
{
  const char *what = NULL;

  *ret_kind = dtl_sniff (bytes, length, name, &what);
  if (!check_kind (*ret_kind, what, error))
    return FALSE;
  switch (format)
    {
    case DTL_INPUT_TEXT:
      *ret_kind = DTL_KIND_TEXT;
      break;
    case DTL_INPUT_HTML:
      *ret_kind = DTL_KIND_HTML;
      break;
    case DTL_INPUT_AUTO:
      break;
    }
  return TRUE;
}

/* --- reading --- */

static DtlArticleBuilder *
begin_article (const char *name, const DtlReadOptions *options)
{
  g_autofree char *base = name != NULL ? g_path_get_basename (name) : NULL;
  const char *id = options->id != NULL ? options->id : base;
  DtlArticleBuilder *builder = dtl_article_builder_new (id);

  if (options->id != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_ID, id, "given", 1);
  if (options->url != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_URL, options->url, "given", 1);
  if (options->published != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, options->published,
                             "set by hand", 0.9);
  return builder;
}

static void
read_text (DtlArticleBuilder *builder,
           const char *bytes,
           gsize length,
           const DtlReadOptions *options)
{
  gboolean keep = options->format == DTL_INPUT_TEXT;
  gsize n;
  char *text = keep ? dtl_encoding_keep_utf8 (bytes, length, &n)
                    : dtl_encoding_decode (bytes, length, NULL, &n);

  dtl_text_read (builder, text, n, keep, options->language);
}

static gboolean
read_html (DtlArticleBuilder *builder,
           const char *bytes,
           gsize length,
           const DtlReadOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *declared = dtl_encoding_find_declared (bytes, length);
  gsize n;
  g_autofree char *page = dtl_encoding_decode (bytes, length, declared, &n);

  return dtl_html_read (builder, page, n, options->url, options->language, cancellable,
                        error);
}

static gboolean
check_text (const DtlArticle *article, GError **error)
{
  guint n;

  dtl_article_get_paragraphs (article, &n);
  if (n == 0)
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_NO_TEXT,
                 _ ("there is no text in it that could be read"));
  return n > 0;
}

GPtrArray *
dtl_article_read_bytes (GBytes *bytes,
                        const char *name,
                        const DtlReadOptions *options,
                        GCancellable *cancellable,
                        GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (DtlArticleBuilder) builder = NULL;
  g_autoptr (DtlArticle) article = NULL;
  GPtrArray *articles;
  DtlKind kind;

  if (options == NULL)
    options = &no_options;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (length > get_max_bytes (options) && !refuse_size (get_max_bytes (options), error))
    return NULL;
  if (!find_kind (data, length, name, options->format, &kind, error))
    return NULL;
  builder = begin_article (name, options);
  if (kind == DTL_KIND_TEXT)
    read_text (builder, data, length, options);
  else if (!read_html (builder, data, length, options, cancellable, error))
    return NULL;
  if (options->published != NULL && options->published_wins)
    dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, options->published, "given",
                             1);
  article = dtl_article_builder_end (builder);
  if (!check_text (article, error))
    return NULL;
  articles = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_article_unref);
  g_ptr_array_add (articles, g_steal_pointer (&article));
  return articles;
}

/* --- files --- */

/* What GIO says, in words for a person, without the name: the caller adds it. */
static void
explain_error (GError *error)
{
  const char *plain = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    plain = _ ("there is no such file");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    plain = _ ("this is a folder; choose the articles in it");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    plain = _ ("you have no permission to read it");
  if (plain == NULL)
    return;
  g_free (error->message);
  error->message = g_strdup (plain);
}

/* Reads to the end, but stops at once where the first bytes show that it is no
 * article, and never reads beyond @max_bytes. */
static GBytes *
read_stream (GInputStream *stream,
             const char *name,
             gsize max_bytes,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gsize n;

  do
    {
      const char *what = NULL;
      DtlKind kind;

      if (!g_input_stream_read_all (stream, chunk, CHUNK_BYTES, &n, cancellable, error))
        return NULL;
      kind = dtl_sniff ((const char *) chunk, n, name, &what);
      if (all->len == 0 && !check_kind (kind, what, error))
        return NULL;
      if (all->len + n > max_bytes)
        return refuse_size (max_bytes, error), NULL;
      g_byte_array_append (all, chunk, (guint) n);
    }
  while (n == CHUNK_BYTES);
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/* A size that the file system knows saves reading up to the limit. */
static gboolean
check_file (GFile *file, gsize max_bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file,
                         G_FILE_ATTRIBUTE_STANDARD_SIZE
                         "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                         G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  if (info == NULL) /* opening it will say why */
    return TRUE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
      return FALSE;
    }
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR &&
      (guint64) g_file_info_get_size (info) > max_bytes)
    return refuse_size (max_bytes, error);
  return TRUE;
}

static GBytes *
load_file (GFile *file,
           const char *name,
           const DtlReadOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  gsize max_bytes = get_max_bytes (options);
  g_autoptr (GFileInputStream) stream = NULL;
  GBytes *bytes = NULL;
  GError *problem = NULL;

  if (check_file (file, max_bytes, cancellable, &problem))
    stream = g_file_read (file, cancellable, &problem);
  if (stream != NULL)
    bytes = read_stream (G_INPUT_STREAM (stream), name, max_bytes, cancellable, &problem);
  if (problem != NULL)
    {
      explain_error (problem);
      g_propagate_error (error, problem);
    }
  return bytes;
}

GPtrArray *
dtl_article_read_file (GFile *file,
                       const DtlReadOptions *options,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = NULL;

  if (options == NULL)
    options = &no_options;
  bytes = load_file (file, name, options, cancellable, error);
  return bytes != NULL ? dtl_article_read_bytes (bytes, name, options, cancellable, error)
                       : NULL;
}
