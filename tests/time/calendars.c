/* Every calendar: vectors in both directions, year tables, days that do not
 * exist, round trips over the whole range. */

#include "base/testing.h"
#include "time/dtl-calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
  const char *name; /* in the vectors */
  DtlCalendar calendar;
} names[] = {
  { "gregory", DTL_CALENDAR_GREGORIAN },
  { "julian", DTL_CALENDAR_JULIAN },
  { "islamic-civil", DTL_CALENDAR_ISLAMIC_CIVIL },
  { "islamic-tbla", DTL_CALENDAR_ISLAMIC_TABULAR },
  { "islamic-umalqura", DTL_CALENDAR_UMM_AL_QURA },
  { "hebrew", DTL_CALENDAR_HEBREW },
  { "persian", DTL_CALENDAR_PERSIAN },
  { "chinese", DTL_CALENDAR_CHINESE },
  { "japanese", DTL_CALENDAR_JAPANESE },
  { "buddhist", DTL_CALENDAR_BUDDHIST },
  { "roc", DTL_CALENDAR_ROC },
  { "french-republican", DTL_CALENDAR_FRENCH_REPUBLICAN },
  { "coptic", DTL_CALENDAR_COPTIC },
  { "ethiopic", DTL_CALENDAR_ETHIOPIAN },
  { "indian", DTL_CALENDAR_SAKA },
  { "mayan-long-count", DTL_CALENDAR_MAYA },
};

static gboolean
find_calendar (const char *name, DtlCalendar *ret_calendar)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      {
        *ret_calendar = names[i].calendar;
        return TRUE;
      }
  return FALSE;
}

/* "M05", "M05L". */
static void
read_month_code (const char *code, DtlCalendarDate *date)
{
  g_assert_cmpint (code[0], ==, 'M');
  date->month = atoi (code + 1);
  date->leap_month = g_str_has_suffix (code, "L");
}

static int
find_era (const char *name)
{
  guint n_eras;
  const DtlJapaneseEra *eras = dtl_japanese_get_eras (&n_eras);

  for (guint i = 0; i < n_eras; i++)
    if (strcmp (eras[i].name, name) == 0)
      return (int) i;
  return 0;
}

/* "13.0.8.9.10". */
static void
read_long_count (const char *text, DtlCalendarDate *date)
{
  int baktun, katun, tun, uinal, kin;

  g_assert_cmpint (sscanf (text, "%d.%d.%d.%d.%d", &baktun, &katun, &tun, &uinal, &kin),
                   ==, 5);
  date->year = baktun * 400 + katun * 20 + tun;
  date->month = uinal;
  date->day = kin;
}

static void
check_label (DtlCalendar calendar, gint64 day, const DtlCalendarDate *expected)
{
  DtlCalendarDate found;
  gint64 back;
  g_autoptr (GError) error = NULL;

  dtl_calendar_from_day (calendar, day, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found.year, ==, expected->year);
  g_assert_cmpint (found.month, ==, expected->month);
  g_assert_cmpint (found.leap_month, ==, expected->leap_month);
  g_assert_cmpint (found.day, ==, expected->day);
  g_assert_cmpint (found.era, ==, expected->era);

  dtl_calendar_to_day (calendar, expected, &back, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back, ==, day);
}

static void
check_week (gint64 day, const char *year, const char *code, const char *weekday)
{
  gint64 week_year;
  int week = dtl_day_get_week (day, &week_year);

  g_assert_cmpint (week_year, ==, g_ascii_strtoll (year, NULL, 10));
  g_assert_cmpint (week, ==, atoi (code + 1));
  g_assert_cmpint (dtl_day_get_weekday (day) + 1, ==, atoi (weekday));
  g_assert_cmpint (dtl_day_from_week (week_year, week, atoi (weekday) - 1), ==, day);
}

/* jdn rd weekday gregorian calendar era year monthcode day agree note */
static void
check_vector (char **fields, guint n_fields, guint line, gpointer data)
{
  gint64 day = g_ascii_strtoll (fields[0], NULL, 10) - DTL_JDN_OF_DAY_0;
  DtlCalendarDate expected = { 0 };
  DtlCalendar calendar = DTL_CALENDAR_GREGORIAN;

  if (strcmp (fields[0], "jdn") == 0)
    return;
  if (strcmp (fields[4], "iso8601-week") == 0)
    {
      check_week (day, fields[6], fields[7], fields[8]);
      return;
    }
  g_assert_true (find_calendar (fields[4], &calendar));
  if (calendar == DTL_CALENDAR_MAYA)
    read_long_count (fields[6], &expected);
  else
    {
      expected.year = g_ascii_strtoll (fields[6], NULL, 10);
      read_month_code (fields[7], &expected);
      expected.day = atoi (fields[8]);
      expected.era = calendar == DTL_CALENDAR_JAPANESE ? find_era (fields[5]) : 0;
    }
  check_label (calendar, day, &expected);
}

/* jdn rd gregorian calendar year monthcode day agree wrong_source wrong_answer */
static void
check_trap (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlCalendarDate expected = { 0 };
  DtlCalendar calendar = DTL_CALENDAR_GREGORIAN;

  if (strcmp (fields[0], "jdn") == 0)
    return;
  g_assert_true (find_calendar (fields[3], &calendar));
  expected.year = g_ascii_strtoll (fields[4], NULL, 10);
  read_month_code (fields[5], &expected);
  expected.day = atoi (fields[6]);
  check_label (calendar, g_ascii_strtoll (fields[0], NULL, 10) - DTL_JDN_OF_DAY_0,
               &expected);
}

/* year gregorian jdn days kind */
static void
check_hebrew_year (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlCalendarDate date = { g_ascii_strtoll (fields[0], NULL, 10), 1, 1, FALSE, 0 };
  gint64 start, next;

  if (strcmp (fields[0], "year") == 0)
    return;
  g_assert_true (dtl_calendar_to_day (DTL_CALENDAR_HEBREW, &date, &start, NULL));
  g_assert_cmpint (start + DTL_JDN_OF_DAY_0, ==, g_ascii_strtoll (fields[2], NULL, 10));
  date.year++;
  g_assert_true (dtl_calendar_to_day (DTL_CALENDAR_HEBREW, &date, &next, NULL));
  g_assert_cmpint (next - start, ==, atoi (fields[3]));
}

/* year gregorian jdn */
static void
check_nowruz (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlCalendarDate date = { g_ascii_strtoll (fields[0], NULL, 10), 1, 1, FALSE, 0 };
  gint64 start;

  if (strcmp (fields[0], "year") == 0)
    return;
  g_assert_true (dtl_calendar_to_day (DTL_CALENDAR_PERSIAN, &date, &start, NULL));
  g_assert_cmpint (start + DTL_JDN_OF_DAY_0, ==, g_ascii_strtoll (fields[2], NULL, 10));
}

/* year new_year jdn leap leap_first_day agree */
static void
check_chinese_year (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlCalendarDate date = { g_ascii_strtoll (fields[0], NULL, 10), 1, 1, FALSE, 0 };
  gint64 start, leap;

  if (strcmp (fields[0], "year") == 0)
    return;
  g_assert_true (dtl_calendar_to_day (DTL_CALENDAR_CHINESE, &date, &start, NULL));
  g_assert_cmpint (start + DTL_JDN_OF_DAY_0, ==, g_ascii_strtoll (fields[2], NULL, 10));

  date.leap_month = TRUE;
  for (date.month = 1; date.month <= 12; date.month++)
    g_assert_cmpint (dtl_calendar_to_day (DTL_CALENDAR_CHINESE, &date, &leap, NULL), ==,
                     date.month == atoi (fields[3]));
}

static const struct {
  DtlCalendar calendar;
  DtlCalendarDate date;
} missing[] = {
  { DTL_CALENDAR_GREGORIAN, { 2023, 2, 30, FALSE, 0 } },
  { DTL_CALENDAR_GREGORIAN, { 1900, 2, 29, FALSE, 0 } },
  { DTL_CALENDAR_GREGORIAN, { 2023, 13, 1, FALSE, 0 } },
  { DTL_CALENDAR_GREGORIAN, { 2023, 0, 1, FALSE, 0 } },
  { DTL_CALENDAR_GREGORIAN, { 2023, 4, 0, FALSE, 0 } },
  { DTL_CALENDAR_GREGORIAN, { 2023, 4, 4, TRUE, 0 } },
  { DTL_CALENDAR_JULIAN, { 1901, 2, 29, FALSE, 0 } },
  { DTL_CALENDAR_HISTORICAL, { 1582, 10, 10, FALSE, 0 } },
  { DTL_CALENDAR_ISLAMIC_CIVIL, { 1445, 2, 30, FALSE, 0 } },
  { DTL_CALENDAR_HEBREW, { 5784, 5, 31, TRUE, 0 } },
  { DTL_CALENDAR_HEBREW, { 5783, 5, 1, TRUE, 0 } }, /* not a leap year */
  { DTL_CALENDAR_PERSIAN, { 1402, 12, 30, FALSE, 0 } },
  { DTL_CALENDAR_COPTIC, { 1739, 13, 7, FALSE, 0 } },
  { DTL_CALENDAR_FRENCH_REPUBLICAN, { 4, 13, 6, FALSE, 0 } },
  { DTL_CALENDAR_BUDDHIST, { 2483, 2, 1, FALSE, 0 } }, /* nine months long */
  { DTL_CALENDAR_JAPANESE, { 1, 4, 30, FALSE, 4 } },   /* Reiwa began in May */
  { DTL_CALENDAR_MAYA, { 5200, 18, 0, FALSE, 0 } },
};

static void
test_missing (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  gint64 day;

  g_assert_false (
      dtl_calendar_to_day (missing[i].calendar, &missing[i].date, &day, &error));
  g_assert_error (error, DTL_CALENDAR_ERROR, DTL_CALENDAR_ERROR_NO_SUCH_DAY);
}

/* 29 February 1900 is a day in the Julian calendar, 13 March in the other. */
static void
test_leap_day_of_1900 (void)
{
  DtlCalendarDate date = { 1900, 2, 29, FALSE, 0 };
  gint64 day;

  g_assert_true (dtl_calendar_to_day (DTL_CALENDAR_JULIAN, &date, &day, NULL));
  g_assert_cmpint (day, ==, dtl_gregorian_to_day (1900, 3, 13));
}

typedef struct {
  gint64 first, last;
} Range;

/* Days that a calendar has labels for. */
static Range
get_range (DtlCalendar calendar)
{
  const gint64 most = G_GINT64_CONSTANT (7200000000000000000);
  const Range all = { -most, most };

  switch (calendar)
    {
    case DTL_CALENDAR_UMM_AL_QURA:
      return (Range){ -11981, 39401 };
    case DTL_CALENDAR_CHINESE:
    case DTL_CALENDAR_KOREAN:
      return (Range){ -118676, 47874 };
    case DTL_CALENDAR_JAPANESE:
      return (Range){ -35428, most / 1000 };
    case DTL_CALENDAR_BUDDHIST:
      return (Range){ -29494, most / 1000 };
    case DTL_CALENDAR_FRENCH_REPUBLICAN:
      return (Range){ -64748, -59636 };
    case DTL_CALENDAR_HEBREW:
      return (Range){ -G_GINT64_CONSTANT (72000000000000),
                      G_GINT64_CONSTANT (72000000000000) };
    default:
      return all;
    }
}

static gint64
pick_day (GRand *random, Range range)
{
  guint64 width = (guint64) range.last - (guint64) range.first + 1;
  guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);

  /* Near days as often as far ones. */
  bits >>= g_rand_int_range (random, 0, 64);
  return (gint64) ((guint64) range.first + bits % width);
}

static void
test_round_trip (gconstpointer data)
{
  DtlCalendar calendar = GPOINTER_TO_INT (data);
  Range range = get_range (calendar);
  g_autoptr (GRand) random = g_rand_new_with_seed (1582);

  for (int i = 0; i < 100000; i++)
    {
      gint64 day = pick_day (random, range), back;
      DtlCalendarDate date;

      g_assert_true (dtl_calendar_from_day (calendar, day, &date, NULL));
      g_assert_true (dtl_calendar_to_day (calendar, &date, &back, NULL));
      g_assert_cmpint (back, ==, day);
    }
}

/* A day later is the next label: the day grows by one, or a month begins. */
static void
test_no_gap (gconstpointer data)
{
  DtlCalendar calendar = GPOINTER_TO_INT (data);
  Range range = get_range (calendar);
  gint64 from = CLAMP (-60000, range.first, range.last);
  gint64 to = CLAMP (30000, range.first, range.last);
  DtlCalendarDate before, date;
  int first = calendar == DTL_CALENDAR_MAYA ? 0 : 1;

  g_assert_true (dtl_calendar_from_day (calendar, from, &before, NULL));
  for (gint64 day = from + 1; day <= to; day++)
    {
      g_assert_true (dtl_calendar_from_day (calendar, day, &date, NULL));
      g_assert_true (date.day == before.day + 1 || date.day == first ||
                     date.era != before.era);
      before = date;
    }
}

static void
test_far_days (gconstpointer data)
{
  DtlCalendar calendar = GPOINTER_TO_INT (data);
  const gint64 far[] = { G_MININT64, G_MAXINT64, G_MININT64 / 2, G_MAXINT64 / 2 };

  for (guint i = 0; i < G_N_ELEMENTS (far); i++)
    {
      DtlCalendarDate date = { far[i], 1, 1, FALSE, 0 };
      gint64 day;

      dtl_calendar_to_day (calendar, &date, &day, NULL);
      dtl_calendar_from_day (calendar, far[i], &date, NULL);
    }
}

static void
add_calendar (const char *test, DtlCalendar calendar, GTestDataFunc check)
{
  g_autofree char *path =
      g_strdup_printf ("/%s/%s", test, dtl_calendar_get_name (calendar));

  g_test_add_data_func (path, GINT_TO_POINTER (calendar), check);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  testing_add_rows ("days", "time/vectors/calendars.tsv", check_vector, NULL);
  testing_add_rows ("traps", "time/vectors/calendar-traps.tsv", check_trap, NULL);
  testing_add_rows ("hebrew years", "time/vectors/hebrew-years.tsv", check_hebrew_year,
                    NULL);
  testing_add_rows ("chinese years", "time/vectors/chinese-years.tsv", check_chinese_year,
                    NULL);
  testing_add_rows ("nowruz", "time/vectors/persian-nowruz.tsv", check_nowruz, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autofree char *path = g_strdup_printf ("/missing/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_missing);
    }
  g_test_add_func ("/leap-day-of-1900", test_leap_day_of_1900);
  for (DtlCalendar calendar = 0; calendar < DTL_N_CALENDARS; calendar++)
    {
      add_calendar ("round-trip", calendar, test_round_trip);
      add_calendar ("no-gap", calendar, test_no_gap);
      add_calendar ("far", calendar, test_far_days);
    }
  return g_test_run ();
}
