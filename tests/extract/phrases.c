/* One phrase, all of which is a date: value, bounds, and why. */

#include "extract/dtl-extraction.h"
#include "time/dtl-bounds.h"

#include <stdio.h>
#include <string.h>

typedef struct {
  const char *phrase;
  const char
      *context; /* "published", "published reference" or "- reference"; may be NULL */
  const char *value;
  const char *bounds; /* earliest and latest, NULL: no place on the axis */
} Case;

static const Case cases[] = {
  /* days */
  { "9 May 1907", NULL, "1907-05-09", "1907-05-09 1907-05-09" },
  { "the 9th of May, 1907", NULL, "1907-05-09", "1907-05-09 1907-05-09" },
  { "May 9, 1907", NULL, "1907-05-09", "1907-05-09 1907-05-09" },
  { "9 Sept. 1907", NULL, "1907-09-09", "1907-09-09 1907-09-09" },
  { "Thursday, 9 May 1907", NULL, "1907-05-09", "1907-05-09 1907-05-09" },
  { "1907-05-09", NULL, "1907-05-09", "1907-05-09 1907-05-09" },
  { "23/5/1907", NULL, "1907-05-23", "1907-05-23 1907-05-23" },
  { "5/23/1907", NULL, "1907-05-23", "1907-05-23 1907-05-23" },
  { "9.5.1907", NULL, "1907-05-09", "1907-05-09 1907-05-09" },
  { "the fourth of July 1826", NULL, "1826-07-04", "1826-07-04 1826-07-04" },
  { "Good Friday 1907", NULL, "1907-03-29", "1907-03-29 1907-03-29" },
  { "Christmas Day 1907", NULL, "1907-12-25", "1907-12-25 1907-12-25" },
  { "Thanksgiving 1907", NULL, "1907-11-28", "1907-11-28 1907-11-28" },
  /* a day of the old calendar stays one */
  { "3 June 1098", NULL, "1098-06-03", "1098-06-03 1098-06-03" },
  /* months, seasons, quarters */
  { "May 1907", NULL, "1907-05", "1907-05-01 1907-05-31" },
  { "mid-May 1907", NULL, "1907-05", "1907-05-11 1907-05-20" },
  { "the end of May 1907", NULL, "1907-05", "1907-05-21 1907-05-31" },
  { "spring 1907", NULL, "1907-SP", "1907-03-01 1907-05-31" },
  { "the winter of 1906-07", NULL, "1906-WI", "1906-12-01 1907-02-28" },
  { "the second quarter of 1997", NULL, "1997-Q2", "1997-04-01 1997-06-30" },
  { "Q4 1997", NULL, "1997-Q4", "1997-10-01 1997-12-31" },
  /* years and more */
  { "1907", NULL, "1907", "1907-01-01 1907-12-31" },
  { "early 1907", NULL, "1907", "1907-01-01 1907-04-30" },
  { "c. 1250", NULL, "1250", "1250-01-01 1250-12-31" },
  { "the 1840s", NULL, "184", "1840-01-01 1849-12-31" },
  { "the late 1840s", NULL, "184", "1847-01-01 1849-12-31" },
  { "the nineteen-twenties", NULL, "192", "1920-01-01 1929-12-31" },
  { "the 12th century", NULL, "11", "1101-01-01 1200-12-31" },
  { "the early 12th century", NULL, "11", "1101-01-01 1134-12-31" },
  { "the second millennium BC", NULL, "BC1", "-1999-01-01 -1000-12-31" },
  /* eras */
  { "31 BC", NULL, "BC0031", "-0030-01-01 -0030-12-31" },
  { "AD 69", NULL, "0069", "0069-01-01 0069-12-31" },
  { "the 5th century BCE", NULL, "BC04", "-0499-01-01 -0400-12-31" },
  /* deep time */
  { "252 million years ago", NULL, "BC252000000", "-252500000-01-01 -251500001-12-31" },
  /* spans and bounds */
  { "1618-48", NULL, "1618", "1618-01-01 1648-12-31" },
  { "from 1618 to 1648", NULL, "1618", "1618-01-01 1648-12-31" },
  { "between 3 and 9 May 1907", NULL, "1907-05-03", "1907-05-03 1907-05-09" },
  { "30 April - 2 May 1907", NULL, "1907-04-30", "1907-04-30 1907-05-02" },
  { "90-88 BC", NULL, "BC0090", "-0089-01-01 -0087-12-31" },
  { "before 1907", NULL, "1907", "-inf 1906-12-31" },
  { "by 1907", NULL, "1907", "-inf 1907-12-31" },
  { "after 1907", NULL, "1907", "1908-01-01 +inf" },
  { "since 1907", NULL, "1907", "1907-01-01 +inf" },
  { "until May 1907", NULL, "1907-05", "-inf 1907-05-31" },
  /* the clock */
  { "9 May 1907 at 7:15 a.m.", NULL, "1907-05-09T07:15",
    "1907-05-09T07:15 1907-05-09T07:15" },
  { "the evening of 9 May 1907", NULL, "1907-05-09TEV",
    "1907-05-09T17:00 1907-05-09T20:59" },
  /* counted from the article's date, a Wednesday */
  { "today", "2015-08-12", "2015-08-12", "2015-08-12 2015-08-12" },
  { "yesterday", "2015-08-12", "2015-08-11", "2015-08-11 2015-08-11" },
  { "Monday", "2015-08-12", "2015-08-10", "2015-08-10 2015-08-10" },
  { "next Monday", "2015-08-12", "2015-08-17", "2015-08-17 2015-08-17" },
  { "Wednesday (12/8)", "2015-08-12", "2015-08-12", "2015-08-12 2015-08-12" },
  { "last week", "2015-08-12", "2015-W32", "2015-08-03 2015-08-09" },
  { "last month", "2015-08-12", "2015-07", "2015-07-01 2015-07-31" },
  { "last year", "2015-08-12", "2014", "2014-01-01 2014-12-31" },
  { "ten days ago", "2015-08-12", "2015-08-02", "2015-08-02 2015-08-02" },
  { "two years ago", "2015-08-12", "2013", "2013-01-01 2013-12-31" },
  { "last spring", "2015-08-12", "2015-SP", "2015-03-01 2015-05-31" },
  /* counted from the date before it */
  { "the next day", "- 1907-05-09", "1907-05-10", "1907-05-10 1907-05-10" },
  { "four days later", "- 1907-05-09", "1907-05-13", "1907-05-13 1907-05-13" },
  { "three years later", "- 1907", "1910", "1910-01-01 1910-12-31" },
  { "that year", "- 1907-05-09", "1907", "1907-01-01 1907-12-31" },
  { "a month earlier", "- 1907-05-31", "1907-04", "1907-04-01 1907-04-30" },
  /* no place on the axis */
  { "70 years", NULL, "P70Y", NULL },
  { "two and a half hours", NULL, "PT2.5H", NULL },
  { "several months", NULL, "PXM", NULL },
  { "every Tuesday", NULL, "XXXX-WXX-2", NULL },
  { "now", NULL, "PRESENT_REF", NULL },
};

static const char *const no_dates[] = {
  "may be seen",      "march on",     "the second", "1,907 men",
  "page 1907",        "room 1907",    "$1907",      "1907%",
  "1.9.07.3",         "version 1.9",  "555-1907",   "a score of 3-1",
  "Psalm 119",        "once",         "the sun",    "31",
  "30 February 1907", "31 June 1907", "",
};

static gboolean
read_day (const char *text, DtlExtent *ret_extent)
{
  DtlDate date = { .calendar = DTL_CALENDAR_GREGORIAN };
  int year = 0, n = sscanf (text, "%d-%d-%d", &year, &date.month, &date.day);

  date.year = year;
  date.precision = n == 3   ? DTL_PRECISION_DAY
                   : n == 2 ? DTL_PRECISION_MONTH
                            : DTL_PRECISION_YEAR;
  return n >= 1 && dtl_extent_from_date (&date, ret_extent, NULL);
}

static char *
dup_bounds (const DtlMention *mention)
{
  g_auto (DtlBounds) bounds = { 0 };

  if (!mention->has_extent)
    return NULL;
  dtl_bounds_init (&bounds, &mention->extent);
  return g_strconcat (bounds.earliest, " ", bounds.latest, NULL);
}

static void
check_phrase (gconstpointer data)
{
  const Case *test = data;
  g_auto (GStrv) words = g_strsplit (test->context != NULL ? test->context : "", " ", 2);
  DtlExtent published, reference;
  DtlPhraseContext context = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *bounds = NULL;
  DtlMention mention;

  if (words[0] != NULL && read_day (words[0], &published))
    context.published = &published;
  if (words[0] != NULL && words[1] != NULL && read_day (words[1], &reference))
    context.reference = &reference;
  dtl_extract_phrase (test->phrase, &context, &mention, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mention.value, ==, test->value);
  bounds = dup_bounds (&mention);
  g_assert_cmpstr (bounds, ==, test->bounds);
  g_assert_nonnull (mention.why);
  dtl_mention_clear (&mention);
}

static void
check_no_date (gconstpointer data)
{
  DtlPhraseContext context = { 0 };
  g_autoptr (GError) error = NULL;
  DtlMention mention;

  g_assert_false (dtl_extract_phrase (data, &context, &mention, &error));
  g_assert_nonnull (error);
}

static void
test_place (void)
{
  DtlPhraseContext context = { .place = "US" };
  g_autoptr (GError) error = NULL;
  DtlMention mention;

  dtl_extract_phrase ("4/7/1976", &context, &mention, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mention.value, ==, "1976-04-07");
  dtl_mention_clear (&mention);
  context.place = "GB";
  dtl_extract_phrase ("4/7/1976", &context, &mention, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mention.value, ==, "1976-07-04");
  dtl_mention_clear (&mention);
}

static void
test_no_context (void)
{
  DtlPhraseContext context = { 0 };
  g_autoptr (GError) error = NULL;
  DtlMention mention;

  g_assert_false (dtl_extract_phrase ("the next day", &context, &mention, &error));
  g_assert_error (error, DTL_PHRASE_ERROR, DTL_PHRASE_ERROR_NO_CONTEXT);
}

static void
add (const char *group,
     guint number,
     const char *phrase,
     gconstpointer data,
     GTestDataFunc check)
{
  g_autofree char *name = g_strdup_printf ("/phrases/%s/%u %s", group, number, phrase);

  g_strdelimit (name + strlen ("/phrases/") + strlen (group) + 1, "/", '|');
  g_test_add_data_func (name, data, check);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add ("date", i, cases[i].phrase, &cases[i], check_phrase);
  for (guint i = 0; i < G_N_ELEMENTS (no_dates); i++)
    add ("none", i, no_dates[i], no_dates[i], check_no_date);
  g_test_add_func ("/phrases/place", test_place);
  g_test_add_func ("/phrases/no-context", test_no_context);
  return g_test_run ();
}
