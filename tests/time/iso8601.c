/* ISO 8601-1: what is read, what it is written as, where it is wrong. */

#include "time/forms/dtl-iso8601.h"

#include "base/testing.h"
#include "time/forms/dtl-edtf.h"

#include <stdio.h>
#include <string.h>

/* "-0043-03-13" or "2023-07-27T10:30:05": the first second of it; @inclusive: the
 * last one. */
static DtlTime
read_label (const char *label, gboolean inclusive)
{
  gboolean negative = *label == '-';
  char *rest;
  gint64 year = g_ascii_strtoll (label + negative, &rest, 10);
  int month, day, hour, minute, second;
  int n = sscanf (rest, "-%d-%dT%d:%d:%d", &month, &day, &hour, &minute, &second);
  DtlTime start;

  g_assert_true (n == 2 || n == 5);
  start = dtl_time_from_day (dtl_gregorian_to_day (negative ? -year : year, month, day));
  if (n == 5)
    return start + hour * 3600 + minute * 60 + second;
  return inclusive ? start + DTL_SECONDS_PER_DAY - 1 : start;
}

static DtlExtent
read_text (const char *text)
{
  DtlExtent extent;
  DtlLoss loss;
  g_autoptr (GError) error = NULL;

  dtl_iso8601_read (text, strlen (text), &extent, &loss, &error);
  g_assert_no_error (error);
  return extent;
}

/* text es ls ee le written */
static void
check_read (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlExtent extent;
  gboolean span;

  if (strcmp (fields[0], "text") == 0)
    return;
  extent = read_text (fields[0]);
  span = extent.kind == DTL_EXTENT_SPAN;
  g_assert_cmpint (extent.start, ==, read_label (fields[1], FALSE));
  g_assert_cmpint (extent.latest_start, ==, read_label (fields[2], TRUE));
  g_assert_cmpint (span ? extent.earliest_end - 1 : extent.start, ==,
                   read_label (fields[3], FALSE));
  g_assert_cmpint (extent.end - 1, ==, read_label (fields[4], TRUE));
}

static void
check_write (char **fields, guint n_fields, guint line, gpointer data)
{
  const char *expected = strcmp (fields[5], "=") == 0 ? fields[0] : fields[5];
  g_autofree char *written = NULL;
  DtlExtent extent;
  DtlLoss loss;

  if (strcmp (fields[0], "text") == 0)
    return;
  extent = read_text (fields[0]);
  written = dtl_iso8601_write (&extent, &loss);
  g_assert_cmpstr (written, ==, expected);
}

static const struct {
  const char *text;
  DtlIso8601Error code;
  int at;
} wrong[] = {
  { "", DTL_ISO8601_ERROR_SYNTAX, 0 },
  { "next year", DTL_ISO8601_ERROR_SYNTAX, 0 },
  { "2023-13", DTL_ISO8601_ERROR_NO_SUCH_DAY, 5 },
  { "2023-00", DTL_ISO8601_ERROR_NO_SUCH_DAY, 5 },
  { "2023-02-30", DTL_ISO8601_ERROR_NO_SUCH_DAY, 8 },
  { "20230230", DTL_ISO8601_ERROR_NO_SUCH_DAY, 6 },
  { "1900-02-29", DTL_ISO8601_ERROR_NO_SUCH_DAY, 8 },
  { "2023-366", DTL_ISO8601_ERROR_NO_SUCH_DAY, 5 },
  { "2023-000", DTL_ISO8601_ERROR_NO_SUCH_DAY, 5 },
  { "2023-W53", DTL_ISO8601_ERROR_NO_SUCH_DAY, 6 },
  { "2023-W00", DTL_ISO8601_ERROR_NO_SUCH_DAY, 6 },
  { "2023-W30-8", DTL_ISO8601_ERROR_NO_SUCH_DAY, 9 },
  { "2023-W3", DTL_ISO8601_ERROR_SYNTAX, 6 },
  { "2023-7-27", DTL_ISO8601_ERROR_SYNTAX, 5 },
  { "2023-07-2", DTL_ISO8601_ERROR_SYNTAX, 8 },
  { "2023-07-", DTL_ISO8601_ERROR_SYNTAX, 8 },
  { "2023-07-27 ", DTL_ISO8601_ERROR_SYNTAX, 10 },
  { "202307", DTL_ISO8601_ERROR_SYNTAX, 0 }, /* or the 7th of March 2020 */
  { "12023", DTL_ISO8601_ERROR_SYNTAX, 0 },
  { "-0000", DTL_ISO8601_ERROR_SYNTAX, 0 },
  { "-43", DTL_ISO8601_ERROR_SYNTAX, 1 },
  { "+9999999999999", DTL_ISO8601_ERROR_SYNTAX, 1 },
  { "2023-07T10", DTL_ISO8601_ERROR_SYNTAX, 7 },
  { "2023-07-27T", DTL_ISO8601_ERROR_SYNTAX, 11 },
  { "2023-07-27T1", DTL_ISO8601_ERROR_SYNTAX, 11 },
  { "2023-07-27T25", DTL_ISO8601_ERROR_NO_SUCH_DAY, 11 },
  { "2023-07-27T24:01", DTL_ISO8601_ERROR_NO_SUCH_DAY, 11 },
  { "2023-07-27T24:00:00.5", DTL_ISO8601_ERROR_NO_SUCH_DAY, 11 },
  { "2023-07-27T10:60", DTL_ISO8601_ERROR_NO_SUCH_DAY, 14 },
  { "2023-07-27T10:30:61", DTL_ISO8601_ERROR_NO_SUCH_DAY, 17 },
  { "2023-07-27T10:30:05.", DTL_ISO8601_ERROR_SYNTAX, 19 },
  { "2023-07-27T10.5:30", DTL_ISO8601_ERROR_SYNTAX, 15 },
  { "2023-07-27T1030", DTL_ISO8601_ERROR_SYNTAX, 13 },
  { "20230727T10:30", DTL_ISO8601_ERROR_SYNTAX, 12 },
  { "2023-07-27T10:30+0530", DTL_ISO8601_ERROR_SYNTAX, 19 },
  { "2023-07-27T10:30+24", DTL_ISO8601_ERROR_NO_SUCH_DAY, 16 },
  { "2023-07-27T10:30X", DTL_ISO8601_ERROR_SYNTAX, 16 },
  { "T10:30", DTL_ISO8601_ERROR_NO_POSITION, 0 },
  { "P3D", DTL_ISO8601_ERROR_NO_POSITION, 0 },
  { "R3/2023/P1Y", DTL_ISO8601_ERROR_NO_POSITION, 0 },
  { "1918/1914", DTL_ISO8601_ERROR_REVERSED, 5 },
  { "1914/18", DTL_ISO8601_ERROR_REVERSED, 5 },
  { "1985/86", DTL_ISO8601_ERROR_SYNTAX, 5 },
  { "1914-06-28/31", DTL_ISO8601_ERROR_NO_SUCH_DAY, 11 },
  { "1914-06-28/13-04", DTL_ISO8601_ERROR_NO_SUCH_DAY, 11 },
  { "1914-06-28/", DTL_ISO8601_ERROR_SYNTAX, 11 },
  { "/1914", DTL_ISO8601_ERROR_SYNTAX, 0 },
  { "1914/1915/1916", DTL_ISO8601_ERROR_SYNTAX, 9 },
  { "1948/..", DTL_ISO8601_ERROR_SYNTAX, 5 },
  { "P1D/P2D", DTL_ISO8601_ERROR_SYNTAX, 4 },
  { "2023/P", DTL_ISO8601_ERROR_SYNTAX, 6 },
  { "2023/P1", DTL_ISO8601_ERROR_SYNTAX, 7 },
  { "2023/P1DT", DTL_ISO8601_ERROR_SYNTAX, 9 },
  { "2023/P1D1M", DTL_ISO8601_ERROR_SYNTAX, 9 },
  { "2023/P1H", DTL_ISO8601_ERROR_SYNTAX, 7 },
  { "2023/P1.5Y", DTL_ISO8601_ERROR_SYNTAX, 7 },
  { "2023/P1.5DT1H", DTL_ISO8601_ERROR_SYNTAX, 7 },
  { "2023/P9999999999999D", DTL_ISO8601_ERROR_SYNTAX, 6 },
  { "2023-07-27T10:30:05z", DTL_ISO8601_ERROR_SYNTAX, 19 },
};

static void
test_wrong (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *place = g_strdup_printf ("at position %d", wrong[i].at);
  g_autoptr (GError) error = NULL;
  DtlExtent extent;
  DtlLoss loss;

  g_assert_false (
      dtl_iso8601_read (wrong[i].text, strlen (wrong[i].text), &extent, &loss, &error));
  g_assert_error (error, DTL_ISO8601_ERROR, (int) wrong[i].code);
  *strchr (error->message, ':') = '\0';
  g_assert_cmpstr (error->message, ==, place);
}

/* Other ends of the form: EDTF says what ISO 8601-1 cannot. */
static const struct {
  const char *edtf;
  const char *written; /* NULL: there is no form */
  guint loss;
} writes[] = {
  { "1984", "1984", DTL_LOSS_NONE },
  { "1984-06?", "1984-06", DTL_LOSS_QUALIFIER },
  { "1984~/2004", "1984/2004", DTL_LOSS_QUALIFIER },
  { "196X", "196", DTL_LOSS_NONE },
  { "18XX", "18", DTL_LOSS_NONE },
  { "1984-21", "1984-03/1984-05", DTL_LOSS_BOUNDS | DTL_LOSS_PRECISION },
  { "[1667..1672]", "1667/1672", DTL_LOSS_BOUNDS },
  { "1984-06-XX", "1984-06", DTL_LOSS_NONE },
  { "Y-66E6", "-66000000", DTL_LOSS_NONE },
  { "Y12023", "+12023", DTL_LOSS_NONE },
  { "1948/..", NULL, DTL_LOSS_POSITION },
  { "/1948", NULL, DTL_LOSS_POSITION },
};

static void
test_write (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *written = NULL;
  DtlExtent extent;
  DtlLoss loss;

  g_assert_true (
      dtl_edtf_parse (writes[i].edtf, strlen (writes[i].edtf), &extent, NULL, NULL));
  written = dtl_iso8601_write (&extent, &loss);
  g_assert_cmpstr (written, ==, writes[i].written);
  g_assert_cmphex (loss, ==, writes[i].loss);
}

/* A Julian day is converted, a Julian year keeps its digits; both lose that they
 * were. */
static void
test_julian (void)
{
  DtlDate date = { .calendar = DTL_CALENDAR_JULIAN,
                   .precision = DTL_PRECISION_DAY,
                   .year = 1066,
                   .month = 10,
                   .day = 14 };
  g_autofree char *day = NULL;
  g_autofree char *year = NULL;
  DtlExtent extent;
  DtlLoss loss;

  g_assert_true (dtl_extent_from_date (&date, &extent, NULL));
  day = dtl_iso8601_write (&extent, &loss);
  g_assert_cmpstr (day, ==, "1066-10-20");
  g_assert_cmphex (loss, ==, DTL_LOSS_CALENDAR);

  date.precision = DTL_PRECISION_YEAR;
  g_assert_true (dtl_extent_from_date (&date, &extent, NULL));
  year = dtl_iso8601_write (&extent, &loss);
  g_assert_cmpstr (year, ==, "1066");
  g_assert_cmphex (loss, ==, DTL_LOSS_CALENDAR);
}

static void
test_offset (void)
{
  DtlExtent east = read_text ("2023-07-27T10:30+05:30"),
            greenwich = read_text ("2023-07-27T10:30Z"),
            local = read_text ("2023-07-27T10:30");
  DtlExtent extent;
  DtlLoss loss;
  const char *two = "2023-07-27T10:30+02:00/2023-07-28T10:30+03:00";

  g_assert_cmpint (east.offset_minutes, ==, 330);
  g_assert_cmpint (greenwich.flags & DTL_EXTENT_HAS_OFFSET, !=, 0);
  g_assert_cmpint (greenwich.offset_minutes, ==, 0);
  g_assert_cmpint (local.flags & DTL_EXTENT_HAS_OFFSET, ==, 0);
  g_assert_true (dtl_iso8601_read (two, strlen (two), &extent, &loss, NULL));
  g_assert_cmpint (extent.offset_minutes, ==, 120);
  g_assert_cmphex (loss, ==, DTL_LOSS_OFFSET);
}

/* Years beyond every instant are cut and say so. */
static void
test_far (void)
{
  static const char *const far[] = {
    "+999999999999",       "-999999999999-06-01T10:30",    "2023/P999999999999Y",
    "P999999999999Y/2023", "2023-01-01T00/P999999999999Y", "+999999999999/P1D"
  };

  for (guint i = 0; i < G_N_ELEMENTS (far); i++)
    {
      DtlExtent extent = read_text (far[i]);
      DtlLoss loss;
      g_autofree char *written = dtl_iso8601_write (&extent, &loss);

      g_assert_cmpint (extent.flags & DTL_EXTENT_OUT_OF_RANGE, !=, 0);
      g_assert_cmpint (extent.start, <, extent.end);
      g_assert_nonnull (written);
    }
}

static void
add_case (const char *folder, guint i, const char *name, GTestDataFunc check)
{
  g_autofree char *path = g_strdup_printf ("/%s/%u %s", folder, i, name);

  g_strdelimit (path + strlen (folder) + 2, "/", '|');
  g_test_add_data_func (path, GUINT_TO_POINTER (i), check);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  testing_add_rows ("iso8601", "time/vectors/iso8601.tsv", check_read, NULL);
  testing_add_rows ("iso8601-back", "time/vectors/iso8601.tsv", check_write, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    add_case ("no-iso8601", i, wrong[i].text, test_wrong);
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    add_case ("iso8601-write", i, writes[i].edtf, test_write);
  g_test_add_func ("/iso8601-julian", test_julian);
  g_test_add_func ("/iso8601-offset", test_offset);
  g_test_add_func ("/iso8601-far", test_far);
  return g_test_run ();
}
