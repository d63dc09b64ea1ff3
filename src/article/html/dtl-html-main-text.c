#include "config.h"

#include "article/html/dtl-html-main-text.h"

#include "article/html/dtl-html-blocks.h"
#include "article/html/dtl-html-junk.h"
#include "article/html/dtl-main-blocks.h"

/* What a part may hold of the page's text and still be what it is called:
 * pages misname their parts, and an unclosed tag makes a part swallow what
 * follows it. */
#define MAX_JUNK_SHARE 0.5
#define MAX_MIXED_SHARE 0.2
#define MAX_SMALL_PRINT_SHARE 0.1
/* A cell with more is laid out, it holds no value. */
#define MAX_CELL_BYTES 200
/* The article is the smallest part that holds this much of the page's text. */
#define MIN_ROOT_SHARE 0.8
#define MIN_NAMED_SHARE 0.35
#define MIN_NAMED_PIECE 0.05

/* --- how much of an article a block is --- */

static double
score_block (const DtlBlock *block)
{
  double link_share = (double) block->n_link_letters / block->n_letters;

  if (link_share > 0.5 || block->kind == DTL_PARAGRAPH_HEADING)
    return 0;
  return block->n_letters * (1 - link_share) *
         (block->n_words < 10       ? 0.25
          : block->n_sentences == 0 ? 0.5
                                    : 1);
}

/* Of each node, what its blocks score together. */
static double *
sum_scores (const DtlPage *page, const GArray *blocks)
{
  double *sums = g_new0 (double, page->n_nodes);

  for (guint i = 0; i < blocks->len; i++)
    sums[g_array_index (blocks, DtlBlock, i).element] +=
        score_block (&g_array_index (blocks, DtlBlock, i));
  for (int i = page->n_nodes - 1; i > 0; i--)
    sums[page->nodes[i].parent] += sums[i];
  return sums;
}

/* --- asides --- */

static gboolean
leads_within_page (const DtlPage *page, int node)
{
  const char *address = page->nodes[node].tag == DTL_TAG_A
                            ? dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_HREF)
                            : NULL;

  return address != NULL && address[0] == '#';
}

/* The mark of a footnote: "in 1983" with a note 1 must not become 19831. */
static gboolean
is_note_mark (const DtlPage *page, int i)
{
  if (page->nodes[i].tag != DTL_TAG_SUP)
    return FALSE;
  for (int k = i + 1; k < page->nodes[i].end; k++)
    if (leads_within_page (page, k))
      return TRUE;
  return leads_within_page (page, page->nodes[i].parent);
}

/* The first child from node @from on that is no text, or @end. */
static int
find_element (const DtlPage *page, int from, int end)
{
  while (from < end && page->nodes[from].tag == DTL_TAG_TEXT)
    from = page->nodes[from].end;
  return from;
}

/* The only element in a short cell of a table: editors put a paragraph into each,
 * and a row is a line. */
static gboolean
fills_cell (const DtlPage *page, int i)
{
  const DtlPageNode *node = &page->nodes[i], *cell = &page->nodes[node->parent];

  return (cell->tag == DTL_TAG_TD || cell->tag == DTL_TAG_TH) &&
         (node->tag == DTL_TAG_P || node->tag == DTL_TAG_DIV) &&
         cell->text_end - cell->text_start <= MAX_CELL_BYTES &&
         find_element (page, node->parent + 1, i) == i &&
         find_element (page, node->end, cell->end) == cell->end;
}

void
dtl_main_text_prepare (DtlPage *page)
{
  /* What a style hides is kept: mostly it is text behind a button. */
  for (int i = 1; i < page->n_nodes; i++)
    page->nodes[i].is_left_out =
        dtl_tag_is_hidden (page->nodes[i].tag) || is_note_mark (page, i);
  for (int i = 1; i < page->n_nodes; i++)
    if (fills_cell (page, i))
      page->nodes[i].tag = DTL_TAG_SPAN;
  dtl_page_find_hints (page);
}

static gboolean
begins_aside (const DtlPage *page, int i, const double *sums)
{
  const DtlPageNode *node = &page->nodes[i];

  if (node->tag == DTL_TAG_BODY || node->tag == DTL_TAG_HTML ||
      dtl_tag_is_heading (node->tag))
    return FALSE;
  return (node->hint == DTL_HINT_JUNK && sums[i] <= sums[0] * MAX_JUNK_SHARE) ||
         (node->hint == DTL_HINT_MIXED && dtl_tag_is_block (node->tag) &&
          sums[i] <= sums[0] * MAX_MIXED_SHARE);
}

void
dtl_main_text_mark_asides (DtlPage *page, const GArray *all)
{
  g_autofree double *sums = sum_scores (page, all);

  for (int i = 1; i < page->n_nodes; i++)
    page->nodes[i].is_aside =
        page->nodes[page->nodes[i].parent].is_aside || begins_aside (page, i, sums);
}

/* Headings keep their place, and words within a sentence theirs, whatever they
 * are called. */
static gboolean
is_small_print (const DtlPage *page, int i, const double *sums)
{
  const DtlPageNode *node = &page->nodes[i];

  return node->hint == DTL_HINT_SMALL_PRINT && dtl_tag_is_block (node->tag) &&
         !dtl_tag_is_heading (node->tag) && sums[i] <= sums[0] * MAX_SMALL_PRINT_SHARE;
}

static void
leave_out_asides (DtlPage *page, const GArray *all)
{
  g_autofree double *sums = sum_scores (page, all);

  for (int i = 1; i < page->n_nodes; i++)
    if (page->nodes[i].is_aside || is_small_print (page, i, sums))
      page->nodes[i].is_left_out = TRUE;
}

/* --- where the article is --- */

/* The child that holds most, or -1. */
static int
find_fullest_child (const DtlPage *page, int node, const double *sums)
{
  int best = -1;

  for (int i = node + 1; i < page->nodes[node].end; i = page->nodes[i].end)
    if (best < 0 || sums[i] > sums[best])
      best = i;
  return best;
}

static int
find_common_parent (const DtlPage *page, int a, int b)
{
  while (b >= page->nodes[a].end)
    a = page->nodes[a].parent;
  return a;
}

/* The smallest part round all that says that it is the text, where that holds
 * most of it: some pages cut their text into several. */
static int
find_named_root (const DtlPage *page, int root, const double *sums)
{
  double sum = 0;
  int named = -1;

  for (int i = root; i < page->nodes[root].end; i++)
    if (page->nodes[i].hint == DTL_HINT_BODY && !page->nodes[i].is_left_out &&
        sums[i] >= sums[root] * MIN_NAMED_PIECE)
      {
        named = named < 0 ? i : find_common_parent (page, named, i);
        sum += sums[i];
        i = page->nodes[i].end - 1;
      }
  return named >= 0 && sum >= sums[root] * MIN_NAMED_SHARE ? named : root;
}

/* Down from the root, as long as one child holds nearly all there is. */
static int
find_root (const DtlPage *page, const double *sums)
{
  int root = 0, child;

  while ((child = find_fullest_child (page, root, sums)) > 0 &&
         sums[child] >= sums[0] * MIN_ROOT_SHARE &&
         page->nodes[child].tag != DTL_TAG_TEXT && page->nodes[child].tag != DTL_TAG_P)
    root = child;
  return find_named_root (page, root, sums);
}

GArray *
dtl_main_text_find (DtlPage *page, const GArray *all, int title_node)
{
  g_autofree double *sums = NULL;
  GArray *blocks;

  leave_out_asides (page, all);
  blocks = dtl_blocks_find (page);
  sums = sum_scores (page, blocks);
  dtl_main_blocks_choose (page, blocks, find_root (page, sums), title_node);
  return blocks;
}
