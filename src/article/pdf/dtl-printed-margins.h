/* Running heads, feet, page numbers, and lines of a table of contents. */

#pragma once

#include "article/pdf/dtl-printed-lines.h"

G_BEGIN_DECLS

/* Removes them from @lines. */
void dtl_printed_margins_remove (GArray *lines);

G_END_DECLS
