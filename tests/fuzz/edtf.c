/* What is read as EDTF can be written; what is written reads back with bounds
 * that are no narrower, and from then on is written and read the same. */

#include "fuzz/fuzz.h"
#include "time/dtl-label.h"
#include "time/forms/dtl-edtf.h"

#include <string.h>

static void
parse_again (const char *text, DtlExtent *ret_extent)
{
  g_autoptr (GError) error = NULL;

  dtl_edtf_parse (text, strlen (text), ret_extent, NULL, &error);
  g_assert_no_error (error);
}

/* A label never fails, whatever the bounds and the calendar. */
static void
check_label (const DtlExtent *extent, DtlCalendar calendar)
{
  const DtlLabelStyle style = { NULL, FALSE, calendar };
  g_autofree char *label = dtl_label_extent (extent, &style);
  g_autofree char *clause = dtl_label_precision (extent, &style);

  g_assert_cmpuint (strlen (label), >, 0);
  g_assert_cmpuint (strlen (clause), >, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  DtlExtent first, second, third;

  if (!dtl_edtf_parse ((const char *) data, size, &first, NULL, NULL))
    return 0;

  text = dtl_edtf_format (&first);
  parse_again (text, &second);
  g_assert_cmpint (second.start, <=, first.start);
  g_assert_cmpint (second.end, >=, first.end);

  again = dtl_edtf_format (&second);
  parse_again (again, &third);
  g_assert_true (dtl_extent_equal (&second, &third));
  check_label (&first, DTL_CALENDAR_HISTORICAL);
  check_label (&first, (DtlCalendar) (size % DTL_N_CALENDARS));
  return 0;
}
