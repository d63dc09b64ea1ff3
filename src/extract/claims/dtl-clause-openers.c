/* Words that open clauses, or take up the one outside: "who", "that", "when", "and",
 * a second verb. */

#include "extract/claims/dtl-clause-verbs.h"
#include "extract/claims/dtl-clauses-private.h"

static void
open_clause (DtlClauseParser *self, DtlClauseKind kind, int at, int verb_from)
{
  dtl_clause_parser_push_clause (self, kind, at);
  self->predicted =
      dtl_verbs_find (self->run.tokens, self->run.n, verb_from, TRUE, &self->reduced);
}

/* Of "the traces that most people accept *are* old" the only verb that is
 * known is not the relative clause's: no other follows for the clause outside,
 * which waits for one. */
static gboolean
is_outer_verb (const DtlClauseParser *self, int verb)
{
  int next = verb + 1;

  if (self->depth < 2 || self->out->clauses[self->stack[self->depth - 2]].verb >= 0)
    return FALSE;
  for (;
       next < self->run.n && !dtl_verbs_is_boundary (self->run.tokens, self->run.n, next);
       next++)
    if (dtl_verbs_is_finite (self->run.tokens, self->run.n, next, verb + 1, FALSE))
      return FALSE;
  return next >= self->run.n || (self->run.tokens[next].kind != DTL_TOKEN_WORD &&
                                 self->run.tokens[next].kind != DTL_TOKEN_COMMA);
}

/* @at: "who", "which", "that". */
static void
open_relative (DtlClauseParser *self, int at)
{
  int reduced, known = -1;
  const int verb = dtl_verbs_find (self->run.tokens, self->run.n, at, TRUE, &reduced);

  open_clause (self, DTL_CLAUSE_RELATIVE, at, at);
  if (verb > at + 1 && !dtl_clause_parser_is_word (self, at, DTL_WORDS (DETERMINER)) &&
      dtl_token_run_may_be_present (&self->run, at + 1))
    known = at + 1;
  else if (verb > at + 1 && reduced == at + 1 && is_outer_verb (self, verb))
    known = reduced; /* "that burnt fell" */
  else if (verb > at + 2 && is_outer_verb (self, verb))
    known = verb - 1;
  if (known < 0)
    return;
  dtl_clause_parser_get_top (self)->verb = known;
  self->predicted = self->reduced = -1;
  self->resume = verb;
}

/* "that" joins a clause to a noun ("the war that ended") or to a verb ("said
 * that"), or is a determiner. */
static void
read_that (DtlClauseParser *self, int at)
{
  const DtlToken *before = at > 0 ? &self->run.tokens[at - 1] : NULL;
  int next = dtl_verbs_skip_adjuncts (self->run.tokens, self->run.n, at + 1);

  if (before == NULL || next >= self->run.n)
    return;
  if (dtl_verbs_is_finite (self->run.tokens, self->run.n, next, at, TRUE))
    open_relative (self, at);
  else if (!dtl_token_is (before, DTL_WORDS (PREPOSITION)) &&
           dtl_verbs_find (self->run.tokens, self->run.n, at + 1, FALSE, NULL) > at + 1)
    {
      if (before->verb != DTL_VERB_NONE || before->kind != DTL_TOKEN_WORD)
        open_clause (self, DTL_CLAUSE_CONTENT, at, at + 1);
      else
        open_relative (self, at);
    }
}

/* "After a siege of three years Carthage fell": at the head of a sentence that
 * has one verb only, "after" is no more than a preposition. */
static gboolean
is_only_preposition (const DtlClauseParser *self, int at)
{
  int comma;

  if (!dtl_clause_parser_is_word (self, at, DTL_WORDS (PREPOSITION)) ||
      at != dtl_clause_parser_get_top (self)->first || self->depth > 1)
    return FALSE;
  for (comma = dtl_token_run_find_comma (&self->run, at); comma >= 0;
       comma = dtl_token_run_find_comma (&self->run, comma + 1))
    if (dtl_verbs_find (self->run.tokens, self->run.n, comma + 1, TRUE, NULL) >= 0)
      return FALSE;
  return TRUE;
}

static void
read_subordinator (DtlClauseParser *self, int at)
{
  const DtlToken *next = at + 1 < self->run.n ? &self->run.tokens[at + 1] : NULL;

  if (next == NULL || next->kind == DTL_TOKEN_DATE || is_only_preposition (self, at))
    return;
  if (dtl_verbs_find (self->run.tokens, self->run.n, at + 1, FALSE, NULL) > at + 1 ||
      dtl_token_run_begins_list (&self->run, at))
    open_clause (self, DTL_CLAUSE_SUBORDINATE, at, at + 1);
}

/* ", which had burnt, and": a relative clause between commas is over, and the
 * one outside, which has its verb, goes on. */
static gboolean
closes_relative (const DtlClauseParser *self, int at)
{
  const DtlClause *top = dtl_clause_parser_get_top (self);

  return top->kind == DTL_CLAUSE_RELATIVE && top->first > 0 &&
         self->run.tokens[top->first - 1].kind == DTL_TOKEN_COMMA &&
         self->run.tokens[at - 1].kind == DTL_TOKEN_COMMA &&
         self->out->clauses[self->stack[self->depth - 2]].verb >= 0;
}

/* The clause that "and" at @at goes on with, one that has its verb: dependents
 * that cannot share a subject are closed. */
static void
read_coordinator (DtlClauseParser *self, int at)
{
  int next = dtl_verbs_skip_adjuncts (self->run.tokens, self->run.n, at + 1);
  const DtlToken *token = next < self->run.n ? &self->run.tokens[next] : NULL;
  int base, verb;

  if (token == NULL || dtl_clause_parser_get_top (self)->verb < 0 ||
      dtl_clause_parser_get_top (self)->kind == DTL_CLAUSE_ASIDE ||
      dtl_token_run_joins_dates (&self->run, at))
    return;
  while (self->depth > 1 && closes_relative (self, at))
    self->depth--;
  base = self->stack[self->depth - 1];
  if (dtl_clause_parser_get_top (self)->kind == DTL_CLAUSE_PARTICIPLE &&
      token->verb == DTL_VERB_ING &&
      self->run.tokens[dtl_clause_parser_get_top (self)->first].verb == DTL_VERB_ING)
    {
      dtl_clause_parser_open_participle (self, next);
      return;
    }
  if (dtl_clause_parser_get_top (self)->kind == DTL_CLAUSE_PARTICIPLE &&
      self->aside_end > at && token->verb == DTL_VERB_EITHER)
    {
      dtl_clause_parser_open_participle (
          self, next); /* ", opened in 1936 and rebuilt in 1994," */
      dtl_clause_parser_get_top (self)->shared = base;
      return;
    }
  if (!token->capital && !dtl_token_is (token, DTL_WORDS (NOT_FINITE)) &&
      (token->verb == DTL_VERB_FINITE || token->verb == DTL_VERB_EITHER))
    {
      if (self->run.tokens[at - 1].verb != DTL_VERB_NONE &&
          token->verb == DTL_VERB_EITHER)
        return; /* "killed and injured" */
      if (dtl_clause_parser_get_top (self)->kind == DTL_CLAUSE_PARTICIPLE &&
          self->depth > 1)
        base = self->stack[--self->depth - 1];
      dtl_clause_parser_replace_clause (self, DTL_CLAUSE_COORDINATE, at);
      dtl_clause_parser_get_top (self)->shared = base;
      self->predicted = next;
      return;
    }
  if (token->kind == DTL_TOKEN_COMMA)
    next++;
  verb = dtl_verbs_find (self->run.tokens, self->run.n, next, FALSE, NULL);
  if (verb < 0)
    verb = dtl_token_run_find_verb_behind_aside (&self->run, next);
  if (verb <= next)
    return;
  while (dtl_clause_is_dependent (dtl_clause_parser_get_top (self)) && self->depth > 1)
    self->depth--;
  dtl_clause_parser_replace_clause (self, DTL_CLAUSE_MAIN, at);
  dtl_clause_parser_predict_verb (self, at + 1);
}

/* A finite verb, or in "the doctors who left *moved* to" the last that can be
 * one. */
static gboolean
is_second_verb (const DtlClauseParser *self, int at)
{
  const DtlToken *tokens = self->run.tokens;

  if (tokens[at].verb == DTL_VERB_FINITE)
    return TRUE;
  return tokens[at].verb == DTL_VERB_EITHER && tokens[at - 1].kind == DTL_TOKEN_WORD &&
         tokens[at - 1].verb == DTL_VERB_NONE &&
         !dtl_token_is (&tokens[at - 1], DTL_WORDS (PREPOSITION) |
                                             DTL_WORDS (DETERMINER) |
                                             DTL_WORDS (COORDINATOR)) &&
         dtl_verbs_find (tokens, self->run.n, at + 1, TRUE, NULL) < 0;
}

/* "the man who died *was*": a second verb takes the outer clause up again. */
static void
resume_outer (DtlClauseParser *self, int at)
{
  while (self->depth > 1)
    {
      const DtlClause *top = dtl_clause_parser_get_top (self);
      const DtlClause *outer = &self->out->clauses[self->stack[self->depth - 2]];

      if (at == self->resume ||
          (top->kind == DTL_CLAUSE_REDUCED && at == self->predicted))
        {
          self->depth--;
          self->predicted = at;
          return;
        }
      if (!dtl_clause_is_dependent (top) || top->verb < 0 || top->verb >= at ||
          outer->verb >= 0 || !is_second_verb (self, at) ||
          !dtl_verbs_is_finite (self->run.tokens, self->run.n, at, top->verb + 1,
                                FALSE) ||
          self->run.tokens[at - 1].verb == DTL_VERB_FINITE)
        return;
      self->depth--;
      self->predicted = at;
    }
}

void
dtl_clause_parser_read_word (DtlClauseParser *self, int at)
{
  const DtlToken *token = &self->run.tokens[at];

  resume_outer (self, at);
  if (at == self->content)
    {
      self->content = -1;
      open_clause (self, DTL_CLAUSE_CONTENT, at,
                   dtl_token_is (token, DTL_WORDS (THAT)) ? at + 1 : at);
    }
  else if (at == self->reduced)
    {
      int resumed = self->predicted;

      dtl_clause_parser_push_clause (self, DTL_CLAUSE_REDUCED, at);
      dtl_clause_parser_get_top (self)->verb = at;
      self->predicted = resumed;
    }
  else if (dtl_token_is (token, DTL_WORDS (RELATIVE)) && at > 0)
    open_relative (self, at);
  else if (dtl_token_is (token, DTL_WORDS (THAT)))
    read_that (self, at);
  else if (dtl_token_is (token, DTL_WORDS (COORDINATOR)) && at > 0)
    read_coordinator (self, at);
  else if (dtl_token_is (token, DTL_WORDS (SUBORDINATOR)))
    read_subordinator (self, at);
}
