/* Finding an id among ascending ones; for the files of this folder. */

#pragma once

#include "model/dtl-timeline.h"

G_BEGIN_DECLS

/* The id at @index of @data. */
typedef DtlId (*DtlGetIdFunc) (gconstpointer data, guint index);

/* Index of the first of @n ascending ids that is not less than @id. As long as
 * no id is left out no search is needed: ids differ by at least one, so those
 * of both ends bound where it can be. */
static inline guint
dtl_id_search (guint n, DtlGetIdFunc get_id, gconstpointer data, DtlId id)
{
  if (n == 0 || id <= get_id (data, 0))
    return 0;
  if (id > get_id (data, n - 1))
    return n;

  DtlId from_first = id - get_id (data, 0);
  DtlId from_last = get_id (data, n - 1) - id;
  guint low = from_last < n ? n - 1 - from_last : 0;
  guint high = MIN (from_first, n - 1);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_id (data, middle) < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

G_END_DECLS
