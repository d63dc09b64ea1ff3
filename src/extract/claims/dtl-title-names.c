#include "extract/claims/dtl-title-names.h"

/* "it was in May that", "it was decided to", "it was hard to": stands for
 * nothing. */
static gboolean
is_expletive (const DtlTitleMaker *self, int position)
{
  const DtlTitleWords *words = &self->words;
  const int next = words->verb + 1, n = (int) words->picks->len;
  const DtlToken *predicate;

  if (!dtl_token_is (dtl_title_words_get (words, position), DTL_WORDS (IT)) || next < 1 ||
      next >= n ||
      !dtl_token_is (dtl_title_words_get (words, words->verb), DTL_WORDS (BE)))
    return FALSE;
  for (int i = next; i < n; i++)
    if (dtl_token_is (dtl_title_words_get (words, i), DTL_WORDS (THAT)))
      return TRUE;
  predicate = dtl_title_words_get (words, next);
  return next + 1 < n &&
         dtl_token_is (dtl_title_words_get (words, next + 1), DTL_WORDS (TO)) &&
         (predicate->verb == DTL_VERB_NONE ||
          dtl_token_is (predicate, DTL_WORDS (CLAUSAL) | DTL_WORDS (SPEECH))) &&
         !dtl_token_is (predicate, DTL_WORDS (PLAN));
}

/* "Marsh" or "Marsh's", "the Romans'". */
static char *
take_wording (char *name, const DtlToken *token)
{
  g_autofree char *owner = name;

  if (!dtl_token_is (token, DTL_WORDS (POSSESSIVE)))
    return g_steal_pointer (&owner);
  return g_strconcat (owner, g_str_has_suffix (owner, "s") ? "'" : "'s", NULL);
}

gboolean
dtl_title_name_pronoun (DtlTitleMaker *self, int position, gboolean bare)
{
  DtlTitleWords *words = &self->words;
  const DtlToken *token = dtl_title_words_get (words, position);
  char *name;

  if (!dtl_token_is (token, DTL_WORDS (PRONOUN) | DTL_WORDS (POSSESSIVE)) ||
      is_expletive (self, position))
    return FALSE;
  name = dtl_clause_subjects_find (
      self->subjects, self->clauses,
      g_array_index (words->picks, DtlTitlePick, position).token, bare);
  if (name == NULL)
    return FALSE;
  dtl_title_words_take_wording (words, position, take_wording (name, token));
  return TRUE;
}

gboolean
dtl_title_name_pronouns (DtlTitleMaker *self)
{
  DtlTitleWords *words = &self->words;
  const int object = words->verb + 1;
  gboolean found = FALSE;

  for (int i = 0; i < words->verb; i++)
    found |= dtl_title_name_pronoun (self, i, FALSE);
  if (object > 0 && object < (int) words->picks->len &&
      dtl_token_is (dtl_title_words_get (words, object), DTL_WORDS (IT)))
    dtl_title_name_pronoun (self, object, TRUE);
  return found;
}

/* Whether no noun follows the superlative at @position: a verb does, or a clause
 * of its own. */
static gboolean
is_headless (const DtlTitleWords *words, int position)
{
  const DtlToken *next;

  if (position + 1 == words->verb)
    return TRUE;
  if (position + 1 > words->verb)
    return FALSE;
  next = dtl_title_words_get (words, position + 1);
  return dtl_token_is (next, DTL_WORDS (THAT) | DTL_WORDS (RELATIVE));
}

void
dtl_title_name_superlative (DtlTitleMaker *self)
{
  DtlTitleWords *words = &self->words;
  g_autofree char *kind = NULL;
  const DtlToken *token;

  if (words->verb < 2 ||
      !dtl_token_is (dtl_title_words_get (words, 0), DTL_WORDS (ARTICLE)) ||
      !dtl_token_is (dtl_title_words_get (words, 1), DTL_WORDS (SUPERLATIVE)) ||
      !is_headless (words, 1))
    return;
  token = dtl_title_words_get (words, 1);
  kind =
      dtl_clause_subjects_find_kind (self->subjects, self->clauses,
                                     g_array_index (words->picks, DtlTitlePick, 1).token);
  if (kind != NULL)
    dtl_title_words_take_wording (words, 1,
                                  g_strdup_printf ("%.*s %s",
                                                   (int) (token->end - token->start),
                                                   words->text + token->start, kind));
}
