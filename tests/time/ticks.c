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
describe_in (const DtlLabelStyle *style,
             DtlTickStep step,
             DtlTime from,
             DtlTime to,
             guint max)
{
  g_autoptr (GArray) ticks = dtl_ticks_list (step, from, to, max, style);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const DtlTick *tick = &g_array_index (ticks, DtlTick, i);
      g_autofree char *label = dtl_ticks_dup_label (step, tick->time, style);

      g_string_append (text, i == 0 ? "" : " ");
      g_string_append (text, tick->major ? label : ".");
      if (i > 0)
        g_assert_cmpint (tick->time, >, g_array_index (ticks, DtlTick, i - 1).time);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe (DtlTickStep step, DtlTime from, DtlTime to, guint max)
{
  return describe_in (&english, step, from, to, max);
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

/* Axes in other calendars; the windows are Gregorian. */
typedef struct {
  DtlCalendar calendar;
  gint64 seconds;
  int from[3], to[3];
  const char *expected;
} Axis;

#define MONTH 2629746

static const Axis axes[] = {
  /* multiples of n in the own count, and the historical one before its year 1 */
  { DTL_CALENDAR_ISLAMIC_CIVIL,
    YEARS (5),
    { 2020, 1, 1 },
    { 2030, 1, 1 },
    "1440 AH . . . 1445 AH . . . . 1450 AH ." },
  { DTL_CALENDAR_ISLAMIC_CIVIL,
    YEARS (100),
    { 400, 1, 1 },
    { 1000, 1, 1 },
    "AD 300 AD 400 . . . . . . . . . AD 500 . . . . . . . . . AD 600 . . 1 AH . . . . . "
    ". . . . 100 AH . . . . . . . . . 200 AH . . . . . . . . . 300 AH . . . . . . . . "
    "." },
  { DTL_CALENDAR_HEBREW,
    YEARS (1),
    { 2021, 1, 1 },
    { 2025, 1, 1 },
    "5781 . . 5782 . . . 5783 . . . 5784 . . . 5785" },
  { DTL_CALENDAR_HEBREW,
    MONTH,
    { 2024, 1, 1 },
    { 2024, 7, 1 },
    "Tevet . Shevat . . Adar I . . Adar II . . Nisan . . Iyar . . Sivan . ." },
  { DTL_CALENDAR_HEBREW,
    10 * DAY,
    { 2024, 1, 1 },
    { 2024, 3, 1 },
    "11 Tevet . 21 Tevet . . . . . . . . 1 Shevat . . . . . . . . . 11 Shevat . . . . . "
    ". . . . 21 Shevat . . . . . . . . . 1 Adar I . . . . . . . . . 11 Adar I . . . . . "
    ". . . ." },
  { DTL_CALENDAR_PERSIAN,
    7889238,
    { 2023, 1, 1 },
    { 2024, 7, 1 },
    "Dey . . Farvardin . . Tir . . Mehr . . Dey . . Farvardin . . Tir" },
  { DTL_CALENDAR_CHINESE,
    MONTH,
    { 2023, 1, 1 },
    { 2023, 9, 1 },
    "Mo12 . . Mo1 . . Mo2 . . Leap Mo2 . . Mo3 . . Mo4 . . Mo5 . . Mo6 . . Mo7 ." },
  { DTL_CALENDAR_CHINESE,
    YEARS (10),
    { 2070, 1, 1 },
    { 2130, 1, 1 },
    "2060 (geng-chen) 2070 (geng-yin) . . . . . . . . . 2080 (geng-zi) . . . . . . . . . "
    "2090 (geng-xu) . . . . . . . . . 2100 (geng-shen) . . . . . . . . 2110 . . . . . . "
    ". . . 2120 . . . . . . . . ." },
  /* an era begins where it begins */
  { DTL_CALENDAR_JAPANESE,
    YEARS (5),
    { 1905, 1, 1 },
    { 1936, 1, 1 },
    "Meiji 35 . . Meiji 40 . . . . Meiji 45 Taishō 1 . . . Taishō 5 . . . "
    ". Taishō 10 . . . . Taishō 15 Shōwa 1 . . . Shōwa 5 . . "
    ". . Shōwa 10" },
  { DTL_CALENDAR_JAPANESE,
    MONTH,
    { 1988, 11, 1 },
    { 1989, 4, 1 },
    "Nov . . Dec . . Jan 8 Jan . . Feb . . Mar . ." },
  { DTL_CALENDAR_JAPANESE,
    YEARS (100),
    { 1700, 1, 1 },
    { 2100, 1, 1 },
    "1700 . . . . . . . . . 1800 . . . . . . . Meiji 6 . . . . Taishō 1 . "
    "Shōwa 1 . . . . . . Heisei 1 . . . Reiwa 1 . . . . . . . ." },
  { DTL_CALENDAR_BUDDHIST,
    YEARS (5),
    { 1880, 1, 1 },
    { 1950, 1, 1 },
    "1880 . . . . 1885 . . . . 2432 BE . . 2435 BE . . . . 2440 BE . . . . 2445 BE . . . "
    ". 2450 BE . . . . 2455 BE . . . . 2460 BE . . . . 2465 BE . . . . 2470 BE . . . . "
    "2475 BE . . . . 2480 BE . . . . 2485 BE . . . . 2490 BE . ." },
  { DTL_CALENDAR_ROC,
    YEARS (5),
    { 1900, 1, 1 },
    { 1925, 1, 1 },
    "1900 . . . . 1905 . . . . 1910 . 1 Minguo . . . 5 Minguo . . . . 10 Minguo . . ." },
  { DTL_CALENDAR_FRENCH_REPUBLICAN,
    YEARS (2),
    { 1788, 1, 1 },
    { 1812, 1, 1 },
    "1788 . . . 1790 . . . 1792 . Year I . Year II . . . Year IV . . . Year VI . . . "
    "Year VIII . . . Year X . . . Year XII . . . Year XIV . . . 1808 . . . 1810 . . ." },
  { DTL_CALENDAR_FRENCH_REPUBLICAN,
    MONTH,
    { 1794, 8, 1 },
    { 1794, 12, 1 },
    "Thermidor . Fructidor . . Fête de la Vertu Vend\303\251miaire . . Brumaire . "
    ". Frimaire" },
  { DTL_CALENDAR_ETHIOPIAN,
    7889238,
    { 2023, 1, 1 },
    { 2024, 7, 1 },
    "Tahsas . . Megabit . . Sene . . . Meskerem . . Tahsas . . Megabit . . Sene" },
  { DTL_CALENDAR_UMM_AL_QURA,
    YEARS (10),
    { 1920, 1, 1 },
    { 2100, 1, 1 },
    "1920 . . . . . . . . . 1930 . . . . . . . 1356 AH . . . 1360 AH . . . . . . . . . "
    "1370 AH . . . . . . . . . 1380 AH . . . . . . . . . 1390 AH . . . . . . . . . 1400 "
    "AH . . . . . . . . . 1410 AH . . . . . . . . . 1420 AH . . . . . . . . . 1430 AH . "
    ". . . . ." },
  /* the same in each */
  { DTL_CALENDAR_HEBREW,
    YEARS (20000000),
    { -70000000, 1, 1 },
    { -30000000, 1, 1 },
    "80 Ma . . 60 Ma . . . 40 Ma ." },
  { DTL_CALENDAR_MAYA,
    YEARS (5),
    { 2020, 1, 1 },
    { 2030, 1, 1 },
    "2020 . . . . 2025 . . . ." },
};

static void
test_axis (gconstpointer data)
{
  const Axis *row = data;
  DtlLabelStyle style = { "en", FALSE, row->calendar };
  g_autofree char *text =
      describe_in (&style, find_step (row->seconds),
                   make_time (row->from[0], row->from[1], row->from[2]),
                   make_time (row->to[0], row->to[1], row->to[2]), 99);

  g_assert_cmpstr (text, ==, row->expected);
}

/* Every calendar and step, anywhere: in order, and never without an end. */
static void
test_any_axis (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (622);

  for (guint i = 0; i < 4000; i++)
    {
      DtlCalendar calendar = g_rand_int_range (rand, 0, DTL_N_CALENDARS);
      DtlLabelStyle style = { "en", FALSE, calendar };
      DtlTickStep step = g_rand_int_range (rand, 0, dtl_ticks_get_n_steps ());
      gint64 seconds = dtl_ticks_get_step_seconds (step);
      DtlTime year = make_time (g_rand_int_range (rand, -4000, 4000), 1, 1);
      DtlTime from = dtl_time_add (year, -seconds);
      DtlTime to = dtl_time_add (from, MIN (seconds, DTL_TIME_MAX / 8) * 7);
      g_autofree char *text = describe_in (&style, step, from, to, 60);

      g_assert_nonnull (text);
    }
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
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/ticks/any-axis", test_any_axis);
  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ticks/axis/%u-%s", i,
                                               dtl_calendar_get_name (axes[i].calendar));

      g_test_add_data_func (path, &axes[i], test_axis);
    }
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
