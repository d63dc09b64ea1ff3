/* Where on the canvas a time lies: time to position, and back.
 *
 * A position is a whole number, one a second wherever time runs evenly, so that
 * sums of positions are as exact as sums of times. Positions never run against
 * time, but several times may share one. Viewports, lanes, the index by time and
 * the rows of labels count in positions and know nothing else of the scale;
 * axis and dates are in times.
 *
 * NULL stands for the linear scale, on which position and time are the same. */

#pragma once

#include "model/dtl-timeline.h"

G_BEGIN_DECLS

/* Immutable and counted. */
typedef struct _DtlScale DtlScale;

DtlScale *dtl_scale_ref (DtlScale *scale);
void dtl_scale_unref (DtlScale *scale); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlScale, dtl_scale_unref)

/* Of a time in the valid range. */
gint64 dtl_scale_get_position (const DtlScale *scale, DtlTime time);
/* The first time that has this position or, where none has it, a later one. */
DtlTime dtl_scale_get_time (const DtlScale *scale, gint64 position);

/* Time that takes less room than elsewhere. */
typedef struct {
  DtlTime start, end;
} DtlScaleGap;

/* In order; drawn as torn strips, without ticks. Lent as long as @scale. */
const DtlScaleGap *dtl_scale_get_gaps (const DtlScale *scale, guint *ret_n);

/* "linear" is NULL. */
typedef enum {
  DTL_SCALE_LINEAR,
  DTL_SCALE_GAPS, /* stretches without a beginning or an end are shortened */
  DTL_N_SCALES
} DtlScaleKind;

/* "linear", "gaps"; FALSE for another name. */
gboolean dtl_scale_kind_from_name (const char *name, DtlScaleKind *ret_kind);

/* For the timeline as it is now. Caller unrefs; may be NULL. */
DtlScale *dtl_scale_new (DtlScaleKind kind, DtlTimeline *timeline);

G_END_DECLS
