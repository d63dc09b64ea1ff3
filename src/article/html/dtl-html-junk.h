/* Parts of a page that are no article, seen from the outside. */

#pragma once

#include "article/html/dtl-html-page.h"

G_BEGIN_DECLS

/* What an element's name, role, class and id say about it. */
typedef enum {
  DTL_HINT_JUNK = -4,        /* a menu, a teaser, a comment … */
  DTL_HINT_MIXED = -3,       /* called so, and content as well: "article-share" */
  DTL_HINT_SMALL_PRINT = -2, /* in an article but no part of its text: tags, bylines */
  DTL_HINT_BAD = -1,         /* likely no text */
  DTL_HINT_NONE = 0,
  DTL_HINT_GOOD = 1, /* called content, story, entry … */
  DTL_HINT_BODY = 2, /* says that it is the text of the article */
} DtlHint;

/* Sets the hint of every node, from itself alone. */
void dtl_page_find_hints (DtlPage *page);

G_END_DECLS
