/* Words that a language writes together: "Montagabend", "fünfundzwanzig".
 *
 * A word that is nothing but known pieces is read piece by piece, as if each
 * were a word glued to the one before. Most words are told from such ones by
 * their first letters. */

#pragma once

#include "extract/dtl-vocabulary.h"

G_BEGIN_DECLS

typedef struct _DtlCompounds DtlCompounds;

/* @vocabulary is lent and has to know every piece. */
DtlCompounds *dtl_compounds_new (const DtlVocabulary *vocabulary);
void dtl_compounds_free (DtlCompounds *compounds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlCompounds, dtl_compounds_free)

/* @word: folded, with its id in the vocabulary. */
void dtl_compounds_add (DtlCompounds *compounds,
                        const char *word,
                        gsize length,
                        guint id);

/* The bytes of the first piece of a folded word that is all pieces, 0 for any
 * other. Of several ways to part it, the one with the longest first piece. */
gsize dtl_compounds_measure_first (const DtlCompounds *compounds,
                                   const char *word,
                                   gsize length);

G_END_DECLS
