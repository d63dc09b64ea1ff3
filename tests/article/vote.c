/* Dates: how they are written, and which of several is the article's. */

#include "article/dtl-written-date.h"
#include "article/html/dtl-date-vote.h"
#include "article/html/dtl-url-date.h"

#include <string.h>

typedef struct {
  const char *text;
  const char *stamp; /* NULL: no date in it */
  const char *words; /* of @text, which the date takes up */
} Written;

static const Written written[] = {
  { "27 July 2023", "2023-07-27", "27 July 2023" },
  { "on the 27th of July, 2023.", "2023-07-27", "27th of July, 2023" },
  { "July 27, 2023", "2023-07-27", "July 27, 2023" },
  { "Thursday, Jul. 27th, 2023", "2023-07-27", "Thursday, Jul. 27th, 2023" },
  { "AgencyThursday, 27 July 2023 | 06:45 GMT+0000", "2023-07-27T06:45:00+00:00",
    "Thursday, 27 July 2023 | 06:45 GMT+0000" },
  { "27 July 2023 at 6:45 pm EST", "2023-07-27T18:45:00-05:00",
    "27 July 2023 at 6:45 pm EST" },
  { "12:05 a.m., July 27, 2023", "2023-07-27T00:05:00", "12:05 a.m., July 27, 2023" },
  { "27. Juli 2023, 18.45 Uhr", "2023-07-27T18:45:00", "27. Juli 2023, 18.45" },
  { "27 de julio de 2023", "2023-07-27", "27 de julio de 2023" },
  { "1er août 2023 à 14h30", "2023-08-01T14:30:00", "1er août 2023 à 14h30" },
  { "27 Juli 2023 pukul 06.45 WIB", "2023-07-27T06:45:00+07:00",
    "27 Juli 2023 pukul 06.45 WIB" },
  { "27 июля 2023", "2023-07-27", "27 июля 2023" },
  { "2023年7月27日", "2023-07-27", "2023年7月27日" },
  { "2023년 7월 27일", "2023-07-27", "2023년 7월 27일" },
  { "2023-07-27T06:45:10.123Z", "2023-07-27T06:45:10+00:00", "2023-07-27T06:45:10.123Z" },
  { "27.07.2023", "2023-07-27", "27.07.2023" },
  { "27/07/2023", "2023-07-27", "27/07/2023" },
  { "07/27/2023", "2023-07-27", "07/27/2023" },
  { "03/05/2023", "2023-05-03", "03/05/2023" },
  { "27-Jul-2023", "2023-07-27", "27-Jul-2023" },
  { "July 2023", "2023-07", "July 2023" },
  { "30 February 2023", NULL, NULL },
  { "version 2.5.21 of 31", NULL, NULL },
  { "call 555 2023 1", NULL, NULL },
  { "may 5 people", NULL, NULL },
};

static void
test_written (gconstpointer data)
{
  const Written *c = data;
  DtlWrittenDate date;
  gboolean found =
      dtl_written_date_find (c->text, strlen (c->text), 0, DTL_DAY_FIRST, &date);

  g_assert_cmpint (found, ==, c->stamp != NULL);
  if (found)
    {
      g_autofree char *stamp = dtl_stamp_format (&date.stamp);
      g_autofree char *words = g_strndup (c->text + date.start, date.end - date.start);

      g_assert_cmpstr (stamp, ==, c->stamp);
      g_assert_cmpstr (words, ==, c->words);
    }
}

/* --- addresses --- */

typedef struct {
  const char *url, *stamp;
} Address;

static const Address addresses[] = {
  { "https://courier.example/2023/07/27/bridge", "2023-07-27" },
  { "https://courier.example/news/2023-7-27-bridge", "2023-07-27" },
  { "https://courier.example/20230727/bridge", "2023-07-27" },
  { "https://courier.example/2023/jul/27/bridge", "2023-07-27" },
  { "https://courier.example/2023/07/bridge", NULL },
  { "https://courier.example/article-12345678", NULL },
  { "https://courier.example/x?d=2023/07/27", NULL },
  { "https://2023.courier.example/07/27", NULL },
  { "nonsense", NULL },
};

static void
test_address (gconstpointer data)
{
  const Address *c = data;
  DtlStamp stamp;
  gboolean found = dtl_url_date_find (c->url, &stamp);
  g_autofree char *text = found ? dtl_stamp_format (&stamp) : NULL;

  g_assert_cmpstr (text, ==, c->stamp);
}

/* --- voting --- */

static void
add (DtlDateVote *vote, const char *text, const char *carrier, double right)
{
  DtlStamp stamp;

  g_assert_true (dtl_stamp_parse (text, &stamp));
  if (right > 0)
    dtl_date_vote_add (vote, &stamp, carrier, right);
  else
    dtl_date_vote_add_modified (vote, &stamp, carrier, FALSE);
}

static void
check_winner (const DtlDateVote *vote, const char *expected)
{
  DtlStamp stamp;
  const char *carrier;
  double confidence;
  gboolean found = dtl_date_vote_count (vote, &stamp, &carrier, &confidence);
  g_autofree char *text = found ? dtl_stamp_format (&stamp) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_agreement_beats_rank (void)
{
  g_autoptr (DtlDateVote) vote = dtl_date_vote_new ();

  add (vote, "2023-07-01", "meta", 0.9);
  add (vote, "2023-07-27", "time", 0.85);
  add (vote, "2023-07-27", "line", 0.8);
  check_winner (vote, "2023-07-27");
}

static void
test_fullest_is_taken (void)
{
  g_autoptr (DtlDateVote) vote = dtl_date_vote_new ();

  add (vote, "2023-07-27", "address", 0.98);
  add (vote, "2023-07-27T06:45:00", "line", 0.8);
  add (vote, "2023-07-27T06:45:00+02:00", "time", 0.8);
  check_winner (vote, "2023-07-27T06:45:00+02:00");
}

/* 23:30 in New York is another day in London; the day of the address wins. */
static void
test_offsets_agree (void)
{
  g_autoptr (DtlDateVote) vote = dtl_date_vote_new ();

  add (vote, "2023-07-28T03:30:00Z", "JSON-LD", 0.9);
  add (vote, "2023-07-27T23:30:00-04:00", "meta", 0.95);
  add (vote, "2023-07-27", "address", 0.98);
  check_winner (vote, "2023-07-27T23:30:00-04:00");
}

static void
test_modified_never_wins (void)
{
  g_autoptr (DtlDateVote) vote = dtl_date_vote_new ();
  DtlStamp stamp;
  const char *carrier;

  add (vote, "2023-07-29", "JSON-LD", 0);
  add (vote, "2023-07-29", "meta", 0);
  check_winner (vote, NULL);
  add (vote, "2023-07-27", "line", 0.8);
  check_winner (vote, "2023-07-27");
  g_assert_true (dtl_date_vote_get_modified (vote, NULL, &stamp, &carrier));
  g_assert_cmpint (stamp.day, ==, 29);
}

/* "Updated 29 July 2023" below the title, and no other date. */
static void
test_shown_change (void)
{
  g_autoptr (DtlDateVote) vote = dtl_date_vote_new ();
  DtlStamp stamp;

  g_assert_true (dtl_stamp_parse ("2023-07-29", &stamp));
  dtl_date_vote_add_modified (vote, &stamp, "line", TRUE);
  check_winner (vote, "2023-07-29");
  add (vote, "2023-07-27", "line", 0.6);
  check_winner (vote, NULL);
}

/* A page that was put up again keeps showing when it first was; not where two
 * carriers of its data agree on the later day. */
static void
test_earlier_shown (void)
{
  g_autoptr (DtlDateVote) vote = dtl_date_vote_new ();
  DtlStamp stamp;

  g_assert_true (dtl_stamp_parse ("2013-12-30", &stamp));
  dtl_date_vote_add_shown (vote, &stamp, "line", 0.75);
  add (vote, "2023-07-27", "meta", 0.95);
  check_winner (vote, "2013-12-30");
  add (vote, "2023-07-27", "JSON-LD", 0.9);
  check_winner (vote, "2023-07-27");
}

static void
test_nothing_sure (void)
{
  g_autoptr (DtlDateVote) vote = dtl_date_vote_new ();

  add (vote, "2023-07-27", "line", 0.6);
  check_winner (vote, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article/written/%s", written[i].text);

      g_strdelimit (path + strlen ("/article/written/"), "/", '|');
      g_test_add_data_func (path, &written[i], test_written);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/article/address/%" G_GSIZE_FORMAT, i + 1);

      g_test_add_data_func (path, &addresses[i], test_address);
    }
  g_test_add_func ("/article/vote/agreement beats rank", test_agreement_beats_rank);
  g_test_add_func ("/article/vote/the fullest is taken", test_fullest_is_taken);
  g_test_add_func ("/article/vote/offsets agree", test_offsets_agree);
  g_test_add_func ("/article/vote/modified never wins", test_modified_never_wins);
  g_test_add_func ("/article/vote/shown change", test_shown_change);
  g_test_add_func ("/article/vote/earlier shown", test_earlier_shown);
  g_test_add_func ("/article/vote/nothing sure", test_nothing_sure);
  return g_test_run ();
}
