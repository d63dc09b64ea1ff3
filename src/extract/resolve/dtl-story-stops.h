/* The dates of a story that give a year, want one, or count from one. */

#pragma once

#include "extract/resolve/dtl-resolver-private.h"

G_BEGIN_DECLS

typedef enum {
  DTL_STOP_STATED,  /* "May 1812", "1812": gives the year */
  DTL_STOP_OPEN,    /* "in May": wants one */
  DTL_STOP_COUNTED, /* "the next year": counts from the one before */
} DtlStopKind;

typedef struct {
  guint phrase;          /* its index */
  guint8 kind;           /* DtlStopKind */
  gint8 month;           /* 0: only a year */
  guint8 heading;        /* stands in a heading: rules what is below it */
  guint8 is_ruled;       /* stands below such a heading */
  gint32 year;           /* stated; where it is counted: years from the one before */
  gint32 span;           /* of a stated range: years to its other end */
  gint32 ruled_years[2]; /* first and last year of that heading */
  gint32 next_year;      /* the next one stated behind it, where there is one */
  guint8 has_next_year;
  int anchor_before, anchor_behind; /* stops that state year and month, or -1 */
} DtlStop;

/* Fills @stops, which has room for one stop a phrase, and says how many there
 * are: 0 where not one year is stated in all of the text. */
guint dtl_story_read_stops (const DtlResolver *resolver, DtlStop *stops);

G_END_DECLS
