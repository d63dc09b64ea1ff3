/* Named stretches of time that events are seen against: "Jurassic". */

#pragma once

#include "time/dtl-time.h"

G_BEGIN_DECLS

/* A plain value; the title is lent. */
typedef struct {
  const char *title;
  DtlTime start, end; /* bounded, start < end */
} DtlEra;

/* The eras and periods of the history of the Earth, translated, by the chart of the
 * International Commission on Stratigraphy of September 2023. Caller frees.
 * (element-type DtlEra) */
GArray *dtl_eras_list_of_earth (void);

G_END_DECLS
