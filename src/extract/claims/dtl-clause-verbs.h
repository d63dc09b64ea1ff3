/* Which token is the finite verb of a stretch of words. */

#pragma once

#include "extract/claims/dtl-clause-tokens.h"

G_BEGIN_DECLS

/* Tokens that end every stretch: marks, and words that open another clause. */
gboolean dtl_verbs_is_boundary (const DtlToken *tokens, int n, int at);

/* The first token at or after @at that is not an adverb, a quote or the words
 * of a date; @n where there is none. */
int dtl_verbs_skip_adjuncts (const DtlToken *tokens, int n, int at);

/* Whether token @at is a finite verb in a stretch that begins at @from;
 * @has_subject: its subject may stand before @from. */
gboolean dtl_verbs_is_finite (const DtlToken *tokens,
                              int n,
                              int at,
                              int from,
                              gboolean has_subject);

/**
 * dtl_verbs_find:
 * @ret_reduced: (out) (optional): where the verb of a shortened relative
 *   clause stands before it ("the plan *proposed* in 1990 was"), or -1
 *
 * The finite verb of the stretch that begins at @from and ends at the next
 * boundary, or -1. Looks at a bounded number of tokens.
 */
int dtl_verbs_find (const DtlToken *tokens,
                    int n,
                    int from,
                    gboolean has_subject,
                    int *ret_reduced);

G_END_DECLS
