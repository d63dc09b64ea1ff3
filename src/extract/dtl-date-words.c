#include "extract/dtl-date-words.h"

#include <string.h>

static gboolean
is_word (const DtlClauses *self, int at, DtlWordClasses classes)
{
  return at >= 0 && at < self->n_tokens && self->tokens[at].kind == DTL_TOKEN_WORD &&
         dtl_token_is (&self->tokens[at], classes);
}

static gboolean
is_kind (const DtlClauses *self, int at, DtlTokenKind kind)
{
  return at >= 0 && at < self->n_tokens && self->tokens[at].kind == kind;
}

/* "1990s", "19th century" after "the" are no adjectives: "in the 1990s
 * unemployment rose". */
static gboolean
is_period (const char *text, const DtlToken *date)
{
  const char last = text[date->end - 1];

  return !date->possessive && (last == 's' || last == 'y');
}

/* A word that may be the noun, or stand before the noun, that a date
 * describes. */
static gboolean
may_be_described (const DtlClauses *self, int at)
{
  const DtlToken *token;

  if (at >= self->n_tokens)
    return FALSE;
  token = &self->tokens[at];
  return token->kind == DTL_TOKEN_WORD && (token->classes == 0 || token->capital) &&
         (token->verb == DTL_VERB_NONE || token->capital || token->verb == DTL_VERB_ING);
}

/* "a fall in third-quarter earnings": behind the verb a preposition and a date
 * may stand before their noun; before it ("in 1905 workers struck") they are a
 * phrase of their own. */
static gboolean
follows_verb (const DtlClauses *self, int date)
{
  const DtlClause *clause = &self->clauses[self->tokens[date].clause];
  const DtlToken *next = &self->tokens[date + 1];

  return clause->verb >= 0 && clause->verb < date - 1 &&
         is_word (self, date - 1, DTL_WORDS (PREPOSITION)) && !next->capital &&
         next->classes == 0 && next->verb == DTL_VERB_NONE;
}

static gboolean
is_attributive (const DtlClauses *self, int date, const char *text)
{
  const DtlToken *token = &self->tokens[date];

  if (!may_be_described (self, date + 1))
    return FALSE;
  if (token->possessive)
    return TRUE;
  if (date == 0)
    return FALSE;
  if (self->tokens[date - 1].possessive || follows_verb (self, date))
    return TRUE;
  return is_word (self, date - 1, DTL_WORDS (DETERMINER)) && !is_period (text, token);
}

/* A word of a lead; a capital is a name's, but for the first word of all. */
static gboolean
is_lead (const DtlClauses *self, int at, DtlWordClasses classes)
{
  return is_word (self, at, classes) && (!self->tokens[at].capital || at == 0);
}

/* "carried out | in 1905": a particle is the verb's. */
static gboolean
ends_verb (const DtlClauses *self, int at)
{
  if (is_word (self, at, DTL_WORDS (PARTICLE)) &&
      is_kind (self, at + 1, DTL_TOKEN_DATE) &&
      is_word (self, at - 1, DTL_WORDS (INTRANSITIVE)))
    return TRUE;
  return is_word (self, at, DTL_WORDS (PARTICLE)) &&
         is_word (self, at + 1, DTL_WORDS (PREPOSITION)) &&
         !is_word (self, at + 1, DTL_WORDS (SUBORDINATOR));
}

/* Over what leads up to a date: "by the end of", "early in", "late". Nouns and
 * articles belong to it only when a preposition stands before them. */
static int
find_lead (const DtlClauses *self, int date)
{
  int first = date, i = date - 1;

  for (; is_lead (self, i, DTL_WORDS (PREPOSITION) | DTL_WORDS (DATE_LEAD)) &&
         !ends_verb (self, i);
       i--)
    if (is_word (self, i, DTL_WORDS (PREPOSITION)))
      first = i;
  while (is_lead (self, first - 1, DTL_WORDS (ADVERB)) &&
         is_word (self, first - 1, DTL_WORDS (DATE_LEAD)))
    first--;
  return first;
}

/* Over "1990, 1994 and 1998" or "from 1914 to 1918". */
static int
find_list_end (const DtlClauses *self, int date)
{
  const DtlWordClasses joints = DTL_WORDS (COORDINATOR) | DTL_WORDS (TO) |
                                DTL_WORDS (PREPOSITION) | DTL_WORDS (DATE_LEAD) |
                                DTL_WORDS (DATE_LINK);
  int last = date;

  for (int i = date + 1; i < self->n_tokens && i <= last + 4; i++)
    if (is_kind (self, i, DTL_TOKEN_DATE))
      last = i;
    else if (!is_word (self, i, joints) && !is_kind (self, i, DTL_TOKEN_COMMA) &&
             !is_kind (self, i, DTL_TOKEN_DASH))
      break;
  return last;
}

/* "Thursday (27 July)": the bracket says the date again. */
static int
find_bracket_end (const DtlClauses *self, int last)
{
  if (is_kind (self, last + 1, DTL_TOKEN_OPEN) &&
      is_kind (self, last + 2, DTL_TOKEN_DATE) &&
      is_kind (self, last + 3, DTL_TOKEN_CLOSE))
    return last + 3;
  return last;
}

/* The first end of "between 720 and 635 million years ago". */
static gboolean
is_bare_number (const DtlClauses *self, int at)
{
  return is_kind (self, at, DTL_TOKEN_NUMBER) &&
         is_word (self, at - 1, DTL_WORDS (PREPOSITION)) &&
         !is_word (self, at - 1, DTL_WORDS (OF));
}

/* From "in May" back over "in March and again" to "in March". */
static int
find_list_start (const DtlClauses *self, int date)
{
  int first = find_lead (self, date);

  while (first > 0)
    {
      gboolean joined = FALSE;
      int i = first - 1;

      if (is_word (self, i, DTL_WORDS (DATE_LINK)) &&
          is_kind (self, i - 1, DTL_TOKEN_DATE))
        joined = i-- > 0;
      for (; is_word (self, i, DTL_WORDS (COORDINATOR) | DTL_WORDS (ADVERB)) ||
             is_kind (self, i, DTL_TOKEN_COMMA) || is_kind (self, i, DTL_TOKEN_DASH);
           i--)
        joined |= !is_word (self, i, DTL_WORDS (ADVERB));
      if (!joined || (!is_kind (self, i, DTL_TOKEN_DATE) && !is_bare_number (self, i)))
        return first;
      first = find_lead (self, i);
    }
  return first;
}

static gboolean
is_partner (const DtlClauses *self, int a, int b, const DtlMention *mentions)
{
  return mentions[self->tokens[a].mention].partner == self->tokens[b].mention;
}

/* The bracket of "Thursday (27 July)". */
static gboolean
is_repeated (const DtlClauses *self, int date)
{
  return is_kind (self, date - 1, DTL_TOKEN_OPEN) &&
         is_kind (self, date - 2, DTL_TOKEN_DATE) &&
         is_kind (self, date + 1, DTL_TOKEN_CLOSE);
}

DtlDateWords
dtl_date_words_find (const DtlClauses *clauses,
                     int date,
                     const char *text,
                     const DtlMention *mentions)
{
  DtlDateWords words = { date, date, FALSE, FALSE };

  while (is_kind (clauses, date - 1, DTL_TOKEN_DATE))
    date--;
  words.first = date;
  words.last = find_list_end (clauses, date);
  /* "the 1950-1953 conflict": both ends describe the noun */
  if (words.last == date ||
      (words.last <= date + 2 && is_partner (clauses, date, words.last, mentions)))
    words.attributive =
        is_attributive (clauses, words.last, text) ||
        (words.last > date && may_be_described (clauses, words.last + 1) &&
         is_word (clauses, date - 1, DTL_WORDS (DETERMINER)));
  if (words.attributive)
    return words;

  words.first = find_list_start (clauses, is_repeated (clauses, date) ? date - 2 : date);
  words.of_noun = is_word (clauses, words.first, DTL_WORDS (OF));
  words.last = find_bracket_end (clauses, words.last);
  while (is_word (clauses, words.last + 1, DTL_WORDS (DATE_TAIL)))
    words.last++;
  return words;
}

gboolean
dtl_date_words_end_name (const DtlClauses *clauses, int date, const char *text)
{
  const DtlToken *tokens = clauses->tokens;

  return date >= 2 && tokens[date].width == strlen ("1998") &&
         g_ascii_isdigit (text[tokens[date].start]) &&
         tokens[date - 1].kind == DTL_TOKEN_WORD &&
         tokens[date - 2].kind == DTL_TOKEN_WORD && tokens[date - 1].capital &&
         tokens[date - 2].capital && tokens[date - 2].classes == 0;
}

/* "the same year *in* which": the preposition is the relative clause's, which
 * tells of the year. */
static void
mark_relative (DtlClauses *clauses)
{
  for (int i = 0; i < clauses->n_clauses; i++)
    {
      const int first = clauses->clauses[i].first;

      if (clauses->clauses[i].kind == DTL_CLAUSE_RELATIVE && first >= 2 &&
          is_word (clauses, first - 1, DTL_WORDS (PREPOSITION)) &&
          clauses->tokens[first - 2].dated)
        clauses->tokens[first - 1].dated = TRUE;
    }
}

void
dtl_date_words_mark (DtlClauses *clauses, const char *text, const DtlMention *mentions)
{
  for (int i = 0; i < clauses->n_tokens; i++)
    {
      DtlDateWords words;

      if (clauses->tokens[i].kind != DTL_TOKEN_DATE ||
          dtl_date_words_end_name (clauses, i, text))
        continue;
      words = dtl_date_words_find (clauses, i, text, mentions);
      for (int k = words.first; k <= words.last; k++)
        clauses->tokens[k].dated |=
            !words.attributive || clauses->tokens[k].kind != DTL_TOKEN_WORD;
      i = MAX (i, words.last);
    }
  mark_relative (clauses);
}
