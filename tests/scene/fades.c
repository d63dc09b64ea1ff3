/* Labels that appear, from one frame to the next. */

#include "scene/dtl-fades.h"

#define START 1000000
#define HALF (DTL_FADE_MICROSECONDS / 2)

/* A frame with labels of events 1 to @n, 100 px apart from @x on, 80 wide. */
static DtlScene *
make_frame (guint n, double x)
{
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (1000, 100);

  for (guint i = 0; i < n; i++)
    {
      DtlItem item = { .kind = DTL_ITEM_LABEL,
                       .event = i + 1,
                       .amount = 1,
                       .text = "Bridge opened",
                       .bounds = { x + i * 100, 10, 80, 30 } };

      dtl_scene_builder_add (builder, &item);
    }
  return dtl_scene_builder_end (builder);
}

static double
get_amount (const DtlScene *scene, guint32 event)
{
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].event == event)
      return (double) items[i].amount;
  return -1;
}

typedef struct {
  DtlFades *fades;
  DtlScene *shown;
} Fixture;

static void
show (Fixture *fixture, guint n, double x, gint64 now, gboolean motion)
{
  g_autoptr (DtlScene) scene = make_frame (n, x);

  g_clear_pointer (&fixture->shown, dtl_scene_unref);
  fixture->shown = dtl_fades_show (fixture->fades, scene, now, motion);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->fades = dtl_fades_new ();
  show (fixture, 2, 100, START, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dtl_scene_unref (fixture->shown);
  dtl_fades_free (fixture->fades);
}

static void
test_first_frame (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat (get_amount (fixture->shown, 1), ==, 1);
  g_assert_false (dtl_fades_is_running (fixture->fades));
}

static void
test_appears (Fixture *fixture, gconstpointer data)
{
  show (fixture, 3, 100, START + 1, TRUE);
  g_assert_cmpfloat (get_amount (fixture->shown, 1), ==, 1);
  g_assert_cmpfloat (get_amount (fixture->shown, 3), ==, 0);
  g_assert_true (dtl_fades_is_running (fixture->fades));

  show (fixture, 3, 100, START + 1 + HALF, TRUE);
  g_assert_cmpfloat_with_epsilon (get_amount (fixture->shown, 3), 0.5, 1e-6);

  show (fixture, 3, 100, START + 1 + 2 * HALF, TRUE);
  g_assert_cmpfloat (get_amount (fixture->shown, 3), ==, 1);
  g_assert_false (dtl_fades_is_running (fixture->fades));
}

static void
test_comes_in (Fixture *fixture, gconstpointer data)
{
  show (fixture, 9, 150, START + 1, TRUE); /* the ninth sticks out at 1030 */
  g_assert_cmpfloat (get_amount (fixture->shown, 9), ==, 1);
  g_assert_cmpfloat (get_amount (fixture->shown, 8), ==, 0);
}

static void
test_without_motion (Fixture *fixture, gconstpointer data)
{
  show (fixture, 3, 100, START + 1, FALSE);
  g_assert_cmpfloat (get_amount (fixture->shown, 3), ==, 1);
  g_assert_false (dtl_fades_is_running (fixture->fades));
}

static void
test_forgets (Fixture *fixture, gconstpointer data)
{
  dtl_fades_forget (fixture->fades);
  show (fixture, 3, 100, START + 1, TRUE);
  g_assert_cmpfloat (get_amount (fixture->shown, 3), ==, 1);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/fades/the first frame is there at once", test_first_frame);
  add ("/fades/a new label fades in", test_appears);
  add ("/fades/over the edge", test_comes_in);
  add ("/fades/without motion", test_without_motion);
  add ("/fades/forgotten", test_forgets);

  return g_test_run ();
}
