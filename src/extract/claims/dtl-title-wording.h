/* Says the picked words of a clause the way a timeline says them. */

#pragma once

#include "extract/claims/dtl-title-words.h"

G_BEGIN_DECLS

typedef struct {
  gboolean pronoun;  /* the subject was a pronoun and was left out */
  gboolean reported; /* the clause says that somebody reports the rest */
} DtlTitleRewording;

/* Leaves out what stands before the subject, pronouns, appositions; of a
 * clause that is too long, keeps the noun phrase that is its news. */
DtlTitleRewording dtl_title_words_reword (DtlTitleWords *words);

/* "conquering" becomes "conquered", so that a participle can be a title. The
 * pick at @position is the participle. */
void dtl_title_words_put_in_past (DtlTitleWords *words, int position);

/* Says the pick at @position without a capital: the first word of a sentence,
 * moved. */
void dtl_title_words_lower (DtlTitleWords *words, int position);

G_END_DECLS
