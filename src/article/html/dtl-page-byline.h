/* Who wrote a page's article. */

#pragma once

#include "article/html/dtl-page-facts.h"

G_BEGIN_DECLS

/**
 * dtl_page_byline_find:
 * @facts: its title has been looked for
 * @ret_carrier: (out)
 *
 * Returns: (nullable) (transfer full): names joined by ", "
 */
char *dtl_page_byline_find (const DtlPageFacts *facts,
                            const char **ret_carrier,
                            double *ret_confidence);

G_END_DECLS
