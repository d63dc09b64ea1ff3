/* PDF documents, drawn here: what is read of a printed page. Where Dateline was
 * built without poppler, that it says so. */

#include "config.h"

#include "article/article-testing.h"
#include "base/testing.h"

#include <cairo-pdf.h>
#include <string.h>

#define WIDTH 420
#define HEIGHT 595
#define LEFT 50

typedef struct {
  double x, y, size;
  gboolean is_bold;
  const char *text; /* NULL: the next page */
} Piece;

static cairo_status_t
on_write (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw (cairo_t *cr, const Piece *piece)
{
  cairo_select_font_face (cr, "sans", CAIRO_FONT_SLANT_NORMAL,
                          piece->is_bold ? CAIRO_FONT_WEIGHT_BOLD
                                         : CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, piece->size);
  cairo_move_to (cr, piece->x, piece->y);
  cairo_show_text (cr, piece->text);
}

static GByteArray *
print (const Piece *pieces, gsize n_pieces, const char *title)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (on_write, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Vera Holm");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  "2019-03-04T08:30:00Z");
  for (gsize i = 0; i < n_pieces; i++)
    if (pieces[i].text == NULL)
      cairo_show_page (cr);
    else
      draw (cr, &pieces[i]);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return bytes;
}

static void
check (const Piece *pieces, gsize n_pieces, const char *title, const char *golden)
{
  g_autoptr (GByteArray) pdf = print (pieces, n_pieces, title);
  g_autoptr (DtlArticle) article =
      article_testing_read ((const char *) pdf->data, pdf->len, "a.pdf", NULL);
  g_autofree char *dump = article_testing_dump (article);

  testing_check_golden (golden, dump);
}

static const Piece report[] = {
  { LEFT, 30, 8, FALSE, "The harbour of Lindau" },
  { LEFT, 70, 20, TRUE, "The harbour of Lindau" },
  { LEFT, 90, 11, FALSE, "The storm . . . . . . . . . . . . . . . . . . 1" },
  { LEFT, 110, 11, FALSE,
    "Work on the pier began in March 1811, and it went on for two" },
  { LEFT, 124, 11, FALSE,
    "years. Stone came by boat from the quarry on the other shore, and no-" },
  { LEFT, 138, 11, FALSE, "body counted the loads. A well-known painter watched it." },
  { LEFT + 14, 152, 11, FALSE,
    "The lighthouse was built in 1856. Its lamp was lit by hand until" },
  { LEFT, 166, 11, FALSE, "the summer of 1936, by a keeper who lived beside it." },
  { LEFT, 200, 13, TRUE, "The storm" },
  { LEFT, 222, 11, FALSE,
    "On 12 February 1890 a storm took the roof of the custom house and" },
  { LEFT, 236, 11, FALSE,
    "carried it into the harbour, where it lay for a month. It was a well-" },
  { LEFT, 560, 8, FALSE, "1" },
  { 0, 0, 0, FALSE, NULL },
  { LEFT, 30, 8, FALSE, "The harbour of Lindau" },
  { LEFT, 70, 11, FALSE,
    "known sight for those who came by train, and many of them drew it." },
  { LEFT, 100, 11, FALSE, "Nothing is left of it today." },
  { LEFT, 560, 8, FALSE, "2" },
  { 0, 0, 0, FALSE, NULL },
  { LEFT, 30, 8, FALSE, "The harbour of Lindau" },
  { LEFT, 70, 11, FALSE, "The last ship left in 1950." },
  { LEFT, 560, 8, FALSE, "3" },
};

static void
test_report (void)
{
  check (report, G_N_ELEMENTS (report), "The harbour of Lindau",
         "documents/report.pdf.txt");
}

/* The field was filled in by a program; the page shows who and when. */
static void
test_distrust (void)
{
  static const Piece pieces[] = {
    { LEFT, 60, 18, FALSE, "Ferry stops for the winter" },
    { LEFT, 90, 11, FALSE, "By Jonas Brandt, 3 May 2021" },
    { LEFT, 120, 11, FALSE, "The ferry made its last crossing on Monday, two weeks" },
    { LEFT, 134, 11, FALSE, "earlier than the year before." },
  };

  check (pieces, G_N_ELEMENTS (pieces), "Microsoft Word - draft7.doc",
         "documents/distrust.pdf.txt");
}

static void
test_columns (void)
{
  static const Piece pieces[] = {
    { LEFT, 60, 10, FALSE, "The left column tells of the" },
    { LEFT, 73, 10, FALSE, "year 1811, when the pier was" },
    { LEFT, 86, 10, FALSE, "begun by men from the other" },
    { 230, 60, 10, FALSE, "shore, and the right one goes" },
    { 230, 73, 10, FALSE, "on with what they did next in" },
    { 230, 86, 10, FALSE, "1812." },
  };

  check (pieces, G_N_ELEMENTS (pieces), "Two columns", "documents/columns.pdf.txt");
}

static void
test_pictures (void)
{
  static const Piece pieces[] = { { 0, 0, 0, FALSE, NULL } };
  g_autoptr (GByteArray) pdf = print (pieces, 1, "Scan");
  g_autofree char *message = NULL;

  g_assert_cmpint (article_testing_refuse ((const char *) pdf->data, pdf->len, "a.pdf",
                                           &message),
                   ==, DTL_ARTICLE_ERROR_NO_TEXT);
  g_assert_nonnull (strstr (message, "only pictures"));
}

static void
test_truncated (void)
{
  g_autoptr (GByteArray) pdf = print (report, G_N_ELEMENTS (report), "Cut");

  for (gsize n = 5; n < pdf->len; n += 1 + pdf->len / 60)
    {
      g_autoptr (GBytes) cut = g_bytes_new (pdf->data, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles =
          dtl_article_read_bytes (cut, "a.pdf", NULL, NULL, &error);

      g_assert_true ((articles == NULL) == (error != NULL));
    }
}

static void
test_missing (void)
{
  g_autofree char *message = NULL;

  g_assert_cmpint (article_testing_refuse ("%PDF-1.7\n", 9, "a.pdf", &message), ==,
                   DTL_ARTICLE_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (message, "poppler-glib"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!HAVE_POPPLER)
    {
      g_test_add_func ("/article/pdf/missing", test_missing);
      return g_test_run ();
    }
  g_test_add_func ("/article/pdf/report", test_report);
  g_test_add_func ("/article/pdf/distrust", test_distrust);
  g_test_add_func ("/article/pdf/columns", test_columns);
  g_test_add_func ("/article/pdf/pictures", test_pictures);
  g_test_add_func ("/article/pdf/truncated", test_truncated);
  return g_test_run ();
}
