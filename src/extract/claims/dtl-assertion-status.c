#include "extract/claims/dtl-assertion-status.h"

/* What the words round the verb say. */
typedef struct {
  gboolean denied;      /* "did not" */
  gboolean refused;     /* somebody "denied that" */
  gboolean condition;   /* "if" */
  gboolean conditional; /* "would", "might" */
  gboolean perfect;     /* "would have" */
  gboolean future;
  gboolean planned;
  gboolean hearsay;
} Marks;

static void
read_verb_mark (Marks *marks, const DtlToken *token, const DtlToken *next)
{
  const gboolean to_follows = next != NULL && dtl_token_is (next, DTL_WORDS (TO));

  /* "not until 1920" denies nothing */
  marks->denied |= dtl_token_is (token, DTL_WORDS (NEGATION)) &&
                   !(next != NULL && dtl_token_is (next, DTL_WORDS (SUBORDINATOR)) &&
                     dtl_token_is (next, DTL_WORDS (PREPOSITION)));
  marks->conditional |= !token->capital && dtl_token_is (token, DTL_WORDS (CONDITIONAL));
  marks->perfect |= marks->conditional && dtl_token_is (token, DTL_WORDS (HAVE));
  marks->future |= !token->capital && dtl_token_is (token, DTL_WORDS (FUTURE));
  marks->planned |= to_follows && dtl_token_is (token, DTL_WORDS (PLAN));
  marks->hearsay |= dtl_token_is (token, DTL_WORDS (HEARSAY)) != 0;
}

/* Words as far as the verb's own: "is expected to", "did not". */
#define VERB_GROUP 5

/* "was not opened until 1911": it was. */
static gboolean
has_until (const DtlClauses *clauses, const DtlClause *here)
{
  for (int i = here->verb; i <= here->last; i++)
    if (clauses->tokens[i].dated && dtl_token_is (&clauses->tokens[i], DTL_WORDS (UNTIL)))
      return TRUE;
  return FALSE;
}

static Marks
read_marks (const DtlClauses *clauses, int clause)
{
  const DtlClause *here = &clauses->clauses[clause];
  Marks marks = { 0 };

  for (int i = here->first; i <= here->last; i++)
    {
      const DtlToken *token = &clauses->tokens[i];

      if (token->clause != clause || token->kind != DTL_TOKEN_WORD)
        continue;
      marks.condition |= i < here->verb && dtl_token_is (token, DTL_WORDS (IF));
      marks.hearsay |= dtl_token_is (token, DTL_WORDS (HEARSAY)) != 0;
      if (here->verb >= 0 && i >= here->verb && i < here->verb + VERB_GROUP)
        read_verb_mark (&marks, token, i + 1 < clauses->n_tokens ? token + 1 : NULL);
    }
  if (marks.denied && dtl_token_is (&clauses->tokens[here->verb], DTL_WORDS (BE)) &&
      has_until (clauses, here))
    marks.denied = FALSE;
  /* "is to open" */
  if (here->verb >= 0 && here->verb + 1 < clauses->n_tokens &&
      dtl_token_is (&clauses->tokens[here->verb], DTL_WORDS (BE)) &&
      dtl_token_is (&clauses->tokens[here->verb + 1], DTL_WORDS (TO)))
    marks.planned = TRUE;
  return marks;
}

/* --- languages whose verbs are not known by sight --- */

/* "soll 1911 gebaut haben": the clause ends with its auxiliary. */
static gboolean
ends_perfect (const DtlClauses *clauses, int first, int end)
{
  int last = end - 1;

  while (last > first && clauses->tokens[last].kind != DTL_TOKEN_WORD)
    last--;
  return last > first && dtl_token_is (&clauses->tokens[last], DTL_WORDS (NOT_FINITE));
}

/* "habe" is said of somebody, but "ich habe". */
static gboolean
is_hearsay (const DtlClauses *clauses, int at)
{
  const DtlToken *tokens = clauses->tokens;

  return dtl_token_is (&tokens[at], DTL_WORDS (HEARSAY)) &&
         !(at > 0 && dtl_token_is (&tokens[at - 1], DTL_WORDS (FIRST_PERSON))) &&
         !(at + 1 < clauses->n_tokens &&
           dtl_token_is (&tokens[at + 1], DTL_WORDS (FIRST_PERSON)));
}

static void
read_plain_mark (const DtlClauses *clauses, int at, int end, Marks *marks)
{
  const DtlToken *token = &clauses->tokens[at];
  const gboolean perfect = ends_perfect (clauses, at, end);

  if (token->kind != DTL_TOKEN_WORD)
    return;
  /* "not only in 1911" denies nothing */
  marks->denied |=
      dtl_token_is (token, DTL_WORDS (NEGATION)) &&
      !(at + 1 < end && dtl_token_is (&clauses->tokens[at + 1], DTL_WORDS (UNTIL)));
  marks->condition |= dtl_token_is (token, DTL_WORDS (IF)) != 0;
  marks->conditional |= dtl_token_is (token, DTL_WORDS (CONDITIONAL)) != 0;
  marks->planned |= dtl_token_is (token, DTL_WORDS (PLAN)) && !perfect;
  marks->hearsay |= dtl_token_is (token, DTL_WORDS (PLAN)) && perfect;
}

/* A sentence is one clause there: what is said of the date stands between the commas
 * about it. Who says it may stand anywhere. */
static Marks
read_plain_marks (const DtlClauses *clauses, int date)
{
  Marks marks = { 0 };
  gboolean denial = FALSE;
  int first = date, end = date;

  while (first > 0 && clauses->tokens[first - 1].kind != DTL_TOKEN_COMMA)
    first--;
  while (end < clauses->n_tokens && clauses->tokens[end].kind != DTL_TOKEN_COMMA)
    end++;
  for (int i = 0; i < clauses->n_tokens; i++)
    {
      const DtlToken *token = &clauses->tokens[i];

      marks.hearsay |= is_hearsay (clauses, i);
      denial |= i < first && dtl_token_is (token, DTL_WORDS (DENIAL));
      if (i >= first && i < end)
        read_plain_mark (clauses, i, end, &marks);
    }
  marks.refused = denial && dtl_token_is (&clauses->tokens[first], DTL_WORDS (THAT));
  return marks;
}

/* Whether a clause round @clause denies or supposes it. */
static void
read_outer_marks (const DtlClauses *clauses, int clause, Marks *marks)
{
  for (int outer = clauses->clauses[clause].parent; outer >= 0;
       outer = clauses->clauses[outer].parent)
    {
      const DtlClause *here = &clauses->clauses[outer];

      if (here->verb >= 0 && clauses->clauses[clause].kind == DTL_CLAUSE_CONTENT &&
          dtl_token_is (&clauses->tokens[here->verb], DTL_WORDS (DENIAL)))
        marks->refused = TRUE;
    }
}

/* Whether somebody says the clause, rather than believes or decides it. */
static gboolean
is_said (const DtlClauses *clauses, int clause)
{
  const int outer = clauses->clauses[clause].parent;

  return clauses->clauses[clause].kind == DTL_CLAUSE_CONTENT && outer >= 0 &&
         clauses->clauses[outer].verb >= 0 &&
         dtl_token_is (&clauses->tokens[dtl_clauses_find_main_verb (
                           clauses, clauses->clauses[outer].verb)],
                       DTL_WORDS (SPEECH));
}

/* Whether an ATTRIBUTION stands beside the clause, or it is said by somebody. */
static gboolean
is_attributed (const DtlClauses *clauses, int clause)
{
  for (int outer = clause; outer >= 0; outer = clauses->clauses[outer].parent)
    {
      if (is_said (clauses, outer))
        return TRUE;
      for (int i = 0; i < clauses->n_clauses; i++)
        if (clauses->clauses[i].kind == DTL_CLAUSE_ATTRIBUTION &&
            (clauses->clauses[i].parent == outer || clauses->clauses[i].parent < 0))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_past (const DtlClauses *clauses, int clause)
{
  const DtlToken *verb;

  if (clauses->clauses[clause].verb < 0)
    return FALSE;
  verb = &clauses->tokens[clauses->clauses[clause].verb];
  return dtl_token_is (verb, DTL_WORDS (PAST) | DTL_WORDS (HAVE)) ||
         verb->verb == DTL_VERB_EITHER;
}

static gboolean
lies_after (const DtlExtent *extent, const DtlExtent *published)
{
  return published != NULL && dtl_time_is_bounded (extent->start) &&
         extent->start >= published->end;
}

DtlStatus
dtl_assertion_status_find (const DtlClauses *clauses,
                           const DtlClauseTitle *title,
                           int date,
                           const DtlExtent *extent,
                           const DtlExtent *published)
{
  Marks marks = dtl_clause_words_know_verbs (clauses->words)
                    ? read_marks (clauses, title->clause)
                    : read_plain_marks (clauses, date);
  /* What is told in the past is past, whatever the page says of its date. */
  const gboolean later =
      lies_after (extent, published) && !is_past (clauses, title->clause);
  const gboolean own =
      dtl_clauses_contain (clauses, title->clause, clauses->tokens[date].clause);

  if (title->occasion)
    return later ? DTL_STATUS_PLANNED : DTL_STATUS_HAPPENED;
  read_outer_marks (clauses, title->clause, &marks);
  if (title->reported && !own)
    return marks.refused ? DTL_STATUS_DENIED : DTL_STATUS_REPORTED;
  if (marks.denied || marks.refused)
    return DTL_STATUS_DENIED;
  if (marks.condition || marks.perfect ||
      (marks.conditional && published != NULL && !later))
    return DTL_STATUS_HYPOTHETICAL;
  if (own && (marks.future || marks.planned || later))
    return DTL_STATUS_PLANNED;
  if (title->reported || marks.hearsay || is_attributed (clauses, title->clause))
    return DTL_STATUS_REPORTED;
  return DTL_STATUS_HAPPENED;
}

double
dtl_assertion_confidence_find (const DtlClauseTitle *title,
                               const DtlExtent *extent,
                               DtlStatus status)
{
  double confidence = 0.95;

  confidence -= title->verbal ? 0 : 0.15;
  confidence -= title->pronoun ? 0.05 : 0;
  confidence -= (extent->flags & DTL_EXTENT_INFERRED) != 0 ? 0.1 : 0;
  confidence -=
      (extent->flags & (DTL_EXTENT_APPROXIMATE | DTL_EXTENT_UNCERTAIN)) != 0 ? 0.05 : 0;
  confidence -= (extent->flags & DTL_EXTENT_AMBIGUOUS) != 0 ? 0.2 : 0;
  confidence -= status == DTL_STATUS_REPORTED ? 0.1 : 0;
  confidence -= status == DTL_STATUS_HYPOTHETICAL ? 0.25 : 0;
  return MAX (confidence, 0.05);
}
