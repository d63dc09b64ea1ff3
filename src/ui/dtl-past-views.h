/* The views that somebody looked at, to go back to and forward again, as a
 * browser does with pages. Pure sums: no clock, no widget.
 *
 * A view counts when it was looked at for a second: what a drag or a held key
 * only passes through does not, and a nudge does not make another view. */

#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

typedef struct _DtlPastViews DtlPastViews;

DtlPastViews *dtl_past_views_new (void);
void dtl_past_views_free (DtlPastViews *views);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlPastViews, dtl_past_views_free)

void dtl_past_views_clear (DtlPastViews *views);

/* @view is shown, or gone to; @now in microseconds from any beginning. Views
 * that one came back from are forgotten where this is a new one. */
void dtl_past_views_add (DtlPastViews *views, const DtlViewport *view, gint64 now);

/* Whether there is a view before (-1) or after (1) the one last added. */
gboolean dtl_past_views_can_step (const DtlPastViews *views, int step);

/* The view to go to, which is to be added when it is gone to. FALSE for none. */
gboolean dtl_past_views_step (DtlPastViews *views, int step, DtlViewport *ret_view);

G_END_DECLS
