#include "model/model-testing.h"

static void
test_empty (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlTime start = 1, end = 2;

  g_assert_cmpuint (dtl_timeline_get_n_events (timeline), ==, 0);
  g_assert_false (dtl_timeline_get_range (timeline, &start, &end));
  g_assert_cmpint (start, ==, 1);
  g_assert_cmpint (dtl_timeline_find_event (timeline, 1), ==, -1);
  g_assert_cmpint (dtl_timeline_find_lane (timeline, 1), ==, -1);
}

static void
test_source_is_copied (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  char name[] = "moon.txt", text[] = "In 1969 two men stood on the moon.";
  DtlId id = add_source (timeline, name, text);
  DtlSource source;

  name[0] = text[0] = '?';
  g_assert_true (dtl_timeline_find_source (timeline, id, &source));
  g_assert_cmpstr (source.name, ==, "moon.txt");
  g_assert_cmpstr (source.text, ==, "In 1969 two men stood on the moon.");
  g_assert_cmpuint (source.text_length, ==, sizeof text - 1);
  g_assert_null (source.title);
}

static void
test_claim_is_kept_whole (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlExtent first = make_years (1914, 1914), last = make_years (1918, 1918);
  DtlClaim claim = {
    .source = add_source (timeline, "war", "From 1914 to 1918 there was war."),
    .title = "War",
    .extent = dtl_extent_span (&first, &last),
    .paragraph = { 0, 32 },
    .sentence = { 0, 31 },
    .mentions = { { 5, 9 }, { 13, 17 } },
    .why = "two years",
    .status = DTL_CLAIM_DENIED,
    .confidence = 0.25f,
  };
  DtlClaim kept;

  claim.extent.flags |= DTL_EXTENT_UNCERTAIN | DTL_EXTENT_HAS_OFFSET;
  claim.extent.offset_minutes = -150;
  claim.extent.qualifiers[1] = 9;

  DtlId id = dtl_timeline_add_claim (timeline, &claim);

  g_assert_true (dtl_timeline_find_claim (timeline, id, &kept));
  g_assert_cmpuint (kept.id, ==, id);
  g_assert_cmpuint (kept.source, ==, claim.source);
  g_assert_cmpstr (kept.title, ==, "War");
  g_assert_cmpstr (kept.why, ==, "two years");
  g_assert_true (dtl_extent_equal (&kept.extent, &claim.extent));
  g_assert_cmpmem (&kept.paragraph, sizeof (DtlTextSpan), &claim.paragraph,
                   sizeof (DtlTextSpan));
  g_assert_cmpmem (&kept.sentence, sizeof (DtlTextSpan), &claim.sentence,
                   sizeof (DtlTextSpan));
  g_assert_cmpmem (kept.mentions, sizeof kept.mentions, claim.mentions,
                   sizeof claim.mentions);
  g_assert_cmpint (kept.status, ==, DTL_CLAIM_DENIED);
  g_assert_cmpfloat (kept.confidence, ==, 0.25f);
}

static void
test_wrong_claims_are_refused (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlId source = add_source (timeline, "a", "caf\303\251 1969");
  const DtlClaim wrong[] = {
    { .source = 7, .title = "no such source" },
    { .source = source, .title = "beyond the text", .sentence = { 0, 11 } },
    { .source = source, .title = "backwards", .sentence = { 3, 2 } },
    { .source = source, .title = "within a letter", .paragraph = { 0, 4 } },
    { .source = source, .title = NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_expect_message ("dateline", G_LOG_LEVEL_CRITICAL, "*assertion*");
      g_assert_cmpuint (dtl_timeline_add_claim (timeline, &wrong[i]), ==, 0);
      g_test_assert_expected_messages ();
    }
  g_assert_cmpuint (dtl_timeline_get_n_claims (timeline), ==, 0);
}

static void
test_events_are_in_order (void)
{
  static const struct {
    const char *title;
    int first, last;
  } years[] = {
    { "f", 1969, 1969 }, { "a", -43, -43 },   { "d", 1900, 1999 }, { "c", 1815, 1815 },
    { "g", 1969, 1969 }, { "e", 1900, 1910 }, { "b", 1066, 1066 },
  };
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autoptr (GString) titles = g_string_new (NULL);
  DtlId source = add_source (timeline, "s", "");
  DtlId lane = dtl_timeline_add_lane (timeline, "all");
  DtlEvent event;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      const char *title = years[i].title;
      DtlId claims[] = {
        add_claim (timeline, source, title, years[i].first, years[i].last), 0
      };

      add_event (timeline, lane, title, claims);
      /* Reading between the adds makes it merge what came since. */
      if (i % 3 == 0)
        dtl_timeline_get_event (timeline, 0, &event);
    }

  for (guint i = 0; i < dtl_timeline_get_n_events (timeline); i++)
    {
      dtl_timeline_get_event (timeline, i, &event);
      g_string_append (titles, event.title);
      g_assert_cmpint (dtl_timeline_find_event (timeline, event.id), ==, i);
    }
  g_assert_cmpstr (titles->str, ==, "abcdefg");
}

static void
test_columns_agree_with_events (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlId lanes[] = { dtl_timeline_add_lane (timeline, "one"),
                    dtl_timeline_add_lane (timeline, "two") };
  const DtlTime *starts, *ends;
  const float *importances;
  const DtlId *column;

  for (int i = 0; i < 20; i++)
    {
      DtlEvent event = { .lane = lanes[i % 2],
                         .title = "x",
                         .extent = make_years (2000 - i * 7 % 20, 2000),
                         .importance = (float) i / 20 };

      dtl_timeline_add_event (timeline, &event);
    }
  dtl_timeline_get_columns (timeline, &starts, &ends, &importances, &column);
  for (guint i = 0; i < 20; i++)
    {
      DtlEvent event;

      dtl_timeline_get_event (timeline, i, &event);
      g_assert_cmpint (starts[i], ==, event.extent.start);
      g_assert_cmpint (ends[i], ==, event.extent.end);
      g_assert_cmpfloat (importances[i], ==, event.importance);
      g_assert_cmpuint (column[i], ==, event.lane);
      g_assert_true (i == 0 || starts[i - 1] <= starts[i]);
    }
}

/* --- extents out of order --- */

static void
test_bad_extents_are_mended (void)
{
  static const DtlTime bounds[][2] = {
    { 10, 10 },
    { 10, -10 },
    { DTL_TIME_FUTURE, DTL_TIME_PAST },
    { DTL_TIME_PAST, DTL_TIME_PAST },
    { DTL_TIME_FUTURE, DTL_TIME_FUTURE },
    { DTL_TIME_PAST + 1, DTL_TIME_FUTURE - 1 },
    { DTL_TIME_MAX, DTL_TIME_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
      DtlEvent event = { .lane = dtl_timeline_add_lane (timeline, "l"),
                         .title = "t",
                         .extent = { .start = bounds[i][0], .end = bounds[i][1] } };
      DtlTime start, end;

      dtl_timeline_add_event (timeline, &event);
      dtl_timeline_get_event (timeline, 0, &event);
      g_assert_cmpint (event.extent.start, <, event.extent.end);
      g_assert_true (!dtl_time_is_bounded (event.extent.start) ||
                     ABS (event.extent.start) <= DTL_TIME_MAX);
      g_assert_true (!dtl_time_is_bounded (event.extent.end) ||
                     ABS (event.extent.end) <= DTL_TIME_MAX);
      g_assert_true (dtl_timeline_get_range (timeline, &start, &end));
    }
}

/* --- the range --- */

static void
test_range_leaves_out_open_ends (void)
{
  DtlExtent year = make_years (1948, 1948);
  const DtlExtent extents[] = { dtl_extent_since (&year), dtl_extent_until (&year),
                                dtl_extent_before (&year), dtl_extent_after (&year) };

  for (guint i = 0; i < G_N_ELEMENTS (extents); i++)
    {
      g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
      DtlEvent event = { .lane = dtl_timeline_add_lane (timeline, "l"),
                         .title = "t",
                         .extent = extents[i] };
      DtlTime start, end;

      dtl_timeline_add_event (timeline, &event);
      g_assert_true (dtl_timeline_get_range (timeline, &start, &end));
      g_assert_cmpint (start, <, end);
      g_assert_cmpint (start, >=, year.start - 1);
      g_assert_cmpint (end, <=, year.end + 1);
    }
}

static void
test_range_of_nothing_known (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlEvent event = { .lane = dtl_timeline_add_lane (timeline, "l"),
                     .title = "always",
                     .extent = { .start = DTL_TIME_PAST, .end = DTL_TIME_FUTURE } };
  DtlTime start, end;

  dtl_timeline_add_event (timeline, &event);
  g_assert_false (dtl_timeline_get_range (timeline, &start, &end));
  event.extent = make_years (1950, 1953);
  dtl_timeline_add_event (timeline, &event);
  g_assert_true (dtl_timeline_get_range (timeline, &start, &end));
  g_assert_cmpint (start, ==, event.extent.start);
  g_assert_cmpint (end, ==, event.extent.end);
}

/* --- removal --- */

static void
test_removal_takes_what_is_left_bare (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlId a = add_source (timeline, "a", "A."), b = add_source (timeline, "b", "B.");
  DtlId lane_a = dtl_timeline_add_lane (timeline, "a");
  DtlId lane_b = dtl_timeline_add_lane (timeline, "b");
  DtlId by_hand = dtl_timeline_add_lane (timeline, "empty since it was made");
  DtlId of_a = add_claim (timeline, a, "only A", 1910, 1910);
  DtlId both_a = add_claim (timeline, a, "as A says", 1950, 1950);
  DtlId both_b = add_claim (timeline, b, "as B says", 1930, 1930);
  DtlId only_a = add_event (timeline, lane_a, "only A", (DtlId[]){ of_a, 0 });
  DtlId joined =
      add_event (timeline, lane_b, "as A says", (DtlId[]){ both_a, both_b, 0 });
  DtlEvent bare = { .lane = lane_b,
                    .title = "no claim",
                    .extent = make_years (1940, 1940) };
  DtlId no_claim = dtl_timeline_add_event (timeline, &bare);
  DtlSource source;
  DtlClaim claim;
  DtlEvent event;

  dtl_timeline_remove_source (timeline, a);

  g_assert_false (dtl_timeline_find_source (timeline, a, &source));
  g_assert_true (dtl_timeline_find_source (timeline, b, &source));
  g_assert_false (dtl_timeline_find_claim (timeline, of_a, &claim));
  g_assert_false (dtl_timeline_find_claim (timeline, both_a, &claim));
  g_assert_true (dtl_timeline_find_claim (timeline, both_b, &claim));
  g_assert_cmpint (dtl_timeline_find_event (timeline, only_a), ==, -1);
  g_assert_cmpint (dtl_timeline_find_lane (timeline, lane_a), ==, -1);
  g_assert_cmpint (dtl_timeline_find_lane (timeline, lane_b), ==, 0);
  g_assert_cmpint (dtl_timeline_find_lane (timeline, by_hand), ==, 1);
  g_assert_cmpint (dtl_timeline_find_event (timeline, no_claim), ==, 1);

  dtl_timeline_get_event (timeline, 0, &event);
  g_assert_cmpuint (event.id, ==, joined);
  g_assert_cmpuint (event.n_claims, ==, 1);
  g_assert_cmpuint (event.claims[0], ==, both_b);
  g_assert_cmpstr (event.title, ==, "as B says");
  g_assert_true (dtl_extent_equal (&event.extent, &claim.extent));
}

static void
test_removal_keeps_a_title_by_hand (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlId a = add_source (timeline, "a", "A."), b = add_source (timeline, "b", "B.");
  DtlId claims[] = { add_claim (timeline, a, "as A says", 1950, 1950),
                     add_claim (timeline, b, "as B says", 1930, 1930), 0 };
  DtlEvent event;

  add_event (timeline, dtl_timeline_add_lane (timeline, "l"), "as I say", claims);
  dtl_timeline_remove_source (timeline, a);
  dtl_timeline_get_event (timeline, 0, &event);
  g_assert_cmpstr (event.title, ==, "as I say");
}

static void
test_ids_do_not_come_back (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlId source = add_source (timeline, "a", "A.");
  DtlId lane = dtl_timeline_add_lane (timeline, "a");
  DtlId claim = add_claim (timeline, source, "t", 1950, 1950);
  DtlId event = add_event (timeline, lane, "t", (DtlId[]){ claim, 0 });

  dtl_timeline_remove_source (timeline, source);
  source = add_source (timeline, "a", "A.");
  g_assert_cmpuint (source, ==, 2);
  g_assert_cmpuint (dtl_timeline_add_lane (timeline, "a"), ==, lane + 1);
  claim = add_claim (timeline, source, "t", 1950, 1950);
  g_assert_cmpuint (claim, ==, 2);
  g_assert_cmpuint (add_event (timeline, lane + 1, "t", (DtlId[]){ claim, 0 }), ==,
                    event + 1);
  dtl_timeline_reserve_ids (timeline, DTL_KIND_LANE, 40);
  g_assert_cmpuint (dtl_timeline_add_lane (timeline, "b"), ==, 41);
}

static void
test_put_back_in_its_place (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlLane lane;

  dtl_timeline_put_lane (timeline, &(DtlLane){ .id = 7, .title = "seven" });
  dtl_timeline_put_lane (timeline, &(DtlLane){ .id = 3, .title = "three" });
  dtl_timeline_put_lane (timeline, &(DtlLane){ .id = 5, .title = "five" });
  for (guint i = 0; i < 3; i++)
    {
      dtl_timeline_get_lane (timeline, i, &lane);
      g_assert_cmpuint (lane.id, ==, 3 + 2 * i);
      g_assert_cmpint (dtl_timeline_find_lane (timeline, lane.id), ==, i);
      g_assert_cmpint (dtl_timeline_find_lane (timeline, lane.id + 1), ==, -1);
    }
  g_test_expect_message ("dateline", G_LOG_LEVEL_CRITICAL, "*assertion*");
  lane.id = 5;
  g_assert_cmpuint (dtl_timeline_put_lane (timeline, &lane), ==, 0);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (dtl_timeline_get_last_id (timeline, DTL_KIND_LANE), ==, 7);
}

static void
test_last_id_is_the_end (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();

  dtl_timeline_reserve_ids (timeline, DTL_KIND_LANE, DTL_ID_MAX);
  g_assert_cmpuint (dtl_timeline_add_lane (timeline, "one too many"), ==, 0);
  g_assert_cmpuint (dtl_timeline_get_n_lanes (timeline), ==, 0);
}

static void
test_version_grows (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  guint64 version = dtl_timeline_get_version (timeline);
  DtlId source = add_source (timeline, "a", "A.");

  g_assert_cmpuint (dtl_timeline_get_version (timeline), >, version);
  version = dtl_timeline_get_version (timeline);
  dtl_timeline_remove_source (timeline, source);
  g_assert_cmpuint (dtl_timeline_get_version (timeline), >, version);
  version = dtl_timeline_get_version (timeline);
  dtl_timeline_get_n_events (timeline);
  dtl_timeline_find_event (timeline, 1);
  g_assert_cmpuint (dtl_timeline_get_version (timeline), ==, version);
}

/* --- threads --- */

#define N_THREADS 4
#define N_READ 5000

static gpointer
read_all (gpointer data)
{
  const DtlTimeline *timeline = data;
  DtlEvent before, event;

  dtl_timeline_get_event (timeline, 0, &before);
  for (guint i = 1; i < N_READ; i++)
    {
      dtl_timeline_get_event (timeline, i, &event);
      g_assert_cmpint (before.extent.start, <=, event.extent.start);
      before = event;
    }
  return NULL;
}

/* The first to read puts the events in order: here all are the first. */
static void
test_threads_read_at_once (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlEvent event = { .lane = dtl_timeline_add_lane (timeline, "l"), .title = "t" };
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_READ; i++)
    {
      event.extent.start = i * 7919 % N_READ;
      event.extent.end = event.extent.start + 1;
      dtl_timeline_add_event (timeline, &event);
    }
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("reader", read_all, timeline);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/empty", test_empty);
  g_test_add_func ("/timeline/source is copied", test_source_is_copied);
  g_test_add_func ("/timeline/claim is kept whole", test_claim_is_kept_whole);
  g_test_add_func ("/timeline/wrong claims are refused", test_wrong_claims_are_refused);
  g_test_add_func ("/timeline/events are in order", test_events_are_in_order);
  g_test_add_func ("/timeline/columns agree with events", test_columns_agree_with_events);
  g_test_add_func ("/timeline/bad extents are mended", test_bad_extents_are_mended);
  g_test_add_func ("/timeline/range leaves out open ends",
                   test_range_leaves_out_open_ends);
  g_test_add_func ("/timeline/range of nothing known", test_range_of_nothing_known);
  g_test_add_func ("/timeline/removal takes what is left bare",
                   test_removal_takes_what_is_left_bare);
  g_test_add_func ("/timeline/removal keeps a title by hand",
                   test_removal_keeps_a_title_by_hand);
  g_test_add_func ("/timeline/ids do not come back", test_ids_do_not_come_back);
  g_test_add_func ("/timeline/put back in its place", test_put_back_in_its_place);
  g_test_add_func ("/timeline/last id is the end", test_last_id_is_the_end);
  g_test_add_func ("/timeline/version grows", test_version_grows);
  g_test_add_func ("/timeline/threads read at once", test_threads_read_at_once);
  return g_test_run ();
}
