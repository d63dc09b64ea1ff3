/* What is drawn for an extent on a time axis: a plain value in positions of a
 * scale, not yet in pixels.
 *
 * A span keeps a row of its own and is drawn as a bar. Everything else took
 * place somewhere within its extent and is drawn as a point, or as a band where
 * the extent is wider than a point. */

#pragma once

#include "layout/dtl-scale.h"
#include "scene/dtl-scene.h"
#include "time/dtl-extent.h"

G_BEGIN_DECLS

/* First and last instant of a whole timeline, which open ends are drawn to, and the
 * scale that it is drawn on: NULL for the linear one, else lent. */
typedef struct {
  DtlTime start, end;
  DtlScale *scale;
} DtlMarkRange;

typedef struct {
  gboolean bar;
  /* What is drawn, with the margins of "about": bounded, start < end. */
  gint64 start, end;
  /* Of a bar what is certain, of a band what was stated; none where
   * solid_start >= solid_end. */
  gint64 solid_start, solid_end;
  guint32 flags; /* DtlItemFlags */
  /* Pixels to add at either side, which stand for the unbounded. */
  double left_stub, right_stub;
} DtlMark;

DtlMark dtl_mark_from_extent (const DtlExtent *extent, const DtlMarkRange *range);

G_END_DECLS
