/* One timeline's contents into another. */

#pragma once

#include "model/dtl-timeline.h"

G_BEGIN_DECLS

/* Adds copies of all that @from holds under ids that are new in @to; an empty
 * @to gets the same ids. What the two have in common stands in both. */
void dtl_import_merge (const DtlTimeline *from, DtlTimeline *to);

/* The same, but that all events go into one new lane called @lane. */
void dtl_import_merge_into_lane (const DtlTimeline *from,
                                 DtlTimeline *to,
                                 const char *lane);

G_END_DECLS
