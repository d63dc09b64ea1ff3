/* What is read as a date of GEDCOM can be written in either version; what is
 * written reads back with bounds that are no narrower. */

#include "fuzz/fuzz.h"
#include "time/forms/dtl-gedcom.h"

static void
check_version (const DtlExtent *extent, DtlGedcomVersion version)
{
  DtlLoss loss;
  g_autofree char *text = dtl_gedcom_write (extent, version, &loss);
  g_autoptr (GError) error = NULL;
  DtlExtent back;

  g_assert_nonnull (text);
  dtl_gedcom_read (text, &back, &loss, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back.start, <=, extent->start);
  g_assert_cmpint (back.end, >=, extent->end);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  DtlExtent extent;
  DtlLoss loss;

  if (!dtl_gedcom_read (text, &extent, &loss, NULL))
    return 0;
  check_version (&extent, DTL_GEDCOM_7);
  check_version (&extent, DTL_GEDCOM_5);
  return 0;
}
