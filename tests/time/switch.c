/* When places went over to the Gregorian calendar, and days with two labels. */

#include "base/testing.h"
#include "time/calendars/dtl-calendar-switch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static DtlCalendarDate
read_label (const char *label)
{
  DtlCalendarDate date = { 0 };
  int year;

  g_assert_cmpint (sscanf (label, "%d-%d-%d", &year, &date.month, &date.day), ==, 3);
  date.year = year;
  return date;
}

/* The row whose first day is @day. */
static const DtlCalendarSwitch *
find_by_day (gint64 day)
{
  guint n;
  const DtlCalendarSwitch *list = dtl_calendar_switch_list (&n);

  for (guint i = 0; i < n; i++)
    if (list[i].first_day == day)
      return &list[i];
  return NULL;
}

/* place last_julian first_gregorian jdn_first note; East Asia came from the
 * lunisolar calendar and has no last Julian day. */
static void
check_switch (char **fields, guint n_fields, guint line, gpointer data)
{
  const DtlCalendarSwitch *place;
  DtlCalendarDate label;
  gint64 first, day;

  if (strcmp (fields[0], "place") == 0 || strcmp (fields[1], "-") == 0)
    return;
  first = g_ascii_strtoll (fields[3], NULL, 10) - DTL_JDN_OF_DAY_0;
  place = find_by_day (first);
  g_assert_nonnull (place);

  label = read_label (fields[1]);
  g_assert_true (dtl_calendar_switch_to_day (place, &label, &day, NULL));
  g_assert_cmpint (day, ==, first - 1);
  label = read_label (fields[2]);
  g_assert_true (dtl_calendar_switch_to_day (place, &label, &day, NULL));
  g_assert_cmpint (day, ==, first);
}

/* phrase place julian gregorian jdn year_25_march shift */
static void
check_dual (char **fields, guint n_fields, guint line, gpointer data)
{
  gint64 day = g_ascii_strtoll (fields[4], NULL, 10) - DTL_JDN_OF_DAY_0;
  DtlCalendarDate julian, gregorian;

  if (strcmp (fields[0], "phrase") == 0)
    return;
  julian = read_label (fields[2]);
  gregorian = read_label (fields[3]);
  g_assert_cmpint (dtl_julian_to_day (julian.year, julian.month, julian.day), ==, day);
  g_assert_cmpint (dtl_gregorian_to_day (gregorian.year, gregorian.month, gregorian.day),
                   ==, day);
  g_assert_cmpint (dtl_gregorian_to_day (julian.year, julian.month, julian.day) +
                       atoi (fields[6]),
                   ==, day);
}

static void
test_days_between (void)
{
  const DtlCalendarSwitch *britain = dtl_calendar_switch_find ("gb");
  DtlCalendarDate skipped = { 1752, 9, 10, FALSE, 0 };
  g_autoptr (GError) error = NULL;
  gint64 day;

  g_assert_nonnull (britain);
  g_assert_false (dtl_calendar_switch_to_day (britain, &skipped, &day, &error));
  g_assert_error (error, DTL_CALENDAR_ERROR, DTL_CALENDAR_ERROR_NO_SUCH_DAY);
  g_assert_nonnull (strstr (error->message, "1752-09-02"));
}

static void
test_order (void)
{
  guint n;
  const DtlCalendarSwitch *list = dtl_calendar_switch_list (&n);

  for (guint i = 1; i < n; i++)
    g_assert_cmpint (list[i - 1].first_day, <=, list[i].first_day);
  g_assert_null (dtl_calendar_switch_find ("XX"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  testing_add_rows ("switch", "time/vectors/calendar-switch.tsv", check_switch, NULL);
  testing_add_rows ("dual", "time/vectors/dual-dates.tsv", check_dual, NULL);
  g_test_add_func ("/days-between", test_days_between);
  g_test_add_func ("/order", test_order);
  return g_test_run ();
}
