#include "extract/dtl-clauses.h"

#include "extract/dtl-clause-verbs.h"

#define MAX_DEPTH 12
#define MAX_ASIDE 30

/* Reads left to right with a stack of open clauses, the innermost last. */
typedef struct {
  DtlClauses *out;
  const DtlToken *tokens;
  int n;
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
  return at >= 0 && at < self->n && dtl_token_is (&self->tokens[at], classes);
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
      dtl_verbs_find (self->tokens, self->n, at, top->first < at, &self->reduced);
}

static void
push_clause (Parser *self, DtlClauseKind kind, int at)
{
  DtlClauses *out = self->out;
  DtlClause clause = { kind, self->depth > 0 ? self->stack[self->depth - 1] : -1,
                       -1,   at,
                       at,   -1 };

  if (out->n_clauses == DTL_MAX_CLAUSES || self->depth == MAX_DEPTH)
    return;
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
  const DtlVerbForm form = (DtlVerbForm) self->tokens[at].verb;
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

/* --- what somebody says --- */

/* Over "in a statement", "to reporters": the noun phrase after a preposition. */
static int
skip_phrase (const Parser *self, int at)
{
  gboolean names;

  at++;
  while (is_word (self, at, DTL_WORDS (DETERMINER)))
    at++;
  names = at < self->n && self->tokens[at].capital;
  while (at < self->n && self->tokens[at].kind == DTL_TOKEN_WORD &&
         (self->tokens[at].classes == 0 || self->tokens[at].capital) &&
         self->tokens[at].capital == names)
    at++;
  return at;
}

/* Where the words begin that somebody says with the verb at @verb, or -1. */
static int
find_content (const Parser *self, int verb)
{
  int at = dtl_verbs_skip_adjuncts (self->tokens, self->n, verb + 1);

  for (int steps = 0; steps < 4 && at < self->n; steps++)
    {
      const DtlToken *token = &self->tokens[at];

      if (dtl_token_is (token, DTL_WORDS (THAT)))
        return at;
      if (token->kind == DTL_TOKEN_COLON ||
          (token->kind == DTL_TOKEN_COMMA && at + 1 < self->n &&
           self->tokens[at + 1].kind == DTL_TOKEN_QUOTE))
        return at + 1;
      if (dtl_verbs_is_boundary (self->tokens, self->n, at))
        return -1;
      if (dtl_verbs_find (self->tokens, self->n, at, FALSE, NULL) > at &&
          !dtl_token_is (token, DTL_WORDS (PREPOSITION)))
        return at;
      if (dtl_token_is (token, DTL_WORDS (PREPOSITION)))
        at = skip_phrase (self, at);
      else if (steps == 0 && is_word (self, verb, DTL_WORDS (ADDRESS)))
        at = skip_phrase (self, at - 1);
      else
        return -1;
      at = dtl_verbs_skip_adjuncts (self->tokens, self->n, at);
    }
  return -1;
}

static int
find_comma (const Parser *self, int from)
{
  for (int i = from; i < self->n && i < from + MAX_ASIDE; i++)
    if (self->tokens[i].kind == DTL_TOKEN_COMMA)
      return i;
    else if (self->tokens[i].kind == DTL_TOKEN_SEMICOLON)
      return -1;
  return -1;
}

/* ", a young officer, was": the comma that ends it, or -1. */
static int
find_aside_end (const Parser *self, int comma)
{
  int end = find_comma (self, comma + 1);
  int verb;

  if (end < 0 || is_word (self, comma + 1, DTL_WORDS (COORDINATOR)))
    return -1;
  verb = dtl_verbs_find (self->tokens, self->n, comma + 1, FALSE, NULL);
  if (verb >= 0 && verb < end)
    return -1;
  verb = dtl_verbs_skip_adjuncts (self->tokens, self->n, end + 1);
  if (verb >= self->n || !dtl_verbs_is_finite (self->tokens, self->n, verb, verb, TRUE))
    return -1;
  return end;
}

/* The verb of "Smith, a farmer, said", or -1. */
static int
find_verb_behind_aside (const Parser *self, int at)
{
  int comma = find_comma (self, at);
  int end = comma >= 0 ? find_aside_end (self, comma) : -1;

  return end >= 0 ? dtl_verbs_skip_adjuncts (self->tokens, self->n, end + 1) : -1;
}

/* The same of "believed", "found": such verbs have a plain object as often, so
 * the clause has to show a verb that is nothing else. */
static int
find_clause (const Parser *self, int verb)
{
  const int at = find_content (self, verb);
  int inner;

  if (at < 0 || is_word (self, at, DTL_WORDS (THAT)))
    return at;
  inner = dtl_verbs_find (self->tokens, self->n, at, FALSE, NULL);
  return inner >= 0 && self->tokens[inner].verb == DTL_VERB_FINITE ? at : -1;
}

/* Whether ", X said" or ", said X" or ", according to X" begins at @at. */
static gboolean
begins_attribution (const Parser *self, int at)
{
  int verb;

  if (at >= self->n)
    return FALSE;
  if (is_word (self, at, DTL_WORDS (ACCORDING)) ||
      (is_word (self, at, DTL_WORDS (SPEECH)) && self->tokens[at].verb != DTL_VERB_ING))
    return TRUE;
  verb = dtl_verbs_find (self->tokens, self->n, at, FALSE, NULL);
  if (verb < 0)
    verb = find_verb_behind_aside (self, at);
  return verb > at && is_word (self, verb, DTL_WORDS (SPEECH)) &&
         find_content (self, verb) < 0;
}

/* --- commas --- */

/* What may stand before the subject: "In the north", "Founded by monks",
 * "Meanwhile". */
static gboolean
is_front (const Parser *self, int from, int to)
{
  const DtlToken *first;

  while (from < to && (self->tokens[from].kind == DTL_TOKEN_QUOTE ||
                       is_word (self, from, DTL_WORDS (COORDINATOR))))
    from++;
  if (from >= to)
    return TRUE;
  from = dtl_verbs_skip_adjuncts (self->tokens, to, from);
  if (from == to)
    return TRUE;
  first = &self->tokens[from];
  return dtl_token_is (first, DTL_WORDS (PREPOSITION) | DTL_WORDS (SUBORDINATOR) |
                                  DTL_WORDS (ADVERB) | DTL_WORDS (CONNECTIVE) |
                                  DTL_WORDS (ACCORDING)) ||
         first->kind == DTL_TOKEN_DATE ||
         (from + 1 < to && first->verb != DTL_VERB_NONE &&
          first->verb != DTL_VERB_FINITE);
}

/* "Despite provocations, challenges and deaths, …": whether what stands before
 * the subject goes on behind the comma at @at. A subject has an article or is
 * a name, most often. */
static gboolean
goes_on (const Parser *self, int from, int at)
{
  const DtlToken *next = at + 1 < self->n ? &self->tokens[at + 1] : NULL;

  return next != NULL && next->kind == DTL_TOKEN_WORD && next->classes == 0 &&
         !next->capital && dtl_verbs_skip_adjuncts (self->tokens, at, from) < at &&
         dtl_verbs_find (self->tokens, self->n, at + 1, FALSE, NULL) < 0 &&
         find_comma (self, at + 1) > 0;
}

/* A comma before the verb. */
static void
read_comma_before_verb (Parser *self, int at)
{
  DtlClause *top = get_top (self);
  int end;

  if (!is_dependent (top) && is_front (self, top->first, at) &&
      !goes_on (self, top->first, at))
    {
      DtlClauseKind kind = top->kind;

      top->kind = is_word (self, top->first, DTL_WORDS (ACCORDING))
                      ? DTL_CLAUSE_ATTRIBUTION
                      : DTL_CLAUSE_FRONT;
      replace_clause (self, kind, at + 1);
      return;
    }
  end = find_aside_end (self, at);
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

/* A comma after the verb: another clause, an attribution, a participle. */
static void
read_comma_after_verb (Parser *self, int at)
{
  int next = at + 1;
  int verb;

  while (next < self->n && self->tokens[next].kind == DTL_TOKEN_QUOTE)
    next++;
  if (next >= self->n ||
      is_word (self, next,
               DTL_WORDS (RELATIVE) | DTL_WORDS (SUBORDINATOR) | DTL_WORDS (COORDINATOR)))
    return;
  verb = dtl_verbs_find (self->tokens, self->n, next, FALSE, NULL);
  if (begins_attribution (self, next))
    {
      while (is_dependent (get_top (self)) && self->depth > 1)
        self->depth--;
      push_clause (self, DTL_CLAUSE_ATTRIBUTION, next);
      predict_verb (self, next);
    }
  else if (verb >= 0)
    replace_clause (self, DTL_CLAUSE_MAIN, next);
  else if (self->tokens[next].verb == DTL_VERB_ING ||
           self->tokens[next].verb == DTL_VERB_EITHER ||
           self->tokens[next].verb == DTL_VERB_PARTICIPLE)
    open_participle (self, next);
}

/* ", from 1905 onwards": of the clause outside, most often. */
static gboolean
is_date_phrase (const Parser *self, int at)
{
  const int next = dtl_verbs_skip_adjuncts (self->tokens, self->n, at);

  return next > at && self->tokens[next - 1].kind == DTL_TOKEN_DATE &&
         (next >= self->n || dtl_verbs_is_boundary (self->tokens, self->n, next) ||
          is_word (self, next, DTL_WORDS (DATE_TAIL)));
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
      if (outer->verb >= 0 && !begins_attribution (self, comma + 1) &&
          !(top->kind == DTL_CLAUSE_SUBORDINATE && is_date_phrase (self, comma + 1)) &&
          dtl_verbs_find (self->tokens, self->n, comma + 1, FALSE, NULL) < 0)
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
      dtl_verbs_find (self->tokens, self->n, verb_from, TRUE, &self->reduced);
}

/* A word of no class that stands like the present tense of a verb nobody
 * listed: "microbes that *live* on light". */
static gboolean
may_be_present (const Parser *self, int at)
{
  const DtlToken *token = &self->tokens[at];

  return at + 1 < self->n && token->kind == DTL_TOKEN_WORD && token->classes == 0 &&
         !token->capital && token->verb == DTL_VERB_NONE &&
         is_word (self, at + 1,
                  DTL_WORDS (PREPOSITION) | DTL_WORDS (DETERMINER) | DTL_WORDS (ADVERB));
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
  for (; next < self->n && !dtl_verbs_is_boundary (self->tokens, self->n, next); next++)
    if (dtl_verbs_is_finite (self->tokens, self->n, next, verb + 1, FALSE))
      return FALSE;
  return next >= self->n || self->tokens[next].kind == DTL_TOKEN_STOP;
}

/* @at: "who", "which", "that". */
static void
open_relative (Parser *self, int at)
{
  const int verb = dtl_verbs_find (self->tokens, self->n, at, TRUE, NULL);
  int known = -1;

  open_clause (self, DTL_CLAUSE_RELATIVE, at, at);
  if (verb > at + 1 && !is_word (self, at, DTL_WORDS (DETERMINER)) &&
      may_be_present (self, at + 1))
    known = at + 1;
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
  const DtlToken *before = at > 0 ? &self->tokens[at - 1] : NULL;
  int next = dtl_verbs_skip_adjuncts (self->tokens, self->n, at + 1);

  if (before == NULL || next >= self->n)
    return;
  if (dtl_verbs_is_finite (self->tokens, self->n, next, at, TRUE))
    open_relative (self, at);
  else if (!dtl_token_is (before, DTL_WORDS (PREPOSITION)) &&
           dtl_verbs_find (self->tokens, self->n, at + 1, FALSE, NULL) > at + 1)
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
  for (comma = find_comma (self, at); comma >= 0; comma = find_comma (self, comma + 1))
    if (dtl_verbs_find (self->tokens, self->n, comma + 1, TRUE, NULL) >= 0)
      return FALSE;
  return TRUE;
}

/* "when France, Spain and Portugal joined": a word that is no preposition opens
 * a clause, though the verb of a long subject is not seen from here. */
static gboolean
begins_list (const Parser *self, int at)
{
  const int comma = find_comma (self, at);

  return !is_word (self, at, DTL_WORDS (PREPOSITION) | DTL_WORDS (ADVERB)) &&
         comma == at + 2 && self->tokens[at + 1].capital;
}

static void
read_subordinator (Parser *self, int at)
{
  const DtlToken *next = at + 1 < self->n ? &self->tokens[at + 1] : NULL;

  if (next == NULL || next->kind == DTL_TOKEN_DATE || is_only_preposition (self, at))
    return;
  if (dtl_verbs_find (self->tokens, self->n, at + 1, FALSE, NULL) > at + 1 ||
      begins_list (self, at))
    open_clause (self, DTL_CLAUSE_SUBORDINATE, at, at + 1);
}

/* The dash of "1914–1918", the "and" of "243 and 233 million years ago". */
static gboolean
joins_dates (const Parser *self, int at)
{
  return at > 0 && at + 1 < self->n && self->tokens[at + 1].kind == DTL_TOKEN_DATE &&
         (self->tokens[at - 1].kind == DTL_TOKEN_DATE ||
          self->tokens[at - 1].kind == DTL_TOKEN_NUMBER);
}

/* The clause that "and" at @at goes on with, one that has its verb: dependents
 * that cannot share a subject are closed. */
static void
read_coordinator (Parser *self, int at)
{
  int next = dtl_verbs_skip_adjuncts (self->tokens, self->n, at + 1);
  const DtlToken *token = next < self->n ? &self->tokens[next] : NULL;
  int base, verb;

  if (token == NULL || get_top (self)->verb < 0 ||
      get_top (self)->kind == DTL_CLAUSE_ASIDE || joins_dates (self, at))
    return;
  base = self->stack[self->depth - 1];
  if (get_top (self)->kind == DTL_CLAUSE_PARTICIPLE && token->verb == DTL_VERB_ING &&
      self->tokens[get_top (self)->first].verb == DTL_VERB_ING)
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
      if (self->tokens[at - 1].verb != DTL_VERB_NONE && token->verb == DTL_VERB_EITHER)
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
  verb = dtl_verbs_find (self->tokens, self->n, next, FALSE, NULL);
  if (verb < 0)
    verb = find_verb_behind_aside (self, next);
  if (verb <= next)
    return;
  while (is_dependent (get_top (self)) && self->depth > 1)
    self->depth--;
  replace_clause (self, DTL_CLAUSE_MAIN, at);
  predict_verb (self, at + 1);
}

/* "the man who died *was*": a second verb takes the outer clause up again. */
static void
resume_outer (Parser *self, int at)
{
  const DtlToken *token = &self->tokens[at];

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
          token->verb != DTL_VERB_FINITE ||
          !dtl_verbs_is_finite (self->tokens, self->n, at, top->verb + 1, FALSE) ||
          self->tokens[at - 1].verb == DTL_VERB_FINITE)
        return;
      self->depth--;
      self->predicted = at;
    }
}

static void
read_word (Parser *self, int at)
{
  const DtlToken *token = &self->tokens[at];

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
    if (self->tokens[self->out->clauses[self->stack[i]].first].kind == DTL_TOKEN_OPEN)
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
  if (self->aside_end >= 0 || is_in_bracket (self) || joins_dates (self, at))
    return;
  for (int i = at + 1; i < self->n && i < at + MAX_ASIDE && end < 0; i++)
    if (self->tokens[i].kind == DTL_TOKEN_DASH)
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
         self->tokens[self->out->clauses[self->stack[depth - 1]].first].kind !=
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
         self->tokens[self->out->clauses[self->stack[self->depth - 2]].first].kind !=
             DTL_TOKEN_OPEN &&
         self->tokens[get_top (self)->first].kind != DTL_TOKEN_OPEN)
    self->depth--;
  self->aside_end = -1;
  if (self->tokens[get_top (self)->first].kind != DTL_TOKEN_OPEN)
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
    self->content = dtl_token_is (token, DTL_WORDS (CLAUSAL)) ? find_clause (self, at)
                                                              : find_content (self, at);
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
  parser.tokens = clauses->tokens;
  parser.n = clauses->n_tokens;
  parser.content = parser.resume = parser.aside_end = -1;
  push_clause (&parser, DTL_CLAUSE_MAIN, 0);
  predict_verb (&parser, 0);
  for (int i = 0; i < parser.n; i++)
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
