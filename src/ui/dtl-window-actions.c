#include "config.h"

#include "ui/dtl-window-private.h"

#include "ui/dtl-choosers.h"
#include "ui/dtl-document.h"
#include "ui/dtl-intake.h"
#include "ui/dtl-offer.h"
#include "ui/dtl-settings.h"

/* --- bringing in --- */

static void
open_dialog (GSimpleAction *action, GVariant *parameter, gpointer data)
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

static void
export_dialog (GSimpleAction *action, GVariant *parameter, gpointer data)
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

  if (dtl_window_close_bars (self))
    return;
  if (dtl_session_get_reading (self->session) != 0 &&
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
  { .name = "open", .activate = open_dialog },
  { .name = "open-files", .activate = open_files, .parameter_type = "as" },
  { .name = "open-address", .activate = open_address },
  { .name = "open-sample", .activate = open_sample, .parameter_type = "s" },
  { .name = "paste", .activate = paste },
  { .name = "cancel-work", .activate = cancel_work },
  { .name = "save", .activate = save },
  { .name = "save-as", .activate = save_as },
  { .name = "save-to", .activate = save_to, .parameter_type = "s" },
  { .name = "export", .activate = export_dialog },
  { .name = "export-to", .activate = export_to, .parameter_type = "s" },
  { .name = "show-file", .activate = show_file, .parameter_type = "s" },
  { .name = "remove-article", .activate = remove_article, .parameter_type = "u" },
  { .name = "undo-remove", .activate = undo_remove },
  { .name = "read-article", .activate = read_article, .parameter_type = "u" },
  { .name = "recover", .activate = recover },
  { .name = "discard-recovered", .activate = discard_recovered },
  { .name = "leave", .activate = leave },
  { .name = "close", .activate = close_window },
  { .name = "show-sidebar", .state = "true", .change_state = change_show_sidebar },
  { .name = "fullscreen", .state = "false", .change_state = change_fullscreen },
  { .name = "view", .state = "'empty'", .change_state = refuse_change },
  { .name = "busy", .state = "''", .change_state = refuse_change },
};

void
dtl_window_set_state (DtlWindow *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

void
dtl_window_set_enabled (DtlWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_all_enabled (DtlWindow *self, const char *const *names, gboolean enabled)
{
  for (guint i = 0; names[i] != NULL; i++)
    dtl_window_set_enabled (self, names[i], enabled);
}

void
dtl_window_update_actions (DtlWindow *self)
{
  static const char *const need_content[] = { "save", "save-as", "save-to", NULL };
  static const char *const need_events[] = { "export",      "export-to",  "fit-all",
                                             "fit-lane",    "fit-year",   "fit-decade",
                                             "fit-century", "zoom-in",    "zoom-out",
                                             "start-find",  "go-to-date", NULL };
  static const char *const need_selection[] = { "fit-event", "deselect", NULL };
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  DtlId selected = dtl_session_get_selected (self->session);
  gboolean has_content = dtl_timeline_get_n_sources (timeline) > 0;
  const char *busy = dtl_work_get_title (dtl_session_get_work (self->session));
  const char *view = dtl_session_get_reading (self->session) != 0 ? "article"
                     : has_content                                ? "timeline"
                                                                  : "empty";

  set_all_enabled (self, need_content, has_content);
  set_all_enabled (self, need_events, dtl_timeline_get_n_events (timeline) > 0);
  set_all_enabled (self, need_selection, selected != 0);
  dtl_window_set_state (self, "select", g_variant_new_int32 ((gint32) selected));
  dtl_window_set_state (self, "view", g_variant_new_string (view));
  dtl_window_set_state (self, "busy", g_variant_new_string (busy != NULL ? busy : ""));
}

static void
on_fullscreened (DtlWindow *self)
{
  dtl_window_set_state (self, "fullscreen",
                        g_variant_new_boolean (
                            gtk_window_is_fullscreen (GTK_WINDOW (self))));
}

void
dtl_window_add_actions (DtlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
  dtl_window_add_moves (self);
  dtl_window_add_bars (self);
  dtl_window_set_state (self, "show-sidebar",
                        g_settings_get_value (dtl_settings_get_default (),
                                              "show-sidebar"));
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
    { GDK_KEY_Home, 0, "win.walk-first" },
    { GDK_KEY_KP_Home, 0, "win.walk-first" },
    { GDK_KEY_End, 0, "win.walk-last" },
    { GDK_KEY_KP_End, 0, "win.walk-last" },
    { GDK_KEY_0, 0, "win.fit-all" },
    { GDK_KEY_KP_0, 0, "win.fit-all" },
    { GDK_KEY_l, 0, "win.fit-lane" },
    { GDK_KEY_y, 0, "win.fit-year" },
    { GDK_KEY_d, 0, "win.fit-decade" },
    { GDK_KEY_c, 0, "win.fit-century" },
    { GDK_KEY_g, 0, "win.go-to-date" },
    { GDK_KEY_x, 0, "app.cross-hair" },
    { GDK_KEY_m, 0, "app.minimap" },
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
