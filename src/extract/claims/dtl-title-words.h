/* The words of a title: picked from a sentence, shortened, joined. */

#pragma once

#include "extract/claims/dtl-clauses.h"

G_BEGIN_DECLS

/* In characters: what fits a label on a timeline. */
#define DTL_TITLE_LENGTH 60

/* What may be added to it so that a title or a phrase ends whole. */
#define DTL_TITLE_TOLERANCE 5

typedef struct {
  int token;
  char *wording; /* in place of the token's own, or NULL */
} DtlTitlePick;

typedef struct {
  const char *text; /* of the article */
  const DtlClauses *clauses;
  GArray *picks; /* DtlTitlePick, rising but where words were moved */
  int verb;      /* position in picks of the verb, or -1 */
} DtlTitleWords;

void dtl_title_words_init (DtlTitleWords *words,
                           const char *text,
                           const DtlClauses *clauses);
void dtl_title_words_clear (DtlTitleWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlTitleWords, dtl_title_words_clear)

void dtl_title_words_pick (DtlTitleWords *words, int token);
/* Says the pick at @position with @wording, which it takes. */
void dtl_title_words_take_wording (DtlTitleWords *words, int position, char *wording);
void dtl_title_words_clear_picks (DtlTitleWords *words);
const DtlToken *dtl_title_words_get (const DtlTitleWords *words, int position);
void dtl_title_words_remove (DtlTitleWords *words, int position, int n);

/* Characters of the first @n picks when joined. */
int dtl_title_words_measure (const DtlTitleWords *words, int n);

/* Words with a meaning of their own: not "the", "of", "was". */
int dtl_title_words_count_content (const DtlTitleWords *words);

/* Whether the pick at @position begins a phrase that the words before it can
 * do without. */
gboolean dtl_title_words_begins_phrase (const DtlTitleWords *words, int position);

/* Cuts to about DTL_TITLE_LENGTH at the end of a phrase, drops what dangles
 * at both ends and joins the rest, beginning with a capital. NULL where
 * nothing is left that says anything. Caller frees. */
char *dtl_title_words_finish (DtlTitleWords *words);

G_END_DECLS
