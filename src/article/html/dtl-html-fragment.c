#include "config.h"

#include "article/html/dtl-html-fragment.h"

#include "article/dtl-language.h"
#include "article/html/dtl-html-blocks.h"
#include "article/html/dtl-html-entities.h"
#include "article/html/dtl-html-main-text.h"
#include "article/text/dtl-text-blocks.h"

#include <string.h>

static void
apply_filter (DtlPage *page, DtlFragmentFilter filter)
{
  for (int i = 1; i < page->n_nodes; i++)
    {
      DtlFragmentChoice choice =
          page->nodes[i].tag == DTL_TAG_TEXT ? DTL_FRAGMENT_KEEP : filter (page, i);

      if (choice == DTL_FRAGMENT_KEEP)
        continue;
      page->nodes[i].is_left_out = TRUE;
      if (choice == DTL_FRAGMENT_END)
        for (int k = i; k < page->n_nodes; k++)
          page->nodes[k].is_left_out = TRUE;
      i = choice == DTL_FRAGMENT_END ? page->n_nodes : page->nodes[i].end - 1;
    }
}

void
dtl_plain_fragment_add (DtlArticleBuilder *builder, const char *text, gsize length)
{
  g_autoptr (GArray) paragraphs = dtl_text_blocks_split (text, length);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const DtlParagraph *paragraph = &g_array_index (paragraphs, DtlParagraph, i);

      dtl_article_builder_add_paragraph (builder, paragraph->kind, paragraph->level,
                                         text + paragraph->start,
                                         (gssize) (paragraph->end - paragraph->start));
    }
}

gboolean
dtl_html_fragment_add (DtlArticleBuilder *builder,
                       const char *html,
                       gsize length,
                       DtlFragmentFilter filter,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (DtlPage) page = NULL;
  g_autoptr (GArray) blocks = NULL;

  if (memchr (html, '<', length) == NULL)
    {
      g_autofree char *text = dtl_html_decode_entities (html, length);

      dtl_plain_fragment_add (builder, text, strlen (text));
      return TRUE;
    }
  page = dtl_page_parse (html, length, cancellable, error);
  if (page == NULL)
    return FALSE;
  dtl_main_text_prepare (page);
  if (filter != NULL)
    apply_filter (page, filter);
  blocks = dtl_blocks_find (page);
  for (guint i = 0; i < blocks->len; i++)
    dtl_block_add_to (page, &g_array_index (blocks, DtlBlock, i), builder);
  return TRUE;
}

void
dtl_fragment_set_language (DtlArticleBuilder *builder,
                           const char *hint,
                           const char *known)
{
  gsize length;
  const char *text = dtl_article_builder_get_text (builder, &length);

  dtl_language_set (builder, text, length, hint, known);
}
