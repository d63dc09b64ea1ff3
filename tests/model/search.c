#include "model/model-testing.h"

/* What is looked for in one event. */
typedef struct {
  const char *words;
  const char *title;
  const char *sentence;
  gboolean found;
} Case;

static const Case cases[] = {
  { "moon", "Two men on the Moon", "", TRUE },
  { "MOON two", "Two men on the Moon", "", TRUE },
  { "oon", "Two men on the Moon", "", TRUE },
  { "moon sun", "Two men on the Moon", "", FALSE },
  { "moon landing", "Two men on the Moon", "Later came a landing.", FALSE },
  { "later landing", "Two men on the Moon", "Later came a landing.", TRUE },
  { "elysee", "Traité de l’Élysée", "", TRUE },
  { "ÉLYSÉE", "Traite de l'Elysee", "", TRUE },
  { "e\xcc\x81lyse\xcc\x81", "Élysée", "", TRUE },
  { "strasse", "Lange Straße", "", TRUE },
  { "Straße", "LANGE STRASSE", "", TRUE },
  { "lodz", "Aufstand in Łódź", "", TRUE },
  { "istanbul", "İstanbul", "", TRUE },
  { "смута", "СМУТА", "", TRUE },
  { "λόγος", "ΛΟΓΟΣ", "", TRUE },
  { "한국", "한국 전쟁", "", TRUE },
  { "かく", "がく", "", FALSE },
  { "", "anything", "", FALSE },
  { " \t ", "anything", "", FALSE },
  { "\xcc\x81", "anything", "", FALSE },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlId source = add_source (timeline, "s", c->sentence);
  DtlId lane = dtl_timeline_add_lane (timeline, "l");

  add_event (timeline, lane, c->title,
             (DtlId[]){ add_claim (timeline, source, c->title, 1969, 1969), 0 });

  g_autoptr (GArray) found = dtl_timeline_search (timeline, c->words);

  g_assert_cmpuint (found->len, ==, c->found);
}

static void
test_positions_ascend (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlId source = add_source (timeline, "s", "");
  DtlId lane = dtl_timeline_add_lane (timeline, "l");

  for (int year = 1999; year > 1990; year--)
    {
      const char *title = year % 2 == 0 ? "even" : "odd";
      DtlId claim = add_claim (timeline, source, title, year, year);

      add_event (timeline, lane, title, (DtlId[]){ claim, 0 });
    }

  g_autoptr (GArray) found = dtl_timeline_search (timeline, "even");

  g_assert_cmpuint (found->len, ==, 4);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpuint (g_array_index (found, guint, i), ==, 1 + 2 * i);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/search/%u %s in %s", i, cases[i].words, cases[i].title);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/search/positions ascend", test_positions_ascend);
  return g_test_run ();
}
