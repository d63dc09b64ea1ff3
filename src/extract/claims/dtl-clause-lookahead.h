/* What stands ahead in a sentence: looks at tokens, changes nothing. Every
 * function looks at a bounded number of them. */

#pragma once

#include "extract/claims/dtl-clause-tokens.h"

G_BEGIN_DECLS

typedef struct {
  const DtlToken *tokens;
  int n;
} DtlTokenRun;

/* The longest apposition, in tokens. */
#define DTL_MAX_ASIDE 30

/* FALSE also outside the run. */
static inline gboolean
dtl_token_run_is (const DtlTokenRun *run, int at, DtlWordClasses classes)
{
  return at >= 0 && at < run->n && dtl_token_is (&run->tokens[at], classes);
}

/* The dash of "1914–1918", the "and" of "243 and 233 million years ago". */
gboolean dtl_token_run_joins_dates (const DtlTokenRun *run, int at);

/* A word of no class that stands like the present tense of a verb nobody
 * listed: "microbes that *live* on light". */
gboolean dtl_token_run_may_be_present (const DtlTokenRun *run, int at);

int dtl_token_run_find_comma (const DtlTokenRun *run, int from);

/* "when France, Spain and Portugal joined": a word that is no preposition opens
 * a clause, though the verb of a long subject is not seen from here. */
gboolean dtl_token_run_begins_list (const DtlTokenRun *run, int at);

/* ", from 1905 onwards": of the clause outside, most often. */
gboolean dtl_token_run_is_date_phrase (const DtlTokenRun *run, int at);

/* What may stand before the subject: "In the north", "Founded by monks",
 * "Meanwhile". */
gboolean dtl_token_run_is_front (const DtlTokenRun *run, int from, int to);

/* "Despite provocations, challenges and deaths, …": whether what stands before
 * the subject goes on behind the comma at @at. A subject has an article or is
 * a name, most often. */
gboolean dtl_token_run_goes_on (const DtlTokenRun *run, int from, int at);

/* ", a young officer, was": the comma that ends it, or -1. */
int dtl_token_run_find_aside_end (const DtlTokenRun *run, int comma);

/* The verb of "Smith, a farmer, said", or -1. */
int dtl_token_run_find_verb_behind_aside (const DtlTokenRun *run, int at);

/* Where the words begin that somebody says with the verb at @verb, or -1. */
int dtl_token_run_find_content (const DtlTokenRun *run, int verb);

/* The same of "believed", "found": such verbs have a plain object as often, so
 * the clause has to show a verb that is nothing else. */
int dtl_token_run_find_clause (const DtlTokenRun *run, int verb);

/* Whether ", X said" or ", said X" or ", according to X" begins at @at. */
gboolean dtl_token_run_begins_attribution (const DtlTokenRun *run, int at);

G_END_DECLS
