#include "extract/dtl-clauses.h"

#include "extract/dtl-clause-lookahead.h"
#include "extract/dtl-clause-verbs.h"

#define MAX_DEPTH 12

/* Reads left to right with a stack of open clauses, the innermost last. */
typedef struct {
  DtlClauses *out;
  DtlTokenRun run;
  int stack[MAX_DEPTH];
  int depth;
  int predicted;   /* where the innermost clause will have its verb, or -1 */
  int reduced;     /* where a REDUCED clause opens, or -1 */
  int content;     /* where a CONTENT clause opens, or -1 */
  int resume;      /* where the clause outside takes its verb, or -1 */
  int aside_end;   /* the comma or dash that ends an ASIDE, or -1 */
  int aside_depth; /* of the stack outside it */
} Parser;

static DtlClause *
get_top (const Parser *self)
{
  return &self->out->clauses[self->stack[self->depth - 1]];
}

static gboolean
is_word (const Parser *self, int at, DtlWordClasses classes)
{
  return dtl_token_run_is (&self->run, at, classes);
}

/* Looks for the verb of the innermost clause from @at on. */
static void
predict_verb (Parser *self, int at)
{
  DtlClause *top = get_top (self);

  self->predicted = self->reduced = -1;
  if (top->verb >= 0)
    return;
  self->predicted =
      dtl_verbs_find (self->run.tokens, self->run.n, at, top->first < at, &self->reduced);
}

static void
push_clause (Parser *self, DtlClauseKind kind, int at)
{
  DtlClauses *out = self->out;
  DtlClause clause = { 0 };

  if (out->n_clauses == DTL_MAX_CLAUSES || self->depth == MAX_DEPTH)
    return;
  clause.kind = kind;
  clause.parent = self->depth > 0 ? self->stack[self->depth - 1] : -1;
  clause.shared = clause.verb = -1;
  clause.first = clause.last = at;
  self->stack[self->depth++] = out->n_clauses;
  out->clauses[out->n_clauses++] = clause;
}

static void
pop_clause (Parser *self, int at)
{
  if (self->depth == 1)
    return;
  self->depth--;
  predict_verb (self, at);
}

/* Ends the innermost clause and opens its sister. */
static void
replace_clause (Parser *self, DtlClauseKind kind, int at)
{
  if (self->out->n_clauses == DTL_MAX_CLAUSES)
    return;
  self->depth--;
  push_clause (self, kind, at);
  predict_verb (self, at);
}

/* Clauses that live within another and end with it. */
static gboolean
is_dependent (const DtlClause *clause)
{
  return clause->kind == DTL_CLAUSE_RELATIVE || clause->kind == DTL_CLAUSE_SUBORDINATE ||
         clause->kind == DTL_CLAUSE_PARTICIPLE || clause->kind == DTL_CLAUSE_REDUCED;
}

/* Opens what ends with the comma or dash at @end: an apposition, or a
 * participle ("…, founded by monks, …"). */
static void
push_aside (Parser *self, int at, int end)
{
  const DtlVerbForm form = (DtlVerbForm) self->run.tokens[at].verb;
  const gboolean participle = form == DTL_VERB_EITHER || form == DTL_VERB_PARTICIPLE;

  self->aside_end = end;
  self->aside_depth = self->depth;
  push_clause (self, participle ? DTL_CLAUSE_PARTICIPLE : DTL_CLAUSE_ASIDE, at);
  if (participle && self->depth > self->aside_depth)
    get_top (self)->verb = at;
}

/* Ends an ASIDE and what is open within it. */
static void
pop_aside (Parser *self, int at)
{
  self->aside_end = -1;
  self->depth = MIN (self->depth, self->aside_depth + 1);
  pop_clause (self, at);
}

/* --- commas --- */

/* A comma before the verb. */
static void
read_comma_before_verb (Parser *self, int at)
{
  DtlClause *top = get_top (self);
  int end;

  if (!is_dependent (top) && dtl_token_run_is_front (&self->run, top->first, at) &&
      !dtl_token_run_goes_on (&self->run, top->first, at))
    {
      DtlClauseKind kind = top->kind;

      top->kind = is_word (self, top->first, DTL_WORDS (ACCORDING))
                      ? DTL_CLAUSE_ATTRIBUTION
                      : DTL_CLAUSE_FRONT;
      replace_clause (self, kind, at + 1);
      return;
    }
  end = dtl_token_run_find_aside_end (&self->run, at);
  if (end > 0)
    {
      push_aside (self, at + 1, end);
      return;
    }
  predict_verb (self, at + 1);
}

/* One participle follows another as its sister: "taking the port, burning the
 * ships". */
static void
open_participle (Parser *self, int at)
{
  if (get_top (self)->kind == DTL_CLAUSE_PARTICIPLE)
    replace_clause (self, DTL_CLAUSE_PARTICIPLE, at);
  else
    push_clause (self, DTL_CLAUSE_PARTICIPLE, at);
  if (get_top (self)->kind == DTL_CLAUSE_PARTICIPLE)
    get_top (self)->verb = at;
}

/* "was built, *fell* and was", "was built, *moved* to Hale and": the next verb of
 * the same subject, which is no participle. */
static gboolean
continues_list (const Parser *self, int next, int verb)
{
  const int at = dtl_verbs_skip_adjuncts (self->run.tokens, self->run.n, next);

  return at < self->run.n &&
         (verb == at || (self->run.tokens[at].verb == DTL_VERB_EITHER &&
                         is_word (self, at, DTL_WORDS (INTRANSITIVE))));
}

/* A comma after the verb: another clause, an attribution, a participle. */
static void
read_comma_after_verb (Parser *self, int at)
{
  int next = at + 1;
  int verb;

  while (next < self->run.n && self->run.tokens[next].kind == DTL_TOKEN_QUOTE)
    next++;
  if (next >= self->run.n ||
      is_word (self, next,
               DTL_WORDS (RELATIVE) | DTL_WORDS (SUBORDINATOR) | DTL_WORDS (COORDINATOR)))
    return;
  verb = dtl_verbs_find (self->run.tokens, self->run.n, next, FALSE, NULL);
  if (dtl_token_run_begins_attribution (&self->run, next))
    {
      while (is_dependent (get_top (self)) && self->depth > 1)
        self->depth--;
      push_clause (self, DTL_CLAUSE_ATTRIBUTION, next);
      predict_verb (self, next);
    }
  else if (continues_list (self, next, verb))
    {
      const int base = self->stack[self->depth - 1];

      replace_clause (self, DTL_CLAUSE_COORDINATE, next);
      get_top (self)->shared = base;
      self->predicted = dtl_verbs_skip_adjuncts (self->run.tokens, self->run.n, next);
    }
  else if (verb >= 0)
    replace_clause (self, DTL_CLAUSE_MAIN, next);
  else if (self->run.tokens[next].verb == DTL_VERB_ING ||
           self->run.tokens[next].verb == DTL_VERB_EITHER ||
           self->run.tokens[next].verb == DTL_VERB_PARTICIPLE)
    open_participle (self, next);
}

/* Ends what a comma ends. A clause that trails goes on over the commas of a
 * list, as long as nothing outside it waits for its verb. */
static void
end_dependents (Parser *self, int comma)
{
  while (self->depth > 1)
    {
      const DtlClause *top = get_top (self);
      const DtlClause *outer = &self->out->clauses[self->stack[self->depth - 2]];

      if (top->kind != DTL_CLAUSE_ATTRIBUTION && (!is_dependent (top) || top->verb < 0))
        return;
      if (outer->verb >= 0 && !dtl_token_run_begins_attribution (&self->run, comma + 1) &&
          !(top->kind == DTL_CLAUSE_SUBORDINATE &&
            dtl_token_run_is_date_phrase (&self->run, comma + 1)) &&
          dtl_verbs_find (self->run.tokens, self->run.n, comma + 1, FALSE, NULL) < 0)
        return;
      pop_clause (self, comma + 1);
    }
}

static void
read_comma (Parser *self, int at)
{
  if (at == self->aside_end)
    {
      pop_aside (self, at + 1);
      return;
    }
  if (self->aside_end >= 0)
    return;
  end_dependents (self, at);
  if (get_top (self)->verb < 0)
    read_comma_before_verb (self, at);
  else
    read_comma_after_verb (self, at);
}

/* --- words that open clauses --- */

static void
open_clause (Parser *self, DtlClauseKind kind, int at, int verb_from)
{
  push_clause (self, kind, at);
  self->predicted =
      dtl_verbs_find (self->run.tokens, self->run.n, verb_from, TRUE, &self->reduced);
}

/* Of "the traces that most people accept *are* old" the only verb that is
 * known is not the relative clause's: no other follows for the clause outside,
 * which waits for one. */
static gboolean
is_outer_verb (const Parser *self, int verb)
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
open_relative (Parser *self, int at)
{
  int reduced, known = -1;
  const int verb = dtl_verbs_find (self->run.tokens, self->run.n, at, TRUE, &reduced);

  open_clause (self, DTL_CLAUSE_RELATIVE, at, at);
  if (verb > at + 1 && !is_word (self, at, DTL_WORDS (DETERMINER)) &&
      dtl_token_run_may_be_present (&self->run, at + 1))
    known = at + 1;
  else if (verb > at + 1 && reduced == at + 1 && is_outer_verb (self, verb))
    known = reduced; /* "that burnt fell" */
  else if (verb > at + 2 && is_outer_verb (self, verb))
    known = verb - 1;
  if (known < 0)
    return;
  get_top (self)->verb = known;
  self->predicted = self->reduced = -1;
  self->resume = verb;
}

/* "that" joins a clause to a noun ("the war that ended") or to a verb ("said
 * that"), or is a determiner. */
static void
read_that (Parser *self, int at)
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
is_only_preposition (const Parser *self, int at)
{
  int comma;

  if (!is_word (self, at, DTL_WORDS (PREPOSITION)) || at != get_top (self)->first ||
      self->depth > 1)
    return FALSE;
  for (comma = dtl_token_run_find_comma (&self->run, at); comma >= 0;
       comma = dtl_token_run_find_comma (&self->run, comma + 1))
    if (dtl_verbs_find (self->run.tokens, self->run.n, comma + 1, TRUE, NULL) >= 0)
      return FALSE;
  return TRUE;
}

static void
read_subordinator (Parser *self, int at)
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
closes_relative (const Parser *self, int at)
{
  const DtlClause *top = get_top (self);

  return top->kind == DTL_CLAUSE_RELATIVE && top->first > 0 &&
         self->run.tokens[top->first - 1].kind == DTL_TOKEN_COMMA &&
         self->run.tokens[at - 1].kind == DTL_TOKEN_COMMA &&
         self->out->clauses[self->stack[self->depth - 2]].verb >= 0;
}

/* The clause that "and" at @at goes on with, one that has its verb: dependents
 * that cannot share a subject are closed. */
static void
read_coordinator (Parser *self, int at)
{
  int next = dtl_verbs_skip_adjuncts (self->run.tokens, self->run.n, at + 1);
  const DtlToken *token = next < self->run.n ? &self->run.tokens[next] : NULL;
  int base, verb;

  if (token == NULL || get_top (self)->verb < 0 ||
      get_top (self)->kind == DTL_CLAUSE_ASIDE ||
      dtl_token_run_joins_dates (&self->run, at))
    return;
  while (self->depth > 1 && closes_relative (self, at))
    self->depth--;
  base = self->stack[self->depth - 1];
  if (get_top (self)->kind == DTL_CLAUSE_PARTICIPLE && token->verb == DTL_VERB_ING &&
      self->run.tokens[get_top (self)->first].verb == DTL_VERB_ING)
    {
      open_participle (self, next);
      return;
    }
  if (get_top (self)->kind == DTL_CLAUSE_PARTICIPLE && self->aside_end > at &&
      token->verb == DTL_VERB_EITHER)
    {
      open_participle (self, next); /* ", opened in 1936 and rebuilt in 1994," */
      get_top (self)->shared = base;
      return;
    }
  if (!token->capital && !dtl_token_is (token, DTL_WORDS (NOT_FINITE)) &&
      (token->verb == DTL_VERB_FINITE || token->verb == DTL_VERB_EITHER))
    {
      if (self->run.tokens[at - 1].verb != DTL_VERB_NONE &&
          token->verb == DTL_VERB_EITHER)
        return; /* "killed and injured" */
      if (get_top (self)->kind == DTL_CLAUSE_PARTICIPLE && self->depth > 1)
        base = self->stack[--self->depth - 1];
      replace_clause (self, DTL_CLAUSE_COORDINATE, at);
      get_top (self)->shared = base;
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
  while (is_dependent (get_top (self)) && self->depth > 1)
    self->depth--;
  replace_clause (self, DTL_CLAUSE_MAIN, at);
  predict_verb (self, at + 1);
}

/* A finite verb, or in "the doctors who left *moved* to" the last that can be
 * one. */
static gboolean
is_second_verb (const Parser *self, int at)
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
resume_outer (Parser *self, int at)
{
  while (self->depth > 1)
    {
      const DtlClause *top = get_top (self);
      const DtlClause *outer = &self->out->clauses[self->stack[self->depth - 2]];

      if (at == self->resume ||
          (top->kind == DTL_CLAUSE_REDUCED && at == self->predicted))
        {
          self->depth--;
          self->predicted = at;
          return;
        }
      if (!is_dependent (top) || top->verb < 0 || top->verb >= at || outer->verb >= 0 ||
          !is_second_verb (self, at) ||
          !dtl_verbs_is_finite (self->run.tokens, self->run.n, at, top->verb + 1,
                                FALSE) ||
          self->run.tokens[at - 1].verb == DTL_VERB_FINITE)
        return;
      self->depth--;
      self->predicted = at;
    }
}

static void
read_word (Parser *self, int at)
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

      push_clause (self, DTL_CLAUSE_REDUCED, at);
      get_top (self)->verb = at;
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

/* --- the other marks --- */

static gboolean
is_in_bracket (const Parser *self)
{
  for (int i = 1; i < self->depth; i++)
    if (self->run.tokens[self->out->clauses[self->stack[i]].first].kind == DTL_TOKEN_OPEN)
      return TRUE;
  return FALSE;
}

static void
read_dash (Parser *self, int at)
{
  int end = -1;

  if (at == self->aside_end)
    {
      pop_aside (self, at + 1);
      return;
    }
  if (self->aside_end >= 0 || is_in_bracket (self) ||
      dtl_token_run_joins_dates (&self->run, at))
    return;
  for (int i = at + 1; i < self->run.n && i < at + DTL_MAX_ASIDE && end < 0; i++)
    if (self->run.tokens[i].kind == DTL_TOKEN_DASH)
      end = i;
  if (end < 0)
    {
      self->depth = MIN (self->depth, 1);
      replace_clause (self, DTL_CLAUSE_MAIN, at + 1);
      return;
    }
  push_aside (self, at, end);
}

/* Closes everything inside the bracket, and the bracket. */
static void
close_bracket (Parser *self, int at)
{
  int depth = self->depth;

  while (depth > 1 &&
         self->run.tokens[self->out->clauses[self->stack[depth - 1]].first].kind !=
             DTL_TOKEN_OPEN)
    depth--;
  if (depth == 1)
    return;
  self->depth = depth;
  pop_clause (self, at + 1);
}

/* A semicolon or colon ends everything but a bracket. */
static void
start_sister (Parser *self, int at)
{
  while (self->depth > 1 &&
         self->run.tokens[self->out->clauses[self->stack[self->depth - 2]].first].kind !=
             DTL_TOKEN_OPEN &&
         self->run.tokens[get_top (self)->first].kind != DTL_TOKEN_OPEN)
    self->depth--;
  self->aside_end = -1;
  if (self->run.tokens[get_top (self)->first].kind != DTL_TOKEN_OPEN)
    replace_clause (self, DTL_CLAUSE_MAIN, at + 1);
}

static void
mark_token (Parser *self, DtlToken *token, int at)
{
  DtlClause *top = get_top (self);

  token->clause = (guint8) self->stack[self->depth - 1];
  for (int i = 0; i < self->depth; i++)
    self->out->clauses[self->stack[i]].last =
        MAX (self->out->clauses[self->stack[i]].last, at);
  if (at != self->predicted || top->verb >= 0)
    return;
  top->verb = at;
  self->predicted = -1;
  at = dtl_clauses_find_main_verb (self->out, at);
  token = &self->out->tokens[at];
  if (dtl_token_is (token,
                    DTL_WORDS (SPEECH) | DTL_WORDS (DENIAL) | DTL_WORDS (CLAUSAL)) &&
      top->kind != DTL_CLAUSE_ATTRIBUTION)
    self->content = dtl_token_is (token, DTL_WORDS (CLAUSAL))
                        ? dtl_token_run_find_clause (&self->run, at)
                        : dtl_token_run_find_content (&self->run, at);
}

static void
read_token (Parser *self, DtlToken *token, int at)
{
  switch ((DtlTokenKind) token->kind)
    {
    case DTL_TOKEN_OPEN:
      push_clause (self, DTL_CLAUSE_ASIDE, at);
      mark_token (self, token, at);
      predict_verb (self, at + 1);
      return;
    case DTL_TOKEN_CLOSE:
      mark_token (self, token, at);
      close_bracket (self, at);
      return;
    case DTL_TOKEN_COMMA:
      mark_token (self, token, at);
      if (dtl_clause_words_know_verbs (self->out->words))
        read_comma (self, at);
      return;
    case DTL_TOKEN_DASH:
      mark_token (self, token, at);
      read_dash (self, at);
      return;
    case DTL_TOKEN_SEMICOLON:
    case DTL_TOKEN_COLON:
      mark_token (self, token, at);
      start_sister (self, at);
      return;
    case DTL_TOKEN_WORD:
      read_word (self, at);
      break;
    case DTL_TOKEN_STOP:
    case DTL_TOKEN_NUMBER:
    case DTL_TOKEN_DATE:
    case DTL_TOKEN_QUOTE:
    case DTL_TOKEN_OTHER:
      break;
    }
  mark_token (self, token, at);
}

void
dtl_clauses_read (DtlClauses *clauses, GArray *tokens, const DtlClauseWords *words)
{
  Parser parser = { 0 };

  clauses->words = words;
  clauses->tokens = (DtlToken *) (gpointer) tokens->data;
  clauses->n_tokens = (int) tokens->len;
  clauses->n_clauses = 0;
  parser.out = clauses;
  parser.run.tokens = clauses->tokens;
  parser.run.n = clauses->n_tokens;
  parser.content = parser.resume = parser.aside_end = -1;
  push_clause (&parser, DTL_CLAUSE_MAIN, 0);
  predict_verb (&parser, 0);
  for (int i = 0; i < parser.run.n; i++)
    read_token (&parser, &clauses->tokens[i], i);
}

int
dtl_clauses_find_main_verb (const DtlClauses *clauses, int verb)
{
  const DtlToken *tokens = clauses->tokens;
  int next;

  if (verb < 0 || !dtl_token_is (&tokens[verb], DTL_WORDS (HAVE)))
    return verb;
  next = dtl_verbs_skip_adjuncts (tokens, clauses->n_tokens, verb + 1);
  return next < clauses->n_tokens && (tokens[next].verb == DTL_VERB_EITHER ||
                                      tokens[next].verb == DTL_VERB_PARTICIPLE)
             ? next
             : verb;
}

gboolean
dtl_clauses_contain (const DtlClauses *clauses, int outer, int inner)
{
  while (inner >= 0 && inner != outer)
    inner = clauses->clauses[inner].parent;
  return inner >= 0;
}
