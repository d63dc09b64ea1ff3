#include "extract/claims/dtl-clause-lookahead.h"

#include "extract/claims/dtl-clause-verbs.h"

gboolean
dtl_token_run_joins_dates (const DtlTokenRun *self, int at)
{
  return at > 0 && at + 1 < self->n && self->tokens[at + 1].kind == DTL_TOKEN_DATE &&
         (self->tokens[at - 1].kind == DTL_TOKEN_DATE ||
          self->tokens[at - 1].kind == DTL_TOKEN_NUMBER);
}

gboolean
dtl_token_run_may_be_present (const DtlTokenRun *self, int at)
{
  const DtlToken *token = &self->tokens[at];

  return at + 1 < self->n && token->kind == DTL_TOKEN_WORD && token->classes == 0 &&
         !token->capital && token->verb == DTL_VERB_NONE &&
         dtl_token_run_is (self, at + 1,
                           DTL_WORDS (PREPOSITION) | DTL_WORDS (DETERMINER) |
                               DTL_WORDS (ADVERB));
}

int
dtl_token_run_find_comma (const DtlTokenRun *self, int from)
{
  for (int i = from; i < self->n && i < from + DTL_MAX_ASIDE; i++)
    if (self->tokens[i].kind == DTL_TOKEN_COMMA)
      return i;
    else if (self->tokens[i].kind == DTL_TOKEN_SEMICOLON)
      return -1;
  return -1;
}

gboolean
dtl_token_run_begins_list (const DtlTokenRun *self, int at)
{
  const int comma = dtl_token_run_find_comma (self, at);

  return !dtl_token_run_is (self, at, DTL_WORDS (PREPOSITION) | DTL_WORDS (ADVERB)) &&
         comma == at + 2 && self->tokens[at + 1].capital;
}

gboolean
dtl_token_run_is_date_phrase (const DtlTokenRun *self, int at)
{
  const int next = dtl_verbs_skip_adjuncts (self->tokens, self->n, at);

  return next > at && self->tokens[next - 1].kind == DTL_TOKEN_DATE &&
         (next >= self->n || dtl_verbs_is_boundary (self->tokens, self->n, next) ||
          dtl_token_run_is (self, next, DTL_WORDS (DATE_TAIL)));
}

gboolean
dtl_token_run_is_front (const DtlTokenRun *self, int from, int to)
{
  const DtlToken *first;

  while (from < to && (self->tokens[from].kind == DTL_TOKEN_QUOTE ||
                       dtl_token_run_is (self, from, DTL_WORDS (COORDINATOR))))
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
         (from + 1 < to && first[1].kind != DTL_TOKEN_COMMA &&
          first->verb != DTL_VERB_NONE && first->verb != DTL_VERB_FINITE);
}

gboolean
dtl_token_run_goes_on (const DtlTokenRun *self, int from, int at)
{
  const DtlToken *next = at + 1 < self->n ? &self->tokens[at + 1] : NULL;

  return next != NULL && next->kind == DTL_TOKEN_WORD && next->classes == 0 &&
         !next->capital && dtl_verbs_skip_adjuncts (self->tokens, at, from) < at &&
         dtl_verbs_find (self->tokens, self->n, at + 1, FALSE, NULL) < 0 &&
         dtl_token_run_find_comma (self, at + 1) > 0;
}

int
dtl_token_run_find_aside_end (const DtlTokenRun *self, int comma)
{
  int end = dtl_token_run_find_comma (self, comma + 1);
  int verb;

  if (end < 0 || dtl_token_run_is (self, comma + 1, DTL_WORDS (COORDINATOR)))
    return -1;
  verb = dtl_verbs_find (self->tokens, self->n, comma + 1, FALSE, NULL);
  if (verb >= 0 && verb < end)
    return -1;
  verb = dtl_verbs_skip_adjuncts (self->tokens, self->n, end + 1);
  if (verb >= self->n || !dtl_verbs_is_finite (self->tokens, self->n, verb, verb, TRUE))
    return -1;
  return end;
}

int
dtl_token_run_find_verb_behind_aside (const DtlTokenRun *self, int at)
{
  int comma = dtl_token_run_find_comma (self, at);
  int end = comma >= 0 ? dtl_token_run_find_aside_end (self, comma) : -1;

  return end >= 0 ? dtl_verbs_skip_adjuncts (self->tokens, self->n, end + 1) : -1;
}

/* Over "in a statement", "to reporters": the noun phrase after a preposition. */
static int
skip_phrase (const DtlTokenRun *self, int at)
{
  gboolean names;

  at++;
  while (dtl_token_run_is (self, at, DTL_WORDS (DETERMINER)))
    at++;
  names = at < self->n && self->tokens[at].capital;
  while (at < self->n && self->tokens[at].kind == DTL_TOKEN_WORD &&
         (self->tokens[at].classes == 0 || self->tokens[at].capital) &&
         self->tokens[at].capital == names)
    at++;
  return at;
}

int
dtl_token_run_find_content (const DtlTokenRun *self, int verb)
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
      else if (steps == 0 && dtl_token_run_is (self, verb, DTL_WORDS (ADDRESS)))
        at = skip_phrase (self, at - 1);
      else
        return -1;
      at = dtl_verbs_skip_adjuncts (self->tokens, self->n, at);
    }
  return -1;
}

int
dtl_token_run_find_clause (const DtlTokenRun *self, int verb)
{
  const int at = dtl_token_run_find_content (self, verb);
  int inner;

  if (at < 0 || dtl_token_run_is (self, at, DTL_WORDS (THAT)))
    return at;
  inner = dtl_verbs_find (self->tokens, self->n, at, FALSE, NULL);
  return inner >= 0 && self->tokens[inner].verb == DTL_VERB_FINITE ? at : -1;
}

gboolean
dtl_token_run_begins_attribution (const DtlTokenRun *self, int at)
{
  int verb;

  if (at >= self->n)
    return FALSE;
  if (dtl_token_run_is (self, at, DTL_WORDS (ACCORDING)) ||
      (dtl_token_run_is (self, at, DTL_WORDS (SPEECH)) &&
       self->tokens[at].verb != DTL_VERB_ING))
    return TRUE;
  verb = dtl_verbs_find (self->tokens, self->n, at, FALSE, NULL);
  if (verb < 0)
    verb = dtl_token_run_find_verb_behind_aside (self, at);
  return verb > at && dtl_token_run_is (self, verb, DTL_WORDS (SPEECH)) &&
         dtl_token_run_find_content (self, verb) < 0;
}
