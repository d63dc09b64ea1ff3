/* How two extents lie to one another, as far as their bounds tell.
 *
 * The thirteen relations of J. F. Allen, "Maintaining knowledge about temporal
 * intervals", CACM 26 (1983). Between extents with uncertain ends several of
 * them may be possible; where only one is, it is certain. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

/* "@a before @b" and so on. */
typedef enum {
  DTL_RELATION_BEFORE,
  DTL_RELATION_MEETS,
  DTL_RELATION_OVERLAPS,
  DTL_RELATION_STARTS,
  DTL_RELATION_DURING,
  DTL_RELATION_FINISHES,
  DTL_RELATION_EQUALS,
  DTL_RELATION_AFTER,
  DTL_RELATION_MET_BY,
  DTL_RELATION_OVERLAPPED_BY,
  DTL_RELATION_STARTED_BY,
  DTL_RELATION_CONTAINS,
  DTL_RELATION_FINISHED_BY,
  DTL_N_RELATIONS
} DtlRelation;

typedef enum {
  DTL_CERTAINTY_IMPOSSIBLE,
  DTL_CERTAINTY_POSSIBLE,
  DTL_CERTAINTY_CERTAIN,
} DtlCertainty;

/* TRUE where some reading of both extents has @relation. Constant time, no
 * allocation; an open end lies beyond every other instant. */
gboolean dtl_relation_is_possible (DtlRelation relation,
                                   const DtlExtent *a,
                                   const DtlExtent *b);

/* All that are possible, as bits 1 << DtlRelation; at least one. */
guint dtl_relation_list_possible (const DtlExtent *a, const DtlExtent *b);

DtlCertainty dtl_relation_get_certainty (DtlRelation relation,
                                         const DtlExtent *a,
                                         const DtlExtent *b);

/* Whether there is a moment that both cover: "alive at the same time". */
DtlCertainty dtl_relation_get_overlap (const DtlExtent *a, const DtlExtent *b);

/* "before", "met-by" …: for data, not translated. Lives for ever. */
const char *dtl_relation_get_name (DtlRelation relation);

G_END_DECLS
