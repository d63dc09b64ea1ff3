#include "bench/bench-timeline.h"

#define SENTENCE "On that day a treaty was signed in the town by both of its rivals. "
#define SENTENCE_BYTES (sizeof SENTENCE - 1)
#define SENTENCES 100
#define LANES 10
#define DAYS (500 * 365)

DtlExtent
bench_timeline_make_extent (GRand *rand)
{
  gint32 day = g_rand_int_range (rand, -DAYS, 0);
  DtlExtent extent = dtl_extent_from_days (day, day, DTL_PRECISION_DAY);

  if (g_rand_int_range (rand, 0, 10) >= 7)
    {
      gint32 last = day + g_rand_int_range (rand, 1, 3650);
      DtlExtent end = dtl_extent_from_days (last, last, DTL_PRECISION_DAY);

      extent = dtl_extent_span (&extent, &end);
    }
  return extent;
}

static DtlId
add_source (DtlTimeline *timeline)
{
  g_autoptr (GString) text = g_string_new (NULL);
  DtlSource source = { .name = "article.txt", .title = "An article" };

  for (guint i = 0; i < SENTENCES; i++)
    g_string_append (text, SENTENCE);
  source.text = text->str;
  source.text_length = text->len;
  return dtl_timeline_add_source (timeline, &source);
}

static void
add_event (DtlTimeline *timeline, GRand *rand, guint index, DtlId source, DtlId lane)
{
  g_autofree char *title = g_strdup_printf ("Treaty number %u signed in the town", index);
  gsize start = index % SENTENCES * SENTENCE_BYTES;
  DtlTextSpan sentence = { start, start + SENTENCE_BYTES };
  DtlClaim claim = { .source = source,
                     .title = title,
                     .extent = bench_timeline_make_extent (rand),
                     .paragraph = sentence,
                     .sentence = sentence,
                     .why = "day, month and year" };
  DtlId id = dtl_timeline_add_claim (timeline, &claim);
  DtlEvent event = { .lane = lane,
                     .title = title,
                     .extent = claim.extent,
                     .importance = (float) g_rand_double (rand),
                     .claims = &id,
                     .n_claims = 1 };

  dtl_timeline_add_event (timeline, &event);
}

void
bench_timeline_fill (DtlTimeline *timeline, guint n_events)
{
  GRand *rand = g_rand_new_with_seed (1);
  DtlId source = 0, lanes[LANES];

  for (guint i = 0; i < LANES; i++)
    lanes[i] = dtl_timeline_add_lane (timeline, "A lane");
  for (guint i = 0; i < n_events; i++)
    {
      if (i % SENTENCES == 0)
        source = add_source (timeline);
      add_event (timeline, rand, i, source, lanes[i / SENTENCES % LANES]);
    }
  g_rand_free (rand);
}

DtlTimeline *
bench_timeline_new (guint n_events)
{
  DtlTimeline *timeline = dtl_timeline_new ();

  bench_timeline_fill (timeline, n_events);
  return timeline;
}
