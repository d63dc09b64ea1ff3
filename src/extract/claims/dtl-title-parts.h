/* Several dates in one clause: which of its words are said of which date.
 *
 *   He [beat one army] in May | and another in June    shares "He beat"
 *   He went to York in 1905 | and to Hale in 1911      shares "He went"
 *   Wheat was sown [in Kent] in 1905 | and rye in Hale in 1911
 *                                                     shares "was sown" */

#pragma once

#include "extract/dtl-date-words.h"

G_BEGIN_DECLS

/* Tokens; a part is what its date alone is said of. */
typedef struct {
  int first, last;
  int shared_last;           /* from the clause's first token to here all parts share */
  int subject_last;          /* of a part with a subject of its own, or -1 */
  int verb_first, verb_last; /* the verb that such a part shares */
  int noun;                  /* what "one" in the part stands for, or -1 */
} DtlTitlePart;

/**
 * dtl_title_part_find:
 * @clause: has a verb
 * @date: of a date in it, or of one in front of it
 *
 * Returns: %FALSE where all of the clause is said of @date
 */
gboolean dtl_title_part_find (const DtlClauses *clauses,
                              int clause,
                              const DtlDateWords *date,
                              DtlTitlePart *ret_part);

G_END_DECLS
