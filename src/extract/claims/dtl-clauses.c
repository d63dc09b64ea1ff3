#include "extract/claims/dtl-clauses-private.h"

#include "extract/claims/dtl-clause-verbs.h"

/* Looks for the verb of the innermost clause from @at on. */
void
dtl_clause_parser_predict_verb (DtlClauseParser *self, int at)
{
  DtlClause *top = dtl_clause_parser_get_top (self);

  self->predicted = self->reduced = -1;
  if (top->verb >= 0)
    return;
  self->predicted =
      dtl_verbs_find (self->run.tokens, self->run.n, at, top->first < at, &self->reduced);
}

void
dtl_clause_parser_push_clause (DtlClauseParser *self, DtlClauseKind kind, int at)
{
  DtlClauses *out = self->out;
  DtlClause clause = { 0 };

  if (out->n_clauses == DTL_MAX_CLAUSES || self->depth == DTL_MAX_CLAUSE_DEPTH)
    return;
  clause.kind = kind;
  clause.parent = self->depth > 0 ? self->stack[self->depth - 1] : -1;
  clause.shared = clause.verb = -1;
  clause.first = clause.last = at;
  self->stack[self->depth++] = out->n_clauses;
  out->clauses[out->n_clauses++] = clause;
}

void
dtl_clause_parser_pop_clause (DtlClauseParser *self, int at)
{
  if (self->depth == 1)
    return;
  self->depth--;
  dtl_clause_parser_predict_verb (self, at);
}

/* Ends the innermost clause and opens its sister. */
void
dtl_clause_parser_replace_clause (DtlClauseParser *self, DtlClauseKind kind, int at)
{
  if (self->out->n_clauses == DTL_MAX_CLAUSES)
    return;
  self->depth--;
  dtl_clause_parser_push_clause (self, kind, at);
  dtl_clause_parser_predict_verb (self, at);
}

/* Opens what ends with the comma or dash at @end: an apposition, or a
 * participle ("…, founded by monks, …"). */
void
dtl_clause_parser_push_aside (DtlClauseParser *self, int at, int end)
{
  const DtlVerbForm form = (DtlVerbForm) self->run.tokens[at].verb;
  const gboolean participle = form == DTL_VERB_EITHER || form == DTL_VERB_PARTICIPLE;

  self->aside_end = end;
  self->aside_depth = self->depth;
  dtl_clause_parser_push_clause (self,
                                 participle ? DTL_CLAUSE_PARTICIPLE : DTL_CLAUSE_ASIDE,
                                 at);
  if (participle && self->depth > self->aside_depth)
    dtl_clause_parser_get_top (self)->verb = at;
}

/* Ends an ASIDE and what is open within it. */
void
dtl_clause_parser_pop_aside (DtlClauseParser *self, int at)
{
  self->aside_end = -1;
  self->depth = MIN (self->depth, self->aside_depth + 1);
  dtl_clause_parser_pop_clause (self, at);
}

/* --- marks --- */

static gboolean
is_in_bracket (const DtlClauseParser *self)
{
  for (int i = 1; i < self->depth; i++)
    if (self->run.tokens[self->out->clauses[self->stack[i]].first].kind == DTL_TOKEN_OPEN)
      return TRUE;
  return FALSE;
}

static void
read_dash (DtlClauseParser *self, int at)
{
  int end = -1;

  if (at == self->aside_end)
    {
      dtl_clause_parser_pop_aside (self, at + 1);
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
      dtl_clause_parser_replace_clause (self, DTL_CLAUSE_MAIN, at + 1);
      return;
    }
  dtl_clause_parser_push_aside (self, at, end);
}

/* Closes everything inside the bracket, and the bracket. */
static void
close_bracket (DtlClauseParser *self, int at)
{
  int depth = self->depth;

  while (depth > 1 &&
         self->run.tokens[self->out->clauses[self->stack[depth - 1]].first].kind !=
             DTL_TOKEN_OPEN)
    depth--;
  if (depth == 1)
    return;
  self->depth = depth;
  dtl_clause_parser_pop_clause (self, at + 1);
}

/* A semicolon or colon ends everything but a bracket. */
static void
start_sister (DtlClauseParser *self, int at)
{
  while (self->depth > 1 &&
         self->run.tokens[self->out->clauses[self->stack[self->depth - 2]].first].kind !=
             DTL_TOKEN_OPEN &&
         self->run.tokens[dtl_clause_parser_get_top (self)->first].kind != DTL_TOKEN_OPEN)
    self->depth--;
  self->aside_end = -1;
  if (self->run.tokens[dtl_clause_parser_get_top (self)->first].kind != DTL_TOKEN_OPEN)
    dtl_clause_parser_replace_clause (self, DTL_CLAUSE_MAIN, at + 1);
}

static void
mark_token (DtlClauseParser *self, DtlToken *token, int at)
{
  DtlClause *top = dtl_clause_parser_get_top (self);

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
read_token (DtlClauseParser *self, DtlToken *token, int at)
{
  switch ((DtlTokenKind) token->kind)
    {
    case DTL_TOKEN_OPEN:
      dtl_clause_parser_push_clause (self, DTL_CLAUSE_ASIDE, at);
      mark_token (self, token, at);
      dtl_clause_parser_predict_verb (self, at + 1);
      return;
    case DTL_TOKEN_CLOSE:
      mark_token (self, token, at);
      close_bracket (self, at);
      return;
    case DTL_TOKEN_COMMA:
      mark_token (self, token, at);
      if (dtl_clause_words_know_verbs (self->out->words))
        dtl_clause_parser_read_comma (self, at);
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
      dtl_clause_parser_read_word (self, at);
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
  DtlClauseParser parser = { 0 };

  clauses->words = words;
  clauses->tokens = (DtlToken *) (gpointer) tokens->data;
  clauses->n_tokens = (int) tokens->len;
  clauses->n_clauses = 0;
  parser.out = clauses;
  parser.run.tokens = clauses->tokens;
  parser.run.n = clauses->n_tokens;
  parser.content = parser.resume = parser.aside_end = -1;
  dtl_clause_parser_push_clause (&parser, DTL_CLAUSE_MAIN, 0);
  dtl_clause_parser_predict_verb (&parser, 0);
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
