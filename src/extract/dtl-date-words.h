/* The words that belong to a date and go with it when it is left out. */

#pragma once

#include "extract/dtl-clauses.h"

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

G_END_DECLS
