/* The minimap under a canvas: what hand and assistive technology do with it. */

#include "ui/dtl-minimap.h"

#include "fixture.h"
#include "ui/dtl-navigation.h"

typedef struct {
  DtlSession *session;
  GtkWidget *window;
  GtkWidget *minimap;
} Fixture;

#define WIDTH 900

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *canvas = g_object_new (DTL_TYPE_CANVAS, NULL);

  fixture->session = dtl_session_new ();
  fixture->window = gtk_window_new ();
  fixture->minimap = g_object_new (DTL_TYPE_MINIMAP, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  dtl_canvas_set_session (DTL_CANVAS (canvas), fixture->session);
  dtl_minimap_set_canvas (DTL_MINIMAP (fixture->minimap), DTL_CANVAS (canvas),
                          fixture->session);
  gtk_box_append (GTK_BOX (box), canvas);
  gtk_box_append (GTK_BOX (box), fixture->minimap);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  fixture_fill (fixture->session, fixture_two_lanes, G_N_ELEMENTS (fixture_two_lanes));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
}

static gpointer
find_drag (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->minimap);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return controller;
    }
  g_error ("the minimap cannot be dragged");
  return NULL;
}

/* The year in the middle of the window. */
static double
get_year (Fixture *fixture)
{
  const DtlViewport *viewport = dtl_session_get_viewport (fixture->session);

  return 1970 + (double) dtl_viewport_get_time (viewport, viewport->width / 2) /
                    DTL_SECONDS_PER_YEAR;
}

static void
fit_year (Fixture *fixture, int year)
{
  dtl_navigation_fit_period (fixture->session,
                             dtl_time_from_day (dtl_gregorian_to_day (year, 7, 1)),
                             DTL_PRECISION_YEAR);
}

static void
click (Fixture *fixture, double x)
{
  g_signal_emit_by_name (find_drag (fixture), "drag-begin", x, 20.0);
  g_signal_emit_by_name (find_drag (fixture), "drag-end", 0.0, 0.0);
}

static void
test_size (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (gtk_widget_get_height (fixture->minimap), >=, 44);
  g_assert_cmpint (gtk_widget_get_height (fixture->minimap), <, 80);
}

/* The zoom stays, and so does a click on the window itself. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  double zoom;
  double year;

  fit_year (fixture, 1950);
  zoom = dtl_session_get_viewport (fixture->session)->seconds_per_pixel;
  click (fixture, WIDTH / 4);
  year = get_year (fixture);
  g_assert_cmpfloat (year, >, 900);
  g_assert_cmpfloat (year, <, 1300);
  g_assert_cmpfloat (dtl_session_get_viewport (fixture->session)->seconds_per_pixel, ==,
                     zoom);
  click (fixture, WIDTH / 4 + 2);
  g_assert_cmpfloat_with_epsilon (get_year (fixture), year, 0.1);
}

/* Of 1,265 years in some 850 pixels, 100 pixels are some 150 years. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  double year;

  fit_year (fixture, 1500);
  click (fixture, WIDTH / 2);
  year = get_year (fixture);
  g_signal_emit_by_name (find_drag (fixture), "drag-begin", WIDTH / 2 + 2.0, 20.0);
  g_signal_emit_by_name (find_drag (fixture), "drag-update", 50.0, 0.0);
  g_signal_emit_by_name (find_drag (fixture), "drag-update", 100.0, 0.0);
  g_signal_emit_by_name (find_drag (fixture), "drag-end", 100.0, 0.0);
  g_assert_cmpfloat_with_epsilon (get_year (fixture), year + 147, 10);
}

/* Beyond either end is that end. */
static void
test_drag_out (Fixture *fixture, gconstpointer data)
{
  fit_year (fixture, 1500);
  g_signal_emit_by_name (find_drag (fixture), "drag-begin", 100.0, 20.0);
  g_signal_emit_by_name (find_drag (fixture), "drag-update", -5000.0, 0.0);
  g_assert_cmpfloat (get_year (fixture), >, 600);
  g_assert_cmpfloat (get_year (fixture), <, 780);
  g_signal_emit_by_name (find_drag (fixture), "drag-update", 9000.0, 0.0);
  g_assert_cmpfloat (get_year (fixture), >, 2010);
  g_assert_cmpfloat (get_year (fixture), <, 2150);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  fit_year (fixture, 1950);
  gtk_test_accessible_assert_role (fixture->minimap, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  gtk_test_accessible_assert_property (fixture->minimap, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The whole timeline");
  gtk_test_accessible_assert_property (fixture->minimap,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "In view: December 1949 to January 1951");
}

#define ADD(path, test)                                                                  \
  g_test_add ("/minimap/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("size", test_size);
  ADD ("click", test_click);
  ADD ("drag", test_drag);
  ADD ("drag-out", test_drag_out);
  ADD ("accessible", test_accessible);
  return g_test_run ();
}
