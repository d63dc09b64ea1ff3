#include "render/dtl-svg.h"

/* Says that all went well in any case: the sink knows what did not, and
 * libxml2 would print a message of its own. */
static int
on_write (void *sink, const char *bytes, int length)
{
  dtl_export_sink_write (sink, bytes, (gsize) length);
  return length;
}

static void
add_view_box (DtlSvg *svg, double width, double height)
{
  char columns[DTL_SVG_NUMBER_SIZE], rows[DTL_SVG_NUMBER_SIZE];
  g_autofree char *box = NULL;

  dtl_svg_format_number (width, columns);
  dtl_svg_format_number (height, rows);
  box = g_strdup_printf ("0 0 %s %s", columns, rows);
  dtl_svg_add_attribute (svg, "width", columns);
  dtl_svg_add_attribute (svg, "height", rows);
  dtl_svg_add_attribute (svg, "viewBox", box);
}

static void
start_document (DtlSvg *svg, const DtlScene *scene, const DtlExportOptions *options)
{
  double width, height;

  dtl_scene_get_size (scene, &width, &height);
  xmlTextWriterStartDocument (svg->xml, NULL, "UTF-8", NULL);
  dtl_svg_start (svg, "svg");
  dtl_svg_add_attribute (svg, "xmlns", "http://www.w3.org/2000/svg");
  dtl_svg_add_attribute (svg, "xmlns:xlink", "http://www.w3.org/1999/xlink");
  dtl_svg_add_attribute (svg, "xmlns:inkscape",
                         "http://www.inkscape.org/namespaces/inkscape");
  add_view_box (svg, width, height);
  dtl_svg_add_attribute (svg, "role", "graphics-document document");
  if (options->title != NULL)
    dtl_svg_add_attribute (svg, "aria-labelledby", "title");
}

/* Browsers show the title as the window's, screen readers say both. */
static void
add_words (DtlSvg *svg, const DtlExportOptions *options)
{
  if (options->title != NULL)
    {
      dtl_svg_start_line (svg, "title");
      dtl_svg_add_attribute (svg, "id", "title");
      dtl_svg_add_text (svg, options->title);
      dtl_svg_end (svg);
    }
  if (options->description != NULL)
    {
      dtl_svg_start_line (svg, "desc");
      dtl_svg_add_text (svg, options->description);
      dtl_svg_end (svg);
    }
}

static void
add_background (DtlSvg *svg)
{
  dtl_svg_start_line (svg, "rect");
  dtl_svg_add_attribute (svg, "class", "ground-0");
  dtl_svg_add_attribute (svg, "width", "100%");
  dtl_svg_add_attribute (svg, "height", "100%");
  dtl_svg_end (svg);
}

static void
write_document (DtlSvg *svg, const DtlScene *scene, const DtlExportOptions *options)
{
  start_document (svg, scene, options);
  add_words (svg, options);
  dtl_svg_add_style (svg);
  add_background (svg);
  dtl_svg_add_scene (svg, scene, options);
  xmlTextWriterWriteString (svg->xml, (const xmlChar *) "\n");
  xmlTextWriterEndDocument (svg->xml);
}

/* Labels of one scene have one height; where there is none it does not matter. */
static double
find_label_height (const DtlScene *scene)
{
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == DTL_ITEM_LABEL)
      return items[i].bounds.height;
  return 0;
}

gboolean
dtl_export_svg (const DtlScene *scene,
                const DtlExportOptions *options,
                GOutputStream *stream,
                GCancellable *cancellable,
                GError **error)
{
  DtlExportSink sink = { stream, cancellable, NULL };
  DtlSvg svg = { .theme = dtl_export_get_theme (options) };

  svg.measure = options->measure == NULL ? dtl_export_get_measure () : options->measure;
  svg.heights = dtl_line_heights_measure (svg.measure);
  svg.label_height = find_label_height (scene);
  svg.item = g_string_new (NULL);
  svg.spare = g_string_new (NULL);
  svg.xml = xmlNewTextWriter (xmlOutputBufferCreateIO (on_write, NULL, &sink, NULL));
  if (dtl_export_sink_check (&sink))
    write_document (&svg, scene, options);
  xmlFreeTextWriter (svg.xml);
  g_string_free (svg.item, TRUE);
  g_string_free (svg.spare, TRUE);
  return dtl_export_sink_end (&sink, error);
}
