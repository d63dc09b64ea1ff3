/* Exports to streams that are refused, full or cancelled; PDF and PNG. */

#include "render/dtl-export.h"

#include "render/gallery.h"

#include <string.h>

typedef enum { SVG, PDF, PNG, N_FORMATS } Format;

static gboolean export(Format format,
                       const DtlScene *scene,
                       const DtlExportOptions *options,
                       GOutputStream *stream,
                       GCancellable *cancellable,
                       GError **error)
{
  DtlScene *page = (DtlScene *) scene;

  switch (format)
    {
    case SVG:
      return dtl_export_svg (scene, options, stream, cancellable, error);
    case PDF:
      return dtl_export_pdf (&page, 1, 0, options, stream, cancellable, error);
    case PNG:
    case N_FORMATS:
      break;
    }
  return dtl_export_png (scene, options, 1, stream, cancellable, error);
}

static gboolean
look_up (gpointer data, guint32 id, DtlExportEvent *ret_event)
{
  *ret_event = (DtlExportEvent){ .title = "Event", .url = "https://example.org/it's" };
  return TRUE;
}

static GBytes *
write_gallery (Format format, DtlExportOptions options)
{
  g_autoptr (DtlScene) scene = gallery_make (dtl_export_get_measure ());
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (export(format, scene, &options, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_output_stream_is_closed (stream));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length, wanted = strlen (text);
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + wanted <= length; i++)
    if (memcmp (data + i, text, wanted) == 0)
      return TRUE;
  return FALSE;
}

/* A stream that takes so many bytes, as a disk does that is nearly full. */
static void
test_full (void)
{
  const gsize rooms[] = { 0, 1, 1000, 20000 };
  const DtlExportOptions options = { 0 };
  g_autoptr (DtlScene) scene = gallery_make (dtl_export_get_measure ());
  char bytes[20000];

  for (guint format = 0; format < N_FORMATS; format++)
    for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
      {
        g_autoptr (GOutputStream) stream =
            g_memory_output_stream_new (bytes, rooms[i], NULL, NULL);
        g_autoptr (GError) error = NULL;

        g_assert_false (export((Format) format, scene, &options, stream, NULL, &error));
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      }
}

static void
test_closed (void)
{
  const DtlExportOptions options = { 0 };
  g_autoptr (DtlScene) scene = gallery_make (dtl_export_get_measure ());

  for (guint format = 0; format < N_FORMATS; format++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;

      g_assert_true (g_output_stream_close (stream, NULL, NULL));
      g_assert_false (export((Format) format, scene, &options, stream, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
    }
}

static void
test_cancelled (void)
{
  const DtlExportOptions options = { 0 };
  g_autoptr (DtlScene) scene = gallery_make (dtl_export_get_measure ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint format = 0; format < N_FORMATS; format++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;

      g_assert_false (
          export((Format) format, scene, &options, stream, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* Cairo compresses pages, not what surrounds them. */
static void
test_pdf (void)
{
  g_autoptr (GBytes) bytes =
      write_gallery (PDF,
                     (DtlExportOptions){ .title = "The harbour", .lookup = look_up });

  g_assert_true (contains (bytes, "%PDF-1."));
  g_assert_true (contains (bytes, "(The harbour)"));
  g_assert_true (contains (bytes, "/URI (https://example.org/it's)"));
  g_assert_false (contains (bytes, "CreationDate"));
  g_assert_true (contains (bytes, "%%EOF"));
}

static void
test_same_bytes (void)
{
  for (guint format = 0; format < N_FORMATS; format++)
    {
      g_autoptr (GBytes) first = write_gallery ((Format) format, (DtlExportOptions){ 0 });
      g_autoptr (GBytes) second =
          write_gallery ((Format) format, (DtlExportOptions){ 0 });

      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_sizes (void)
{
  static const struct {
    double width, height, scale;
    int error; /* -1: none */
  } cases[] = {
    { 1, 1, 1, -1 },
    { 0.25, 0.25, 1, -1 },
    { 32767, 2, 1, -1 },
    { 32768, 2, 1, G_IO_ERROR_NOT_SUPPORTED },
    { 20000, 2, 2, G_IO_ERROR_NOT_SUPPORTED },
    { 30000, 30000, 1, G_IO_ERROR_NOT_SUPPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DtlExportOptions options = { 0 };
      g_autoptr (DtlSceneBuilder) builder =
          dtl_scene_builder_new (cases[i].width, cases[i].height);
      g_autoptr (DtlScene) scene = dtl_scene_builder_end (builder);
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;
      gboolean written =
          dtl_export_png (scene, &options, cases[i].scale, stream, NULL, &error);

      g_assert_cmpint (written, ==, cases[i].error < 0);
      g_assert_cmpint (error == NULL ? -1 : error->code, ==, cases[i].error);
    }
}

/* Each thread has fonts of its own. */
static gpointer
export_in_thread (gpointer data)
{
  return write_gallery (PNG, (DtlExportOptions){ 0 });
}

static void
test_threads (void)
{
  GThread *threads[2];
  g_autoptr (GBytes) first = NULL, second = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("export", export_in_thread, NULL);
  first = g_thread_join (threads[0]);
  second = g_thread_join (threads[1]);
  g_assert_true (g_bytes_equal (first, second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/full", test_full);
  g_test_add_func ("/export/closed", test_closed);
  g_test_add_func ("/export/cancelled", test_cancelled);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  g_test_add_func ("/export/sizes", test_sizes);
  g_test_add_func ("/export/threads", test_threads);
  return g_test_run ();
}
