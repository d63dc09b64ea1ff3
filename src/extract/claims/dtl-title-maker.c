#include "extract/claims/dtl-title-maker.h"

#include "extract/claims/dtl-clause-verbs.h"
#include "extract/claims/dtl-title-parts.h"
#include "extract/claims/dtl-title-wording.h"

/* More is never needed for a title, and keeps long sentences cheap. */
#define MAX_PICKS 64
/* In words. */
#define MAX_ANTECEDENT 8

gboolean
dtl_title_maker_is_date_word (const DtlTitleMaker *self, int at)
{
  return at >= self->date.first && at <= self->date.last &&
         (!self->date.attributive || self->tokens[at].kind != DTL_TOKEN_WORD);
}

void
dtl_title_maker_pick (DtlTitleMaker *self, int at)
{
  if (self->words.picks->len < MAX_PICKS && !dtl_title_maker_is_date_word (self, at) &&
      !self->tokens[at].dated && self->tokens[at].kind != DTL_TOKEN_QUOTE &&
      self->tokens[at].kind != DTL_TOKEN_STOP && self->tokens[at].kind != DTL_TOKEN_OTHER)
    dtl_title_words_pick (&self->words, at);
}

void
dtl_title_maker_pick_range (DtlTitleMaker *self, int first, int last)
{
  for (int i = first; i <= last; i++)
    dtl_title_maker_pick (self, i);
}

int
dtl_title_maker_find_sister (const DtlTitleMaker *self, int clause)
{
  for (int i = clause + 1; i < self->clauses->n_clauses; i++)
    if (dtl_title_maker_get_clause (self, i)->parent ==
            dtl_title_maker_get_clause (self, clause)->parent &&
        dtl_title_maker_get_clause (self, i)->kind != DTL_CLAUSE_ASIDE &&
        dtl_title_maker_get_clause (self, i)->kind != DTL_CLAUSE_FRONT)
      return i;
  return -1;
}

int
dtl_title_maker_find_content (const DtlTitleMaker *self, int clause)
{
  for (int i = clause + 1; i < self->clauses->n_clauses; i++)
    if (dtl_title_maker_get_clause (self, i)->parent == clause &&
        dtl_title_maker_get_clause (self, i)->kind == DTL_CLAUSE_CONTENT &&
        dtl_title_maker_get_clause (self, i)->verb >= 0)
      return i;
  return -1;
}

static gboolean
is_speech (const DtlTitleMaker *self, const DtlClause *clause)
{
  return dtl_title_maker_is_word (self,
                                  dtl_clauses_find_main_verb (self->clauses,
                                                              clause->verb),
                                  DTL_WORDS (SPEECH) | DTL_WORDS (DENIAL));
}

/* A participle with little behind it ("beginning in 1905") tells less than
 * the clause it hangs on. */
static gboolean
is_poor_participle (const DtlTitleMaker *self, const DtlClause *clause)
{
  int n = 0;

  for (int i = clause->first + 1; i <= clause->last; i++)
    n += !dtl_title_maker_is_date_word (self, i) &&
         self->tokens[i].kind == DTL_TOKEN_WORD &&
         !dtl_title_maker_is_word (self, i,
                                   DTL_WORDS (PREPOSITION) | DTL_WORDS (DETERMINER) |
                                       DTL_WORDS (ADVERB) | DTL_WORDS (COORDINATOR));
  return self->tokens[clause->first].verb == DTL_VERB_ING && n < 2;
}

static gboolean
is_bare_date (const DtlTitleMaker *self, const DtlClause *clause)
{
  for (int i = clause->first; i <= clause->last; i++)
    if (!dtl_title_maker_is_date_word (self, i) && self->tokens[i].kind == DTL_TOKEN_WORD)
      return FALSE;
  return TRUE;
}

int
dtl_title_maker_find_telling_clause (DtlTitleMaker *self, int clause)
{
  for (int steps = 0; steps < 6; steps++)
    {
      const DtlClause *here = dtl_title_maker_get_clause (self, clause);
      int next = -1;

      switch (here->kind)
        {
        case DTL_CLAUSE_ATTRIBUTION:
          self->out->reported = TRUE;
          next = here->parent >= 0 ? here->parent
                                   : dtl_title_maker_find_sister (self, clause);
          break;
        case DTL_CLAUSE_FRONT:
          next = dtl_title_maker_find_sister (self, clause);
          break;
        case DTL_CLAUSE_ASIDE:
          next = here->verb < 0 ? here->parent : -1;
          break;
        case DTL_CLAUSE_PARTICIPLE:
          next = is_poor_participle (self, here) ? here->parent : -1;
          self->left_out = next >= 0 ? clause : -1;
          break;
        case DTL_CLAUSE_REDUCED: /* "the months ended 1 May" */
          next = dtl_title_maker_is_word (self, here->first - 1, DTL_WORDS (DATE_LEAD))
                     ? here->parent
                     : -1;
          break;
        case DTL_CLAUSE_MAIN:
        case DTL_CLAUSE_COORDINATE:
        case DTL_CLAUSE_CONTENT:
        case DTL_CLAUSE_SUBORDINATE:
        case DTL_CLAUSE_RELATIVE:
          next =
              is_speech (self, here) ? dtl_title_maker_find_content (self, clause) : -1;
          self->out->reported |= next >= 0;
          if (is_bare_date (self, here)) /* "1911: …" */
            next = dtl_title_maker_find_sister (self, clause);
          break;
        }
      if (next < 0)
        return clause;
      clause = next;
    }
  return clause;
}

/* Whether a clause that hangs behind the verb has a date of its own, and so a
 * claim of its own. */
static gboolean
has_other_date (const DtlTitleMaker *self, const DtlClause *clause)
{
  if (clause->kind == DTL_CLAUSE_CONTENT || clause->kind == DTL_CLAUSE_REDUCED)
    return FALSE;
  for (int i = clause->first; i <= clause->last; i++)
    if (self->tokens[i].kind == DTL_TOKEN_DATE && !dtl_title_maker_is_date_word (self, i))
      return TRUE;
  return FALSE;
}

/* Whether the words of the clause @inner stay in a title of @outer. */
static gboolean
is_kept (const DtlTitleMaker *self, int outer, int inner)
{
  const int verb = dtl_title_maker_get_clause (self, outer)->verb;

  for (; inner >= 0 && inner != outer;
       inner = dtl_title_maker_get_clause (self, inner)->parent)
    {
      const DtlClause *clause = dtl_title_maker_get_clause (self, inner);

      if (inner == self->left_out || clause->kind == DTL_CLAUSE_ATTRIBUTION ||
          clause->kind == DTL_CLAUSE_ASIDE || clause->kind == DTL_CLAUSE_FRONT)
        return FALSE;
      if (clause->first > verb && has_other_date (self, clause))
        return FALSE;
      /* "the year in which" */
      if (clause->kind == DTL_CLAUSE_RELATIVE && clause->first > verb &&
          self->tokens[clause->first - 1].dated)
        return FALSE;
      /* ", who was born in York, went" */
      if (clause->first < verb && clause->first > 0 &&
          self->tokens[clause->first - 1].kind == DTL_TOKEN_COMMA)
        return FALSE;
    }
  return inner == outer;
}

/* Whether the comma or dash at @at stands before words that are left out. */
static gboolean
opens_gap (const DtlTitleMaker *self, int clause, int at)
{
  return (self->tokens[at].kind == DTL_TOKEN_COMMA ||
          self->tokens[at].kind == DTL_TOKEN_DASH) &&
         at + 1 < self->n && self->tokens[at + 1].clause != self->tokens[at].clause &&
         dtl_clauses_contain (self->clauses, clause, self->tokens[at + 1].clause) &&
         !is_kept (self, clause, self->tokens[at + 1].clause);
}

/* "In 1952 the council" without a comma, when another date is asked for. */
static int
skip_other_date (const DtlTitleMaker *self, int from, int verb)
{
  int next = dtl_verbs_skip_adjuncts (self->tokens, self->n, from);

  if (next <= from || next >= verb || self->tokens[next - 1].kind != DTL_TOKEN_DATE ||
      dtl_title_maker_is_date_word (self, next - 1))
    return from;
  return next;
}

/* "began [on 3 May], when troops crossed": the comma behind a date goes with it
 * where what follows could stand without. */
static gboolean
ends_date (const DtlTitleMaker *self, int at)
{
  return at > 0 && self->tokens[at].kind == DTL_TOKEN_COMMA &&
         dtl_title_maker_is_date_word (self, at - 1) &&
         dtl_title_maker_is_word (self, at + 1,
                                  DTL_WORDS (SUBORDINATOR) | DTL_WORDS (PREPOSITION));
}

static void
pick_tokens (DtlTitleMaker *self, int clause, int first, int last)
{
  const int verb = dtl_title_maker_get_clause (self, clause)->verb;

  for (int i = first; i <= last && self->words.picks->len < MAX_PICKS; i++)
    {
      const guint before = self->words.picks->len;

      if (is_kept (self, clause, self->tokens[i].clause) &&
          !opens_gap (self, clause, i) && !ends_date (self, i))
        dtl_title_maker_pick (self, i);
      if (i == verb && self->words.picks->len > before)
        self->words.verb = (int) before;
    }
}

/* "a larger one": with the noun that "one" stands for. */
static void
pick_stand_in (DtlTitleMaker *self, int clause, const DtlTitlePart *part)
{
  for (int i = part->first + 1; i <= part->last && part->noun >= 0; i++)
    if (dtl_title_maker_is_word (self, i, DTL_WORDS (STAND_IN)) &&
        self->tokens[i - 1].kind == DTL_TOKEN_WORD && self->tokens[i - 1].classes == 0)
      {
        pick_tokens (self, clause, part->first, i - 1);
        dtl_title_maker_pick (self, part->noun);
        pick_tokens (self, clause, i + 1, part->last);
        return;
      }
  pick_tokens (self, clause, part->first, part->last);
}

/* What a clause of several dates says of the one at hand. */
static void
pick_part (DtlTitleMaker *self, int clause, int from, const DtlTitlePart *part)
{
  if (part->subject_last < 0)
    {
      pick_tokens (self, clause, from, part->shared_last);
      pick_stand_in (self, clause, part);
      return;
    }
  dtl_title_words_clear_picks (&self->words);
  pick_tokens (self, clause, part->first, part->subject_last);
  pick_tokens (self, clause, part->verb_first, part->verb_last);
  pick_tokens (self, clause, part->subject_last + 1, part->last);
}

void
dtl_title_maker_pick_clause (DtlTitleMaker *self, int clause, int from)
{
  const DtlClause *here = dtl_title_maker_get_clause (self, clause);
  DtlTitlePart part;

  from = skip_other_date (self, from, here->verb);
  if (dtl_title_part_find (self->clauses, clause, &self->date, &part))
    pick_part (self, clause, from, &part);
  else
    pick_tokens (self, clause, from, here->last);
}

int
dtl_title_maker_find_noun_start (const DtlTitleMaker *self, int at)
{
  int first = at;

  for (int i = at - 1; i >= 0 && i > at - 12; i--)
    {
      const DtlToken *token = &self->tokens[i];

      if (dtl_verbs_is_boundary (self->tokens, self->n, i) ||
          (token->verb == DTL_VERB_FINITE && !token->capital) ||
          dtl_token_is (token, DTL_WORDS (COORDINATOR)) ||
          (dtl_token_is (token, DTL_WORDS (PREPOSITION)) &&
           !dtl_token_is (token, DTL_WORDS (OF))))
        break;
      if (token->verb == DTL_VERB_EITHER && i > 0 &&
          !dtl_token_is (&self->tokens[i - 1], DTL_WORDS (DETERMINER)))
        break;
      first = i;
      if (dtl_token_is (token, DTL_WORDS (ARTICLE)) &&
          !(i > 0 && dtl_token_is (&self->tokens[i - 1], DTL_WORDS (OF))))
        break;
    }
  return first;
}

/* What a relative clause is about: without a comma, "an attack on the port" of
 * "an attack on the port that lasted"; else the nearest noun. @whole: with a
 * comma too, as in "the dam at Hale, completed in 1911, failed". */
static int
find_antecedent (const DtlTitleMaker *self, int at, gboolean whole)
{
  const int near = dtl_title_maker_find_noun_start (self, at);
  int far;

  if (near < 2 || (self->tokens[at].kind == DTL_TOKEN_COMMA && !whole) ||
      !dtl_title_maker_is_word (self, near - 1, DTL_WORDS (PREPOSITION)) ||
      self->tokens[near - 2].verb != DTL_VERB_NONE)
    return near;
  far = dtl_title_maker_find_noun_start (self, near - 1);
  return dtl_title_maker_is_word (self, far, DTL_WORDS (DETERMINER)) &&
                 at - far <= MAX_ANTECEDENT
             ? far
             : near;
}

void
dtl_title_maker_pick_antecedent (DtlTitleMaker *self, int at, gboolean whole)
{
  int last = at - 1;

  while (last >= 0 && (self->tokens[last].kind == DTL_TOKEN_COMMA ||
                       self->tokens[last].kind == DTL_TOKEN_QUOTE ||
                       dtl_title_maker_is_word (self, last, DTL_WORDS (PREPOSITION))))
    last--;
  dtl_title_maker_pick_range (self, find_antecedent (self, last + 1, whole), last);
}

void
dtl_title_maker_pick_noun_before (DtlTitleMaker *self, int at)
{
  dtl_title_maker_pick_antecedent (self, at, FALSE);
}
