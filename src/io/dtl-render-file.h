/* A timeline to a picture file: viewport, layout and export in one call, for
 * the window's export and the command line's "render" alike. */

#pragma once

#include "layout/dtl-layout.h"
#include "render/dtl-theme.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  DTL_PICTURE_SVG,
  DTL_PICTURE_PDF,
  DTL_PICTURE_PNG,
} DtlPictureFormat;

typedef struct {
  DtlTime start, end;    /* both 0: everything */
  double width, height;  /* pixels; 0: chosen so that every label fits */
  double scale;          /* of PNG; 0 is 1 */
  const DtlTheme *theme; /* NULL is light */
  DtlLabelStyle label;
  const char *title;
} DtlRenderOptions;

/* From the file's name: ".svg", ".pdf", ".png". */
gboolean dtl_picture_format_from_name (const char *name, DtlPictureFormat *ret_format);

/* Writes beside @file and moves into place: a full disk or a refusal leaves an
 * older file whole. */
gboolean dtl_render_file (DtlTimeline *timeline,
                          DtlPictureFormat format,
                          const DtlRenderOptions *options,
                          GFile *file,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
