#include "config.h"

#include "render/dtl-export-private.h"

#include <cairo-pdf.h>

/* A canvas pixel is 1/96 inch, a point 1/72. */
#define POINTS_PER_PIXEL 0.75

/* The largest page that readers promise to show; longer strips shrink to it. */
#define MOST_POINTS 14400

/* Without the date of writing, which Cairo would add: the same timeline gives
 * the same file. */
static void
set_metadata (cairo_surface_t *surface, const DtlExportOptions *options)
{
  if (options->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, options->title);
  if (options->description != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                    options->description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Dateline " DTL_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
}

/* In Cairo's tag attributes, strings stand between apostrophes. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '\'' || *text == '\\')
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *text);
    }
  return g_string_free (escaped, FALSE);
}

static void
append_number (GString *string, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (string, ' ');
  g_string_append (string, g_ascii_formatd (digits, sizeof digits, "%.2f", number));
}

/* Rectangles of links are not scaled with the context. */
static void
add_link (cairo_t *cr, const DtlRect *bounds, double scale, const char *url)
{
  g_autoptr (GString) attributes = g_string_new ("rect=[");
  g_autofree char *escaped = escape (url);

  append_number (attributes, bounds->x * scale);
  append_number (attributes, bounds->y * scale);
  append_number (attributes, bounds->width * scale);
  append_number (attributes, bounds->height * scale);
  g_string_append_printf (attributes, " ] uri='%s'", escaped);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
add_links (cairo_t *cr,
           const DtlScene *scene,
           const DtlExportOptions *options,
           double scale)
{
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  for (guint i = 0; options->lookup != NULL && i < n_items; i++)
    {
      DtlExportEvent event = { 0 };

      if (items[i].event == 0 || items[i].kind == DTL_ITEM_LEADER ||
          !options->lookup (options->data, items[i].event, &event))
        continue;
      if (dtl_export_is_link (event.url))
        add_link (cr, &items[i].bounds, scale, event.url);
    }
}

static double
get_scale (const DtlScene *scene, double page_width)
{
  double width, height;

  dtl_scene_get_size (scene, &width, &height);
  if (page_width > 0)
    return POINTS_PER_PIXEL * page_width / MAX (width, 1);
  return MIN (POINTS_PER_PIXEL, MOST_POINTS / MAX (MAX (width, height), 1));
}

static void
paint (cairo_surface_t *surface,
       const DtlScene *scene,
       const DtlExportOptions *options,
       double scale)
{
  g_autoptr (DtlPainter) painter = dtl_export_create_painter (0);
  double width, height;
  cairo_t *cr;

  dtl_scene_get_size (scene, &width, &height);
  cairo_pdf_surface_set_size (surface, width * scale, height * scale);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  dtl_painter_paint (painter, cr, scene, dtl_export_get_theme (options));
  add_links (cr, scene, options, scale);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

gboolean
dtl_export_pdf (DtlScene *const *scenes,
                guint n_scenes,
                double page_width,
                const DtlExportOptions *options,
                GOutputStream *stream,
                GCancellable *cancellable,
                GError **error)
{
  DtlExportSink sink = { stream, cancellable, NULL };
  cairo_surface_t *surface;

  if (!dtl_export_sink_check (&sink))
    return dtl_export_sink_end (&sink, error);

  surface =
      cairo_pdf_surface_create_for_stream (dtl_export_sink_write_cairo, &sink, 1, 1);
  set_metadata (surface, options);
  for (guint i = 0; i < n_scenes && dtl_export_sink_check (&sink); i++)
    paint (surface, scenes[i], options, get_scale (scenes[i], page_width));
  cairo_surface_finish (surface);
  dtl_export_sink_note_status (&sink, cairo_surface_status (surface));
  cairo_surface_destroy (surface);
  return dtl_export_sink_end (&sink, error);
}
