/* Between the files of the scanner. */

#pragma once

#include "extract/dtl-scanner.h"

G_BEGIN_DECLS

/* What patterns read: a lexeme, or a phrase found by a level before. */
typedef struct {
  DtlLexeme lexeme; /* of a phrase: where it begins and ends */
  int phrase;       /* index, or -1 */
  guint16 symbol;
} DtlItem;

/* --- dtl-scanner-number.c --- */

/* Reads the lexemes of a number: "1,500", "twenty-five", "4.54 billion", "two and
 * a half", "nineteen ninety-six". @ret_step is what its last digit counts. */
double dtl_scan_number (const DtlPack *pack,
                        const DtlItem *items,
                        guint n_items,
                        double *ret_step);

/* --- dtl-scanner-match.c --- */

/* What a match of @pattern says. @phrases are those that items name; up to two
 * new ones are written to @ret_spans, with the items they cover. */
typedef struct {
  DtlPhrase phrase;
  guint first, end; /* items; first == end: there is no such span */
} DtlMatchSpan;

void dtl_match_read (const DtlPack *pack,
                     DtlLevel level,
                     int pattern,
                     const DtlItem *items,
                     guint n_items,
                     GArray *phrases,
                     GArray *trace,
                     DtlMatchSpan ret_spans[2]);

/* --- dtl-scanner-tense.c --- */

/* Sentences as they pass by: which verb is nearest to a phrase. */
typedef struct {
  guint8 tense;       /* of the last verb of the sentence */
  guint first_phrase; /* first of the sentence that saw no verb yet */
  gboolean may_end;   /* a full stop was the last item */
  gboolean planned;   /* "planned" was the last word */
} DtlTenseReader;

void dtl_tense_read (DtlTenseReader *reader,
                     const DtlPack *pack,
                     const DtlItem *items,
                     guint n_items,
                     GArray *phrases);

G_END_DECLS
