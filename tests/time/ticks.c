#include "time/dtl-ticks.h"

#include "base/testing.h"

#include <string.h>

static const DtlLabelStyle english = DTL_LABEL_STYLE_INIT;

static DtlTime
make_time (gint64 year, int month, int day)
{
  return dtl_time_from_day (dtl_gregorian_to_day (year, month, day));
}

/* Columns: unit, n, nominal seconds, minor, alignment, label, context. */
static void
check_rung (char **fields, guint n_fields, guint line, gpointer data)
{
  gint64 seconds = g_ascii_strtoll (fields[2], NULL, 10);
  double spacing = 100;
  DtlTickStep step;

  if (strcmp (fields[0], "unit") == 0)
    return;
  step = dtl_ticks_choose ((double) seconds / spacing, spacing, -1);
  if (strcmp (fields[0], "week") == 0) /* never chosen by itself */
    {
      step--;
      while (dtl_ticks_get_step_seconds (step) != seconds)
        step--;
    }
  g_assert_cmpint (dtl_ticks_get_step_seconds (step), ==, seconds);
}

static DtlTickStep
find_step (gint64 seconds)
{
  for (DtlTickStep step = 0; step < dtl_ticks_get_n_steps (); step++)
    if (dtl_ticks_get_step_seconds (step) == seconds)
      return step;
  g_assert_not_reached ();
}

/* Labels of the major ticks, minor ones as dots: "Jan . . Feb". */
static char *
describe (DtlTickStep step, DtlTime from, DtlTime to, guint max)
{
  g_autoptr (GArray) ticks = dtl_ticks_list (step, from, to, max, &english);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);
      g_autofree char *label = dtl_ticks_dup_label (step, tick->time, &english);

      g_string_append (text, i == 0 ? "" : " ");
      g_string_append (text, tick->major ? label : ".");
      if (i > 0)
        g_assert_cmpint (tick->time, >, g_array_index (ticks, DtlTick, i - 1).time);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct {
  gint64 seconds; /* nominal, of the step */
  DtlTime from, to;
  const char *expected;
} Window;

#define YEARS(n) ((n) *DTL_SECONDS_PER_YEAR)
#define DAY DTL_SECONDS_PER_DAY

static const Window windows[] = {
  { 1, 0, 3, "00:00:00 00:00:01 00:00:02" },
  { 30, 65, 125, "00:01:00 . . 00:01:30 . . 00:02:00" },
  { 3600, 1800, 7200, "00:00 . . 01:00 . . ." },
  { 43200, -1, 43201, "12:00 00:00 . . . 12:00" },
};

/* Days of a month stay days of a month, over October 1582 too. */
static void
test_days (void)
{
  g_autofree char *february =
      describe (find_step (5 * DAY), make_time (2023, 2, 24), make_time (2023, 3, 7), 99);
  g_autofree char *two =
      describe (find_step (2 * DAY), make_time (2023, 1, 28), make_time (2023, 2, 4), 99);
  g_autofree char *reform =
      describe (find_step (DAY), make_time (1582, 10, 12), make_time (1582, 10, 16), 99);

  g_assert_cmpstr (february, ==, "21 . . 26 . . 1 . . . . 6");
  g_assert_cmpstr (two, ==, "27 . 29 . . 1 . 3");
  /* 12 and 13 October Gregorian are the 2nd and 3rd Julian. */
  g_assert_cmpstr (reform, ==, "2 . . . 3 . . . 4 . . . 15 . . .");
}

static void
test_months (void)
{
  g_autofree char *quarters =
      describe (find_step (7889238), make_time (1949, 12, 1), make_time (1950, 7, 2), 99);
  g_autofree char *halves =
      describe (find_step (15778476), make_time (1950, 1, 1), make_time (1950, 7, 2), 99);

  g_assert_cmpstr (quarters, ==, "Oct . Jan . . Apr . . Jul");
  g_assert_cmpstr (halves, ==, "Jan 1950 . . . . . Jul 1950");
}

/* No year 0: AD 1 stands in its place, n BC on the other side. */
static void
test_era (void)
{
  DtlTime from = make_time (-1100, 1, 1), to = make_time (1100, 1, 1);
  g_autofree char *centuries = describe (find_step (YEARS (500)), from, to, 99);
  g_autofree char *years =
      describe (find_step (YEARS (1)), make_time (-1, 1, 1), make_time (3, 1, 1), 99);
  g_autofree char *fives =
      describe (find_step (YEARS (5)), make_time (-10, 1, 1), make_time (7, 1, 1), 99);

  g_assert_cmpstr (centuries, ==,
                   "1500 BC . 1000 BC . . . . 500 BC . . . . "
                   "AD 1 . . . . AD 500 . . . . 1000");
  g_assert_cmpstr (years, ==, "2 BC . . . 1 BC . . . AD 1 . . . AD 2 . . . AD 3");
  g_assert_cmpstr (fives, ==, "15 BC 10 BC . . . . 5 BC . . . . AD 1 . . . AD 5 . .");
}

static void
test_before_present (void)
{
  g_autofree char *millions =
      describe (find_step (YEARS (20000000)), -YEARS (70000000), -YEARS (30000000), 99);
  g_autofree char *whole = describe (find_step (YEARS (5000000000)), -YEARS (13800000000),
                                     YEARS (6000000000), 99);
  g_autofree char *near =
      describe (find_step (YEARS (10000)), -YEARS (21000), YEARS (11000), 5);

  g_assert_cmpstr (millions, ==, "80 Ma . 60 Ma . . . 40 Ma . .");
  g_assert_cmpstr (whole, ==,
                   "15 Ga . . . 10 Ga . . . . 5 Ga . . . . present . . . . in 5 Ga .");
  g_assert_cmpstr (near, ==, "30 ka 20 ka . . .");
}

/* A window may lie anywhere and be as wide as it likes. */
static void
test_limits (void)
{
  g_autoptr (GArray) past =
      dtl_ticks_list (0, DTL_TIME_PAST, DTL_TIME_FUTURE, 240, &english);
  g_autoptr (GArray) beyond = dtl_ticks_list (find_step (YEARS (1)), DTL_TIME_MAX + 1,
                                              DTL_TIME_FUTURE, 240, &english);
  g_autoptr (GArray) all = dtl_ticks_list (dtl_ticks_get_n_steps () - 1, DTL_TIME_MIN,
                                           DTL_TIME_MAX, 240, &english);

  g_assert_cmpuint (past->len, ==, 240);
  g_assert_cmpuint (beyond->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 29);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpint (ABS (g_array_index (all, DtlTick, i).time), <=, DTL_TIME_MAX);
}

/* In every step and at every age: in order, in the window but for the first,
 * and each major one is what the label of its own place says. */
static void
test_any_window (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (59);

  for (guint i = 0; i < 20000; i++)
    {
      DtlTickStep step = g_rand_int_range (rand, 0, dtl_ticks_get_n_steps ());
      gint64 seconds = dtl_ticks_get_step_seconds (step);
      gint64 random = (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand));
      DtlTime from = random >> g_rand_int_range (rand, 1, 60);
      DtlTime to = dtl_time_add (CLAMP (from, DTL_TIME_MIN, DTL_TIME_MAX), seconds * 3);
      g_autofree char *text = describe (step, from, to, 60);

      g_assert_nonnull (text);
    }
}

static void
test_hysteresis (void)
{
  DtlTickStep year = find_step (YEARS (1));
  double per_pixel = (double) YEARS (1) / 100;

  g_assert_cmpint (dtl_ticks_choose (per_pixel, 100, -1), ==, year);
  g_assert_cmpint (dtl_ticks_choose (per_pixel, 120, year), ==, year);
  g_assert_cmpint (dtl_ticks_choose (per_pixel, 130, year), ==, year + 1);
  g_assert_cmpint (dtl_ticks_choose (per_pixel, 41, year), ==, year);
  g_assert_cmpint (dtl_ticks_choose (per_pixel, 39, year), ==, year - 1);
  g_assert_cmpint (dtl_ticks_choose (1e30, 100, -1), ==, dtl_ticks_get_n_steps () - 1);
  g_assert_cmpint (dtl_ticks_choose (1e-30, 100, -1), ==, 0);
}

typedef struct {
  const char *language;
  gint64 seconds;
  gint64 year;
  int month, day;
  const char *label;
  const char *context;
} Words;

static const Words words[] = {
  { "en", 60, 1950, 7, 27, "00:00", "27 July 1950" },
  { "en", DAY, 1950, 7, 27, "27", "July 1950" },
  { "en", 10 * DAY, 1950, 7, 21, "21 Jul", "1950" },
  { "en", 2629746, 1950, 7, 1, "Jul", "1950" },
  { "en", YEARS (1), 1950, 1, 1, "1950", "" },
  { "en", YEARS (100), -500, 12, 27, "500 BC", "" }, /* 1 January Julian */
  { "en", YEARS (1000000), -65998050, 1, 1, "66 Ma", "before present" },
  { "en", YEARS (500000000), -4499998050, 1, 1, "4.5 Ga", "before present" },
  { "en", YEARS (1000000000), 5000001950, 1, 1, "in 5 Ga", "" },
  { "en-US", DAY, 1950, 7, 27, "27", "July 1950" },
  { "de", 60, 1950, 7, 27, "00:00", "27. Juli 1950" },
  { "de", YEARS (500000000), -4499998050, 1, 1, "4,5 Ga", "vor heute" },
  { "fr", YEARS (100), -500, 12, 27, "500 av. J.-C.", "" },
  { "ru", DAY, 1950, 7, 27, "27", "июль 1950\342\200\257г." },
  { "ko", YEARS (100), -500, 12, 27, "기원전 500년", "" },
  { "zh", DAY, 1950, 7, 27, "27日", "1950年7月" },
  { "th", YEARS (1), 1950, 1, 1, "1950", "" }, /* not the Buddhist year */
  { "ar", YEARS (1), 1950, 1, 1, "١٩٥٠", "" },
  { "not a tag", DAY, 1950, 7, 27, "27", "July 1950" },
};

static void
test_words (gconstpointer data)
{
  const Words *row = data;
  DtlLabelStyle style = { row->language, FALSE, DTL_CALENDAR_HISTORICAL };
  DtlTime time = make_time (row->year, row->month, row->day);
  DtlTickStep step = find_step (row->seconds);
  g_autofree char *label = dtl_ticks_dup_label (step, time, &style);
  g_autofree char *context = dtl_ticks_dup_context (step, time, &style);

  g_assert_cmpstr (label, ==, row->label);
  g_assert_cmpstr (context, ==, row->context);
}

static void
test_window (gconstpointer data)
{
  const Window *row = data;
  g_autofree char *text = describe (find_step (row->seconds), row->from, row->to, 99);

  g_assert_cmpstr (text, ==, row->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  testing_add_rows ("ticks/ladder", "time/vectors/tick-ladder.tsv", check_rung, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ticks/window/%u", i);

      g_test_add_data_func (path, &windows[i], test_window);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/ticks/words/%u %s %s", i, words[i].language, words[i].label);

      g_test_add_data_func (path, &words[i], test_words);
    }
  g_test_add_func ("/ticks/days", test_days);
  g_test_add_func ("/ticks/months", test_months);
  g_test_add_func ("/ticks/era", test_era);
  g_test_add_func ("/ticks/before-present", test_before_present);
  g_test_add_func ("/ticks/limits", test_limits);
  g_test_add_func ("/ticks/any-window", test_any_window);
  g_test_add_func ("/ticks/hysteresis", test_hysteresis);
  return g_test_run ();
}
