#include "ui/dtl-session.h"

#include "fixture.h"
#include "ui/dtl-document.h"
#include "ui/dtl-navigation.h"

static DtlSession *
make_session (void)
{
  DtlSession *session = dtl_session_new ();

  dtl_session_set_size (session, 1000, 600);
  fixture_fill (session, fixture_two_lanes, G_N_ELEMENTS (fixture_two_lanes));
  return session;
}

static gboolean
is_in_view (DtlSession *session, const char *title)
{
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  const DtlViewport *viewport = dtl_session_get_viewport (session);
  DtlEvent event;
  double x;

  dtl_timeline_get_event (timeline,
                          (guint) dtl_timeline_find_event (timeline,
                                                           fixture_find (session, title)),
                          &event);
  x = dtl_viewport_get_x (viewport, dtl_extent_get_anchor (&event.extent));
  return x >= 0 && x <= viewport->width;
}

static void
count (gpointer object, guint *n)
{
  (*n)++;
}

static void
test_fits_what_comes (void)
{
  g_autoptr (DtlSession) session = make_session ();

  g_assert_true (is_in_view (session, "Founding"));
  g_assert_true (is_in_view (session, "Summit"));
}

static void
test_stays_fitted (void)
{
  g_autoptr (DtlSession) session = make_session ();

  dtl_session_set_size (session, 300, 600);
  g_assert_true (is_in_view (session, "Founding"));
  g_assert_true (is_in_view (session, "Summit"));

  /* A person who went somewhere is left there. */
  dtl_navigation_zoom (session, 8);
  g_assert_false (is_in_view (session, "Founding"));
  dtl_session_set_size (session, 1000, 600);
  g_assert_false (is_in_view (session, "Founding"));
}

static void
test_fit_event (void)
{
  g_autoptr (DtlSession) session = make_session ();

  dtl_navigation_fit_event (session, fixture_find (session, "War"));
  g_assert_true (is_in_view (session, "War"));
  g_assert_false (is_in_view (session, "Founding"));
  g_assert_false (is_in_view (session, "Summit"));
}

static void
test_reveal (void)
{
  g_autoptr (DtlSession) session = make_session ();
  DtlViewport before;

  dtl_navigation_fit_event (session, fixture_find (session, "War"));
  before = *dtl_session_get_viewport (session);
  dtl_navigation_reveal_event (session, fixture_find (session, "War"));
  g_assert_cmpint (dtl_session_get_viewport (session)->origin, ==, before.origin);

  dtl_navigation_reveal_event (session, fixture_find (session, "Founding"));
  g_assert_true (is_in_view (session, "Founding"));
  g_assert_cmpfloat (dtl_session_get_viewport (session)->seconds_per_pixel, ==,
                     before.seconds_per_pixel);
}

static void
test_fit_lane (void)
{
  g_autoptr (DtlSession) session = make_session ();
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  DtlLane korea;

  dtl_timeline_get_lane (timeline, 1, &korea);
  dtl_navigation_fit_lane (session, korea.id);
  g_assert_true (is_in_view (session, "War"));
  g_assert_true (is_in_view (session, "Summit"));
  g_assert_false (is_in_view (session, "Republic"));
}

/* What is in view of the period round 1 July of a year: from year to year. */
typedef struct {
  const char *name;
  gint64 year;
  DtlPrecision precision;
  gint64 first, last;
} Period;

static const Period periods[] = {
  { "year", 1953, DTL_PRECISION_YEAR, 1953, 1953 },
  { "decade", 1953, DTL_PRECISION_DECADE, 1950, 1959 },
  { "century", 1953, DTL_PRECISION_CENTURY, 1900, 1999 },
  { "year-bc", -400, DTL_PRECISION_YEAR, -400, -400 },
  { "year-of-deep-time", -66000000, DTL_PRECISION_YEAR, -66000000, -66000000 },
};

static void
test_fit_period (gconstpointer data)
{
  const Period *period = data;
  g_autoptr (DtlSession) session = make_session ();
  DtlTime time = dtl_time_from_day (dtl_gregorian_to_day (period->year, 7, 1));
  DtlTime start = dtl_time_from_day (dtl_gregorian_to_day (period->first, 1, 1));
  DtlTime end = dtl_time_from_day (dtl_gregorian_to_day (period->last + 1, 1, 1));
  const DtlViewport *viewport = dtl_session_get_viewport (session);

  dtl_navigation_fit_period (session, time, period->precision);
  /* The calendars of before 1582 lie some days apart. */
  if (period->year > 1582)
    {
      g_assert_cmpfloat_with_epsilon (dtl_viewport_get_x (viewport, start), 28, 3);
      g_assert_cmpfloat_with_epsilon (dtl_viewport_get_x (viewport, end), 972, 3);
    }
  g_assert_cmpfloat_with_epsilon (viewport->seconds_per_pixel * 944,
                                  (double) (end - start), 0.01 * (double) (end - start));
}

/* What is read is shown in at least three times its length and at most sixty. */
typedef struct {
  const char *name;
  double in_view, years, shown;
} Way;

static const Way ways[] = {
  { "stays", 20, 1, 20 },
  { "nearer", 5000, 1, 60 },
  { "farther", 2, 10, 30 },
};

static void
test_go_to (gconstpointer data)
{
  const Way *way = data;
  g_autoptr (DtlSession) session = make_session ();
  const DtlViewport *goal = dtl_session_get_goal (session);
  DtlTime start = dtl_time_from_day (0);
  DtlExtent extent = {
    .start = start,
    .latest_start = start,
    .earliest_end = start + (gint64) (way->years * DTL_SECONDS_PER_YEAR),
    .end = start + (gint64) (way->years * DTL_SECONDS_PER_YEAR),
    .precision = DTL_PRECISION_YEAR,
  };

  dtl_navigation_zoom (session, goal->width * goal->seconds_per_pixel / way->in_view /
                                    DTL_SECONDS_PER_YEAR);
  dtl_navigation_go_to (session, &extent);
  g_assert_cmpfloat_with_epsilon (goal->width * goal->seconds_per_pixel,
                                  way->shown * DTL_SECONDS_PER_YEAR, 1e5);
  g_assert_cmpfloat_with_epsilon ((dtl_viewport_get_x (goal, extent.start) +
                                   dtl_viewport_get_x (goal, extent.end)) /
                                      2,
                                  500, 1);
}

/* A view counts when it was looked at for a second. */
static void
test_go_back (void)
{
  g_autoptr (DtlSession) session = make_session ();
  DtlViewport whole = *dtl_session_get_viewport (session);

  g_assert_false (dtl_session_can_go_back (session, -1));
  g_usleep (1.05 * G_USEC_PER_SEC);
  dtl_navigation_fit_event (session, fixture_find (session, "War"));
  g_assert_true (dtl_session_can_go_back (session, -1));

  /* In another window the same is in view. */
  dtl_session_set_size (session, 500, 600);
  dtl_session_go_back (session, -1);
  g_assert_true (is_in_view (session, "Founding"));
  g_assert_cmpfloat (dtl_session_get_viewport (session)->seconds_per_pixel, ==,
                     whole.seconds_per_pixel * 2);
  dtl_session_go_back (session, 1);
  g_assert_false (is_in_view (session, "Founding"));
  g_assert_true (is_in_view (session, "War"));
}

static void
test_zoom_about_the_selected (void)
{
  g_autoptr (DtlSession) session = make_session ();

  dtl_session_select (session, fixture_find (session, "Founding"));
  for (int i = 0; i < 10; i++)
    dtl_navigation_zoom (session, 2);
  g_assert_true (is_in_view (session, "Founding"));
  g_assert_false (is_in_view (session, "Summit"));
}

static void
test_pan (void)
{
  g_autoptr (DtlSession) session = make_session ();
  DtlTime before = dtl_session_get_viewport (session)->origin;

  dtl_navigation_pan (session, 0.5);
  g_assert_cmpint (dtl_session_get_viewport (session)->origin, >, before);
  dtl_navigation_pan (session, -0.5);
  g_assert_cmpint (ABS (dtl_session_get_viewport (session)->origin - before), <, 86400);
}

static void
test_select (void)
{
  g_autoptr (DtlSession) session = make_session ();
  DtlId war = fixture_find (session, "War");
  guint n_changes = 0;

  g_signal_connect (session, "selection-changed", G_CALLBACK (count), &n_changes);
  dtl_session_select (session, war);
  dtl_session_select (session, war);
  g_assert_cmpuint (dtl_session_get_selected (session), ==, war);
  g_assert_cmpuint (n_changes, ==, 1);

  dtl_session_select (session, 4711); /* nobody */
  g_assert_cmpuint (dtl_session_get_selected (session), ==, 0);
}

static void
test_remove (void)
{
  g_autoptr (DtlSession) session = make_session ();
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  DtlSource korea;

  dtl_timeline_get_source (timeline, 1, &korea);
  dtl_session_select (session, fixture_find (session, "War"));
  dtl_session_set_reading (session, korea.id);
  dtl_document_remove_source (session, korea.id);

  g_assert_cmpuint (dtl_timeline_get_n_events (timeline), ==, 3);
  g_assert_cmpuint (dtl_session_get_selected (session), ==, 0);
  g_assert_cmpuint (dtl_session_get_reading (session), ==, 0);
  g_assert_true (dtl_session_get_modified (session));
}

static void
test_undo_remove (void)
{
  g_autoptr (DtlSession) session = make_session ();
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  DtlSource korea;

  dtl_timeline_get_source (timeline, 1, &korea);
  dtl_document_undo_remove (session); /* nothing to undo */
  g_assert_cmpuint (dtl_timeline_get_n_events (timeline), ==, 6);
  dtl_document_remove_source (session, korea.id);
  dtl_document_undo_remove (session);
  g_assert_cmpuint (dtl_timeline_get_n_events (timeline), ==, 6);
  g_assert_cmpuint (dtl_timeline_get_n_sources (timeline), ==, 2);
  g_assert_cmpuint (dtl_timeline_get_n_lanes (timeline), ==, 2);
  fixture_find (session, "Summit");
}

/* Who changes how dates are written sees it at once, and once. */
static void
test_calendar (void)
{
  g_autoptr (DtlSession) session = make_session ();
  guint n_changes = 0;

  g_signal_connect (session, "timeline-changed", G_CALLBACK (count), &n_changes);
  dtl_session_set_calendar (session, "hebrew");
  g_assert_cmpint (dtl_session_get_label_style (session)->calendar, ==,
                   DTL_CALENDAR_HEBREW);
  dtl_session_set_calendar (session, "hebrew");
  g_assert_cmpuint (n_changes, ==, 1);
  dtl_session_set_calendar (session, "a calendar of tomorrow");
  g_assert_cmpint (dtl_session_get_label_style (session)->calendar, ==,
                   DTL_CALENDAR_HISTORICAL);
  dtl_session_set_common_era (session, TRUE);
  g_assert_cmpuint (n_changes, ==, 3);
}

static void
test_title (void)
{
  g_autoptr (DtlSession) session = dtl_session_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/Old Korea.dateline");
  g_autofree char *empty = dtl_session_dup_title (session);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *saved = NULL;

  g_assert_null (empty);
  fixture_fill (session, fixture_two_lanes, 3);
  one = dtl_session_dup_title (session);
  g_assert_cmpstr (one, ==, "Rome");
  fixture_fill (session, fixture_two_lanes + 3, 3);
  two = dtl_session_dup_title (session);
  g_assert_cmpstr (two, ==, "2 articles");
  dtl_session_set_modified (session, TRUE);
  dtl_session_set_file (session, file);
  saved = dtl_session_dup_title (session);
  g_assert_cmpstr (saved, ==, "Old Korea");
  g_assert_false (dtl_session_get_modified (session));
}

static void
test_notices (void)
{
  g_autoptr (DtlSession) session = dtl_session_new ();
  GListModel *notices = dtl_session_get_notices (session);

  for (int i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("notice %d", i);

      dtl_session_take_notice (session, dtl_notice_new (DTL_NOTICE_INFO, text, NULL));
    }
  g_assert_cmpuint (g_list_model_get_n_items (notices), ==, 3);

  g_autoptr (DtlNotice) last = g_list_model_get_item (notices, 2);

  g_assert_cmpstr (dtl_notice_get_text (last), ==, "notice 9");
  dtl_session_dismiss (session, last);
  g_assert_cmpuint (g_list_model_get_n_items (notices), ==, 2);
  dtl_notice_set_lasting (last);
  dtl_session_take_notice (session, g_object_ref (last));
  dtl_session_dismiss_past (session);
  g_assert_cmpuint (g_list_model_get_n_items (notices), ==, 1);
}

/* Who draws is told where to go, and the goal counts from then on. */
static void
test_travel (void)
{
  g_autoptr (DtlSession) session = make_session ();
  DtlTime origin = dtl_session_get_viewport (session)->origin;
  guint n_travels = 0;

  g_signal_connect (session, "travel", G_CALLBACK (count), &n_travels);
  dtl_navigation_pan (session, 1);
  dtl_navigation_pan (session, 1);
  g_assert_cmpuint (n_travels, ==, 2);
  g_assert_cmpint (dtl_session_get_viewport (session)->origin, ==, origin);
  dtl_session_step (session, dtl_session_get_viewport (session), TRUE);
  g_assert_cmpfloat_with_epsilon (
      (double) (dtl_session_get_viewport (session)->origin - origin) /
          dtl_session_get_viewport (session)->seconds_per_pixel,
      2000, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/fits-what-comes", test_fits_what_comes);
  g_test_add_func ("/session/stays-fitted", test_stays_fitted);
  g_test_add_func ("/session/fit-event", test_fit_event);
  g_test_add_func ("/session/reveal", test_reveal);
  g_test_add_func ("/session/fit-lane", test_fit_lane);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *path = g_strconcat ("/session/fit/", periods[i].name, NULL);

      g_test_add_data_func (path, &periods[i], test_fit_period);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strconcat ("/session/go-to/", ways[i].name, NULL);

      g_test_add_data_func (path, &ways[i], test_go_to);
    }
  g_test_add_func ("/session/go-back", test_go_back);
  g_test_add_func ("/session/zoom-about-the-selected", test_zoom_about_the_selected);
  g_test_add_func ("/session/pan", test_pan);
  g_test_add_func ("/session/select", test_select);
  g_test_add_func ("/session/remove", test_remove);
  g_test_add_func ("/session/undo-remove", test_undo_remove);
  g_test_add_func ("/session/calendar", test_calendar);
  g_test_add_func ("/session/title", test_title);
  g_test_add_func ("/session/notices", test_notices);
  g_test_add_func ("/session/travel", test_travel);
  return g_test_run ();
}
