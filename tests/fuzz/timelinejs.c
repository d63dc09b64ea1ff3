/* A date object of TimelineJS, taken from six numbers, has a bounded extent, and what
 * is written of it is read back as it is. */

#include "fuzz/fuzz.h"
#include "time/forms/dtl-timelinejs.h"

#include <string.h>

static void
check_back (const DtlExtent *extent)
{
  DtlTimelineJsDate written;
  DtlLoss loss;
  g_autoptr (GError) error = NULL;
  DtlExtent back;

  g_assert_true (dtl_timelinejs_write (extent, FALSE, &written, &loss));
  dtl_timelinejs_read (&written, &back, &error);
  g_assert_no_error (error);
  if (loss == DTL_LOSS_NONE)
    {
      g_assert_cmpint (back.start, ==, extent->start);
      g_assert_cmpint (back.end, ==, extent->end);
    }
}

/* Each number is two bytes, so that months and days are often real ones; the first is
 * multiplied, for years of every size. A zero is a field that is not there. */
static gint64
take (const guint8 *data, gsize size, gsize field)
{
  gint16 number = 0;

  if (size >= (field + 1) * sizeof number)
    memcpy (&number, data + field * sizeof number, sizeof number);
  return number == 0 ? DTL_TIMELINEJS_NONE : number;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  DtlTimelineJsDate date = { take (data, size, 0), take (data, size, 1),
                             take (data, size, 2), take (data, size, 3),
                             take (data, size, 4), take (data, size, 5) };
  DtlExtent extent;

  for (gsize i = 12; i < MIN (size, 15) && date.year != DTL_TIMELINEJS_NONE; i++)
    date.year *= 1 + data[i];
  if (!dtl_timelinejs_read (&date, &extent, NULL))
    return 0;
  g_assert_cmpint (extent.start, <, extent.end);
  if ((extent.flags & DTL_EXTENT_OUT_OF_RANGE) == 0)
    check_back (&extent);
  return 0;
}
