#include "config.h"

#include "article/packed/dtl-epub-reader.h"

#include "article/dtl-encoding.h"
#include "article/html/dtl-html-fragment.h"
#include "article/html/dtl-xhtml.h"
#include "article/packed/dtl-epub-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A page with less is a picture with a name below it. */
#define MIN_CHAPTER_BYTES 40
#define CARRIER "book"

typedef struct {
  DtlArticleSink *sink;
  const DtlZip *zip;
  const DtlEpubBook *book;
  DtlArticleBuilder *builder; /* of the chapter being read, NULL before one */
  const DtlEpubChapter *chapter;
} Reading;

static DtlFragmentChoice
filter (const DtlPage *page, int node)
{
  static const char *const notes[] = { "footnote",    "footnotes",    "endnote",
                                       "endnotes",    "rearnote",     "rearnotes",
                                       "pagebreak",   "noteref",      "doc-footnote",
                                       "doc-endnote", "doc-endnotes", "doc-noteref" };
  const char *type = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_EPUB_TYPE);
  const char *role = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ROLE);

  if (type == NULL && role == NULL)
    return DTL_FRAGMENT_KEEP;
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    if (dtl_page_has_word (type, notes[i]) || dtl_page_has_word (role, notes[i]))
      return DTL_FRAGMENT_LEAVE_OUT;
  return DTL_FRAGMENT_KEEP;
}

/* --- what a chapter is called --- */

/* The heading that the chapter's text begins with. Caller frees. */
static char *
dup_first_heading (DtlArticleBuilder *builder)
{
  const char *text = dtl_article_builder_get_text (builder, NULL);
  guint n;
  const DtlParagraph *paragraphs = dtl_article_builder_get_paragraphs (builder, &n);

  if (n == 0 || paragraphs[0].kind != DTL_PARAGRAPH_HEADING)
    return NULL;
  return g_strndup (text + paragraphs[0].start, paragraphs[0].end - paragraphs[0].start);
}

static void
set_title (Reading *reading)
{
  const char *book = reading->book->facts.title;
  g_autofree char *heading = dup_first_heading (reading->builder);
  const char *chapter =
      reading->chapter->title != NULL ? reading->chapter->title : heading;
  g_autofree char *title = NULL;

  if (book != NULL && chapter != NULL && strcmp (book, chapter) != 0)
    title = g_strdup_printf ("%s: %s", book, chapter);
  else
    title = g_strdup (book != NULL ? book : chapter);
  if (title != NULL)
    dtl_article_builder_set (reading->builder, DTL_ARTICLE_TITLE, title, CARRIER, 0.9);
}

/* --- chapters --- */

static void
set_fields (Reading *reading)
{
  const DtlDocumentFacts *facts = &reading->book->facts;

  set_title (reading);
  dtl_document_facts_set_byline (reading->builder, facts->author, FALSE, CARRIER);
  if (facts->published != NULL)
    dtl_article_builder_set (reading->builder, DTL_ARTICLE_PUBLISHED, facts->published,
                             CARRIER, 0.8);
  if (facts->modified != NULL)
    dtl_article_builder_set (reading->builder, DTL_ARTICLE_MODIFIED, facts->modified,
                             CARRIER, 0.8);
  dtl_fragment_set_language (reading->builder, facts->language,
                             reading->sink->options->language);
}

/* Hands the chapter out, if it has text. */
static void
end_chapter (Reading *reading)
{
  gsize length;

  if (reading->builder == NULL)
    return;
  dtl_article_builder_get_text (reading->builder, &length);
  if (length < MIN_CHAPTER_BYTES)
    {
      g_clear_pointer (&reading->builder, dtl_article_builder_free);
      return;
    }
  set_fields (reading);
  dtl_article_sink_end (reading->sink, g_steal_pointer (&reading->builder));
}

/* Whether what was read last goes on: long chapters are cut into several parts,
 * of which the contents name the first. */
static gboolean
goes_on (const Reading *reading, const DtlEpubChapter *chapter)
{
  return reading->builder != NULL && chapter->title == NULL &&
         reading->chapter->title != NULL && reading->book->n_titles > 1;
}

static gboolean
read_chapter (Reading *reading,
              const DtlEpubChapter *chapter,
              GCancellable *cancellable,
              GError **error)
{
  gsize length, n;
  const char *bytes = dtl_zip_get (reading->zip, chapter->part, &length);
  g_autofree char *declared = NULL;
  g_autofree char *source = NULL, *html = NULL;

  if (bytes == NULL)
    return TRUE;
  if (!goes_on (reading, chapter))
    {
      g_autofree char *part = NULL;

      end_chapter (reading);
      part = g_strdup_printf ("%u", reading->sink->n_articles + 1);
      reading->builder = dtl_article_sink_begin (reading->sink, part);
      reading->chapter = chapter;
    }
  declared = dtl_encoding_find_declared (bytes, length);
  source = dtl_encoding_decode (bytes, length, declared, &n);
  html = dtl_xhtml_to_html (source, n, &n);
  return dtl_html_fragment_add (reading->builder, html, n, filter, cancellable, error);
}

gboolean
dtl_epub_read (DtlArticleSink *sink,
               const DtlZip *zip,
               const char *package,
               GCancellable *cancellable,
               GError **error)
{
  g_auto (DtlEpubBook) book = { 0 };
  Reading reading = { .sink = sink, .zip = zip, .book = &book };
  gboolean done = TRUE;

  if (dtl_epub_is_locked (zip))
    {
      g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_UNSUPPORTED,
                   _ ("this book is protected against copying (DRM); only the shop’s "
                      "own program can open it"));
      return FALSE;
    }
  if (!dtl_epub_book_load (&book, zip, package, cancellable, error))
    return FALSE;
  for (guint i = 0; done && i < book.chapters->len && !sink->is_stopped; i++)
    done = read_chapter (&reading, &g_array_index (book.chapters, DtlEpubChapter, i),
                         cancellable, error);
  if (done && !sink->is_stopped)
    end_chapter (&reading);
  g_clear_pointer (&reading.builder, dtl_article_builder_free);
  return done;
}
