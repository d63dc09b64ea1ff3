/* The canvas in a window of its own: what hand, keyboard and assistive
 * technology do with it. */

#include "ui/dtl-canvas.h"

#include "fixture.h"
#include "ui/dtl-crosshair.h"
#include "ui/dtl-event-item.h"
#include "ui/dtl-navigation.h"

typedef struct {
  DtlSession *session;
  GtkWidget *window;
  GtkWidget *canvas;
  GtkWidget *crosshair; /* over it */
} Fixture;

static gboolean
has_items (gpointer canvas)
{
  return gtk_widget_get_first_child (canvas) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = gtk_overlay_new ();

  fixture->session = dtl_session_new ();
  fixture->window = gtk_window_new ();
  fixture->canvas = g_object_new (DTL_TYPE_CANVAS, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  dtl_canvas_set_session (DTL_CANVAS (fixture->canvas), fixture->session);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  fixture->crosshair = g_object_new (DTL_TYPE_CROSSHAIR, NULL);
  dtl_crosshair_set_canvas (DTL_CROSSHAIR (fixture->crosshair),
                            DTL_CANVAS (fixture->canvas), fixture->session);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), fixture->canvas);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), fixture->crosshair);
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  fixture_fill (fixture->session, fixture_two_lanes, G_N_ELEMENTS (fixture_two_lanes));
  fixture_wait (has_items, fixture->canvas);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
}

static GtkWidget *
find_item (Fixture *fixture, const char *title)
{
  DtlId event = fixture_find (fixture->session, title);

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (dtl_event_item_get_event (DTL_EVENT_ITEM (child)) == event)
      return child;
  return NULL;
}

/* The controller of that type that the canvas listens with. */
static gpointer
find_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->canvas);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_error ("the canvas has no %s", g_type_name (type));
  return NULL;
}

static double
get_x (Fixture *fixture, const char *title)
{
  DtlTimeline *timeline = dtl_session_get_timeline (fixture->session);
  int position =
      dtl_timeline_find_event (timeline, fixture_find (fixture->session, title));
  DtlEvent event;

  dtl_timeline_get_event (timeline, (guint) position, &event);
  return dtl_viewport_get_x (dtl_session_get_viewport (fixture->session),
                             dtl_extent_get_anchor (&event.extent));
}

/* --- for assistive technology --- */

static void
test_items (Fixture *fixture, gconstpointer data)
{
  GtkWidget *item = find_item (fixture, "Armistice");

  gtk_test_accessible_assert_role (fixture->canvas, GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_nonnull (item);
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "Armistice");
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1953");
  gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  g_assert_cmpint (gtk_widget_get_width (item), >, 20);
}

static void
test_order_of_items (Fixture *fixture, gconstpointer data)
{
  GtkWidget *item = gtk_widget_get_first_child (fixture->canvas);

  g_assert_true (item == find_item (fixture, "Founding"));
  g_assert_true (gtk_widget_get_last_child (fixture->canvas) ==
                 find_item (fixture, "Summit"));
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  GtkWidget *item = find_item (fixture, "War");

  g_assert_true (gtk_widget_activate_action (item, "event.activate", NULL));
  g_assert_cmpuint (dtl_session_get_selected (fixture->session), ==,
                    fixture_find (fixture->session, "War"));
  gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

static gboolean
has_no_founding (gpointer data)
{
  return find_item (data, "Founding") == NULL;
}

static void
test_only_those_in_view (Fixture *fixture, gconstpointer data)
{
  dtl_navigation_fit_event (fixture->session, fixture_find (fixture->session, "Summit"));
  fixture_wait (has_no_founding, fixture);
  g_assert_nonnull (find_item (fixture, "Summit"));
}

static void
test_focus_follows_selection (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->canvas);
  dtl_session_select (fixture->session, fixture_find (fixture->session, "War"));
  g_assert_true (gtk_widget_has_focus (find_item (fixture, "War")));
  dtl_session_select (fixture->session, fixture_find (fixture->session, "Summit"));
  g_assert_true (gtk_widget_has_focus (find_item (fixture, "Summit")));
}

static void
test_one_tab_stop (Fixture *fixture, gconstpointer data)
{
  dtl_session_select (fixture->session, fixture_find (fixture->session, "War"));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (fixture->canvas, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (find_item (fixture, "War")));
  g_assert_false (gtk_widget_child_focus (fixture->canvas, GTK_DIR_TAB_FORWARD));
}

static gboolean
has_scrolled (gpointer session)
{
  return dtl_session_get_viewport (session)->scroll > 200;
}

static gboolean
has_scrolled_back (gpointer session)
{
  return dtl_session_get_viewport (session)->scroll == 0;
}

/* An event in a lane far down is scrolled to. */
static void
test_lane_below (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *lane = g_strdup_printf ("Lane %d", i);
      g_autofree char *title = g_strdup_printf ("Event %d", i);
      FixtureEvent event = { lane, title, 1900 + i };

      fixture_fill (fixture->session, &event, 1);
    }
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpfloat (dtl_session_get_viewport (fixture->session)->scroll, ==, 0);
  dtl_session_select (fixture->session, fixture_find (fixture->session, "Event 11"));
  fixture_wait (has_scrolled, fixture->session);
  dtl_session_select (fixture->session, fixture_find (fixture->session, "Founding"));
  fixture_wait (has_scrolled_back, fixture->session);
}

/* --- for the hand --- */

static void
scroll (Fixture *fixture, double dx, double dy)
{
  gboolean is_taken = FALSE;

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_SCROLL),
                         "scroll", dx, dy, &is_taken);
  g_assert_true (is_taken);
}

static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  double before = dtl_session_get_viewport (fixture->session)->seconds_per_pixel;

  scroll (fixture, 0, -1);
  g_assert_cmpfloat_with_epsilon (
      before / dtl_session_get_viewport (fixture->session)->seconds_per_pixel, 1.25,
      0.01);
  scroll (fixture, 0, 1);
  g_assert_cmpfloat_with_epsilon (
      before / dtl_session_get_viewport (fixture->session)->seconds_per_pixel, 1, 0.01);
}

static void
test_sideways (Fixture *fixture, gconstpointer data)
{
  double before = get_x (fixture, "War");

  scroll (fixture, 1, 0);
  g_assert_cmpfloat_with_epsilon (get_x (fixture, "War"), before - 80, 1);
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  gpointer drag = find_controller (fixture, GTK_TYPE_GESTURE_DRAG);
  double before = get_x (fixture, "War");

  g_signal_emit_by_name (drag, "drag-begin", 300.0, 300.0);
  g_signal_emit_by_name (drag, "drag-update", -100.0, 0.0);
  g_signal_emit_by_name (drag, "drag-update", -150.0, 0.0);
  g_assert_cmpfloat_with_epsilon (get_x (fixture, "War"), before - 150, 1);
}

static void
test_pinch (Fixture *fixture, gconstpointer data)
{
  gpointer zoom = find_controller (fixture, GTK_TYPE_GESTURE_ZOOM);
  double before = dtl_session_get_viewport (fixture->session)->seconds_per_pixel;

  g_signal_emit_by_name (zoom, "begin", NULL);
  g_signal_emit_by_name (zoom, "scale-changed", 1.5);
  g_signal_emit_by_name (zoom, "scale-changed", 2.0);
  g_assert_cmpfloat_with_epsilon (
      before / dtl_session_get_viewport (fixture->session)->seconds_per_pixel, 2, 0.01);
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  gpointer click = find_controller (fixture, GTK_TYPE_GESTURE_CLICK);
  const GdkRectangle *place =
      dtl_event_item_get_place (DTL_EVENT_ITEM (find_item (fixture, "Founding")));

  g_signal_emit_by_name (click, "released", 1, place->x + 12.0, place->y + 10.0);
  g_assert_cmpuint (dtl_session_get_selected (fixture->session), ==,
                    fixture_find (fixture->session, "Founding"));
  g_signal_emit_by_name (click, "released", 2, place->x + 12.0, place->y + 10.0);
  g_assert_cmpfloat (get_x (fixture, "Founding"), >, 200);
  g_assert_cmpfloat (get_x (fixture, "Summit"), >, 900);
}

static void
test_click_beside (Fixture *fixture, gconstpointer data)
{
  gpointer click = find_controller (fixture, GTK_TYPE_GESTURE_CLICK);

  dtl_session_select (fixture->session, fixture_find (fixture->session, "War"));
  g_signal_emit_by_name (click, "released", 1, 2.0, 2.0);
  g_assert_cmpuint (dtl_session_get_selected (fixture->session), ==, 0);
}

/* --- motion --- */

static gboolean
is_at_goal (gpointer session)
{
  return dtl_session_get_viewport (session)->origin ==
         dtl_session_get_goal (session)->origin;
}

static void
test_animated (Fixture *fixture, gconstpointer data)
{
  DtlId war = fixture_find (fixture->session, "War");
  DtlTime before = dtl_session_get_viewport (fixture->session)->origin;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  dtl_navigation_fit_event (fixture->session, war);
  g_assert_cmpint (dtl_session_get_viewport (fixture->session)->origin, ==, before);
  fixture_wait (is_at_goal, fixture->session);

  /* Another wish on the way replaces the first. */
  dtl_session_fit_all (fixture->session);
  dtl_navigation_fit_event (fixture->session, war);
  fixture_wait (is_at_goal, fixture->session);
  g_assert_cmpfloat (get_x (fixture, "War"), >, 100);
}

static void
test_not_animated (Fixture *fixture, gconstpointer data)
{
  dtl_navigation_fit_event (fixture->session, fixture_find (fixture->session, "War"));
  g_assert_true (is_at_goal (fixture->session));
}

/* --- the cross-hair --- */

static DtlTime
get_anchor (Fixture *fixture, const char *title)
{
  DtlTimeline *timeline = dtl_session_get_timeline (fixture->session);
  int position =
      dtl_timeline_find_event (timeline, fixture_find (fixture->session, title));
  DtlEvent event;

  dtl_timeline_get_event (timeline, (guint) position, &event);
  return dtl_extent_get_anchor (&event.extent);
}

static void
point_at (Fixture *fixture, double x)
{
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION),
                         "motion", x, 300.0);
}

static void
test_moment (Fixture *fixture, gconstpointer data)
{
  const DtlViewport *viewport = dtl_session_get_viewport (fixture->session);

  point_at (fixture, 400);
  g_assert_cmpint (dtl_session_get_moment (fixture->session), ==,
                   dtl_viewport_get_time (viewport, 400));
  /* The keyboard's walk takes it along, and a pointer at rest leaves it there. */
  dtl_session_select (fixture->session, fixture_find (fixture->session, "Republic"));
  point_at (fixture, 400);
  g_assert_cmpint (dtl_session_get_moment (fixture->session), ==,
                   get_anchor (fixture, "Republic"));
  point_at (fixture, 410);
  g_assert_cmpint (dtl_session_get_moment (fixture->session), ==,
                   dtl_viewport_get_time (viewport, 410));
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION),
                         "leave");
  g_assert_cmpint (dtl_session_get_moment (fixture->session), ==,
                   get_anchor (fixture, "Republic"));
}

/* While the picture moves, the moment is another one under the same pointer,
 * but for one that somebody else named. */
static void
test_moment_in_motion (Fixture *fixture, gconstpointer data)
{
  const DtlViewport *viewport = dtl_session_get_viewport (fixture->session);

  point_at (fixture, 400);
  dtl_navigation_pan (fixture->session, 0.5);
  g_assert_cmpint (dtl_session_get_moment (fixture->session), ==,
                   dtl_viewport_get_time (viewport, 400));
  dtl_session_set_moment (fixture->session, 1234);
  dtl_navigation_pan (fixture->session, 0.5);
  g_assert_cmpint (dtl_session_get_moment (fixture->session), ==, 1234);
}

static void
add_one (gpointer object, guint *n)
{
  (*n)++;
}

static gboolean
is_some (gpointer n)
{
  return *(guint *) n > 0;
}

/* Only itself is drawn when it moves, and not the canvas under it. */
static void
test_crosshair (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (fixture->canvas);
  g_autoptr (GdkPaintable) own = gtk_widget_paintable_new (fixture->crosshair);
  guint n_canvas = 0;
  guint n_own = 0;

  g_signal_connect (paintable, "invalidate-contents", G_CALLBACK (add_one), &n_canvas);
  g_signal_connect (own, "invalidate-contents", G_CALLBACK (add_one), &n_own);
  dtl_session_set_moment (fixture->session, get_anchor (fixture, "Armistice"));
  fixture_wait (is_some, &n_own);
  g_assert_cmpuint (n_canvas, ==, 0);
  gtk_test_accessible_assert_property (fixture->crosshair, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1950s: 1 event");
}

/* --- the picture --- */

static GdkTexture *
take_picture (Fixture *fixture, int scale)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (fixture->canvas);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkTexture *texture;

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)),
                                   node,
                                   &GRAPHENE_RECT_INIT (0, 0, (float) (width * scale),
                                                        (float) (height * scale)));
  gsk_render_node_unref (node);
  return texture;
}

static guint
count_colours (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (gsize i = 0; i < (gsize) width * (gsize) height; i++)
    g_hash_table_add (colours, GUINT_TO_POINTER (pixels[i]));
  return g_hash_table_size (colours);
}

static void
test_picture (Fixture *fixture, gconstpointer data)
{
  int scale = GPOINTER_TO_INT (data);
  g_autoptr (GdkTexture) texture = take_picture (fixture, scale);

  g_assert_cmpint (gdk_texture_get_width (texture), ==, 900 * scale);
  /* Text has edges of many shades. */
  g_assert_cmpuint (count_colours (texture), >, 20);
}

static void
test_one_pixel (Fixture *fixture, gconstpointer data)
{
  dtl_session_set_size (fixture->session, 1, 1);
  dtl_session_fit_all (fixture->session);
  gtk_widget_queue_draw (fixture->canvas);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (fixture->canvas, GTK_TEXT_DIR_RTL);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_nonnull (find_item (fixture, "War"));
}

#define ADD(path, data, test)                                                            \
  g_test_add ("/canvas/" path, Fixture, data, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("items", NULL, test_items);
  ADD ("order-of-items", NULL, test_order_of_items);
  ADD ("activate", NULL, test_activate);
  ADD ("only-those-in-view", NULL, test_only_those_in_view);
  ADD ("focus-follows-selection", NULL, test_focus_follows_selection);
  ADD ("one-tab-stop", NULL, test_one_tab_stop);
  ADD ("lane-below", NULL, test_lane_below);
  ADD ("wheel", NULL, test_wheel);
  ADD ("sideways", NULL, test_sideways);
  ADD ("drag", NULL, test_drag);
  ADD ("pinch", NULL, test_pinch);
  ADD ("click", NULL, test_click);
  ADD ("click-beside", NULL, test_click_beside);
  ADD ("animated", NULL, test_animated);
  ADD ("not-animated", NULL, test_not_animated);
  ADD ("moment", NULL, test_moment);
  ADD ("moment-in-motion", NULL, test_moment_in_motion);
  ADD ("crosshair", NULL, test_crosshair);
  ADD ("picture/100-percent", GINT_TO_POINTER (1), test_picture);
  ADD ("picture/200-percent", GINT_TO_POINTER (2), test_picture);
  ADD ("picture/300-percent", GINT_TO_POINTER (3), test_picture);
  ADD ("one-pixel", NULL, test_one_pixel);
  ADD ("right-to-left", NULL, test_right_to_left);
  return g_test_run ();
}
