/* One sentence as tokens: words with their classes, marks, dates. */

#pragma once

#include "extract/claims/dtl-clause-words.h"
#include "extract/dtl-extraction.h"

G_BEGIN_DECLS

typedef enum {
  DTL_TOKEN_WORD,
  DTL_TOKEN_NUMBER,
  DTL_TOKEN_DATE, /* a mention with a place on the axis: one token, however many words */
  DTL_TOKEN_COMMA,
  DTL_TOKEN_SEMICOLON,
  DTL_TOKEN_COLON,
  DTL_TOKEN_DASH, /* between words; a hyphen is part of its word */
  DTL_TOKEN_OPEN,
  DTL_TOKEN_CLOSE,
  DTL_TOKEN_QUOTE, /* double, of any shape */
  DTL_TOKEN_STOP,
  DTL_TOKEN_OTHER,
} DtlTokenKind;

typedef enum {
  DTL_VERB_NONE,
  DTL_VERB_FINITE,     /* "was", "became": nothing else than a finite verb */
  DTL_VERB_EITHER,     /* "founded", "held": past tense or participle */
  DTL_VERB_PARTICIPLE, /* "taken" */
  DTL_VERB_ING,
} DtlVerbForm;

typedef struct {
  gsize start, end; /* bytes of the article's text */
  DtlWordClasses classes;
  int mention;       /* index, or -1 */
  guint width;       /* in characters */
  guint8 kind;       /* DtlTokenKind */
  guint8 verb;       /* DtlVerbForm by its shape alone */
  guint8 capital;    /* begins with a capital letter */
  guint8 possessive; /* ends in 's */
  guint8 glued;      /* no white space before it */
  guint8 clause;     /* set by dtl-clauses.c */
  guint8
      dated; /* goes with a date of the sentence: "[by the end of 1944]"; set by dtl-date-words.c */
} DtlToken;

/**
 * dtl_clause_tokens_read:
 * @tokens: (element-type DtlToken): emptied first, so that one array serves all sentences
 * @mention: first mention that ends behind @start
 *
 * Reads the tokens of the sentence @start to @end.
 */
void dtl_clause_tokens_read (GArray *tokens,
                             const char *text,
                             gsize start,
                             gsize end,
                             const DtlMention *mentions,
                             guint n_mentions,
                             guint mention,
                             const DtlClauseWords *words);

static inline gboolean
dtl_token_is (const DtlToken *token, DtlWordClasses classes)
{
  return (token->classes & classes) != 0;
}

G_END_DECLS
