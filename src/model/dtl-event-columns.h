/* The events of a timeline by column, in their order or on the way to it; for
 * the files of this folder. */

#pragma once

#include "model/dtl-extent-table.h"
#include "model/dtl-timeline.h"

G_BEGIN_DECLS

/* Each column is as long as the others, a position is an index into all. The
 * first four are hot: 24 bytes an event. */
typedef struct {
  GArray *starts;      /* DtlTime */
  GArray *ends;        /* DtlTime */
  GArray *importances; /* float */
  GArray *lanes;       /* DtlId */
  GArray *ids;         /* DtlId */
  GArray *extents;     /* guint32, entries of the extent table */
  GArray *titles;      /* const char *, lent */
  GArray *claims;      /* DtlId, the only one; 0 for none; or a place in @runs */
  GArray *runs;        /* DtlId: a number of claims, followed by as many */
  GArray *by_id;       /* guint32, the positions in the order of ids */
  guint n_ordered;     /* as many from the front are in order */
  const DtlExtentTable *table;
} DtlEventColumns;

/* One event on its way in or out. */
typedef struct {
  DtlId id;
  DtlId lane;
  DtlTime start, end;
  guint32 extent;
  float importance;
  const char *title;
} DtlEventRow;

void dtl_event_columns_init (DtlEventColumns *columns, const DtlExtentTable *table);
void dtl_event_columns_clear (DtlEventColumns *columns);

/* Constant time for ids that ascend; to be put in order afterwards. */
void dtl_event_columns_append (DtlEventColumns *columns,
                               const DtlEventRow *row,
                               const DtlId *claims,
                               guint n_claims);

/* n log n in what was appended or moved since the last time, at worst; linear
 * in the rest. */
void dtl_event_columns_put_in_order (DtlEventColumns *columns);

/* Takes the events away for which @removed is TRUE; linear. */
void dtl_event_columns_remove (DtlEventColumns *columns, const gboolean *removed);

/* Replaces claims by fewer ones. */
void dtl_event_columns_set_claims (DtlEventColumns *columns,
                                   guint position,
                                   const DtlId *claims,
                                   guint n_claims);
/* Replaces all of the event but its id, lane and claims; it stays at its
 * position until all are put in order. */
void dtl_event_columns_set (DtlEventColumns *columns,
                            guint position,
                            const DtlEventRow *row);

/* The position, or -1. */
int dtl_event_columns_find (const DtlEventColumns *columns, DtlId id);

DtlEventRow dtl_event_columns_get (const DtlEventColumns *columns, guint position);
/* Lent until the next change. */
const DtlId *dtl_event_columns_get_claims (const DtlEventColumns *columns,
                                           guint position,
                                           guint *ret_n_claims);

G_END_DECLS
