/* Not a test: paints the gallery to PNG, SVG and PDF files, to be looked at.
 *
 * paint-gallery FOLDER [SCALE] */

#include "render/dtl-export.h"

#include "render/gallery.h"

#include <stdio.h>

static gboolean
paint (const DtlTheme *theme,
       const char *folder,
       const char *ending,
       double scale,
       GError **error)
{
  g_autoptr (DtlScene) scene = gallery_make (dtl_export_get_measure ());
  const DtlExportOptions options = { .theme = theme, .title = "Gallery" };
  g_autofree char *name = g_strdup_printf ("%s-%g.%s", theme->name, scale, ending);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GFileOutputStream) stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);

  DtlScene *page = (DtlScene *) scene;

  if (stream == NULL)
    return FALSE;
  if (g_str_equal (ending, "svg"))
    return dtl_export_svg (scene, &options, G_OUTPUT_STREAM (stream), NULL, error);
  if (g_str_equal (ending, "pdf"))
    return dtl_export_pdf (&page, 1, 0, &options, G_OUTPUT_STREAM (stream), NULL, error);
  return dtl_export_png (scene, &options, scale, G_OUTPUT_STREAM (stream), NULL, error);
}

int
main (int argc, char **argv)
{
  const char *const names[] = { "light", "dark", "high-contrast", "high-contrast-dark" };
  const char *const endings[] = { "png", "svg", "pdf" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) * G_N_ELEMENTS (endings); i++)
    if (!paint (dtl_theme_get (names[i / 3]), argc > 1 ? argv[1] : ".", endings[i % 3],
                argc > 2 ? g_ascii_strtod (argv[2], NULL) : 1, &error))
      {
        fprintf (stderr, "%s\n", error->message);
        return 1;
      }
  return 0;
}
