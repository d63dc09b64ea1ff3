#include "config.h"

#include "article/html/dtl-html-reader.h"

#include "article/dtl-language.h"
#include "article/html/dtl-html-blocks.h"
#include "article/html/dtl-html-main-text.h"
#include "article/html/dtl-html-metadata.h"
#include "article/html/dtl-html-page.h"
#include "article/wiki/dtl-wiki-html.h"

static char *
join_text (const DtlPage *page, const GArray *blocks, gsize *ret_length)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      dtl_block_append_text (page, &g_array_index (blocks, DtlBlock, i), text);
      g_string_append_c (text, '\n');
    }
  *ret_length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
dtl_html_read (DtlArticleBuilder *builder,
               const char *source,
               gsize length,
               const char *url,
               const char *language,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (DtlPage) page = dtl_page_parse (source, length, cancellable, error);
  g_autoptr (GArray) all = NULL, blocks = NULL;
  g_auto (DtlPageFacts) facts = { 0 };
  g_autofree char *text = NULL;
  gsize n;

  if (page == NULL)
    return FALSE;
  dtl_main_text_prepare (page);
  all = dtl_blocks_find (page);
  dtl_main_text_mark_asides (page, all);
  dtl_page_facts_init (&facts, page, all, url);
  facts.source = source;
  facts.source_length = length;
  if (dtl_wiki_html_is (page))
    {
      dtl_wiki_html_read (&facts, page, language, builder);
      return TRUE;
    }
  dtl_metadata_read (&facts, builder);
  blocks = dtl_main_text_find (page, all, facts.title_node);
  text = join_text (page, blocks, &n);
  dtl_language_set (builder, text, n, dtl_metadata_find_language (&facts), language);
  for (guint i = 0; i < blocks->len; i++)
    dtl_block_add_to (page, &g_array_index (blocks, DtlBlock, i), builder);
  return TRUE;
}
