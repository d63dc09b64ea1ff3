#include "config.h"

#include "article/text/dtl-text-reader.h"

#include "article/dtl-clean-text.h"
#include "article/dtl-language.h"
#include "article/text/dtl-text-blocks.h"
#include "article/text/dtl-text-line.h"

#include <string.h>

/* Paragraphs that may belong to the head of a text. */
#define MAX_HEADER_PARAGRAPHS 8
#define MAX_TITLE_BYTES 300
#define MAX_DECK_BYTES 400
#define MAX_HEADING_BYTES 90
#define MIN_PROSE_BYTES 120

typedef struct {
  const char *text;
  DtlParagraph *paragraphs;
  guint n;
  DtlArticleBuilder *builder;
  gboolean has_byline, has_published, has_modified;
} Reading;

static const char *
get_start (const Reading *reading, guint i)
{
  return reading->text + reading->paragraphs[i].start;
}

static gsize
get_length (const Reading *reading, guint i)
{
  return reading->paragraphs[i].end - reading->paragraphs[i].start;
}

static gboolean
ends_with_any_of (const char *start, gsize length, const char *const *endings)
{
  for (gsize i = 0; endings[i] != NULL; i++)
    {
      gsize n = strlen (endings[i]);

      if (length >= n && memcmp (start + length - n, endings[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Ends as a sentence does; a question may be a title as well. */
static gboolean
ends_like_prose (const char *start, gsize length)
{
  static const char *const stops[] = { ".",  ",",  ";",  ":", ".\"", ".”",
                                       ".’", ".)", "。", "।", NULL };

  return ends_with_any_of (start, length, stops);
}

static void
set_stamp (Reading *reading,
           DtlArticleField field,
           const DtlStamp *stamp,
           const char *carrier,
           double confidence)
{
  g_autofree char *value = dtl_stamp_format (stamp);

  dtl_article_builder_set (reading->builder, field, value, carrier, confidence);
}

/* --- the head --- */

static void
take_header_line (Reading *reading, guint i, const DtlTextLine *line)
{
  reading->paragraphs[i].kind = DTL_PARAGRAPH_FURNITURE;
  if (line->byline != NULL && !reading->has_byline)
    {
      dtl_article_builder_set (reading->builder, DTL_ARTICLE_BYLINE, line->byline,
                               "byline", 0.85);
      reading->has_byline = TRUE;
    }
  if (line->has_published && !reading->has_published)
    {
      set_stamp (reading, DTL_ARTICLE_PUBLISHED, &line->published, "date line", 0.95);
      reading->has_published = TRUE;
    }
  if (line->has_modified && !reading->has_modified)
    {
      set_stamp (reading, DTL_ARTICLE_MODIFIED, &line->modified, "date line", 0.95);
      reading->has_modified = TRUE;
    }
}

static gboolean
read_header_line (Reading *reading, guint i)
{
  g_auto (DtlTextLine) line = { 0 };

  if (i >= reading->n ||
      !dtl_text_line_read (get_start (reading, i), get_length (reading, i), &line))
    return FALSE;
  take_header_line (reading, i, &line);
  return TRUE;
}

static gboolean
is_header_line (const Reading *reading, guint i)
{
  return i < reading->n &&
         dtl_text_line_is_header (get_start (reading, i), get_length (reading, i));
}

/* A name on a line of its own, just above the date. */
static gboolean
read_name_line (Reading *reading, guint i)
{
  DtlTextLine line = { 0 };

  if (reading->has_byline || !is_header_line (reading, i + 1) ||
      !dtl_text_line_is_name (get_start (reading, i), get_length (reading, i)))
    return FALSE;
  line.byline = dtl_clean_text (get_start (reading, i), (gssize) get_length (reading, i));
  take_header_line (reading, i, &line);
  dtl_text_line_clear (&line);
  return TRUE;
}

/* A heading, or a short line that is no sentence, with text below it. Nothing
 * is called a title only because it comes first. */
static gboolean
is_title (const Reading *reading, guint i)
{
  const char *start = get_start (reading, i);
  gsize length = get_length (reading, i);

  if (i + 1 >= reading->n || length > MAX_TITLE_BYTES ||
      memchr (start, '\n', length) != NULL)
    return FALSE;
  if (reading->paragraphs[i].kind == DTL_PARAGRAPH_HEADING)
    return TRUE;
  if (reading->paragraphs[i].kind != DTL_PARAGRAPH_TEXT)
    return FALSE;
  if (is_header_line (reading, i + 1))
    return TRUE;
  return !ends_like_prose (start, length) &&
         !g_unichar_islower (g_utf8_get_char (start)) &&
         length < get_length (reading, i + 1) * 2;
}

static gboolean
read_title (Reading *reading, guint i)
{
  g_autofree char *title = NULL;

  if (!is_title (reading, i))
    return FALSE;
  title = dtl_clean_text (get_start (reading, i), (gssize) get_length (reading, i));
  if (title == NULL)
    return FALSE;
  reading->paragraphs[i].kind = DTL_PARAGRAPH_FURNITURE;
  dtl_article_builder_set (reading->builder, DTL_ARTICLE_TITLE, title, "first line",
                           0.85);
  return TRUE;
}

/* A sentence below the title that sums the text up; stays part of it. */
static gboolean
is_deck (const Reading *reading, guint i)
{
  return get_length (reading, i) <= MAX_DECK_BYTES && is_header_line (reading, i + 1);
}

/* Returns the first paragraph behind the head. */
static guint
read_head (Reading *reading)
{
  guint i = 0;

  while (i < MAX_HEADER_PARAGRAPHS && read_header_line (reading, i))
    i++;
  if (i < reading->n && read_title (reading, i))
    i++;
  else if (i == 0)
    return 0;
  for (guint n = 0; n < MAX_HEADER_PARAGRAPHS && i < reading->n; n++, i++)
    if (!read_header_line (reading, i) && !read_name_line (reading, i) &&
        !is_deck (reading, i))
      break;
  return i;
}

static void
read_dateline (Reading *reading, guint i)
{
  DtlStamp stamp;

  if (reading->has_published || i >= reading->n ||
      !dtl_text_line_read_dateline (get_start (reading, i), get_length (reading, i),
                                    &stamp))
    return;
  set_stamp (reading, DTL_ARTICLE_PUBLISHED, &stamp, "dateline", 0.9);
  reading->has_published = TRUE;
}

/* --- headings in the text --- */

static gboolean
is_prose (const Reading *reading, guint i)
{
  return i < reading->n && reading->paragraphs[i].kind == DTL_PARAGRAPH_TEXT &&
         get_length (reading, i) >= MIN_PROSE_BYTES;
}

static void
mark_headings (Reading *reading, guint from)
{
  for (guint i = from; i < reading->n; i++)
    {
      DtlParagraph *paragraph = &reading->paragraphs[i];
      const char *start = get_start (reading, i);
      gsize length = get_length (reading, i);

      if (paragraph->kind != DTL_PARAGRAPH_TEXT || length > MAX_HEADING_BYTES ||
          ends_like_prose (start, length) ||
          !g_unichar_isupper (g_utf8_get_char (start)) || !is_prose (reading, i + 1) ||
          (i > from && !is_prose (reading, i - 1)))
        continue;
      paragraph->kind = DTL_PARAGRAPH_HEADING;
      paragraph->level = 2;
    }
}

static void
add_paragraphs (const Reading *reading)
{
  for (guint i = 0; i < reading->n; i++)
    dtl_article_builder_add_paragraph (reading->builder, reading->paragraphs[i].kind,
                                       reading->paragraphs[i].level,
                                       get_start (reading, i),
                                       (gssize) get_length (reading, i));
}

void
dtl_text_read (DtlArticleBuilder *builder,
               char *text,
               gsize length,
               gboolean keep,
               const char *language)
{
  g_autoptr (GArray) paragraphs = dtl_text_blocks_split (text, length);
  Reading reading = { .text = text,
                      .paragraphs = (DtlParagraph *) (gpointer) paragraphs->data,
                      .n = paragraphs->len,
                      .builder = builder };
  guint body = read_head (&reading);

  read_dateline (&reading, body);
  mark_headings (&reading, body);
  dtl_language_set (builder, text, length, NULL, language);
  if (keep)
    {
      dtl_article_builder_take_text (builder, text, length, reading.paragraphs,
                                     reading.n);
      return;
    }
  add_paragraphs (&reading);
  g_free (text);
}
