/* Extents without their outer bounds, each different one kept once.
 *
 * A timeline holds starts and ends in columns of their own. What is left of an
 * extent repeats: a hundred thousand events "in May 1950" and the like differ
 * in few ways once the inner bounds are counted from the outer ones. So an
 * event needs 4 bytes for it instead of 28. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

typedef struct _DtlExtentTable DtlExtentTable;

DtlExtentTable *dtl_extent_table_new (void);
void dtl_extent_table_free (DtlExtentTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlExtentTable, dtl_extent_table_free)

/* The entry that makes @extent again, together with its start and end. Entries
 * are never dropped. */
guint32 dtl_extent_table_add (DtlExtentTable *table, const DtlExtent *extent);
DtlExtent dtl_extent_table_get (const DtlExtentTable *table,
                                guint32 entry,
                                DtlTime start,
                                DtlTime end);

G_END_DECLS
