/* The first half of reading wikitext: what lies within brackets, braces and
 * tags becomes plain text, or goes.
 *
 * What is left has marks at the heads of lines only ("==", "*", "{|"), and
 * those of dtl-wiki-template.h. */

#pragma once

#include "article/wiki/dtl-wikitext.h"

G_BEGIN_DECLS

/* Before a line whose first letter is no mark. */
#define DTL_WIKI_MARK_PLAIN '\001'
/* Before the caption of a file. */
#define DTL_WIKI_MARK_CAPTION '\006'

/**
 * dtl_wiki_flatten:
 *
 * One pass: nothing is looked at more than a fixed number of times, and nesting
 * beyond a hundred levels is not followed.
 *
 * Returns: (transfer full): flattened text
 */
GString *dtl_wiki_flatten (const char *text, gsize length, const DtlWikiPage *page);

G_END_DECLS
