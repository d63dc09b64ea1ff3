#include "article/wiki/dtl-wiki-html.h"

#include "article/dtl-clean-text.h"
#include "article/dtl-language.h"
#include "article/html/dtl-html-metadata.h"
#include "article/html/dtl-page-dates.h"
#include "article/html/dtl-page-title.h"
#include "article/wiki/dtl-wiki-gaps.h"
#include "article/wiki/dtl-wiki-html-parts.h"
#include "article/wiki/dtl-wiki-infobox.h"
#include "article/wiki/dtl-wiki-sections.h"

#include <string.h>

/* --- is it? --- */

static gboolean
is_mark (const DtlPage *page, int node)
{
  const char *name = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_NAME);
  const char *property = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_PROPERTY);
  const char *content = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CONTENT);

  if (page->nodes[node].tag == DTL_TAG_META)
    return (name != NULL && g_ascii_strcasecmp (name, "generator") == 0 &&
            content != NULL && g_str_has_prefix (content, "MediaWiki")) ||
           (property != NULL && g_str_has_prefix (property, "mw:"));
  return dtl_page_has_word (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CLASS),
                            "mw-parser-output");
}

gboolean
dtl_wiki_html_is (const DtlPage *page)
{
  for (int i = 1; i < page->n_nodes; i++)
    if (page->nodes[i].tag != DTL_TAG_TEXT && is_mark (page, i))
      return TRUE;
  return FALSE;
}

/* --- what is known of it --- */

/* The text of the first element with this id, or of this tag. */
static char *
find_text (const DtlPage *page, const char *id, DtlTag tag)
{
  for (int i = 1; i < page->n_nodes; i++)
    {
      const char *own = dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_ID);

      if (id != NULL ? g_strcmp0 (own, id) == 0 : page->nodes[i].tag == tag)
        return dtl_page_dup_text (page, i);
    }
  return NULL;
}

static void
set_title (DtlPageFacts *facts, DtlArticleBuilder *builder)
{
  const char *carrier = "firstHeading";
  double confidence = 0.98;
  g_autofree char *title = find_text (facts->page, "firstHeading", DTL_TAG_H1);

  if (title == NULL && dtl_page_facts_get_meta (facts, "mw:pagenamespace") != NULL)
    {
      title = find_text (facts->page, NULL, DTL_TAG_TITLE);
      carrier = "title";
    }
  if (title == NULL)
    title = dtl_page_title_find (facts, &carrier, &confidence);
  if (title != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, title, carrier, confidence);
}

static void
set_modified (const DtlPageFacts *facts, DtlArticleBuilder *builder)
{
  const char *stated = dtl_page_facts_get_meta (facts, "dc:modified");
  g_autoptr (DtlDateVote) vote = NULL;
  g_autofree char *value = NULL;
  const char *carrier;
  DtlStamp modified;

  if (stated != NULL)
    {
      dtl_article_builder_set (builder, DTL_ARTICLE_MODIFIED, stated, "dc:modified",
                               0.95);
      return;
    }
  vote = dtl_page_dates_gather (facts);
  if (!dtl_date_vote_get_modified (vote, NULL, &modified, &carrier))
    return;
  value = dtl_stamp_format (&modified);
  dtl_article_builder_set (builder, DTL_ARTICLE_MODIFIED, value, carrier, 0.8);
}

/* Parsoid names the page that it is a version of. */
static void
set_address (const DtlPageFacts *facts, DtlArticleBuilder *builder)
{
  const DtlPage *page = facts->page;
  const char *address = facts->url;
  g_autofree char *whole = NULL;

  for (int i = 1; address == NULL && i < page->n_nodes; i++)
    if (page->nodes[i].tag == DTL_TAG_LINK &&
        dtl_page_has_word (dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_REL),
                           "dc:isVersionOf"))
      address = dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_HREF);
  if (address == NULL)
    return;
  whole = g_strconcat (g_str_has_prefix (address, "//") ? "https:" : "", address, NULL);
  dtl_article_builder_set (builder, DTL_ARTICLE_URL, whole, "page", 0.9);
}

static void
set_language (const DtlPageFacts *facts,
              int root,
              const char *known,
              DtlArticleBuilder *builder)
{
  const char *hint = dtl_metadata_find_language (facts);
  gsize length;
  const char *text = dtl_article_builder_get_text (builder, &length);

  for (int i = root; hint == NULL && i > 0; i = facts->page->nodes[i].parent)
    hint = dtl_page_get_attribute (facts->page, i, DTL_ATTRIBUTE_LANG);
  dtl_language_set (builder, text, length, hint, known);
}

/* --- the box of facts --- */

static gboolean
ends_value (DtlTag tag)
{
  return tag == DTL_TAG_BR || tag == DTL_TAG_LI || tag == DTL_TAG_P || tag == DTL_TAG_DIV;
}

/* A cell's text; a line that ends in it is a DTL_WIKI_MARK_BREAK. */
static char *
read_cell (const DtlPage *page, int cell)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) clean = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  for (int i = cell + 1; i < page->nodes[cell].end; i++)
    {
      const DtlPageNode *node = &page->nodes[i];

      if (node->is_left_out)
        i = node->end - 1;
      else if (node->tag == DTL_TAG_TEXT)
        g_string_append_len (text, page->text + node->text_start,
                             node->text_end - node->text_start);
      else if (ends_value ((DtlTag) node->tag))
        g_string_append_c (text, DTL_WIKI_MARK_BREAK);
    }
  lines = g_strsplit (text->str, "\005", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = dtl_clean_text (lines[i], -1);

      if (line == NULL)
        continue;
      if (clean->len > 0)
        g_string_append_c (clean, DTL_WIKI_MARK_BREAK);
      g_string_append (clean, line);
    }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/* The cells of a row; FALSE where there are not just two, or they hold rows of
 * their own, which are read by themselves. */
static gboolean
find_cells (const DtlPage *page, int row, int cells[2])
{
  int n = 0;

  for (int i = row + 1; i < page->nodes[row].end; i++)
    if (page->nodes[i].tag == DTL_TAG_TR)
      return FALSE;
  for (int i = row + 1; i < page->nodes[row].end; i = page->nodes[i].end)
    if (page->nodes[i].tag == DTL_TAG_TD || page->nodes[i].tag == DTL_TAG_TH)
      {
        if (n < 2)
          cells[n] = i;
        n++;
      }
  return n == 2;
}

static void
read_row (const DtlPage *page, int row, DtlArticleBuilder *builder)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *label = NULL, *value = NULL;
  int cells[2];

  if (page->nodes[row].tag != DTL_TAG_TR || !find_cells (page, row, cells))
    return;
  label = read_cell (page, cells[0]);
  value = read_cell (page, cells[1]);
  g_strdelimit (label, "\005", ' ');
  if (!dtl_wiki_infobox_append_row (label, strlen (label), value, strlen (value), line))
    return;
  dtl_wiki_gaps_mend (line);
  dtl_article_builder_add_paragraph (builder, DTL_PARAGRAPH_FACT, 0, line->str,
                                     (gssize) line->len);
}

static void
read_boxes (const DtlPage *page, const GArray *boxes, DtlArticleBuilder *builder)
{
  for (guint k = 0; k < boxes->len; k++)
    {
      int box = g_array_index (boxes, int, k);

      for (int i = box + 1; i < page->nodes[box].end; i++)
        if (!page->nodes[i].is_left_out)
          read_row (page, i, builder);
        else
          i = page->nodes[i].end - 1;
    }
}

/* --- the text --- */

/* Of a block that was a picture's, before figures had captions of their own. */
static gboolean
is_old_caption (const DtlPage *page, const DtlBlock *block)
{
  for (int i = block->element, n = 0; i > 0 && n < 3; i = page->nodes[i].parent, n++)
    if (dtl_page_has_word (dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_CLASS),
                           "thumbcaption"))
      return TRUE;
  return FALSE;
}

typedef struct {
  const DtlPage *page;
  DtlArticleBuilder *builder;
  GString *heading; /* waits for text: an empty section has no place */
  int level;
  int left_out; /* level of the section that is left out, 0 in none */
} Writing;

static void
read_heading (Writing *writing, const DtlBlock *block, const GString *text)
{
  g_autofree char *clean = dtl_clean_text (text->str, (gssize) text->len);

  if (clean == NULL || (writing->left_out > 0 && block->level > writing->left_out))
    return;
  writing->left_out =
      dtl_wiki_section_is_left_out (clean, strlen (clean)) ? block->level : 0;
  g_string_assign (writing->heading, clean);
  writing->level = block->level;
}

static void
add_block (Writing *writing, const DtlBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);
  DtlParagraphKind kind = (DtlParagraphKind) block->kind;

  dtl_block_append_text (writing->page, block, text);
  dtl_wiki_gaps_mend (text);
  if (kind == DTL_PARAGRAPH_HEADING)
    {
      read_heading (writing, block, text);
      return;
    }
  if (writing->left_out > 0)
    return;
  if (writing->heading->len > 0)
    dtl_article_builder_add_paragraph (writing->builder, DTL_PARAGRAPH_HEADING,
                                       writing->level, writing->heading->str,
                                       (gssize) writing->heading->len);
  g_string_truncate (writing->heading, 0);
  if (is_old_caption (writing->page, block))
    kind = DTL_PARAGRAPH_CAPTION;
  dtl_article_builder_add_paragraph (writing->builder, kind, 0, text->str,
                                     (gssize) text->len);
}

static void
read_text (DtlPage *page, int root, DtlArticleBuilder *builder)
{
  g_autoptr (GArray) blocks = dtl_blocks_find (page);
  Writing writing = { .page = page, .builder = builder, .heading = g_string_new (NULL) };

  for (guint i = 0; i < blocks->len; i++)
    {
      const DtlBlock *block = &g_array_index (blocks, DtlBlock, i);

      if (block->first > root && block->first < page->nodes[root].end)
        add_block (&writing, block);
    }
  g_string_free (writing.heading, TRUE);
}

void
dtl_wiki_html_read (DtlPageFacts *facts,
                    DtlPage *page,
                    const char *language,
                    DtlArticleBuilder *builder)
{
  int root = dtl_wiki_html_find_root (page);
  g_autoptr (GArray) boxes = NULL;

  set_title (facts, builder);
  set_modified (facts, builder);
  set_address (facts, builder);
  boxes = dtl_wiki_html_take_boxes (page, root);
  dtl_wiki_html_leave_out (page, root);
  read_boxes (page, boxes, builder);
  read_text (page, root, builder);
  set_language (facts, root, language, builder);
}
