/* Shapes texts through Pango, each once while it is in use. */

#pragma once

#include "scene/dtl-scene.h"

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _DtlShaper DtlShaper;

/* @font: family and base size, or NULL for "Sans 10" */
DtlShaper *dtl_shaper_new (PangoContext *context, const PangoFontDescription *font);
void dtl_shaper_free (DtlShaper *shaper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlShaper, dtl_shaper_free)

typedef struct {
  PangoLayout *layout; /* one line */
  double width, height;
  double x; /* of the layout's text within itself */
} DtlShapedText;

/* @most_width: 0 for no bound; wider text ends in an ellipsis. Lent until the
 * next call. */
const DtlShapedText *dtl_shaper_shape (DtlShaper *shaper,
                                       DtlFont font,
                                       const char *text,
                                       double most_width);

/* Measures with this shaper; lives as long as it. */
const DtlMeasure *dtl_shaper_get_measure (DtlShaper *shaper);

G_END_DECLS
