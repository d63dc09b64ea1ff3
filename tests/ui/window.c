/* The window's parts together, without a bus and without input. */

#include "ui/dtl-window.h"

#include "fixture.h"
#include "ui/dtl-detail-pane.h"
#include "ui/dtl-minimap.h"
#include "ui/dtl-notice-bar.h"
#include "ui/dtl-settings.h"
#include "ui/dtl-work-view.h"

static GtkWidget *
show_window (void)
{
  GtkWidget *window = dtl_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

/* The first widget of that type below @root, in any depth. */
static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found =
          G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* All that labels below @root say that can be seen. */
static void
collect_texts (GtkWidget *root, GString *texts)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child) && gtk_widget_get_mapped (child))
        g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (child)));
      collect_texts (child, texts);
    }
}

static gboolean
reads (GtkWidget *root, const char *words)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  collect_texts (root, texts);
  return strstr (texts->str, words) != NULL;
}

static void
change_state (GtkWidget *window, const char *action, GVariant *state)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), action, state);
}

static const char *
get_view (GtkWidget *window)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (window), "view");

  return g_intern_string (g_variant_get_string (state, NULL));
}

static void
test_empty (void)
{
  GtkWidget *window = show_window ();

  g_assert_cmpstr (get_view (window), ==, "empty");
  g_assert_true (reads (window, "Drop an article here"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "save"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_timeline (void)
{
  GtkWidget *window = show_window ();
  DtlSession *session = dtl_window_get_session (DTL_WINDOW (window));

  fixture_fill (session, fixture_two_lanes, G_N_ELEMENTS (fixture_two_lanes));
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpstr (get_view (window), ==, "timeline");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "2 articles");
  g_assert_true (reads (window, "6 events, AD 753 to 2018"));
  g_assert_true (reads (window, "Korea"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_details (void)
{
  GtkWidget *window = show_window ();
  DtlSession *session = dtl_window_get_session (DTL_WINDOW (window));
  GtkWidget *pane = find_widget (window, DTL_TYPE_DETAIL_PANE);
  DtlId war;

  fixture_fill (session, fixture_two_lanes, G_N_ELEMENTS (fixture_two_lanes));
  war = fixture_find (session, "War");
  change_state (window, "select", g_variant_new_int32 ((int) war));
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (reads (pane, "War in 1950."));
  g_assert_true (reads (pane, "the year as written"));
  g_assert_true (reads (pane, "Happened"));
  g_assert_true (reads (pane, "A. Writer · 27 July 2023"));
  g_assert_true (reads (pane, "https://example.org/article"));

  g_action_group_activate_action (G_ACTION_GROUP (window), "select-next", NULL);
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (reads (pane, "Armistice in 1953."));
  g_assert_false (reads (pane, "War in 1950."));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Two articles of one event that do not agree. */
static void
test_several_claims (void)
{
  static const FixtureEvent told_twice[] = { { "Rome", "Founding", 753 },
                                             { "Livy", "Founding", 751 } };
  GtkWidget *window = show_window ();
  DtlSession *session = dtl_window_get_session (DTL_WINDOW (window));
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  DtlEvent event;
  DtlEvent joined;
  DtlId claims[2];

  fixture_fill (session, told_twice, 2);
  for (guint i = 0; i < 2; i++)
    {
      dtl_timeline_get_event (timeline, i, &event);
      claims[i] = event.claims[0];
    }
  joined = event;
  joined.id = 0;
  joined.claims = claims;
  joined.n_claims = 2;
  change_state (window, "select",
                g_variant_new_int32 ((int) dtl_timeline_add_event (timeline, &joined)));
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (reads (window, "Founding in 753."));
  g_assert_true (reads (window, "Founding in 751."));
  g_assert_true (reads (window, "Another article says"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_notices (void)
{
  GtkWidget *window = show_window ();
  DtlSession *session = dtl_window_get_session (DTL_WINDOW (window));
  GtkWidget *bar = find_widget (window, DTL_TYPE_NOTICE_BAR);
  DtlNotice *notice = dtl_notice_new (DTL_NOTICE_ERROR, "It went wrong", "Like this.");

  g_assert_false (gtk_widget_get_visible (bar));
  dtl_notice_add_button (notice, "_Fit", "win.fit-all");
  dtl_session_take_notice (session, notice);
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (reads (bar, "It went wrong"));
  g_assert_true (reads (bar, "Like this."));
  g_assert_true (reads (bar, "Fit"));
  dtl_session_dismiss_past (session);
  g_assert_false (gtk_widget_get_visible (bar));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The tag that begins with @words. */
static GtkTextTag *
find_tag_at (GtkWidget *text, const char *words)
{
  GtkTextIter iter;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, words, 0, &iter, NULL, NULL));
  tags = gtk_text_iter_get_toggled_tags (&iter, TRUE);
  g_assert_nonnull (tags);
  return tags->data;
}

static void
test_reading (void)
{
  GtkWidget *window = show_window ();
  DtlSession *session = dtl_window_get_session (DTL_WINDOW (window));
  GtkWidget *text;
  DtlSource source;
  GtkTextIter iter;

  fixture_fill (session, fixture_two_lanes, G_N_ELEMENTS (fixture_two_lanes));
  dtl_timeline_get_source (dtl_session_get_timeline (session), 1, &source);
  g_action_group_activate_action (G_ACTION_GROUP (window), "read-article",
                                  g_variant_new_uint32 (source.id));
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpstr (get_view (window), ==, "article");

  /* The year is marked, the words before it are not. */
  text = find_widget (window, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, "1953", 0, &iter, NULL, NULL));
  g_assert_true (gtk_text_iter_starts_tag (&iter, NULL));
  gtk_text_iter_backward_chars (&iter, 4);
  g_assert_false (gtk_text_iter_starts_tag (&iter, NULL));

  /* The selected event's sentence stands out with it. */
  change_state (window, "select",
                g_variant_new_int32 ((int) fixture_find (session, "Armistice")));
  g_assert_true (gtk_text_iter_has_tag (&iter, find_tag_at (text, "Armistice in")));

  g_action_group_activate_action (G_ACTION_GROUP (window), "leave", NULL);
  g_assert_cmpstr (get_view (window), ==, "timeline");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_vertical (gpointer paned)
{
  return gtk_orientable_get_orientation (paned) == GTK_ORIENTATION_VERTICAL;
}

static gboolean
is_horizontal (gpointer paned)
{
  return !is_vertical (paned);
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_hidden (gpointer widget)
{
  return !is_shown (widget);
}

static void
test_narrow (void)
{
  GtkWidget *window = show_window ();
  GtkWidget *paned = find_widget (window, GTK_TYPE_PANED);

  fixture_fill (dtl_window_get_session (DTL_WINDOW (window)), fixture_two_lanes, 3);
  g_assert_true (is_horizontal (paned));
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 700);
  fixture_wait (is_vertical, paned);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  fixture_wait (is_horizontal, paned);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sidebar (void)
{
  GtkWidget *window = show_window ();
  GtkWidget *pane = find_widget (window, DTL_TYPE_DETAIL_PANE);

  change_state (window, "show-sidebar", g_variant_new_boolean (FALSE));
  g_assert_false (gtk_widget_get_visible (pane));
  change_state (window, "show-sidebar", g_variant_new_boolean (TRUE));
  g_assert_true (gtk_widget_get_visible (pane));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The smallest of all buttons that can be seen. */
static void
find_smallest (GtkWidget *root, int *smallest)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      gtk_widget_get_allocation (child, &place);
      if (GTK_IS_BUTTON (child) && gtk_widget_get_mapped (child))
        *smallest = MIN (*smallest, MIN (place.width, place.height));
      find_smallest (child, smallest);
    }
}

static int
get_smallest (GtkWidget *window)
{
  int smallest = G_MAXINT;

  find_smallest (window, &smallest);
  return smallest;
}

static gboolean
is_for_fingers (gpointer window)
{
  return get_smallest (window) >= 44;
}

static void
test_touch (void)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  GSettings *settings = dtl_settings_get_default ();
  GtkWidget *window;

  gtk_css_provider_load_from_resource (css, "/dateline/window/dateline.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  window = show_window ();
  fixture_fill (dtl_window_get_session (DTL_WINDOW (window)), fixture_two_lanes, 3);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpint (get_smallest (window), <, 44);
  g_settings_set_boolean (settings, "touch", TRUE);
  fixture_wait (is_for_fingers, window);
  g_settings_set_boolean (settings, "touch", FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The minimap goes where there is no room for it, and where nobody wants it. */
static void
test_low (void)
{
  GtkWidget *window = show_window ();
  GtkWidget *minimap = find_widget (window, DTL_TYPE_MINIMAP);

  fixture_fill (dtl_window_get_session (DTL_WINDOW (window)), fixture_two_lanes, 3);
  g_assert_true (gtk_widget_get_visible (minimap));
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 330);
  fixture_wait (is_hidden, minimap);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 700);
  fixture_wait (is_shown, minimap);
  g_settings_set_boolean (dtl_settings_get_default (), "minimap", FALSE);
  g_assert_false (gtk_widget_get_visible (minimap));
  g_settings_set_boolean (dtl_settings_get_default (), "minimap", TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An empty title, one of 100,000 letters, of faces, of marks of direction. */
static void
test_strange_titles (void)
{
  GtkWidget *window = show_window ();
  DtlSession *session = dtl_window_get_session (DTL_WINDOW (window));
  g_autofree char *letters = g_strnfill (100000, 'w');
  g_autoptr (GString) faces = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  FixtureEvent events[] = { { "A", letters, 1900 },
                            { "A", "", 1910 },
                            { "A", NULL, 1920 },
                            { "A", NULL, 1930 } };

  for (int i = 0; i < 25000; i++)
    {
      g_string_append (faces, "😀");
      g_string_append (marks, "\u202e\u200f");
    }
  events[2].title = faces->str;
  events[3].title = marks->str;
  fixture_fill (session, events, G_N_ELEMENTS (events));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      dtl_session_select (session, fixture_find (session, events[i].title));
      g_action_group_activate_action (G_ACTION_GROUP (window), "fit-event", NULL);
      gtk_test_widget_wait_for_draw (window);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A destroyed window leaves nothing behind that still listens. */
static void
test_gone (void)
{
  GtkWidget *window = show_window ();
  g_autoptr (DtlSession) session =
      g_object_ref (dtl_window_get_session (DTL_WINDOW (window)));

  fixture_fill (session, fixture_two_lanes, 3);
  gtk_window_destroy (GTK_WINDOW (window));
  dtl_session_select (session, fixture_find (session, "Fall"));
  dtl_session_fit_all (session);
  fixture_fill (session, fixture_two_lanes + 3, 3);
  fixture_wait_for_work (session);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/empty", test_empty);
  g_test_add_func ("/window/timeline", test_timeline);
  g_test_add_func ("/window/details", test_details);
  g_test_add_func ("/window/several-claims", test_several_claims);
  g_test_add_func ("/window/notices", test_notices);
  g_test_add_func ("/window/reading", test_reading);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/sidebar", test_sidebar);
  g_test_add_func ("/window/low", test_low);
  g_test_add_func ("/window/touch", test_touch);
  g_test_add_func ("/window/strange-titles", test_strange_titles);
  g_test_add_func ("/window/gone", test_gone);
  return g_test_run ();
}
