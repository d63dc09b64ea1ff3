#include "config.h"

#include "render/dtl-export-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Cairo's own bound, and 800 MB of pixels. */
#define MOST_SIDE 32767
#define MOST_PIXELS 200e6

static cairo_surface_t *
create_surface (double width, double height, double scale, DtlExportSink *sink)
{
  double columns = ceil (width * scale), rows = ceil (height * scale);
  cairo_surface_t *surface;

  if (columns > MOST_SIDE || rows > MOST_SIDE || columns * rows > MOST_PIXELS)
    {
      g_set_error (&sink->error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("a PNG of %.0f by %.0f pixels would be too large; SVG and PDF have "
                      "no such limit"),
                   columns, rows);
      return NULL;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int) columns),
                                        MAX (1, (int) rows));
  dtl_export_sink_note_status (sink, cairo_surface_status (surface));
  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

static void
paint (const DtlScene *scene,
       const DtlExportOptions *options,
       double scale,
       cairo_surface_t *surface)
{
  g_autoptr (DtlPainter) painter = dtl_export_create_painter (scale);
  cairo_t *cr = cairo_create (surface);

  dtl_painter_paint (painter, cr, scene, dtl_export_get_theme (options));
  cairo_destroy (cr);
}

gboolean
dtl_export_png (const DtlScene *scene,
                const DtlExportOptions *options,
                double scale,
                GOutputStream *stream,
                GCancellable *cancellable,
                GError **error)
{
  DtlExportSink sink = { stream, cancellable, NULL };
  cairo_surface_t *surface;
  double width, height;

  g_return_val_if_fail (scale > 0, FALSE);

  dtl_scene_get_size (scene, &width, &height);
  surface = create_surface (width, height, scale, &sink);
  if (dtl_export_sink_check (&sink))
    paint (scene, options, scale, surface);
  if (dtl_export_sink_check (&sink))
    dtl_export_sink_note_status (&sink, cairo_surface_write_to_png_stream (
                                            surface, dtl_export_sink_write_cairo, &sink));
  g_clear_pointer (&surface, cairo_surface_destroy);
  return dtl_export_sink_end (&sink, error);
}
