/* The words that belong to a date and go with it when it is left out. */

#pragma once

#include "extract/claims/dtl-clauses.h"

G_BEGIN_DECLS

typedef struct {
  int first, last; /* tokens: "[by the end of 1944]", "[from 1914 to 1918]" */
  /* "the 1953 armistice": the date is an adjective of the noun behind it. */
  gboolean attributive;
  /* "the armistice of 1953": of the noun before it. */
  gboolean of_noun;
} DtlDateWords;

/**
 * dtl_date_words_find:
 * @date: the token of a mention
 */
DtlDateWords dtl_date_words_find (const DtlClauses *clauses,
                                  int date,
                                  const char *text,
                                  const DtlMention *mentions);

/* Marks the tokens that go with any date of the sentence as dated, so that the
 * title of one date says no other. A date that is a part of a name ("the Data
 * Act 1998") is none of them. */
void dtl_date_words_mark (DtlClauses *clauses,
                          const char *text,
                          const DtlMention *mentions);

/* Whether the date is the last word of a name of two words and more. */
gboolean dtl_date_words_end_name (const DtlClauses *clauses, int date, const char *text);

G_END_DECLS
