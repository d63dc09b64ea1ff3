/* Parts of a page that are no article, seen from the outside. */

#pragma once

#include "article/dtl-html-page.h"

G_BEGIN_DECLS

/* What an element's name, role, class and id say about it. */
typedef enum {
  DTL_HINT_JUNK = -2, /* surely a menu, a teaser, a comment … */
  DTL_HINT_BAD = -1,  /* likely so */
  DTL_HINT_NONE = 0,
  DTL_HINT_GOOD = 1, /* called content, story, entry … */
  DTL_HINT_BODY = 2, /* says that it is the text of the article */
} DtlHint;

/* Sets the hint of every node, from itself alone. */
void dtl_page_find_hints (DtlPage *page);

/* Not shown at all: scripts, forms, what a style or an attribute hides. */
gboolean dtl_page_is_hidden (const DtlPage *page, int node);

G_END_DECLS
