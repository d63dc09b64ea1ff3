#include "config.h"

#include "article/dtl-main-blocks.h"

#include "article/dtl-clean-text.h"
#include "article/dtl-html-blocks.h"
#include "article/dtl-page-facts.h"
#include "article/dtl-written-date.h"

#include <string.h>

/* The title stands in the upper part of the text, if it is in it at all. */
#define MAX_TITLE_SHARE 0.15
/* What follows "Related" may have this much of the text; more is the text. */
#define MAX_APPENDIX_SHARE 0.4
#define MAX_APPENDIX_HEADING_WORDS 8
#define MAX_APPENDICES 100
/* How far up is looked for the text that an appendix stands in. */
#define MAX_LINES_BACK 200
#define PROSE_WORDS 15
#define MANY_WORDS 40
#define MAX_DATE_LINE_WORDS 14
/* Above the text there is no more of it than this. */
#define MAX_HEAD_SHARE 0.3
#define MAX_LINES_BELOW_DECK 10
#define MAX_LEADS 3
#define MAX_TAIL_SHARE 0.3
/* A teaser is a linked heading with a line or two of a few words. */
#define MIN_TEASERS 3
#define MAX_TEASER_SHARE 0.3
#define MAX_TEASER_HEAD_WORDS 25
#define MAX_TEASER_LINES 2
#define MAX_TEASER_WORDS 60
#define MAX_LINK_SHARE 0.5
/* Fewer words may well be said twice. */
#define MIN_REPEATED_WORDS 8

typedef struct {
  DtlPage *page;
  GArray *blocks;
  guint8 *is_dropped; /* for each block */
} Choosing;

static const DtlBlock *
get_block (const Choosing *choosing, guint i)
{
  return &g_array_index (choosing->blocks, DtlBlock, i);
}

static guint
count_letters (const Choosing *choosing, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    if (!choosing->is_dropped[i])
      n += get_block (choosing, i)->n_letters;
  return n;
}

static gboolean
is_linked (const DtlBlock *block)
{
  return block->n_link_letters > block->n_letters * MAX_LINK_SHARE;
}

/* A sentence at least, or as many words as several, and not of links. */
static gboolean
is_prose (const DtlBlock *block)
{
  return block->n_words >= (block->n_sentences > 0 ? PROSE_WORDS : MANY_WORDS) &&
         !is_linked (block) && block->kind != DTL_PARAGRAPH_HEADING &&
         block->kind != DTL_PARAGRAPH_CAPTION;
}

static char *
dup_text (const Choosing *choosing, guint i)
{
  g_autoptr (GString) text = g_string_new (NULL);

  dtl_block_append_text (choosing->page, get_block (choosing, i), text);
  return dtl_clean_text (text->str, (gssize) text->len);
}

static guint
find_prose (const Choosing *choosing, guint i)
{
  while (i < choosing->blocks->len &&
         (choosing->is_dropped[i] || !is_prose (get_block (choosing, i))))
    i++;
  return i;
}

/* --- outside, and above the text --- */

/* A sentence between the title and the part that is the article: the lead, which
 * many pages keep apart from what follows it. */
static gboolean
is_lead (const Choosing *choosing, guint i, int title_node, int root)
{
  const DtlBlock *block = get_block (choosing, i);

  return title_node >= 0 && title_node < root &&
         block->first >= choosing->page->nodes[title_node].end && block->first < root &&
         is_prose (block);
}

static void
drop_outside (Choosing *choosing, int root, int title_node)
{
  guint n_leads = 0;

  for (guint i = 0; i < choosing->blocks->len; i++)
    {
      const DtlBlock *block = get_block (choosing, i);

      choosing->is_dropped[i] =
          block->first < root || block->first >= choosing->page->nodes[root].end;
      if (is_lead (choosing, i, title_node, root) && n_leads++ < MAX_LEADS)
        choosing->is_dropped[i] = FALSE;
    }
}

/* The block at which the title ends, or 0. */
static guint
find_title_end (const Choosing *choosing, int title_node)
{
  guint i = 0;

  if (title_node < 0)
    return 0;
  while (i < choosing->blocks->len &&
         get_block (choosing, i)->first < choosing->page->nodes[title_node].end)
    i++;
  if (count_letters (choosing, 0, i) >
      count_letters (choosing, 0, choosing->blocks->len) * MAX_TITLE_SHARE)
    return 0;
  return i;
}

static gboolean
has_date (const Choosing *choosing, guint i)
{
  g_autofree char *text = dup_text (choosing, i);
  DtlWrittenDate date;

  return text != NULL &&
         dtl_written_date_find (text, strlen (text), 0, DTL_DAY_FIRST, &date) &&
         date.stamp.precision >= DTL_PRECISION_DAY;
}

/* Lines that are no sentences: bylines, dates, names of pictures. */
static gboolean
is_furniture (const Choosing *choosing, guint i)
{
  const DtlBlock *block = get_block (choosing, i);

  return block->n_sentences == 0 || block->n_words < 6 || is_linked (block) ||
         (block->n_words <= MAX_DATE_LINE_WORDS && has_date (choosing, i));
}

/* The furniture between the title and the first sentence; a heading just above
 * that belongs to it. Below a deck, there is more of it. */
static void
drop_head (Choosing *choosing, int title_node)
{
  guint n = choosing->blocks->len, all = count_letters (choosing, 0, n);
  guint title_end = find_title_end (choosing, title_node);
  guint first = find_prose (choosing, title_end),
        second = find_prose (choosing, first + 1);

  for (guint i = 0; i < title_end; i++)
    choosing->is_dropped[i] = TRUE;
  if (first < n && count_letters (choosing, title_end, first) < all * MAX_HEAD_SHARE)
    for (guint i = title_end; i < first; i++)
      choosing->is_dropped[i] |=
          is_furniture (choosing, i) &&
          !(i + 1 == first && get_block (choosing, i)->kind == DTL_PARAGRAPH_HEADING);
  if (second - first <= MAX_LINES_BELOW_DECK)
    for (guint i = first + 1; i < second && i < n; i++)
      choosing->is_dropped[i] |= get_block (choosing, i)->kind == DTL_PARAGRAPH_TEXT &&
                                 get_block (choosing, i)->n_words <= 8 &&
                                 get_block (choosing, i)->n_sentences == 0;
}

/* --- lists of links --- */

/* Whether a list is one of links: "See also". A list in which some items are
 * links is text. */
static void
drop_linked_lists (Choosing *choosing)
{
  guint n = choosing->blocks->len;

  for (guint i = 0; i < n;)
    {
      guint n_letters = 0, n_link_letters = 0, end = i;

      while (end < n &&
             get_block (choosing, end)->kind == get_block (choosing, i)->kind &&
             get_block (choosing, end)->kind == DTL_PARAGRAPH_LIST_ITEM)
        {
          n_letters += get_block (choosing, end)->n_letters;
          n_link_letters += get_block (choosing, end)->n_link_letters;
          end++;
        }
      if (end == i)
        {
          if (is_linked (get_block (choosing, i)) &&
              get_block (choosing, i)->kind != DTL_PARAGRAPH_HEADING)
            choosing->is_dropped[i] = TRUE;
          i++;
          continue;
        }
      for (; i < end; i++)
        if (n_link_letters > n_letters * MAX_LINK_SHARE)
          choosing->is_dropped[i] = TRUE;
    }
}

/* --- teasers --- */

static gboolean
is_linked_heading (const DtlBlock *block)
{
  return is_linked (block) && (block->kind == DTL_PARAGRAPH_HEADING ||
                               block->n_words <= MAX_TEASER_HEAD_WORDS);
}

static gboolean
is_teaser_line (const DtlBlock *block)
{
  return block->kind != DTL_PARAGRAPH_HEADING && block->n_words <= MAX_TEASER_WORDS;
}

/* The row of teasers that begins at block @i: where it ends, and how many. */
static guint
measure_teasers (const Choosing *choosing, guint i, guint *ret_count)
{
  guint end = i, n_below = 0;

  *ret_count = 0;
  for (guint at = i; at < choosing->blocks->len && n_below <= MAX_TEASER_LINES; at++)
    if (is_linked_heading (get_block (choosing, at)))
      {
        ++*ret_count;
        n_below = 0;
        end = at + 1;
      }
    else if (at == i || !is_teaser_line (get_block (choosing, at)))
      break;
    else
      n_below++;
  /* Of what is below the last one, a line is its own. */
  if (end > i && end < choosing->blocks->len &&
      is_teaser_line (get_block (choosing, end)))
    end++;
  return end;
}

static guint
find_last_prose (const Choosing *choosing)
{
  guint last = 0;

  for (guint i = 0; i < choosing->blocks->len; i++)
    if (!choosing->is_dropped[i] && is_prose (get_block (choosing, i)))
      last = i;
  return last;
}

/* Drops headings that are links and the few words below each, where there are
 * several of them in a row, below the text and not much of it: other articles.
 * Within a text they are its own. */
static void
drop_teasers (Choosing *choosing)
{
  guint all = count_letters (choosing, 0, choosing->blocks->len);
  guint last_prose = find_last_prose (choosing);

  for (guint i = 0; i < choosing->blocks->len; i++)
    {
      guint count, end = measure_teasers (choosing, i, &count);

      if (count >= MIN_TEASERS && last_prose < end &&
          count_letters (choosing, i, end) <= all * MAX_TEASER_SHARE)
        for (guint k = i; k < end; k++)
          choosing->is_dropped[k] = TRUE;
      i = MAX (i + 1, end) - 1;
    }
}

/* --- what is appended to a text --- */

/* Beginnings of headings, folded. */
static const char *const appendix_heads[] = {
  "related",
  "morefrom",
  "moreon",
  "mostpopular",
  "mostread",
  "popular",
  "trending",
  "latest",
  "ourlatest",
  "readmore",
  "readnext",
  "alsoread",
  "youmayalso",
  "youmightalso",
  "recommended",
  "sharethis",
  "share",
  "tags",
  "tagged",
  "comments",
  "leaveacomment",
  "leaveareply",
  "abouttheauthor",
  "aboutauthor",
  "contacttheauthor",
  "newsletter",
  "signup",
  "subscribe",
  "upnext",
  "next",
  "followus",
  "explorefurther",
  "morestories",
  "moretoread",
  "references",
  "sources",
  "tophits",
  "topstories",
  "getthelatest",
  "advertisement",
  "likethis",
  "filedunder",
  "currentissue",
  "promoted",
  "sponsored",
  "tableofcontents",
  "onthispage",
  "inthisarticle",
  "jumpto",
  "backtothetop",
  "inhaltsverzeichnis",
  "mehrzumthema",
  "mehrzu",
  "auchinteressant",
  "daskönnte",
  "weitereartikel",
  "ähnliche",
  "meistgelesen",
  "kommentare",
  "schlagwörter",
  "themen",
  "lesensieauch",
  "verwandte",
  "teilen",
  "surlemêmesujet",
  "àlireaussi",
  "articlesliés",
  "lireaussi",
  "commentaires",
  "artículosrelacionados",
  "noticiasrelacionadas",
  "tepuedeinteresar",
  "comentarios",
  "leiatambém",
  "leggianche",
  "potrebbeinteressarti",
  "leesook",
  "bacajuga",
  "artikelterkait",
  "beritaterkait",
  "関連記事",
  "関連",
  "相关阅读",
  "相关新闻",
};

static gboolean
is_appendix_heading (const char *text)
{
  g_autofree char *folded = dtl_page_facts_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (appendix_heads); i++)
    if (g_str_has_prefix (folded, appendix_heads[i]))
      return TRUE;
  return FALSE;
}

/* The smallest part round a heading that holds more than the heading. */
static int
find_part (const Choosing *choosing, const DtlBlock *head)
{
  const DtlPageNode *nodes = choosing->page->nodes;
  int part = head->element;

  while (part > 0 && nodes[part].end <= head->end)
    part = nodes[part].parent;
  return part;
}

static gboolean
has_prose_before (const Choosing *choosing, int part, guint i)
{
  guint last = i > MAX_LINES_BACK ? i - MAX_LINES_BACK : 0;

  while (i > last && get_block (choosing, i - 1)->first >= part)
    if (is_prose (get_block (choosing, --i)))
      return TRUE;
  return FALSE;
}

/* Where the appendix that begins at block @i ends. A part of its own is one as
 * a whole; among the paragraphs of the text it lasts to the next heading of its
 * level, or, where it is no heading itself, to the next paragraph. */
static guint
find_appendix_end (const Choosing *choosing, guint i)
{
  const DtlBlock *head = get_block (choosing, i);
  int part = find_part (choosing, head);
  gboolean is_inside = has_prose_before (choosing, part, i);
  guint end = i + 1;

  for (; end < choosing->blocks->len; end++)
    {
      const DtlBlock *block = get_block (choosing, end);

      if (block->first >= choosing->page->nodes[part].end ||
          (head->kind == DTL_PARAGRAPH_HEADING && block->kind == DTL_PARAGRAPH_HEADING &&
           block->level <= head->level) ||
          (is_inside && head->kind != DTL_PARAGRAPH_HEADING && is_prose (block)))
        break;
    }
  return end;
}

static void
drop_appendices (Choosing *choosing)
{
  guint all = count_letters (choosing, 0, choosing->blocks->len), n_found = 0;

  for (guint i = 0; i < choosing->blocks->len && n_found < MAX_APPENDICES; i++)
    {
      const DtlBlock *block = get_block (choosing, i);
      g_autofree char *text = NULL;
      guint end;

      if (choosing->is_dropped[i] || block->n_words > MAX_APPENDIX_HEADING_WORDS ||
          block->n_sentences > 1)
        continue;
      text = dup_text (choosing, i);
      if (text == NULL || !is_appendix_heading (text))
        continue;
      n_found++;
      end = find_appendix_end (choosing, i);
      if (count_letters (choosing, i, end) > all * MAX_APPENDIX_SHARE)
        end = i + 1;
      for (guint k = i; k < end; k++)
        choosing->is_dropped[k] = TRUE;
    }
}

/* --- captions, and what a page says twice --- */

/* "Photo: Agency", without a word about what is to be seen. */
static gboolean
is_credit (const DtlBlock *block)
{
  return block->kind == DTL_PARAGRAPH_CAPTION &&
         (block->n_words < 5 || block->n_sentences == 0);
}

static void
drop_credits_and_repeats (Choosing *choosing)
{
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < choosing->blocks->len; i++)
    {
      if (choosing->is_dropped[i])
        continue;
      if (is_credit (get_block (choosing, i)))
        choosing->is_dropped[i] = TRUE;
      else if (get_block (choosing, i)->n_words >= MIN_REPEATED_WORDS)
        choosing->is_dropped[i] = !g_hash_table_add (seen, dup_text (choosing, i));
    }
}

/* --- below the text --- */

/* A sentence, or part of a list or a table: these may end a text. */
static gboolean
may_be_last (const DtlBlock *block)
{
  return is_prose (block) || block->kind == DTL_PARAGRAPH_LIST_ITEM ||
         block->kind == DTL_PARAGRAPH_TABLE_ROW ||
         (block->n_words >= 4 && block->n_sentences > 0 &&
          block->kind != DTL_PARAGRAPH_HEADING);
}

/* Lines behind the last sentence, where they are not much of the text. */
static void
drop_tail (Choosing *choosing)
{
  guint n = choosing->blocks->len, end = n;

  while (end > 0 &&
         (choosing->is_dropped[end - 1] || !may_be_last (get_block (choosing, end - 1))))
    end--;
  if (count_letters (choosing, end, n) <= count_letters (choosing, 0, n) * MAX_TAIL_SHARE)
    for (guint i = end; i < n; i++)
      choosing->is_dropped[i] = TRUE;
}

static void
remove_dropped (Choosing *choosing)
{
  guint n = 0;

  for (guint i = 0; i < choosing->blocks->len; i++)
    if (!choosing->is_dropped[i])
      g_array_index (choosing->blocks, DtlBlock, n++) = *get_block (choosing, i);
  g_array_set_size (choosing->blocks, n);
}

void
dtl_main_blocks_choose (DtlPage *page, GArray *blocks, int root, int title_node)
{
  g_autofree guint8 *is_dropped = g_new0 (guint8, blocks->len + 1);
  Choosing choosing = { page, blocks, is_dropped };

  drop_outside (&choosing, root, title_node);
  drop_head (&choosing, title_node);
  drop_teasers (&choosing);
  drop_linked_lists (&choosing);
  drop_appendices (&choosing);
  drop_credits_and_repeats (&choosing);
  drop_tail (&choosing);
  remove_dropped (&choosing);
}
