/* What the claim builder knows about words: closed classes of a language.
 *
 * There is no dictionary of nouns and no tagger: a clause is seen from its
 * function words, from the verbs that every text uses, and from endings. The
 * words stand in the language's pack; without any, titles are cut blindly. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DTL_WORD_ARTICLE,
  DTL_WORD_DETERMINER, /* "this", "every", "some"; possessives as well */
  DTL_WORD_POSSESSIVE,
  DTL_WORD_PRONOUN, /* may be a subject */
  DTL_WORD_HE,      /* "he", "him", "his" */
  DTL_WORD_SHE,
  DTL_WORD_IT,
  DTL_WORD_THEY,
  DTL_WORD_FIRST_PERSON, /* "we": known to the speaker only */
  DTL_WORD_STAND_IN,     /* "a larger *one*" */
  DTL_WORD_PREPOSITION,
  DTL_WORD_OF, /* binds its noun to the one before */
  DTL_WORD_COORDINATOR,
  DTL_WORD_SUBORDINATOR,
  DTL_WORD_RELATIVE,
  DTL_WORD_THAT,
  DTL_WORD_GENITIVE, /* "des", "der": an article that may bind its noun to the one before */
  DTL_WORD_CLITIC,   /* "sich": may stand between a verb and the subject behind it */
  DTL_WORD_PARTICLE, /* a preposition that may end a clause: "carried it out" */
  DTL_WORD_TO,
  DTL_WORD_BY,
  DTL_WORD_BE, /* finite or not: "was", "being" */
  DTL_WORD_HAVE,
  DTL_WORD_DO,
  DTL_WORD_MODAL,
  DTL_WORD_FUTURE,      /* modals: "will" */
  DTL_WORD_CONDITIONAL, /* modals: "would", "might" */
  DTL_WORD_NOT_FINITE,  /* "be", "been", "having": no clause by itself */
  DTL_WORD_PAST,        /* past tense and nothing else: "became" */
  DTL_WORD_PARTICIPLE,  /* with PAST: both, as "held"; alone: "taken" */
  DTL_WORD_PRESENT,
  DTL_WORD_OPAQUE, /* its ending says nothing: "hundred", "spring", "family" */
  DTL_WORD_NEGATION,
  DTL_WORD_IF,
  DTL_WORD_SPEECH,  /* "said", "told": what follows is what somebody says */
  DTL_WORD_ADDRESS, /* speech whose object is who hears it: "told" */
  DTL_WORD_CLAUSAL, /* "believed", "decided": what was believed may follow as a clause */
  DTL_WORD_NAMING,  /* "called": a participle with an object */
  DTL_WORD_REPORT,  /* "highlighted", "confirmed": their object is the news */
  DTL_WORD_DENIAL,
  DTL_WORD_ACCORDING,
  DTL_WORD_HEARSAY,      /* "reportedly" */
  DTL_WORD_ADVERB,       /* may be left out: "also", "however" */
  DTL_WORD_CONNECTIVE,   /* only at the head of a clause: "however" */
  DTL_WORD_PLAN,         /* "expected", "scheduled", "plans": then "to" */
  DTL_WORD_LIGHT,        /* verbs whose object is the event: "attend" */
  DTL_WORD_PAIR,         /* "between", "both": "and" joins what follows */
  DTL_WORD_RESULT,       /* "led", "resulted": "to" or "in" and what happened */
  DTL_WORD_WITNESS,      /* "saw": a time as subject, what happened as object */
  DTL_WORD_INTRANSITIVE, /* "died", "served": never passive */
  DTL_WORD_OCCUR,    /* "lasted", "took place": says no more than that there was a time */
  DTL_WORD_LOCATIVE, /* "in", "at": a place follows */
  DTL_WORD_PLACE,    /* "city", "port": "the port city of Busan" */
  DTL_WORD_OCCASION, /* where people speak: "conference", "interview" */
  DTL_WORD_DATE_LEAD,    /* belongs to the date after it: "the year" */
  DTL_WORD_DATE_LINK,    /* between two dates: "the quarter ended 30 June" */
  DTL_WORD_DATE_TAIL,    /* belongs to the date before it: "onwards" */
  DTL_WORD_AFTERMATH,    /* "following", "during": a noun that happened follows */
  DTL_WORD_SUPERLATIVE,  /* "oldest": may stand without its noun */
  DTL_WORD_UNTIL,        /* after a negation: it happened then */
  DTL_WORD_QUANTITY,     /* "few", "number": keeps its article */
  DTL_WORD_HOUSEKEEPING, /* "published", "retrieved": of the page, not the world */
  DTL_WORD_TITLE,        /* "Mr", "Gen": never ends a sentence */
  DTL_WORD_ABBREVIATION, /* "Inc", "p.m": may end one */
  DTL_N_WORD_CLASSES
} DtlWordClass;

/* A set of classes. */
typedef guint64 DtlWordClasses;

#define DTL_WORDS(class) (G_GUINT64_CONSTANT (1) << DTL_WORD_##class)

typedef struct _DtlClauseWords DtlClauseWords;

DtlClauseWords *dtl_clause_words_new (void);
void dtl_clause_words_free (DtlClauseWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlClauseWords, dtl_clause_words_free)

/* Words parted by commas or white space; FALSE where no class has that name
 * ("article", "date-lead"). */
gboolean dtl_clause_words_add (DtlClauseWords *words,
                               const char *class_name,
                               const char *list);
/* "making made, taking took": participles and the past tense they do not form
 * with -ed. */
void dtl_clause_words_add_pasts (DtlClauseWords *words, const char *pairs);

/* FALSE where no verbs are listed: such a language's clauses cannot be told
 * apart, and a sentence is one. */
gboolean dtl_clause_words_know_verbs (const DtlClauseWords *words);

/* Whether the verb is the second part of a sentence, whatever the first is: of a
 * language that lists CLITIC words. */
gboolean dtl_clause_words_put_verb_second (const DtlClauseWords *words);

/* Looks up @length bytes, case ignored; 0 for a word of no class. */
DtlWordClasses dtl_clause_words_lookup (const DtlClauseWords *words,
                                        const char *word,
                                        gsize length);

/* The past tense of a participle that does not form it with -ed: "made" for
 * "making"; NULL for every other word. */
const char *dtl_clause_words_lookup_past (const DtlClauseWords *words,
                                          const char *word,
                                          gsize length);

G_END_DECLS
