/* Picks the words of a title: which clause tells what happened at a date, and
 * which of its words say it. For dtl-clause-title.c, which knows the cases. */

#pragma once

#include "extract/claims/dtl-clause-title.h"
#include "extract/claims/dtl-title-words.h"
#include "extract/dtl-date-words.h"

G_BEGIN_DECLS

/* In characters: longer subjects are not said again before a second verb. */
#define DTL_MAX_SHARED_SUBJECT 30

typedef struct {
  const DtlClauses *clauses;
  const DtlToken *tokens;
  int n;
  DtlDateWords date;
  int date_token;
  DtlClauseSubjects *subjects;
  int left_out; /* a clause that holds nothing but the date, or -1 */
  DtlTitleWords words;
  DtlClauseTitle *out;
} DtlTitleMaker;

static inline const DtlClause *
dtl_title_maker_get_clause (const DtlTitleMaker *self, int clause)
{
  return &self->clauses->clauses[clause];
}

/* FALSE also outside the sentence. */
static inline gboolean
dtl_title_maker_is_word (const DtlTitleMaker *self, int at, DtlWordClasses classes)
{
  return at >= 0 && at < self->n && self->tokens[at].kind == DTL_TOKEN_WORD &&
         dtl_token_is (&self->tokens[at], classes);
}

/* Whether the token goes with the date, and so stays out of the title. */
gboolean dtl_title_maker_is_date_word (const DtlTitleMaker *self, int at);

/* Adds a token, but for dates' words and quotes. */
void dtl_title_maker_pick (DtlTitleMaker *self, int at);

void dtl_title_maker_pick_range (DtlTitleMaker *self, int first, int last);

/* The first clause after @clause in the same one; -1 where there is none. */
int dtl_title_maker_find_sister (const DtlTitleMaker *self, int clause);

/* What is said with the verb of @clause; -1 where it is no speech. */
int dtl_title_maker_find_content (const DtlTitleMaker *self, int clause);

/* From the clause that holds the date to the one that tells what happened. */
int dtl_title_maker_find_telling_clause (DtlTitleMaker *self, int clause);

/* The words of a clause from @from on, with those of the clauses in it that may
 * stay. */
void dtl_title_maker_pick_clause (DtlTitleMaker *self, int clause, int from);

/* Where the noun phrase begins that ends before @at. */
int dtl_title_maker_find_noun_start (const DtlTitleMaker *self, int at);

/* What a relative clause at @at is about: the noun phrase before it. @whole: over
 * a comma too, with the noun that it hangs on. */
void dtl_title_maker_pick_antecedent (DtlTitleMaker *self, int at, gboolean whole);

/* The noun phrase before @at, no further than a comma. */
void dtl_title_maker_pick_noun_before (DtlTitleMaker *self, int at);

/* --- dtl-title-telling.c --- */

/* A clause with its subject, one said before it where it shares that. */
void dtl_title_maker_pick_telling_clause (DtlTitleMaker *self, int clause);

G_END_DECLS
