/* The parts of a page of MediaWiki, told by their classes and their shape. */

#pragma once

#include "article/html/dtl-html-page.h"

G_BEGIN_DECLS

/* The element that holds the article. */
int dtl_wiki_html_find_root (const DtlPage *page);

/* Marks the boxes of facts below @root as left out, and returns them.
 * (element-type int) (transfer full) */
GArray *dtl_wiki_html_take_boxes (DtlPage *page, int root);

/* Marks as left out all below @root that is no part of the article. */
void dtl_wiki_html_leave_out (DtlPage *page, int root);

G_END_DECLS
