/* Whom "he", "it" and "their army" are about.
 *
 * A paragraph is read sentence by sentence; its subjects are kept, the latest
 * last, and a pronoun stands for the latest that agrees with it. Where none
 * does, it may stand for what the whole article is about. Without a doubt
 * settled ("Rome" is no "he") there is no answer: nobody is named wrongly for
 * the sake of a fuller title. */

#pragma once

#include "extract/claims/dtl-clauses.h"

G_BEGIN_DECLS

/* Of one paragraph; older ones are forgotten. */
#define DTL_MAX_SUBJECTS 8

/* In characters: longer names are not said in place of a pronoun. */
#define DTL_MAX_SUBJECT_NAME 30

typedef struct {
  gsize start, end;     /* bytes of the article's text, without "the" */
  DtlWordClasses known; /* pronouns it was told with, HE to THEY */
  guint sentence;       /* when it was last told */
  guint8 proper;        /* a name; otherwise "the bridge" */
  guint8 person;        /* surely */
  guint8 thing;         /* surely; neither: it may be both */
  guint8 plural;
  guint8 article;  /* "the" stands before it */
  guint8 doubtful; /* may be no name: a word at the head of a sentence */
  guint8 object;   /* no subject, but what one did something to */
  guint8 rivalled; /* did something to a thing that "it" may be as well */
} DtlSubject;

typedef struct {
  const char *text; /* of the article */
  gsize length;
  const DtlClauseWords *words;
  DtlSubject told[DTL_MAX_SUBJECTS];
  int n_told;
  guint sentence;     /* read in this paragraph */
  DtlSubject topic;   /* what the article is about; no bytes where nothing is */
  GHashTable *places; /* names that something is "in"; made when first asked for */
} DtlClauseSubjects;

void dtl_clause_subjects_init (DtlClauseSubjects *subjects,
                               const char *text,
                               gsize length,
                               const DtlClauseWords *words);
void dtl_clause_subjects_clear (DtlClauseSubjects *subjects);

/* Forgets all but the topic. */
void dtl_clause_subjects_begin (DtlClauseSubjects *subjects);

/* Keeps the subjects of the next sentence of the paragraph. */
void dtl_clause_subjects_read (DtlClauseSubjects *subjects, const DtlClauses *clauses);

/* Takes "Ada Marsh (1820–1891) was a painter" as the article's first sentence;
 * returns whether it says what the article is about. */
gboolean dtl_clause_subjects_read_topic (DtlClauseSubjects *subjects,
                                         const DtlClauses *clauses);

/* The first pronoun behind that sentence tells whether the topic is a "she" or
 * an "it". Returns TRUE when @clauses had one. */
gboolean dtl_clause_subjects_read_topic_pronoun (DtlClauseSubjects *subjects,
                                                 const DtlClauses *clauses);

/**
 * dtl_clause_subjects_find:
 * @clauses: a sentence behind those that were read
 * @at: a token of it, a pronoun or a possessive
 * @bare: only a name that needs no article
 *
 * Returns: the name it stands for, or %NULL; caller frees
 */
char *dtl_clause_subjects_find (DtlClauseSubjects *subjects,
                                const DtlClauses *clauses,
                                int at,
                                gboolean bare);

/* What "the oldest" at @at is the oldest of: the last kind of thing told, in
 * the plural. NULL where there is none; caller frees. */
char *dtl_clause_subjects_find_kind (const DtlClauseSubjects *subjects,
                                     const DtlClauses *clauses,
                                     int at);

G_END_DECLS
