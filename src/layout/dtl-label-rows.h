/* The rows round a candidate for a label: which is free from which zoom on. */

#pragma once

#include "layout/dtl-label-tiles.h"

G_BEGIN_DECLS

/* What a candidate has to keep clear of. */
typedef struct {
  const DtlLabelTilesOptions *options;
  guint n_rows;     /* in use: at most those of the options */
  double zoom;      /* that the level is made for */
  double reach;     /* seconds beyond which no label matters to another */
  GArray *around;   /* of DtlPlacement, by event: all that start near */
  GArray *reaching; /* of DtlPlacement: bars that start earlier */
} DtlLabelScope;

/**
 * dtl_label_scope_choose:
 * @placement: of the candidate; its row and zoom are set
 *
 * Returns: %FALSE where no row is ever free
 */
gboolean dtl_label_scope_choose (const DtlLabelScope *scope, DtlPlacement *placement);

/* Zoom from which @placement can have its row; infinite for never. */
double dtl_label_scope_get_zoom (const DtlLabelScope *scope,
                                 const DtlPlacement *placement);

/* Keeps @placements sorted by event. */
void dtl_label_insert (GArray *placements, const DtlPlacement *placement);

/* First of @placements with this event or a later one. */
guint dtl_label_find (const GArray *placements, guint32 event);

/**
 * dtl_label_scope_arrange:
 * @candidates: (element-type DtlPlacement): best first
 *
 * Gives as many as possible of the best candidates rows in which they are
 * labelled together at the scope's zoom, in the order of time, as one would by
 * hand, so that few poles cross labels. The scope has to be empty; sets row and
 * zoom.
 *
 * Returns: how many of @candidates have a row
 */
guint dtl_label_scope_arrange (const DtlLabelScope *scope,
                               DtlPlacement *candidates,
                               guint n);

G_END_DECLS
