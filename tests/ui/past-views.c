/* Going back to views that were looked at, and forward again. */

#include "ui/dtl-past-views.h"

#define SECOND G_TIME_SPAN_SECOND

static DtlViewport
make_view (DtlTime origin, double seconds_per_pixel)
{
  return (DtlViewport){ .origin = origin,
                        .seconds_per_pixel = seconds_per_pixel,
                        .width = 1000,
                        .height = 600 };
}

static void
add (DtlPastViews *views, DtlTime origin, double seconds_per_pixel, gint64 now)
{
  DtlViewport view = make_view (origin, seconds_per_pixel);

  dtl_past_views_add (views, &view, now);
}

static void
assert_steps_to (DtlPastViews *views, int step, DtlTime origin)
{
  DtlViewport view;

  g_assert_true (dtl_past_views_can_step (views, step));
  g_assert_true (dtl_past_views_step (views, step, &view));
  g_assert_cmpint (view.origin, ==, origin);
}

static void
test_back_and_forward (void)
{
  g_autoptr (DtlPastViews) views = dtl_past_views_new ();

  g_assert_false (dtl_past_views_can_step (views, -1));
  add (views, 0, 1, 0);
  g_assert_false (dtl_past_views_can_step (views, -1));
  add (views, 5000, 1, 10 * SECOND);
  add (views, 9000, 1, 20 * SECOND);
  assert_steps_to (views, -1, 5000);
  assert_steps_to (views, -1, 0);
  g_assert_false (dtl_past_views_can_step (views, -1));
  assert_steps_to (views, 1, 5000);
  assert_steps_to (views, 1, 9000);
  g_assert_false (dtl_past_views_can_step (views, 1));
}

/* What one came back from is forgotten on going elsewhere. */
static void
test_another_way (void)
{
  g_autoptr (DtlPastViews) views = dtl_past_views_new ();

  add (views, 0, 1, 0);
  add (views, 5000, 1, 10 * SECOND);
  assert_steps_to (views, -1, 0);
  add (views, 0, 1, 10 * SECOND);
  g_assert_true (dtl_past_views_can_step (views, 1));
  add (views, -7000, 1, 20 * SECOND);
  g_assert_false (dtl_past_views_can_step (views, 1));
  assert_steps_to (views, -1, 0);
}

/* A new place, right after stepping back, does not replace that view. */
static void
test_soon_after_stepping (void)
{
  g_autoptr (DtlPastViews) views = dtl_past_views_new ();

  add (views, 0, 1, 0);
  add (views, 5000, 1, 10 * SECOND);
  assert_steps_to (views, -1, 0);
  add (views, -7000, 1, 10 * SECOND + 1);
  assert_steps_to (views, -1, 0);
}

/* A drag from one place to another is one view, where it ended. */
static void
test_passing_through (void)
{
  g_autoptr (DtlPastViews) views = dtl_past_views_new ();

  add (views, 0, 1, 0);
  for (int i = 1; i <= 60; i++)
    add (views, i * 100, 1, 10 * SECOND + i * SECOND / 60);
  add (views, 20000, 1, 20 * SECOND);
  assert_steps_to (views, -1, 6000);
  assert_steps_to (views, -1, 0);
}

static void
test_nudges (void)
{
  g_autoptr (DtlPastViews) views = dtl_past_views_new ();

  add (views, 0, 1, 0);
  add (views, 100, 1, 10 * SECOND);
  add (views, 200, 1, 20 * SECOND);
  g_assert_false (dtl_past_views_can_step (views, -1));
  add (views, 550, 1, 30 * SECOND);
  assert_steps_to (views, -1, 200);
}

/* There and back again while passing: nothing is different. */
static void
test_there_and_back (void)
{
  g_autoptr (DtlPastViews) views = dtl_past_views_new ();

  add (views, 0, 1, 0);
  add (views, 4000, 1, 10 * SECOND);
  add (views, 10, 1, 10 * SECOND + 1000);
  g_assert_false (dtl_past_views_can_step (views, -1));
}

static void
test_zoom_and_scroll (void)
{
  g_autoptr (DtlPastViews) views = dtl_past_views_new ();
  DtlViewport view = make_view (0, 1);

  dtl_past_views_add (views, &view, 0);
  view.seconds_per_pixel = 3;
  dtl_past_views_add (views, &view, 10 * SECOND);
  g_assert_true (dtl_past_views_can_step (views, -1));
  view.scroll = 500;
  dtl_past_views_add (views, &view, 20 * SECOND);
  g_assert_true (dtl_past_views_step (views, -1, &view));
  g_assert_cmpfloat (view.scroll, ==, 0);
  g_assert_cmpfloat (view.seconds_per_pixel, ==, 3);
}

static void
test_many (void)
{
  g_autoptr (DtlPastViews) views = dtl_past_views_new ();
  DtlViewport view;
  int n = 0;

  for (int i = 0; i < 1000; i++)
    add (views, i * 5000, 1, i * 10 * SECOND);
  while (dtl_past_views_step (views, -1, &view))
    n++;
  g_assert_cmpint (n, ==, 99);
  dtl_past_views_clear (views);
  g_assert_false (dtl_past_views_can_step (views, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/past-views/back-and-forward", test_back_and_forward);
  g_test_add_func ("/past-views/another-way", test_another_way);
  g_test_add_func ("/past-views/soon-after-stepping", test_soon_after_stepping);
  g_test_add_func ("/past-views/passing-through", test_passing_through);
  g_test_add_func ("/past-views/nudges", test_nudges);
  g_test_add_func ("/past-views/there-and-back", test_there_and_back);
  g_test_add_func ("/past-views/zoom-and-scroll", test_zoom_and_scroll);
  g_test_add_func ("/past-views/many", test_many);
  return g_test_run ();
}
