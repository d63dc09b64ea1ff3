/* What is read as ISO 8601 can be written; what is written reads back with bounds
 * that are no narrower, and is written the same again. */

#include "fuzz/fuzz.h"
#include "time/forms/dtl-iso8601.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  DtlExtent first, second;
  DtlLoss loss;

  if (!dtl_iso8601_read ((const char *) data, size, &first, &loss, NULL))
    return 0;
  g_assert_cmpint (first.start, <, first.end);

  text = dtl_iso8601_write (&first, &loss);
  g_assert_nonnull (text);
  dtl_iso8601_read (text, strlen (text), &second, &loss, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second.start, <=, first.start);
  g_assert_cmpint (second.end, >=, first.end);

  again = dtl_iso8601_write (&second, &loss);
  g_assert_cmpstr (again, ==, text);
  return 0;
}
