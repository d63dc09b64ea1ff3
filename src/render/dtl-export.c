#include "render/dtl-export-private.h"

#include "render/dtl-shaper.h"

#include <pango/pangocairo.h>

#define DOTS_PER_INCH 96

static void
free_shaper (gpointer shaper)
{
  dtl_shaper_free (shaper);
}

/* Pango's font maps belong to a thread. */
static GPrivate thread_shaper = G_PRIVATE_INIT (free_shaper);

static PangoContext *
create_context (void)
{
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, DOTS_PER_INCH);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

DtlPainter *
dtl_export_create_painter (double scale)
{
  PangoContext *context = create_context ();
  DtlPainter *painter = dtl_painter_new (context, NULL);

  g_object_unref (context);
  dtl_painter_set_scale (painter, scale);
  return painter;
}

const DtlTheme *
dtl_export_get_theme (const DtlExportOptions *options)
{
  return options->theme == NULL ? dtl_theme_get ("light") : options->theme;
}

gboolean
dtl_export_is_link (const char *url)
{
  return url != NULL && (g_ascii_strncasecmp (url, "https://", 8) == 0 ||
                         g_ascii_strncasecmp (url, "http://", 7) == 0);
}

static DtlShaper *
get_thread_shaper (void)
{
  DtlShaper *shaper = g_private_get (&thread_shaper);

  if (shaper == NULL)
    {
      PangoContext *context = create_context ();

      shaper = dtl_shaper_new (context, NULL);
      g_object_unref (context);
      g_private_set (&thread_shaper, shaper);
    }
  return shaper;
}

static void
measure_text (gpointer data,
              DtlFont font,
              const char *text,
              double *ret_width,
              double *ret_height)
{
  const DtlMeasure *measure = dtl_shaper_get_measure (get_thread_shaper ());

  measure->text_size (measure->data, font, text, ret_width, ret_height);
}

const DtlMeasure *
dtl_export_get_measure (void)
{
  static const DtlMeasure measure = { measure_text, NULL };

  return &measure;
}

gboolean
dtl_export_sink_check (DtlExportSink *sink)
{
  return sink->error == NULL &&
         !g_cancellable_set_error_if_cancelled (sink->cancellable, &sink->error);
}

gboolean
dtl_export_sink_write (DtlExportSink *sink, const void *bytes, gsize length)
{
  return sink->error == NULL &&
         g_output_stream_write_all (sink->stream, bytes, length, NULL, sink->cancellable,
                                    &sink->error);
}

gboolean
dtl_export_sink_end (DtlExportSink *sink, GError **error)
{
  if (sink->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&sink->error));
  return FALSE;
}

cairo_status_t
dtl_export_sink_write_cairo (void *sink, const unsigned char *bytes, unsigned int length)
{
  return dtl_export_sink_write (sink, bytes, length) ? CAIRO_STATUS_SUCCESS
                                                     : CAIRO_STATUS_WRITE_ERROR;
}

void
dtl_export_sink_note_status (DtlExportSink *sink, cairo_status_t status)
{
  if (status != CAIRO_STATUS_SUCCESS && sink->error == NULL)
    g_set_error_literal (&sink->error, G_IO_ERROR,
                         status == CAIRO_STATUS_NO_MEMORY ? G_IO_ERROR_NO_SPACE
                                                          : G_IO_ERROR_FAILED,
                         cairo_status_to_string (status));
}
