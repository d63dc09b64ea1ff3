/* The words of labels that CLDR has no patterns for, per language. For the
 * files of this folder only.
 *
 * Not gettext: the language of a label is an argument, and German exports from
 * an English session have to be German throughout. In every template {0}, and
 * {1} where there are two, are filled in. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

/* A preposition takes another form before a day than before a year in some
 * languages: "jusqu'en 1806", "jusqu'au 6 août 1806". */
typedef struct {
  const char *year;
  const char *day; /* NULL: the same */
} DtlWordPair;

/* How something is called, and how after "of": "1940er", "der 1940er". */
typedef struct {
  const char *plain;
  const char *genitive; /* NULL: the same */
} DtlWordCases;

/* "66 million years ago" */
typedef struct {
  gint64 years; /* in one of {0}; 0: the language counts no further */
  const char *ago;
  const char *ago_one; /* where {0} is 1 and that differs */
  const char *ahead;
} DtlWordScale;

typedef enum {
  DTL_ORDINAL_PLAIN,   /* 19 */
  DTL_ORDINAL_ENGLISH, /* 19th */
  DTL_ORDINAL_ROMAN,   /* XIX */
  DTL_ORDINAL_FRENCH,  /* XIXe, Ier */
  DTL_ORDINAL_ARABIC,  /* التاسع عشر */
} DtlOrdinalStyle;

typedef struct {
  const char *language; /* first subtag of the tag; empty for all others */

  /* The era words stand where the patterns of the locale want them. */
  const char *bc, *ad;
  const char *bce, *ce;
  gboolean ad_first;        /* "AD 79", whatever the pattern */
  gboolean era_before_unit; /* "기원전 5세기", not "5th century BC" */
  const char *era_join;     /* between the two */

  DtlWordPair about, before, after, by, from, since, until, between;
  const char *about_ago;   /* before "vor 66 Millionen Jahren"; NULL: as about */
  gboolean takes_genitive; /* the above but "between" take the genitive */
  const char *to;

  /* By DtlPart; {0} is the whole, {1} the same in the genitive. NULL where
   * there are no words: the label names the years then. */
  const char *parts[10];
  DtlOrdinalStyle ordinal;
  DtlWordCases decade;     /* {0}: 1960; for Arabic the name of the decade */
  DtlWordCases century;    /* {0}: the ordinal */
  DtlWordCases millennium; /* {0}: the ordinal */
  DtlWordCases unit;       /* of a year or a month; {0}: its label */

  const char *seasons[4]; /* from spring; {0}: the year */
  const char *times[4];   /* morning, afternoon, evening, night; {0}: the day */
  const char *week;       /* {0}: its Monday */

  DtlWordScale scales[3];     /* fine to coarse */
  const char *before_present; /* what ka, Ma and Ga on an axis count */
  const char *present;
  const char *ahead; /* "in 5 Ga" */
} DtlLabelWords;

/* Ends with the entry for all other languages. */
extern const DtlLabelWords dtl_label_words[];

/* Those of @language, a first subtag; for one that we have no words for a set
 * of signs that every reader understands. Never NULL. */
const DtlLabelWords *dtl_label_words_get (const char *language);

/* Appends @pattern with its {0} and {1} filled in. */
void dtl_label_words_fill (GString *text,
                           const char *pattern,
                           const char *first,
                           const char *second);

/* Appends "19th", "XIX", "التاسع عشر"; @number from 1. The gender matters in
 * Arabic only. */
void dtl_label_words_append_ordinal (GString *text,
                                     const DtlLabelWords *words,
                                     int number,
                                     gboolean feminine);

/* Appends "XIX"; @number from 1. */
void dtl_label_words_append_roman (GString *text, int number);

/* Appends what {0} of a decade stands for; @year from 0, in steps of 10. */
void dtl_label_words_append_decade (GString *text, const DtlLabelWords *words, int year);

G_END_DECLS
