/* What the exports share. */

#pragma once

#include "render/dtl-export.h"
#include "render/dtl-painter.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Paints with what dtl_export_get_measure() measures with: "Sans" at 96 dots
 * an inch, unhinted, so that widths do not depend on the scale. Belongs to one
 * thread, as Pango's font maps do. Caller frees. */
DtlPainter *dtl_export_create_painter (double scale);

const DtlTheme *dtl_export_get_theme (const DtlExportOptions *options);

/* TRUE for an address that a click may open: the web, and nothing else that an
 * article could smuggle in. NULL is allowed. */
gboolean dtl_export_is_link (const char *url);

/* A stream that remembers its first error, for writers that can only be told
 * that something went wrong. A plain value. */
typedef struct {
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} DtlExportSink;

/* FALSE from the first error on. */
gboolean dtl_export_sink_write (DtlExportSink *sink, const void *bytes, gsize length);
gboolean dtl_export_sink_check (DtlExportSink *sink); /* for cancelling */
/* Hands the error over; TRUE where there is none. */
gboolean dtl_export_sink_end (DtlExportSink *sink, GError **error);

/* A cairo_write_func_t with a sink. */
cairo_status_t dtl_export_sink_write_cairo (void *sink,
                                            const unsigned char *bytes,
                                            unsigned int length);
/* Cairo's own errors, where the sink has none. */
void dtl_export_sink_note_status (DtlExportSink *sink, cairo_status_t status);

G_END_DECLS
