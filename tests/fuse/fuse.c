#include "fuse/dtl-fuse.h"

#include "fuse/fake-extraction.h"
#include "model/model-testing.h"

static void
assert_span (const DtlSource *source, DtlTextSpan span, const char *words)
{
  g_assert_cmpuint (span.end, <=, source->text_length);

  g_autofree char *text = g_strndup (source->text + span.start, span.end - span.start);

  g_assert_cmpstr (text, ==, words);
}

static void
test_assertions_become_events (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autoptr (DtlExtraction) extraction = fake_extraction_new (
      "war.txt", "The war|Before it there was peace.|From 1914 to 1918 there was war.|"
                 "In 1920 a league was to meet.");
  guint from =
      fake_extraction_add_mention (extraction, "1914", -1, make_years (1914, 1918));
  DtlSource source;
  DtlClaim claim;
  DtlEvent event;
  DtlLane lane;

  fake_extraction_add_mention (extraction, "1918", (int) from, make_years (1914, 1918));
  fake_extraction_add_assertion (extraction, "War", from, DTL_STATUS_HAPPENED, 0.75);
  fake_extraction_add_assertion (extraction, "A league meets",
                                 fake_extraction_add_mention (extraction, "1920", -1,
                                                              make_years (1920, 1920)),
                                 DTL_STATUS_PLANNED, 0.5);

  DtlId id = dtl_fuse_add (timeline, extraction);

  g_assert_true (dtl_timeline_find_source (timeline, id, &source));
  g_assert_cmpstr (source.name, ==, "war.txt");
  g_assert_cmpstr (source.title, ==, "The war");
  g_assert_cmpuint (dtl_timeline_get_n_lanes (timeline), ==, 1);
  dtl_timeline_get_lane (timeline, 0, &lane);
  g_assert_cmpstr (lane.title, ==, "The war");

  g_assert_cmpuint (dtl_timeline_get_n_claims (timeline), ==, 2);
  g_assert_cmpuint (dtl_timeline_get_n_events (timeline), ==, 2);
  dtl_timeline_get_event (timeline, 0, &event);
  g_assert_cmpstr (event.title, ==, "War");
  g_assert_cmpuint (event.lane, ==, lane.id);
  g_assert_cmpuint (event.n_claims, ==, 1);
  g_assert_true (dtl_timeline_find_claim (timeline, event.claims[0], &claim));
  g_assert_cmpuint (claim.source, ==, id);
  g_assert_cmpstr (claim.title, ==, "War");
  g_assert_cmpstr (claim.why, ==, "because of 1914");
  g_assert_cmpint (claim.status, ==, DTL_CLAIM_HAPPENED);
  g_assert_cmpfloat (claim.confidence, ==, 0.75f);
  g_assert_true (dtl_extent_equal (&claim.extent, &event.extent));
  assert_span (&source, claim.paragraph, "From 1914 to 1918 there was war.");
  assert_span (&source, claim.sentence, "From 1914 to 1918 there was war.");
  assert_span (&source, claim.mentions[0], "1914");
  assert_span (&source, claim.mentions[1], "1918");

  dtl_timeline_get_event (timeline, 1, &event);
  g_assert_true (dtl_timeline_find_claim (timeline, event.claims[0], &claim));
  g_assert_cmpint (claim.status, ==, DTL_CLAIM_PLANNED);
  assert_span (&source, claim.mentions[0], "1920");
  assert_span (&source, claim.mentions[1], "");
}

static DtlExtraction *
make_moon (const char *name, const char *text)
{
  DtlExtraction *extraction = fake_extraction_new (name, text);

  fake_extraction_add_assertion (extraction, "Two men on the moon",
                                 fake_extraction_add_mention (extraction, "1969", -1,
                                                              make_years (1969, 1969)),
                                 DTL_STATUS_HAPPENED, 1);
  return extraction;
}

static void
test_same_article_adds_nothing (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autoptr (DtlExtraction) first = make_moon ("moon", "|In 1969 they landed.");
  g_autoptr (DtlExtraction) same = make_moon ("moon", "|In 1969 they landed.");
  g_autoptr (DtlExtraction) renamed = make_moon ("luna", "|In 1969 they landed.");
  g_autoptr (DtlExtraction) rewritten = make_moon ("moon", "|In 1969 he landed. ");
  DtlId id = dtl_fuse_add (timeline, first);
  guint64 version = dtl_timeline_get_version (timeline);

  g_assert_cmpuint (dtl_fuse_add (timeline, same), ==, id);
  g_assert_cmpuint (dtl_timeline_get_version (timeline), ==, version);
  g_assert_cmpuint (dtl_fuse_add (timeline, renamed), !=, id);
  g_assert_cmpuint (dtl_fuse_add (timeline, rewritten), !=, id);
  g_assert_cmpuint (dtl_timeline_get_n_events (timeline), ==, 3);
  g_assert_cmpuint (dtl_timeline_get_n_lanes (timeline), ==, 3);
}

static void
test_lane_without_a_title_is_called_by_name (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autoptr (DtlExtraction) extraction = make_moon ("moon.txt", "|In 1969 they landed.");
  DtlLane lane;

  dtl_fuse_add (timeline, extraction);
  dtl_timeline_get_lane (timeline, 0, &lane);
  g_assert_cmpstr (lane.title, ==, "moon.txt");
}

static void
test_article_without_dates_has_no_lane (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autoptr (DtlExtraction) extraction = fake_extraction_new ("poem", "Poem|No date.");

  g_assert_cmpuint (dtl_fuse_add (timeline, extraction), !=, 0);
  g_assert_cmpuint (dtl_timeline_get_n_sources (timeline), ==, 1);
  g_assert_cmpuint (dtl_timeline_get_n_lanes (timeline), ==, 0);
}

/* --- importance --- */

/* Two assertions of one article, at mentions of "1111" and "2222"; the first
 * matters more. */
typedef struct {
  const char *name;
  const char *article;
  DtlStatus status[2];
  double confidence[2];
  gboolean is_second_vague;
} Pair;

#define SAME_STATUS                                                                      \
  {                                                                                      \
    DTL_STATUS_HAPPENED, DTL_STATUS_HAPPENED                                             \
  }
#define SAME_CONFIDENCE                                                                  \
  {                                                                                      \
    1, 1                                                                                 \
  }

static const Pair pairs[] = {
  { "early over late", "|On 1111.|Then.|Then.|On 2222.", SAME_STATUS, SAME_CONFIDENCE,
    FALSE },
  { "sure over doubtful", "|On 1111 and 2222.", SAME_STATUS, { 0.9, 0.4 }, FALSE },
  { "year over century", "|On 1111 and 2222.", SAME_STATUS, SAME_CONFIDENCE, TRUE },
  { "happened over planned",
    "|On 1111 and 2222.",
    { DTL_STATUS_HAPPENED, DTL_STATUS_PLANNED },
    SAME_CONFIDENCE,
    FALSE },
  { "planned over denied",
    "|On 1111 and 2222.",
    { DTL_STATUS_PLANNED, DTL_STATUS_DENIED },
    SAME_CONFIDENCE,
    FALSE },
  { "headline over aside",
    "The Armistice of Korea|Fields lay bare in 2222.|The armistice for KOREA in 1111.",
    SAME_STATUS, SAME_CONFIDENCE, FALSE },
  { "repeated over once", "|Both 1111 and 2222. Again 3333.", SAME_STATUS,
    SAME_CONFIDENCE, FALSE },
};

static void
test_importance (gconstpointer data)
{
  const Pair *pair = data;
  static const char *const words[] = { "1111", "2222" };
  g_autoptr (DtlExtraction) extraction = fake_extraction_new ("pair", pair->article);
  float importances[2];

  for (guint i = 0; i < 2; i++)
    {
      int year = 1111 + (int) i;
      DtlExtent extent = i == 1 && pair->is_second_vague ? dtl_extent_from_century (12)
                                                         : make_years (year, year);
      guint mention = fake_extraction_add_mention (extraction, words[i], -1, extent);

      fake_extraction_add_assertion (extraction, words[i], mention, pair->status[i],
                                     pair->confidence[i]);
    }
  if (strstr (pair->article, "3333") != NULL)
    fake_extraction_add_mention (extraction, "3333", -1, make_years (1111, 1111));

  for (guint i = 0; i < 2; i++)
    {
      importances[i] = dtl_fuse_get_importance (extraction, i);
      g_assert_cmpfloat (importances[i], >=, 0);
      g_assert_cmpfloat (importances[i], <=, 1);
    }
  g_assert_cmpfloat (importances[0], >, importances[1]);
}

static void
test_event_has_the_importance_of_its_claim (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autoptr (DtlExtraction) extraction = make_moon ("moon", "Moon|In 1969 they landed.");
  DtlEvent event;

  dtl_fuse_add (timeline, extraction);
  dtl_timeline_get_event (timeline, 0, &event);
  g_assert_cmpfloat (event.importance, ==, dtl_fuse_get_importance (extraction, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuse/assertions become events", test_assertions_become_events);
  g_test_add_func ("/fuse/same article adds nothing", test_same_article_adds_nothing);
  g_test_add_func ("/fuse/lane without a title is called by name",
                   test_lane_without_a_title_is_called_by_name);
  g_test_add_func ("/fuse/article without dates has no lane",
                   test_article_without_dates_has_no_lane);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strconcat ("/fuse/importance/", pairs[i].name, NULL);

      g_test_add_data_func (path, &pairs[i], test_importance);
    }
  g_test_add_func ("/fuse/event has the importance of its claim",
                   test_event_has_the_importance_of_its_claim);
  return g_test_run ();
}
