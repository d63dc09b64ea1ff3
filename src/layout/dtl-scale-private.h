/* What a scale other than the linear one is made of. */

#pragma once

#include "layout/dtl-scale.h"

G_BEGIN_DECLS

typedef struct {
  gint64 (*get_position) (const DtlScale *scale, DtlTime time);
  DtlTime (*get_time) (const DtlScale *scale, gint64 position);
  const DtlScaleGap *(*get_gaps) (const DtlScale *scale, guint *ret_n);
  void (*free) (DtlScale *scale);
} DtlScaleClass;

/* The head of every scale. */
struct _DtlScale {
  const DtlScaleClass *class;
  gatomicrefcount ref_count;
};

/* NULL where there is no gap worth it. */
DtlScale *dtl_scale_gaps_new (DtlTimeline *timeline);

G_END_DECLS
