#include "config.h"

#include "article/html/dtl-page-facts.h"

#include "article/dtl-clean-text.h"
#include "article/html/dtl-html-entities.h"

#include <string.h>

/* More is no page for people. */
#define MAX_METAS 1000
/* A paragraph has this many words. */
#define PROSE_WORDS 25
/* Lines round the title that may show date and author. */
#define LINES_ABOVE 8
#define LINES_BELOW 12
#define LINES_ATTACHED 4

static void
clear_meta (gpointer meta)
{
  g_free (((DtlPageMeta *) meta)->name);
}

static void
add_meta (DtlPageFacts *facts, const char *name, const char *value)
{
  DtlPageMeta meta = { NULL, value };

  if (name == NULL || facts->metas->len >= MAX_METAS)
    return;
  meta.name = g_ascii_strdown (name, -1);
  g_array_append_val (facts->metas, meta);
}

static void
read_metas (DtlPageFacts *facts)
{
  const DtlPage *page = facts->page;

  for (int i = 1; i < page->n_nodes; i++)
    {
      const char *value;

      if (page->nodes[i].tag != DTL_TAG_META)
        continue;
      value = dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_CONTENT);
      if (value == NULL || value[strspn (value, " \t\n\r")] == '\0')
        continue;
      add_meta (facts, dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_PROPERTY), value);
      add_meta (facts, dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_NAME), value);
    }
}

const char *
dtl_page_facts_get_meta (const DtlPageFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->metas->len; i++)
    if (strcmp (g_array_index (facts->metas, DtlPageMeta, i).name, name) == 0)
      return g_array_index (facts->metas, DtlPageMeta, i).value;
  return NULL;
}

/* What the page calls its own address. */
static const char *
find_own_address (const DtlPageFacts *facts)
{
  const DtlPage *page = facts->page;

  for (int i = 1; i < page->n_nodes; i++)
    if (page->nodes[i].tag == DTL_TAG_LINK &&
        dtl_page_has_word (dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_REL),
                           "canonical"))
      return dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_HREF);
  return dtl_page_facts_get_meta (facts, "og:url");
}

/* Sums over the blocks, since nearness is asked for at every element. */
static void
count_blocks (DtlPageFacts *facts)
{
  guint n = facts->blocks->len;

  facts->n_prose = g_new0 (int, n + 1);
  facts->n_lines = g_new0 (int, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const DtlBlock *block = &g_array_index (facts->blocks, DtlBlock, i);

      facts->n_prose[i + 1] = facts->n_prose[i] + (block->n_words >= PROSE_WORDS);
      facts->n_lines[i + 1] =
          facts->n_lines[i] + !facts->page->nodes[block->element].is_aside;
    }
}

void
dtl_page_facts_init (DtlPageFacts *facts,
                     const DtlPage *page,
                     const GArray *blocks,
                     const char *url)
{
  *facts = (DtlPageFacts){ .page = page, .blocks = blocks, .title_node = -1 };
  facts->metas = g_array_new (FALSE, FALSE, sizeof (DtlPageMeta));
  g_array_set_clear_func (facts->metas, clear_meta);
  read_metas (facts);
  count_blocks (facts);
  facts->url = url != NULL ? url : find_own_address (facts);
  dtl_json_ld_read (page, facts->url, &facts->json_ld);
  facts->site_name = dtl_page_facts_get_meta (facts, "og:site_name");
  if (facts->site_name == NULL)
    facts->site_name = facts->json_ld.publisher;
}

void
dtl_page_facts_clear (DtlPageFacts *facts)
{
  g_clear_pointer (&facts->metas, g_array_unref);
  g_clear_pointer (&facts->n_prose, g_free);
  g_clear_pointer (&facts->n_lines, g_free);
  dtl_json_ld_clear (&facts->json_ld);
}

/* The first block at or behind a node. */
static int
find_block_at (const DtlPageFacts *facts, int node)
{
  guint low = 0, high = facts->blocks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (facts->blocks, DtlBlock, middle).first < node)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) low;
}

/* Where the title is shown, else where running text begins. */
static int
find_head (const DtlPageFacts *facts)
{
  if (facts->title_node >= 0)
    return find_block_at (facts, facts->title_node);
  for (guint i = 0; i < facts->blocks->len; i++)
    {
      const DtlBlock *block = &g_array_index (facts->blocks, DtlBlock, i);

      if (block->n_words >= PROSE_WORDS && block->n_link_letters * 2 < block->n_letters &&
          !facts->page->nodes[block->element].is_aside)
        return (int) i;
    }
  return 0;
}

void
dtl_page_facts_set_title (DtlPageFacts *facts, int node)
{
  facts->title_node = node;
  facts->head = find_head (facts);
}

/* Of @sums, from the title to @block; 0 above it. */
static int
count_below_title (const DtlPageFacts *facts, const int *sums, int block)
{
  return MAX (sums[block] - sums[facts->head], 0);
}

gboolean
dtl_page_facts_is_above_text (const DtlPageFacts *facts, int node)
{
  return count_below_title (facts, facts->n_prose, find_block_at (facts, node)) == 0;
}

/* Between the title and the text: directly below the title, or below the deck
 * that is, a paragraph with more of them behind it. */
static gboolean
is_attached (const DtlPageFacts *facts, int block)
{
  int n_above, n_all;

  if (block < facts->head || block > facts->head + LINES_ATTACHED)
    return FALSE;
  n_above = count_below_title (facts, facts->n_prose, block);
  n_all = facts->n_prose[facts->blocks->len];
  return n_above == 0 || (n_above == 1 && n_all - facts->n_prose[block] > 1);
}

gboolean
dtl_page_facts_is_near_title (const DtlPageFacts *facts, int node)
{
  int block = find_block_at (facts, node);

  if (facts->page->nodes[node].is_aside)
    return is_attached (facts, block);
  return block >= facts->head - LINES_ABOVE &&
         count_below_title (facts, facts->n_lines, block) <= LINES_BELOW;
}

char *
dtl_page_facts_dup_value (const char *value)
{
  g_autofree char *decoded = NULL;

  if (value == NULL)
    return NULL;
  decoded = dtl_html_decode_entities (value, strlen (value));
  return dtl_clean_text (decoded, -1);
}

char *
dtl_page_facts_fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  char *to = folded;

  for (const char *from = folded; *from != '\0'; from = g_utf8_next_char (from))
    if (g_unichar_isalnum (g_utf8_get_char (from)))
      {
        gsize n = (gsize) (g_utf8_next_char (from) - from);

        memmove (to, from, n);
        to += n;
      }
  *to = '\0';
  return g_steal_pointer (&folded);
}
