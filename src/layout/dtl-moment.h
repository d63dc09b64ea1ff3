/* One moment, as a cross-hair shows it: its date in words and everything alive
 * at it. A moment is as long as one pixel of the window is wide. */

#pragma once

#include "layout/dtl-layout.h"

G_BEGIN_DECLS

typedef struct {
  double x; /* pixel of the window */
  DtlTime from, to;
  char *date;     /* as exact as a pixel is: "27 July 1950", "July 1950", "1950" */
  GArray *events; /* of DtlId: alive then, the most important first */
  gboolean more;  /* than are listed */
} DtlMoment;

/**
 * dtl_moment_new:
 * @x: pixel of the window
 * @most: events to list
 *
 * An event is alive where anything of it is drawn, fades and margins too. The
 * time this takes grows with @most and the lanes, not with the events.
 */
DtlMoment *dtl_moment_new (DtlLayout *layout,
                           const DtlViewport *viewport,
                           const DtlLayoutOptions *options,
                           double x,
                           guint most);
void dtl_moment_free (DtlMoment *moment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlMoment, dtl_moment_free)

/* To be painted over @scene, which shows the same viewport: the hairline, the date
 * on the axis, and a frame round each mark and label that is alive. */
DtlScene *dtl_moment_run (const DtlMoment *moment,
                          DtlLayout *layout,
                          const DtlScene *scene);

G_END_DECLS
