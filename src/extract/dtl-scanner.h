/* Text to phrases of time: what each says, before anything is counted. */

#pragma once

#include "extract/dtl-fields.h"
#include "extract/packs/dtl-pack.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where the verb nearest to a phrase, in its sentence, says it lies. */
typedef enum {
  DTL_TENSE_UNKNOWN,
  DTL_TENSE_PAST,
  DTL_TENSE_FUTURE,
} DtlTense;

typedef struct {
  gsize start, end; /* bytes of the text */
  /* The same with the words that say something about it: "before 1453". */
  gsize cover_start, cover_end;
  DtlFields fields;
  /* How it was found, for whoever asks: the pattern of each level, or -1, and where
   * it lay before it was changed or linked. */
  gint16 patterns[DTL_N_LEVELS];
  gsize core_start, core_end;
  int partner;   /* the other end of a range, or -1 */
  guint16 kind;  /* of the pattern that made it */
  guint8 tense;  /* DtlTense */
  guint8 genres; /* DtlGenre of the texts where it counts */
  guint8 shared; /* completed from the other end of its range */
} DtlPhrase;

/**
 * dtl_scan:
 * @genres: bits by DtlGenre: patterns for none of these are left alone
 *
 * One pass in time linear in @length, whatever the text. Of a text that is
 * nothing but phrases not all are kept: their number is bounded by a fraction
 * of its length.
 *
 * Returns: (element-type DtlPhrase) (transfer full): in order, not overlapping
 */
GArray *dtl_scan (const DtlPack *pack,
                  const char *text,
                  gsize length,
                  guint genres,
                  GCancellable *cancellable);

/* Whether @text is all one phrase, or one range: nothing stands beside it but
 * words that may lead to a date ("in", "at"), and the mentions of a link. */
gboolean dtl_scan_is_whole (const DtlPack *pack,
                            const char *text,
                            gsize length,
                            const GArray *phrases);

G_END_DECLS
