#include "extract/claims/dtl-title-order.h"

/* Words of a noun phrase before its noun. */
#define MAX_BEFORE_NOUN 5

static const DtlToken *
get_word (const DtlTitleWords *words, int position)
{
  const DtlToken *token;

  if (position >= (int) words->picks->len)
    return NULL;
  token = dtl_title_words_get (words, position);
  return token->kind == DTL_TOKEN_WORD || token->kind == DTL_TOKEN_NUMBER ? token : NULL;
}

static gboolean
is_word (const DtlTitleWords *words, int position, DtlWordClasses classes)
{
  const DtlToken *token = get_word (words, position);

  return token != NULL && dtl_token_is (token, classes);
}

static gboolean
is_noun (const DtlTitleWords *words, int position)
{
  const DtlToken *token = get_word (words, position);

  return token != NULL && token->kind == DTL_TOKEN_WORD && token->capital;
}

/* Behind the noun of the phrase that begins at @from: nouns are written with a
 * capital, and names are several, but for that of a place, behind which the subject
 * may stand: "in Leipzig | Zehntausende". @from itself where there is none. */
static int
find_noun_end (const DtlTitleWords *words, int from)
{
  const gboolean place = is_word (words, from, DTL_WORDS (PREPOSITION));
  int at = from;

  while (at < from + MAX_BEFORE_NOUN && get_word (words, at) != NULL &&
         !is_noun (words, at))
    at++;
  if (!is_noun (words, at))
    return from;
  do
    at++;
  while (!place && is_noun (words, at));
  return at;
}

/* "der König | der Franken", "die Stadt | und das Land": what goes with a noun that
 * has an article. */
static int
find_attribute_end (const DtlTitleWords *words, int from)
{
  const gboolean article = is_word (words, from, DTL_WORDS (GENITIVE));
  const gboolean joint = is_word (words, from, DTL_WORDS (COORDINATOR));

  return article || joint ? find_noun_end (words, from + 1) : from;
}

/* Whether a word that is no noun stands for a part alone: "er", "erneut". An adjective
 * has a noun behind it. */
static gboolean
stands_alone (const DtlTitleWords *words, int at)
{
  return is_word (words, at, DTL_WORDS (PRONOUN) | DTL_WORDS (ADVERB)) ||
         (get_word (words, at) != NULL && get_word (words, at)->kind == DTL_TOKEN_WORD &&
          !is_word (words, at, DTL_WORDS (DETERMINER) | DTL_WORDS (PREPOSITION)) &&
          !is_noun (words, at) && !is_noun (words, at + 1));
}

/* Behind the part that begins at @from. */
static int
find_part_end (const DtlTitleWords *words, int from)
{
  const gboolean article = is_word (words, from, DTL_WORDS (DETERMINER));
  int end, next;

  if (stands_alone (words, from))
    return from + 1;
  end = find_noun_end (words, from);
  if (end == from || !article)
    return end;
  while ((next = find_attribute_end (words, end)) > end + 1)
    end = next;
  return end;
}

/* Whether the title begins with what stood behind the date alone. */
static gboolean
begins_behind_date (const DtlTitleMaker *self)
{
  const int first = g_array_index (self->words.picks, DtlTitlePick, 0).token;

  if (first == 0 || self->tokens[first].capital ||
      self->tokens[first].kind != DTL_TOKEN_WORD ||
      dtl_token_is (&self->tokens[first],
                    DTL_WORDS (DETERMINER) | DTL_WORDS (PREPOSITION) |
                        DTL_WORDS (COORDINATOR) | DTL_WORDS (PRONOUN)))
    return FALSE;
  for (int i = 0; i < first; i++)
    if (!self->tokens[i].dated && !dtl_title_maker_is_date_word (self, i) &&
        self->tokens[i].kind != DTL_TOKEN_DATE)
      return FALSE;
  return TRUE;
}

/* Moves the picks from @first to before @end to the front. */
static void
move_to_front (GArray *picks, int first, int end)
{
  for (int i = first; i < end; i++)
    {
      DtlTitlePick pick = g_array_index (picks, DtlTitlePick, i);

      for (int j = i; j > i - first; j--)
        g_array_index (picks, DtlTitlePick, j) =
            g_array_index (picks, DtlTitlePick, j - 1);
      g_array_index (picks, DtlTitlePick, i - first) = pick;
    }
}

void
dtl_title_order_restore (DtlTitleMaker *self)
{
  const DtlTitleWords *words = &self->words;
  int first = 1, end;

  if (!dtl_clause_words_put_verb_second (self->clauses->words) || words->picks->len < 2 ||
      !begins_behind_date (self))
    return;
  while (is_word (words, first, DTL_WORDS (CLITIC)))
    first++;
  end = find_part_end (words, first);
  move_to_front (words->picks, first, end);
}
