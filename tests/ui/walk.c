#include "fixture.h"
#include "ui/dtl-walk.h"

typedef struct {
  const char *from;
  DtlWalkDirection direction;
  const char *to;
} Case;

static const Case cases[] = {
  { "Republic", DTL_WALK_EARLIER, "Founding" },
  { "Republic", DTL_WALK_LATER, "Fall" },
  { "Founding", DTL_WALK_EARLIER, "Founding" }, /* the first stays */
  { "Fall", DTL_WALK_LATER, "Fall" },           /* not over into the next lane */
  { "Armistice", DTL_WALK_EARLIER, "War" },
  { "Fall", DTL_WALK_DOWN, "War" }, /* nearest in time */
  { "Founding", DTL_WALK_DOWN, "War" },
  { "Summit", DTL_WALK_UP, "Fall" },
  { "Summit", DTL_WALK_DOWN, "Summit" }, /* no lane below */
  { "Fall", DTL_WALK_UP, "Fall" },
};

static DtlSession *
make_session (void)
{
  DtlSession *session = dtl_session_new ();

  fixture_fill (session, fixture_two_lanes, G_N_ELEMENTS (fixture_two_lanes));
  return session;
}

static void
test_step (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (DtlSession) session = make_session ();
  DtlId to = dtl_walk_from (dtl_session_get_timeline (session),
                            fixture_find (session, row->from), row->direction);

  g_assert_cmpuint (to, ==, fixture_find (session, row->to));
}

static void
test_order (void)
{
  g_autoptr (DtlSession) session = make_session ();
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  DtlId fall = fixture_find (session, "Fall");

  g_assert_cmpuint (dtl_walk_in_order (timeline, fall, 1), ==,
                    fixture_find (session, "War"));
  g_assert_cmpuint (dtl_walk_in_order (timeline, fall, -1), ==,
                    fixture_find (session, "Republic"));
  g_assert_cmpuint (dtl_walk_in_order (timeline, fall, 100), ==,
                    fixture_find (session, "Summit"));
}

static void
test_nearest (void)
{
  g_autoptr (DtlSession) session = make_session ();
  DtlTimeline *timeline = dtl_session_get_timeline (session);

  g_assert_cmpuint (dtl_walk_nearest (timeline, DTL_TIME_MIN), ==,
                    fixture_find (session, "Founding"));
  g_assert_cmpuint (dtl_walk_nearest (timeline, DTL_TIME_MAX), ==,
                    fixture_find (session, "Summit"));
  g_assert_cmpuint (dtl_walk_nearest (timeline, -16 * DTL_SECONDS_PER_YEAR), ==,
                    fixture_find (session, "Armistice"));
}

static void
test_nothing (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();

  g_assert_cmpuint (dtl_walk_nearest (timeline, 0), ==, 0);
  g_assert_cmpuint (dtl_walk_from (timeline, 7, DTL_WALK_LATER), ==, 0);
  g_assert_cmpuint (dtl_walk_in_order (timeline, 7, 1), ==, 0);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "earlier", "later", "up", "down" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/walk/%s-from-%s", names[cases[i].direction], cases[i].from);

      g_test_add_data_func (path, &cases[i], test_step);
    }
  g_test_add_func ("/walk/in-order", test_order);
  g_test_add_func ("/walk/nearest", test_nearest);
  g_test_add_func ("/walk/nothing", test_nothing);
  return g_test_run ();
}
