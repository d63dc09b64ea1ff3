#include "config.h"

#include "article/html/dtl-main-blocks.h"

#include "article/dtl-written-date.h"
#include "article/html/dtl-main-appendix.h"
#include "article/html/dtl-main-choice.h"

#include <string.h>

/* The title stands in the upper part of the text, if it is in it at all. */
#define MAX_TITLE_SHARE 0.15
#define MAX_DATE_LINE_WORDS 14
/* Above the text there is no more of it than this. */
#define MAX_HEAD_SHARE 0.3
#define MAX_LINES_BELOW_DECK 10
#define MAX_LEADS 3
#define MAX_TAIL_SHARE 0.3
#define MIN_DATA_ROWS 3
#define MIN_LINKED_HEADS 4
#define MAX_LINKED_HEAD_WORDS 12
/* Fewer words may well be said twice. */
#define MIN_REPEATED_WORDS 8

/* --- outside, and above the text --- */

/* A sentence between the title and the part that is the article: the lead, which
 * many pages keep apart from what follows it. */
static gboolean
is_lead (const DtlMainChoice *choice, guint i, int title_node, int root)
{
  const DtlBlock *block = dtl_main_choice_get (choice, i);

  return title_node >= 0 && title_node < root &&
         block->first >= choice->page->nodes[title_node].end && block->first < root &&
         dtl_block_is_prose (block);
}

static void
drop_outside (DtlMainChoice *choice, int root, int title_node)
{
  guint n_leads = 0;

  for (guint i = 0; i < choice->blocks->len; i++)
    {
      const DtlBlock *block = dtl_main_choice_get (choice, i);

      choice->is_dropped[i] =
          block->first < root || block->first >= choice->page->nodes[root].end;
      if (is_lead (choice, i, title_node, root) && n_leads++ < MAX_LEADS)
        choice->is_dropped[i] = FALSE;
    }
}

/* The block at which the title ends, or 0. */
static guint
find_title_end (const DtlMainChoice *choice, int title_node)
{
  guint i = 0;

  if (title_node < 0)
    return 0;
  while (i < choice->blocks->len &&
         dtl_main_choice_get (choice, i)->first < choice->page->nodes[title_node].end)
    i++;
  if (dtl_main_choice_count_letters (choice, 0, i) >
      dtl_main_choice_count_letters (choice, 0, choice->blocks->len) * MAX_TITLE_SHARE)
    return 0;
  return i;
}

static gboolean
has_date (const DtlMainChoice *choice, guint i)
{
  g_autofree char *text = dtl_main_choice_dup_text (choice, i);
  DtlWrittenDate date;

  return text != NULL &&
         dtl_written_date_find (text, strlen (text), 0, DTL_DAY_FIRST, &date) &&
         date.stamp.precision >= DTL_PRECISION_DAY;
}

/* Lines that are no sentences: bylines, dates, names of pictures. */
static gboolean
is_furniture (const DtlMainChoice *choice, guint i)
{
  const DtlBlock *block = dtl_main_choice_get (choice, i);

  return block->n_sentences == 0 || block->n_words < 6 || dtl_block_is_linked (block) ||
         (block->n_words <= MAX_DATE_LINE_WORDS && has_date (choice, i));
}

/* The furniture between the title and the first sentence; a heading just above
 * that belongs to it. Below a deck, there is more of it. */
static void
drop_head (DtlMainChoice *choice, int title_node)
{
  guint n = choice->blocks->len, all = dtl_main_choice_count_letters (choice, 0, n);
  guint title_end = find_title_end (choice, title_node);
  guint first = dtl_main_choice_find_prose (choice, title_end),
        second = dtl_main_choice_find_prose (choice, first + 1);

  dtl_main_choice_drop (choice, 0, title_end);
  if (first < n &&
      dtl_main_choice_count_letters (choice, title_end, first) < all * MAX_HEAD_SHARE)
    for (guint i = title_end; i < first; i++)
      choice->is_dropped[i] |=
          is_furniture (choice, i) &&
          !(i + 1 == first &&
            dtl_main_choice_get (choice, i)->kind == DTL_PARAGRAPH_HEADING);
  if (second - first <= MAX_LINES_BELOW_DECK)
    for (guint i = first + 1; i < second && i < n; i++)
      choice->is_dropped[i] |=
          dtl_main_choice_get (choice, i)->kind == DTL_PARAGRAPH_TEXT &&
          dtl_main_choice_get (choice, i)->n_words <= 8 &&
          dtl_main_choice_get (choice, i)->n_sentences == 0;
}

/* --- lists of links --- */

/* Where the items or rows end that begin with block @i; @i where it is none. */
static guint
find_list_end (const DtlMainChoice *choice, guint i, DtlParagraphKind kind)
{
  while (i < choice->blocks->len && dtl_main_choice_get (choice, i)->kind == kind)
    i++;
  return i;
}

static gboolean
are_linked (const DtlMainChoice *choice, guint from, guint to)
{
  DtlBlock all = { 0 };

  if (to == from + 1)
    return dtl_block_is_linked (dtl_main_choice_get (choice, from));
  for (guint i = from; i < to; i++)
    {
      all.n_letters += dtl_main_choice_get (choice, i)->n_letters;
      all.n_link_letters += dtl_main_choice_get (choice, i)->n_link_letters;
    }
  return dtl_block_is_linked (&all);
}

/* Whether most rows say something beside their links: a table of data, with
 * names that lead to other pages. */
static gboolean
is_data (const DtlMainChoice *choice, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += dtl_main_choice_get (choice, i)->n_letters >
         dtl_main_choice_get (choice, i)->n_link_letters;
  return to - from >= MIN_DATA_ROWS && n > (to - from) / 2;
}

static gboolean
is_prose_at (const DtlMainChoice *choice, guint i)
{
  return i < choice->blocks->len && !choice->is_dropped[i] &&
         dtl_block_is_prose (dtl_main_choice_get (choice, i));
}

/* A line that is a link, with a paragraph right below. */
static gboolean
is_linked_head (const DtlMainChoice *choice, guint i)
{
  const DtlBlock *block = dtl_main_choice_get (choice, i);

  return !choice->is_dropped[i] && block->kind == DTL_PARAGRAPH_TEXT &&
         block->n_words <= MAX_LINKED_HEAD_WORDS && dtl_block_is_linked (block) &&
         i > 0 && is_prose_at (choice, i - 1) && is_prose_at (choice, i + 1);
}

/* Whether every other line of some stretch is a link: the text is a list of
 * things, each with its name above it. */
static gboolean
has_linked_heads (const DtlMainChoice *choice)
{
  guint n = 0;

  for (guint i = 0; i < choice->blocks->len && n < MIN_LINKED_HEADS; i++)
    if (is_linked_head (choice, i))
      n++;
    else if (i == 0 || !is_linked_head (choice, i - 1))
      n = 0;
  return n == MIN_LINKED_HEADS;
}

/* Lists and lines that are links: "See also". A list in which some items are
 * links is text; so is a heading that is one. */
static void
drop_linked (DtlMainChoice *choice)
{
  gboolean heads = has_linked_heads (choice);

  for (guint i = 0; i < choice->blocks->len;)
    {
      guint rows = find_list_end (choice, i, DTL_PARAGRAPH_TABLE_ROW);
      guint end =
          MAX (MAX (find_list_end (choice, i, DTL_PARAGRAPH_LIST_ITEM), rows), i + 1);

      if (dtl_main_choice_get (choice, i)->kind != DTL_PARAGRAPH_HEADING &&
          are_linked (choice, i, end) && !is_data (choice, i, rows) &&
          !(heads && is_linked_head (choice, i)))
        dtl_main_choice_drop (choice, i, end);
      i = end;
    }
}

/* --- captions, and what a page says twice --- */

/* "Photo: Agency", without a word about what is to be seen. */
static gboolean
is_credit (const DtlBlock *block)
{
  return block->kind == DTL_PARAGRAPH_CAPTION &&
         (block->n_words < 5 || (block->n_words < 8 && block->n_sentences == 0));
}

static void
drop_credits_and_repeats (DtlMainChoice *choice)
{
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < choice->blocks->len; i++)
    {
      if (choice->is_dropped[i])
        continue;
      if (is_credit (dtl_main_choice_get (choice, i)))
        choice->is_dropped[i] = TRUE;
      else if (dtl_main_choice_get (choice, i)->n_words >= MIN_REPEATED_WORDS)
        choice->is_dropped[i] =
            !g_hash_table_add (seen, dtl_main_choice_dup_text (choice, i));
    }
}

/* --- below the text --- */

/* A sentence, or part of a list or a table: these may end a text. */
static gboolean
may_be_last (const DtlBlock *block)
{
  return dtl_block_is_prose (block) || block->kind == DTL_PARAGRAPH_LIST_ITEM ||
         block->kind == DTL_PARAGRAPH_TABLE_ROW ||
         (block->n_words >= 4 && block->n_sentences > 0 &&
          block->kind != DTL_PARAGRAPH_HEADING);
}

/* Lines behind the last sentence, where they are not much of the text. */
static void
drop_tail (DtlMainChoice *choice)
{
  guint n = choice->blocks->len, end = n;

  while (end > 0 && (choice->is_dropped[end - 1] ||
                     !may_be_last (dtl_main_choice_get (choice, end - 1))))
    end--;
  if (dtl_main_choice_count_letters (choice, end, n) <=
      dtl_main_choice_count_letters (choice, 0, n) * MAX_TAIL_SHARE)
    dtl_main_choice_drop (choice, end, n);
}

static void
remove_dropped (DtlMainChoice *choice)
{
  guint n = 0;

  for (guint i = 0; i < choice->blocks->len; i++)
    if (!choice->is_dropped[i])
      g_array_index (choice->blocks, DtlBlock, n++) = *dtl_main_choice_get (choice, i);
  g_array_set_size (choice->blocks, n);
}

void
dtl_main_blocks_choose (DtlPage *page, GArray *blocks, int root, int title_node)
{
  g_autofree guint8 *is_dropped = g_new0 (guint8, blocks->len + 1);
  DtlMainChoice choice = { page, blocks, is_dropped };

  drop_outside (&choice, root, title_node);
  drop_head (&choice, title_node);
  dtl_main_appendix_drop_teasers (&choice);
  drop_linked (&choice);
  dtl_main_appendix_drop_sections (&choice);
  drop_credits_and_repeats (&choice);
  drop_tail (&choice);
  remove_dropped (&choice);
}
