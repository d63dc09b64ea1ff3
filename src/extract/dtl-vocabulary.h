/* Words to numbers: every word that a language pack names has an id from 1. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer words, in folded bytes, are in no vocabulary. */
#define DTL_MAX_WORD 48

typedef struct _DtlVocabulary DtlVocabulary;

DtlVocabulary *dtl_vocabulary_new (void);
void dtl_vocabulary_free (DtlVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlVocabulary, dtl_vocabulary_free)

/* The id of a folded word, given one where it is new. */
guint dtl_vocabulary_intern (DtlVocabulary *vocabulary, const char *word, gsize length);

typedef void (*DtlVocabularyFunc) (const char *word,
                                   gsize length,
                                   guint id,
                                   gpointer data);
void dtl_vocabulary_foreach (const DtlVocabulary *vocabulary,
                             DtlVocabularyFunc func,
                             gpointer data);

/* Ids are below this. */
guint dtl_vocabulary_get_size (const DtlVocabulary *vocabulary);

/* To be fed byte by byte, so that a reader hashes while it folds. */
#define DTL_WORD_HASH_INIT 2166136261u
static inline guint32
dtl_word_hash_add (guint32 hash, guchar byte)
{
  return (hash ^ byte) * 16777619u;
}

/* 0 where the word is not known. */
guint dtl_vocabulary_lookup (const DtlVocabulary *vocabulary,
                             const char *word,
                             gsize length,
                             guint32 hash);

G_END_DECLS
