/* The marks of a time axis: a ladder of steps from one second to thousands of
 * millions of years, true to the calendar, without a year 0.
 *
 * An axis counts in the calendar of its style, in years of that calendar from its
 * year 1 on; where it has no labels, before and after, in the historical one, and
 * so throughout in place of the Maya and the Roman calendar, whose days have names
 * instead of numbers. A Japanese era is marked where it begins. */

#pragma once

#include "time/dtl-label.h"

G_BEGIN_DECLS

/* An index into the ladder, fine to coarse, 0 to dtl_ticks_get_n_steps() - 1. */
typedef int DtlTickStep;

int dtl_ticks_get_n_steps (void);

/* Nominal length of a step in seconds. */
gint64 dtl_ticks_get_step_seconds (DtlTickStep step);

/**
 * dtl_ticks_choose:
 * @seconds_per_pixel: the zoom
 * @spacing: pixels that two labelled ticks must lie apart: widest label + 24
 * @current: the step in use, or -1
 *
 * The smallest step wide enough; @current is kept until its spacing falls
 * under 0.8 or passes 2.5 of the wish, so that labels do not flicker.
 */
DtlTickStep dtl_ticks_choose (double seconds_per_pixel,
                              double spacing,
                              DtlTickStep current);

typedef struct {
  DtlTime time;
  gboolean major; /* carries a label; the others are minor marks */
} DtlTick;

/**
 * dtl_ticks_list:
 * @from: first instant of the window
 * @to: first instant after it; may lie beyond the valid range
 *
 * Every tick in the window and the major one before it, in order. The list is
 * bounded by @max (further ticks are left out), whatever the span.
 *
 * Returns: (element-type DtlTick) (transfer full): caller unrefs
 */
GArray *dtl_ticks_list (DtlTickStep step,
                        DtlTime from,
                        DtlTime to,
                        guint max,
                        const DtlLabelStyle *style);

/* The label of a major tick: "14:30", "27", "Jul", "1950", "500 BC", "66 Ma". */
char *dtl_ticks_dup_label (DtlTickStep step, DtlTime time, const DtlLabelStyle *style);

/* What the label leaves out, for the context row: "27 July 1950", "July 1950",
 * "1950"; empty where the label is complete. */
char *dtl_ticks_dup_context (DtlTickStep step, DtlTime time, const DtlLabelStyle *style);

G_END_DECLS
