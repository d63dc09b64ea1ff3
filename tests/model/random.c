/* Random changes to a timeline, each held against what plain sorting and
 * counting say. */

#include "model/model-testing.h"

typedef struct {
  DtlTimeline *timeline;
  GRand *rand;
} World;

static guint
pick (World *world, guint n)
{
  return (guint) g_rand_int_range (world->rand, 0, (gint32) n);
}

static void
add_article (World *world)
{
  DtlId source = add_source (world->timeline, "article", "Something happened.");
  DtlId lane = dtl_timeline_add_lane (world->timeline, "lane");
  guint n = pick (world, 40);

  for (guint i = 0; i < n; i++)
    {
      int first = (int) pick (world, 30), last = first + (int) pick (world, 3);
      DtlId claim = add_claim (world->timeline, source, "claim", first, last);
      DtlClaim other;

      /* Every third tells of what another article may tell of too. */
      dtl_timeline_get_claim (world->timeline,
                              pick (world, dtl_timeline_get_n_claims (world->timeline)),
                              &other);
      add_event (world->timeline, lane, pick (world, 2) == 0 ? "claim" : "by hand",
                 (DtlId[]){ claim, i % 3 == 0 ? other.id : 0, 0 });
    }
}

/* More events at once than are sorted by comparing. */
static void
add_many (World *world)
{
  DtlEvent event = { .lane = dtl_timeline_add_lane (world->timeline, "many"),
                     .title = "no claim" };

  for (guint i = 0; i < 600; i++)
    {
      int first = (int) pick (world, 3000) - 1500;

      event.extent = make_years (first, first + (int) pick (world, 2));
      if (pick (world, 20) == 0)
        event.extent = dtl_extent_since (&event.extent);
      else if (pick (world, 20) == 0)
        event.extent = dtl_extent_until (&event.extent);
      dtl_timeline_add_event (world->timeline, &event);
    }
}

static void
remove_article (World *world)
{
  guint n = dtl_timeline_get_n_sources (world->timeline);
  DtlSource source;

  if (n == 0)
    return;
  dtl_timeline_get_source (world->timeline, pick (world, n), &source);
  dtl_timeline_remove_source (world->timeline, source.id);
}

static void
check_order (World *world)
{
  DtlEvent before, event;

  for (guint i = 0; i < dtl_timeline_get_n_events (world->timeline); i++)
    {
      dtl_timeline_get_event (world->timeline, i, &event);
      g_assert_cmpint (dtl_timeline_find_event (world->timeline, event.id), ==, i);
      if (i > 0)
        {
          int order = dtl_extent_compare (&before.extent, &event.extent);

          g_assert_true (order < 0 || (order == 0 && before.id < event.id));
        }
      before = event;
    }
}

static void
check_order_of_ids (World *world)
{
  DtlId last = 0;
  DtlEvent event;

  for (guint i = 0; i < dtl_timeline_get_n_events (world->timeline); i++)
    {
      guint position = dtl_timeline_get_position_by_id_order (world->timeline, i);

      dtl_timeline_get_event (world->timeline, position, &event);
      g_assert_cmpuint (event.id, >, last);
      last = event.id;
    }
}

/* Whatever is named is there. */
static void
check_names (World *world)
{
  DtlSource source;
  DtlClaim claim;
  DtlEvent event;

  for (guint i = 0; i < dtl_timeline_get_n_claims (world->timeline); i++)
    {
      dtl_timeline_get_claim (world->timeline, i, &claim);
      g_assert_true (dtl_timeline_find_source (world->timeline, claim.source, &source));
    }
  for (guint i = 0; i < dtl_timeline_get_n_events (world->timeline); i++)
    {
      dtl_timeline_get_event (world->timeline, i, &event);
      g_assert_cmpint (dtl_timeline_find_lane (world->timeline, event.lane), >=, 0);
      g_assert_true (g_str_equal (event.title, "no claim") == (event.n_claims == 0));
      for (guint k = 0; k < event.n_claims; k++)
        g_assert_true (
            dtl_timeline_find_claim (world->timeline, event.claims[k], &claim));
      if (event.n_claims > 0)
        {
          dtl_timeline_find_claim (world->timeline, event.claims[0], &claim);
          g_assert_true (dtl_extent_equal (&claim.extent, &event.extent));
        }
    }
}

static void
test_changes (gconstpointer seed)
{
  World world = { .timeline = dtl_timeline_new (),
                  .rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed)) };

  for (guint i = 0; i < 60; i++)
    {
      guint what = pick (&world, 8);

      if (what < 5)
        add_article (&world);
      else if (what < 7)
        remove_article (&world);
      else
        add_many (&world);
      /* Not after each, so that changes pile up. */
      if (pick (&world, 2) == 0)
        {
          check_order (&world);
          check_order_of_ids (&world);
          check_names (&world);
        }
    }
  while (dtl_timeline_get_n_sources (world.timeline) > 0)
    remove_article (&world);
  check_names (&world);
  g_assert_cmpuint (dtl_timeline_get_n_claims (world.timeline), ==, 0);

  dtl_timeline_unref (world.timeline);
  g_rand_free (world.rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/random/changes %u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_changes);
    }
  return g_test_run ();
}
