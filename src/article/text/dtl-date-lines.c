#include "config.h"

#include "article/text/dtl-date-lines.h"

#include "article/dtl-date-names.h"
#include "article/dtl-written-date.h"

#include <string.h>

/* How often such a line named the right day, on 1,964 pages whose day is known. */
#define RIGHT_NAMED_ELEMENT 0.84
#define RIGHT_LABELLED 0.88
#define RIGHT_NEAR_TITLE 0.75
#define RIGHT_AMBIGUOUS 0.60
#define RIGHT_LABELLED_ELSEWHERE 0.80
#define RIGHT_NAMED_ELSEWHERE 0.72

/* A line with more words than this is a sentence, no date line. */
#define MAX_DATE_LINE_WORDS 30
#define MAX_LONE_DATE_WORDS 6
/* A label that stands in a line of its own, and what may be before the date then:
 * white space. */
#define MAX_LABEL_WORDS 3

typedef enum {
  LABEL_NONE,
  LABEL_PUBLISHED,
  LABEL_MODIFIED,
} Label;

/* The label before a date: the last word of either kind in @text. */
static Label
find_label (const char *text, gsize length)
{
  static const char *const published[] = {
    "publish",    "posted",       "released",  "issued",       "veröffentlicht",
    "erschienen", "gepostet",     "publié",    "mis en ligne", "publicado",
    "pubblicato", "gepubliceerd", "geplaatst", "diterbitkan",  "publicerad",
    "publisert",  "udgivet",      "julkaistu", "opublikowan",  "публикован",
    "yayınlan",   "公開",         "公表",      "掲載",         "発表",
    "发布",       "發布",         NULL
  };
  static const char *const modified[] = {
    "updat",      "modified",   "edited",     "reviewed",  "revised",    "aktualisiert",
    "geändert",   "mis à jour", "actualizad", "aggiornat", "atualizado", "bijgewerkt",
    "diperbarui", "uppdaterad", "oppdatert",  "opdateret", "päivitetty", "zaktualizowan",
    "aktualizac", "обновлен",   "güncellen",  "更新",      "修改",       NULL
  };
  g_autofree char *head = g_strndup (text, length);

  if (dtl_date_contains_any_of (head, modified))
    return LABEL_MODIFIED;
  return dtl_date_contains_any_of (head, published) ? LABEL_PUBLISHED : LABEL_NONE;
}

/* How often such a line is right; 0 where it says nothing of the article. */
static double
rate_line (const DtlDateGathering *gathering,
           const DtlBlock *block,
           gboolean is_ambiguous,
           Label label)
{
  const DtlPage *page = gathering->facts->page;
  gboolean is_near = dtl_page_facts_is_near_title (gathering->facts, block->first);
  gboolean is_named = dtl_date_has_name_like (page, page->nodes[block->first].parent,
                                              dtl_date_names_date);

  if (!is_near && page->nodes[block->element].is_aside)
    return 0;
  if (is_ambiguous && !gathering->is_order_sure)
    return is_near ? RIGHT_AMBIGUOUS : 0;
  if (label == LABEL_PUBLISHED)
    return is_near ? RIGHT_LABELLED : RIGHT_LABELLED_ELSEWHERE;
  if (is_named)
    return is_near ? RIGHT_NAMED_ELEMENT : RIGHT_NAMED_ELSEWHERE;
  /* Among the sentences a date may be of anything, unless it stands alone. */
  if (is_near &&
      ((block->n_words <= MAX_LONE_DATE_WORDS && block->kind == DTL_PARAGRAPH_TEXT) ||
       dtl_page_facts_is_above_text (gathering->facts, block->first)))
    return RIGHT_NEAR_TITLE;
  return 0;
}

/* A line that is hardly more than a date, between the title and the text. */
static gboolean
is_below_title (const DtlDateGathering *gathering, const DtlBlock *block)
{
  return block->kind == DTL_PARAGRAPH_TEXT && block->n_words <= MAX_LONE_DATE_WORDS &&
         block->first > gathering->facts->title_node &&
         dtl_page_facts_is_near_title (gathering->facts, block->first) &&
         dtl_page_facts_is_above_text (gathering->facts, block->first);
}

static void
add_written (DtlDateGathering *gathering,
             const DtlBlock *block,
             const DtlWrittenDate *date,
             Label label)
{
  const DtlPage *page = gathering->facts->page;
  double right = rate_line (gathering, block, date->is_ambiguous, label);

  if (right == 0)
    return;
  gathering->n_shown++;
  if (label == LABEL_NONE &&
      dtl_date_has_name_like (page, page->nodes[block->first].parent,
                              dtl_date_names_only_change))
    label = LABEL_MODIFIED;
  if (label == LABEL_MODIFIED)
    dtl_date_vote_add_modified (gathering->vote, &date->stamp, "written date",
                                dtl_page_facts_is_near_title (gathering->facts,
                                                              block->first));
  else if (is_below_title (gathering, block))
    dtl_date_vote_add_shown (gathering->vote, &date->stamp, "written date", right);
  else
    dtl_date_vote_add (gathering->vote, &date->stamp, "written date", right);
}

static gboolean
is_blank (const char *text, gsize length)
{
  return strspn (text, " \t\n\r") >= length;
}

/* "Last updated:" in an element of its own before the date's. */
static Label
find_label_above (const DtlDateGathering *gathering, guint i)
{
  const GArray *blocks = gathering->facts->blocks;
  const DtlBlock *above = i > 0 ? &g_array_index (blocks, DtlBlock, i - 1) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (above == NULL || above->n_words > MAX_LABEL_WORDS ||
      above->kind == DTL_PARAGRAPH_HEADING)
    return LABEL_NONE;
  dtl_block_append_text (gathering->facts->page, above, text);
  return find_label (text->str, text->len);
}

static void
gather_line (DtlDateGathering *gathering, guint i)
{
  const DtlPage *page = gathering->facts->page;
  const DtlBlock *block = &g_array_index (gathering->facts->blocks, DtlBlock, i);
  g_autoptr (GString) text = g_string_new (NULL);
  DtlWrittenDate date;
  gsize from = 0;

  dtl_block_append_text (page, block, text);
  while (gathering->n_shown < DTL_MAX_SHOWN_DATES &&
         dtl_written_date_find (text->str, text->len, from, gathering->order, &date))
    {
      Label label = find_label (text->str + from, date.start - from);

      if (label == LABEL_NONE && from == 0 && is_blank (text->str, date.start))
        label = find_label_above (gathering, i);
      from = date.end;
      if (date.stamp.precision >= DTL_PRECISION_DAY &&
          !dtl_date_gathering_is_filler (&date.stamp))
        add_written (gathering, block, &date, label);
    }
}

void
dtl_date_lines_gather (DtlDateGathering *gathering)
{
  const GArray *blocks = gathering->facts->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const DtlBlock *block = &g_array_index (blocks, DtlBlock, i);

      if (block->n_words <= MAX_DATE_LINE_WORDS)
        gather_line (gathering, i);
    }
}
