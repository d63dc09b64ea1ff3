/* Time to position and back, on a scale that shortens gaps. */

#include "layout/dtl-scale.h"

#include <math.h>

#define ROUNDS 200
#define DAY ((gint64) DTL_SECONDS_PER_DAY)

static void
add_day (DtlTimeline *timeline, gint64 day)
{
  DtlEvent event = { .lane = 1,
                     .title = "Opened",
                     .extent = dtl_extent_from_days (day, day, DTL_PRECISION_DAY) };

  g_assert_cmpuint (dtl_timeline_add_event (timeline, &event), !=, 0);
}

static DtlTimeline *
create_timeline (void)
{
  DtlTimeline *timeline = dtl_timeline_new ();

  dtl_timeline_add_lane (timeline, "Works");
  return timeline;
}

/* Bursts of events far from each other, anywhere in time. */
static DtlTimeline *
create_bursts (GRand *rand)
{
  DtlTimeline *timeline = create_timeline ();
  double length = exp (g_rand_double_range (rand, 3, 28));

  for (int burst = 0; burst < 4; burst++)
    {
      gint64 day = (gint64) (g_rand_double_range (rand, -1, 1) * length);

      for (int i = 0; i < 20; i++)
        add_day (timeline, day + (gint64) (g_rand_double (rand) * length / 100));
    }
  return timeline;
}

static gboolean
is_in_gap (const DtlScale *scale, DtlTime time)
{
  guint n;
  const DtlScaleGap *gaps = dtl_scale_get_gaps (scale, &n);

  for (guint i = 0; i < n; i++)
    if (time >= gaps[i].start && time < gaps[i].end)
      return TRUE;
  return FALSE;
}

static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint n_scales = 0;

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (DtlTimeline) timeline = create_bursts (rand);
      g_autoptr (DtlScale) scale = dtl_scale_new (DTL_SCALE_GAPS, timeline);
      DtlTime start, end, time = 0, before;
      gint64 position = 0, position_before;

      n_scales += scale != NULL;
      g_assert_true (dtl_timeline_get_range (timeline, &start, &end));
      before = start - (end - start) / 10;
      position_before = dtl_scale_get_position (scale, before);
      for (int i = 0; i < 300; i++)
        {
          time = before + (gint64) (g_rand_double (rand) * (double) (end - start) / 100);
          position = dtl_scale_get_position (scale, time);
          g_assert_cmpint (position, >=, position_before);
          g_assert_cmpint (position - position_before, <=, time - before);
          g_assert_cmpint (dtl_scale_get_position (scale,
                                                   dtl_scale_get_time (scale, position)),
                           <=, position);
          if (!is_in_gap (scale, time))
            g_assert_cmpint (dtl_scale_get_time (scale, position), ==, time);
          before = time;
          position_before = position;
        }
    }
  g_assert_cmpuint (n_scales, >, ROUNDS / 2);
}

/* Ten days, a hundred years of nothing, ten days. */
static void
test_gap (void)
{
  g_autoptr (DtlTimeline) timeline = create_timeline ();
  g_autoptr (DtlScale) scale = NULL;
  const DtlScaleGap *gaps;
  guint n;

  for (int i = 0; i < 10; i++)
    {
      add_day (timeline, i);
      add_day (timeline, 36500 + i);
    }
  scale = dtl_scale_new (DTL_SCALE_GAPS, timeline);
  gaps = dtl_scale_get_gaps (scale, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (gaps[0].start, ==, 10 * DAY);
  g_assert_cmpint (gaps[0].end, ==, 36500 * DAY);
  g_assert_cmpint (dtl_scale_get_position (scale, 36510 * DAY) -
                       dtl_scale_get_position (scale, 0),
                   <, 21 * DAY);
}

static void
test_no_gap (void)
{
  g_autoptr (DtlTimeline) even = create_timeline (), empty = create_timeline ();

  for (int i = 0; i < 50; i++)
    add_day (even, i * 30);
  g_assert_null (dtl_scale_new (DTL_SCALE_GAPS, even));
  g_assert_null (dtl_scale_new (DTL_SCALE_GAPS, empty));
}

static void
test_linear (void)
{
  g_autoptr (DtlTimeline) timeline = create_timeline ();
  guint n;

  add_day (timeline, 7);
  g_assert_null (dtl_scale_new (DTL_SCALE_LINEAR, timeline));
  g_assert_cmpint (dtl_scale_get_position (NULL, 12345), ==, 12345);
  g_assert_cmpint (dtl_scale_get_time (NULL, -12345), ==, -12345);
  dtl_scale_get_gaps (NULL, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_names (void)
{
  DtlScaleKind kind = DTL_SCALE_LINEAR;

  g_assert_true (dtl_scale_kind_from_name ("gaps", &kind));
  g_assert_cmpint (kind, ==, DTL_SCALE_GAPS);
  g_assert_true (dtl_scale_kind_from_name ("linear", &kind));
  g_assert_cmpint (kind, ==, DTL_SCALE_LINEAR);
  g_assert_false (dtl_scale_kind_from_name ("log", &kind));
  g_assert_false (dtl_scale_kind_from_name (NULL, &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/laws", test_laws);
  g_test_add_func ("/scale/one gap", test_gap);
  g_test_add_func ("/scale/no gap", test_no_gap);
  g_test_add_func ("/scale/linear", test_linear);
  g_test_add_func ("/scale/names", test_names);

  return g_test_run ();
}
