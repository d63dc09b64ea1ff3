#include "article/wiki/dtl-wiki-reader.h"

#include "article/dtl-encoding.h"
#include "article/dtl-language.h"
#include "article/wiki/dtl-wikitext.h"

#include <string.h>

/* "Korean_War.wiki" to "Korean War"; NULL where the name says nothing. */
static char *
make_title (const char *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot == NULL || dot == name)
    return NULL;
  return g_strdelimit (g_strndup (name, (gsize) (dot - name)), "_", ' ');
}

gboolean
dtl_wiki_read_page (DtlArticleSink *sink,
                    const char *bytes,
                    gsize length,
                    GCancellable *cancellable,
                    GError **error)
{
  DtlArticleBuilder *builder = dtl_article_sink_begin (sink, NULL);
  g_autofree char *title = make_title (sink->name);
  gsize n, n_read;
  g_autofree char *text = dtl_encoding_decode (bytes, length, NULL, &n);
  DtlWikiPage page = { .title = title, .language = sink->options->language };
  const char *read;

  if (title != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, title, "file name", 0.7);
  dtl_wikitext_read (builder, text, n, &page);
  read = dtl_article_builder_get_text (builder, &n_read);
  dtl_language_set (builder, read, n_read, NULL, sink->options->language);
  dtl_article_sink_end (sink, builder);
  return TRUE;
}
