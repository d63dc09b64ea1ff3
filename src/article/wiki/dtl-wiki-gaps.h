/* The gaps that templates and notes leave in a sentence when they go. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Korea ( ; )" to "Korea", "in 1836 ." to "in 1836."; DTL_WIKI_MARK_BREAK
 * becomes a space. */
void dtl_wiki_gaps_mend (GString *text);

G_END_DECLS
