/* What a page says of itself: title, byline, dates, address, language. */

#pragma once

#include "article/dtl-article.h"
#include "article/html/dtl-page-facts.h"

G_BEGIN_DECLS

/* Sets the fields that the page gives, but the language; finds the title's
 * element. What was set by hand before stays where the page says nothing. */
void dtl_metadata_read (DtlPageFacts *facts, DtlArticleBuilder *builder);

/* The language that the page says it has, or NULL. Lives as long as @facts. */
const char *dtl_metadata_find_language (const DtlPageFacts *facts);

G_END_DECLS
