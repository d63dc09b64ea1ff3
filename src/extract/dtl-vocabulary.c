#include "extract/dtl-vocabulary.h"

#include <string.h>

typedef struct {
  guint32 hash;
  guint16 length;
  guint16 id; /* 0: a free place */
  guint32 at; /* in letters */
} Entry;

/* Open addressing, at most half full: a miss, which nearly every word of a
 * text is, costs one look at one place. */
struct _DtlVocabulary {
  Entry *entries;
  guint mask;
  guint n_words;
  GString *letters;
};

DtlVocabulary *
dtl_vocabulary_new (void)
{
  DtlVocabulary *vocabulary = g_new0 (DtlVocabulary, 1);

  vocabulary->mask = 2047;
  vocabulary->entries = g_new0 (Entry, vocabulary->mask + 1);
  vocabulary->letters = g_string_new (NULL);
  return vocabulary;
}

void
dtl_vocabulary_free (DtlVocabulary *vocabulary)
{
  if (vocabulary == NULL)
    return;
  g_string_free (vocabulary->letters, TRUE);
  g_free (vocabulary->entries);
  g_free (vocabulary);
}

guint
dtl_vocabulary_get_size (const DtlVocabulary *vocabulary)
{
  return vocabulary->n_words + 1;
}

static guint
find_place (const DtlVocabulary *vocabulary, const char *word, gsize length, guint32 hash)
{
  guint place = (hash ^ hash >> 15) & vocabulary->mask;
  const Entry *entry;

  while ((entry = &vocabulary->entries[place])->id != 0)
    {
      if (entry->hash == hash && entry->length == length &&
          memcmp (vocabulary->letters->str + entry->at, word, length) == 0)
        break;
      place = (place + 1) & vocabulary->mask;
    }
  return place;
}

guint
dtl_vocabulary_lookup (const DtlVocabulary *vocabulary,
                       const char *word,
                       gsize length,
                       guint32 hash)
{
  return vocabulary->entries[find_place (vocabulary, word, length, hash)].id;
}

static void
grow (DtlVocabulary *vocabulary)
{
  g_autofree Entry *old = vocabulary->entries;
  guint n_old = vocabulary->mask + 1;

  vocabulary->mask = 2 * n_old - 1;
  vocabulary->entries = g_new0 (Entry, 2 * n_old);
  for (guint i = 0; i < n_old; i++)
    if (old[i].id != 0)
      {
        const char *word = vocabulary->letters->str + old[i].at;

        vocabulary->entries[find_place (vocabulary, word, old[i].length, old[i].hash)] =
            old[i];
      }
}

guint
dtl_vocabulary_intern (DtlVocabulary *vocabulary, const char *word, gsize length)
{
  guint32 hash = DTL_WORD_HASH_INIT;

  g_return_val_if_fail (length > 0 && length <= DTL_MAX_WORD, 0);
  g_return_val_if_fail (vocabulary->n_words < G_MAXUINT16 - 1, 0);

  for (gsize i = 0; i < length; i++)
    hash = dtl_word_hash_add (hash, (guchar) word[i]);

  Entry *entry = &vocabulary->entries[find_place (vocabulary, word, length, hash)];

  if (entry->id != 0)
    return entry->id;
  *entry = (Entry){ hash, (guint16) length, (guint16) ++vocabulary->n_words,
                    (guint32) vocabulary->letters->len };
  g_string_append_len (vocabulary->letters, word, (gssize) length);
  if (2 * vocabulary->n_words > vocabulary->mask)
    grow (vocabulary);
  return vocabulary->n_words;
}

void
dtl_vocabulary_foreach (const DtlVocabulary *vocabulary,
                        DtlVocabularyFunc func,
                        gpointer data)
{
  for (guint i = 0; i <= vocabulary->mask; i++)
    {
      const Entry *entry = &vocabulary->entries[i];

      if (entry->id != 0)
        func (vocabulary->letters->str + entry->at, entry->length, entry->id, data);
    }
}
