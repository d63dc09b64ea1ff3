/* Pages of MediaWiki, as it shows them and as Parsoid writes them. */

#pragma once

#include "article/html/dtl-page-facts.h"

G_BEGIN_DECLS

/* Whether MediaWiki made the page. */
gboolean dtl_wiki_html_is (const DtlPage *page);

/**
 * dtl_wiki_html_read:
 * @page: that of @facts; what is no part of the article is marked as left out
 * @language: (nullable): known before
 *
 * Fills @builder with the text without boxes of navigation, notes, notices and
 * links to edit; with the rows of its box of facts that may hold a date, before
 * the text, as DTL_PARAGRAPH_FACT; and with title, address and last change. An
 * encyclopedia's article has no day on which it was published.
 */
void dtl_wiki_html_read (DtlPageFacts *facts,
                         DtlPage *page,
                         const char *language,
                         DtlArticleBuilder *builder);

G_END_DECLS
