/* Dates in the forms of other programs: the vectors, refusals, and that what is
 * written reads back the same or says what it lost. */

#include "base/testing.h"
#include "time/forms/dtl-gedcom.h"
#include "time/forms/dtl-timelinejs.h"
#include "time/forms/dtl-timex.h"
#include "time/forms/dtl-wikidata.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The day of "-0043-03-13", Gregorian, cut at the ends of time. */
static gint64
read_day (const char *label)
{
  const gint64 most = DTL_TIME_MAX / DTL_SECONDS_PER_DAY;
  gboolean negative = *label == '-';
  char *rest;
  gint64 year = g_ascii_strtoll (label + negative, &rest, 10);
  gint64 day;
  int month, month_day;

  g_assert_cmpint (sscanf (rest, "-%d-%d", &month, &month_day), ==, 2);
  day = dtl_gregorian_to_day (negative ? -year : year, month, month_day);
  return CLAMP (day, -most, most);
}

/* @inclusive: the last second of the bound. */
static void
check_bound (const char *label, DtlTime inclusive)
{
  const gint64 most = DTL_TIME_MAX / DTL_SECONDS_PER_DAY;

  if (strcmp (label, "-inf") == 0)
    g_assert_cmpint (inclusive, ==, DTL_TIME_PAST);
  else if (strcmp (label, "+inf") == 0)
    g_assert_cmpint (inclusive, ==, DTL_TIME_FUTURE);
  else
    {
      gint64 day = CLAMP (dtl_time_get_day (inclusive), -most, most);
      gint64 expected = read_day (label);

      /* Far beyond the range both ends are the end of time. */
      if (ABS (expected) == most)
        g_assert_cmpint (ABS (day - expected), <=, 1);
      else
        g_assert_cmpint (day, ==, expected);
    }
}

static DtlTime
get_before (DtlTime time)
{
  return dtl_time_is_bounded (time) ? time - 1 : time;
}

static void
check_unknown (const DtlExtent *extent, guint flag, DtlTime bound)
{
  g_assert_cmphex (extent->flags & flag, ==, flag);
  g_assert_false (dtl_time_is_bounded (bound));
}

/* "approx;calculated;julian": the calendar a date was written in is kept. */
static void
check_gedcom_calendar (const DtlExtent *extent, const char *flags)
{
  static const struct {
    const char *flag;
    DtlCalendar calendar;
  } calendars[] = { { "gregorian", DTL_CALENDAR_GREGORIAN },
                    { "julian", DTL_CALENDAR_JULIAN },
                    { "hebrew", DTL_CALENDAR_HEBREW },
                    { "french_r", DTL_CALENDAR_FRENCH_REPUBLICAN } };

  for (guint i = 0; i < G_N_ELEMENTS (calendars); i++)
    if (strstr (flags, calendars[i].flag) != NULL)
      g_assert_cmpint (extent->calendar, ==, calendars[i].calendar);
}

/* payload es ls ee le usable flags source */
static void
check_gedcom (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlExtent extent;
  DtlLoss loss;
  g_autoptr (GError) error = NULL;

  if (strcmp (fields[0], "payload") == 0)
    return;
  if (strcmp (fields[5], "0") == 0)
    {
      g_assert_false (dtl_gedcom_read (fields[0], &extent, &loss, &error));
      g_assert_nonnull (error);
      return;
    }
  dtl_gedcom_read (fields[0], &extent, &loss, &error);
  g_assert_no_error (error);

  if (strcmp (fields[1], "?") == 0)
    check_unknown (&extent, DTL_EXTENT_UNKNOWN_START, extent.start);
  else
    {
      check_bound (fields[1], extent.start);
      check_bound (fields[2], extent.latest_start);
    }
  if (strcmp (fields[3], "?") == 0)
    check_unknown (&extent, DTL_EXTENT_UNKNOWN_END, extent.end);
  else
    {
      /* Within one unit the earliest end lies right behind the start. */
      check_bound (fields[3], extent.kind == DTL_EXTENT_SPAN
                                  ? get_before (extent.earliest_end)
                                  : extent.start);
      check_bound (fields[4], get_before (extent.end));
    }
  g_assert_cmpint ((extent.flags & DTL_EXTENT_APPROXIMATE) != 0, ==,
                   strstr (fields[6], "approx") != NULL);
  g_assert_cmpint (extent.kind == DTL_EXTENT_SPAN, ==,
                   strstr (fields[6], "period") != NULL);
  check_gedcom_calendar (&extent, fields[6]);
}

/* What is written reads back to the same bounds. */
static void
check_gedcom_round_trip (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlExtent extent, back;
  DtlLoss loss;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  if (!dtl_gedcom_read (fields[0], &extent, &loss, NULL))
    return;
  for (DtlGedcomVersion version = DTL_GEDCOM_7; version <= DTL_GEDCOM_5; version++)
    {
      g_clear_pointer (&written, g_free);
      written = dtl_gedcom_write (&extent, version, &loss);
      g_assert_nonnull (written);
      g_assert_cmphex (loss & ~(guint) DTL_LOSS_QUALIFIER, ==, 0);
      dtl_gedcom_read (written, &back, &loss, &error);
      g_assert_no_error (error);
      g_assert_cmpint (back.start, ==, extent.start);
      g_assert_cmpint (back.latest_start, ==, extent.latest_start);
      g_assert_cmpint (back.earliest_end, ==, extent.earliest_end);
      g_assert_cmpint (back.end, ==, extent.end);
      g_assert_cmpint (back.calendar, ==, extent.calendar);
    }
}

static const struct {
  const char *old, *new;
} gedcom_5[] = {
  { "@#DJULIAN@ 25 OCT 1917", "JULIAN 25 OCT 1917" },
  { "@#DFRENCH R@ 11 NIVO 6", "FRENCH_R 11 NIVO 6" },
  { "@#DHEBREW@ 15 NSN 5784", "HEBREW 15 NSN 5784" },
  { "15 MAR 44 B.C.", "15 MAR 44 BCE" },
  { "bet 1914 and 1918", "BET 1914 AND 1918" },
  { "@#DJULIAN@ 30 JAN 1648/49", "JULIAN 30 JAN 1649" },
  { "INT 1340 (in the year of the great flood)", "1340" },
};

static void
test_gedcom_5 (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  DtlExtent old, new;
  DtlLoss loss;
  g_autoptr (GError) error = NULL;

  dtl_gedcom_read (gedcom_5[i].old, &old, &loss, &error);
  g_assert_no_error (error);
  dtl_gedcom_read (gedcom_5[i].new, &new, &loss, &error);
  g_assert_no_error (error);
  g_assert_cmpint (old.start, ==, new.start);
  g_assert_cmpint (old.end, ==, new.end);
}

static const char *const no_gedcom[] = {
  "12 JAN 1699/04",
  "999999999/9",
  "",
  "(long ago)",
  "1401 1402",
  "32 JAN 1900",
  "29 FEB 1900",
  "JAN",
  "12 1401",
  "BET 1914",
  "BET 1918 AND 1914",
  "FROM",
  "0",
  "MOON 1401",
  "1401 AND",
  "HEBREW 15 NSN 5784 BCE",
  "1401BCE",
  "99999999999",
  "ABT ABT 1900",
  "@#DROMAN@ 1 JAN 700",
};

static void
test_no_gedcom (gconstpointer data)
{
  DtlExtent extent;
  DtlLoss loss;
  g_autoptr (GError) error = NULL;

  g_assert_false (dtl_gedcom_read (data, &extent, &loss, &error));
  g_assert_nonnull (error);
}

/* time precision calendarmodel es le usable label source */
static void
check_wikidata (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlExtent extent;
  DtlCalendar calendar =
      strcmp (fields[2], "julian") == 0 ? DTL_CALENDAR_JULIAN : DTL_CALENDAR_GREGORIAN;
  g_autoptr (GError) error = NULL;

  if (strcmp (fields[0], "time") == 0)
    return;
  dtl_wikidata_read (fields[0], atoi (fields[1]), calendar, DTL_WIKIDATA_JSON, &extent,
                     &error);
  if (strcmp (fields[5], "0") == 0)
    {
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  check_bound (fields[3], extent.start);
  check_bound (fields[4], extent.end - 1);
  g_assert_cmpint (extent.precision, ==, atoi (fields[1]));
}

static void
check_wikidata_round_trip (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlExtent extent, back;
  DtlCalendar calendar =
      strcmp (fields[2], "julian") == 0 ? DTL_CALENDAR_JULIAN : DTL_CALENDAR_GREGORIAN;
  DtlWikidataTime written;
  DtlLoss loss;
  g_autoptr (GError) error = NULL;

  if (!dtl_wikidata_read (fields[0], atoi (fields[1]), calendar, DTL_WIKIDATA_JSON,
                          &extent, NULL) ||
      extent.flags & DTL_EXTENT_OUT_OF_RANGE)
    return;
  written = dtl_wikidata_write (&extent, &loss);
  g_assert_cmphex (loss, ==, DTL_LOSS_NONE);
  dtl_wikidata_read (written.time, written.precision, written.calendar, DTL_WIKIDATA_JSON,
                     &back, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back.start, ==, extent.start);
  g_assert_cmpint (back.end, ==, extent.end);
  dtl_wikidata_time_clear (&written);
}

/* The same day in the two numberings: 44 BC is -44 in JSON, -43 in RDF. */
static void
test_wikidata_rdf (void)
{
  DtlExtent json, rdf;

  g_assert_true (dtl_wikidata_read ("-0044-03-15T00:00:00Z", 11, DTL_CALENDAR_JULIAN,
                                    DTL_WIKIDATA_JSON, &json, NULL));
  g_assert_true (dtl_wikidata_read ("-0043-03-13T00:00:00Z", 11, DTL_CALENDAR_JULIAN,
                                    DTL_WIKIDATA_RDF, &rdf, NULL));
  g_assert_cmpint (json.start, ==, rdf.start);
  g_assert_true (dtl_wikidata_read ("+0000-03-13T00:00:00Z", 11, DTL_CALENDAR_GREGORIAN,
                                    DTL_WIKIDATA_RDF, &rdf, NULL));
  g_assert_cmpint (dtl_time_get_day (rdf.start), ==, dtl_gregorian_to_day (0, 3, 13));
}

static const struct {
  const char *time;
  int precision;
} no_wikidata[] = {
  { "", 9 },
  { "1953-07-27T00:00:00Z", 11 },
  { "+1953-07-27", 11 },
  { "+1953-07-27T00:00:00", 11 },
  { "+1953-7-27T00:00:00Z", 11 },
  { "+1953-07-32T00:00:00Z", 11 },
  { "+1953-00-27T00:00:00Z", 11 },
  { "+1953-07-00T00:00:00Z", 11 },
  { "+1953-07-27T00:00:00Z", 15 },
  { "+1953-07-27T00:00:00Z", -1 },
  { "+99999999999999999999-01-01T00:00:00Z", 9 },
};

static void
test_no_wikidata (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  DtlExtent extent;
  g_autoptr (GError) error = NULL;

  g_assert_false (dtl_wikidata_read (no_wikidata[i].time, no_wikidata[i].precision,
                                     DTL_CALENDAR_GREGORIAN, DTL_WIKIDATA_JSON, &extent,
                                     &error));
  g_assert_nonnull (error);
}

/* "1994-05-03T10:59:59" as the last second of a bound, or a day alone. */
static void
check_moment (const char *label, DtlTime inclusive)
{
  const char *clock = strchr (label, 'T');
  int hour, minute, second;

  if (clock == NULL)
    {
      check_bound (label, inclusive);
      return;
    }
  g_assert_cmpint (sscanf (clock, "T%d:%d:%d", &hour, &minute, &second), ==, 3);
  g_assert_cmpint (inclusive, ==,
                   read_day (label) * DTL_SECONDS_PER_DAY + hour * 3600 + minute * 60 +
                       second);
}

/* type value mod es le */
static void
check_timex (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlExtent extent;
  g_autoptr (GError) error = NULL;

  if (strcmp (fields[0], "type") == 0)
    return;
  dtl_timex_read (fields[1], strcmp (fields[2], "-") == 0 ? NULL : fields[2], &extent,
                  &error);
  if (strcmp (fields[3], "-") == 0)
    {
      g_assert_error (error, DTL_TIMEX_ERROR, DTL_TIMEX_ERROR_NO_POSITION);
      return;
    }
  g_assert_no_error (error);
  check_moment (fields[3], extent.start);
  check_moment (fields[4], get_before (extent.end));
}

static const char *const no_timex[] = {
  "",         "19945",       "1994-13",       "1994-02-30",
  "1994-W54", "1994-W23-8",  "1994-5-3",      "1994-05-3",
  "1994-QX",  "1994-05-03T", "1994-05-03T25", "1994-05-03T10:7",
  "BC",       "1994-05-03x", "next year",
};

static void
test_no_timex (gconstpointer data)
{
  DtlExtent extent;
  g_autoptr (GError) error = NULL;

  g_assert_false (dtl_timex_read (data, NULL, &extent, &error));
  g_assert_nonnull (error);
}

/* A number behind "NAME": in the row's JSON, which is flat and our own. */
static gint64
find_number (const char *json, const char *name)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\":", name);
  const char *at = strstr (json, quoted);

  if (at == NULL)
    return DTL_TIMELINEJS_NONE;
  at += strlen (quoted);
  at += *at == '"';
  return g_ascii_isdigit (*at) || *at == '-' ? g_ascii_strtoll (at, NULL, 10)
                                             : DTL_TIMELINEJS_NONE;
}

/* json es le note */
static void
check_timelinejs (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlTimelineJsDate date = {
    find_number (fields[0], "year"),   find_number (fields[0], "month"),
    find_number (fields[0], "day"),    find_number (fields[0], "hour"),
    find_number (fields[0], "minute"), find_number (fields[0], "second")
  };
  DtlTimelineJsDate back;
  DtlExtent extent;
  DtlLoss loss;
  g_autoptr (GError) error = NULL;

  if (strcmp (fields[0], "json") == 0)
    return;
  dtl_timelinejs_read (&date, &extent, &error);
  if (strcmp (fields[1], "-") == 0)
    {
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  check_moment (fields[1], extent.start);
  check_moment (fields[2], extent.end - 1);

  g_assert_true (dtl_timelinejs_write (&extent, FALSE, &back, &loss));
  g_assert_cmphex (loss, ==, DTL_LOSS_NONE);
  g_assert_cmpint (back.year, ==, date.year);
  if (extent.precision >= DTL_PRECISION_HOUR)
    g_assert_cmpint (back.hour, ==, date.hour);
}

static void
test_losses (void)
{
  g_autofree char *none = dtl_loss_describe (DTL_LOSS_NONE);
  g_autofree char *two = dtl_loss_describe (DTL_LOSS_CLOCK | DTL_LOSS_OFFSET);

  g_assert_null (none);
  g_assert_cmpstr (two, ==, "the time of day, the time zone");
}

static void
add_case (const char *folder, guint i, gconstpointer data, GTestDataFunc check)
{
  g_autofree char *path = g_strdup_printf ("/%s/%u", folder, i);

  g_test_add_data_func (path, data, check);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  testing_add_rows ("gedcom", "time/vectors/gedcom7.tsv", check_gedcom, NULL);
  testing_add_rows ("gedcom-back", "time/vectors/gedcom7.tsv", check_gedcom_round_trip,
                    NULL);
  testing_add_rows ("wikidata", "time/vectors/wikidata.tsv", check_wikidata, NULL);
  testing_add_rows ("wikidata-back", "time/vectors/wikidata.tsv",
                    check_wikidata_round_trip, NULL);
  testing_add_rows ("timex3", "time/vectors/timex3.tsv", check_timex, NULL);
  testing_add_rows ("timelinejs", "time/vectors/timelinejs.tsv", check_timelinejs, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (no_timex); i++)
    add_case ("no-timex", i, no_timex[i], test_no_timex);
  for (guint i = 0; i < G_N_ELEMENTS (gedcom_5); i++)
    add_case ("gedcom-5", i, GUINT_TO_POINTER (i), test_gedcom_5);
  for (guint i = 0; i < G_N_ELEMENTS (no_gedcom); i++)
    add_case ("no-gedcom", i, no_gedcom[i], test_no_gedcom);
  for (guint i = 0; i < G_N_ELEMENTS (no_wikidata); i++)
    add_case ("no-wikidata", i, GUINT_TO_POINTER (i), test_no_wikidata);
  g_test_add_func ("/wikidata-rdf", test_wikidata_rdf);
  g_test_add_func ("/losses", test_losses);
  return g_test_run ();
}
