/* The lines of a page as a reader sees them: paragraphs, headings, list items,
 * table rows, with what tells an article from a menu. */

#pragma once

#include "article/dtl-article.h"
#include "article/html/dtl-html-page.h"

G_BEGIN_DECLS

/* A stretch of nodes in which no line ends. */
typedef struct {
  int first, end; /* nodes */
  int element;    /* the innermost block round it */
  guint8 kind;    /* DtlParagraphKind */
  guint8 level;
  guint n_letters, n_link_letters; /* letters and digits; those within links */
  guint n_words;
  guint n_commas;
  guint n_sentences; /* ends of sentences */
} DtlBlock;

/* The blocks of all that is not left out, in reading order; none without a
 * letter. Returns: (element-type DtlBlock) (transfer full) */
GArray *dtl_blocks_find (const DtlPage *page);

/* Adds the block's text, cleaned, as a paragraph. */
void dtl_block_add_to (const DtlPage *page,
                       const DtlBlock *block,
                       DtlArticleBuilder *builder);

/* Appends the block's text as it stands in the page. */
void dtl_block_append_text (const DtlPage *page, const DtlBlock *block, GString *text);

G_END_DECLS
