/* A scene on a Cairo context. Decides nothing. */

#pragma once

#include "render/dtl-theme.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* Keeps shaped texts and label surfaces between frames; one per canvas. */
typedef struct _DtlPainter DtlPainter;

/* @context: holds font map and resolution; @font: family and base size, or
 * NULL for "Sans 10" */
DtlPainter *dtl_painter_new (PangoContext *context, const PangoFontDescription *font);
void dtl_painter_free (DtlPainter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlPainter, dtl_painter_free)

/* Measures with the fonts it will paint with; lives as long as the painter. */
const DtlMeasure *dtl_painter_get_measure (DtlPainter *painter);

/* Device pixels per canvas pixel, for label surfaces and sharp edges: a
 * widget's scale factor. 1 at first; 0 for paper, where text stays text. */
void dtl_painter_set_scale (DtlPainter *painter, double scale);

void dtl_painter_paint (DtlPainter *painter,
                        cairo_t *cr,
                        const DtlScene *scene,
                        const DtlTheme *theme);

/* Without a background: a scene that lies over another one, such as that of a
 * cross-hair. */
void dtl_painter_paint_over (DtlPainter *painter,
                             cairo_t *cr,
                             const DtlScene *scene,
                             const DtlTheme *theme);

G_END_DECLS
