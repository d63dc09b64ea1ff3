#include "config.h"

#include "ui/dtl-window-private.h"

#include "ui/dtl-choosers.h"
#include "ui/dtl-document.h"
#include "ui/dtl-intake.h"
#include "ui/dtl-navigation.h"
#include "ui/dtl-offer.h"
#include "ui/dtl-settings.h"
#include "ui/dtl-walk.h"

#include <math.h>

#define ZOOM_STEP 1.6
#define PAN_STEP 0.75

/* --- bringing in --- */

static void
open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;

  dtl_choosers_open (GTK_WINDOW (self), self->session);
}

static void
open_files (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;
  DtlIntake *intake = dtl_intake_new (self->session);
  g_autofree const char **names = g_variant_get_strv (parameter, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (names[i]);

      dtl_intake_add_file (intake, file);
    }
  dtl_intake_start (intake);
}

static void
open_address (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;

  dtl_choosers_open_address (GTK_WINDOW (self), self->session);
}

static void
open_sample (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;
  DtlIntake *intake = dtl_intake_new (self->session);

  dtl_intake_add_sample (intake, g_variant_get_string (parameter, NULL));
  dtl_intake_start (intake);
}

static void
paste (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;

  dtl_offer_take_clipboard (self->session, gtk_widget_get_clipboard (GTK_WIDGET (self)));
}

static void
cancel_work (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_work_cancel (dtl_session_get_work (((DtlWindow *) data)->session));
}

/* --- the document --- */

static void
save_as (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;

  dtl_choosers_save (GTK_WINDOW (self), self->session, NULL, NULL);
}

static void
save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;
  GFile *file = dtl_session_get_file (self->session);

  if (file != NULL)
    dtl_document_save (self->session, file, NULL, NULL);
  else
    save_as (action, NULL, data);
}

static void
save_to (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file =
      g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  dtl_document_save (((DtlWindow *) data)->session, file, NULL, NULL);
}

static void export(GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;

  dtl_choosers_export (GTK_WINDOW (self), self->session);
}

static void
export_to (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file =
      g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  dtl_document_export (((DtlWindow *) data)->session, file);
}

static void
show_file (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_show_uri (GTK_WINDOW (data), g_variant_get_string (parameter, NULL),
                GDK_CURRENT_TIME);
}

static void
remove_article (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_document_remove_source (((DtlWindow *) data)->session,
                              g_variant_get_uint32 (parameter));
}

static void
undo_remove (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_document_undo_remove (((DtlWindow *) data)->session);
}

static void
read_article (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_session_set_reading (((DtlWindow *) data)->session,
                           g_variant_get_uint32 (parameter));
}

static void
recover (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_recovery_restore (((DtlWindow *) data)->recovery);
}

static void
discard_recovered (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_recovery_discard_left ();
}

/* --- moving --- */

static void
fit_all (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_session_fit_all (((DtlWindow *) data)->session);
}

static void
fit_event (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;

  dtl_session_set_reading (self->session, 0);
  dtl_navigation_fit_event (self->session, dtl_session_get_selected (self->session));
}

static void
zoom_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_navigation_zoom (((DtlWindow *) data)->session, ZOOM_STEP);
}

static void
zoom_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_navigation_zoom (((DtlWindow *) data)->session, 1 / ZOOM_STEP);
}

static void
pan_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_navigation_pan (((DtlWindow *) data)->session, -PAN_STEP);
}

static void
pan_on (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_navigation_pan (((DtlWindow *) data)->session, PAN_STEP);
}

/* --- selecting --- */

static void
select_and_reveal (DtlWindow *self, DtlId event)
{
  dtl_session_select (self->session, event);
  dtl_navigation_reveal_event (self->session, event);
}

/* The first step, from no event, goes to the one nearest to the middle. */
static DtlId
find_first (DtlWindow *self)
{
  const DtlViewport *viewport = dtl_session_get_goal (self->session);

  return dtl_walk_nearest (dtl_session_get_timeline (self->session),
                           dtl_viewport_get_time (viewport, viewport->width / 2));
}

static void
walk (DtlWindow *self, DtlWalkDirection direction)
{
  DtlId selected = dtl_session_get_selected (self->session);

  if (selected == 0)
    select_and_reveal (self, find_first (self));
  else
    select_and_reveal (self, dtl_walk_from (dtl_session_get_timeline (self->session),
                                            selected, direction));
}

static gboolean
is_rtl (DtlWindow *self)
{
  return gtk_widget_get_direction (self->canvas) == GTK_TEXT_DIR_RTL;
}

static void
walk_left (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk (data, is_rtl (data) ? DTL_WALK_LATER : DTL_WALK_EARLIER);
}

static void
walk_right (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk (data, is_rtl (data) ? DTL_WALK_EARLIER : DTL_WALK_LATER);
}

static void
walk_up (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk (data, DTL_WALK_UP);
}

static void
walk_down (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk (data, DTL_WALK_DOWN);
}

static void
select_beside (DtlWindow *self, int step)
{
  DtlId selected = dtl_session_get_selected (self->session);

  select_and_reveal (self,
                     selected != 0
                         ? dtl_walk_in_order (dtl_session_get_timeline (self->session),
                                              selected, step)
                         : find_first (self));
}

static void
select_previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  select_beside (data, -1);
}

static void
select_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  select_beside (data, 1);
}

static void
deselect (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_session_select (((DtlWindow *) data)->session, 0);
}

static void
change_select (GSimpleAction *action, GVariant *value, gpointer data)
{
  select_and_reveal (data, (DtlId) g_variant_get_int32 (value));
}

/* Sets the seconds to a pixel, about the middle. */
static void
change_zoom (GSimpleAction *action, GVariant *value, gpointer data)
{
  DtlWindow *self = data;
  double wanted = g_variant_get_double (value);

  if (wanted > 0)
    dtl_navigation_zoom (self->session,
                         dtl_session_get_goal (self->session)->seconds_per_pixel /
                             wanted);
}

/* Sets the instant in the middle, in seconds since 1970. */
static void
change_middle (GSimpleAction *action, GVariant *value, gpointer data)
{
  DtlWindow *self = data;
  DtlViewport goal = *dtl_session_get_goal (self->session);
  double wanted = g_variant_get_double (value);

  if (!(fabs (wanted) < (double) DTL_TIME_MAX))
    return;
  goal.origin = (DtlTime) wanted;
  goal.origin_fraction = 0;
  dtl_viewport_pan (&goal, -goal.width / 2);
  dtl_session_travel (self->session, &goal);
}

/* --- finding --- */

static void
change_find (GSimpleAction *action, GVariant *value, gpointer data)
{
  DtlWindow *self = data;
  gboolean open_bar = g_variant_get_boolean (value);

  g_simple_action_set_state (action, value);
  dtl_find_bar_set_open (DTL_FIND_BAR (self->find_bar), open_bar);
  if (!open_bar)
    gtk_widget_grab_focus (self->canvas);
}

/* Ctrl+F with the bar already open goes back into it. */
static void
start_find (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_action_group_change_action_state (G_ACTION_GROUP (data), "find",
                                      g_variant_new_boolean (TRUE));
}

static void
find_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_find_bar_walk (DTL_FIND_BAR (((DtlWindow *) data)->find_bar), 1);
}

static void
find_previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_find_bar_walk (DTL_FIND_BAR (((DtlWindow *) data)->find_bar), -1);
}

/* --- the window --- */

static void
change_show_sidebar (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_simple_action_set_state (action, value);
  dtl_window_set_show_sidebar (data, g_variant_get_boolean (value));
  g_settings_set_boolean (dtl_settings_get_default (), "show-sidebar",
                          g_variant_get_boolean (value));
}

static void
change_fullscreen (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_simple_action_set_state (action, value);
  if (g_variant_get_boolean (value))
    gtk_window_fullscreen (GTK_WINDOW (data));
  else
    gtk_window_unfullscreen (GTK_WINDOW (data));
}

/* Out of whatever one is in, one at a time. */
static void
leave (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;

  if (dtl_find_bar_get_open (DTL_FIND_BAR (self->find_bar)))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "find",
                                        g_variant_new_boolean (FALSE));
  else if (dtl_session_get_reading (self->session) != 0 &&
           dtl_timeline_get_n_events (dtl_session_get_timeline (self->session)) > 0)
    dtl_session_set_reading (self->session, 0);
  else if (dtl_session_get_selected (self->session) != 0)
    dtl_session_select (self->session, 0);
  else if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "fullscreen",
                                        g_variant_new_boolean (FALSE));
}

static void
close_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (GTK_WINDOW (data));
}

/* "view" and "busy" are there to be read, and nobody may set them. */
static void
refuse_change (GSimpleAction *action, GVariant *value, gpointer data)
{
}

static const GActionEntry entries[] = {
  { .name = "open", .activate = open },
  { .name = "open-files", .activate = open_files, .parameter_type = "as" },
  { .name = "open-address", .activate = open_address },
  { .name = "open-sample", .activate = open_sample, .parameter_type = "s" },
  { .name = "paste", .activate = paste },
  { .name = "cancel-work", .activate = cancel_work },
  { .name = "save", .activate = save },
  { .name = "save-as", .activate = save_as },
  { .name = "save-to", .activate = save_to, .parameter_type = "s" },
  { .name = "export", .activate = export },
  { .name = "export-to", .activate = export_to, .parameter_type = "s" },
  { .name = "show-file", .activate = show_file, .parameter_type = "s" },
  { .name = "remove-article", .activate = remove_article, .parameter_type = "u" },
  { .name = "undo-remove", .activate = undo_remove },
  { .name = "read-article", .activate = read_article, .parameter_type = "u" },
  { .name = "recover", .activate = recover },
  { .name = "discard-recovered", .activate = discard_recovered },
  { .name = "fit-all", .activate = fit_all },
  { .name = "fit-event", .activate = fit_event },
  { .name = "zoom-in", .activate = zoom_in },
  { .name = "zoom-out", .activate = zoom_out },
  { .name = "pan-back", .activate = pan_back },
  { .name = "pan-on", .activate = pan_on },
  { .name = "walk-left", .activate = walk_left },
  { .name = "walk-right", .activate = walk_right },
  { .name = "walk-up", .activate = walk_up },
  { .name = "walk-down", .activate = walk_down },
  { .name = "select-previous", .activate = select_previous },
  { .name = "select-next", .activate = select_next },
  { .name = "deselect", .activate = deselect },
  { .name = "start-find", .activate = start_find },
  { .name = "find-next", .activate = find_next },
  { .name = "find-previous", .activate = find_previous },
  { .name = "leave", .activate = leave },
  { .name = "close", .activate = close_window },
  { .name = "find", .state = "false", .change_state = change_find },
  { .name = "select",
    .parameter_type = "i",
    .state = "0",
    .change_state = change_select },
  { .name = "zoom", .parameter_type = "d", .state = "1.0", .change_state = change_zoom },
  { .name = "middle",
    .parameter_type = "d",
    .state = "1.0",
    .change_state = change_middle },
  { .name = "show-sidebar", .state = "true", .change_state = change_show_sidebar },
  { .name = "fullscreen", .state = "false", .change_state = change_fullscreen },
  { .name = "view", .state = "'empty'", .change_state = refuse_change },
  { .name = "busy", .state = "''", .change_state = refuse_change },
};

static void
set_state (DtlWindow *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
set_enabled (DtlWindow *self, const char *const *names, gboolean enabled)
{
  for (guint i = 0; names[i] != NULL; i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])),
        enabled);
}

void
dtl_window_update_actions (DtlWindow *self)
{
  static const char *const need_content[] = { "save", "save-as", "save-to", NULL };
  static const char *const need_events[] = { "export",  "export-to", "fit-all",
                                             "zoom-in", "zoom-out",  "start-find",
                                             NULL };
  static const char *const need_selection[] = { "fit-event", "deselect", NULL };
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  DtlId selected = dtl_session_get_selected (self->session);
  gboolean has_content = dtl_timeline_get_n_sources (timeline) > 0;
  const char *busy = dtl_work_get_title (dtl_session_get_work (self->session));
  const char *view = dtl_session_get_reading (self->session) != 0 ? "article"
                     : has_content                                ? "timeline"
                                                                  : "empty";

  set_enabled (self, need_content, has_content);
  set_enabled (self, need_events, dtl_timeline_get_n_events (timeline) > 0);
  set_enabled (self, need_selection, selected != 0);
  set_state (self, "select", g_variant_new_int32 ((gint32) selected));
  set_state (self, "view", g_variant_new_string (view));
  set_state (self, "busy", g_variant_new_string (busy != NULL ? busy : ""));
}

void
dtl_window_update_place (DtlWindow *self)
{
  const DtlViewport *viewport = dtl_session_get_viewport (self->session);

  set_state (self, "zoom", g_variant_new_double (viewport->seconds_per_pixel));
  set_state (self, "middle",
             g_variant_new_double (
                 (double) dtl_viewport_get_time (viewport, viewport->width / 2)));
}

static void
on_fullscreened (DtlWindow *self)
{
  set_state (self, "fullscreen",
             g_variant_new_boolean (gtk_window_is_fullscreen (GTK_WINDOW (self))));
}

void
dtl_window_add_actions (DtlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
  set_state (self, "show-sidebar",
             g_settings_get_value (dtl_settings_get_default (), "show-sidebar"));
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_fullscreened), NULL);
}

/* Keys that a text field needs for itself: they come here only where the
 * widget with the focus has no use for them. */
void
dtl_window_bind_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_v, GDK_CONTROL_MASK, "win.paste" },
    { GDK_KEY_Insert, GDK_SHIFT_MASK, "win.paste" },
    { GDK_KEY_Home, 0, "win.fit-all" },
    { GDK_KEY_KP_Home, 0, "win.fit-all" },
    { GDK_KEY_plus, 0, "win.zoom-in" },
    { GDK_KEY_equal, 0, "win.zoom-in" },
    { GDK_KEY_KP_Add, 0, "win.zoom-in" },
    { GDK_KEY_minus, 0, "win.zoom-out" },
    { GDK_KEY_KP_Subtract, 0, "win.zoom-out" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo-remove" },
    { GDK_KEY_Escape, 0, "win.leave" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}
