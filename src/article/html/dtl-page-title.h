/* The title of a page's article. */

#pragma once

#include "article/html/dtl-page-facts.h"

G_BEGIN_DECLS

/**
 * dtl_page_title_find:
 * @facts: its title_node is set
 * @ret_carrier: (out)
 *
 * Prefers a heading that the page's metadata confirm; else takes the metadata,
 * without the name of the site.
 *
 * Returns: (nullable) (transfer full)
 */
char *dtl_page_title_find (DtlPageFacts *facts,
                           const char **ret_carrier,
                           double *ret_confidence);

G_END_DECLS
