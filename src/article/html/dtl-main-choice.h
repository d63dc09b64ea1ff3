/* The lines of the part that is the article while it is decided which of them
 * are its text. For the dtl-main files only. */

#pragma once

#include "article/html/dtl-html-blocks.h"

G_BEGIN_DECLS

typedef struct {
  DtlPage *page;
  GArray *blocks;
  guint8 *is_dropped; /* for each block */
} DtlMainChoice;

static inline const DtlBlock *
dtl_main_choice_get (const DtlMainChoice *choice, guint i)
{
  return &g_array_index (choice->blocks, DtlBlock, i);
}

/* Letters of the blocks from @from to before @to that are not dropped. */
guint dtl_main_choice_count_letters (const DtlMainChoice *choice, guint from, guint to);

void dtl_main_choice_drop (DtlMainChoice *choice, guint from, guint to);

/* Cleaned; NULL where nothing is left. Caller frees. */
char *dtl_main_choice_dup_text (const DtlMainChoice *choice, guint i);

/* The first block from @i on that is prose and not dropped, or the number of
 * blocks and more. */
guint dtl_main_choice_find_prose (const DtlMainChoice *choice, guint i);

/* Mostly links. */
gboolean dtl_block_is_linked (const DtlBlock *block);

/* A sentence at least, or as many words as several, and not of links. */
gboolean dtl_block_is_prose (const DtlBlock *block);

G_END_DECLS
