/* The title of a claim: what the clause of a date says, without the date. */

#pragma once

#include "extract/claims/dtl-clause-subjects.h"

G_BEGIN_DECLS

typedef struct {
  char *title;           /* NULL where the clause says nothing; caller frees */
  int clause;            /* the one the title tells of */
  gboolean verbal;       /* it is a clause with its verb, not only a noun phrase */
  gboolean reported;     /* somebody says so */
  gboolean occasion;     /* the title is where somebody spoke */
  gboolean first_person; /* the speaker's own: "we would be home" */
  gboolean pronoun;      /* its subject was a pronoun, left out or named */
} DtlClauseTitle;

/**
 * dtl_clause_title_make:
 * @date: the token of a mention
 * @subjects: of the sentences before, for what pronouns stand for
 */
DtlClauseTitle dtl_clause_title_make (const DtlClauses *clauses,
                                      int date,
                                      const char *text,
                                      const DtlMention *mentions,
                                      DtlClauseSubjects *subjects);

G_END_DECLS
