/* What a conversion between forms of dates cannot carry over.
 *
 * Nothing is dropped in silence: each reader and writer of another form says
 * which of these it had to leave out. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DTL_LOSS_NONE = 0,
  DTL_LOSS_PRECISION = 1 << 0, /* the nearest precision of the form was taken */
  DTL_LOSS_BOUNDS = 1 << 1,    /* four bounds became fewer */
  DTL_LOSS_CALENDAR = 1 << 2,  /* the label in its own calendar */
  DTL_LOSS_QUALIFIER = 1 << 3, /* approximate, uncertain */
  DTL_LOSS_PART = 1 << 4,      /* early, mid, late, halves, quarters */
  DTL_LOSS_CLOCK = 1 << 5,     /* the time of day */
  DTL_LOSS_OFFSET = 1 << 6,    /* the time zone */
  DTL_LOSS_OPEN_END = 1 << 7,  /* open and unknown ends look the same */
  DTL_LOSS_WORDING = 1 << 8,   /* words that are not a date: a phrase */
  DTL_LOSS_POSITION = 1 << 9,  /* all: the form has no place for this */
} DtlLoss;

/* "the time of day, the time zone": translated, for a loss report; NULL where
 * nothing was lost. Caller frees. */
char *dtl_loss_describe (DtlLoss loss);

G_END_DECLS
