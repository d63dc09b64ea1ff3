/* The model by itself: adding, ordering, looking up, searching and removing
 * events by the hundred thousand and the million, and what each weighs. */

#include "bench/bench-timeline.h"
#include "bench/bench.h"

#include <malloc.h>
#include <stdio.h>

#define LOOK_UPS 1000

typedef struct {
  guint n_events;
  DtlTimeline *timeline;
  GRand *rand;
} Bench;

static void
add_all (gpointer data)
{
  Bench *bench = data;

  bench->timeline = bench_timeline_new (bench->n_events);
}

static void
order_all (gpointer data)
{
  Bench *bench = data;
  DtlTime start, end;

  g_assert_true (dtl_timeline_get_range (bench->timeline, &start, &end));
}

static void
add_one_and_order (gpointer data)
{
  Bench *bench = data;
  DtlEvent event = { .lane = 1,
                     .title = "",
                     .extent = bench_timeline_make_extent (bench->rand) };

  dtl_timeline_add_event (bench->timeline, &event);
  order_all (bench);
}

static void
look_up (gpointer data)
{
  Bench *bench = data;

  for (guint i = 0; i < LOOK_UPS; i++)
    {
      gint32 id = g_rand_int_range (bench->rand, 1, (gint32) bench->n_events);

      g_assert_cmpint (dtl_timeline_find_event (bench->timeline, (DtlId) id), >=, 0);
    }
}

static void
search (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GArray) found = dtl_timeline_search (bench->timeline, "number 4711 Törn");

  g_assert_cmpuint (found->len, ==, 0);
}

static void
remove_one (gpointer data)
{
  Bench *bench = data;
  DtlSource source;

  dtl_timeline_get_source (bench->timeline, 0, &source);
  dtl_timeline_remove_source (bench->timeline, source.id);
}

static gsize
get_bytes_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

/* What events take by themselves, all with one title. */
static void
print_weight (Bench *bench)
{
  g_autoptr (DtlTimeline) bare = dtl_timeline_new ();
  DtlEvent event = { .lane = dtl_timeline_add_lane (bare, "A lane"), .title = "" };
  gsize before = get_bytes_in_use ();

  for (guint i = 0; i < bench->n_events; i++)
    {
      event.extent = bench_timeline_make_extent (bench->rand);
      dtl_timeline_add_event (bare, &event);
    }
  printf ("%-48s  %.1f bytes\n", "an event without its text",
          (double) (get_bytes_in_use () - before) / bench->n_events);
}

int
main (void)
{
  static const guint sizes[] = { 100000, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Bench bench = { .n_events = sizes[i], .rand = g_rand_new_with_seed (1) };

      printf ("%u events\n", sizes[i]);
      bench_run ("add a claim and its event", 1, sizes[i], add_all, &bench);
      bench_run ("put all in order", 1, 1, order_all, &bench);
      bench_run ("add one more and put it in order", 9, 1, add_one_and_order, &bench);
      bench_run ("look an event up by id", 9, LOOK_UPS, look_up, &bench);
      bench_run ("search titles and sentences", 3, 1, search, &bench);
      bench_run ("remove an article of 100 events", 3, 1, remove_one, &bench);
      printf ("%-48s  %.1f MiB\n", "most memory so far", bench_get_peak_mib ());
      print_weight (&bench);
      dtl_timeline_unref (bench.timeline);
      g_rand_free (bench.rand);
    }
  return 0;
}
