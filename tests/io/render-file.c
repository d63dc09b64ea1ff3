/* A timeline to a picture file: what is in it, and what happens to an older
 * file when it cannot be written. */

#include "io/dtl-render-file.h"

#include "io/dtl-paper.h"
#include "io/dtl-picture.h"
#include "io/dtl-replace-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define TEXT                                                                             \
  "The harbour was begun in 1903. The lighthouse was lit on 3 May 1911 & <seen> far."

/* A folder of its own, gone with the test. */
typedef struct {
  char *folder;
  DtlTimeline *timeline;
} Fixture;

static DtlExtent
make_year (int year)
{
  const DtlDate date = { .calendar = DTL_CALENDAR_GREGORIAN,
                         .precision = DTL_PRECISION_YEAR,
                         .year = year };
  DtlExtent extent;

  g_assert_true (dtl_extent_from_date (&date, &extent, NULL));
  return extent;
}

static void
add_event (DtlTimeline *timeline,
           DtlId source,
           DtlId lane,
           const char *title,
           DtlExtent extent)
{
  const DtlClaim claim = { .source = source,
                           .title = title,
                           .extent = extent,
                           .sentence = { 0, 30 },
                           .why = "year" };
  DtlId id = dtl_timeline_add_claim (timeline, &claim);
  const DtlEvent event = { .lane = lane,
                           .title = title,
                           .extent = extent,
                           .importance = 0.5f,
                           .claims = &id,
                           .n_claims = 1 };

  dtl_timeline_add_event (timeline, &event);
}

static DtlTimeline *
make_timeline (guint n_events)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  const DtlSource article = { .name = "harbour.html",
                              .title = "The harbour",
                              .url = "https://example.org/harbour?a=1&b=2",
                              .text = TEXT,
                              .text_length = strlen (TEXT) };
  DtlId source = dtl_timeline_add_source (timeline, &article);
  DtlId lane = dtl_timeline_add_lane (timeline, "Harbour");

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *title =
          g_strdup_printf ("Event & number %u of the harbour", i + 1);
      DtlExtent first = make_year (1850 + (int) (i * 7 % 150));
      DtlExtent last = make_year (1855 + (int) (i * 7 % 150));

      add_event (timeline, source, lane, title,
                 i % 4 == 0 ? dtl_extent_span (&first, &last) : first);
    }
  return timeline;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("dateline-render-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->timeline = make_timeline (30);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  dtl_timeline_unref (fixture->timeline);
}

static GFile *
get_file (Fixture *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static guint
count_words (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

static char *
render (Fixture *fixture, DtlPictureFormat format, const char *name, gsize *ret_length)
{
  const DtlRenderOptions options = { .label = DTL_LABEL_STYLE_INIT };
  g_autoptr (GFile) file = get_file (fixture, name);
  g_autoptr (GError) error = NULL;
  char *bytes;

  g_assert_true (
      dtl_render_file (fixture->timeline, format, &options, file, NULL, &error));
  g_assert_no_error (error);
  g_file_load_contents (file, NULL, &bytes, ret_length, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_svg (Fixture *fixture, gconstpointer data)
{
  g_autofree char *svg = render (fixture, DTL_PICTURE_SVG, "a.svg", NULL);

  g_assert_cmpuint (count_words (svg, "class=\"label "), ==, 30);
  g_assert_cmpuint (count_words (svg, "role=\"listitem\""), ==, 30);
  g_assert_nonnull (strstr (svg, "<title id=\"title\">The harbour</title>"));
  g_assert_nonnull (strstr (svg, ">Event &amp; number 3 of the harbour\n1864\n"
                                 "The harbour was begun in 1903.</title>"));
  g_assert_cmpuint (
      count_words (svg, "xlink:href=\"https://example.org/harbour?a=1&amp;b=2\""), ==,
      30);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  for (DtlPictureFormat format = DTL_PICTURE_SVG; format <= DTL_PICTURE_PNG; format++)
    {
      gsize first_length, second_length;
      g_autofree char *first = render (fixture, format, "a", &first_length);
      g_autofree char *second = render (fixture, format, "b", &second_length);

      g_assert_cmpmem (first, first_length, second, second_length);
    }
}

static void
test_magic (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pdf = render (fixture, DTL_PICTURE_PDF, "a.pdf", NULL);
  g_autofree char *png = render (fixture, DTL_PICTURE_PNG, "a.png", NULL);

  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_true (g_str_has_prefix (png, "\211PNG"));
}

/* As large as asked; as small as holds every label where not asked. */
static DtlScene *
make_first_page (Fixture *fixture, const DtlRenderOptions *options, guint n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages =
      dtl_picture_make_pages (fixture->timeline, options, &dtl_measure_counting, NULL,
                              &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, n_pages);
  return dtl_scene_ref (pages->pdata[0]);
}

static void
test_size (Fixture *fixture, gconstpointer data)
{
  DtlRenderOptions options = { .label = DTL_LABEL_STYLE_INIT };
  g_autoptr (DtlScene) chosen = NULL, asked = NULL, wide = NULL;
  double width, height;

  chosen = make_first_page (fixture, &options, 1);
  dtl_scene_get_size (chosen, &width, &height);
  g_assert_cmpfloat (width * height, <, 2000 * 1500);

  options.width = 800;
  wide = make_first_page (fixture, &options, 1);
  dtl_scene_get_size (wide, &width, &height);
  g_assert_cmpfloat (width, ==, 800);

  options.height = 600;
  options.title = "With a heading";
  asked = make_first_page (fixture, &options, 1);
  dtl_scene_get_size (asked, &width, &height);
  g_assert_cmpfloat (width, ==, 800);
  g_assert_cmpfloat (height, ==, 600);
}

static void
count_page (const DtlScene *scene, GHashTable *labels)
{
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == DTL_ITEM_LABEL)
      {
        gpointer event = GUINT_TO_POINTER (items[i].event);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (labels, event));

        g_hash_table_insert (labels, event, GUINT_TO_POINTER (n + 1));
      }
}

/* Sheets side by side: every event is on one of them, and only a span on more.
 * @data: how many, 0 for as many as it takes. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  DtlRenderOptions options = { .label = DTL_LABEL_STYLE_INIT,
                               .pages = GPOINTER_TO_UINT (data),
                               .on_paper = TRUE };
  g_autoptr (GHashTable) labels = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) pages = NULL;
  GHashTableIter iter;
  gpointer event, n;

  g_assert_true (dtl_paper_find ("A5-portrait", &options.width, &options.height));
  pages = dtl_picture_make_pages (fixture->timeline, &options, &dtl_measure_counting,
                                  NULL, NULL);
  if (options.pages > 0)
    g_assert_cmpuint (pages->len, ==, options.pages);
  for (guint i = 0; i < pages->len; i++)
    {
      double width, height;

      dtl_scene_get_size (pages->pdata[i], &width, &height);
      g_assert_cmpfloat_with_epsilon (width / height, options.width / options.height,
                                      0.01);
      count_page (pages->pdata[i], labels);
    }
  g_assert_cmpuint (g_hash_table_size (labels), ==, 30);
  g_hash_table_iter_init (&iter, labels);
  while (g_hash_table_iter_next (&iter, &event, &n))
    if ((GPOINTER_TO_UINT (event) - 1) % 4 != 0)
      g_assert_cmpuint (GPOINTER_TO_UINT (n), ==, 1);
}

/* Pages of a PDF stay together; others are files with numbers. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  const DtlRenderOptions options = { .label = DTL_LABEL_STYLE_INIT, .pages = 10 };
  g_autoptr (GFile) pdf = get_file (fixture, "harbour.pdf");
  g_autoptr (GFile) svg = get_file (fixture, "harbour.svg");
  g_autoptr (GFile) seventh = get_file (fixture, "harbour-07.svg");
  g_autoptr (GError) error = NULL;

  dtl_render_file (fixture->timeline, DTL_PICTURE_PDF, &options, pdf, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  dtl_render_file (fixture->timeline, DTL_PICTURE_SVG, &options, svg, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture), ==, 11);
  g_assert_true (g_file_query_exists (seventh, NULL));
  g_assert_false (g_file_query_exists (svg, NULL));
}

static void
test_papers (void)
{
  double width, height;

  g_assert_true (dtl_paper_find ("letter", &width, &height));
  g_assert_cmpfloat (width, ==, 1056);
  g_assert_cmpfloat (height, ==, 816);
  g_assert_true (dtl_paper_find ("A4-Portrait", &width, &height));
  g_assert_cmpfloat (width, <, height);
  g_assert_false (dtl_paper_find ("", &width, &height));
  g_assert_false (dtl_paper_find ("a", &width, &height));
  g_assert_false (dtl_paper_find ("a44", &width, &height));
  g_assert_false (dtl_paper_find ("a4-", &width, &height));
}

static void
write_older (GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, "older", 5, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                           &error);
  g_assert_no_error (error);
}

static void
check_older (Fixture *fixture, GFile *file)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (file, NULL, &bytes, &length, NULL, NULL));
  g_assert_cmpmem (bytes, length, "older", 5);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static gboolean
write_half (gpointer data,
            GOutputStream *stream,
            GCancellable *cancellable,
            GError **error)
{
  g_output_stream_write_all (stream, "new", 3, NULL, cancellable, NULL);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.svg");
  g_autoptr (GError) error = NULL;

  write_older (file);
  g_assert_false (dtl_replace_file (file, write_half, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  check_older (fixture, file);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  const DtlRenderOptions options = { .label = DTL_LABEL_STYLE_INIT };
  g_autoptr (GFile) file = get_file (fixture, "a.svg");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  write_older (file);
  g_cancellable_cancel (cancellable);
  for (DtlPictureFormat format = DTL_PICTURE_SVG; format <= DTL_PICTURE_PNG; format++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (dtl_render_file (fixture->timeline, format, &options, file,
                                       cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      check_older (fixture, file);
    }
}

/* /dev/full is a disk that is always full; it is no plain file. */
static void
test_device (Fixture *fixture, gconstpointer data)
{
  const DtlRenderOptions options = { .label = DTL_LABEL_STYLE_INIT };
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  g_autoptr (GError) error = NULL;

  if (!g_file_query_exists (file, NULL))
    {
      g_test_skip ("no /dev/full here");
      return;
    }
  g_assert_false (
      dtl_render_file (fixture->timeline, DTL_PICTURE_SVG, &options, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (g_file_query_exists (file, NULL));
}

static void
test_folders (Fixture *fixture, gconstpointer data)
{
  const DtlRenderOptions options = { .label = DTL_LABEL_STYLE_INIT };
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) nowhere = get_file (fixture, "none/a.svg");
  g_autoptr (GError) is_folder = NULL, no_folder = NULL;

  g_assert_false (dtl_render_file (fixture->timeline, DTL_PICTURE_SVG, &options, folder,
                                   NULL, &is_folder));
  g_assert_error (is_folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_false (dtl_render_file (fixture->timeline, DTL_PICTURE_SVG, &options, nowhere,
                                   NULL, &no_folder));
  g_assert_error (no_folder, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A link stays one, and what it leads to is replaced. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.svg"),
                    link = get_file (fixture, "link.svg");
  g_autofree char *bytes = NULL;

  write_older (file);
  g_assert_true (g_file_make_symbolic_link (link, "a.svg", NULL, NULL));
  bytes = render (fixture, DTL_PICTURE_SVG, "link.svg", NULL);
  g_assert_cmpint (g_file_query_file_type (link, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                           NULL),
                   ==, G_FILE_TYPE_SYMBOLIC_LINK);
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_load_contents (file, NULL, &bytes, NULL, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "<?xml"));
}

static void
test_empty (void)
{
  const DtlRenderOptions options = { .label = DTL_LABEL_STYLE_INIT };
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/a.svg");
  g_autoptr (GError) error = NULL;

  g_assert_false (
      dtl_render_file (timeline, DTL_PICTURE_SVG, &options, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_names (void)
{
  static const struct {
    const char *name;
    int format; /* -1: none */
  } cases[] = {
    { "a.svg", DTL_PICTURE_SVG },
    { "A.SVG", DTL_PICTURE_SVG },
    { "a.pdf", DTL_PICTURE_PDF },
    { "a.b.png", DTL_PICTURE_PNG },
    { "a.jpg", -1 },
    { "svg", -1 },
    { "", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DtlPictureFormat format;
      gboolean known = dtl_picture_format_from_name (cases[i].name, &format);

      g_assert_cmpint (known ? (int) format : -1, ==, cases[i].format);
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/render-file/svg", test_svg);
  add ("/render-file/same-bytes", test_same_bytes);
  add ("/render-file/magic", test_magic);
  add ("/render-file/size", test_size);
  g_test_add ("/render-file/paper", Fixture, NULL, set_up, test_paper, tear_down);
  g_test_add ("/render-file/paper/3", Fixture, GUINT_TO_POINTER (3), set_up, test_paper,
              tear_down);
  add ("/render-file/pages", test_pages);
  g_test_add_func ("/render-file/papers", test_papers);
  add ("/render-file/full", test_full);
  add ("/render-file/cancelled", test_cancelled);
  add ("/render-file/device", test_device);
  add ("/render-file/folders", test_folders);
  add ("/render-file/link", test_link);
  g_test_add_func ("/render-file/empty", test_empty);
  g_test_add_func ("/render-file/names", test_names);
  return g_test_run ();
}
