/* Between the files that read a sentence into clauses. */

#pragma once

#include "extract/claims/dtl-clause-lookahead.h"
#include "extract/claims/dtl-clauses.h"

G_BEGIN_DECLS

#define DTL_MAX_CLAUSE_DEPTH 12

/* Reads left to right with a stack of open clauses, the innermost last. */
typedef struct {
  DtlClauses *out;
  DtlTokenRun run;
  int stack[DTL_MAX_CLAUSE_DEPTH];
  int depth;
  int predicted;   /* where the innermost clause will have its verb, or -1 */
  int reduced;     /* where a REDUCED clause opens, or -1 */
  int content;     /* where a CONTENT clause opens, or -1 */
  int resume;      /* where the clause outside takes its verb, or -1 */
  int aside_end;   /* the comma or dash that ends an ASIDE, or -1 */
  int aside_depth; /* of the stack outside it */
} DtlClauseParser;

/* --- dtl-clauses.c: the stack --- */

static inline DtlClause *
dtl_clause_parser_get_top (const DtlClauseParser *self)
{
  return &self->out->clauses[self->stack[self->depth - 1]];
}

static inline gboolean
dtl_clause_parser_is_word (const DtlClauseParser *self, int at, DtlWordClasses classes)
{
  return dtl_token_run_is (&self->run, at, classes);
}

/* Clauses that live within another and end with it. */
static inline gboolean
dtl_clause_is_dependent (const DtlClause *clause)
{
  return clause->kind == DTL_CLAUSE_RELATIVE || clause->kind == DTL_CLAUSE_SUBORDINATE ||
         clause->kind == DTL_CLAUSE_PARTICIPLE || clause->kind == DTL_CLAUSE_REDUCED;
}

/* Looks for the verb of the innermost clause from @at on. */
void dtl_clause_parser_predict_verb (DtlClauseParser *self, int at);
void dtl_clause_parser_push_clause (DtlClauseParser *self, DtlClauseKind kind, int at);
void dtl_clause_parser_pop_clause (DtlClauseParser *self, int at);
/* Ends the innermost clause and opens its sister. */
void dtl_clause_parser_replace_clause (DtlClauseParser *self, DtlClauseKind kind, int at);
/* Opens what ends with the comma or dash at @end: an apposition, or a participle
 * ("…, founded by monks, …"); and ends that, with what is open within it. */
void dtl_clause_parser_push_aside (DtlClauseParser *self, int at, int end);
void dtl_clause_parser_pop_aside (DtlClauseParser *self, int at);

/* --- dtl-clause-commas.c --- */

void dtl_clause_parser_read_comma (DtlClauseParser *self, int at);
/* One participle follows another as its sister: "taking the port, burning the
 * ships". */
void dtl_clause_parser_open_participle (DtlClauseParser *self, int at);

/* --- dtl-clause-openers.c --- */

void dtl_clause_parser_read_word (DtlClauseParser *self, int at);

G_END_DECLS
