#include "config.h"

#include "article/dtl-article-reader.h"

#include "article/dtl-article-sink.h"
#include "article/dtl-encoding.h"
#include "article/dtl-sniff.h"
#include "article/html/dtl-html-reader.h"
#include "article/mail/dtl-mail-reader.h"
#include "article/packed/dtl-odt-reader.h"
#include "article/packed/dtl-packed-reader.h"
#include "article/pdf/dtl-pdf-reader.h"
#include "article/text/dtl-markdown.h"
#include "article/text/dtl-text-reader.h"
#include "article/wiki/dtl-wiki-dump.h"
#include "article/wiki/dtl-wiki-reader.h"
#include "article/xml/dtl-feed-reader.h"
#include "article/xml/dtl-newsml-reader.h"
#include "article/xml/dtl-nitf-reader.h"
#include "article/xml/dtl-tei-reader.h"

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
  return kind != DTL_KIND_EMPTY && kind != DTL_KIND_OTHER;
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

static gboolean
read_text (DtlArticleSink *sink,
           const char *bytes,
           gsize length,
           GCancellable *cancellable,
           GError **error)
{
  const DtlReadOptions *options = sink->options;
  gboolean keep = options->format == DTL_INPUT_TEXT;
  DtlArticleBuilder *builder = dtl_article_sink_begin (sink, NULL);
  gsize n;
  char *text = keep ? dtl_encoding_keep_utf8 (bytes, length, &n)
                    : dtl_encoding_decode (bytes, length, NULL, &n);

  dtl_text_read (builder, text, n, keep, options->language);
  dtl_article_sink_end (sink, builder);
  return TRUE;
}

static gboolean
read_html (DtlArticleSink *sink,
           const char *bytes,
           gsize length,
           GCancellable *cancellable,
           GError **error)
{
  const DtlReadOptions *options = sink->options;
  g_autoptr (DtlArticleBuilder) builder = dtl_article_sink_begin (sink, NULL);
  g_autofree char *declared = dtl_encoding_find_declared (bytes, length);
  gsize n;
  g_autofree char *page = dtl_encoding_decode (bytes, length, declared, &n);

  if (!dtl_html_read (builder, page, n, options->url, options->language, cancellable,
                      error))
    return FALSE;
  dtl_article_sink_end (sink, g_steal_pointer (&builder));
  return TRUE;
}

/* How a kind of input is read: whole, or from a stream of any length. One of the
 * two is NULL. Both hand out what they find, and fail only where the input is
 * damaged or the reading cancelled. */
typedef struct {
  gboolean (*read_whole) (DtlArticleSink *sink,
                          const char *bytes,
                          gsize length,
                          GCancellable *cancellable,
                          GError **error);
  gboolean (*read_stream) (DtlArticleSink *sink,
                           GInputStream *stream,
                           GCancellable *cancellable,
                           GError **error);
} Reader;

static const Reader readers[DTL_N_KINDS] = {
  [DTL_KIND_TEXT] = { .read_whole = read_text },
  [DTL_KIND_HTML] = { .read_whole = read_html },
  [DTL_KIND_ZIP] = { .read_whole = dtl_packed_read },
  [DTL_KIND_PDF] = { .read_whole = dtl_pdf_read },
  [DTL_KIND_MAIL] = { .read_whole = dtl_mail_read },
  [DTL_KIND_FEED] = { .read_whole = dtl_feed_read },
  [DTL_KIND_JSON_FEED] = { .read_whole = dtl_json_feed_read },
  [DTL_KIND_NITF] = { .read_whole = dtl_nitf_read },
  [DTL_KIND_NEWSML] = { .read_whole = dtl_newsml_read },
  [DTL_KIND_TEI] = { .read_whole = dtl_tei_read },
  [DTL_KIND_MARKDOWN] = { .read_whole = dtl_markdown_read },
  [DTL_KIND_WIKITEXT] = { .read_whole = dtl_wiki_read_page },
  [DTL_KIND_WIKI_DUMP] = { .read_stream = dtl_wiki_read_dump },
  [DTL_KIND_FLAT_ODT] = { .read_whole = dtl_odt_read_flat },
};

static gboolean
check_articles (const DtlArticleSink *sink, GError **error)
{
  if (sink->n_articles == 0)
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_NO_TEXT,
                 _ ("there is no text in it that could be read"));
  return sink->n_articles > 0;
}

static gboolean
read_whole (DtlArticleSink *sink,
            const Reader *reader,
            GBytes *bytes,
            GCancellable *cancellable,
            GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return reader->read_whole (sink, data, length, cancellable, error) &&
         check_articles (sink, error);
}

static gboolean
read_stream (DtlArticleSink *sink,
             const Reader *reader,
             GInputStream *stream,
             GCancellable *cancellable,
             GError **error)
{
  return reader->read_stream (sink, stream, cancellable, error) &&
         check_articles (sink, error);
}

static DtlArticleSink
make_sink (const char *name,
           const DtlReadOptions *options,
           DtlArticleFunc func,
           gpointer data)
{
  return (DtlArticleSink){ .name = name, .options = options, .func = func, .data = data };
}

gboolean
dtl_article_read_each_of_bytes (GBytes *bytes,
                                const char *name,
                                const DtlReadOptions *options,
                                DtlArticleFunc func,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error)
{
  gsize length;
  const char *start = g_bytes_get_data (bytes, &length);
  g_autofree char *base = name != NULL ? g_path_get_basename (name) : NULL;
  g_autoptr (GInputStream) stream = NULL;
  DtlArticleSink sink;
  DtlKind kind;

  if (options == NULL)
    options = &no_options;
  sink = make_sink (base, options, func, data);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !find_kind (start, length, name, options->format, &kind, error))
    return FALSE;
  if (readers[kind].read_whole != NULL)
    return (length <= get_max_bytes (options) ||
            refuse_size (get_max_bytes (options), error)) &&
           read_whole (&sink, &readers[kind], bytes, cancellable, error);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  return read_stream (&sink, &readers[kind], stream, cancellable, error);
}

/* --- streams --- */

/* Enough to tell the kind by, or all where there is less. */
static gboolean
fill_first (GBufferedInputStream *stream, GCancellable *cancellable, GError **error)
{
  gssize n;

  do
    n = g_buffered_input_stream_fill (stream, -1, cancellable, error);
  while (n > 0 && g_buffered_input_stream_get_available (stream) < DTL_SNIFF_BYTES);
  return n >= 0;
}

/* A size that the file system knows saves reading up to the limit. */
static gboolean
check_size (GInputStream *stream,
            gsize max_bytes,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFileInfo) info = NULL;

  if (!G_IS_FILE_INPUT_STREAM (stream))
    return TRUE;
  info =
      g_file_input_stream_query_info (G_FILE_INPUT_STREAM (stream),
                                      G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL && (guint64) g_file_info_get_size (info) > max_bytes)
    return refuse_size (max_bytes, error);
  return TRUE;
}

/* Reads to the end, but never beyond @max_bytes. */
static GBytes *
read_rest (GInputStream *stream,
           gsize max_bytes,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gsize n;

  do
    {
      if (!g_input_stream_read_all (stream, chunk, CHUNK_BYTES, &n, cancellable, error))
        return NULL;
      if (all->len + n > max_bytes)
        return refuse_size (max_bytes, error), NULL;
      g_byte_array_append (all, chunk, (guint) n);
    }
  while (n == CHUNK_BYTES);
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

gboolean
dtl_article_read_each (GInputStream *stream,
                       const char *name,
                       const DtlReadOptions *options,
                       DtlArticleFunc func,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GInputStream) buffered =
      g_buffered_input_stream_new_sized (stream, CHUNK_BYTES);
  g_autofree char *base = name != NULL ? g_path_get_basename (name) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *first;
  DtlArticleSink sink;
  gsize n;
  DtlKind kind;

  if (options == NULL)
    options = &no_options;
  sink = make_sink (base, options, func, data);
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  if (!fill_first (G_BUFFERED_INPUT_STREAM (buffered), cancellable, error))
    return FALSE;
  first = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &n);
  if (!find_kind (first, n, name, options->format, &kind, error))
    return FALSE;
  if (readers[kind].read_stream != NULL)
    return read_stream (&sink, &readers[kind], buffered, cancellable, error);
  if (!check_size (stream, get_max_bytes (options), cancellable, error))
    return FALSE;
  bytes = read_rest (buffered, get_max_bytes (options), cancellable, error);
  return bytes != NULL && read_whole (&sink, &readers[kind], bytes, cancellable, error);
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

gboolean
dtl_article_read_each_of_file (GFile *file,
                               const DtlReadOptions *options,
                               DtlArticleFunc func,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInputStream) stream = NULL;
  GError *problem = NULL;

  stream = g_file_read (file, cancellable, &problem);
  if (stream != NULL)
    dtl_article_read_each (G_INPUT_STREAM (stream), name, options, func, data,
                           cancellable, &problem);
  if (problem == NULL)
    return TRUE;
  explain_error (problem);
  g_propagate_error (error, problem);
  return FALSE;
}

/* --- all at once --- */

static gboolean
on_article (DtlArticle *article, gpointer data)
{
  g_ptr_array_add (data, dtl_article_ref (article));
  return TRUE;
}

GPtrArray *
dtl_article_read_bytes (GBytes *bytes,
                        const char *name,
                        const DtlReadOptions *options,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) articles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_article_unref);

  if (!dtl_article_read_each_of_bytes (bytes, name, options, on_article, articles,
                                       cancellable, error))
    return NULL;
  return g_steal_pointer (&articles);
}

GPtrArray *
dtl_article_read_file (GFile *file,
                       const DtlReadOptions *options,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) articles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_article_unref);

  if (!dtl_article_read_each_of_file (file, options, on_article, articles, cancellable,
                                      error))
    return NULL;
  return g_steal_pointer (&articles);
}
