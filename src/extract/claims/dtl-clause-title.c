#include "extract/claims/dtl-clause-title.h"

#include "extract/claims/dtl-clause-verbs.h"
#include "extract/claims/dtl-title-maker.h"
#include "extract/claims/dtl-title-names.h"
#include "extract/claims/dtl-title-order.h"
#include "extract/claims/dtl-title-wording.h"

#include <string.h>

/* Tokens of "his death", "their victory at Hale". */
#define MAX_AFTERMATH 8

/* Tokens of "PARIS, Texas, 4 May 2021 (Our Press) –". */
#define MAX_DATELINE 12

/* --- noun phrases --- */

/* A mark, another date, or the verb of the clause that the phrase stands in. */
static gboolean
ends_noun_phrase (const DtlTitleMaker *self, int at)
{
  const DtlToken *token = &self->tokens[at];

  if (token->kind != DTL_TOKEN_WORD)
    return token->kind != DTL_TOKEN_NUMBER && token->kind != DTL_TOKEN_QUOTE &&
           token->kind != DTL_TOKEN_OTHER;
  return token->verb == DTL_VERB_FINITE && !token->capital &&
         token->clause == self->tokens[self->date_token].clause;
}

/* Over the noun phrase that the date describes, with what belongs to it. */
static void
pick_described_noun (DtlTitleMaker *self)
{
  int first = self->date.first;

  if (first > 0 && !dtl_title_maker_is_word (self, first - 1, DTL_WORDS (DETERMINER)))
    first = dtl_title_maker_find_noun_start (self, first);
  for (int i = first; i < self->n && i < first + 40; i++)
    {
      if (i > self->date.last + 1 && ends_noun_phrase (self, i))
        return;
      dtl_title_maker_pick (self, i);
    }
}

/* Whether a relative clause follows the described noun and tells more of it
 * than the sentence does: "the 1950-1953 conflict that killed millions". */
static gboolean
has_own_clause (const DtlTitleMaker *self)
{
  for (int i = self->date.last + 1; i < self->n && i < self->date.last + 5; i++)
    {
      const DtlClause *clause = dtl_title_maker_get_clause (self, self->tokens[i].clause);

      if (clause->first == i && clause->kind == DTL_CLAUSE_RELATIVE && clause->verb >= 0)
        return TRUE;
      if (self->tokens[i].kind != DTL_TOKEN_WORD)
        return FALSE;
    }
  return FALSE;
}

/* "the Battle of Hastings (1066)": the name before a bracket with nothing but
 * the date, unless it is the subject and its verb tells more. */
static gboolean
make_bracketed (DtlTitleMaker *self, int clause)
{
  const DtlClause *here = dtl_title_maker_get_clause (self, clause);
  const DtlClause *outer;
  int first;

  if (here->kind != DTL_CLAUSE_ASIDE ||
      self->tokens[here->first].kind != DTL_TOKEN_OPEN || here->parent < 0 ||
      here->first == 0 || here->verb >= 0)
    return FALSE;
  for (int i = here->first + 1; i < here->last; i++)
    if (!dtl_title_maker_is_date_word (self, i) &&
        self->tokens[i].kind != DTL_TOKEN_DATE && self->tokens[i].kind != DTL_TOKEN_DASH)
      return FALSE;
  outer = dtl_title_maker_get_clause (self, here->parent);
  first = dtl_title_maker_find_noun_start (self, here->first);
  if (outer->verb > here->last && first <= outer->first + 1)
    return FALSE;
  for (int i = first; i < here->first; i++)
    dtl_title_maker_pick (self, i);
  if (dtl_title_words_count_content (&self->words) >= 2 &&
      self->tokens[here->first - 1].capital)
    return TRUE;
  dtl_title_words_clear_picks (&self->words);
  return FALSE;
}

/* "the Data Act 1998": a year behind a name of two words is a part of it. */
static gboolean
make_named (DtlTitleMaker *self)
{
  const int date = self->date_token;

  if (self->date.first != date ||
      !dtl_date_words_end_name (self->clauses, date, self->words.text))
    return FALSE;
  dtl_title_maker_pick_noun_before (self, date);
  return TRUE;
}

/* "After the fall of the city in 1204, …": the phrase is the news itself. */
static gboolean
make_aftermath (DtlTitleMaker *self, int clause)
{
  const DtlClause *here = dtl_title_maker_get_clause (self, clause);
  int first = here->first;

  while (first < here->last &&
         dtl_title_maker_is_word (self, first, DTL_WORDS (CONNECTIVE)))
    first++;
  if (here->kind != DTL_CLAUSE_FRONT ||
      !dtl_title_maker_is_word (self, first, DTL_WORDS (AFTERMATH)) ||
      self->date.first <= first + 1)
    return FALSE;
  dtl_title_maker_pick_clause (self, clause, first + 1);
  if (self->words.picks->len > 0)
    dtl_title_words_put_in_past (&self->words, 0);
  if (dtl_title_words_count_content (&self->words) >= 2)
    return TRUE;
  dtl_title_words_clear_picks (&self->words);
  return FALSE;
}

/* The noun phrase between a word like "before" and the date, as "his death" of
 * "before his death on 3 May 1911"; -1 where something else stands there. */
static int
find_aftermath_noun (const DtlTitleMaker *self)
{
  const int end = self->date.first;
  const DtlToken *tokens = self->tokens;

  for (int i = end - 1; i > 0 && i > end - MAX_AFTERMATH; i--)
    {
      if (tokens[i].kind != DTL_TOKEN_WORD || tokens[i].clause != tokens[end].clause ||
          (tokens[i].verb != DTL_VERB_NONE && !tokens[i].capital))
        return -1;
      if (dtl_title_maker_is_word (self, i - 1, DTL_WORDS (AFTERMATH)) &&
          dtl_title_maker_is_word (self, i, DTL_WORDS (POSSESSIVE)))
        return i + 1 < end ? i : -1;
    }
  return -1;
}

/* "Orr planned a mill shortly before his death on 3 May 1911": "Orr's death",
 * where it is known whose. */
static gboolean
make_own_aftermath (DtlTitleMaker *self)
{
  const int first = find_aftermath_noun (self);

  if (first < 0)
    return FALSE;
  dtl_title_maker_pick_range (self, first, self->date.first - 1);
  self->out->pronoun = dtl_title_name_pronoun (self, 0, FALSE);
  if (self->out->pronoun)
    return TRUE;
  dtl_title_words_clear_picks (&self->words);
  return FALSE;
}

/* The subject of @clause, unless it is a pronoun or long. */
static void
pick_short_subject (DtlTitleMaker *self, int clause)
{
  const DtlClause *here = dtl_title_maker_get_clause (self, clause);

  if (here->verb < 0 || dtl_title_maker_is_word (self, here->first, DTL_WORDS (PRONOUN)))
    return;
  for (int i = here->first; i < here->verb; i++)
    if (self->tokens[i].clause == clause && self->tokens[i].kind == DTL_TOKEN_WORD &&
        !dtl_title_maker_is_word (self, i, DTL_WORDS (ADVERB)))
      dtl_title_maker_pick (self, i);
  if (dtl_title_words_measure (&self->words, (int) self->words.picks->len) >
      DTL_MAX_SHARED_SUBJECT)
    dtl_title_words_clear_picks (&self->words);
}

/* "Founded in 1911, the club …": the club was founded; "Having lost the war in
 * 1918, …": told in the past. */
static gboolean
make_front_participle (DtlTitleMaker *self, int clause)
{
  const DtlClause *here = dtl_title_maker_get_clause (self, clause);
  const int sister =
      here->kind == DTL_CLAUSE_FRONT ? dtl_title_maker_find_sister (self, clause) : -1;
  int first = dtl_verbs_skip_adjuncts (self->tokens, self->n, here->first);

  if (sister < 0 || first > here->last || self->tokens[first].verb == DTL_VERB_NONE ||
      self->tokens[first].verb == DTL_VERB_FINITE ||
      dtl_title_maker_is_word (self, first, DTL_WORDS (PREPOSITION)))
    return FALSE;
  if (dtl_title_maker_is_word (self, first, DTL_WORDS (HAVE) | DTL_WORDS (BE)) &&
      first < here->last)
    first++;
  if (self->tokens[first].verb != DTL_VERB_ING)
    pick_short_subject (self, sister);
  self->words.verb = (int) self->words.picks->len;
  dtl_title_maker_pick_clause (self, clause, first);
  dtl_title_words_put_in_past (&self->words, self->words.verb);
  if (self->words.verb > 0 && self->words.verb < (int) self->words.picks->len)
    dtl_title_words_lower (&self->words, self->words.verb);
  self->out->clause = sister;
  self->out->verbal = TRUE;
  if (dtl_title_words_count_content (&self->words) >= 2)
    return TRUE;
  dtl_title_words_clear_picks (&self->words);
  return FALSE;
}

/* "…, Harrison said in a press conference on Monday": the occasion. */
static gboolean
make_occasion (DtlTitleMaker *self, int clause)
{
  const DtlClause *here = dtl_title_maker_get_clause (self, clause);
  int occasion = -1, speaker;

  if (here->kind != DTL_CLAUSE_ATTRIBUTION || here->verb < 0)
    return FALSE;
  for (int i = here->first; i <= here->last; i++)
    if (dtl_title_maker_is_word (self, i, DTL_WORDS (OCCASION)))
      occasion = i;
  if (occasion < 0)
    return FALSE;
  speaker = here->first;
  while (speaker < here->last && !self->tokens[speaker].capital)
    speaker++;
  while (speaker <= here->last && self->tokens[speaker].capital)
    dtl_title_maker_pick (self, speaker++);
  for (int i = occasion; i > here->verb; i--)
    if (dtl_title_maker_is_word (self, i, DTL_WORDS (PREPOSITION)))
      {
        dtl_title_maker_pick_range (self, i, occasion);
        self->out->occasion = TRUE;
        return TRUE;
      }
  dtl_title_words_clear_picks (&self->words);
  return FALSE;
}

/* Whether nothing but adverbs and the date stand between the verb of @clause
 * and what it says. */
static gboolean
follows_verb (const DtlTitleMaker *self, int clause, int content)
{
  int next = dtl_title_maker_get_clause (self, clause)->verb + 1;

  while (next < self->n && self->tokens[next].verb != DTL_VERB_NONE)
    next++;
  return dtl_verbs_skip_adjuncts (self->tokens, self->n, next) >=
         dtl_title_maker_get_clause (self, content)->first;
}

/* "The court ruled that …": of a clause too long to show what was ruled, only
 * that. */
static void
prefer_content (DtlTitleMaker *self)
{
  const int content = dtl_title_maker_find_content (self, self->out->clause);
  const int n = (int) self->words.picks->len;
  int shown = 0;

  if (content < 0 || !follows_verb (self, self->out->clause, content))
    return;
  while (shown < n &&
         dtl_title_words_get (&self->words, shown)->start <=
             self->tokens[dtl_title_maker_get_clause (self, content)->verb].start)
    shown++;
  if (dtl_title_words_measure (&self->words, MIN (shown + 1, n)) <= DTL_TITLE_LENGTH)
    return;
  dtl_title_words_clear_picks (&self->words);
  self->out->clause = content;
  self->out->reported = TRUE;
  dtl_title_maker_pick_telling_clause (self, content);
}

/* Whether the subject is who speaks: "that we". */
static gboolean
has_first_person (const DtlTitleMaker *self)
{
  for (int i = 0; i < self->words.verb; i++)
    if (dtl_token_is (dtl_title_words_get (&self->words, i), DTL_WORDS (FIRST_PERSON)) &&
        dtl_token_is (dtl_title_words_get (&self->words, i), DTL_WORDS (PRONOUN)))
      return TRUE;
  return FALSE;
}

static void
make_clause (DtlTitleMaker *self, int clause)
{
  DtlTitleRewording rewording;

  self->out->clause = dtl_title_maker_find_telling_clause (self, clause);
  dtl_title_maker_pick_telling_clause (self, self->out->clause);
  dtl_title_order_restore (self);
  prefer_content (self);
  self->out->first_person = has_first_person (self);
  self->out->pronoun = dtl_title_name_pronouns (self);
  dtl_title_name_superlative (self);
  rewording = dtl_title_words_reword (&self->words);
  self->out->pronoun |= rewording.pronoun;
  self->out->reported |= rewording.reported;
  self->out->verbal = self->words.verb >= 0;
}

/* "LIMA, 4 May 2021 – …": where and when the report was written. */
static gboolean
is_dateline (const DtlTitleMaker *self)
{
  const DtlToken *first = &self->tokens[0];

  if (first->kind != DTL_TOKEN_WORD || first->width < 3)
    return FALSE;
  for (gsize i = first->start; i < first->end; i++)
    if (g_ascii_islower (self->words.text[i]))
      return FALSE;
  for (int i = 1; i < self->n && i < MAX_DATELINE; i++)
    if (self->tokens[i].kind == DTL_TOKEN_DASH)
      return i > self->date_token;
    else if (self->tokens[i].kind == DTL_TOKEN_WORD && !self->tokens[i].capital)
      return FALSE;
  return FALSE;
}

DtlClauseTitle
dtl_clause_title_make (const DtlClauses *clauses,
                       int date,
                       const char *text,
                       const DtlMention *mentions,
                       DtlClauseSubjects *subjects)
{
  DtlClauseTitle title = { 0 };
  DtlTitleMaker maker = { 0 };
  int clause = clauses->tokens[date].clause;

  maker.date = dtl_date_words_find (clauses, date, text, mentions);
  maker.clauses = clauses;
  maker.tokens = clauses->tokens;
  maker.n = clauses->n_tokens;
  maker.date_token = date;
  maker.left_out = -1;
  maker.subjects = subjects;
  maker.out = &title;
  dtl_title_words_init (&maker.words, text, clauses);
  title.clause = clause;

  if (is_dateline (&maker))
    dtl_title_words_clear_picks (&maker.words);
  else if (maker.date.attributive && has_own_clause (&maker))
    pick_described_noun (&maker);
  else if (!make_occasion (&maker, clause) && !make_named (&maker) &&
           !make_bracketed (&maker, clause) && !make_front_participle (&maker, clause) &&
           !make_aftermath (&maker, clause) && !make_own_aftermath (&maker))
    make_clause (&maker, clause);
  title.title = dtl_title_words_finish (&maker.words);
  dtl_title_words_clear (&maker.words);
  return title;
}
