/* Which lines of the part that is the article are its text. */

#pragma once

#include "article/html/dtl-html-page.h"

G_BEGIN_DECLS

/**
 * dtl_main_blocks_choose:
 * @blocks: (element-type DtlBlock): those that are no text are removed
 * @root: the node that is the article
 * @title_node: the one that shows its title, or -1
 *
 * Removes what is outside of @root; the title, and what stands above the text;
 * lists of links; captions of nothing but a credit; and what follows a heading
 * such as "Related" or "Most popular".
 */
void dtl_main_blocks_choose (DtlPage *page, GArray *blocks, int root, int title_node);

G_END_DECLS
