#include "extract/claims/dtl-title-words.h"

#include <string.h>

/* A phrase cut off before this says too little; a cut at any word is better. */
#define MIN_PHRASE 18

static void
clear_pick (gpointer data)
{
  g_free (((DtlTitlePick *) data)->wording);
}

void
dtl_title_words_init (DtlTitleWords *words, const char *text, const DtlClauses *clauses)
{
  words->text = text;
  words->clauses = clauses;
  words->picks = g_array_new (FALSE, FALSE, sizeof (DtlTitlePick));
  g_array_set_clear_func (words->picks, clear_pick);
  words->verb = -1;
}

void
dtl_title_words_clear (DtlTitleWords *words)
{
  g_clear_pointer (&words->picks, g_array_unref);
}

void
dtl_title_words_pick (DtlTitleWords *words, int token)
{
  DtlTitlePick pick = { token, NULL };

  g_array_append_val (words->picks, pick);
}

static DtlTitlePick *
get_pick (const DtlTitleWords *words, int position)
{
  return &g_array_index (words->picks, DtlTitlePick, position);
}

void
dtl_title_words_take_wording (DtlTitleWords *words, int position, char *wording)
{
  g_free (get_pick (words, position)->wording);
  get_pick (words, position)->wording = wording;
}

void
dtl_title_words_clear_picks (DtlTitleWords *words)
{
  g_array_set_size (words->picks, 0);
  words->verb = -1;
}

static int
get_index (const DtlTitleWords *words, int position)
{
  return get_pick (words, position)->token;
}

const DtlToken *
dtl_title_words_get (const DtlTitleWords *words, int position)
{
  return &words->clauses->tokens[get_index (words, position)];
}

void
dtl_title_words_remove (DtlTitleWords *words, int position, int n)
{
  if (n <= 0)
    return;
  g_array_remove_range (words->picks, (guint) position, (guint) n);
  if (words->verb >= position + n)
    words->verb -= n;
  else if (words->verb >= position)
    words->verb = -1;
}

static gboolean
is_mark (const DtlToken *token)
{
  return token->kind != DTL_TOKEN_WORD && token->kind != DTL_TOKEN_NUMBER &&
         token->kind != DTL_TOKEN_DATE;
}

/* Whether a space stands before the pick at @position. */
static gboolean
has_space (const DtlTitleWords *words, int position)
{
  const DtlToken *token = dtl_title_words_get (words, position);

  if (position == 0)
    return FALSE;
  if (token->kind == DTL_TOKEN_COMMA || token->kind == DTL_TOKEN_SEMICOLON ||
      token->kind == DTL_TOKEN_COLON || token->kind == DTL_TOKEN_STOP)
    return FALSE;
  return !token->glued ||
         get_index (words, position) != get_index (words, position - 1) + 1;
}

static const char *
get_text (const DtlTitleWords *words, int position, gsize *ret_length)
{
  const DtlTitlePick *pick = get_pick (words, position);
  const DtlToken *token = dtl_title_words_get (words, position);

  if (pick->wording != NULL)
    {
      *ret_length = strlen (pick->wording);
      return pick->wording;
    }
  *ret_length = token->end - token->start;
  return words->text + token->start;
}

/* Characters that the pick at @position adds when joined. */
static int
measure_pick (const DtlTitleWords *words, int position)
{
  const DtlTitlePick *pick = get_pick (words, position);
  const int width = pick->wording != NULL
                        ? (int) g_utf8_strlen (pick->wording, -1)
                        : (int) dtl_title_words_get (words, position)->width;

  return width + (has_space (words, position) ? 1 : 0);
}

int
dtl_title_words_measure (const DtlTitleWords *words, int n)
{
  int length = 0;

  for (int i = 0; i < n; i++)
    length += measure_pick (words, i);
  return length;
}

static const DtlWordClasses function_words =
    DTL_WORDS (DETERMINER) | DTL_WORDS (PRONOUN) | DTL_WORDS (PREPOSITION) |
    DTL_WORDS (COORDINATOR) | DTL_WORDS (SUBORDINATOR) | DTL_WORDS (RELATIVE) |
    DTL_WORDS (THAT) | DTL_WORDS (BE) | DTL_WORDS (HAVE) | DTL_WORDS (DO) |
    DTL_WORDS (MODAL) | DTL_WORDS (NEGATION) | DTL_WORDS (ADVERB) |
    DTL_WORDS (HOUSEKEEPING);

static gboolean
has_content (const DtlToken *token)
{
  return token->kind == DTL_TOKEN_WORD && !dtl_token_is (token, function_words);
}

int
dtl_title_words_count_content (const DtlTitleWords *words)
{
  int n = 0;

  for (int i = 0; i < (int) words->picks->len; i++)
    n += has_content (dtl_title_words_get (words, i));
  return n;
}

/* --- cutting --- */

/* "pushing the British back" can be left out, "fighting" of "street fighting"
 * cannot: a participle has an object, as a rule. */
static gboolean
begins_participle (const DtlTitleWords *words, int position)
{
  const DtlWordClasses objects = DTL_WORDS (DETERMINER) | DTL_WORDS (PREPOSITION) |
                                 DTL_WORDS (PRONOUN) | DTL_WORDS (ADVERB);
  const DtlToken *next;

  if (dtl_title_words_get (words, position)->verb != DTL_VERB_ING ||
      position + 1 >= (int) words->picks->len)
    return FALSE;
  next = dtl_title_words_get (words, position + 1);
  return dtl_token_is (next, objects) || next->capital || next->kind == DTL_TOKEN_NUMBER;
}

/* "founded by monks", "named Drake" behind a noun. */
static gboolean
begins_past_participle (const DtlTitleWords *words, int position)
{
  const DtlToken *token = dtl_title_words_get (words, position);
  const DtlToken *before = dtl_title_words_get (words, position - 1);

  return position > words->verb + 2 && token->verb == DTL_VERB_EITHER &&
         !token->capital && before->kind == DTL_TOKEN_WORD &&
         (before->capital || before->classes == 0) &&
         position + 1 < (int) words->picks->len &&
         dtl_token_is (dtl_title_words_get (words, position + 1),
                       DTL_WORDS (PREPOSITION));
}

/* The "and" of "between France and Spain". */
static gboolean
joins_pair (const DtlTitleWords *words, int position)
{
  for (int i = position - 1; i >= 0 && i > position - 5; i--)
    if (dtl_token_is (dtl_title_words_get (words, i), DTL_WORDS (PAIR)))
      return TRUE;
  return FALSE;
}

gboolean
dtl_title_words_begins_phrase (const DtlTitleWords *words, int position)
{
  const DtlToken *token = dtl_title_words_get (words, position);
  const DtlToken *before = dtl_title_words_get (words, position - 1);
  const DtlClause *clause = &words->clauses->clauses[token->clause];

  if (dtl_token_is (token, DTL_WORDS (COORDINATOR)) && joins_pair (words, position))
    return FALSE;
  if (position == words->verb + 1 && dtl_token_is (token, DTL_WORDS (AFTERMATH)))
    return TRUE; /* "the army surrendered | after" */
  if (position <= words->verb + 1 ||
      dtl_token_is (before, DTL_WORDS (PREPOSITION) | DTL_WORDS (COORDINATOR)))
    return FALSE;
  if (is_mark (token) || dtl_token_is (token, DTL_WORDS (COORDINATOR)))
    return TRUE;
  if (token->kind != DTL_TOKEN_WORD || before->verb != DTL_VERB_NONE)
    return FALSE;
  if (clause->first == get_index (words, position) && clause->kind != DTL_CLAUSE_CONTENT)
    return TRUE;
  if (dtl_token_is (token, DTL_WORDS (PREPOSITION)))
    return !dtl_token_is (token, DTL_WORDS (OF)) &&
           !dtl_token_is (before, DTL_WORDS (ADVERB));
  return dtl_token_is (token, DTL_WORDS (COORDINATOR) | DTL_WORDS (SUBORDINATOR) |
                                  DTL_WORDS (RELATIVE)) ||
         begins_participle (words, position) || begins_past_participle (words, position);
}

/* Whether a clause that began among the first @n picks has its verb behind
 * them: "expanded when Hungary, Slovakia and Romania | joined". */
static gboolean
cuts_clause (const DtlTitleWords *words, int n)
{
  const DtlToken *last = dtl_title_words_get (words, n - 1);
  const DtlClause *clause = &words->clauses->clauses[last->clause];

  return clause->kind != DTL_CLAUSE_MAIN && clause->verb > get_index (words, n - 1) &&
         clause->first > get_index (words, 0);
}

/* What no title may end with. */
static gboolean
dangles (const DtlToken *token, const DtlToken *before, gboolean cut)
{
  const DtlWordClasses never = DTL_WORDS (DETERMINER) | DTL_WORDS (COORDINATOR) |
                               DTL_WORDS (SUBORDINATOR) | DTL_WORDS (RELATIVE) |
                               DTL_WORDS (THAT) | DTL_WORDS (OF) | DTL_WORDS (TO);
  const DtlWordClasses when_cut = DTL_WORDS (ADVERB) | DTL_WORDS (BE) | DTL_WORDS (HAVE) |
                                  DTL_WORDS (MODAL) | DTL_WORDS (NEGATION) |
                                  DTL_WORDS (PREPOSITION) | DTL_WORDS (PRONOUN);

  if (token->kind == DTL_TOKEN_CLOSE || token->kind == DTL_TOKEN_DATE)
    return FALSE;
  if (is_mark (token))
    return TRUE;
  if (token->kind != DTL_TOKEN_WORD)
    return FALSE;
  if (dtl_token_is (token, DTL_WORDS (PARTICLE)) && before != NULL &&
      before->verb != DTL_VERB_NONE)
    return FALSE; /* "was laid down" */
  if (dtl_token_is (token, never) || (cut && dtl_token_is (token, when_cut)))
    return TRUE;
  /* "took over" may end a title, "led the army to" may not */
  return dtl_token_is (token, DTL_WORDS (PREPOSITION)) &&
         !dtl_token_is (token, DTL_WORDS (PARTICLE)) &&
         (before == NULL || before->verb == DTL_VERB_NONE);
}

/* "marschierten in Österreich ein": the end of a verb that was split, in a language
 * whose verbs are not known by sight. */
static gboolean
ends_split_verb (const DtlTitleWords *words, int position)
{
  const int next = get_index (words, position) + 1;

  return dtl_token_is (dtl_title_words_get (words, position), DTL_WORDS (PARTICLE)) &&
         !dtl_clause_words_know_verbs (words->clauses->words) &&
         (next >= words->clauses->n_tokens ||
          words->clauses->tokens[next].kind == DTL_TOKEN_STOP ||
          words->clauses->tokens[next].kind == DTL_TOKEN_COMMA);
}

static void
trim_end (DtlTitleWords *words, gboolean cut)
{
  while (words->picks->len > 0)
    {
      int last = (int) words->picks->len - 1;
      const DtlToken *before = last > 0 ? dtl_title_words_get (words, last - 1) : NULL;

      if (!dangles (dtl_title_words_get (words, last), before, cut) ||
          (!cut && ends_split_verb (words, last)))
        return;
      dtl_title_words_remove (words, last, 1);
    }
}

/* "few", "number of": without their article they mean something else. */
static gboolean
may_lose_article (const DtlTitleWords *words)
{
  const DtlToken *next;

  if (words->picks->len < 2)
    return TRUE;
  next = dtl_title_words_get (words, 1);
  return !dtl_token_is (next, DTL_WORDS (QUANTITY) | DTL_WORDS (PREPOSITION));
}

static void
trim_start (DtlTitleWords *words)
{
  const DtlWordClasses openers = DTL_WORDS (CONNECTIVE) | DTL_WORDS (COORDINATOR) |
                                 DTL_WORDS (THAT) | DTL_WORDS (RELATIVE);

  while (words->picks->len > 0)
    {
      const DtlToken *first = dtl_title_words_get (words, 0);

      if (is_mark (first) || dtl_token_is (first, openers | DTL_WORDS (OF)) ||
          (dtl_token_is (first, DTL_WORDS (SUBORDINATOR)) &&
           !dtl_token_is (first, DTL_WORDS (PREPOSITION) | DTL_WORDS (ADVERB))) ||
          (dtl_token_is (first, DTL_WORDS (ARTICLE)) && may_lose_article (words)))
        dtl_title_words_remove (words, 0, 1);
      else
        return;
    }
}

/* A verb that may end a title where a preposition follows; "said", "was
 * expected" may not. */
static gboolean
is_full_verb (const DtlToken *token)
{
  return token->verb != DTL_VERB_NONE &&
         !dtl_token_is (token, DTL_WORDS (BE) | DTL_WORDS (HAVE) | DTL_WORDS (PLAN) |
                                   DTL_WORDS (SPEECH));
}

/* "was nullified | by", "landed | near": the verb says enough without what
 * follows; not "was described as". */
static gboolean
ends_verb (const DtlTitleWords *words, int position)
{
  const DtlToken *token = dtl_title_words_get (words, position);
  const DtlToken *verb = dtl_title_words_get (words, position - 1);

  if (position <= words->verb || words->verb < 1 ||
      !dtl_token_is (token, DTL_WORDS (PREPOSITION)) ||
      dtl_token_is (token, DTL_WORDS (TO) | DTL_WORDS (OF) | DTL_WORDS (PARTICLE)) ||
      (dtl_token_is (token, DTL_WORDS (SUBORDINATOR)) &&
       !dtl_token_is (token, DTL_WORDS (AFTERMATH))))
    return FALSE;
  if (dtl_token_is (verb, DTL_WORDS (PARTICLE)))
    verb = dtl_title_words_get (words, position - 2); /* "was laid down" */
  if (!is_full_verb (verb))
    return FALSE;
  return dtl_token_is (verb, DTL_WORDS (INTRANSITIVE)) ||
         dtl_token_is (token, DTL_WORDS (LOCATIVE)) ||
         (position - 1 > words->verb &&
          dtl_token_is (dtl_title_words_get (words, words->verb), DTL_WORDS (BE)));
}

/* Where to cut: how many picks stay. The last phrase that fits ends the title;
 * one that needs a little more than fits is kept whole. */
static int
find_cut (const DtlTitleWords *words, gboolean *ret_phrase)
{
  int n = (int) words->picks->len, fits = 0, cut = -1, verb = -1, length = 0;

  for (int i = 1; i < n; i++)
    {
      length += measure_pick (words, i - 1);
      if (length > DTL_TITLE_LENGTH + DTL_TITLE_TOLERANCE)
        break;
      if (length <= DTL_TITLE_LENGTH)
        fits = i;
      if (length >= MIN_PHRASE && ends_verb (words, i))
        verb = i;
      if (length >= MIN_PHRASE && dtl_title_words_begins_phrase (words, i) &&
          !cuts_clause (words, i))
        cut = i;
    }
  cut = cut > 0 ? cut : verb;
  *ret_phrase = cut > 0;
  return cut > 0 ? cut : fits;
}

/* --- joining --- */

static void
append_capital (GString *title, const char *text, gsize length)
{
  gunichar first = g_utf8_get_char (text);
  gsize bytes = (gsize) (g_utf8_next_char (text) - text);

  g_string_append_unichar (title, g_unichar_totitle (first));
  g_string_append_len (title, text + bytes, (gssize) (length - bytes));
}

/* White space within a token (a date of several words) becomes one space. */
static void
collapse_space (GString *title)
{
  gsize to = 0;

  for (gsize from = 0; from < title->len; from++)
    {
      const char c = title->str[from];
      const gboolean space = g_ascii_isspace (c) || c == '\0';

      if (space && (to == 0 || title->str[to - 1] == ' '))
        continue;
      title->str[to++] = space ? ' ' : c;
    }
  g_string_truncate (title, to);
}

static char *
join (const DtlTitleWords *words, gboolean cut)
{
  GString *title = g_string_new (NULL);

  for (int i = 0; i < (int) words->picks->len; i++)
    {
      gsize length;
      const char *text = get_text (words, i, &length);

      if (has_space (words, i))
        g_string_append_c (title, ' ');
      if (i == 0)
        append_capital (title, text, length);
      else
        g_string_append_len (title, text, (gssize) length);
    }
  /* Between the cells of a table. */
  g_strdelimit (title->str, "|", ',');
  collapse_space (title);
  if (cut)
    g_string_append (title, "…");
  return g_string_free (title, FALSE);
}

char *
dtl_title_words_finish (DtlTitleWords *words)
{
  gboolean phrase = TRUE;
  int n;

  trim_start (words);
  trim_end (words, FALSE);
  n = (int) words->picks->len;
  if (dtl_title_words_measure (words, n) > DTL_TITLE_LENGTH + DTL_TITLE_TOLERANCE)
    {
      int cut = find_cut (words, &phrase);

      dtl_title_words_remove (words, cut, n - cut);
      trim_end (words, TRUE);
    }
  if (dtl_title_words_count_content (words) == 0)
    return NULL;
  return join (words, !phrase);
}
