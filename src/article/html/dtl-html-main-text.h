/* Which part of a page is the article. */

#pragma once

#include "article/html/dtl-html-page.h"

G_BEGIN_DECLS

/* Marks what is not shown as left out, and sets the hints of all nodes. */
void dtl_main_text_prepare (DtlPage *page);

/* Marks as aside what its name says is no article: menus, teasers, comments.
 * @all: the blocks of all that is shown. */
void dtl_main_text_mark_asides (DtlPage *page, const GArray *all);

/**
 * dtl_main_text_find:
 * @page: its asides are marked
 *
 * Marks what is no part of the article as left out: menus, teasers, comments,
 * share buttons, forms. Told by structure, by names that pages give to such
 * parts, and by how much of their text is links; there is no list of sites.
 *
 * Returns: (element-type DtlBlock) (transfer full): the article's lines
 */
GArray *dtl_main_text_find (DtlPage *page, const GArray *all, int title_node);

G_END_DECLS
