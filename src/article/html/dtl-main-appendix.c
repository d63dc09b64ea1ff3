#include "config.h"

#include "article/html/dtl-main-appendix.h"

#include "article/html/dtl-page-facts.h"

#include <string.h>

/* What follows "Related" may have this much of the text; more is the text. */
#define MAX_APPENDIX_SHARE 0.4
#define MAX_APPENDIX_HEADING_WORDS 8
#define MAX_APPENDICES 100
/* How far up is looked for the text that an appendix stands in. */
#define MAX_LINES_BACK 200
/* A teaser is a linked heading with a line or two of a few words. */
#define MIN_TEASERS 3
#define MAX_TEASER_SHARE 0.3
#define MAX_TEASER_HEAD_WORDS 25
#define MAX_TEASER_LINES 2
#define MAX_TEASER_WORDS 60

/* --- teasers --- */

static gboolean
is_linked_heading (const DtlBlock *block)
{
  return dtl_block_is_linked (block) && (block->kind == DTL_PARAGRAPH_HEADING ||
                                         block->n_words <= MAX_TEASER_HEAD_WORDS);
}

static gboolean
is_teaser_line (const DtlBlock *block)
{
  return block->kind != DTL_PARAGRAPH_HEADING && block->n_words <= MAX_TEASER_WORDS;
}

/* The row of teasers that begins at block @i: where it ends, and how many. */
static guint
measure_teasers (const DtlMainChoice *choice, guint i, guint *ret_count)
{
  guint end = i, n_below = 0;

  *ret_count = 0;
  for (guint at = i; at < choice->blocks->len && n_below <= MAX_TEASER_LINES; at++)
    if (is_linked_heading (dtl_main_choice_get (choice, at)))
      {
        ++*ret_count;
        n_below = 0;
        end = at + 1;
      }
    else if (at == i || !is_teaser_line (dtl_main_choice_get (choice, at)))
      break;
    else
      n_below++;
  /* Of what is below the last one, a line is its own. */
  if (end > i && end < choice->blocks->len &&
      is_teaser_line (dtl_main_choice_get (choice, end)))
    end++;
  return end;
}

static guint
find_last_prose (const DtlMainChoice *choice)
{
  guint last = 0;

  for (guint i = 0; i < choice->blocks->len; i++)
    if (!choice->is_dropped[i] && dtl_block_is_prose (dtl_main_choice_get (choice, i)))
      last = i;
  return last;
}

/* Drops headings that are links and the few words below each, where there are
 * several of them in a row, below the text and not much of it: other articles.
 * Within a text they are its own. */
void
dtl_main_appendix_drop_teasers (DtlMainChoice *choice)
{
  guint all = dtl_main_choice_count_letters (choice, 0, choice->blocks->len);
  guint last_prose = find_last_prose (choice);

  for (guint i = 0; i < choice->blocks->len; i++)
    {
      guint count, end = measure_teasers (choice, i, &count);

      if (count >= MIN_TEASERS && last_prose < end &&
          dtl_main_choice_count_letters (choice, i, end) <= all * MAX_TEASER_SHARE)
        dtl_main_choice_drop (choice, i, end);
      i = MAX (i + 1, end) - 1;
    }
}

/* --- what is appended to a text --- */

/* Headings of appendices, folded, and beginnings of such. */
static const char *const whole_heads[] = {
  "advertisement", "comentarios", "commentaires", "comments",     "kommentare",
  "latest",        "newsletter",  "next",         "popular",      "promoted",
  "recommended",   "references",  "related",      "schlagwörter", "share",
  "sources",       "sponsored",   "subscribe",    "tagged",       "tags",
  "teilen",        "themen",      "trending",     "関連"
};
static const char *const beginnings[] = { "morefrom",
                                          "moreon",
                                          "mostpopular",
                                          "mostread",
                                          "ourlatest",
                                          "readmore",
                                          "readnext",
                                          "alsoread",
                                          "youmayalso",
                                          "youmightalso",
                                          "sharethis",
                                          "leaveacomment",
                                          "leaveareply",
                                          "abouttheauthor",
                                          "aboutauthor",
                                          "contacttheauthor",
                                          "signup",
                                          "upnext",
                                          "followus",
                                          "explorefurther",
                                          "morestories",
                                          "moretoread",
                                          "tophits",
                                          "topstories",
                                          "getthelatest",
                                          "likethis",
                                          "filedunder",
                                          "currentissue",
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
                                          "lesensieauch",
                                          "verwandte",
                                          "surlemêmesujet",
                                          "àlireaussi",
                                          "articlesliés",
                                          "lireaussi",
                                          "artículosrelacionados",
                                          "noticiasrelacionadas",
                                          "tepuedeinteresar",
                                          "leiatambém",
                                          "leggianche",
                                          "potrebbeinteressarti",
                                          "leesook",
                                          "bacajuga",
                                          "artikelterkait",
                                          "beritaterkait",
                                          "関連記事",
                                          "相关阅读",
                                          "相关新闻",
                                          "relatedarticle",
                                          "relatedstor",
                                          "relatedpost",
                                          "relatedtopic",
                                          "relatedlink",
                                          "relatednews",
                                          "relatedcontent",
                                          "relatedcoverage",
                                          "relatedreading",
                                          "relatedto",
                                          "recommendedfor",
                                          "recommendedreading",
                                          "recommendedstor",
                                          "subscribeto",
                                          "newslettersignup",
                                          "commentson",
                                          "sharethe",
                                          "latestnews",
                                          "latestposts",
                                          "latestarticles",
                                          "latestfrom",
                                          "lateststories",
                                          "popularstories",
                                          "popularposts",
                                          "populararticles",
                                          "popularnews",
                                          "trendingnow",
                                          "trendingstories",
                                          "nextarticle",
                                          "nextstory",
                                          "nextpost",
                                          "tagsfor" };

static gboolean
is_appendix_heading (const char *text)
{
  g_autofree char *folded = dtl_page_facts_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (whole_heads); i++)
    if (strcmp (folded, whole_heads[i]) == 0)
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (folded, beginnings[i]))
      return TRUE;
  return FALSE;
}

/* The smallest part round a heading that holds more than the heading. */
static int
find_part (const DtlMainChoice *choice, const DtlBlock *head)
{
  const DtlPageNode *nodes = choice->page->nodes;
  int part = head->element;

  while (part > 0 && nodes[part].end <= head->end)
    part = nodes[part].parent;
  return part;
}

static gboolean
has_prose_before (const DtlMainChoice *choice, int part, guint i)
{
  guint last = i > MAX_LINES_BACK ? i - MAX_LINES_BACK : 0;

  while (i > last && dtl_main_choice_get (choice, i - 1)->first >= part)
    if (dtl_block_is_prose (dtl_main_choice_get (choice, --i)))
      return TRUE;
  return FALSE;
}

/* Where the appendix that begins at block @i ends. A part of its own is one as
 * a whole; among the paragraphs of the text it lasts to the next heading of its
 * level, or, where it is no heading itself, to the next paragraph. */
static guint
find_appendix_end (const DtlMainChoice *choice, guint i)
{
  const DtlBlock *head = dtl_main_choice_get (choice, i);
  int part = find_part (choice, head);
  gboolean is_inside = has_prose_before (choice, part, i);
  guint end = i + 1;

  for (; end < choice->blocks->len; end++)
    {
      const DtlBlock *block = dtl_main_choice_get (choice, end);

      if (block->first >= choice->page->nodes[part].end ||
          (head->kind == DTL_PARAGRAPH_HEADING && block->kind == DTL_PARAGRAPH_HEADING &&
           block->level <= head->level) ||
          (is_inside && head->kind != DTL_PARAGRAPH_HEADING &&
           dtl_block_is_prose (block)))
        break;
    }
  return end;
}

void
dtl_main_appendix_drop_sections (DtlMainChoice *choice)
{
  guint all = dtl_main_choice_count_letters (choice, 0, choice->blocks->len), n_found = 0;

  for (guint i = 0; i < choice->blocks->len && n_found < MAX_APPENDICES; i++)
    {
      const DtlBlock *block = dtl_main_choice_get (choice, i);
      g_autofree char *text = NULL;
      guint end;

      if (choice->is_dropped[i] || block->n_words > MAX_APPENDIX_HEADING_WORDS ||
          block->n_sentences > 1)
        continue;
      text = dtl_main_choice_dup_text (choice, i);
      if (text == NULL || !is_appendix_heading (text))
        continue;
      n_found++;
      end = find_appendix_end (choice, i);
      if (dtl_main_choice_count_letters (choice, i, end) > all * MAX_APPENDIX_SHARE)
        end = i + 1;
      dtl_main_choice_drop (choice, i, end);
    }
}
