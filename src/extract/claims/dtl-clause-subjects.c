#include "extract/claims/dtl-clause-subjects.h"

#include "extract/claims/dtl-clause-subject-reader.h"
#include "extract/claims/dtl-clause-verbs.h"

#include <string.h>

#define PRONOUNS (DTL_WORDS (HE) | DTL_WORDS (SHE) | DTL_WORDS (IT) | DTL_WORDS (THEY))

static gboolean
is_word (const DtlClauses *clauses, int at, DtlWordClasses classes)
{
  return at >= 0 && at < clauses->n_tokens &&
         clauses->tokens[at].kind == DTL_TOKEN_WORD &&
         dtl_token_is (&clauses->tokens[at], classes);
}

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
      if (subject->end == 0 || ((pronoun & DTL_WORDS (IT)) != 0 &&
                                (subject->rivalled || is_rivalled (self, subject))))
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
  DtlSubject subject = { 0 };

  if (clause->verb < 0 || !is_word (clauses, clause->verb + 1, DTL_WORDS (IT)) ||
      is_word (clauses, clause->verb + 1, DTL_WORDS (POSSESSIVE)))
    return;
  if (known != NULL)
    subject = *known;
  else
    subject.proper = subject.thing = TRUE; /* no bytes: nobody knows what */
  subject.known |= DTL_WORDS (IT);
  tell (self, subject);
}

/* "The company built a factory": the next "it" may be either. */
static gboolean
has_object (const DtlClauses *clauses, const DtlClause *clause)
{
  const int verb = dtl_clauses_find_main_verb (clauses, clause->verb);
  const int next = dtl_verbs_skip_adjuncts (clauses->tokens, clauses->n_tokens, verb + 1);

  return verb >= 0 && !is_word (clauses, verb, DTL_WORDS (BE)) &&
         is_word (clauses, next, DTL_WORDS (ARTICLE) | DTL_WORDS (DETERMINER));
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

  if (dtl_clause_subject_read_object (self, clauses, at, &object))
    tell (self, object);
  if (dtl_clause_subject_read (self, clauses, at, &subject))
    {
      subject.rivalled = has_object (clauses, clause);
      tell_subject (self, subject);
    }
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
          !dtl_clause_subject_read (subjects, clauses, i, &topic) || !topic.proper)
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
        if (!dtl_clause_subject_read (self, clauses, i, &subject) || !subject.proper ||
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
