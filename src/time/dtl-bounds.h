/* The four bounds of an extent as text: what the command line prints.
 *
 * Inclusive labels, astronomical years ("-0043-03-15", at least four digits),
 * to the precision of the extent (day for anything coarser, "T10:30" and
 * "T10:30:05" below), in the calendar the extent was said in where that is
 * Julian or Gregorian, else in the one of the two that was in force. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

typedef struct {
  char *earliest; /* "-inf" where open, "?" where unknown */
  char *latest_start;
  char *earliest_end;
  char *latest; /* "+inf" where open, "?" where unknown */
  /* FALSE where latest_start and earliest_end add nothing to the outer two */
  gboolean inner;
  gint64 jdn[2]; /* of earliest and latest; valid where has_jdn is set */
  gboolean has_jdn[2];
  /* Julian or Gregorian: of the labels. They differ where something began before
   * the switch and ended after it: each end keeps its own. */
  DtlCalendar calendar_start;
  DtlCalendar calendar; /* of the end */
} DtlBounds;

void dtl_bounds_init (DtlBounds *bounds, const DtlExtent *extent);
void dtl_bounds_clear (DtlBounds *bounds);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlBounds, dtl_bounds_clear)

G_END_DECLS
