/* One timeline's contents into another. */

#pragma once

#include "model/dtl-timeline.h"

G_BEGIN_DECLS

/* Adds copies of all that @from holds under ids that are new in @to; an empty
 * @to gets the same ids. What the two have in common stands in both. */
void dtl_import_merge (const DtlTimeline *from, DtlTimeline *to);

G_END_DECLS
