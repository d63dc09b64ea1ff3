#include "config.h"

#include "article/packed/dtl-document-facts.h"

#include "article/dtl-author-names.h"
#include "article/dtl-clean-text.h"
#include "article/dtl-language.h"
#include "article/html/dtl-page-facts.h"
#include "article/text/dtl-text-line.h"

#include <string.h>

/* Paragraphs that may be the head of a text. */
#define MAX_HEAD_PARAGRAPHS 6
#define MAX_TITLE_BYTES 300
#define CARRIER "document properties"

void
dtl_document_facts_clear (DtlDocumentFacts *facts)
{
  g_clear_pointer (&facts->title, g_free);
  g_clear_pointer (&facts->author, g_free);
  g_clear_pointer (&facts->language, g_free);
  g_clear_pointer (&facts->published, g_free);
  g_clear_pointer (&facts->modified, g_free);
}

void
dtl_document_facts_add_author (DtlDocumentFacts *facts, const char *name)
{
  char *before = facts->author;

  if (name == NULL || *name == '\0')
    return;
  facts->author =
      before != NULL ? g_strconcat (before, "; ", name, NULL) : g_strdup (name);
  g_free (before);
}

/* --- the head of the text --- */

typedef struct {
  char *title; /* what is shown as one */
  double title_confidence;
  DtlTextLine line; /* of all lines of the head together */
} Head;

static void
clear_head (Head *head)
{
  g_free (head->title);
  dtl_text_line_clear (&head->line);
}

static void
add_line (Head *head, DtlTextLine *line)
{
  if (head->line.byline == NULL)
    head->line.byline = g_steal_pointer (&line->byline);
  if (!head->line.has_published && line->has_published)
    {
      head->line.has_published = TRUE;
      head->line.published = line->published;
    }
  dtl_text_line_clear (line);
}

/* The title by its style, or a heading that begins the text. */
static gboolean
take_title (Head *head, DtlParagraph *paragraph, guint i, const char *text, gsize length)
{
  if (head->title != NULL || length > MAX_TITLE_BYTES ||
      (paragraph->kind != DTL_PARAGRAPH_FURNITURE &&
       (i > 0 || paragraph->kind != DTL_PARAGRAPH_HEADING)))
    return FALSE;
  head->title_confidence = paragraph->kind == DTL_PARAGRAPH_FURNITURE ? 0.95 : 0.8;
  head->title = g_strndup (text, length);
  paragraph->kind = DTL_PARAGRAPH_FURNITURE;
  paragraph->level = 0;
  return TRUE;
}

static void
read_head (DtlArticleBuilder *builder, Head *head)
{
  const char *text = dtl_article_builder_get_text (builder, NULL);
  guint n;
  DtlParagraph *paragraphs = dtl_article_builder_get_paragraphs (builder, &n);

  for (guint i = 0; i < MIN (n, MAX_HEAD_PARAGRAPHS); i++)
    {
      DtlParagraph *paragraph = &paragraphs[i];
      const char *start = text + paragraph->start;
      gsize length = paragraph->end - paragraph->start;
      DtlTextLine line = { 0 };

      if (take_title (head, paragraph, i, start, length) ||
          paragraph->kind != DTL_PARAGRAPH_TEXT)
        continue;
      if (dtl_text_line_read (start, length, &line))
        {
          paragraph->kind = DTL_PARAGRAPH_FURNITURE;
          add_line (head, &line);
        }
      else if (!head->line.has_published)
        head->line.has_published =
            dtl_text_line_read_dateline (start, length, &head->line.published);
    }
}

/* --- what to believe of the fields --- */

/* "Microsoft Word - report.doc", "Document1", "Untitled": nobody's title. */
static gboolean
is_made_by_program (const char *title)
{
  static const char *const heads[] = { "microsoft word -", "microsoft powerpoint -",
                                       "untitled",         "unbenannt",
                                       "document",         "dokument",
                                       "powerpoint",       "slide 1" };
  static const char *const tails[] = { ".doc",  ".docx", ".odt",  ".rtf", ".pdf",
                                       ".indd", ".qxd",  ".qxp",  ".tex", ".dvi",
                                       ".ps",   ".wpd",  ".html", ".txt", ".pmd" };
  g_autofree char *folded = g_utf8_strdown (title, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    if (g_str_has_suffix (folded, tails[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (folded, heads[i]) &&
        (i < 2 || strspn (folded + strlen (heads[i]), " 0123456789()-_") ==
                      strlen (folded + strlen (heads[i]))))
      return TRUE;
  return FALSE;
}

/* Title as a field has it; NULL where that says nothing. Caller frees. */
static char *
dup_title (const DtlDocumentFacts *facts)
{
  g_autofree char *title = dtl_clean_text (facts->title, -1);

  return title != NULL && !is_made_by_program (title) ? g_steal_pointer (&title) : NULL;
}

/* Whether the text begins with @title, whatever its case and signs. */
static gboolean
is_shown (DtlArticleBuilder *builder, const char *title)
{
  gsize length;
  const char *text = dtl_article_builder_get_text (builder, &length);
  gsize n = MIN (length, strlen (title) * 2 + 200);
  g_autofree char *start = g_utf8_make_valid (text, (gssize) n);
  g_autofree char *folded_start = dtl_page_facts_fold (start);
  g_autofree char *folded = dtl_page_facts_fold (title);

  return strstr (folded_start, folded) != NULL;
}

static void
set_title (const DtlDocumentFacts *facts, const Head *head, DtlArticleBuilder *builder)
{
  g_autofree char *title = dup_title (facts);

  if (title != NULL && is_shown (builder, title))
    dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, title, CARRIER, 0.95);
  else if (head->title != NULL && (title == NULL || head->title_confidence > 0.9))
    dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, head->title, "title shown",
                             head->title_confidence);
  else if (title != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, title, CARRIER, 0.7);
}

void
dtl_document_facts_set_byline (DtlArticleBuilder *builder,
                               const char *authors,
                               gboolean is_line,
                               const char *carrier)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (authors != NULL ? authors : "", ";", 32);
  g_autofree char *joined = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    dtl_author_names_add (names, parts[i], is_line ? DTL_AUTHOR_LINE : DTL_AUTHOR_FIELD,
                          NULL);
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  dtl_article_builder_set (builder, DTL_ARTICLE_BYLINE, joined, carrier,
                           is_line ? 0.9 : 0.7);
}

static void
set_byline (const DtlDocumentFacts *facts, const Head *head, DtlArticleBuilder *builder)
{
  if (head->line.byline != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_BYLINE, head->line.byline, "byline",
                             0.85);
  else
    dtl_document_facts_set_byline (builder, facts->author, FALSE, CARRIER);
}

/* A file that was made after it was changed is a copy, or a clock was wrong. */
static gboolean
is_in_order (const DtlDocumentFacts *facts)
{
  DtlStamp published, modified;

  return facts->published != NULL && dtl_stamp_parse (facts->published, &published) &&
         (facts->modified == NULL || !dtl_stamp_parse (facts->modified, &modified) ||
          dtl_stamp_compare_days (&published, &modified) <= 0);
}

static void
set_dates (const DtlDocumentFacts *facts, const Head *head, DtlArticleBuilder *builder)
{
  if (head->line.has_published)
    {
      g_autofree char *value = dtl_stamp_format (&head->line.published);

      dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, value, "date line", 0.9);
    }
  else if (is_in_order (facts))
    dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, facts->published, CARRIER,
                             0.6);
  if (facts->modified != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_MODIFIED, facts->modified, CARRIER,
                             0.6);
}

void
dtl_document_facts_apply (const DtlDocumentFacts *facts,
                          const char *language,
                          DtlArticleBuilder *builder)
{
  Head head = { 0 };
  gsize length;
  const char *text;

  read_head (builder, &head);
  set_title (facts, &head, builder);
  set_byline (facts, &head, builder);
  set_dates (facts, &head, builder);
  text = dtl_article_builder_get_text (builder, &length);
  dtl_language_set (builder, text, length, facts->language, language);
  clear_head (&head);
}
