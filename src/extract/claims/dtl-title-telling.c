/* The words of the clause that tells what happened at a date, with its subject: one
 * said before it where it shares that, or the noun that it hangs on. */

#include "extract/claims/dtl-clause-verbs.h"
#include "extract/claims/dtl-title-maker.h"
#include "extract/claims/dtl-title-wording.h"

/* Of "was built … and opened in 1911" the second is as passive as the first; not
 * of "was born … and learned to read". */
static gboolean
goes_on_passive (const DtlTitleMaker *self, int first, int second)
{
  const int next = second + 1;

  if (!dtl_title_maker_is_word (self, first, DTL_WORDS (BE)) ||
      dtl_title_maker_is_word (self, second, DTL_WORDS (INTRANSITIVE)) ||
      self->tokens[second].verb != DTL_VERB_EITHER)
    return FALSE;
  return next >= self->n || self->tokens[next].kind != DTL_TOKEN_WORD ||
         (dtl_title_maker_is_word (self, next, DTL_WORDS (PREPOSITION)) &&
          !dtl_title_maker_is_word (self, next, DTL_WORDS (TO)));
}

/* A comma or "but" round words of another clause, which are left out. */
static gboolean
touches_gap (const DtlTitleMaker *self, int at)
{
  return (self->tokens[at].kind == DTL_TOKEN_COMMA ||
          dtl_title_maker_is_word (self, at, DTL_WORDS (COORDINATOR))) &&
         (self->tokens[at + 1].clause != self->tokens[at].clause ||
          (at > 0 && self->tokens[at - 1].clause != self->tokens[at].clause));
}

static gboolean
begins_with_verb (const DtlTitleMaker *self, const DtlClause *clause)
{
  int next = dtl_verbs_skip_adjuncts (self->tokens, self->n, clause->first + 1);

  while (next < clause->verb &&
         (self->tokens[next].kind == DTL_TOKEN_COMMA ||
          dtl_title_maker_get_clause (self, self->tokens[next].clause)->kind ==
              DTL_CLAUSE_FRONT))
    next++;
  return next == clause->verb;
}

static gboolean
is_short (const DtlTitleMaker *self)
{
  return dtl_title_words_measure (&self->words, (int) self->words.picks->len) <=
         DTL_MAX_SHARED_SUBJECT;
}

/* Of a long subject from pick @start on, "a relief fleet under Admiral Vey",
 * keeps what stands before its first preposition, or nothing. */
static void
shorten_subject (DtlTitleMaker *self, int start)
{
  DtlTitleWords *words = &self->words;

  for (int i = start + 2; i < (int) words->picks->len && !is_short (self); i++)
    if (dtl_token_is (dtl_title_words_get (words, i), DTL_WORDS (PREPOSITION)) &&
        !dtl_token_is (dtl_title_words_get (words, i), DTL_WORDS (OF)))
      dtl_title_words_remove (words, i, (int) words->picks->len - i);
  if (!is_short (self))
    dtl_title_words_remove (words, start, (int) words->picks->len - start);
}

/* What stands before the verb of @source, or before a relative clause, unless it
 * is long. */
static void
pick_subject (DtlTitleMaker *self, const DtlClause *source)
{
  const int start = (int) self->words.picks->len;

  if (source->kind == DTL_CLAUSE_RELATIVE && begins_with_verb (self, source))
    dtl_title_maker_pick_noun_before (self, source->first);
  else
    for (int i = source->first; i < source->verb; i++)
      if (self->tokens[i].clause == self->tokens[source->verb].clause &&
          !touches_gap (self, i) &&
          !dtl_title_maker_is_word (self, i,
                                    DTL_WORDS (ADVERB) | DTL_WORDS (SUBORDINATOR)))
        dtl_title_maker_pick (self, i);
  shorten_subject (self, start);
}

/* The subject of @clause, one said before it where it shares that. Returns the
 * clause that has it. */
static const DtlClause *
pick_shared_subject (DtlTitleMaker *self, const DtlClause *clause)
{
  for (int steps = 0;
       steps < 8 && clause->kind == DTL_CLAUSE_COORDINATE && clause->shared >= 0; steps++)
    clause = dtl_title_maker_get_clause (self, clause->shared);
  if (clause->verb >= 0 && clause->kind != DTL_CLAUSE_PARTICIPLE)
    pick_subject (self, clause);
  return clause;
}

/* "was built … and opened": the passive goes on. */
static void
pick_shared_passive (DtlTitleMaker *self,
                     const DtlClause *source,
                     const DtlClause *clause)
{
  if (self->words.picks->len > 0 && source->verb >= 0 &&
      goes_on_passive (self, source->verb, clause->verb))
    dtl_title_maker_pick (self, source->verb);
}

/* Whether nothing but marks was picked behind a verb that may have an object. */
static gboolean
ends_with_verb (DtlTitleMaker *self)
{
  DtlTitleWords *words = &self->words;

  if (words->verb < 0 ||
      dtl_title_words_get (words, words->verb)->verb != DTL_VERB_EITHER)
    return FALSE;
  for (int i = words->verb + 1; i < (int) words->picks->len; i++)
    if (dtl_title_words_get (words, i)->kind == DTL_TOKEN_WORD)
      return FALSE;
  dtl_title_words_remove (words, words->verb + 1,
                          (int) words->picks->len - words->verb - 1);
  return TRUE;
}

static void
pick_relative (DtlTitleMaker *self, int clause)
{
  const DtlClause *here = dtl_title_maker_get_clause (self, clause);

  if (begins_with_verb (self, here))
    dtl_title_maker_pick_noun_before (self, here->first);
  dtl_title_maker_pick_clause (self, clause, here->first + 1);
  /* "which Parliament passed": what it passed */
  if (!begins_with_verb (self, here) &&
      !dtl_title_maker_is_word (self, here->first, DTL_WORDS (SUBORDINATOR)) &&
      !dtl_title_maker_is_word (self, here->first - 1, DTL_WORDS (PREPOSITION)) &&
      ends_with_verb (self))
    {
      const int object = (int) self->words.picks->len;

      dtl_title_maker_pick_noun_before (self, here->first);
      if (object < (int) self->words.picks->len &&
          dtl_token_is (dtl_title_words_get (&self->words, object), DTL_WORDS (ARTICLE)))
        dtl_title_words_lower (&self->words, object);
    }
}

/* The clause that a participle hangs on, looking over others; itself where it
 * hangs on none with a verb. */
static const DtlClause *
find_participle_outer (const DtlTitleMaker *self, int clause)
{
  const DtlClause *outer = dtl_title_maker_get_clause (self, clause);

  while ((outer->verb < 0 || outer->kind == DTL_CLAUSE_PARTICIPLE) && outer->parent >= 0)
    outer = dtl_title_maker_get_clause (self, outer->parent);
  return outer;
}

/* "Vane went south, conquering the island in 1905": told in the past where the
 * clause it hangs on is, and of its subject. */
static void
pick_participle (DtlTitleMaker *self, int clause)
{
  const DtlClause *here = dtl_title_maker_get_clause (self, clause);
  const DtlClause *outer = find_participle_outer (self, clause);
  int verb;

  if (outer->verb >= 0 && outer->verb < here->first &&
      outer->kind != DTL_CLAUSE_PARTICIPLE)
    pick_shared_subject (self, outer);
  verb = (int) self->words.picks->len;
  dtl_title_maker_pick_clause (self, clause, here->first);
  if (verb >= (int) self->words.picks->len)
    {
      dtl_title_words_clear_picks (&self->words);
      return;
    }
  self->words.verb = verb;
  if (outer->verb >= 0 &&
      !dtl_title_maker_is_word (self, outer->verb,
                                DTL_WORDS (MODAL) | DTL_WORDS (PRESENT)))
    dtl_title_words_put_in_past (&self->words, verb);
}

void
dtl_title_maker_pick_telling_clause (DtlTitleMaker *self, int clause)
{
  const DtlClause *here = dtl_title_maker_get_clause (self, clause);

  switch (here->kind)
    {
    case DTL_CLAUSE_RELATIVE:
      pick_relative (self, clause);
      return;
    case DTL_CLAUSE_PARTICIPLE:
      if (self->tokens[here->first].verb == DTL_VERB_ING)
        {
          pick_participle (self, clause);
          return;
        }
      if (here->shared >= 0)
        here = dtl_title_maker_get_clause (self, here->shared);
      dtl_title_maker_pick_antecedent (self, here->first, TRUE);
      here = dtl_title_maker_get_clause (self, clause);
      dtl_title_maker_pick_clause (self, clause, here->first);
      return;
    case DTL_CLAUSE_REDUCED:
      dtl_title_maker_pick_noun_before (self, here->first);
      dtl_title_maker_pick_clause (self, clause, here->first);
      return;
    case DTL_CLAUSE_COORDINATE:
      pick_shared_passive (self, pick_shared_subject (self, here), here);
      dtl_title_maker_pick_clause (self, clause,
                                   here->first +
                                       dtl_title_maker_is_word (self, here->first,
                                                                DTL_WORDS (COORDINATOR)));
      return;
    case DTL_CLAUSE_SUBORDINATE:
      dtl_title_maker_pick_clause (self, clause, here->first + 1);
      return;
    case DTL_CLAUSE_MAIN:
    case DTL_CLAUSE_CONTENT:
    case DTL_CLAUSE_ATTRIBUTION:
    case DTL_CLAUSE_FRONT:
    case DTL_CLAUSE_ASIDE:
      dtl_title_maker_pick_clause (self, clause, here->first);
      return;
    }
}
