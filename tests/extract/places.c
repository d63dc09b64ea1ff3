/* What a place changes: the calendar of a day, the order of its numbers, the half of
 * the earth; and days that are given in two calendars. */

#include "base/testing.h"
#include "extract/dtl-extraction.h"
#include "time/dtl-bounds.h"

#include <string.h>

typedef struct {
  const char *phrase;
  const char *place;
  const char *calendar;
  const char *bounds; /* labels in that calendar */
  gint64 jdn;         /* of the first day */
} Case;

static const Case cases[] = {
  /* by the switch of the country; Rome's where nothing is known */
  { "25 October 1917", "RU", "julian", "1917-10-25 1917-10-25", 2421540 },
  { "25 October 1917", NULL, "gregorian", "1917-10-25 1917-10-25", 2421527 },
  { "25 October 1917", "ru", "julian", "1917-10-25 1917-10-25", 2421540 },
  { "25 October 1917", "XX", "gregorian", "1917-10-25 1917-10-25", 2421527 },
  { "31 January 1918", "RU", "julian", "1918-01-31 1918-01-31", 2421638 },
  { "14 February 1918", "RU", "gregorian", "1918-02-14 1918-02-14", 2421639 },
  { "29 February 1900", "RU", "julian", "1900-02-29 1900-02-29", 2415092 },
  { "2 September 1752", "GB", "julian", "1752-09-02 1752-09-02", 2361221 },
  { "14 September 1752", "GB", "gregorian", "1752-09-14 1752-09-14", 2361222 },
  { "10 October 1582", "GB", "julian", "1582-10-10 1582-10-10", 2299166 },
  { "9 December 1582", "FR", "julian", "1582-12-09 1582-12-09", 2299226 },
  /* coarser dates too, and what is left of a month that was cut short */
  { "1917", "RU", "julian", "1917-01-01 1917-12-31", 2421243 },
  { "1917", NULL, "gregorian", "1917-01-01 1917-12-31", 2421230 },
  { "February 1918", "RU", "gregorian", "1918-02-14 1918-02-28", 2421639 },
  { "the 1820s", "GR", "julian", "1820-01-01 1829-12-31", 2385813 },
  { "3 pm on 25 October 1917", "RU", "julian", "1917-10-25T15:00 1917-10-25T15:59",
    2421540 },
  /* Easter is reckoned by the calendar of the country */
  { "Easter 1700", "GB", "julian", "1700-03-31 1700-03-31", 2342073 },
  { "Easter 1700", "FR", "gregorian", "1700-04-11 1700-04-11", 2342073 },
  /* the order of numbers */
  { "3/4/1950", "US", "gregorian", "1950-03-04 1950-03-04", 2433345 },
  { "3/4/1950", "PH", "gregorian", "1950-03-04 1950-03-04", 2433345 },
  { "3/4/1950", "AU", "gregorian", "1950-04-03 1950-04-03", 2433375 },
  /* seasons of the south */
  { "autumn 1950", "AU", "gregorian", "1950-03-01 1950-05-31", 2433342 },
  { "winter 1950", "NZ", "gregorian", "1950-06-01 1950-08-31", 2433434 },
  { "the summer of 1950-51", "ZA", "gregorian", "1950-12-01 1951-02-28", 2433617 },
  { "autumn 1950", "GB", "gregorian", "1950-09-01 1950-11-30", 2433526 },
  /* two labels of one day, whichever comes first */
  { "7 November [O.S. 25 October] 1917", NULL, "julian", "1917-10-25 1917-10-25",
    2421540 },
  { "8 January (26 December) 1919", NULL, "julian", "1918-12-26 1918-12-26", 2421967 },
  { "July 1/11, 1690", NULL, "julian", "1690-07-01 1690-07-01", 2338512 },
  { "25 October (7 November) 1917", "RU", "julian", "1917-10-25 1917-10-25", 2421540 },
  /* and two days that only look so */
  { "10/20 July 1709", NULL, "gregorian", "1709-07-10 1709-07-10", 2345450 },
  /* a year begun in March, and one begun in January */
  { "30 January 1648/9", "GB", "julian", "1649-01-30 1649-01-30", 2323385 },
  { "24 March 1602/03", NULL, "julian", "1603-03-24 1603-03-24", 2306636 },
  { "February 1688/9", "GB", "julian", "1689-02-01 1689-02-28", 2337997 },
};

static void
check_place (gconstpointer data)
{
  const Case *test = data;
  DtlPhraseContext context = { .place = test->place };
  g_auto (DtlBounds) bounds = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *labels = NULL;
  DtlMention mention;

  dtl_extract_phrase (test->phrase, &context, &mention, &error);
  g_assert_no_error (error);
  g_assert_true (mention.has_extent);
  dtl_bounds_init (&bounds, &mention.extent);
  labels = g_strconcat (bounds.earliest, " ", bounds.latest, NULL);
  g_assert_cmpstr (labels, ==, test->bounds);
  g_assert_cmpstr (dtl_calendar_get_name (bounds.calendar), ==, test->calendar);
  g_assert_cmpint (bounds.jdn[0], ==, test->jdn);
  dtl_mention_clear (&mention);
}

typedef struct {
  const char *phrase;
  const char *place;
  const char *reason; /* part of the message */
} Refusal;

static const Refusal refusals[] = {
  { "10 October 1582", NULL, "1582-10-04 to 1582-10-15" },
  { "5 September 1752", "GB", "1752-09-02 to 1752-09-14" },
  { "1 February 1918", "RU", "1918-01-31 to 1918-02-14" },
  { "29 February 1900", NULL, "month 2 of the year 1900 in the Gregorian calendar" },
  { "30 February 1900", "RU", "month 2 of the year 1900" },
};

static void
check_refusal (gconstpointer data)
{
  const Refusal *test = data;
  DtlPhraseContext context = { .place = test->place };
  g_autoptr (GError) error = NULL;
  DtlMention mention;

  g_assert_false (dtl_extract_phrase (test->phrase, &context, &mention, &error));
  g_assert_error (error, DTL_PHRASE_ERROR, DTL_PHRASE_ERROR_NO_SUCH_DAY);
  g_assert_nonnull (strstr (error->message, test->reason));
}

/* phrase place julian gregorian jdn year_25_march shift */
static void
check_dual (char **fields, guint n_fields, guint line, gpointer data)
{
  DtlPhraseContext context = { 0 };
  g_auto (DtlBounds) bounds = { 0 };
  g_autoptr (GError) error = NULL;
  DtlMention mention;

  if (strcmp (fields[0], "phrase") == 0)
    return;
  dtl_extract_phrase (fields[0], &context, &mention, &error);
  g_assert_no_error (error);
  dtl_bounds_init (&bounds, &mention.extent);
  g_assert_cmpstr (bounds.earliest, ==, fields[2]);
  g_assert_cmpint (bounds.jdn[0], ==, g_ascii_strtoll (fields[4], NULL, 10));
  g_assert_cmpint (bounds.jdn[1], ==, bounds.jdn[0]);
  dtl_mention_clear (&mention);
}

static void
add (const char *group,
     const char *phrase,
     const char *place,
     gconstpointer data,
     GTestDataFunc check)
{
  g_autofree char *safe = g_strdelimit (g_strdup (phrase), "/", '|');
  g_autofree char *name =
      g_strdup_printf ("/%s/%s %s", group, place != NULL ? place : "-", safe);

  g_test_add_data_func (name, data, check);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add ("places", cases[i].phrase, cases[i].place, &cases[i], check_place);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    add ("refusals", refusals[i].phrase, refusals[i].place, &refusals[i], check_refusal);
  testing_add_rows ("dual", "time/vectors/dual-dates.tsv", check_dual, NULL);
  return g_test_run ();
}
