/* A time value of Wikidata has a bounded extent, which is written and read back
 * as it is. The first byte of the input is the precision, with the form and the
 * calendar in its upper bits. */

#include "fuzz/fuzz.h"
#include "time/forms/dtl-wikidata.h"

static void
check_back (const DtlExtent *extent)
{
  DtlLoss loss;
  DtlWikidataTime written = dtl_wikidata_write (extent, &loss);
  g_autoptr (GError) error = NULL;
  DtlExtent back;

  g_assert_nonnull (written.time);
  dtl_wikidata_read (written.time, written.precision, written.calendar, DTL_WIKIDATA_JSON,
                     &back, &error);
  g_assert_no_error (error);
  if (loss == DTL_LOSS_NONE)
    {
      g_assert_cmpint (back.start, ==, extent->start);
      g_assert_cmpint (back.end, ==, extent->end);
    }
  dtl_wikidata_time_clear (&written);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = NULL;
  DtlWikidataForm form;
  DtlCalendar calendar;
  DtlExtent extent;

  if (size == 0)
    return 0;
  form = data[0] & 0x20 ? DTL_WIKIDATA_RDF : DTL_WIKIDATA_JSON;
  calendar = data[0] & 0x40 ? DTL_CALENDAR_JULIAN : DTL_CALENDAR_GREGORIAN;
  text = g_strndup ((const char *) data + 1, size - 1);
  if (!dtl_wikidata_read (text, data[0] & 0x1f, calendar, form, &extent, NULL))
    return 0;
  g_assert_cmpint (extent.start, <, extent.end);
  if ((extent.flags & DTL_EXTENT_OUT_OF_RANGE) == 0)
    check_back (&extent);
  return 0;
}
