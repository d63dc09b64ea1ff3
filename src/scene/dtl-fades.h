/* Labels that appear fade in over a short time: which have been there for how
 * long, from one frame to the next. The layout knows nothing of it, so that the
 * same view stays the same scene however one came to it. */

#pragma once

#include "scene/dtl-scene.h"

G_BEGIN_DECLS

#define DTL_FADE_MICROSECONDS (120 * G_TIME_SPAN_MILLISECOND)

typedef struct _DtlFades DtlFades;

DtlFades *dtl_fades_new (void);
void dtl_fades_free (DtlFades *fades);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlFades, dtl_fades_free)

/**
 * dtl_fades_show:
 * @scene: the next frame
 * @now: microseconds of a clock that only goes on, such as a frame clock
 * @motion: %FALSE where everything just appears
 *
 * Labels that were not in the frame before begin to fade in, unless they come in
 * over an edge or none at all was there before.
 *
 * Returns: (transfer full): @scene itself where nothing fades
 */
DtlScene *dtl_fades_show (DtlFades *fades, DtlScene *scene, gint64 now, gboolean motion);

/* TRUE while the frame last shown needs another one after it. */
gboolean dtl_fades_is_running (const DtlFades *fades);

/* The next frame has nothing to do with the last one. */
void dtl_fades_forget (DtlFades *fades);

G_END_DECLS
