#include "store/store-testing.h"

#include <glib/gstdio.h>
#include <string.h>

/* --- the same --- */

static void
assert_same_spans (DtlTextSpan a, DtlTextSpan b)
{
  g_assert_cmpuint (a.start, ==, b.start);
  g_assert_cmpuint (a.end, ==, b.end);
}

static void
assert_same_source (const DtlTimeline *a, const DtlTimeline *b, guint position)
{
  DtlSource one, other;

  dtl_timeline_get_source (a, position, &one);
  dtl_timeline_get_source (b, position, &other);
  g_assert_cmpuint (one.id, ==, other.id);
  g_assert_cmpstr (one.name, ==, other.name);
  g_assert_cmpstr (one.title, ==, other.title);
  g_assert_cmpstr (one.byline, ==, other.byline);
  g_assert_cmpstr (one.published, ==, other.published);
  g_assert_cmpstr (one.language, ==, other.language);
  g_assert_cmpstr (one.url, ==, other.url);
  g_assert_cmpmem (one.text, one.text_length, other.text, other.text_length);
}

static void
assert_same_claim (const DtlTimeline *a, const DtlTimeline *b, guint position)
{
  DtlClaim one, other;

  dtl_timeline_get_claim (a, position, &one);
  dtl_timeline_get_claim (b, position, &other);
  g_assert_cmpuint (one.id, ==, other.id);
  g_assert_cmpuint (one.source, ==, other.source);
  g_assert_cmpstr (one.title, ==, other.title);
  g_assert_cmpstr (one.why, ==, other.why);
  g_assert_true (dtl_extent_equal (&one.extent, &other.extent));
  assert_same_spans (one.paragraph, other.paragraph);
  assert_same_spans (one.sentence, other.sentence);
  assert_same_spans (one.mentions[0], other.mentions[0]);
  assert_same_spans (one.mentions[1], other.mentions[1]);
  g_assert_cmpint (one.status, ==, other.status);
  g_assert_cmpfloat (one.confidence, ==, other.confidence);
}

static void
assert_same_event (const DtlTimeline *a, const DtlTimeline *b, guint position)
{
  DtlEvent one, other;

  dtl_timeline_get_event (a, position, &one);
  dtl_timeline_get_event (b, position, &other);
  g_assert_cmpuint (one.id, ==, other.id);
  g_assert_cmpuint (one.lane, ==, other.lane);
  g_assert_cmpstr (one.title, ==, other.title);
  g_assert_true (dtl_extent_equal (&one.extent, &other.extent));
  g_assert_cmpfloat (one.importance, ==, other.importance);
  g_assert_cmpmem (one.claims, one.n_claims * sizeof *one.claims, other.claims,
                   other.n_claims * sizeof *other.claims);
}

void
store_testing_assert_same (const DtlTimeline *a, const DtlTimeline *b)
{
  g_assert_cmpuint (dtl_timeline_get_n_sources (a), ==, dtl_timeline_get_n_sources (b));
  g_assert_cmpuint (dtl_timeline_get_n_claims (a), ==, dtl_timeline_get_n_claims (b));
  g_assert_cmpuint (dtl_timeline_get_n_events (a), ==, dtl_timeline_get_n_events (b));
  g_assert_cmpuint (dtl_timeline_get_n_lanes (a), ==, dtl_timeline_get_n_lanes (b));
  for (DtlKind kind = 0; kind < DTL_N_KINDS; kind++)
    g_assert_cmpuint (dtl_timeline_get_last_id (a, kind), ==,
                      dtl_timeline_get_last_id (b, kind));

  for (guint i = 0; i < dtl_timeline_get_n_sources (a); i++)
    assert_same_source (a, b, i);
  for (guint i = 0; i < dtl_timeline_get_n_claims (a); i++)
    assert_same_claim (a, b, i);
  for (guint i = 0; i < dtl_timeline_get_n_events (a); i++)
    assert_same_event (a, b, i);
  for (guint i = 0; i < dtl_timeline_get_n_lanes (a); i++)
    {
      DtlLane one, other;

      dtl_timeline_get_lane (a, i, &one);
      dtl_timeline_get_lane (b, i, &other);
      g_assert_cmpuint (one.id, ==, other.id);
      g_assert_cmpstr (one.title, ==, other.title);
    }
}

/* --- random timelines --- */

static const char *const pieces[] = {
  "moon",          " ", "Straße",    "\n\n", "한국 전쟁", "🚀", "1969",
  "'; DROP TABLE", "",  "e\xcc\x81", ".",
};

static char *
make_text (GRand *rand, guint n_pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_pieces; i++)
    g_string_append (text,
                     pieces[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static char *
make_text_or_null (GRand *rand)
{
  return g_rand_boolean (rand) ? make_text (rand, 6) : NULL;
}

static DtlTime
make_time (GRand *rand)
{
  guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

  return (gint64) bits / (G_GINT64_CONSTANT (1) << g_rand_int_range (rand, 1, 60));
}

static DtlExtent
make_extent (GRand *rand)
{
  DtlTime a = make_time (rand), b = make_time (rand);
  DtlExtent extent = {
    .start = MIN (a, b),
    .latest_start = make_time (rand),
    .earliest_end = make_time (rand),
    .end = MAX (a, b),
    .flags = (guint16) g_rand_int (rand),
    .offset_minutes = (gint16) g_rand_int_range (rand, -1000, 1000),
    .kind = (guint8) g_rand_int_range (rand, 0, 4),
    .precision = (guint8) g_rand_int_range (rand, 0, 15),
    .precision_end = (guint8) g_rand_int_range (rand, 16, 26),
    .part = (guint8) g_rand_int_range (rand, 0, 10),
    .calendar = (guint8) g_rand_int_range (rand, 0, DTL_N_CALENDARS),
    .calendar_end = (guint8) g_rand_int_range (rand, 0, DTL_N_CALENDARS),
    .qualifiers = { (guint8) g_rand_int_range (rand, 0, 64), 63 },
  };

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      extent.start = extent.latest_start = DTL_TIME_PAST;
      break;
    case 1:
      extent.end = extent.earliest_end = DTL_TIME_FUTURE;
      break;
    default:
      break;
    }
  return extent;
}

static gsize
make_position (GRand *rand, const DtlSource *source)
{
  glong n = g_utf8_strlen (source->text, (gssize) source->text_length);
  glong at = g_rand_int_range (rand, 0, (gint32) n + 1);

  return (gsize) (g_utf8_offset_to_pointer (source->text, at) - source->text);
}

static DtlTextSpan
make_span (GRand *rand, const DtlSource *source)
{
  gsize a = make_position (rand, source), b = make_position (rand, source);

  return (DtlTextSpan){ MIN (a, b), MAX (a, b) };
}

static DtlId
add_source (DtlTimeline *timeline, GRand *rand)
{
  g_autofree char *name = make_text (rand, 3);
  g_autofree char *title = make_text_or_null (rand);
  g_autofree char *byline = make_text_or_null (rand);
  g_autofree char *published = make_text_or_null (rand);
  g_autofree char *language = make_text_or_null (rand);
  g_autofree char *url = make_text_or_null (rand);
  g_autofree char *text = make_text (rand, 40);
  DtlSource source = { .name = name,
                       .title = title,
                       .byline = byline,
                       .published = published,
                       .language = language,
                       .url = url,
                       .text = text,
                       .text_length = strlen (text) };

  return dtl_timeline_add_source (timeline, &source);
}

static DtlId
add_claim (DtlTimeline *timeline, GRand *rand, DtlId source_id)
{
  g_autofree char *title = make_text (rand, 4);
  g_autofree char *why = make_text_or_null (rand);
  DtlSource source;

  g_assert_true (dtl_timeline_find_source (timeline, source_id, &source));

  DtlClaim claim = { .source = source_id, .title = title, .why = why };

  claim.extent = make_extent (rand);
  claim.paragraph = make_span (rand, &source);
  claim.sentence = make_span (rand, &source);
  claim.mentions[0] = make_span (rand, &source);
  claim.mentions[1] = make_span (rand, &source);
  claim.status = (DtlClaimStatus) g_rand_int_range (rand, 0, 5);
  claim.confidence = (float) g_rand_double (rand);
  return dtl_timeline_add_claim (timeline, &claim);
}

/* With none to three of the claims that there are. */
static void
add_event (DtlTimeline *timeline, GRand *rand, DtlId lane)
{
  g_autofree char *title = make_text (rand, 4);
  guint n = dtl_timeline_get_n_claims (timeline);
  DtlId claims[3];
  DtlEvent event = { .lane = lane, .title = title, .claims = claims };

  event.extent = make_extent (rand);
  event.importance = (float) g_rand_double (rand);
  for (gint32 i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      DtlClaim claim;

      dtl_timeline_get_claim (timeline, (guint) g_rand_int_range (rand, 0, (gint32) n),
                              &claim);
      claims[event.n_claims++] = claim.id;
    }
  dtl_timeline_add_event (timeline, &event);
}

DtlTimeline *
store_testing_make_timeline (guint32 seed, guint n_sources)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  GRand *rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_sources; i++)
    {
      g_autofree char *title = make_text (rand, 3);
      DtlId source = add_source (timeline, rand);
      DtlId lane = dtl_timeline_add_lane (timeline, title);

      for (gint32 k = g_rand_int_range (rand, 1, 8); k > 0; k--)
        {
          add_claim (timeline, rand, source);
          add_event (timeline, rand, lane);
        }
      if (i % 4 == 3)
        dtl_timeline_remove_source (timeline, source - (seed & 1));
    }
  g_rand_free (rand);
  return timeline;
}

/* --- folders --- */

char *
store_testing_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("dateline-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
store_testing_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}
