/* Which part of a page is the article. */

#pragma once

#include "article/dtl-html-page.h"

G_BEGIN_DECLS

/**
 * dtl_main_text_find:
 *
 * Marks what is no part of the article as left out: menus, teasers, comments,
 * share buttons, forms. Told by structure, by names that pages give to such
 * parts, and by how much of their text is links; there is no list of sites.
 *
 * Returns: (element-type DtlBlock) (transfer full): the article's lines
 */
GArray *dtl_main_text_find (DtlPage *page);

G_END_DECLS
