/* Where in its article a sentence stands; for the files of this folder. */

#pragma once

#include "article/dtl-article.h"

G_BEGIN_DECLS

/* Index of the paragraph that holds @position of the text, or -1. */
int dtl_fuse_find_paragraph (const DtlArticle *article, gsize position);

G_END_DECLS
