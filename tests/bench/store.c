/* Saving and loading documents, and how large they are. */

#include "bench/bench-timeline.h"
#include "bench/bench.h"

#include "store/dtl-store.h"
#include "store/store-testing.h"

#include <glib/gstdio.h>
#include <stdio.h>

typedef struct {
  char *path;
  DtlTimeline *timeline;
} Bench;

static void
save (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  dtl_store_save (bench->path, bench->timeline, &error);
  g_assert_no_error (error);
}

static void
load (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlTimeline) timeline = dtl_store_load (bench->path, NULL, &error);

  g_assert_no_error (error);
}

static void
run (guint n_events)
{
  g_autofree char *folder = store_testing_make_folder ();
  g_autofree char *path = g_build_filename (folder, "bench.dateline", NULL);
  g_autoptr (DtlTimeline) timeline = bench_timeline_new (n_events);
  Bench bench = { .path = path, .timeline = timeline };
  GStatBuf status;

  printf ("%u events\n", n_events);
  bench_run ("save", 3, 1, save, &bench);
  bench_run ("load", 3, 1, load, &bench);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  printf ("%-48s  %.1f MiB\n", "size", (double) status.st_size / (1 << 20));
  store_testing_remove_folder (folder);
}

int
main (void)
{
  run (100);
  run (100000);
  run (1000000);
  return 0;
}
