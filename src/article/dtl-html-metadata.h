/* What a page says of itself: title, byline, dates, address, language. */

#pragma once

#include "article/dtl-article.h"
#include "article/dtl-html-page.h"

G_BEGIN_DECLS

/* Sets the fields that the page gives. To be called before anything is left
 * out of @page. @url: where it came from, or NULL. */
void dtl_metadata_read (const DtlPage *page, const char *url, DtlArticleBuilder *builder);

/* The language that the page says it has, or NULL. Lives as long as @page. */
const char *dtl_metadata_find_language (const DtlPage *page);

G_END_DECLS
