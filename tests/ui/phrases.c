#include "ui/dtl-phrases.h"

#include "fixture.h"

typedef struct {
  const char *message;
  const char *sentence;
} Case;

static const Case cases[] = {
  { "this is a JPEG picture", "This is a JPEG picture." },
  { "There is no page.", "There is no page." },
  { "ärger", "Ärger." },
  { "is it?", "Is it?" },
  { "", "" },
};

static void
test_sentence (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *sentence = dtl_phrases_dup_sentence (row->message);

  g_assert_cmpstr (sentence, ==, row->sentence);
}

typedef struct {
  const char *byline, *published, *phrase;
} SourceCase;

static const SourceCase sources[] = {
  { "A. Writer", "2023-07-27", "A. Writer · 27 July 2023" },
  { "A. Writer", NULL, "A. Writer" },
  { NULL, "2023-07", "July 2023" },
  { NULL, "2023-07-27T06:45:00+00:00", "27 July 2023, 06:45" },
  { NULL, "2023-07-27 at noon", "27 July 2023" },
  { NULL, "last Tuesday", "last Tuesday" }, /* not a date of ours: as it stands */
  { NULL, NULL, NULL },
};

static void
test_source (gconstpointer data)
{
  const SourceCase *row = data;
  g_autoptr (DtlSession) session = dtl_session_new ();
  DtlSource source = { .byline = row->byline, .published = row->published };
  g_autofree char *phrase = dtl_phrases_dup_source (session, &source);

  g_assert_cmpstr (phrase, ==, row->phrase);
}

static void
test_summary (void)
{
  g_autoptr (DtlSession) session = dtl_session_new ();
  g_autofree char *none = dtl_phrases_dup_summary (session);
  g_autofree char *all = NULL;

  g_assert_cmpstr (none, ==, "0 events");
  fixture_fill (session, fixture_two_lanes, G_N_ELEMENTS (fixture_two_lanes));
  all = dtl_phrases_dup_summary (session);
  g_assert_cmpstr (all, ==, "6 events, AD 753 to 2018");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/phrases/sentence/%u", i);

      g_test_add_data_func (path, &cases[i], test_sentence);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *path = g_strdup_printf ("/phrases/source/%u", i);

      g_test_add_data_func (path, &sources[i], test_source);
    }
  g_test_add_func ("/phrases/summary", test_summary);
  return g_test_run ();
}
