#include "time/dtl-calendar.h"

#include "base/testing.h"

#include <stdio.h>
#include <string.h>

/* Columns: civil date and time, seconds, Julian Day Number, ISO weekday. */
static void
check_instant (char **fields, guint n_fields, guint line, gpointer data)
{
  gint64 year, read_year, seconds, day;
  int month, month_day, hour, minute, second, read_month, read_day;
  char *rest;

  if (strcmp (fields[0], "civil") == 0)
    return;
  year = g_ascii_strtoll (fields[0], &rest, 10);
  g_assert_cmpint (sscanf (rest, "-%d-%dT%d:%d:%d", &month, &month_day, &hour, &minute,
                           &second),
                   ==, 5);
  seconds = g_ascii_strtoll (fields[1], NULL, 10);
  day = dtl_gregorian_to_day (year, month, month_day);

  g_assert_cmpint (day * DTL_SECONDS_PER_DAY + hour * 3600 + minute * 60 + second, ==,
                   seconds);
  g_assert_cmpint (dtl_time_get_day (seconds), ==, day);
  g_assert_cmpint (dtl_time_get_second_of_day (seconds), ==,
                   hour * 3600 + minute * 60 + second);
  g_assert_cmpint (day + DTL_JDN_OF_DAY_0, ==, g_ascii_strtoll (fields[2], NULL, 10));
  g_assert_cmpint (dtl_day_get_weekday (day) + 1, ==,
                   g_ascii_strtoll (fields[3], NULL, 10));
  dtl_gregorian_from_day (day, &read_year, &read_month, &read_day);
  g_assert_cmpint (read_year, ==, year);
  g_assert_cmpint (read_month, ==, month);
  g_assert_cmpint (read_day, ==, month_day);
}

typedef struct {
  gint64 (*to_day) (gint64 year, int month, int day);
  void (*from_day) (gint64 day, gint64 *ret_year, int *ret_month, int *ret_day);
  int (*get_month_length) (gint64 year, int month);
} Civil;

static const Civil gregorian = { dtl_gregorian_to_day, dtl_gregorian_from_day,
                                 dtl_gregorian_get_month_length };
static const Civil julian = { dtl_julian_to_day, dtl_julian_from_day,
                              dtl_julian_get_month_length };

/* Every day from 10,000 BC on follows the one before it in its month. */
static void
test_every_day (gconstpointer data)
{
  const Civil *civil = data;
  gint64 day = civil->to_day (-10000, 1, 1);
  gint64 end = civil->to_day (10000, 1, 1);
  gint64 year = -10000;
  int month = 1, month_day = 1;

  for (; day < end; day++)
    {
      gint64 read_year;
      int read_month, read_day;

      civil->from_day (day, &read_year, &read_month, &read_day);
      if (read_year != year || read_month != month || read_day != month_day ||
          civil->to_day (year, month, month_day) != day)
        g_error ("day %" G_GINT64_FORMAT " is wrong", day);
      if (++month_day > civil->get_month_length (year, month))
        {
          month_day = 1;
          month = month % 12 + 1;
          year += month == 1;
        }
    }
}

/* Both directions over the whole valid range. */
static void
test_random_days (gconstpointer data)
{
  const Civil *civil = data;
  const gint64 most = DTL_TIME_MAX / DTL_SECONDS_PER_DAY;
  g_autoptr (GRand) rand = g_rand_new_with_seed (400);

  for (guint i = 0; i < 2000000; i++)
    {
      gint64 random = (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand));
      gint64 day = random % (most + 1);
      gint64 year;
      int month, month_day;

      civil->from_day (day, &year, &month, &month_day);
      if (month < 1 || month > 12 || month_day < 1 ||
          month_day > civil->get_month_length (year, month) ||
          civil->to_day (year, month, month_day) != day)
        g_error ("day %" G_GINT64_FORMAT " is wrong", day);
    }
}

/* Sums stay within the valid range and leave the unbounded ends alone. */
static void
test_saturation (void)
{
  g_assert_cmpint (dtl_time_add (DTL_TIME_MAX, 1), ==, DTL_TIME_MAX);
  g_assert_cmpint (dtl_time_add (DTL_TIME_MIN, -1), ==, DTL_TIME_MIN);
  g_assert_cmpint (dtl_time_add (DTL_TIME_MAX, G_MAXINT64), ==, DTL_TIME_MAX);
  g_assert_cmpint (dtl_time_add (DTL_TIME_MIN, G_MININT64), ==, DTL_TIME_MIN);
  g_assert_cmpint (dtl_time_add (DTL_TIME_PAST, 5), ==, DTL_TIME_PAST);
  g_assert_cmpint (dtl_time_add (DTL_TIME_FUTURE, -5), ==, DTL_TIME_FUTURE);
  g_assert_cmpint (dtl_time_from_day (G_MAXINT64), ==, DTL_TIME_MAX);
  g_assert_cmpint (dtl_time_from_day (G_MININT64), ==, DTL_TIME_MIN);
  g_assert_cmpint (dtl_time_get_day (-1), ==, -1);
  g_assert_cmpint (dtl_time_get_second_of_day (-1), ==, 86399);
}

/* ISO weeks: the first has 4 January in it. */
static void
test_weeks (void)
{
  for (gint64 year = -400; year < 2400; year++)
    for (int weekday = 0; weekday < 7; weekday++)
      {
        gint64 week_year;
        gint64 first = dtl_day_from_week (year, 1, weekday);
        gint64 last = dtl_day_from_week (year, 52, weekday);

        g_assert_cmpint (dtl_day_get_weekday (first), ==, weekday);
        g_assert_cmpint (dtl_day_get_week (first, &week_year), ==, 1);
        g_assert_cmpint (week_year, ==, year);
        g_assert_cmpint (dtl_day_get_week (last, &week_year), ==, 52);
        g_assert_cmpint (week_year, ==, year);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  testing_add_rows ("instants", "time/vectors/instants.tsv", check_instant, NULL);
  g_test_add_data_func ("/gregorian/every-day", &gregorian, test_every_day);
  g_test_add_data_func ("/gregorian/random-days", &gregorian, test_random_days);
  g_test_add_data_func ("/julian/every-day", &julian, test_every_day);
  g_test_add_data_func ("/julian/random-days", &julian, test_random_days);
  g_test_add_func ("/instants/saturation", test_saturation);
  g_test_add_func ("/instants/weeks", test_weeks);
  return g_test_run ();
}
