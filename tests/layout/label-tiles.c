/* Rows and zooms of labels over random tracks: what must hold in every view. */

#include "layout/dtl-label-tiles.h"

#include <math.h>

#define ROUNDS 60
#define STEPS 30

typedef struct {
  guint n;
  DtlTime *times, *ends;
  float *ranks, *widths;
  DtlTimeIndex *index;
  DtlLabelTilesOptions options;
  DtlLabelTiles *tiles;
} Track;

static int
compare_times (const void *a, const void *b)
{
  DtlTime left = *(const DtlTime *) a, right = *(const DtlTime *) b;

  return left < right ? -1 : left > right;
}

static float
get_width (gpointer data, guint32 event)
{
  return ((const Track *) data)->widths[event];
}

static DtlLabelTiles *
create_tiles (Track *track)
{
  track->options.data = track;
  return dtl_label_tiles_new (track->index, &track->options);
}

static void
init_track (Track *track, GRand *rand, gboolean bars)
{
  int bits = g_rand_int_range (rand, 3, 60);
  guint n_rows = (guint) g_rand_int_range (rand, 1, 12);
  DtlTimeColumns columns;

  *track = (Track){ .n = (guint) g_rand_int_range (rand, 1,
                                                   g_rand_boolean (rand) ? 60 : 3000) };
  track->times = g_new (DtlTime, track->n);
  track->ends = g_new (DtlTime, track->n);
  track->ranks = g_new (float, track->n);
  track->widths = g_new (float, track->n);
  for (guint i = 0; i < track->n; i++)
    track->times[i] = (DtlTime) (pow (g_rand_double (rand), 3) * ldexp (1, bits));
  qsort (track->times, track->n, sizeof (DtlTime), compare_times);
  for (guint i = 0; i < track->n; i++)
    {
      double length = pow (g_rand_double (rand), 8) * ldexp (1, bits);

      track->ends[i] = track->times[i] + 1 + (bars ? (gint64) length : 0);
      track->ranks[i] = (float) g_rand_double (rand);
      track->widths[i] = (float) g_rand_double_range (rand, 30, 350);
    }

  columns = (DtlTimeColumns){ track->n, track->times, track->ends, track->ranks };
  track->index = dtl_time_index_new (&columns);
  track->options = (DtlLabelTilesOptions){
    .n_rows = n_rows,
    .n_bar_rows = bars ? n_rows - n_rows / 4 : n_rows,
    .first_zoom = 900 / (double) dtl_time_index_get_range (track->index),
    .bars = bars,
    .poles = !bars,
    .most_width = 350,
    .get_width = get_width,
  };
  track->tiles = create_tiles (track);
}

static void
clear_track (Track *track)
{
  dtl_label_tiles_free (track->tiles);
  dtl_time_index_free (track->index);
  g_free (track->times);
  g_free (track->ends);
  g_free (track->ranks);
  g_free (track->widths);
}

typedef struct {
  double zoom;
  DtlTime from, to;
} View;

static View
choose_view (GRand *rand, const Track *track)
{
  double range = (double) dtl_time_index_get_range (track->index);
  View view;

  view.zoom = MIN (64, 200 / range * exp (g_rand_double (rand) * MAX (0, log (range))));
  view.from = track->times[g_rand_int_range (rand, 0, (gint32) track->n)];
  view.from -= (DtlTime) (g_rand_double (rand) * 1000 / view.zoom);
  view.to = view.from + (DtlTime) (1000 / view.zoom) + 1;
  return view;
}

static GArray *
collect (DtlLabelTiles *tiles, const View *view)
{
  GArray *placements = g_array_new (FALSE, FALSE, sizeof (DtlPlacement));

  dtl_label_tiles_collect (tiles, view->zoom, view->from, view->to, placements);
  return placements;
}

static const DtlPlacement *
get (const GArray *placements, guint i)
{
  return &g_array_index (placements, DtlPlacement, i);
}

static double
get_end (const DtlPlacement *placement, const View *view)
{
  double label = placement->width / view->zoom;

  return placement->bar ? MAX (label, (double) (placement->end - placement->start))
                        : label;
}

static void
check_no_overlap (const GArray *placements, const View *view)
{
  for (guint i = 0; i < placements->len; i++)
    for (guint j = i + 1; j < placements->len; j++)
      {
        const DtlPlacement *a = get (placements, i), *b = get (placements, j);
        double distance = (double) (b->start - a->start);

        g_assert_true (a->event != b->event);
        if (a->row == b->row)
          g_assert_true (distance >= get_end (a, view) * (1 - 1e-9) ||
                         -distance >= get_end (b, view) * (1 - 1e-9));
      }
}

static const DtlPlacement *
find (const GArray *placements, guint32 event)
{
  for (guint i = 0; i < placements->len; i++)
    if (get (placements, i)->event == event)
      return get (placements, i);
  return NULL;
}

/* Everything of @before that also touches the other window is there, in its row. */
static void
check_kept (const GArray *before, const GArray *after, const View *view)
{
  for (guint i = 0; i < before->len; i++)
    {
      const DtlPlacement *a = get (before, i), *b = find (after, a->event);

      if (a->start >= view->to ||
          (double) (view->from - a->start) >= get_end (a, view) - 1)
        continue;
      g_assert_nonnull (b);
      g_assert_cmpuint (a->row, ==, b->row);
      g_assert_cmpfloat (a->zoom, ==, b->zoom);
    }
}

static void
test_views (gconstpointer bars)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int round = 0; round < ROUNDS; round++)
    {
      Track track;

      init_track (&track, rand, GPOINTER_TO_INT (bars));
      for (int step = 0; step < STEPS; step++)
        {
          View view = choose_view (rand, &track), panned = view, closer = view;
          g_autoptr (GArray) placements = collect (track.tiles, &view);
          g_autoptr (GArray) after_pan = NULL, after_zoom = NULL;

          check_no_overlap (placements, &view);
          for (guint i = 0; i < placements->len; i++)
            {
              const DtlPlacement *placement = get (placements, i);

              g_assert_cmpuint (placement->row, <, track.options.n_rows);
              g_assert_cmpfloat (placement->width, >=, track.widths[placement->event]);
            }

          panned.from += (DtlTime) (300 / view.zoom);
          panned.to += (DtlTime) (300 / view.zoom);
          after_pan = collect (track.tiles, &panned);
          check_kept (placements, after_pan, &panned);
          check_kept (after_pan, placements, &view);

          closer.zoom = MIN (64, view.zoom * g_rand_double_range (rand, 1, 9));
          after_zoom = collect (track.tiles, &closer);
          check_kept (placements, after_zoom, &closer);
        }
      clear_track (&track);
    }
}

/* Seen first or last, near or far before: the same. */
static void
test_history (gconstpointer bars)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int round = 0; round < ROUNDS; round++)
    {
      Track track;
      View views[8];

      init_track (&track, rand, GPOINTER_TO_INT (bars));
      for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
        {
          g_autoptr (GArray) placements = NULL;

          views[i] = choose_view (rand, &track);
          placements = collect (track.tiles, &views[i]);
        }
      for (gsize i = G_N_ELEMENTS (views); i-- > 0;)
        {
          g_autoptr (DtlLabelTiles) fresh = create_tiles (&track);
          g_autoptr (GArray) expected = collect (fresh, &views[i]);
          g_autoptr (GArray) found = collect (track.tiles, &views[i]);

          g_assert_cmpuint (found->len, ==, expected->len);
          for (guint j = 0; j < found->len; j++)
            {
              g_assert_cmpuint (get (found, j)->event, ==, get (expected, j)->event);
              g_assert_cmpuint (get (found, j)->row, ==, get (expected, j)->row);
            }
        }
      clear_track (&track);
    }
}

/* Come close enough, and every point has its label but those that share an
 * instant with more than there are rows. */
static void
test_all_labelled_at_last (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int round = 0; round < 20; round++)
    {
      Track track;

      init_track (&track, rand, FALSE);
      for (guint i = 0; i < track.n; i += 1 + track.n / 20)
        {
          View view = { 64, track.times[i] - 10, track.times[i] + 10 };
          g_autoptr (GArray) placements = collect (track.tiles, &view);
          guint alike = 0;

          for (guint j = 0; j < track.n; j++)
            alike += ABS (track.times[j] - track.times[i]) < 350 / 64 + 1;
          if (alike <= dtl_label_tiles_get_n_rows (track.tiles))
            g_assert_nonnull (find (placements, i));
        }
      clear_track (&track);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/label-tiles/views of points", GINT_TO_POINTER (FALSE),
                        test_views);
  g_test_add_data_func ("/label-tiles/views of bars", GINT_TO_POINTER (TRUE), test_views);
  g_test_add_data_func ("/label-tiles/history of points", GINT_TO_POINTER (FALSE),
                        test_history);
  g_test_add_data_func ("/label-tiles/history of bars", GINT_TO_POINTER (TRUE),
                        test_history);
  g_test_add_func ("/label-tiles/all labelled at last", test_all_labelled_at_last);

  return g_test_run ();
}
