/* A scene as SVG, PDF or PNG. */

#pragma once

#include "render/dtl-theme.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What an export knows about an event beside its items. All may be NULL. */
typedef struct {
  const char *title;
  const char *date; /* in words */
  const char *sentence;
  const char *url;
} DtlExportEvent;

typedef struct {
  const char *title; /* of the whole */
  const char *description;
  const DtlTheme *theme;
  /* Writes what is known about event @id to @ret_event; strings have to live
   * until the next call. May be NULL. */
  gboolean (*lookup) (gpointer data, guint32 id, DtlExportEvent *ret_event);
  gpointer data;
  /* What the scene was laid out with; NULL for dtl_export_get_measure(). The
   * SVG needs it where an item does not say how wide its text is. */
  const DtlMeasure *measure;
} DtlExportOptions;

/* Real text, one <g> with id and <title> an event, links; written to @stream,
 * which stays open. The same bytes for the same scene and measure everywhere. */
gboolean dtl_export_svg (const DtlScene *scene,
                         const DtlExportOptions *options,
                         GOutputStream *stream,
                         GCancellable *cancellable,
                         GError **error);
/* A page a scene, of whatever size each is. @page_width: of every page in pixels of 96
 * an inch, to which the scene is scaled; 0 for its own. */
gboolean dtl_export_pdf (DtlScene *const *scenes,
                         guint n_scenes,
                         double page_width,
                         const DtlExportOptions *options,
                         GOutputStream *stream,
                         GCancellable *cancellable,
                         GError **error);
gboolean dtl_export_png (const DtlScene *scene,
                         const DtlExportOptions *options,
                         double scale,
                         GOutputStream *stream,
                         GCancellable *cancellable,
                         GError **error);

/* A measure of its own for exports, so that the picture does not depend on a
 * display: "Sans" at 10 pt through Pango's Cairo font map. Static. */
const DtlMeasure *dtl_export_get_measure (void);

G_END_DECLS
