/* A value of TIMEX3, and behind a blank its mod: what has an extent has one that
 * is in order, and that EDTF can say without making it narrower, but for an hour
 * or a minute, which is its first second there. */

#include "fuzz/fuzz.h"
#include "time/forms/dtl-edtf.h"
#include "time/forms/dtl-timex.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *edtf = NULL;
  g_autoptr (GError) error = NULL;
  char *mod = strchr (text, ' ');
  DtlExtent extent, back;

  if (mod != NULL)
    *mod++ = '\0';
  if (!dtl_timex_read (text, mod, &extent, NULL))
    return 0;
  g_assert_cmpint (extent.start, <, extent.end);

  edtf = dtl_edtf_format (&extent);
  dtl_edtf_parse (edtf, strlen (edtf), &back, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back.start, <=, extent.start);
  if (extent.precision != DTL_PRECISION_HOUR && extent.precision != DTL_PRECISION_MINUTE)
    g_assert_cmpint (back.end, >=, extent.end);
  return 0;
}
