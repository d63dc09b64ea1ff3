/* Date objects of TimelineJS: {"year": -43, "month": 3, "day": 15, …}.
 *
 * The library of JSON is the caller's; here are the fields as numbers. A
 * negative year is read as the program shows it, -43 as 43 BC. */

#pragma once

#include "time/dtl-extent.h"
#include "time/dtl-loss.h"

G_BEGIN_DECLS

/* What is not given is DTL_TIMELINEJS_NONE; a field behind a missing one is not
 * read (a day without a month). */
#define DTL_TIMELINEJS_NONE G_MININT64
typedef struct {
  gint64 year, month, day, hour, minute, second;
} DtlTimelineJsDate;

gboolean dtl_timelinejs_read (const DtlTimelineJsDate *date,
                              DtlExtent *ret_extent,
                              GError **error);

/* The start of @extent, or its end where @end is TRUE. FALSE where that end is
 * open or unknown: the form has no field for it. */
gboolean dtl_timelinejs_write (const DtlExtent *extent,
                               gboolean end,
                               DtlTimelineJsDate *ret_date,
                               DtlLoss *ret_loss);

G_END_DECLS
