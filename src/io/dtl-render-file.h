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
  DtlTime start, end;   /* both 0: everything */
  double width, height; /* of a page in pixels; 0: chosen so that every label fits */
  guint pages;          /* that the time is spread over; 0 is 1 */
  gboolean on_paper;    /* width and height are a sheet's: 0 pages are as many as it
                            takes, and where a sheet is too low for all lanes, all is
                            drawn smaller */
  double scale;         /* of PNG; 0 is 1 */
  DtlScaleKind time_scale;
  const GArray *eras;    /* of DtlEra; NULL for none */
  const DtlTheme *theme; /* NULL is light */
  DtlLabelStyle label;
  const char *title;
} DtlRenderOptions;

/* Nobody hangs more sheets side by side. */
#define DTL_RENDER_MOST_PAGES 500

/* From the file's name: ".svg", ".pdf", ".png". */
gboolean dtl_picture_format_from_name (const char *name, DtlPictureFormat *ret_format);

/* Writes beside @file and moves into place: a full disk or a refusal leaves an
 * older file whole. Several pages are one PDF; of the other formats, files beside
 * @file, "name-1.svg", "name-2.svg" …, instead of it. */
gboolean dtl_render_file (DtlTimeline *timeline,
                          DtlPictureFormat format,
                          const DtlRenderOptions *options,
                          GFile *file,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
