/* Labels painted once, box and text together, and kept as images: copying an
 * image costs a tenth of painting its text. */

#pragma once

#include "render/dtl-shaper.h"
#include "render/dtl-shapes.h"
#include "render/dtl-text-lines.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _DtlLabelSurfaces DtlLabelSurfaces;

DtlLabelSurfaces *dtl_label_surfaces_new (void);
void dtl_label_surfaces_free (DtlLabelSurfaces *surfaces);

/* What the images depend on beside the item: changing it drops them all.
 * @scale: device pixels per canvas pixel, above 0 */
void dtl_label_surfaces_set (DtlLabelSurfaces *surfaces,
                             const DtlTheme *theme,
                             double scale);

typedef void (*DtlLabelPaintFunc) (gpointer data, cairo_t *cr, const DtlItem *item);

/* The image of the label @item, its box at the origin, painted by @paint
 * where there is none yet. NULL where it would be too large to keep. Lent
 * until the next call. */
cairo_surface_t *dtl_label_surfaces_get (DtlLabelSurfaces *surfaces,
                                         const DtlItem *item,
                                         DtlLabelPaintFunc paint,
                                         gpointer data);

G_END_DECLS
