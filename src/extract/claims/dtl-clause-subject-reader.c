#include "extract/claims/dtl-clause-subject-reader.h"

#include <string.h>

#define PRONOUNS (DTL_WORDS (HE) | DTL_WORDS (SHE) | DTL_WORDS (IT) | DTL_WORDS (THEY))

/* Tokens of one noun phrase. */
#define MAX_PHRASE 8

/* Bytes looked at on either side for a name told elsewhere. */
#define MAX_SEARCH 2000

static gboolean
is_word (const DtlClauses *clauses, int at, DtlWordClasses classes)
{
  return at >= 0 && at < clauses->n_tokens &&
         clauses->tokens[at].kind == DTL_TOKEN_WORD &&
         dtl_token_is (&clauses->tokens[at], classes);
}

/* --- places --- */

/* Behind @at as far as words with a capital go: "South Korea". */
static gsize
find_name_end (const char *text, gsize length, gsize at)
{
  gsize end = at;

  while (at < length && g_unichar_isupper (g_utf8_get_char (text + at)))
    {
      while (at < length &&
             (g_ascii_isalnum (text[at]) || text[at] == '-' || (guchar) text[at] >= 0x80))
        at++;
      end = at;
      if (at >= length || text[at] != ' ')
        break;
      at++;
    }
  return end;
}

/* Every name that follows "in" or "at": a person is hardly ever there. */
static void
find_places (DtlClauseSubjects *self)
{
  gsize word = 0;

  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 1; i < self->length; i++)
    {
      if (self->text[i - 1] != ' ')
        {
          if (self->text[i] == ' ' || self->text[i] == '\n')
            continue;
        }
      else
        {
          const gsize space = i - 1;

          if (g_ascii_isupper (self->text[i]) && space > word &&
              (dtl_clause_words_lookup (self->words, self->text + word, space - word) &
               DTL_WORDS (LOCATIVE)) != 0)
            {
              const gsize end = find_name_end (self->text, self->length, i);

              g_hash_table_add (self->places, g_strndup (self->text + i, end - i));
            }
          word = i;
        }
    }
}

static gboolean
is_place (DtlClauseSubjects *self, const DtlSubject *subject)
{
  g_autofree char *name =
      g_strndup (self->text + subject->start, subject->end - subject->start);

  if (self->places == NULL)
    find_places (self);
  return g_hash_table_contains (self->places, name);
}

/* --- noun phrases --- */

/* A word of a name: a capital that no sentence gives it. */
static gboolean
is_name (const DtlClauses *clauses, int at)
{
  const DtlWordClasses others =
      DTL_WORDS (DETERMINER) | DTL_WORDS (PRONOUN) | DTL_WORDS (PREPOSITION) |
      DTL_WORDS (COORDINATOR) | DTL_WORDS (SUBORDINATOR) | DTL_WORDS (CONNECTIVE) |
      DTL_WORDS (ADVERB) | DTL_WORDS (RELATIVE) | DTL_WORDS (THAT);

  return at >= 0 && clauses->tokens[at].kind == DTL_TOKEN_WORD &&
         clauses->tokens[at].capital && !is_word (clauses, at, others) &&
         !clauses->tokens[at].possessive;
}

/* Back from @last over "Battle of Orr Bridge". */
static int
find_name_start (const DtlClauses *clauses, int last, int stop)
{
  int first = last;

  while (first > stop)
    {
      if (is_name (clauses, first - 1))
        first--;
      else if (is_word (clauses, first - 1, DTL_WORDS (OF)) &&
               is_name (clauses, first - 2) && first - 2 >= stop)
        first -= 2;
      else
        break;
    }
  return first;
}

static gboolean
ends_in_s (const char *text, const DtlToken *token)
{
  return token->width > 3 && text[token->end - 1] == 's' && text[token->end - 2] != 's' &&
         text[token->end - 2] != 'u' && text[token->end - 2] != 'i';
}

static gboolean
is_all_capitals (const char *text, const DtlToken *token)
{
  for (gsize i = token->start; i < token->end; i++)
    if (!g_ascii_isupper (text[i]))
      return FALSE;
  return token->end - token->start > 1;
}

/* What the words in front of a name say of it: "the Romans", "his son
 * Hannibal", "the engraver John Orr". */
static gboolean
read_before_name (const DtlClauses *clauses,
                  int first,
                  int last,
                  int stop,
                  DtlSubject *out)
{
  int before = first - 1;

  if (before < stop || clauses->tokens[before].kind != DTL_TOKEN_WORD)
    return TRUE;
  if (is_word (clauses, before, DTL_WORDS (ARTICLE)))
    {
      out->thing = out->article = TRUE;
      return TRUE;
    }
  if (is_word (clauses, before, DTL_WORDS (PREPOSITION) | DTL_WORDS (DETERMINER)) ||
      clauses->tokens[before].verb != DTL_VERB_NONE)
    return FALSE;
  if (clauses->tokens[before].classes != 0)
    return TRUE;
  while (before >= stop && before > first - 4 &&
         clauses->tokens[before].kind == DTL_TOKEN_WORD &&
         clauses->tokens[before].classes == 0 && !clauses->tokens[before].possessive)
    before--;
  if (before >= stop && is_word (clauses, before, DTL_WORDS (OF)))
    return FALSE;
  if (before > stop && is_word (clauses, before - 1, DTL_WORDS (PREPOSITION)))
    return TRUE; /* "After a siege Carthage" */
  out->person = last > first || !is_word (clauses, before, DTL_WORDS (ARTICLE));
  out->thing = !out->person;
  return TRUE;
}

/* Whether a word that has a capital at the head of a sentence has one within a
 * sentence as well: "Penicillin" has none. */
static gboolean
is_named_within (const DtlClauseSubjects *self, const DtlSubject *subject)
{
  const char *name = self->text + subject->start;
  const gsize length = subject->end - subject->start;
  const gsize end = MIN (self->length, subject->start + MAX_SEARCH);
  const gsize start = subject->start > MAX_SEARCH ? subject->start - MAX_SEARCH : 0;

  for (gsize i = MAX (start, 2); i + length <= end; i++)
    if (self->text[i] == *name && self->text[i - 1] == ' ' &&
        strchr (".!?:\"", self->text[i - 2]) == NULL &&
        memcmp (self->text + i, name, length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a name is a person's or a thing's for sure. */
static void
judge_name (DtlClauseSubjects *self,
            const DtlClauses *clauses,
            int first,
            int last,
            DtlSubject *out)
{
  for (int i = first; i <= last && !out->person; i++)
    out->thing |= is_word (clauses, i, DTL_WORDS (OF) | DTL_WORDS (ABBREVIATION)) ||
                  is_all_capitals (self->text, &clauses->tokens[i]);
  if (is_word (clauses, first, DTL_WORDS (TITLE)))
    out->person = TRUE;
  if (!out->thing && !out->person)
    out->thing = is_place (self, out);
  out->person |= !out->thing && last > first;
  out->doubtful = first == 0 && last == 0 && !is_named_within (self, out);
  out->plural = out->thing && ends_in_s (self->text, &clauses->tokens[last]) &&
                is_word (clauses, first - 1, DTL_WORDS (ARTICLE));
}

/* "Rome and Carthage": back to the first of two names. */
static int
join_names (const DtlClauses *clauses, int first, int stop, DtlSubject *out)
{
  int before;

  if (!is_word (clauses, first - 1, DTL_WORDS (COORDINATOR)) || first - 2 < stop ||
      !is_name (clauses, first - 2))
    return first;
  before = find_name_start (clauses, first - 2, stop);
  out->plural = TRUE;
  out->thing = out->person = FALSE;
  return before;
}

/* "Flowers bloomed": at the head of a sentence a plural is no name, most
 * often. */
static gboolean
read_bare_plural (const DtlClauseSubjects *self,
                  const DtlClauses *clauses,
                  int at,
                  DtlSubject *out)
{
  const DtlToken *token = &clauses->tokens[at];

  if (at > 0 || token->classes != 0 || !ends_in_s (self->text, token))
    return FALSE;
  out->start = token->start;
  out->end = token->end;
  out->plural = out->thing = TRUE;
  return TRUE;
}

static gboolean
read_name (DtlClauseSubjects *self,
           const DtlClauses *clauses,
           int last,
           int stop,
           DtlSubject *out)
{
  int first;

  if (!is_name (clauses, last))
    return FALSE;
  first = find_name_start (clauses, last, stop);
  out->start = clauses->tokens[first].start;
  out->end = clauses->tokens[last].end;
  if (!read_before_name (clauses, first, last, stop, out))
    return FALSE;
  judge_name (self, clauses, first, last, out);
  if (!out->plural)
    out->start = clauses->tokens[join_names (clauses, first, stop, out)].start;
  out->proper = TRUE;
  return TRUE;
}

/* "the old bridge", "a flood", "truce talks": short, without a preposition but
 * "of". */
static gboolean
read_common (const DtlClauseSubjects *self,
             const DtlClauses *clauses,
             int last,
             int stop,
             DtlSubject *out)
{
  int first = last, head = last;

  for (; first >= stop && first > last - MAX_PHRASE; first--)
    {
      if (clauses->tokens[first].kind != DTL_TOKEN_WORD ||
          (first < last &&
           clauses->tokens[first + 1].clause != clauses->tokens[last].clause))
        break;
      if (is_word (clauses, first, DTL_WORDS (OF)))
        head = first - 1;
      else if (is_word (clauses, first,
                        DTL_WORDS (DETERMINER) | DTL_WORDS (PREPOSITION) |
                            DTL_WORDS (COORDINATOR) | DTL_WORDS (PRONOUN) |
                            DTL_WORDS (SUBORDINATOR)))
        break;
    }
  if (head < 0 || first == last ||
      (first >= stop && !is_word (clauses, first, DTL_WORDS (ARTICLE))))
    return FALSE;
  out->plural = ends_in_s (self->text, &clauses->tokens[head]);
  if (first < stop && !out->plural)
    return FALSE;
  out->start = clauses->tokens[first + 1].start;
  out->end = clauses->tokens[last].end;
  out->thing = TRUE;
  return TRUE;
}

/* The last word of the subject of @clause, or -1. */
static int
find_subject_end (const DtlClauses *clauses, const DtlClause *clause)
{
  const guint8 own = clauses->tokens[clause->verb].clause;

  for (int i = clause->verb - 1; i >= clause->first; i--)
    if (clauses->tokens[i].clause == own && clauses->tokens[i].kind == DTL_TOKEN_WORD &&
        (!is_word (clauses, i, DTL_WORDS (ADVERB)) ||
         is_word (clauses, i, DTL_WORDS (PRONOUN))))
      return i;
  return -1;
}

gboolean
dtl_clause_subject_read (DtlClauseSubjects *self,
                         const DtlClauses *clauses,
                         int at,
                         DtlSubject *out)
{
  const DtlClause *clause = &clauses->clauses[at];
  int last, stop = clause->first;

  memset (out, 0, sizeof *out);
  if (clause->verb < 0)
    return FALSE;
  last = find_subject_end (clauses, clause);
  if (last < 0)
    return FALSE;
  for (int i = last; i >= clause->first; i--)
    if (clauses->tokens[i].clause != at || clauses->tokens[i].kind == DTL_TOKEN_DATE ||
        clauses->tokens[i].kind == DTL_TOKEN_COMMA)
      {
        stop = i + 1;
        break;
      }
  if (is_word (clauses, last, PRONOUNS))
    {
      out->known = clauses->tokens[last].classes & PRONOUNS;
      return last == stop || !is_word (clauses, last - 1, DTL_WORDS (PREPOSITION));
    }
  return read_bare_plural (self, clauses, last, out) ||
         read_name (self, clauses, last, stop, out) ||
         read_common (self, clauses, last, stop, out);
}

gboolean
dtl_clause_subject_read_object (const DtlClauseSubjects *self,
                                const DtlClauses *clauses,
                                int at,
                                DtlSubject *out)
{
  const DtlClause *clause = &clauses->clauses[at];
  int first = clause->verb + 1, last = first;

  memset (out, 0, sizeof *out);
  if (clause->verb < 0 || !is_word (clauses, first, DTL_WORDS (DETERMINER)) ||
      is_word (clauses, clause->verb, DTL_WORDS (BE)))
    return FALSE;
  while (last + 1 < clauses->n_tokens && last < first + MAX_PHRASE &&
         clauses->tokens[last + 1].kind == DTL_TOKEN_WORD &&
         clauses->tokens[last + 1].clause == clauses->tokens[first].clause &&
         !clauses->tokens[last + 1].dated &&
         !is_word (clauses, last + 1, DTL_WORDS (COORDINATOR) | DTL_WORDS (ADVERB)))
    last++;
  if (last == first)
    return FALSE;
  out->start = clauses->tokens[first + 1].start;
  out->end = clauses->tokens[last].end;
  out->plural = ends_in_s (self->text, &clauses->tokens[first + 1]);
  out->thing = out->object = TRUE;
  return TRUE;
}
