/* Text as lexemes: words, runs of digits, and single marks.
 *
 * A lexeme never mixes letters and digits: "1960s" is 1960 and a glued s,
 * "Q3" is q and a glued 3. Dashes and apostrophes of one meaning are one
 * word of the vocabulary, however they are written. */

#pragma once

#include "extract/dtl-compounds.h"
#include "extract/dtl-vocabulary.h"

G_BEGIN_DECLS

typedef enum {
  DTL_LEXEME_WORD,
  DTL_LEXEME_NUMBER,
  DTL_LEXEME_MARK,
} DtlLexemeKind;

typedef enum {
  DTL_SHAPE_LOWER,
  DTL_SHAPE_CAPITAL, /* "May"; a single capital letter as well */
  DTL_SHAPE_UPPER,   /* "MAY" */
  DTL_N_SHAPES
} DtlShape;

typedef struct {
  gsize start, end; /* bytes of the text */
  guint32 number;   /* of digits: what they say, at most 4,294,967,295 */
  guint16 word;     /* id of a word or a mark, 0 where the pack does not know it */
  guint8 kind;      /* DtlLexemeKind */
  guint8 shape;     /* DtlShape of a word */
  guint8 digits;    /* how many, at most 255 */
  guint8 glued;     /* nothing between it and the lexeme before */
  guint8 new_block; /* a blank line before it, or the start of the text */
  guint8 past_verb; /* ends like a regular past tense in English: "-ed" */
} DtlLexeme;

typedef struct {
  const char *text;
  gsize length;
  gsize at; /* where the next lexeme is looked for */
  const DtlVocabulary *vocabulary;
  const DtlCompounds *compounds; /* NULL: every word is whole */
} DtlLexer;

/* FALSE at the end of the text. */
gboolean dtl_lexer_next (DtlLexer *lexer, DtlLexeme *ret_lexeme);

/* The id of the next word or mark of a pack's own text, which is interned. */
guint dtl_lexer_intern (const DtlLexer *lexer,
                        const DtlLexeme *lexeme,
                        DtlVocabulary *vocabulary);

G_END_DECLS
