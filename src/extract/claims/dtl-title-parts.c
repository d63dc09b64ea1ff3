#include "extract/claims/dtl-title-parts.h"

/* Nobody gives more dates to one verb. */
#define MAX_GROUPS 12

/* The dates behind the verb of a clause, each with the words that go with it. */
typedef struct {
  const DtlClauses *clauses;
  const DtlClause *clause;
  int own;  /* the clause's index */
  int body; /* behind the verb and its kin: "was being sown |" */
  int first[MAX_GROUPS], last[MAX_GROUPS];
  int start[MAX_GROUPS]; /* of the date's part */
  int n;
} Groups;

static const DtlToken *
get_token (const Groups *self, int at)
{
  return &self->clauses->tokens[at];
}

static gboolean
is_word (const Groups *self, int at, DtlWordClasses classes)
{
  return at <= self->clause->last && get_token (self, at)->kind == DTL_TOKEN_WORD &&
         dtl_token_is (get_token (self, at), classes);
}

static gboolean
is_joint (const Groups *self, int at)
{
  return get_token (self, at)->kind == DTL_TOKEN_COMMA ||
         is_word (self, at, DTL_WORDS (COORDINATOR));
}

/* A word that a part can consist of. */
static gboolean
has_content (const Groups *self, int at)
{
  return get_token (self, at)->kind == DTL_TOKEN_WORD && !get_token (self, at)->dated &&
         !is_word (self, at,
                   DTL_WORDS (COORDINATOR) | DTL_WORDS (ADVERB) | DTL_WORDS (DETERMINER));
}

static gboolean
has_content_between (const Groups *self, int from, int to)
{
  for (int i = from; i < to; i++)
    if (has_content (self, i))
      return TRUE;
  return FALSE;
}

static int
find_body (const Groups *self)
{
  const DtlWordClasses kin = DTL_WORDS (BE) | DTL_WORDS (HAVE) | DTL_WORDS (NEGATION) |
                             DTL_WORDS (ADVERB) | DTL_WORDS (PARTICLE);
  int at = self->clause->verb + 1;

  while (at <= self->clause->last && !get_token (self, at)->dated &&
         get_token (self, at)->kind == DTL_TOKEN_WORD &&
         (is_word (self, at, kin) || get_token (self, at)->verb != DTL_VERB_NONE) &&
         get_token (self, at)->verb != DTL_VERB_ING)
    at++;
  if (at <= self->clause->last && get_token (self, at)->verb == DTL_VERB_ING &&
      is_word (self, at - 1, DTL_WORDS (BE)))
    at++; /* "was sailing" */
  while (at > self->clause->verb + 1 && is_word (self, at, DTL_WORDS (PREPOSITION)) &&
         is_word (self, at - 1, DTL_WORDS (PARTICLE)))
    at--;
  return at;
}

static void
find_groups (Groups *self)
{
  for (int i = self->body; i <= self->clause->last && self->n < MAX_GROUPS; i++)
    {
      int last = i;
      gboolean date = FALSE;

      if (get_token (self, i)->clause != self->own || !get_token (self, i)->dated)
        continue;
      while (last <= self->clause->last && get_token (self, last)->dated)
        date |= get_token (self, last++)->kind == DTL_TOKEN_DATE;
      if (date)
        {
          self->first[self->n] = i;
          self->last[self->n++] = last - 1;
        }
      i = last;
    }
}

/* "… and in 1911 a road": the date stands before its part, where the one before
 * it has a part without this. */
static gboolean
leads (const Groups *self, int group)
{
  const int before = self->first[group] - 1;
  const int from = group > 0 ? self->last[group - 1] + 1 : self->body;
  const int to = group + 1 < self->n ? self->first[group + 1] : self->clause->last + 1;

  return before > from && is_joint (self, before) &&
         has_content_between (self, from, before) &&
         has_content_between (self, self->last[group] + 1, to);
}

static void
find_starts (Groups *self)
{
  for (int i = 0; i < self->n; i++)
    {
      self->start[i] = i > 0 ? self->last[i - 1] + 1 : self->body;
      if (leads (self, i))
        {
          self->start[i] = self->first[i] - 1;
          while (self->start[i] > self->body && is_joint (self, self->start[i] - 1))
            self->start[i]--;
        }
    }
}

/* The first word of a part behind its joint and its date. */
static int
skip_joint (const Groups *self, int at, int last)
{
  while (at <= last && (is_joint (self, at) || get_token (self, at)->dated ||
                        is_word (self, at, DTL_WORDS (ADVERB))))
    at++;
  return at;
}

/* The first preposition that binds no noun, of @from to @to. */
static int
find_preposition (const Groups *self, int from, int to)
{
  for (int i = from; i <= to; i++)
    if (is_word (self, i, DTL_WORDS (PREPOSITION)) &&
        !is_word (self, i, DTL_WORDS (OF)) && !get_token (self, i)->dated)
      return i;
  return -1;
}

/* The noun of the first part's object, for which "one" stands. */
static int
find_noun (const Groups *self, int from, int to)
{
  int noun = -1;

  for (int i = from; i <= to && !get_token (self, i)->dated &&
                     !is_word (self, i, DTL_WORDS (PREPOSITION)) && !is_joint (self, i);
       i++)
    if (get_token (self, i)->kind == DTL_TOKEN_WORD && get_token (self, i)->classes == 0)
      noun = i;
  return noun;
}

/* What a later part shares with the first, which begins at @body and ends
 * before @end. */
static void
share (const Groups *self, int end, DtlTitlePart *part)
{
  const int head = skip_joint (self, part->first, part->last);
  const int preposition = find_preposition (self, self->body, end - 1);

  part->noun = find_noun (self, self->body, end - 1);
  part->shared_last = self->body - 1;
  part->subject_last = -1;
  if (is_word (self, head, DTL_WORDS (PREPOSITION)))
    {
      if (preposition > self->body)
        part->shared_last = preposition - 1; /* "sent his *ships* to" */
    }
  else if (preposition == self->body)
    {
      const int own = find_preposition (self, head, part->last);

      if (own > head)
        {
          part->subject_last = own - 1;
          part->verb_first = self->clause->verb;
          part->verb_last = self->body - 1;
        }
      else
        part->shared_last = preposition; /* "went *to* Hale in May and Orr in" */
    }
  part->first = head;
}

gboolean
dtl_title_part_find (const DtlClauses *clauses,
                     int clause,
                     const DtlDateWords *date,
                     DtlTitlePart *ret_part)
{
  Groups groups = {
    clauses, &clauses->clauses[clause], clause, 0, { 0 }, { 0 }, { 0 }, 0
  };
  DtlTitlePart part = { 0 };
  int at = -1;

  if (groups.clause->verb < 0)
    return FALSE;
  groups.body = find_body (&groups);
  find_groups (&groups);
  find_starts (&groups);
  for (int i = 0; i < groups.n; i++)
    if (groups.first[i] <= date->last && groups.last[i] >= date->first)
      at = i;
  /* A date in front has what stands before the first that leads. */
  if (groups.n == 0 || (at < 0 && !leads (&groups, 0)) ||
      (at >= 0 && groups.n == 1 && !leads (&groups, 0)))
    return FALSE;
  part.first = at >= 0 ? groups.start[at] : groups.body;
  part.last = at + 1 < groups.n ? groups.start[at + 1] - 1 : groups.clause->last;
  part.subject_last = part.noun = -1;
  part.shared_last = groups.body - 1;
  if (!has_content_between (&groups, part.first, part.last + 1))
    {
      if (at <= 0)
        return FALSE;           /* "sold last year a mill built in 1911" */
      part.first = groups.body; /* "and again in 1911" */
      part.last = groups.start[1] - 1;
    }
  if (part.first > groups.body)
    share (&groups, groups.start[at > 0 ? 1 : 0], &part);
  *ret_part = part;
  return TRUE;
}
