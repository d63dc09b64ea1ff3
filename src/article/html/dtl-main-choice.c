#include "config.h"

#include "article/html/dtl-main-choice.h"

#include "article/dtl-clean-text.h"

#define PROSE_WORDS 15
#define MANY_WORDS 40
#define MAX_LINK_SHARE 0.5
/* So much outside of links is a sentence of its own, whatever it links to. */
#define MIN_OWN_LETTERS 100

guint
dtl_main_choice_count_letters (const DtlMainChoice *choice, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    if (!choice->is_dropped[i])
      n += dtl_main_choice_get (choice, i)->n_letters;
  return n;
}

void
dtl_main_choice_drop (DtlMainChoice *choice, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    choice->is_dropped[i] = TRUE;
}

char *
dtl_main_choice_dup_text (const DtlMainChoice *choice, guint i)
{
  g_autoptr (GString) text = g_string_new (NULL);

  dtl_block_append_text (choice->page, dtl_main_choice_get (choice, i), text);
  return dtl_clean_text (text->str, (gssize) text->len);
}

guint
dtl_main_choice_find_prose (const DtlMainChoice *choice, guint i)
{
  while (i < choice->blocks->len &&
         (choice->is_dropped[i] || !dtl_block_is_prose (dtl_main_choice_get (choice, i))))
    i++;
  return i;
}

gboolean
dtl_block_is_linked (const DtlBlock *block)
{
  return block->n_link_letters > block->n_letters * MAX_LINK_SHARE &&
         (block->n_sentences == 0 ||
          block->n_letters - block->n_link_letters < MIN_OWN_LETTERS);
}

gboolean
dtl_block_is_prose (const DtlBlock *block)
{
  return block->n_words >= (block->n_sentences > 0 ? PROSE_WORDS : MANY_WORDS) &&
         !dtl_block_is_linked (block) && block->kind != DTL_PARAGRAPH_HEADING &&
         block->kind != DTL_PARAGRAPH_CAPTION;
}
