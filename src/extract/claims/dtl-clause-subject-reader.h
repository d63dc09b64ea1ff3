/* The subject and the object of one clause, as what a later pronoun may stand
 * for. For dtl-clause-subjects.c, which keeps them. */

#pragma once

#include "extract/claims/dtl-clause-subjects.h"

G_BEGIN_DECLS

/* The subject of the clause @at: a name, a short noun phrase, or a pronoun,
 * which has no bytes and gives only its classes as known. */
gboolean dtl_clause_subject_read (DtlClauseSubjects *subjects,
                                  const DtlClauses *clauses,
                                  int at,
                                  DtlSubject *ret_subject);

/* "published *his work on peas*": what a later "it" may be where the subject is
 * a person. */
gboolean dtl_clause_subject_read_object (const DtlClauseSubjects *subjects,
                                         const DtlClauses *clauses,
                                         int at,
                                         DtlSubject *ret_object);

G_END_DECLS
