#include "extract/claims/dtl-clause-verbs.h"

/* A subject longer than this is not looked over. */
#define MAX_LOOKAHEAD 40

static gboolean
is_adverb (const DtlToken *token)
{
  return token->kind == DTL_TOKEN_WORD && dtl_token_is (token, DTL_WORDS (ADVERB));
}

gboolean
dtl_verbs_is_boundary (const DtlToken *tokens, int n, int at)
{
  const DtlToken *token = &tokens[at];

  switch ((DtlTokenKind) token->kind)
    {
    case DTL_TOKEN_COMMA:
    case DTL_TOKEN_SEMICOLON:
    case DTL_TOKEN_COLON:
    case DTL_TOKEN_DASH:
    case DTL_TOKEN_STOP:
      return TRUE;
    case DTL_TOKEN_WORD:
      return dtl_token_is (token, DTL_WORDS (RELATIVE) | DTL_WORDS (THAT)) ||
             (dtl_token_is (token, DTL_WORDS (SUBORDINATOR)) &&
              !dtl_token_is (token, DTL_WORDS (PREPOSITION) | DTL_WORDS (ADVERB)));
    case DTL_TOKEN_NUMBER:
    case DTL_TOKEN_DATE:
    case DTL_TOKEN_OPEN:
    case DTL_TOKEN_CLOSE:
    case DTL_TOKEN_QUOTE:
    case DTL_TOKEN_OTHER:
      break;
    }
  return FALSE;
}

int
dtl_verbs_skip_adjuncts (const DtlToken *tokens, int n, int at)
{
  const int first = at;
  while (at < n)
    {
      int date = at;

      if (is_adverb (&tokens[at]) || tokens[at].kind == DTL_TOKEN_QUOTE)
        {
          at++;
          continue;
        }
      if (at > first && tokens[at].kind == DTL_TOKEN_OPEN)
        {
          while (at < n && tokens[at].kind != DTL_TOKEN_CLOSE)
            at++;
          at = MIN (at + 1, n);
          continue;
        }
      while (
          date < n && date < at + 6 &&
          dtl_token_is (&tokens[date], DTL_WORDS (PREPOSITION) | DTL_WORDS (DATE_LEAD)))
        date++;
      if (date == n || tokens[date].kind != DTL_TOKEN_DATE)
        return at;
      at = date + 1;
    }
  return n;
}

/* The token before @at, looking over adverbs, quotes, brackets and the words
 * of a date; -1 where @from is reached. */
static int
find_previous (const DtlToken *tokens, int at, int from)
{
  int i = at - 1;

  while (i >= from)
    {
      if (is_adverb (&tokens[i]) || tokens[i].kind == DTL_TOKEN_QUOTE)
        i--;
      else if (tokens[i].kind == DTL_TOKEN_CLOSE)
        {
          int open = i;

          while (open >= from && tokens[open].kind != DTL_TOKEN_OPEN)
            open--;
          i = open - 1;
        }
      else if (tokens[i].kind == DTL_TOKEN_DATE)
        {
          i--;
          while (i >= from && dtl_token_is (&tokens[i], DTL_WORDS (PREPOSITION) |
                                                            DTL_WORDS (DATE_LEAD)))
            i--;
        }
      else
        return i;
    }
  return -1;
}

/* "founded", "held": the past tense after a noun or pronoun, a participle
 * after "was", an adjective after "the". */
static gboolean
is_past_tense (const DtlToken *tokens, int n, int at, int from, gboolean has_subject)
{
  const DtlWordClasses no_subject = DTL_WORDS (DETERMINER) | DTL_WORDS (PREPOSITION) |
                                    DTL_WORDS (BE) | DTL_WORDS (HAVE) |
                                    DTL_WORDS (MODAL) | DTL_WORDS (COORDINATOR) |
                                    DTL_WORDS (SUBORDINATOR);
  int previous = find_previous (tokens, at, from);
  const DtlToken *before;

  if (previous < 0) /* "1905 marked the end": a date as subject */
    return has_subject || (at == from + 1 && tokens[from].kind == DTL_TOKEN_DATE);
  before = &tokens[previous];
  if (dtl_token_is (before,
                    DTL_WORDS (PRONOUN) | DTL_WORDS (RELATIVE) | DTL_WORDS (THAT)))
    return TRUE;
  if (dtl_token_is (before, no_subject) || before->possessive ||
      (previous == at - 1 &&
       before->verb == DTL_VERB_EITHER)) /* "resumed unrestricted war" */
    return FALSE;
  if (before->kind == DTL_TOKEN_COMMA)
    return has_subject;
  return at + 1 >= n || !dtl_token_is (&tokens[at + 1], DTL_WORDS (BY));
}

gboolean
dtl_verbs_is_finite (const DtlToken *tokens,
                     int n,
                     int at,
                     int from,
                     gboolean has_subject)
{
  const DtlToken *token = &tokens[at];
  int previous;

  if (token->kind != DTL_TOKEN_WORD || (token->capital && at > 0))
    return FALSE;
  if (dtl_token_is (token, DTL_WORDS (DATE_LINK)) && at > 0 && at + 1 < n &&
      dtl_token_is (&tokens[at - 1], DTL_WORDS (DATE_LEAD)) &&
      tokens[at + 1].kind == DTL_TOKEN_DATE)
    return FALSE; /* "the year ended 30 June" */
  if (token->verb == DTL_VERB_EITHER)
    return is_past_tense (tokens, n, at, from, has_subject);
  if (token->verb != DTL_VERB_FINITE)
    return FALSE;
  /* "the will", "to have", "a saw" */
  previous = at > from ? at - 1 : -1;
  return previous < 0 ||
         !dtl_token_is (&tokens[previous],
                        DTL_WORDS (ARTICLE) | DTL_WORDS (TO) | DTL_WORDS (POSSESSIVE));
}

/* Whether the verb at @at, past tense or participle, is a past tense for sure:
 * "he said the war was over", "they took the town that", "she founded". */
static gboolean
takes_object (const DtlToken *tokens, int n, int at)
{
  const DtlToken *next = at + 1 < n ? &tokens[at + 1] : NULL;

  if (dtl_token_is (&tokens[at], DTL_WORDS (CLAUSAL)) && next != NULL &&
      dtl_token_is (next, DTL_WORDS (PREPOSITION) | DTL_WORDS (ADVERB) |
                              DTL_WORDS (CONNECTIVE)))
    return FALSE; /* "the bones found in" */
  if (dtl_token_is (&tokens[at],
                    DTL_WORDS (SPEECH) | DTL_WORDS (DENIAL) | DTL_WORDS (CLAUSAL)) ||
      (at > 0 &&
       dtl_token_is (&tokens[at - 1], DTL_WORDS (PRONOUN) | DTL_WORDS (RELATIVE))))
    return TRUE;
  if (next == NULL || dtl_token_is (&tokens[at], DTL_WORDS (NAMING)))
    return FALSE;
  return next->kind == DTL_TOKEN_NUMBER || dtl_token_is (next, DTL_WORDS (DETERMINER)) ||
         (next->kind == DTL_TOKEN_WORD && (next->capital || next->classes == 0) &&
          next->verb == DTL_VERB_NONE);
}

/* "the army *led* by": a participle behind its noun. */
static gboolean
is_passive_participle (const DtlToken *tokens, int n, int at, int from)
{
  return at > from && at + 1 < n && tokens[at].verb == DTL_VERB_EITHER &&
         !tokens[at].capital && dtl_token_is (&tokens[at + 1], DTL_WORDS (BY)) &&
         tokens[at - 1].kind == DTL_TOKEN_WORD &&
         (tokens[at - 1].capital || tokens[at - 1].classes == 0);
}

/* Whether the verb at @at has a pronoun of its own: "the treaty *he had*
 * signed" hangs on the noun before it. */
static gboolean
follows_pronoun (const DtlToken *tokens, int at, int from)
{
  const int previous = find_previous (tokens, at, from);

  return previous > from && dtl_token_is (&tokens[previous], DTL_WORDS (PRONOUN));
}

/* "the oldest *remains* found": a noun behind a superlative, where another verb
 * follows. */
static gboolean
may_be_noun (const DtlToken *tokens, int at, int from)
{
  return at > from && dtl_token_is (&tokens[at - 1], DTL_WORDS (SUPERLATIVE)) &&
         dtl_token_is (&tokens[at], DTL_WORDS (PRESENT));
}

int
dtl_verbs_find (const DtlToken *tokens,
                int n,
                int from,
                gboolean has_subject,
                int *ret_reduced)
{
  const int stop = MIN (n, from + MAX_LOOKAHEAD);
  int either = -1, passive = -1, noun = -1;

  if (ret_reduced != NULL)
    *ret_reduced = -1;
  for (int i = from; i < stop; i++)
    {
      if (tokens[i].kind == DTL_TOKEN_OPEN)
        {
          while (i < stop && tokens[i].kind != DTL_TOKEN_CLOSE)
            i++;
          continue;
        }
      if ((i > from || tokens[i].kind != DTL_TOKEN_WORD) &&
          dtl_verbs_is_boundary (tokens, n, i))
        break;
      if (either >= 0 && dtl_token_is (&tokens[i], DTL_WORDS (COORDINATOR)))
        break;
      if (passive < 0 && is_passive_participle (tokens, n, i, from))
        passive = i;
      if (!dtl_verbs_is_finite (tokens, n, i, from, has_subject))
        continue;
      if (noun < 0 && may_be_noun (tokens, i, from))
        {
          noun = i;
          continue;
        }
      if (tokens[i].verb == DTL_VERB_EITHER && !takes_object (tokens, n, i))
        {
          if (either < 0)
            either = i;
          continue;
        }
      if (either >= 0 && follows_pronoun (tokens, i, from))
        break;
      if (ret_reduced != NULL)
        *ret_reduced = either >= 0 ? either : passive;
      return i;
    }
  if (ret_reduced != NULL && either > passive)
    *ret_reduced = passive;
  return either >= 0 ? either : noun;
}
