#include "extract/claims/dtl-clause-words.h"

#include <string.h>

/* Longer words are of no class; keeps the key of a look-up on the stack. */
#define MAX_WORD 23

#define SEPARATORS ", \n\r\t"

/* One word; @length 0 marks a free place. */
typedef struct {
  char word[MAX_WORD + 1];
  guint length;
  DtlWordClasses classes;
} Entry;

/* An open hash table, never more than half full. */
struct _DtlClauseWords {
  Entry *entries;
  guint n_places; /* a power of two */
  guint n_entries;
  DtlWordClasses all; /* the classes that have words */
  GHashTable *pasts;  /* "making" to "made" */
};

/* Names of the classes in a language pack. */
static const char *const class_names[] = { [DTL_WORD_ARTICLE] = "article",
                                           [DTL_WORD_DETERMINER] = "determiner",
                                           [DTL_WORD_POSSESSIVE] = "possessive",
                                           [DTL_WORD_PRONOUN] = "pronoun",
                                           [DTL_WORD_HE] = "he",
                                           [DTL_WORD_SHE] = "she",
                                           [DTL_WORD_IT] = "it",
                                           [DTL_WORD_THEY] = "they",
                                           [DTL_WORD_FIRST_PERSON] = "first-person",
                                           [DTL_WORD_STAND_IN] = "stand-in",
                                           [DTL_WORD_PREPOSITION] = "preposition",
                                           [DTL_WORD_OF] = "of",
                                           [DTL_WORD_COORDINATOR] = "coordinator",
                                           [DTL_WORD_SUBORDINATOR] = "subordinator",
                                           [DTL_WORD_RELATIVE] = "relative",
                                           [DTL_WORD_THAT] = "that",
                                           [DTL_WORD_GENITIVE] = "genitive",
                                           [DTL_WORD_CLITIC] = "clitic",
                                           [DTL_WORD_PARTICLE] = "particle",
                                           [DTL_WORD_TO] = "to",
                                           [DTL_WORD_BY] = "by",
                                           [DTL_WORD_BE] = "be",
                                           [DTL_WORD_HAVE] = "have",
                                           [DTL_WORD_DO] = "do",
                                           [DTL_WORD_MODAL] = "modal",
                                           [DTL_WORD_FUTURE] = "future",
                                           [DTL_WORD_CONDITIONAL] = "conditional",
                                           [DTL_WORD_NOT_FINITE] = "not-finite",
                                           [DTL_WORD_PAST] = "past",
                                           [DTL_WORD_PARTICIPLE] = "participle",
                                           [DTL_WORD_PRESENT] = "present",
                                           [DTL_WORD_OPAQUE] = "opaque",
                                           [DTL_WORD_NEGATION] = "negation",
                                           [DTL_WORD_IF] = "if",
                                           [DTL_WORD_SPEECH] = "speech",
                                           [DTL_WORD_ADDRESS] = "address",
                                           [DTL_WORD_CLAUSAL] = "clausal",
                                           [DTL_WORD_NAMING] = "naming",
                                           [DTL_WORD_REPORT] = "report",
                                           [DTL_WORD_DENIAL] = "denial",
                                           [DTL_WORD_ACCORDING] = "according",
                                           [DTL_WORD_HEARSAY] = "hearsay",
                                           [DTL_WORD_ADVERB] = "adverb",
                                           [DTL_WORD_CONNECTIVE] = "connective",
                                           [DTL_WORD_PLAN] = "plan",
                                           [DTL_WORD_LIGHT] = "light",
                                           [DTL_WORD_PAIR] = "pair",
                                           [DTL_WORD_RESULT] = "result",
                                           [DTL_WORD_WITNESS] = "witness",
                                           [DTL_WORD_INTRANSITIVE] = "intransitive",
                                           [DTL_WORD_OCCUR] = "occur",
                                           [DTL_WORD_LOCATIVE] = "locative",
                                           [DTL_WORD_PLACE] = "place",
                                           [DTL_WORD_OCCASION] = "occasion",
                                           [DTL_WORD_DATE_LEAD] = "date-lead",
                                           [DTL_WORD_DATE_LINK] = "date-link",
                                           [DTL_WORD_DATE_TAIL] = "date-tail",
                                           [DTL_WORD_AFTERMATH] = "aftermath",
                                           [DTL_WORD_SUPERLATIVE] = "superlative",
                                           [DTL_WORD_UNTIL] = "until",
                                           [DTL_WORD_QUANTITY] = "quantity",
                                           [DTL_WORD_HOUSEKEEPING] = "housekeeping",
                                           [DTL_WORD_TITLE] = "title",
                                           [DTL_WORD_ABBREVIATION] = "abbreviation" };

G_STATIC_ASSERT (G_N_ELEMENTS (class_names) == DTL_N_WORD_CLASSES);
G_STATIC_ASSERT (DTL_N_WORD_CLASSES <= 64);

DtlClauseWords *
dtl_clause_words_new (void)
{
  DtlClauseWords *words = g_new0 (DtlClauseWords, 1);

  words->n_places = 64;
  words->entries = g_new0 (Entry, words->n_places);
  words->pasts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return words;
}

void
dtl_clause_words_free (DtlClauseWords *words)
{
  if (words == NULL)
    return;
  g_hash_table_unref (words->pasts);
  g_free (words->entries);
  g_free (words);
}

/* Folds @word into @key, which holds MAX_WORD + 1 bytes, and hashes it. */
static gboolean
make_key (const char *word, gsize length, char *key, guint32 *ret_hash)
{
  guint32 hash = 2166136261u;

  if (length == 0 || length > MAX_WORD)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      const char c = word[i];

      key[i] = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
      hash = (hash ^ (guchar) key[i]) * 16777619u;
    }
  key[length] = '\0';
  *ret_hash = hash;
  return TRUE;
}

/* The entry of a folded word, or the free place where it belongs. */
static Entry *
find_entry (const DtlClauseWords *words, const char *key, gsize length, guint32 hash)
{
  guint place = hash & (words->n_places - 1);

  while (words->entries[place].length != 0 &&
         (words->entries[place].length != length ||
          memcmp (words->entries[place].word, key, length) != 0))
    place = (place + 1) & (words->n_places - 1);
  return &words->entries[place];
}

static void
grow (DtlClauseWords *words)
{
  g_autofree Entry *old = words->entries;
  const guint n_old = words->n_places;

  words->n_places *= 2;
  words->entries = g_new0 (Entry, words->n_places);
  for (guint i = 0; i < n_old; i++)
    {
      char key[MAX_WORD + 1];
      guint32 hash;

      if (make_key (old[i].word, old[i].length, key, &hash))
        *find_entry (words, key, old[i].length, hash) = old[i];
    }
}

static void
add_word (DtlClauseWords *words, const char *word, DtlWordClasses classes)
{
  char key[MAX_WORD + 1];
  guint32 hash;
  Entry *entry;

  if (!make_key (word, strlen (word), key, &hash))
    return;
  if (2 * words->n_entries >= words->n_places)
    grow (words);
  entry = find_entry (words, key, strlen (key), hash);
  if (entry->length == 0)
    {
      words->n_entries++;
      entry->length = (guint) strlen (key);
      memcpy (entry->word, key, sizeof key);
    }
  entry->classes |= classes;
  words->all |= classes;
}

gboolean
dtl_clause_words_know_verbs (const DtlClauseWords *words)
{
  return (words->all & (DTL_WORDS (BE) | DTL_WORDS (HAVE) | DTL_WORDS (PAST) |
                        DTL_WORDS (PRESENT) | DTL_WORDS (MODAL))) != 0;
}

gboolean
dtl_clause_words_put_verb_second (const DtlClauseWords *words)
{
  return (words->all & DTL_WORDS (CLITIC)) != 0;
}

gboolean
dtl_clause_words_add (DtlClauseWords *words, const char *class_name, const char *list)
{
  g_auto (GStrv) split = g_strsplit_set (list, SEPARATORS, -1);

  for (guint class = 0; class < G_N_ELEMENTS (class_names); class ++)
    if (g_str_equal (class_names[class], class_name))
      {
        for (guint i = 0; split[i] != NULL; i++)
          add_word (words, split[i], G_GUINT64_CONSTANT (1) << class);
        return TRUE;
      }
  return FALSE;
}

void
dtl_clause_words_add_pasts (DtlClauseWords *words, const char *pairs)
{
  g_auto (GStrv) split = g_strsplit_set (pairs, SEPARATORS, -1);
  const char *participle = NULL;

  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] == '\0')
      continue;
    else if (participle == NULL)
      participle = split[i];
    else
      {
        g_hash_table_insert (words->pasts, g_strdup (participle), g_strdup (split[i]));
        participle = NULL;
      }
}

DtlWordClasses
dtl_clause_words_lookup (const DtlClauseWords *words, const char *word, gsize length)
{
  char key[MAX_WORD + 1];
  guint32 hash;

  if (!make_key (word, length, key, &hash))
    return 0;
  return find_entry (words, key, length, hash)->classes;
}

const char *
dtl_clause_words_lookup_past (const DtlClauseWords *words, const char *word, gsize length)
{
  char key[MAX_WORD + 1];
  guint32 hash;

  return make_key (word, length, key, &hash) ? g_hash_table_lookup (words->pasts, key)
                                             : NULL;
}
