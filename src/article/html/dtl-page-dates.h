/* When a page's article was published, and changed. */

#pragma once

#include "article/html/dtl-date-vote.h"
#include "article/html/dtl-page-facts.h"

G_BEGIN_DECLS

/**
 * dtl_page_dates_gather:
 * @facts: its title has been looked for
 *
 * Lets every carrier in the page vote: metadata, JSON-LD, microdata, times,
 * addresses, dates written near the title. A date in a comment, a footer or a
 * teaser is not the article's.
 */
DtlDateVote *dtl_page_dates_gather (const DtlPageFacts *facts);

G_END_DECLS
