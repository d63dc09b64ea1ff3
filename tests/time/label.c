#include "time/dtl-label.h"

#include "base/testing.h"
#include "time/forms/dtl-edtf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What stands behind a time of day: "Z", "+05:30". */
static void
read_offset (const char *rest, DtlExtent *extent)
{
  const char *time = strchr (rest, 'T');
  const char *sign = time != NULL ? strpbrk (time, "Z+-") : NULL;
  int hours = 0, minutes = 0;

  if (sign == NULL)
    return;
  sscanf (sign + 1, "%d:%d", &hours, &minutes);
  extent->flags |= DTL_EXTENT_HAS_OFFSET;
  extent->offset_minutes = (gint16) ((*sign == '-' ? -1 : 1) * (hours * 60 + minutes));
}

/* A date of the tables: "1943", "-1199-03-15", "1943-07-27T10:30", "1940s",
 * "C19", "M-3" (century, millennium), "66000000/3" (years ago, precision). */
static DtlExtent
make_date (const char *text)
{
  DtlDate date = { .calendar = DTL_CALENDAR_HISTORICAL };
  g_autoptr (GError) error = NULL;
  DtlExtent extent;
  char *rest;

  if (*text == 'C')
    return dtl_extent_from_century (atoi (text + 1));
  if (*text == 'M')
    return dtl_extent_from_millennium (atoi (text + 1));
  date.year = g_ascii_strtoll (text, &rest, 10);
  if (*rest == '/')
    return dtl_extent_from_years_ago ((double) date.year, (DtlPrecision) atoi (rest + 1));

  date.precision = *rest == 's' ? DTL_PRECISION_DECADE : DTL_PRECISION_YEAR;
  switch (sscanf (rest, "-%d-%dT%d:%d:%d", &date.month, &date.day, &date.hour,
                  &date.minute, &date.second))
    {
    case 1:
      date.precision = DTL_PRECISION_MONTH;
      break;
    case 2:
      date.precision = DTL_PRECISION_DAY;
      break;
    case 3:
      date.precision = DTL_PRECISION_HOUR;
      break;
    case 4:
      date.precision = DTL_PRECISION_MINUTE;
      break;
    case 5:
      date.precision = DTL_PRECISION_SECOND;
      break;
    }
  dtl_extent_from_date (&date, &extent, &error);
  g_assert_no_error (error);
  read_offset (rest, &extent);
  return extent;
}

static DtlExtent
mark (DtlExtent extent, guint flags)
{
  extent.flags |= (guint16) flags;
  return extent;
}

/* Days of a month that is 1 + @months long, as a season or quarter has them. */
static DtlExtent
make_months (const char *from, const char *to, DtlPrecision precision)
{
  DtlExtent first = make_date (from), last = make_date (to);
  DtlExtent extent = dtl_extent_between (&first, &last);

  extent.precision = extent.precision_end = (guint8) precision;
  return extent;
}

static DtlExtent
make_hours (const char *day, int from, int to)
{
  DtlExtent extent = make_date (day);

  extent.end = extent.start + to * 3600;
  extent.start += from * 3600;
  extent.latest_start = extent.end - 1;
  extent.earliest_end = extent.start + 1;
  extent.precision = extent.precision_end = DTL_PRECISION_PART_OF_DAY;
  return extent;
}

/* Years before 1950, as the extractor makes them: "12000/6". */
static DtlExtent
make_before_present (const char *text)
{
  char *rest;
  double years = g_ascii_strtod (text, &rest);

  return dtl_extent_from_years_ago (years - 1950, (DtlPrecision) atoi (rest + 1));
}

/* "early 1940s" of the table is a phrase: how it is made, then its dates. */
static DtlExtent
make_extent (const char *phrase)
{
  g_auto (GStrv) words = g_strsplit (phrase, " ", -1);
  const char *how = words[0];
  DtlExtent first = make_date (words[1]);
  DtlExtent last = words[2] != NULL ? make_date (words[2]) : first;
  static const char *const parts[] = { "in",    "early", "mid", "late", "half1",
                                       "half2", "q1",    "q2",  "q3",   "q4" };
  static const char *const hours[] = { "morning", "afternoon", "evening", "night" };
  static const int bounds[] = { 5, 12, 17, 21, 29 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (how, parts[i]) == 0)
      return dtl_extent_get_part (&first, (DtlPart) i);
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    if (strcmp (how, hours[i]) == 0)
      return make_hours (words[1], bounds[i], bounds[i + 1]);
  if (strcmp (how, "about") == 0)
    return mark (first, DTL_EXTENT_APPROXIMATE);
  if (strcmp (how, "perhaps") == 0)
    return mark (first, DTL_EXTENT_UNCERTAIN);
  if (strcmp (how, "before") == 0)
    return dtl_extent_before (&first);
  if (strcmp (how, "after") == 0)
    return dtl_extent_after (&first);
  if (strcmp (how, "by") == 0)
    return dtl_extent_not_after (&first);
  if (strcmp (how, "from") == 0)
    return dtl_extent_not_before (&first);
  if (strcmp (how, "since") == 0)
    return dtl_extent_since (&first);
  if (strcmp (how, "until") == 0)
    return dtl_extent_until (&first);
  if (strcmp (how, "between") == 0)
    return dtl_extent_between (&first, &last);
  if (strcmp (how, "season") == 0)
    return make_months (words[1], words[2], DTL_PRECISION_SEASON);
  if (strcmp (how, "quarter") == 0)
    return make_months (words[1], words[2], DTL_PRECISION_QUARTER);
  if (strcmp (how, "week") == 0)
    return make_months (words[1], words[2], DTL_PRECISION_WEEK);
  if (strcmp (how, "someday") == 0)
    return make_months (words[1], words[1], DTL_PRECISION_DAY);
  if (strcmp (how, "circa-span") == 0)
    return mark (dtl_extent_span (&first, &last), DTL_EXTENT_APPROXIMATE);
  if (strcmp (how, "circa-between") == 0)
    return mark (dtl_extent_between (&first, &last), DTL_EXTENT_APPROXIMATE);
  if (strcmp (how, "circa-since") == 0)
    return mark (dtl_extent_since (&first), DTL_EXTENT_APPROXIMATE);
  if (strcmp (how, "circa-before") == 0)
    return mark (dtl_extent_before (&first), DTL_EXTENT_APPROXIMATE);
  if (strcmp (how, "circa-by") == 0)
    return mark (dtl_extent_not_after (&first), DTL_EXTENT_APPROXIMATE);
  if (strcmp (how, "bp") == 0)
    return make_before_present (words[1]);
  g_assert_cmpstr (how, ==, "span");
  return dtl_extent_span (&first, &last);
}

/* Columns: phrase, language (with "+ce" for BCE), label. */
static void
check_label (char **fields, guint n_fields, guint line, gpointer data)
{
  g_auto (GStrv) tag = g_strsplit (fields[1], "+", 2);
  DtlLabelStyle style = { tag[0], tag[1] != NULL, DTL_CALENDAR_HISTORICAL };
  DtlExtent extent = make_extent (fields[0]);
  g_autofree char *label = dtl_label_extent (&extent, &style);

  g_assert_cmpstr (label, ==, fields[2]);
}

/* Columns: phrase, calendar, language, label. */
static void
check_calendar_label (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlLabelStyle style = { fields[2], FALSE, DTL_CALENDAR_HISTORICAL };
  DtlExtent extent = make_extent (fields[0]);
  g_autofree char *label = NULL;

  g_assert_true (dtl_calendar_from_name (fields[1], &style.calendar));
  label = dtl_label_extent (&extent, &style);
  g_assert_cmpstr (label, ==, fields[3]);
}

/* Columns: phrase, clause. */
static void
check_precision (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlLabelStyle style = DTL_LABEL_STYLE_INIT;
  DtlExtent extent = make_extent (fields[0]);
  g_autofree char *clause = dtl_label_precision (&extent, &style);

  g_assert_cmpstr (clause, ==, fields[1]);
}

/* A day is shown in the calendar of the reader, a year in the one it was said
 * in. */
static void
test_calendars (void)
{
  DtlLabelStyle style = DTL_LABEL_STYLE_INIT;
  DtlExtent day =
      dtl_extent_from_days (dtl_gregorian_to_day (1066, 10, 20),
                            dtl_gregorian_to_day (1066, 10, 20), DTL_PRECISION_DAY);
  DtlExtent year =
      dtl_extent_from_days (dtl_gregorian_to_day (1066, 1, 1),
                            dtl_gregorian_to_day (1066, 12, 31), DTL_PRECISION_YEAR);
  g_autofree char *historical = dtl_label_extent (&day, &style);
  g_autofree char *said = dtl_label_extent (&year, &style);
  g_autofree char *gregorian = NULL;

  style.calendar = DTL_CALENDAR_GREGORIAN;
  gregorian = dtl_label_extent (&day, &style);
  g_assert_cmpstr (historical, ==, "14 October 1066");
  g_assert_cmpstr (gregorian, ==, "20 October 1066");
  g_assert_cmpstr (said, ==, "1066");
}

static void
test_instants (void)
{
  static const struct {
    DtlPrecision precision;
    const char *label;
  } rows[] = {
    { DTL_PRECISION_SECOND, "27 July 1953, 10:30:05" },
    { DTL_PRECISION_MINUTE, "27 July 1953, 10:30" },
    { DTL_PRECISION_DAY, "27 July 1953" },
    { DTL_PRECISION_WEEK, "27 July 1953" },
    { DTL_PRECISION_MONTH, "July 1953" },
    { DTL_PRECISION_YEAR, "1953" },
    { DTL_PRECISION_DECADE, "1950s" },
    { DTL_PRECISION_CENTURY, "20th century" },
    { DTL_PRECISION_MILLENNIUM, "2nd millennium" },
    { DTL_PRECISION_MILLION_YEARS, "present" },
  };
  DtlLabelStyle style = DTL_LABEL_STYLE_INIT;
  DtlExtent moment = make_date ("1953-07-27T10:30:05");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *label =
          dtl_label_instant (moment.start, rows[i].precision, &style);

      g_assert_cmpstr (label, ==, rows[i].label);
    }
}

/* Ends that are unknown or open, in every combination, have some label. */
static void
test_open_ends (void)
{
  DtlLabelStyle style = DTL_LABEL_STYLE_INIT;
  DtlExtent since = make_extent ("since 1340"), until = make_extent ("until 1340");
  g_autofree char *from_label = NULL;
  g_autofree char *to_label = NULL;

  since.flags = DTL_EXTENT_UNKNOWN_END;
  until.flags = DTL_EXTENT_UNKNOWN_START;
  from_label = dtl_label_extent (&since, &style);
  to_label = dtl_label_extent (&until, &style);
  g_assert_cmpstr (from_label, ==, "1340 to ?");
  g_assert_cmpstr (to_label, ==, "? to 1340");
}

static DtlTime
make_random_time (GRand *rand, DtlTime unbounded)
{
  gint64 random = (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand));

  if (g_rand_int_range (rand, 0, 6) == 0)
    return unbounded;
  random >>= g_rand_int_range (rand, 1, 50);
  if (g_rand_boolean (rand))
    random = random / 86400 * 86400;
  return CLAMP (random, DTL_TIME_MIN, DTL_TIME_MAX);
}

/* Bounds in no order and flags that contradict each other, as a damaged document
 * may have them: every language has a label for them, in whole characters. */
static void
test_any_extent (void)
{
  static const char *const languages[] = { "en", "en-US", "de", "fr", "es", "id",
                                           "ko", "zh",    "ru", "ar", "it", "fa" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1582);

  for (guint i = 0; i < 100000; i++)
    {
      DtlLabelStyle style = { languages[i % G_N_ELEMENTS (languages)],
                              g_rand_boolean (rand),
                              (DtlCalendar) g_rand_int_range (rand, 0, DTL_N_CALENDARS) };
      DtlExtent extent = { .start = make_random_time (rand, DTL_TIME_PAST),
                           .latest_start = make_random_time (rand, DTL_TIME_FUTURE),
                           .earliest_end = make_random_time (rand, DTL_TIME_PAST),
                           .end = make_random_time (rand, DTL_TIME_FUTURE) };
      g_autofree char *label = NULL;
      g_autofree char *clause = NULL;
      g_autofree char *edtf = NULL;

      extent.kind = (guint8) g_rand_int_range (rand, 0, 4);
      extent.precision = (guint8) g_rand_int_range (rand, 0, 15);
      extent.precision_end = (guint8) g_rand_int_range (rand, 16, 26);
      extent.flags = (guint16) g_rand_int (rand);
      extent.qualifiers[0] = (guint8) g_rand_int_range (rand, 0, 64);
      extent.calendar = (guint8) g_rand_int_range (rand, 0, DTL_N_CALENDARS);
      label = dtl_label_extent (&extent, &style);
      clause = dtl_label_precision (&extent, &style);
      edtf = dtl_edtf_format (&extent);
      g_assert_cmpuint (strlen (label), >, 0);
      g_assert_true (g_utf8_validate (label, -1, NULL));
      g_assert_cmpuint (strlen (clause), >, 0);
      g_assert_cmpuint (strlen (edtf), >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  testing_add_rows ("label", "time/vectors/labels.tsv", check_label, NULL);
  testing_add_rows ("label-calendar", "time/vectors/labels-calendars.tsv",
                    check_calendar_label, NULL);
  testing_add_rows ("label-precision", "time/vectors/label-precision.tsv",
                    check_precision, NULL);
  g_test_add_func ("/label/calendars", test_calendars);
  g_test_add_func ("/label/instants", test_instants);
  g_test_add_func ("/label/open-ends", test_open_ends);
  g_test_add_func ("/label/any-extent", test_any_extent);
  return g_test_run ();
}
