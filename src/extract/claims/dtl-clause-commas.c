/* What a comma begins and ends: the front of a sentence, an apposition, a list of
 * verbs, another clause, who said it. */

#include "extract/claims/dtl-clause-verbs.h"
#include "extract/claims/dtl-clauses-private.h"

/* A comma before the verb. */
static void
read_comma_before_verb (DtlClauseParser *self, int at)
{
  DtlClause *top = dtl_clause_parser_get_top (self);
  int end;

  if (!dtl_clause_is_dependent (top) &&
      dtl_token_run_is_front (&self->run, top->first, at) &&
      !dtl_token_run_goes_on (&self->run, top->first, at))
    {
      DtlClauseKind kind = top->kind;

      top->kind = dtl_clause_parser_is_word (self, top->first, DTL_WORDS (ACCORDING))
                      ? DTL_CLAUSE_ATTRIBUTION
                      : DTL_CLAUSE_FRONT;
      dtl_clause_parser_replace_clause (self, kind, at + 1);
      return;
    }
  end = dtl_token_run_find_aside_end (&self->run, at);
  if (end > 0)
    {
      dtl_clause_parser_push_aside (self, at + 1, end);
      return;
    }
  dtl_clause_parser_predict_verb (self, at + 1);
}

/* One participle follows another as its sister: "taking the port, burning the
 * ships". */
void
dtl_clause_parser_open_participle (DtlClauseParser *self, int at)
{
  if (dtl_clause_parser_get_top (self)->kind == DTL_CLAUSE_PARTICIPLE)
    dtl_clause_parser_replace_clause (self, DTL_CLAUSE_PARTICIPLE, at);
  else
    dtl_clause_parser_push_clause (self, DTL_CLAUSE_PARTICIPLE, at);
  if (dtl_clause_parser_get_top (self)->kind == DTL_CLAUSE_PARTICIPLE)
    dtl_clause_parser_get_top (self)->verb = at;
}

/* "was built, *fell* and was", "was built, *moved* to Hale and": the next verb of
 * the same subject, which is no participle. */
static gboolean
continues_list (const DtlClauseParser *self, int next, int verb)
{
  const int at = dtl_verbs_skip_adjuncts (self->run.tokens, self->run.n, next);

  return at < self->run.n &&
         (verb == at || (self->run.tokens[at].verb == DTL_VERB_EITHER &&
                         dtl_clause_parser_is_word (self, at, DTL_WORDS (INTRANSITIVE))));
}

/* A comma after the verb: another clause, an attribution, a participle. */
static void
read_comma_after_verb (DtlClauseParser *self, int at)
{
  int next = at + 1;
  int verb;

  while (next < self->run.n && self->run.tokens[next].kind == DTL_TOKEN_QUOTE)
    next++;
  if (next >= self->run.n ||
      dtl_clause_parser_is_word (self, next,
                                 DTL_WORDS (RELATIVE) | DTL_WORDS (SUBORDINATOR) |
                                     DTL_WORDS (COORDINATOR)))
    return;
  verb = dtl_verbs_find (self->run.tokens, self->run.n, next, FALSE, NULL);
  if (dtl_token_run_begins_attribution (&self->run, next))
    {
      while (dtl_clause_is_dependent (dtl_clause_parser_get_top (self)) &&
             self->depth > 1)
        self->depth--;
      dtl_clause_parser_push_clause (self, DTL_CLAUSE_ATTRIBUTION, next);
      dtl_clause_parser_predict_verb (self, next);
    }
  else if (continues_list (self, next, verb))
    {
      const int base = self->stack[self->depth - 1];

      dtl_clause_parser_replace_clause (self, DTL_CLAUSE_COORDINATE, next);
      dtl_clause_parser_get_top (self)->shared = base;
      self->predicted = dtl_verbs_skip_adjuncts (self->run.tokens, self->run.n, next);
    }
  else if (verb >= 0)
    dtl_clause_parser_replace_clause (self, DTL_CLAUSE_MAIN, next);
  else if (self->run.tokens[next].verb == DTL_VERB_ING ||
           self->run.tokens[next].verb == DTL_VERB_EITHER ||
           self->run.tokens[next].verb == DTL_VERB_PARTICIPLE)
    dtl_clause_parser_open_participle (self, next);
}

/* Ends what a comma ends. A clause that trails goes on over the commas of a
 * list, as long as nothing outside it waits for its verb. */
static void
end_dependents (DtlClauseParser *self, int comma)
{
  while (self->depth > 1)
    {
      const DtlClause *top = dtl_clause_parser_get_top (self);
      const DtlClause *outer = &self->out->clauses[self->stack[self->depth - 2]];

      if (top->kind != DTL_CLAUSE_ATTRIBUTION &&
          (!dtl_clause_is_dependent (top) || top->verb < 0))
        return;
      if (outer->verb >= 0 && !dtl_token_run_begins_attribution (&self->run, comma + 1) &&
          !(top->kind == DTL_CLAUSE_SUBORDINATE &&
            dtl_token_run_is_date_phrase (&self->run, comma + 1)) &&
          dtl_verbs_find (self->run.tokens, self->run.n, comma + 1, FALSE, NULL) < 0)
        return;
      dtl_clause_parser_pop_clause (self, comma + 1);
    }
}

void
dtl_clause_parser_read_comma (DtlClauseParser *self, int at)
{
  if (at == self->aside_end)
    {
      dtl_clause_parser_pop_aside (self, at + 1);
      return;
    }
  if (self->aside_end >= 0)
    return;
  end_dependents (self, at);
  if (dtl_clause_parser_get_top (self)->verb < 0)
    read_comma_before_verb (self, at);
  else
    read_comma_after_verb (self, at);
}
