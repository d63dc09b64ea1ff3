#include "extract/dtl-clause-title.h"

#include "extract/dtl-clause-verbs.h"
#include "extract/dtl-date-words.h"
#include "extract/dtl-title-words.h"

/* More is never needed for a title, and keeps long sentences cheap. */
#define MAX_PICKS 90
/* In characters: longer subjects are not said again before a second verb. */
#define MAX_SHARED_SUBJECT 30

typedef struct {
  const DtlClauses *clauses;
  const DtlToken *tokens;
  int n;
  DtlDateWords date;
  int date_token;
  DtlTitleWords words;
  DtlClauseTitle *out;
} Maker;

static const DtlClause *
get_clause (const Maker *self, int clause)
{
  return &self->clauses->clauses[clause];
}

static gboolean
is_word (const Maker *self, int at, DtlWordClasses classes)
{
  return at >= 0 && at < self->n && self->tokens[at].kind == DTL_TOKEN_WORD &&
         dtl_token_is (&self->tokens[at], classes);
}

static gboolean
is_date_word (const Maker *self, int at)
{
  return at >= self->date.first && at <= self->date.last &&
         (!self->date.attributive || self->tokens[at].kind != DTL_TOKEN_WORD);
}

static void
pick (Maker *self, int at)
{
  if (self->words.picks->len < MAX_PICKS && !is_date_word (self, at) &&
      self->tokens[at].kind != DTL_TOKEN_QUOTE &&
      self->tokens[at].kind != DTL_TOKEN_OTHER)
    dtl_title_words_pick (&self->words, at);
}

static void
pick_range (Maker *self, int first, int last)
{
  for (int i = first; i <= last; i++)
    pick (self, i);
}

/* --- which clause --- */

/* The first clause after @clause in the same one; -1 where there is none. */
static int
find_sister (const Maker *self, int clause)
{
  for (int i = clause + 1; i < self->clauses->n_clauses; i++)
    if (get_clause (self, i)->parent == get_clause (self, clause)->parent &&
        get_clause (self, i)->kind != DTL_CLAUSE_ASIDE &&
        get_clause (self, i)->kind != DTL_CLAUSE_FRONT)
      return i;
  return -1;
}

/* What is said with the verb of @clause; -1 where it is no speech. */
static int
find_content (const Maker *self, int clause)
{
  for (int i = clause + 1; i < self->clauses->n_clauses; i++)
    if (get_clause (self, i)->parent == clause &&
        get_clause (self, i)->kind == DTL_CLAUSE_CONTENT &&
        get_clause (self, i)->verb >= 0)
      return i;
  return -1;
}

static gboolean
is_speech (const Maker *self, const DtlClause *clause)
{
  return is_word (self, clause->verb, DTL_WORDS (SPEECH) | DTL_WORDS (DENIAL));
}

/* From the clause that holds the date to the one that tells what happened. */
static int
find_telling_clause (Maker *self, int clause)
{
  for (int steps = 0; steps < 6; steps++)
    {
      const DtlClause *here = get_clause (self, clause);
      int next = -1;

      switch (here->kind)
        {
        case DTL_CLAUSE_ATTRIBUTION:
          self->out->reported = TRUE;
          next = here->parent >= 0 ? here->parent : find_sister (self, clause);
          break;
        case DTL_CLAUSE_FRONT:
          next = find_sister (self, clause);
          break;
        case DTL_CLAUSE_ASIDE:
          next = here->verb < 0 ? here->parent : -1;
          break;
        case DTL_CLAUSE_PARTICIPLE:
          next = self->tokens[here->first].verb == DTL_VERB_ING ? here->parent : -1;
          break;
        case DTL_CLAUSE_MAIN:
        case DTL_CLAUSE_COORDINATE:
        case DTL_CLAUSE_CONTENT:
        case DTL_CLAUSE_SUBORDINATE:
        case DTL_CLAUSE_RELATIVE:
        case DTL_CLAUSE_REDUCED:
          next = is_speech (self, here) ? find_content (self, clause) : -1;
          self->out->reported |= next >= 0;
          break;
        }
      if (next < 0)
        return clause;
      clause = next;
    }
  return clause;
}

/* --- picking --- */

/* Whether the words of the clause @inner stay in a title of @outer. */
static gboolean
is_kept (const Maker *self, int outer, int inner)
{
  const int verb = get_clause (self, outer)->verb;

  for (; inner >= 0 && inner != outer; inner = get_clause (self, inner)->parent)
    {
      const DtlClause *clause = get_clause (self, inner);

      if (clause->kind == DTL_CLAUSE_ATTRIBUTION || clause->kind == DTL_CLAUSE_ASIDE ||
          clause->kind == DTL_CLAUSE_FRONT)
        return FALSE;
      /* ", who was born in York, went" */
      if (clause->first < verb && clause->first > 0 &&
          self->tokens[clause->first - 1].kind == DTL_TOKEN_COMMA)
        return FALSE;
    }
  return inner == outer;
}

static void
pick_clause (Maker *self, int clause, int from)
{
  const DtlClause *here = get_clause (self, clause);

  for (int i = from; i <= here->last; i++)
    {
      if (i == here->verb)
        self->words.verb = (int) self->words.picks->len;
      if (is_kept (self, clause, self->tokens[i].clause))
        pick (self, i);
    }
}

/* The noun phrase that ends before @at, within what @clause lies in. */
static int
find_noun_start (const Maker *self, int at)
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

static void
pick_noun_before (Maker *self, int at)
{
  int last = at - 1;

  while (last >= 0 && (self->tokens[last].kind == DTL_TOKEN_COMMA ||
                       self->tokens[last].kind == DTL_TOKEN_QUOTE ||
                       is_word (self, last, DTL_WORDS (PREPOSITION))))
    last--;
  pick_range (self, find_noun_start (self, last + 1), last);
}

/* The subject of @clause, one said before it where it shares that. */
static void
pick_shared_subject (Maker *self, int clause)
{
  const DtlClause *here = get_clause (self, clause);
  const DtlClause *source = here;
  int start = (int) self->words.picks->len;

  for (int steps = 0;
       steps < 8 && source->kind == DTL_CLAUSE_COORDINATE && source->shared >= 0; steps++)
    source = get_clause (self, source->shared);
  if (source->verb < 0 || source->kind == DTL_CLAUSE_PARTICIPLE)
    return;
  if (source->kind == DTL_CLAUSE_RELATIVE)
    pick_noun_before (self, source->first);
  else
    for (int i = source->first; i < source->verb; i++)
      if (self->tokens[i].clause == self->tokens[source->verb].clause &&
          !is_word (self, i,
                    DTL_WORDS (ADVERB) | DTL_WORDS (COORDINATOR) |
                        DTL_WORDS (SUBORDINATOR)))
        pick (self, i);
  /* "was built … and opened": the passive goes on */
  if (is_word (self, source->verb, DTL_WORDS (BE)) &&
      self->tokens[here->verb].verb == DTL_VERB_EITHER)
    pick (self, source->verb);
  if (dtl_title_words_measure (&self->words, (int) self->words.picks->len) >
      MAX_SHARED_SUBJECT)
    dtl_title_words_remove (&self->words, start, (int) self->words.picks->len - start);
}

static gboolean
begins_with_verb (const Maker *self, const DtlClause *clause)
{
  int next = dtl_verbs_skip_adjuncts (self->tokens, self->n, clause->first + 1);

  return next == clause->verb;
}

static void
pick_relative (Maker *self, int clause)
{
  const DtlClause *here = get_clause (self, clause);

  if (begins_with_verb (self, here))
    pick_noun_before (self, here->first);
  pick_clause (self, clause, here->first + 1);
  if (!begins_with_verb (self, here) &&
      !is_word (self, here->first - 1, DTL_WORDS (PREPOSITION)) &&
      !is_word (self, here->first, DTL_WORDS (SUBORDINATOR)))
    self->words.verb = -1;
}

static void
pick_telling_clause (Maker *self, int clause)
{
  const DtlClause *here = get_clause (self, clause);

  switch (here->kind)
    {
    case DTL_CLAUSE_RELATIVE:
      pick_relative (self, clause);
      return;
    case DTL_CLAUSE_REDUCED:
    case DTL_CLAUSE_PARTICIPLE:
      pick_noun_before (self, here->first);
      pick_clause (self, clause, here->first);
      return;
    case DTL_CLAUSE_COORDINATE:
      pick_shared_subject (self, clause);
      pick_clause (self, clause, here->first + 1);
      return;
    case DTL_CLAUSE_SUBORDINATE:
      pick_clause (self, clause, here->first + 1);
      return;
    case DTL_CLAUSE_MAIN:
    case DTL_CLAUSE_CONTENT:
    case DTL_CLAUSE_ATTRIBUTION:
    case DTL_CLAUSE_FRONT:
    case DTL_CLAUSE_ASIDE:
      pick_clause (self, clause, here->first);
      return;
    }
}

/* --- wording --- */

/* "He was elected mayor" becomes "Elected mayor": nobody is named wrongly. */
static void
drop_pronoun (Maker *self)
{
  DtlTitleWords *words = &self->words;
  int at = 0, n;

  while (at < (int) words->picks->len &&
         dtl_token_is (dtl_title_words_get (words, at), DTL_WORDS (CONNECTIVE) |
                                                            DTL_WORDS (COORDINATOR) |
                                                            DTL_WORDS (THAT)))
    at++;
  dtl_title_words_remove (words, 0, at);
  n = (int) words->picks->len;
  if (n < 3 || words->verb < 1 ||
      !dtl_token_is (dtl_title_words_get (words, 0), DTL_WORDS (PRONOUN)))
    return;
  for (int i = 1; i < words->verb; i++)
    if (!dtl_token_is (dtl_title_words_get (words, i), DTL_WORDS (ADVERB)))
      return;
  self->out->pronoun = TRUE;
  dtl_title_words_remove (words, 0, words->verb);
  while (words->picks->len > 2 &&
         (dtl_token_is (dtl_title_words_get (words, 0), DTL_WORDS (BE)) ||
          (dtl_token_is (dtl_title_words_get (words, 0), DTL_WORDS (HAVE)) &&
           (dtl_title_words_get (words, 1)->verb == DTL_VERB_EITHER ||
            dtl_title_words_get (words, 1)->verb == DTL_VERB_PARTICIPLE))))
    {
      dtl_title_words_remove (words, 0, 1);
      words->verb = 0;
    }
}

static gboolean
is_too_long (const Maker *self)
{
  return dtl_title_words_measure (&self->words, (int) self->words.picks->len) >
         DTL_TITLE_LENGTH;
}

/* "the South Korean port city of Busan" becomes "Busan". */
static void
shorten_places (Maker *self)
{
  DtlTitleWords *words = &self->words;

  for (int i = 1; i + 2 < (int) words->picks->len && is_too_long (self); i++)
    {
      int first = i;

      if (!dtl_token_is (dtl_title_words_get (words, i), DTL_WORDS (PLACE)) ||
          !dtl_token_is (dtl_title_words_get (words, i + 1), DTL_WORDS (OF)) ||
          !dtl_title_words_get (words, i + 2)->capital)
        continue;
      while (first > 0 && i - first < 5 &&
             !dtl_token_is (dtl_title_words_get (words, first), DTL_WORDS (ARTICLE)))
        first--;
      if (dtl_token_is (dtl_title_words_get (words, first), DTL_WORDS (ARTICLE)))
        {
          dtl_title_words_remove (words, first, i + 2 - first);
          i = first;
        }
    }
}

/* ", a burial site": what a comma and an article add to a noun is left out;
 * "a farm, a school and a mine" stays. */
static void
drop_apposition (Maker *self)
{
  DtlTitleWords *words = &self->words;
  int n = (int) words->picks->len;

  for (int i = MAX (words->verb, 0) + 1; i + 1 < n; i++)
    {
      int end = i + 1;

      if (dtl_title_words_get (words, i)->kind != DTL_TOKEN_COMMA ||
          !dtl_token_is (dtl_title_words_get (words, i + 1), DTL_WORDS (ARTICLE)))
        continue;
      while (end < n &&
             !dtl_token_is (dtl_title_words_get (words, end), DTL_WORDS (COORDINATOR)))
        end++;
      if (end < n)
        return;
      dtl_title_words_remove (words, i, n - i);
      return;
    }
}

/* Position of the noun phrase that is the verb's object, or -1: behind
 * "expected to attend", "highlighted". */
static int
find_object (const Maker *self, DtlWordClasses verbs)
{
  const DtlTitleWords *words = &self->words;

  for (int i = words->verb;
       i >= 0 && i < (int) words->picks->len - 1 && i < words->verb + 6; i++)
    if (dtl_token_is (dtl_title_words_get (words, i), verbs) &&
        dtl_token_is (dtl_title_words_get (words, i + 1), DTL_WORDS (DETERMINER)))
      return i + 1;
  return -1;
}

/* The outcome of X *was* the signing of Y. */
static int
find_predicate (const Maker *self)
{
  const DtlTitleWords *words = &self->words;
  int at = words->verb + 1;

  if (words->verb < 0 || at + 3 >= (int) words->picks->len ||
      !dtl_token_is (dtl_title_words_get (words, words->verb), DTL_WORDS (BE)) ||
      !dtl_token_is (dtl_title_words_get (words, at), DTL_WORDS (ARTICLE)))
    return -1;
  for (int i = at + 1; i < at + 4 && i < (int) words->picks->len; i++)
    if (dtl_token_is (dtl_title_words_get (words, i), DTL_WORDS (OF)))
      return at;
  return -1;
}

/* Of a clause too long for a title, the noun phrase that is its news. */
static void
prefer_object (Maker *self)
{
  int at = find_object (self, DTL_WORDS (REPORT));

  if (at > 0)
    self->out->reported = TRUE;
  if (at < 0 && is_too_long (self))
    at = find_object (self, DTL_WORDS (LIGHT));
  if (at < 0 && is_too_long (self))
    at = find_predicate (self);
  if (at < 0)
    return;
  dtl_title_words_remove (&self->words, 0, at);
  self->words.verb = -1;
}

/* --- noun phrases --- */

/* Over the noun phrase that the date describes, with what belongs to it. */
static void
pick_described_noun (Maker *self)
{
  int first = self->date.first;

  if (first > 0 && !is_word (self, first - 1, DTL_WORDS (DETERMINER)))
    first = find_noun_start (self, first);
  for (int i = first; i < self->n && i < first + 40; i++)
    {
      if (i > self->date.last + 1 && (self->tokens[i].kind == DTL_TOKEN_COMMA ||
                                      self->tokens[i].kind == DTL_TOKEN_STOP ||
                                      self->tokens[i].kind == DTL_TOKEN_SEMICOLON ||
                                      self->tokens[i].kind == DTL_TOKEN_OPEN ||
                                      self->tokens[i].kind == DTL_TOKEN_DASH ||
                                      self->tokens[i].kind == DTL_TOKEN_DATE))
        return;
      if (self->tokens[i].verb == DTL_VERB_FINITE && !self->tokens[i].capital &&
          self->tokens[i].clause == self->tokens[self->date_token].clause)
        return;
      pick (self, i);
    }
}

/* Whether a relative clause follows the described noun and tells more of it
 * than the sentence does: "the 1950-1953 conflict that killed millions". */
static gboolean
has_own_clause (const Maker *self)
{
  for (int i = self->date.last + 1; i < self->n && i < self->date.last + 5; i++)
    {
      const DtlClause *clause = get_clause (self, self->tokens[i].clause);

      if (clause->first == i && clause->kind == DTL_CLAUSE_RELATIVE && clause->verb >= 0)
        return TRUE;
      if (self->tokens[i].kind != DTL_TOKEN_WORD)
        return FALSE;
    }
  return FALSE;
}

/* "After the fall of the city in 1204, …": the phrase is the news itself. */
static gboolean
make_aftermath (Maker *self, int clause)
{
  const DtlClause *here = get_clause (self, clause);
  int first = here->first;

  while (first < here->last && is_word (self, first, DTL_WORDS (CONNECTIVE)))
    first++;
  if (here->kind != DTL_CLAUSE_FRONT || !is_word (self, first, DTL_WORDS (AFTERMATH)) ||
      self->date.first <= first + 1)
    return FALSE;
  pick_clause (self, clause, first + 1);
  if (dtl_title_words_count_content (&self->words) >= 2)
    return TRUE;
  g_array_set_size (self->words.picks, 0);
  return FALSE;
}

/* "…, Harrison said in a press conference on Monday": the occasion. */
static gboolean
make_occasion (Maker *self, int clause)
{
  const DtlClause *here = get_clause (self, clause);
  int occasion = -1, speaker;

  if (here->kind != DTL_CLAUSE_ATTRIBUTION || here->verb < 0)
    return FALSE;
  for (int i = here->first; i <= here->last; i++)
    if (is_word (self, i, DTL_WORDS (OCCASION)))
      occasion = i;
  if (occasion < 0)
    return FALSE;
  speaker = here->first;
  while (speaker < here->last && !self->tokens[speaker].capital)
    speaker++;
  while (speaker <= here->last && self->tokens[speaker].capital)
    pick (self, speaker++);
  for (int i = occasion; i > here->verb; i--)
    if (is_word (self, i, DTL_WORDS (PREPOSITION)))
      {
        pick_range (self, i, occasion);
        return TRUE;
      }
  g_array_set_size (self->words.picks, 0);
  return FALSE;
}

static void
make_clause (Maker *self, int clause)
{
  self->out->clause = find_telling_clause (self, clause);
  pick_telling_clause (self, self->out->clause);
  drop_pronoun (self);
  drop_apposition (self);
  prefer_object (self);
  shorten_places (self);
  self->out->verbal = self->words.verb >= 0;
}

DtlClauseTitle
dtl_clause_title_make (const DtlClauses *clauses,
                       int date,
                       const char *text,
                       const DtlMention *mentions)
{
  DtlClauseTitle title = { 0 };
  Maker maker = { 0 };
  int clause = clauses->tokens[date].clause;

  maker.date = dtl_date_words_find (clauses, date, text, mentions);
  maker.clauses = clauses;
  maker.tokens = clauses->tokens;
  maker.n = clauses->n_tokens;
  maker.date_token = date;
  maker.out = &title;
  dtl_title_words_init (&maker.words, text, clauses);
  title.clause = clause;

  if (maker.date.attributive && has_own_clause (&maker))
    pick_described_noun (&maker);
  else if (!make_occasion (&maker, clause) && !make_aftermath (&maker, clause))
    make_clause (&maker, clause);
  title.title = dtl_title_words_finish (&maker.words);
  dtl_title_words_clear (&maker.words);
  return title;
}
