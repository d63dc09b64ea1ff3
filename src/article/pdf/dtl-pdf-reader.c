#include "config.h"

#include "article/pdf/dtl-pdf-reader.h"

#include "article/dtl-clean-text.h"
#include "article/packed/dtl-document-facts.h"
#include "article/pdf/dtl-printed-lines.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <string.h>

#define MAX_PAGES 5000
#define MAX_TEXT_BYTES (32 * 1024 * 1024)

/* --- pages to lines --- */

/* What a page has for each character of its text. */
typedef struct {
  const char *text;
  PopplerRectangle *places;
  guint n_places;
  GList *attributes, *current; /* PopplerTextAttributes, by ranges */
} Page;

static gboolean
page_load (Page *page, PopplerPage *poppler, char **ret_text)
{
  *ret_text = poppler_page_get_text (poppler);
  *page = (Page){ .text = *ret_text };
  if (*ret_text == NULL ||
      !poppler_page_get_text_layout (poppler, &page->places, &page->n_places))
    return FALSE;
  page->attributes = poppler_page_get_text_attributes (poppler);
  page->current = page->attributes;
  return TRUE;
}

static void
page_clear (Page *page)
{
  g_free (page->places);
  poppler_page_free_text_attributes (page->attributes);
}

/* Of character @i; ranges are asked for in their order. */
static const PopplerTextAttributes *
get_attributes (Page *page, guint i)
{
  while (page->current != NULL)
    {
      const PopplerTextAttributes *attributes = page->current->data;

      if ((guint) attributes->end_index >= i)
        return attributes;
      page->current = page->current->next;
    }
  return NULL;
}

static gboolean
is_bold (const PopplerTextAttributes *attributes)
{
  return attributes != NULL && attributes->font_name != NULL &&
         (strstr (attributes->font_name, "Bold") != NULL ||
          strstr (attributes->font_name, "bold") != NULL ||
          strstr (attributes->font_name, "Black") != NULL);
}

/* A line of the page: characters @first to @end. */
static void
add_line (Page *page,
          guint number,
          const char *text,
          guint first,
          guint end,
          GArray *lines)
{
  const char *stop = g_utf8_offset_to_pointer (text, (glong) (end - first));
  const PopplerTextAttributes *attributes = get_attributes (page, first);
  DtlPrintedLine line = { .page = number };

  if (first >= page->n_places || end == first)
    return;
  line.text = dtl_clean_text (text, stop - text);
  if (line.text == NULL)
    return;
  end = MIN (end, page->n_places);
  line.left = page->places[first].x1;
  line.right = page->places[end - 1].x2;
  line.top = page->places[first].y1;
  line.bottom = page->places[first].y2;
  line.size = attributes != NULL && attributes->font_size > 0
                  ? attributes->font_size
                  : MAX (line.bottom - line.top, 1);
  line.is_bold = is_bold (attributes);
  g_array_append_val (lines, line);
}

static void
add_lines (Page *page, guint number, GArray *lines)
{
  const char *text = page->text;
  guint first = 0, i = 0;

  for (const char *at = text;; at = g_utf8_next_char (at), i++)
    if (*at == '\n' || *at == '\0')
      {
        add_line (page, number, text, first, i, lines);
        if (*at == '\0')
          return;
        text = at + 1;
        first = i + 1;
      }
}

/* Returns the bytes of the page's text. */
static gsize
read_page (PopplerDocument *document, int number, GArray *lines)
{
  PopplerPage *poppler = poppler_document_get_page (document, number);
  g_autofree char *text = NULL;
  Page page = { 0 };

  if (poppler == NULL)
    return 0;
  if (page_load (&page, poppler, &text))
    add_lines (&page, (guint) number, lines);
  page_clear (&page);
  g_object_unref (poppler);
  return text != NULL ? strlen (text) : 0;
}

static gboolean
read_pages (PopplerDocument *document,
            GArray *lines,
            GCancellable *cancellable,
            GError **error)
{
  int n = MIN (poppler_document_get_n_pages (document), MAX_PAGES);
  gsize length = 0;

  for (int i = 0; i < n && length < MAX_TEXT_BYTES; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      length += read_page (document, i, lines);
    }
  return TRUE;
}

/* --- what it says of itself --- */

/* A date without its zone is one in no zone that we know. */
static char *
format_date (GDateTime *date)
{
  char *text = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  if (date != NULL)
    g_date_time_unref (date);
  return text;
}

static void
read_facts (PopplerDocument *document, DtlDocumentFacts *facts)
{
  facts->title = poppler_document_get_title (document);
  facts->author = poppler_document_get_author (document);
  facts->published = format_date (poppler_document_get_creation_date_time (document));
  facts->modified = format_date (poppler_document_get_modification_date_time (document));
}

/* --- opening --- */

static void
explain (const GError *problem, GError **error)
{
  if (g_error_matches (problem, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_UNSUPPORTED,
                 _ ("it is locked with a password; save a copy without one"));
  else
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_BROKEN,
                 _ ("this PDF document is damaged"));
}

static PopplerDocument *
open_document (const char *bytes, gsize length, GError **error)
{
  g_autoptr (GBytes) lent = g_bytes_new_static (bytes, length);
  g_autoptr (GError) problem = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (lent, NULL, &problem);

  if (document == NULL)
    explain (problem, error);
  return document;
}

static gboolean
check_lines (const GArray *lines, GError **error)
{
  if (lines->len > 0)
    return TRUE;
  g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_NO_TEXT,
               _ ("this PDF document has only pictures of pages, no text; a program for "
                  "text recognition (OCR) can add it"));
  return FALSE;
}

static gboolean
read_document (DtlArticleSink *sink,
               PopplerDocument *document,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GArray) lines = dtl_printed_lines_new ();
  g_auto (DtlDocumentFacts) facts = { 0 };
  DtlArticleBuilder *builder;

  if (!read_pages (document, lines, cancellable, error) || !check_lines (lines, error))
    return FALSE;
  read_facts (document, &facts);
  builder = dtl_article_sink_begin (sink, NULL);
  dtl_printed_lines_add_to (lines, builder);
  dtl_document_facts_apply (&facts, sink->options->language, builder);
  dtl_article_sink_end (sink, builder);
  return TRUE;
}

gboolean
dtl_pdf_read (DtlArticleSink *sink,
              const char *bytes,
              gsize length,
              GCancellable *cancellable,
              GError **error)
{
  PopplerDocument *document = open_document (bytes, length, error);
  gboolean done = document != NULL && read_document (sink, document, cancellable, error);

  g_clear_object (&document);
  return done;
}
