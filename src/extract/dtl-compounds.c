#include "extract/dtl-compounds.h"

#include <string.h>

/* No piece is shorter, in folded bytes. */
#define MIN_PIECE 3

struct _DtlCompounds {
  const DtlVocabulary *vocabulary;
  guint8 *is_piece; /* by id */
  guint n_ids;
  guint32 starts[32]; /* bits by hash_start(): how pieces begin */
};

static guint
hash_start (const char *word)
{
  return ((guchar) word[0] * 31u + (guchar) word[1] * 7u + (guchar) word[2]) % 1024u;
}

DtlCompounds *
dtl_compounds_new (const DtlVocabulary *vocabulary)
{
  DtlCompounds *compounds = g_new0 (DtlCompounds, 1);

  compounds->vocabulary = vocabulary;
  compounds->n_ids = dtl_vocabulary_get_size (vocabulary);
  compounds->is_piece = g_new0 (guint8, compounds->n_ids);
  return compounds;
}

void
dtl_compounds_free (DtlCompounds *compounds)
{
  if (compounds == NULL)
    return;
  g_free (compounds->is_piece);
  g_free (compounds);
}

void
dtl_compounds_add (DtlCompounds *compounds, const char *word, gsize length, guint id)
{
  guint start;

  if (length < MIN_PIECE || id >= compounds->n_ids)
    return;
  start = hash_start (word);
  compounds->is_piece[id] = TRUE;
  compounds->starts[start / 32] |= 1u << (start % 32);
}

static gboolean
may_start (const DtlCompounds *compounds, const char *word)
{
  guint start = hash_start (word);

  return (compounds->starts[start / 32] >> (start % 32) & 1) != 0;
}

/* Where the longest piece ends that begins at @at and leaves a rest that is
 * all pieces, as @can_follow says; 0: nowhere. */
static gsize
find_piece_end (const DtlCompounds *compounds,
                const char *word,
                gsize length,
                gsize at,
                const guint8 *can_follow)
{
  guint32 hash = DTL_WORD_HASH_INIT;
  gsize end = 0;

  for (gsize i = at; i < length; i++)
    {
      hash = dtl_word_hash_add (hash, (guchar) word[i]);
      if (can_follow[i + 1] &&
          compounds->is_piece[dtl_vocabulary_lookup (compounds->vocabulary, word + at,
                                                     i + 1 - at, hash)])
        end = i + 1;
    }
  return end;
}

gsize
dtl_compounds_measure_first (const DtlCompounds *compounds,
                             const char *word,
                             gsize length)
{
  guint8 can_follow[DTL_MAX_WORD + 1] = { 0 };
  gsize end = 0;

  if (length < 2 * MIN_PIECE || length > DTL_MAX_WORD || !may_start (compounds, word))
    return 0;
  can_follow[length] = TRUE;
  for (gsize at = length - MIN_PIECE + 1; at-- > 0;)
    {
      end = may_start (compounds, word + at)
                ? find_piece_end (compounds, word, length, at, can_follow)
                : 0;
      can_follow[at] = end > 0;
    }
  return end;
}
