#include "extract/dtl-clause-subjects.h"

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

/* The subject of a clause: a name, a short noun phrase, or a pronoun, which
 * gives no more than its classes as @out->known. */
static gboolean
read_subject (DtlClauseSubjects *self, const DtlClauses *clauses, int at, DtlSubject *out)
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

/* "published *his work on peas*": what a later "it" may be where its subject
 * is a person. */
static gboolean
read_object (const DtlClauseSubjects *self,
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

/* --- what was told --- */

static gboolean
is_same_name (const DtlClauseSubjects *self, const DtlSubject *a, const DtlSubject *b)
{
  return a->end - a->start == b->end - b->start &&
         memcmp (self->text + a->start, self->text + b->start, a->end - a->start) == 0;
}

static void
tell (DtlClauseSubjects *self, DtlSubject subject)
{
  subject.sentence = self->sentence;
  for (int i = 0; i < self->n_told; i++)
    if (is_same_name (self, &self->told[i], &subject))
      subject.known |= self->told[i].known;
  if (self->n_told == DTL_MAX_SUBJECTS)
    memmove (self->told, self->told + 1, (size_t) --self->n_told * sizeof *self->told);
  self->told[self->n_told++] = subject;
}

/* Whether @subject may be what a pronoun of @pronoun stands for. */
static gboolean
agrees (const DtlSubject *subject, DtlWordClasses pronoun)
{
  if (subject->known != 0 && (subject->known & pronoun) == 0)
    return FALSE;
  if ((pronoun & DTL_WORDS (THEY)) != 0)
    return subject->plural;
  if (subject->plural)
    return FALSE;
  if ((pronoun & DTL_WORDS (IT)) != 0)
    return subject->thing && !subject->person;
  return subject->proper && !subject->thing;
}

/* How many sentences later a subject may be a pronoun. Others come between: a
 * name goes on as long as its own pronouns do. */
static guint
get_reach (const DtlSubject *subject, DtlWordClasses pronoun)
{
  if (!subject->proper)
    return subject->object ? 0 : 1;
  return (subject->known & pronoun) != 0 ? 5 : 3;
}

/* Whether something else was "it" until just now: then "it" may be either. */
static gboolean
is_rivalled (const DtlClauseSubjects *self, const DtlSubject *subject)
{
  for (int i = 0; i < self->n_told; i++)
    if ((self->told[i].known & DTL_WORDS (IT)) != 0 &&
        self->sentence - self->told[i].sentence <= 2 &&
        !is_same_name (self, &self->told[i], subject))
      return TRUE;
  return FALSE;
}

static const DtlSubject *
find_told (const DtlClauseSubjects *self, DtlWordClasses pronoun)
{
  for (int i = self->n_told - 1; i >= 0; i--)
    {
      const DtlSubject *subject = &self->told[i];
      const guint age = self->sentence - subject->sentence;

      if (subject->doubtful && (pronoun & (DTL_WORDS (HE) | DTL_WORDS (SHE))) != 0)
        return NULL;
      if (!agrees (subject, pronoun) || age > get_reach (subject, pronoun))
        continue;
      if (subject->end == 0 ||
          ((pronoun & DTL_WORDS (IT)) != 0 && is_rivalled (self, subject)))
        return NULL;
      return subject;
    }
  return (self->topic.known & pronoun) != 0 ? &self->topic : NULL;
}

/* A pronoun as subject tells again of whom it stands for. */
static void
tell_subject (DtlClauseSubjects *self, DtlSubject subject)
{
  if (subject.end == 0)
    {
      const DtlWordClasses pronoun = subject.known;
      const DtlSubject *known = find_told (self, pronoun);

      if (known == NULL)
        return;
      subject = *known;
      subject.known |= pronoun;
    }
  tell (self, subject);
}

/* "A fleet won *it* back": what is told of stays the same, known or not. */
static void
tell_pronoun_object (DtlClauseSubjects *self,
                     const DtlClauses *clauses,
                     const DtlClause *clause,
                     const DtlSubject *known)
{
  DtlSubject unknown = { 0 };

  if (clause->verb < 0 || !is_word (clauses, clause->verb + 1, DTL_WORDS (IT)) ||
      is_word (clauses, clause->verb + 1, DTL_WORDS (POSSESSIVE)))
    return;
  if (known != NULL)
    unknown = *known;
  unknown.known |= DTL_WORDS (IT);
  unknown.proper = unknown.thing = TRUE;
  tell (self, unknown);
}

/* Keeps subject and object of one clause. */
static void
read_clause (DtlClauseSubjects *self, const DtlClauses *clauses, int at)
{
  const DtlClause *clause = &clauses->clauses[at];
  DtlSubject subject, object;

  if (clause->kind != DTL_CLAUSE_MAIN && clause->kind != DTL_CLAUSE_COORDINATE &&
      clause->kind != DTL_CLAUSE_ATTRIBUTION)
    return;
  const DtlSubject *it = find_told (self, DTL_WORDS (IT));
  const DtlSubject known = it != NULL ? *it : (DtlSubject){ 0 };

  if (read_object (self, clauses, at, &object))
    tell (self, object);
  if (read_subject (self, clauses, at, &subject))
    tell_subject (self, subject);
  tell_pronoun_object (self, clauses, clause, it != NULL ? &known : NULL);
}

/* --- public --- */

void
dtl_clause_subjects_init (DtlClauseSubjects *subjects,
                          const char *text,
                          gsize length,
                          const DtlClauseWords *words)
{
  memset (subjects, 0, sizeof *subjects);
  subjects->text = text;
  subjects->length = length;
  subjects->words = words;
}

void
dtl_clause_subjects_clear (DtlClauseSubjects *subjects)
{
  g_clear_pointer (&subjects->places, g_hash_table_unref);
}

void
dtl_clause_subjects_begin (DtlClauseSubjects *subjects)
{
  subjects->n_told = 0;
  subjects->sentence = 0;
}

void
dtl_clause_subjects_read (DtlClauseSubjects *subjects, const DtlClauses *clauses)
{
  for (int i = 0; i < clauses->n_clauses; i++)
    read_clause (subjects, clauses, i);
  subjects->sentence++;
}

gboolean
dtl_clause_subjects_read_topic (DtlClauseSubjects *subjects, const DtlClauses *clauses)
{
  for (int i = 0; i < clauses->n_clauses; i++)
    {
      const DtlClause *clause = &clauses->clauses[i];
      DtlSubject topic;

      if (clause->kind != DTL_CLAUSE_MAIN || clause->verb < 0)
        continue;
      if (!is_word (clauses, clause->verb, DTL_WORDS (BE)) ||
          !is_word (clauses, clause->verb + 1, DTL_WORDS (ARTICLE)) ||
          !read_subject (subjects, clauses, i, &topic) || !topic.proper)
        return FALSE;
      subjects->topic = topic;
      return TRUE;
    }
  return FALSE;
}

gboolean
dtl_clause_subjects_read_topic_pronoun (DtlClauseSubjects *subjects,
                                        const DtlClauses *clauses)
{
  for (int i = 0; i < clauses->n_tokens; i++)
    if (is_word (clauses, i, PRONOUNS & ~DTL_WORDS (THEY)))
      {
        subjects->topic.known = clauses->tokens[i].classes & PRONOUNS;
        return TRUE;
      }
  return FALSE;
}

/* "When she left, Marsh …": the clause that @clause hangs on, where it comes
 * later and has a name as its subject. */
static gboolean
read_main_behind (DtlClauseSubjects *self,
                  const DtlClauses *clauses,
                  int clause,
                  DtlWordClasses pronoun)
{
  const DtlClauseKind kind = clauses->clauses[clause].kind;
  DtlSubject subject;

  if (kind != DTL_CLAUSE_SUBORDINATE && kind != DTL_CLAUSE_FRONT)
    return FALSE;
  for (int i = 0; i < clauses->n_clauses; i++)
    if (clauses->clauses[i].kind == DTL_CLAUSE_MAIN &&
        clauses->clauses[i].verb > clauses->clauses[clause].last)
      {
        if (!read_subject (self, clauses, i, &subject) || !subject.proper ||
            !agrees (&subject, pronoun))
          return FALSE;
        tell (self, subject);
        return TRUE;
      }
  return FALSE;
}

char *
dtl_clause_subjects_find (DtlClauseSubjects *subjects,
                          const DtlClauses *clauses,
                          int at,
                          gboolean bare)
{
  const DtlWordClasses pronoun = clauses->tokens[at].classes & PRONOUNS;
  const gboolean owner = is_word (clauses, at, DTL_WORDS (POSSESSIVE));
  const int own = clauses->tokens[at].clause;
  DtlClauseSubjects now = *subjects;
  const DtlSubject *found;

  if (pronoun == 0)
    return NULL;
  if (!read_main_behind (&now, clauses, own, pronoun))
    for (int i = 0; i < clauses->n_clauses && clauses->clauses[i].first < at; i++)
      if ((i != own || owner) && clauses->clauses[i].verb < at)
        read_clause (&now, clauses, i);
  subjects->places = now.places;
  found = find_told (&now, pronoun);
  if (found == NULL || (bare && (!found->proper || found->article)) ||
      g_utf8_strlen (subjects->text + found->start,
                     (gssize) (found->end - found->start)) > DTL_MAX_SUBJECT_NAME)
    return NULL;
  return g_strndup (subjects->text + found->start, found->end - found->start);
}

char *
dtl_clause_subjects_find_kind (const DtlClauseSubjects *subjects,
                               const DtlClauses *clauses,
                               int at)
{
  DtlClauseSubjects now = *subjects;

  for (int i = 0; i < clauses->n_clauses && clauses->clauses[i].last < at; i++)
    read_clause (&now, clauses, i);
  for (int i = now.n_told - 1; i >= 0; i--)
    if (now.told[i].plural && !now.told[i].proper && !now.told[i].object &&
        now.sentence - now.told[i].sentence <= 1)
      return g_utf8_strdown (now.text + now.told[i].start,
                             (gssize) (now.told[i].end - now.told[i].start));
  return NULL;
}
