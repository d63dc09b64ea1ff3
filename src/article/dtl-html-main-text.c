#include "config.h"

#include "article/dtl-html-main-text.h"

#include "article/dtl-html-blocks.h"
#include "article/dtl-html-junk.h"

/* --- what is surely no article --- */

/* Letters of running text below each node: blocks that are mostly no links. */
static guint *
sum_prose (const DtlPage *page, const GArray *blocks)
{
  guint *sums = g_new0 (guint, page->n_nodes);

  for (guint i = 0; i < blocks->len; i++)
    {
      const DtlBlock *block = &g_array_index (blocks, DtlBlock, i);

      if (block->n_words >= 10 && block->n_link_letters * 2 < block->n_letters)
        for (int node = block->element; node >= 0; node = page->nodes[node].parent)
          sums[node] += block->n_letters;
    }
  return sums;
}

/* Whatever it is called, what holds most of the page's text is no aside: pages
 * misname their parts, and an unclosed tag makes a part swallow what follows. */
static gboolean
begins_aside (const DtlPage *page, int i, const guint *prose)
{
  const DtlPageNode *node = &page->nodes[i];

  return node->hint == DTL_HINT_JUNK && prose[i] * 2 <= prose[0] &&
         node->tag != DTL_TAG_BODY && node->tag != DTL_TAG_HTML;
}

void
dtl_main_text_mark_asides (DtlPage *page, const GArray *all)
{
  g_autofree guint *prose = sum_prose (page, all);

  for (int i = 1; i < page->n_nodes; i++)
    page->nodes[i].is_aside =
        page->nodes[page->nodes[i].parent].is_aside || begins_aside (page, i, prose);
}

static void
leave_out_asides (DtlPage *page)
{
  for (int i = 1; i < page->n_nodes; i++)
    page->nodes[i].is_left_out |= page->nodes[i].is_aside;
}

/* --- where the article is --- */

static double
score_block (const DtlBlock *block)
{
  double link_share = (double) block->n_link_letters / block->n_letters;

  if (block->n_letters < 20 || block->kind == DTL_PARAGRAPH_HEADING)
    return 0;
  return (1 + block->n_commas + MIN (block->n_letters / 80.0, 4) +
          MIN (block->n_sentences, 4)) *
         (1 - link_share);
}

/* A block speaks for the elements round it, the nearest most. */
static double *
score_elements (const DtlPage *page, const GArray *blocks)
{
  double *scores = g_new0 (double, page->n_nodes);

  for (guint i = 0; i < blocks->len; i++)
    {
      const DtlBlock *block = &g_array_index (blocks, DtlBlock, i);
      double score = score_block (block);
      int node = block->element;

      if (page->nodes[node].tag == DTL_TAG_P || page->nodes[node].tag == DTL_TAG_LI ||
          page->nodes[node].tag == DTL_TAG_BLOCKQUOTE)
        node = page->nodes[node].parent;
      for (int level = 0; node > 0 && level < 6; node = page->nodes[node].parent, level++)
        scores[node] += level == 0 ? score : level == 1 ? score / 2 : score / (level * 3);
    }
  return scores;
}

static int
find_best (const DtlPage *page, const double *scores)
{
  int best = 0;

  for (int i = 1; i < page->n_nodes; i++)
    if (scores[i] > scores[best])
      best = i;
  return best;
}

/* Up to the outermost element that says it is the article, as long as that
 * holds little more. */
static int
widen (const DtlPage *page, int best, const guint *prose)
{
  int root = best;

  for (int i = page->nodes[best].parent; i > 0; i = page->nodes[i].parent)
    if (page->nodes[i].tag == DTL_TAG_BODY || page->nodes[i].tag == DTL_TAG_HTML)
      break;
    else if (page->nodes[i].hint >= DTL_HINT_GOOD && prose[i] <= prose[best] * 3 / 2)
      root = i;
  return root;
}

static void
keep_only (GArray *blocks, const DtlPage *page, int root)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      DtlBlock *block = &g_array_index (blocks, DtlBlock, i);

      if (block->first >= root && block->first < page->nodes[root].end &&
          (block->n_link_letters * 2 < block->n_letters ||
           block->kind == DTL_PARAGRAPH_HEADING))
        g_array_index (blocks, DtlBlock, n++) = *block;
    }
  g_array_set_size (blocks, n);
}

void
dtl_main_text_prepare (DtlPage *page)
{
  for (int i = 1; i < page->n_nodes; i++)
    page->nodes[i].is_left_out =
        page->nodes[i].tag != DTL_TAG_TEXT && dtl_page_is_hidden (page, i);
  dtl_page_find_hints (page);
}

GArray *
dtl_main_text_find (DtlPage *page, const GArray *all)
{
  g_autofree guint *prose = sum_prose (page, all);
  g_autofree double *scores = NULL;
  GArray *blocks;

  leave_out_asides (page);
  blocks = dtl_blocks_find (page);
  scores = score_elements (page, blocks);
  keep_only (blocks, page, widen (page, find_best (page, scores), prose));
  return blocks;
}
