#include "extract/claims/dtl-title-wording.h"

#include <string.h>

static int
get_length (const DtlTitleWords *words)
{
  return (int) words->picks->len;
}

static gboolean
is (const DtlTitleWords *words, int position, DtlWordClasses classes)
{
  return position >= 0 && position < get_length (words) &&
         dtl_token_is (dtl_title_words_get (words, position), classes);
}

static gboolean
is_kind (const DtlTitleWords *words, int position, DtlTokenKind kind)
{
  return position >= 0 && position < get_length (words) &&
         dtl_title_words_get (words, position)->kind == kind;
}

static gboolean
is_participle (const DtlTitleWords *words, int position)
{
  return position < get_length (words) &&
         (dtl_title_words_get (words, position)->verb == DTL_VERB_EITHER ||
          dtl_title_words_get (words, position)->verb == DTL_VERB_PARTICIPLE);
}

static gboolean
is_too_long (const DtlTitleWords *words)
{
  return dtl_title_words_measure (words, get_length (words)) > DTL_TITLE_LENGTH;
}

/* --- before the verb --- */

/* Commas left over where something between them was left out: before another
 * comma, before the verb. */
static void
drop_commas (DtlTitleWords *words)
{
  for (int i = get_length (words) - 1; i >= 0; i--)
    if (is_kind (words, i, DTL_TOKEN_COMMA) &&
        (i + 1 == words->verb || is_kind (words, i + 1, DTL_TOKEN_COMMA)))
      dtl_title_words_remove (words, i, 1);
}

/* "However,", "And", "that". */
static void
drop_opener (DtlTitleWords *words)
{
  const DtlWordClasses openers =
      DTL_WORDS (CONNECTIVE) | DTL_WORDS (COORDINATOR) | DTL_WORDS (THAT);

  while (get_length (words) > 1 &&
         (is (words, 0, openers) || is_kind (words, 0, DTL_TOKEN_COMMA)))
    dtl_title_words_remove (words, 0, 1);
}

/* An article, a pronoun, or a name behind a common noun. */
static gboolean
begins_subject (const DtlTitleWords *words, int position)
{
  const DtlToken *before = dtl_title_words_get (words, position - 1);

  return is (words, position, DTL_WORDS (ARTICLE) | DTL_WORDS (PRONOUN)) ||
         (dtl_title_words_get (words, position)->capital && !before->capital &&
          before->kind == DTL_TOKEN_WORD &&
          (before->classes & ~DTL_WORDS (DATE_LEAD)) == 0 &&
          before->verb == DTL_VERB_NONE);
}

/* "During the battle the air force …" without a comma: the subject begins at
 * the next article that no preposition binds. */
static void
drop_front (DtlTitleWords *words)
{
  const DtlWordClasses bind =
      DTL_WORDS (PREPOSITION) | DTL_WORDS (COORDINATOR) | DTL_WORDS (DETERMINER);

  if (!is (words, 0, DTL_WORDS (PREPOSITION)))
    return;
  for (int i = 2; i < words->verb; i++)
    if (begins_subject (words, i) && !is (words, i - 1, bind))
      {
        dtl_title_words_remove (words, 0, i);
        return;
      }
}

/* A verb alone, which says little: "died", "was amended". */
static gboolean
is_bare (const DtlTitleWords *words)
{
  int n = 0;

  for (int i = words->verb; i < get_length (words); i++)
    if (is_kind (words, i, DTL_TOKEN_WORD) &&
        !is (words, i, DTL_WORDS (BE) | DTL_WORDS (HAVE) | DTL_WORDS (ADVERB)))
      n += dtl_title_words_get (words, i)->verb != DTL_VERB_NONE ? 1 : 2;
  return n < 2;
}

/* Whether what stands before the verb is a pronoun and adverbs, or nothing. */
static gboolean
has_weak_subject (const DtlTitleWords *words)
{
  if (words->verb > 0 && g_array_index (words->picks, DtlTitlePick, 0).wording != NULL)
    return FALSE; /* a name was put in */
  if (words->verb < 0 || (words->verb > 0 && !is (words, 0, DTL_WORDS (PRONOUN))))
    return FALSE;
  for (int i = 1; i < words->verb; i++)
    if (!is (words, i, DTL_WORDS (ADVERB)))
      return FALSE;
  return TRUE;
}

/* "He was elected mayor" becomes "Elected mayor", so that nobody is named
 * wrongly; "1905 saw riots" becomes "Riots". */
static gboolean
drop_weak_subject (DtlTitleWords *words)
{
  const gboolean pronoun = words->verb > 0;

  if (!has_weak_subject (words) || get_length (words) < 2)
    return FALSE;
  if (pronoun && is_bare (words) && !is (words, 0, DTL_WORDS (ADVERB)))
    return TRUE; /* but "there" */
  dtl_title_words_remove (words, 0, words->verb);
  if (is (words, 0, DTL_WORDS (WITNESS)) && !pronoun && get_length (words) > 1)
    dtl_title_words_remove (words, 0, 1);
  while (get_length (words) > 1 &&
         (is (words, 0, DTL_WORDS (BE)) ||
          (is (words, 0, DTL_WORDS (HAVE)) && is_participle (words, 1))))
    {
      dtl_title_words_remove (words, 0, 1);
      words->verb = 0;
    }
  if (is (words, 0, DTL_WORDS (RESULT)) && is (words, 1, DTL_WORDS (PREPOSITION)) &&
      get_length (words) > 3)
    {
      dtl_title_words_remove (words, 0, 2); /* "this led to riots" */
      words->verb = -1;
    }
  if (is (words, 0, DTL_WORDS (NEGATION)) && is (words, 1, DTL_WORDS (THAT)))
    dtl_title_words_remove (words, 0, 1); /* "It was not until 1920 that" */
  return pronoun;
}

/* Whether the verb and the first phrase behind it fit a title. */
static gboolean
shows_verb (const DtlTitleWords *words)
{
  int end = words->verb + 2;

  while (end < get_length (words) && !dtl_title_words_begins_phrase (words, end))
    end++;
  return dtl_title_words_measure (words, MIN (end, get_length (words))) <=
         DTL_TITLE_LENGTH + DTL_TITLE_TOLERANCE;
}

/* Whether the pick at @position begins something that describes the noun
 * before it: "with support from", "led by", "suggesting". */
static gboolean
describes_subject (const DtlTitleWords *words, int position)
{
  const DtlToken *token = dtl_title_words_get (words, position);

  if (is (words, position, DTL_WORDS (PREPOSITION)))
    return !is (words, position, DTL_WORDS (OF));
  return (token->verb == DTL_VERB_ING || token->verb == DTL_VERB_EITHER) &&
         !token->capital &&
         is (words, position + 1, DTL_WORDS (PREPOSITION) | DTL_WORDS (DETERMINER)) &&
         !is (words, position - 1, DTL_WORDS (PREPOSITION) | DTL_WORDS (DETERMINER)) &&
         !dtl_title_words_get (words, position - 1)->possessive;
}

/* "The woman who was watching the fire was hurt" becomes "Woman was hurt", if
 * its verb stood too far back for the title to tell what happened. */
static void
shorten_subject (DtlTitleWords *words)
{
  int clause;

  if (words->verb < 1 || shows_verb (words))
    return;
  clause = dtl_title_words_get (words, words->verb)->clause;
  for (int i = words->verb - 1; i >= 0; i--)
    if (dtl_title_words_get (words, i)->clause != clause &&
        dtl_clauses_contain (words->clauses, clause,
                             dtl_title_words_get (words, i)->clause))
      dtl_title_words_remove (words, i, 1);
  for (int i = 1; i < words->verb; i++)
    if (describes_subject (words, i) && !shows_verb (words))
      dtl_title_words_remove (words, i, words->verb - i);
}

/* --- behind the verb --- */

/* ", a burial site": what a comma and an article add to a noun is left out;
 * "a farm, a school and a mine" stays. */
static void
drop_apposition (DtlTitleWords *words)
{
  for (int i = MAX (words->verb, 0) + 1; i + 1 < get_length (words); i++)
    {
      int end = i + 1;

      if (!is_kind (words, i, DTL_TOKEN_COMMA) || !is (words, i + 1, DTL_WORDS (ARTICLE)))
        continue;
      while (end < get_length (words) && !is (words, end, DTL_WORDS (COORDINATOR)))
        end++;
      if (end == get_length (words))
        dtl_title_words_remove (words, i, end - i);
      return;
    }
}

/* "the South Korean port city of Busan" becomes "Busan". */
static void
shorten_places (DtlTitleWords *words)
{
  for (int i = 1; i + 2 < get_length (words); i++)
    {
      int first = i;

      if (!is (words, i, DTL_WORDS (PLACE)) || !is (words, i + 1, DTL_WORDS (OF)) ||
          !dtl_title_words_get (words, i + 2)->capital || !is_too_long (words))
        continue;
      while (first > 0 && i - first < 5 && !is (words, first, DTL_WORDS (ARTICLE)))
        first--;
      if (is (words, first, DTL_WORDS (ARTICLE)))
        {
          dtl_title_words_remove (words, first, i + 2 - first);
          i = first;
        }
    }
}

/* "The war lasted from 1905 to 1911", "the remains are from 1911": with nothing
 * behind such a verb but the date, its subject is all there is to tell; "took
 * place" says nothing wherever it stands. */
static void
drop_empty_verb (DtlTitleWords *words)
{
  const int verb = words->verb;
  int n = 1;

  if (verb < 1 || is (words, 0, DTL_WORDS (PRONOUN)))
    return;
  while (is (words, verb + n, DTL_WORDS (ADVERB)) ||
         is_kind (words, verb + n, DTL_TOKEN_STOP))
    n++;
  if (is (words, verb + 1, DTL_WORDS (OCCUR)))
    n = 2;
  else if (verb + n < get_length (words) ||
           !is (words, verb, DTL_WORDS (OCCUR) | DTL_WORDS (BE)))
    return;
  dtl_title_words_remove (words, verb, n);
}

/* "Drepana was the worst defeat" becomes "Drepana, the worst defeat": that is
 * not what happened but what it is. */
static void
drop_state_verb (DtlTitleWords *words)
{
  const int verb = words->verb;
  const DtlToken *subject;

  if (verb < 1 || !is (words, verb, DTL_WORDS (BE)) ||
      !is (words, verb + 1, DTL_WORDS (ARTICLE)) ||
      !is (words, verb + 2, DTL_WORDS (SUPERLATIVE)) ||
      is (words, 0, DTL_WORDS (PRONOUN)))
    return;
  subject = dtl_title_words_get (words, verb - 1);
  if (subject->kind != DTL_TOKEN_WORD)
    return;
  dtl_title_words_take_wording (words, verb - 1,
                                g_strdup_printf ("%.*s,",
                                                 (int) (subject->end - subject->start),
                                                 words->text + subject->start));
  dtl_title_words_remove (words, verb, 1);
}

/* "was not opened until 1911": what happened then. */
static void
drop_negation (DtlTitleWords *words)
{
  const int verb = words->verb;
  const DtlToken *token;
  int next;

  if (verb < 0 || !is (words, verb, DTL_WORDS (BE)) ||
      !is (words, verb + 1, DTL_WORDS (NEGATION)))
    return;
  token = dtl_title_words_get (words, verb);
  next = (int) (token - words->clauses->tokens) + 1;
  while (next < words->clauses->n_tokens &&
         words->clauses->tokens[next].kind == DTL_TOKEN_WORD &&
         !(words->clauses->tokens[next].dated &&
           dtl_token_is (&words->clauses->tokens[next], DTL_WORDS (UNTIL))))
    next++;
  if (next < words->clauses->n_tokens &&
      words->clauses->tokens[next].kind == DTL_TOKEN_WORD)
    dtl_title_words_remove (words, verb + 1, 1);
}

/* --- the news in an object --- */

/* Whether a title cut at its length loses the noun phrase at @object: its noun
 * and, after "of", the noun behind it. */
static gboolean
loses (const DtlTitleWords *words, int object)
{
  int end = object + 1;

  while (end < get_length (words) && !is_kind (words, end, DTL_TOKEN_COMMA) &&
         (!is (words, end, DTL_WORDS (PREPOSITION)) || is (words, end, DTL_WORDS (OF))) &&
         !is (words, end, DTL_WORDS (RELATIVE) | DTL_WORDS (COORDINATOR)))
    end++;
  return dtl_title_words_measure (words, end) > DTL_TITLE_LENGTH + DTL_TITLE_TOLERANCE;
}

/* The object of a verb of @verbs in the verb's group ("is expected to
 * attend"), or -1. */
static int
find_object (const DtlTitleWords *words, DtlWordClasses verbs)
{
  for (int i = words->verb; i >= 0 && i + 1 < get_length (words) && i < words->verb + 6;
       i++)
    if (is (words, i, verbs) && is (words, i + 1, DTL_WORDS (DETERMINER)))
      return i + 1;
  return -1;
}

/* "led to", "resulted in": behind the preposition stands what happened. */
static int
find_result (const DtlTitleWords *words)
{
  const int verb = words->verb;

  if (verb < 0 || !is (words, verb, DTL_WORDS (RESULT)) ||
      !is (words, verb + 1, DTL_WORDS (PREPOSITION)) || verb + 3 >= get_length (words))
    return -1;
  return verb + 2;
}

/* "The outcome of X was *the signing of Y*". */
static int
find_predicate (const DtlTitleWords *words)
{
  const int at = words->verb + 1;

  if (words->verb < 0 || !is (words, words->verb, DTL_WORDS (BE)) ||
      !is (words, at, DTL_WORDS (ARTICLE)))
    return -1;
  for (int i = at + 1; i < at + 4 && i < get_length (words); i++)
    if (is (words, i, DTL_WORDS (OF)))
      return at;
  return -1;
}

/* Returns whether somebody reports what is left. */
static gboolean
prefer_object (DtlTitleWords *words)
{
  const int reported = find_object (words, DTL_WORDS (REPORT));
  const int others[] = { find_result (words), find_object (words, DTL_WORDS (LIGHT)),
                         find_predicate (words) };
  int at = reported;

  for (guint i = 0; i < G_N_ELEMENTS (others) && at < 0; i++)
    if (others[i] > 0 && loses (words, others[i]))
      at = others[i];
  if (at > 0)
    {
      dtl_title_words_remove (words, 0, at);
      words->verb = -1;
    }
  return reported > 0;
}

DtlTitleRewording
dtl_title_words_reword (DtlTitleWords *words)
{
  DtlTitleRewording rewording = { FALSE, FALSE };

  drop_commas (words);
  drop_opener (words);
  drop_front (words);
  rewording.pronoun = drop_weak_subject (words);
  drop_negation (words);
  drop_empty_verb (words);
  shorten_subject (words);
  drop_apposition (words);
  rewording.reported = prefer_object (words);
  shorten_places (words);
  drop_state_verb (words);
  return rewording;
}

/* "initiating" - "initiated", "carrying" - "carried". */
static char *
make_past (const char *word, gsize length)
{
  const gsize stem = length - strlen ("ing");

  if (word[stem - 1] == 'y' && strchr ("aeiou", word[stem - 2]) == NULL)
    return g_strdup_printf ("%.*sied", (int) stem - 1, word);
  return g_strdup_printf ("%.*sed", (int) stem, word);
}

void
dtl_title_words_put_in_past (DtlTitleWords *words, int position)
{
  if (position >= get_length (words))
    return;
  const DtlToken *token = dtl_title_words_get (words, position);
  const gsize length = token->end - token->start;
  const char *word = words->text + token->start;
  const char *irregular;

  if (token->verb != DTL_VERB_ING || length < strlen ("ing") + 2)
    return;
  irregular = dtl_clause_words_lookup_past (words->clauses->words, word, length);
  dtl_title_words_take_wording (words, position,
                                irregular != NULL ? g_strdup (irregular)
                                                  : make_past (word, length));
}

void
dtl_title_words_lower (DtlTitleWords *words, int position)
{
  const DtlToken *token = dtl_title_words_get (words, position);

  if (g_array_index (words->picks, DtlTitlePick, position).wording == NULL)
    dtl_title_words_take_wording (words, position,
                                  g_utf8_strdown (words->text + token->start,
                                                  (gssize) (token->end - token->start)));
}
