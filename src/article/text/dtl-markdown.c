#include "article/text/dtl-markdown.h"

#include "article/dtl-clean-text.h"
#include "article/dtl-encoding.h"
#include "article/dtl-language.h"
#include "article/text/dtl-front-matter.h"
#include "article/text/dtl-markdown-blocks.h"
#include "article/text/dtl-text-line.h"

#include <string.h>

/* Lines below the title that may tell who wrote it, and when. */
#define MAX_HEAD_LINES 3

typedef struct {
  DtlArticleBuilder *builder;
  gboolean has_title;
  gboolean has_byline;
  gboolean has_published;
  gboolean is_title_shown; /* as a heading, which is no part of the text */
  guint n_paragraphs;
  guint n_head_lines;
} Reading;

static void
set (Reading *reading, DtlArticleField field, const char *value, const char *carrier)
{
  if (value != NULL)
    dtl_article_builder_set (reading->builder, field, value, carrier, 0.95);
}

/* --- the head --- */

static gsize
read_front_matter (Reading *reading, const char *text, gsize length, char **ret_language)
{
  g_auto (DtlFrontMatter) matter = { 0 };
  gsize n = dtl_front_matter_read (text, length, &matter);

  set (reading, DTL_ARTICLE_TITLE, matter.title, "front matter");
  set (reading, DTL_ARTICLE_BYLINE, matter.byline, "front matter");
  set (reading, DTL_ARTICLE_PUBLISHED, matter.published, "front matter");
  set (reading, DTL_ARTICLE_MODIFIED, matter.modified, "front matter");
  reading->has_title = matter.title != NULL;
  reading->has_byline = matter.byline != NULL;
  reading->has_published = matter.published != NULL;
  *ret_language = g_steal_pointer (&matter.language);
  return n;
}

/* The first heading, above all text: the title, or a repetition of it. */
static gboolean
read_title (Reading *reading, DtlParagraphKind kind, int level, const char *text)
{
  if (kind != DTL_PARAGRAPH_HEADING || reading->n_paragraphs > 0 ||
      reading->is_title_shown || (reading->has_title && level > 1))
    return FALSE;
  if (!reading->has_title)
    set (reading, DTL_ARTICLE_TITLE, text, "first heading");
  reading->has_title = reading->is_title_shown = TRUE;
  return TRUE;
}

/* "By Ada Orr", "3 May 2021": below the title, and nothing but that. */
static gboolean
read_head_line (Reading *reading, DtlParagraphKind kind, const char *text)
{
  g_auto (DtlTextLine) line = { 0 };
  g_autofree char *published = NULL;

  if (kind != DTL_PARAGRAPH_TEXT || reading->n_paragraphs > 0 ||
      reading->n_head_lines++ >= MAX_HEAD_LINES || !reading->is_title_shown ||
      !dtl_text_line_read (text, strlen (text), &line))
    return FALSE;
  if (line.byline != NULL && !reading->has_byline)
    set (reading, DTL_ARTICLE_BYLINE, line.byline, "byline");
  if (line.has_published && !reading->has_published)
    published = dtl_stamp_format (&line.published);
  set (reading, DTL_ARTICLE_PUBLISHED, published, "date line");
  reading->has_byline |= line.byline != NULL;
  reading->has_published |= line.has_published;
  return TRUE;
}

static void
on_paragraph (DtlParagraphKind kind,
              int level,
              const char *text,
              gsize length,
              gpointer data)
{
  Reading *reading = data;
  g_autofree char *clean = dtl_clean_text (text, (gssize) length);

  if (clean == NULL || read_title (reading, kind, level, clean) ||
      read_head_line (reading, kind, clean))
    return;
  reading->n_paragraphs++;
  dtl_article_builder_add_paragraph (reading->builder, kind, level, clean, -1);
}

gboolean
dtl_markdown_read (DtlArticleSink *sink,
                   const char *bytes,
                   gsize length,
                   GCancellable *cancellable,
                   GError **error)
{
  Reading reading = { .builder = dtl_article_sink_begin (sink, NULL) };
  g_autofree char *language = NULL;
  gsize n, n_head, n_read;
  g_autofree char *text = dtl_encoding_decode (bytes, length, NULL, &n);
  const char *read;

  n_head = read_front_matter (&reading, text, n, &language);
  dtl_markdown_split (text + n_head, n - n_head, on_paragraph, &reading);
  read = dtl_article_builder_get_text (reading.builder, &n_read);
  dtl_language_set (reading.builder, read, n_read, language, sink->options->language);
  dtl_article_sink_end (sink, reading.builder);
  return TRUE;
}

/* --- is it? --- */

static gboolean
has_line_with (const char *text, const char *end, const char *beginning)
{
  gsize n = strlen (beginning);

  for (const char *line = text; line != NULL && (gsize) (end - line) > n;)
    {
      if (memcmp (line, beginning, n) == 0)
        return TRUE;
      line = memchr (line, '\n', (gsize) (end - line));
      line = line != NULL ? line + 1 : NULL;
    }
  return FALSE;
}

gboolean
dtl_markdown_looks_like (const char *text, gsize length)
{
  g_auto (DtlFrontMatter) matter = { 0 };
  const char *end = text + length;
  int n = has_line_with (text, end, "# ") || has_line_with (text, end, "## ");

  if (length > 0 && dtl_front_matter_read (text, length, &matter) > 0 &&
      matter.title != NULL)
    return TRUE;
  n += g_strstr_len (text, (gssize) length, "](http") != NULL;
  n += g_strstr_len (text, (gssize) length, "**") != NULL;
  n += has_line_with (text, end, "```");
  n += has_line_with (text, end, "|--") || has_line_with (text, end, "| --");
  return n >= 2;
}
