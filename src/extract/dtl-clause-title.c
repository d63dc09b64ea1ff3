#include "extract/dtl-clause-title.h"

#include "extract/dtl-clause-verbs.h"
#include "extract/dtl-date-words.h"
#include "extract/dtl-title-wording.h"

#include <string.h>

/* More is never needed for a title, and keeps long sentences cheap. */
#define MAX_PICKS 90
/* In characters: longer subjects are not said again before a second verb. */
#define MAX_SHARED_SUBJECT 30
/* In words. */
#define MAX_ANTECEDENT 8

typedef struct {
  const DtlClauses *clauses;
  const DtlToken *tokens;
  int n;
  DtlDateWords date;
  int date_token;
  int left_out; /* a clause that holds nothing but the date, or -1 */
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
  return is_word (self, dtl_clauses_find_main_verb (self->clauses, clause->verb),
                  DTL_WORDS (SPEECH) | DTL_WORDS (DENIAL));
}

/* A participle with little behind it ("beginning in 1905") tells less than
 * the clause it hangs on. */
static gboolean
is_poor_participle (const Maker *self, const DtlClause *clause)
{
  int n = 0;

  for (int i = clause->first + 1; i <= clause->last; i++)
    n += !is_date_word (self, i) && self->tokens[i].kind == DTL_TOKEN_WORD &&
         !is_word (self, i,
                   DTL_WORDS (PREPOSITION) | DTL_WORDS (DETERMINER) | DTL_WORDS (ADVERB) |
                       DTL_WORDS (COORDINATOR));
  return self->tokens[clause->first].verb == DTL_VERB_ING && n < 2;
}

static gboolean
is_bare_date (const Maker *self, const DtlClause *clause)
{
  for (int i = clause->first; i <= clause->last; i++)
    if (!is_date_word (self, i) && self->tokens[i].kind == DTL_TOKEN_WORD)
      return FALSE;
  return TRUE;
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
          next = is_poor_participle (self, here) ? here->parent : -1;
          self->left_out = next >= 0 ? clause : -1;
          break;
        case DTL_CLAUSE_REDUCED: /* "the months ended 1 May" */
          next =
              is_word (self, here->first - 1, DTL_WORDS (DATE_LEAD)) ? here->parent : -1;
          break;
        case DTL_CLAUSE_MAIN:
        case DTL_CLAUSE_COORDINATE:
        case DTL_CLAUSE_CONTENT:
        case DTL_CLAUSE_SUBORDINATE:
        case DTL_CLAUSE_RELATIVE:
          next = is_speech (self, here) ? find_content (self, clause) : -1;
          self->out->reported |= next >= 0;
          if (is_bare_date (self, here)) /* "1911: …" */
            next = find_sister (self, clause);
          break;
        }
      if (next < 0)
        return clause;
      clause = next;
    }
  return clause;
}

/* --- picking --- */

/* Whether a clause that hangs behind the verb has a date of its own, and so a
 * claim of its own. */
static gboolean
has_other_date (const Maker *self, const DtlClause *clause)
{
  if (clause->kind == DTL_CLAUSE_CONTENT || clause->kind == DTL_CLAUSE_REDUCED)
    return FALSE;
  for (int i = clause->first; i <= clause->last; i++)
    if (self->tokens[i].kind == DTL_TOKEN_DATE && !is_date_word (self, i))
      return TRUE;
  return FALSE;
}

/* Whether the words of the clause @inner stay in a title of @outer. */
static gboolean
is_kept (const Maker *self, int outer, int inner)
{
  const int verb = get_clause (self, outer)->verb;

  for (; inner >= 0 && inner != outer; inner = get_clause (self, inner)->parent)
    {
      const DtlClause *clause = get_clause (self, inner);

      if (inner == self->left_out || clause->kind == DTL_CLAUSE_ATTRIBUTION ||
          clause->kind == DTL_CLAUSE_ASIDE || clause->kind == DTL_CLAUSE_FRONT)
        return FALSE;
      if (clause->first > verb && has_other_date (self, clause))
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
opens_gap (const Maker *self, int clause, int at)
{
  return (self->tokens[at].kind == DTL_TOKEN_COMMA ||
          self->tokens[at].kind == DTL_TOKEN_DASH) &&
         at + 1 < self->n && self->tokens[at + 1].clause != self->tokens[at].clause &&
         dtl_clauses_contain (self->clauses, clause, self->tokens[at + 1].clause) &&
         !is_kept (self, clause, self->tokens[at + 1].clause);
}

/* "In 1952 the council" without a comma, when another date is asked for. */
static int
skip_other_date (const Maker *self, int from, int verb)
{
  int next = dtl_verbs_skip_adjuncts (self->tokens, self->n, from);

  if (next <= from || next >= verb || self->tokens[next - 1].kind != DTL_TOKEN_DATE ||
      is_date_word (self, next - 1))
    return from;
  return next;
}

static void
pick_clause (Maker *self, int clause, int from)
{
  const DtlClause *here = get_clause (self, clause);

  for (int i = skip_other_date (self, from, here->verb);
       i <= here->last && self->words.picks->len < MAX_PICKS; i++)
    {
      if (i == here->verb)
        self->words.verb = (int) self->words.picks->len;
      if (is_kept (self, clause, self->tokens[i].clause) && !opens_gap (self, clause, i))
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

/* What a relative clause is about: without a comma, "an attack on the port" of
 * "an attack on the port that lasted"; else the nearest noun. */
static int
find_antecedent (const Maker *self, int at)
{
  const int near = find_noun_start (self, at);
  int far;

  if (near < 3 || self->tokens[at].kind == DTL_TOKEN_COMMA ||
      !is_word (self, near - 1, DTL_WORDS (PREPOSITION)) ||
      self->tokens[near - 2].verb != DTL_VERB_NONE)
    return near;
  far = find_noun_start (self, near - 1);
  return is_word (self, far, DTL_WORDS (DETERMINER)) && at - far <= MAX_ANTECEDENT ? far
                                                                                   : near;
}

static void
pick_noun_before (Maker *self, int at)
{
  int last = at - 1;

  while (last >= 0 && (self->tokens[last].kind == DTL_TOKEN_COMMA ||
                       self->tokens[last].kind == DTL_TOKEN_QUOTE ||
                       is_word (self, last, DTL_WORDS (PREPOSITION))))
    last--;
  pick_range (self, find_antecedent (self, last + 1), last);
}

/* Of "was built … and opened in 1911" the second is as passive as the first; not
 * of "was born … and learned to read". */
static gboolean
goes_on_passive (const Maker *self, int first, int second)
{
  const int next = second + 1;

  if (!is_word (self, first, DTL_WORDS (BE)) ||
      self->tokens[second].verb != DTL_VERB_EITHER)
    return FALSE;
  return next >= self->n || self->tokens[next].kind != DTL_TOKEN_WORD ||
         (is_word (self, next, DTL_WORDS (PREPOSITION)) &&
          !is_word (self, next, DTL_WORDS (TO)));
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
  if (source->verb < 0 || source->kind == DTL_CLAUSE_PARTICIPLE ||
      is_word (self, source->verb - 1, DTL_WORDS (PRONOUN)))
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
  if (goes_on_passive (self, source->verb, here->verb))
    pick (self, source->verb);
  if (dtl_title_words_measure (&self->words, (int) self->words.picks->len) >
      MAX_SHARED_SUBJECT)
    dtl_title_words_remove (&self->words, start, (int) self->words.picks->len - start);
}

static gboolean
begins_with_verb (const Maker *self, const DtlClause *clause)
{
  int next = dtl_verbs_skip_adjuncts (self->tokens, self->n, clause->first + 1);

  while (next < clause->verb &&
         (self->tokens[next].kind == DTL_TOKEN_COMMA ||
          get_clause (self, self->tokens[next].clause)->kind == DTL_CLAUSE_FRONT))
    next++;
  return next == clause->verb;
}

/* Whether nothing but marks was picked behind a verb that may have an object. */
static gboolean
ends_with_verb (Maker *self)
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
pick_relative (Maker *self, int clause)
{
  const DtlClause *here = get_clause (self, clause);

  if (begins_with_verb (self, here))
    pick_noun_before (self, here->first);
  pick_clause (self, clause, here->first + 1);
  /* "which Parliament passed": what it passed */
  if (!begins_with_verb (self, here) &&
      !is_word (self, here->first, DTL_WORDS (SUBORDINATOR)) &&
      !is_word (self, here->first - 1, DTL_WORDS (PREPOSITION)) && ends_with_verb (self))
    {
      const int object = (int) self->words.picks->len;

      pick_noun_before (self, here->first);
      if (object < (int) self->words.picks->len &&
          dtl_token_is (dtl_title_words_get (&self->words, object), DTL_WORDS (ARTICLE)))
        dtl_title_words_lower (&self->words, object);
    }
}

/* "…, conquering the island in 1905": told in the past where the clause it
 * hangs on is, and of no subject, since it need not be that clause's. */
static void
pick_participle (Maker *self, int clause)
{
  const DtlClause *outer = get_clause (self, clause);

  while (outer->verb < 0 || outer->kind == DTL_CLAUSE_PARTICIPLE)
    {
      if (outer->parent < 0)
        break;
      outer = get_clause (self, outer->parent);
    }
  pick_clause (self, clause, get_clause (self, clause)->first);
  if (self->words.picks->len > 0 && outer->verb >= 0 &&
      !is_word (self, outer->verb, DTL_WORDS (MODAL) | DTL_WORDS (PRESENT)))
    dtl_title_words_put_in_past (&self->words, 0);
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
    case DTL_CLAUSE_PARTICIPLE:
      if (self->tokens[here->first].verb == DTL_VERB_ING)
        {
          pick_participle (self, clause);
          return;
        }
      pick_noun_before (self, here->shared >= 0 ? get_clause (self, here->shared)->first
                                                : here->first);
      pick_clause (self, clause, here->first);
      return;
    case DTL_CLAUSE_REDUCED:
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

/* "the Battle of Hastings (1066)": the name before a bracket with nothing but
 * the date, unless it is the subject and its verb tells more. */
static gboolean
make_bracketed (Maker *self, int clause)
{
  const DtlClause *here = get_clause (self, clause);
  const DtlClause *outer;
  int first;

  if (here->kind != DTL_CLAUSE_ASIDE ||
      self->tokens[here->first].kind != DTL_TOKEN_OPEN || here->parent < 0 ||
      here->first == 0 || here->verb >= 0)
    return FALSE;
  for (int i = here->first + 1; i < here->last; i++)
    if (!is_date_word (self, i) && self->tokens[i].kind != DTL_TOKEN_DATE &&
        self->tokens[i].kind != DTL_TOKEN_DASH)
      return FALSE;
  outer = get_clause (self, here->parent);
  first = find_noun_start (self, here->first);
  if (outer->verb > here->last && first <= outer->first + 1)
    return FALSE;
  for (int i = first; i < here->first; i++)
    pick (self, i);
  if (dtl_title_words_count_content (&self->words) >= 2 &&
      self->tokens[here->first - 1].capital)
    return TRUE;
  dtl_title_words_clear_picks (&self->words);
  return FALSE;
}

/* "the Data Act 1998": a year behind a name of two words is a part of it. */
static gboolean
make_named (Maker *self)
{
  const int date = self->date_token;

  if (date < 2 || self->date.first != date ||
      self->tokens[date].width != strlen ("1998") ||
      !g_ascii_isdigit (self->words.text[self->tokens[date].start]) ||
      self->tokens[date - 1].kind != DTL_TOKEN_WORD ||
      self->tokens[date - 2].kind != DTL_TOKEN_WORD || !self->tokens[date - 1].capital ||
      !self->tokens[date - 2].capital || self->tokens[date - 2].classes != 0)
    return FALSE;
  pick_noun_before (self, date);
  return TRUE;
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
  if (self->words.picks->len > 0)
    dtl_title_words_put_in_past (&self->words, 0);
  if (dtl_title_words_count_content (&self->words) >= 2)
    return TRUE;
  dtl_title_words_clear_picks (&self->words);
  return FALSE;
}

/* The subject of @clause, unless it is a pronoun or long. */
static void
pick_short_subject (Maker *self, int clause)
{
  const DtlClause *here = get_clause (self, clause);

  if (here->verb < 0 || is_word (self, here->first, DTL_WORDS (PRONOUN)))
    return;
  for (int i = here->first; i < here->verb; i++)
    if (self->tokens[i].clause == clause && self->tokens[i].kind == DTL_TOKEN_WORD &&
        !is_word (self, i, DTL_WORDS (ADVERB)))
      pick (self, i);
  if (dtl_title_words_measure (&self->words, (int) self->words.picks->len) >
      MAX_SHARED_SUBJECT)
    dtl_title_words_clear_picks (&self->words);
}

/* "Founded in 1911, the club …": the club was founded; "Having lost the war in
 * 1918, …": told in the past. */
static gboolean
make_front_participle (Maker *self, int clause)
{
  const DtlClause *here = get_clause (self, clause);
  const int sister = here->kind == DTL_CLAUSE_FRONT ? find_sister (self, clause) : -1;
  int first = dtl_verbs_skip_adjuncts (self->tokens, self->n, here->first);

  if (sister < 0 || first > here->last || self->tokens[first].verb == DTL_VERB_NONE ||
      self->tokens[first].verb == DTL_VERB_FINITE ||
      is_word (self, first, DTL_WORDS (PREPOSITION)))
    return FALSE;
  if (is_word (self, first, DTL_WORDS (HAVE) | DTL_WORDS (BE)) && first < here->last)
    first++;
  if (self->tokens[first].verb != DTL_VERB_ING)
    pick_short_subject (self, sister);
  self->words.verb = (int) self->words.picks->len;
  pick_clause (self, clause, first);
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
        self->out->occasion = TRUE;
        return TRUE;
      }
  dtl_title_words_clear_picks (&self->words);
  return FALSE;
}

/* Whether nothing but adverbs and the date stand between the verb of @clause
 * and what it says. */
static gboolean
follows_verb (const Maker *self, int clause, int content)
{
  int next = get_clause (self, clause)->verb + 1;

  while (next < self->n && self->tokens[next].verb != DTL_VERB_NONE)
    next++;
  return dtl_verbs_skip_adjuncts (self->tokens, self->n, next) >=
         get_clause (self, content)->first;
}

/* "The court ruled that …": of a clause too long to show what was ruled, only
 * that. */
static void
prefer_content (Maker *self)
{
  const int content = find_content (self, self->out->clause);
  const int n = (int) self->words.picks->len;
  int shown = 0;

  if (content < 0 || !follows_verb (self, self->out->clause, content))
    return;
  while (shown < n && dtl_title_words_get (&self->words, shown)->start <=
                          self->tokens[get_clause (self, content)->verb].start)
    shown++;
  if (dtl_title_words_measure (&self->words, MIN (shown + 1, n)) <= DTL_TITLE_LENGTH)
    return;
  dtl_title_words_clear_picks (&self->words);
  self->out->clause = content;
  self->out->reported = TRUE;
  pick_telling_clause (self, content);
}

/* "The invasion met resistance, and it stalled" is told as "Invasion stalled":
 * of a verb alone, the subject of the clause before is most likely its own. */
static void
name_subject (Maker *self)
{
  const DtlClause *here = get_clause (self, self->out->clause);
  const DtlClause *before = get_clause (self, 0);
  g_autoptr (GArray) rest = NULL;

  if (here == before || here->verb < 0 || before->verb < 0 ||
      before->verb > here->first || before->kind != DTL_CLAUSE_MAIN ||
      is_word (self, before->first, DTL_WORDS (PRONOUN)) ||
      !(here->kind == DTL_CLAUSE_COORDINATE ||
        is_word (self, here->verb - 1, DTL_WORDS (PRONOUN))))
    return;
  rest = g_steal_pointer (&self->words.picks);
  dtl_title_words_init (&self->words, self->words.text, self->clauses);
  for (int i = before->first; i < before->verb; i++)
    if (self->tokens[i].clause == 0 && self->tokens[i].kind == DTL_TOKEN_WORD)
      pick (self, i);
  self->words.verb = (int) self->words.picks->len;
  for (guint i = 0; i < rest->len; i++)
    {
      const int token = g_array_index (rest, DtlTitlePick, i).token;

      if (!is_word (self, token, DTL_WORDS (PRONOUN)))
        pick (self, token);
    }
}

static void
make_clause (Maker *self, int clause)
{
  DtlTitleRewording rewording;
  self->out->clause = find_telling_clause (self, clause);
  pick_telling_clause (self, self->out->clause);
  prefer_content (self);
  rewording = dtl_title_words_reword (&self->words);
  if (dtl_title_words_count_content (&self->words) < 2)
    name_subject (self);
  self->out->pronoun = rewording.pronoun;
  self->out->reported |= rewording.reported;
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
  maker.left_out = -1;
  maker.out = &title;
  dtl_title_words_init (&maker.words, text, clauses);
  title.clause = clause;

  if (maker.date.attributive && has_own_clause (&maker))
    pick_described_noun (&maker);
  else if (!make_occasion (&maker, clause) && !make_named (&maker) &&
           !make_bracketed (&maker, clause) && !make_front_participle (&maker, clause) &&
           !make_aftermath (&maker, clause))
    make_clause (&maker, clause);
  title.title = dtl_title_words_finish (&maker.words);
  dtl_title_words_clear (&maker.words);
  return title;
}
