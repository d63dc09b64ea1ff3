/* A sentence as clauses: which words belong to one finite verb. */

#pragma once

#include "extract/claims/dtl-clause-tokens.h"

G_BEGIN_DECLS

/* Beyond this the rest of a sentence stays in the last clause. */
#define DTL_MAX_CLAUSES 64

typedef enum {
  DTL_CLAUSE_MAIN,
  DTL_CLAUSE_COORDINATE,  /* "and …" with a verb, of the same subject */
  DTL_CLAUSE_SUBORDINATE, /* "when …", "because …" */
  DTL_CLAUSE_RELATIVE,    /* "who …", "which …" */
  DTL_CLAUSE_CONTENT,     /* what somebody says: "that …" */
  DTL_CLAUSE_ATTRIBUTION, /* "…, he said", "according to …" */
  DTL_CLAUSE_FRONT,       /* before the subject: "In the north, …" */
  DTL_CLAUSE_ASIDE,       /* brackets, dashes, appositions */
  DTL_CLAUSE_PARTICIPLE,  /* ", killing …", ", built of …" */
  DTL_CLAUSE_REDUCED,     /* "the plan proposed in …" was */
} DtlClauseKind;

typedef struct {
  DtlClauseKind kind;
  int parent;      /* index of a clause, -1 for one of the sentence itself */
  int shared;      /* COORDINATE, PARTICIPLE: the clause whose subject it shares, or -1 */
  int first, last; /* tokens, with those of the clauses within it */
  int verb;        /* its finite verb; REDUCED, PARTICIPLE: the participle; or -1 */
} DtlClause;

typedef struct {
  const DtlClauseWords *words;
  DtlToken *tokens; /* of the reader; each names its clause */
  int n_tokens;
  DtlClause clauses[DTL_MAX_CLAUSES];
  int n_clauses;
} DtlClauses;

/* Marks @tokens with their clauses. Linear in their number. */
void dtl_clauses_read (DtlClauses *clauses, GArray *tokens, const DtlClauseWords *words);

/* "has *said*": the participle, where "has" is the finite verb at @verb;
 * otherwise @verb itself. */
int dtl_clauses_find_main_verb (const DtlClauses *clauses, int verb);

/* Whether @inner is @outer or lies within it. */
gboolean dtl_clauses_contain (const DtlClauses *clauses, int outer, int inner);

G_END_DECLS
