#include "config.h"

#include "ui/dtl-window-private.h"

#include "ui/dtl-article-page.h"
#include "ui/dtl-choosers.h"
#include "ui/dtl-crosshair.h"
#include "ui/dtl-detail-pane.h"
#include "ui/dtl-empty-page.h"
#include "ui/dtl-minimap.h"
#include "ui/dtl-notice-bar.h"
#include "ui/dtl-offer.h"
#include "ui/dtl-phrases.h"
#include "ui/dtl-settings.h"
#include "ui/dtl-work-view.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (DtlWindow, dtl_window, GTK_TYPE_APPLICATION_WINDOW)

/* In a window narrower than this the details are below the timeline. */
#define NARROW 760
/* One lower than this shows no minimap. */
#define LOW 420

/* --- what is shown --- */

static const char *
find_page (DtlWindow *self)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);

  if (dtl_session_get_reading (self->session) != 0)
    return "article";
  return dtl_timeline_get_n_sources (timeline) > 0 ? "timeline" : "empty";
}

static gboolean
is_narrow (DtlWindow *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) ==
         GTK_ORIENTATION_VERTICAL;
}

/* A narrow header bar has no room for it. */
static void
update_zoom_box (DtlWindow *self)
{
  gtk_widget_set_visible (self->zoom_box, !is_narrow (self) &&
                                              g_str_equal (find_page (self), "timeline"));
}

static gboolean
is_in_bar (DtlWindow *self, GtkWidget *focus)
{
  return gtk_widget_is_ancestor (focus, self->find_bar) ||
         gtk_widget_is_ancestor (focus, self->date_bar);
}

/* The keyboard follows to what is shown now, and out of what is not; who types
 * into a bar goes on there. */
static void
move_focus (DtlWindow *self, const char *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_mapped = focus != NULL && gtk_widget_get_mapped (focus);

  if (is_mapped && (g_strcmp0 (page, self->page) == 0 || is_in_bar (self, focus)))
    return;
  if (g_str_equal (page, "timeline"))
    gtk_widget_grab_focus (self->canvas);
  else if (g_str_equal (page, "article"))
    gtk_widget_child_focus (self->article_page, GTK_DIR_TAB_FORWARD);
}

static void
on_adjustment_changed (DtlWindow *self, GtkAdjustment *adjustment)
{
  gtk_widget_set_visible (self->scrollbar,
                          gtk_adjustment_get_upper (adjustment) >
                              gtk_adjustment_get_page_size (adjustment) + 0.5);
}

static void
update_title (DtlWindow *self)
{
  g_autofree char *title = dtl_session_dup_title (self->session);
  g_autofree char *summary = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  gboolean is_modified = dtl_session_get_modified (self->session);

  if (title != NULL)
    summary = dtl_phrases_dup_summary (self->session);
  else
    title = g_strdup (_ ("Dateline"));
  name = dtl_phrases_dup_short (title);
  shown = g_strconcat (is_modified ? "• " : "", name, NULL);

  gtk_window_set_title (GTK_WINDOW (self), shown);
  gtk_label_set_label (GTK_LABEL (self->title), shown);
  gtk_label_set_label (GTK_LABEL (self->subtitle), summary != NULL ? summary : "");
  gtk_widget_set_visible (self->subtitle, summary != NULL);
}

static void
update_page (DtlWindow *self)
{
  const char *page = find_page (self);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    g_str_equal (page, "empty") ? "empty" : "content");
  gtk_widget_set_visible (self->article_page, g_str_equal (page, "article"));
  update_zoom_box (self);
  gtk_widget_set_visible (self->canvas_area, !g_str_equal (page, "article"));
  move_focus (self, page);
  self->page = page;
}

static void
on_timeline_changed (DtlWindow *self)
{
  update_page (self);
  update_title (self);
  dtl_window_update_actions (self);
}

static void
on_reading_changed (DtlWindow *self)
{
  update_page (self);
  dtl_window_update_actions (self);
}

static void
on_state_changed (DtlWindow *self)
{
  update_title (self);
  dtl_window_update_actions (self);
}

static void
on_document_elsewhere (DtlWindow *self, GFile *file)
{
  GtkWidget *other = dtl_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *uri = g_file_get_uri (file);
  const char *uris[] = { uri, NULL };

  gtk_window_present (GTK_WINDOW (other));
  g_action_group_activate_action (G_ACTION_GROUP (other), "open-files",
                                  g_variant_new_strv (uris, -1));
}

/* --- the sidebar --- */

static int
get_paned_size (DtlWindow *self)
{
  return is_narrow (self) ? gtk_widget_get_height (self->paned)
                          : gtk_widget_get_width (self->paned);
}

/* The setting is the details' size, the paned knows the canvas's; so it can be
 * placed only when the paned has its own size. */
static gboolean
on_place_divider (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DtlWindow *self = DTL_WINDOW (widget);
  int whole = get_paned_size (self);
  int size = g_settings_get_int (dtl_settings_get_default (),
                                 is_narrow (self) ? "sidebar-height" : "sidebar-width");

  if (whole == 0)
    return G_SOURCE_CONTINUE;
  gtk_paned_set_position (GTK_PANED (self->paned), MAX (whole - size, whole / 3));
  return G_SOURCE_REMOVE;
}

static void
remember_divider (DtlWindow *self)
{
  gboolean narrow = is_narrow (self);
  int whole = get_paned_size (self);
  int size = whole - gtk_paned_get_position (GTK_PANED (self->paned));

  if (whole > 0 && size > 0 && gtk_widget_get_visible (self->detail_pane))
    g_settings_set_int (dtl_settings_get_default (),
                        narrow ? "sidebar-height" : "sidebar-width",
                        CLAMP (size, narrow ? 120 : 240, 4000));
}

/* A low window has no room for it. */
static void
update_minimap (DtlWindow *self, int height)
{
  gtk_widget_set_visible (self->minimap,
                          height >= LOW &&
                              g_settings_get_boolean (dtl_settings_get_default (),
                                                      "minimap"));
}

static void
on_minimap_changed (DtlWindow *self)
{
  update_minimap (self, gtk_widget_get_height (GTK_WIDGET (self)));
}

/* GTK says the new size before the widgets get theirs. */
static void
on_surface_layout (GdkSurface *surface, int width, int height, DtlWindow *self)
{
  GtkOrientation wanted =
      width < NARROW ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  update_minimap (self, height);
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == wanted)
    return;
  remember_divider (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), wanted);
  update_zoom_box (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_place_divider, NULL, NULL);
}

void
dtl_window_set_show_sidebar (DtlWindow *self, gboolean show)
{
  gtk_widget_set_visible (self->detail_pane, show);
}

/* --- fingers --- */

static void
set_touch (DtlWindow *self, gboolean touch)
{
  if (touch)
    gtk_widget_add_css_class (GTK_WIDGET (self), "touch");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "touch");
}

static void
on_touch_changed (DtlWindow *self)
{
  set_touch (self, g_settings_get_boolean (dtl_settings_get_default (), "touch"));
}

/* Who touches the screen once will do so again. */
static void
on_touched (GtkGestureClick *click, int n, double x, double y, DtlWindow *self)
{
  set_touch (self, TRUE);
}

static void
add_touch (DtlWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (click), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_touched), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (dtl_settings_get_default (), "changed::touch",
                           G_CALLBACK (on_touch_changed), self, G_CONNECT_SWAPPED);
  on_touch_changed (self);
}

/* --- dropping --- */

static GdkDragAction
on_drag_enter (GtkDropTargetAsync *target,
               GdkDrop *drop,
               double x,
               double y,
               DtlWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, TRUE);
  return GDK_ACTION_COPY;
}

static void
on_drag_leave (GtkDropTargetAsync *target, GdkDrop *drop, DtlWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
}

static gboolean
on_drop (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, DtlWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
  dtl_offer_take_drop (self->session, drop);
  return TRUE;
}

static void
add_drop_target (DtlWindow *self)
{
  GtkDropTargetAsync *target =
      gtk_drop_target_async_new (dtl_offer_get_formats (), GDK_ACTION_COPY);

  g_signal_connect (target, "drag-enter", G_CALLBACK (on_drag_enter), self);
  g_signal_connect (target, "drag-leave", G_CALLBACK (on_drag_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- opening and closing --- */

/* How dates are written. */
static void
on_dates_changed (DtlWindow *self)
{
  GSettings *settings = dtl_settings_get_default ();
  g_autofree char *calendar = g_settings_get_string (settings, "calendar");

  dtl_session_set_common_era (self->session,
                              g_settings_get_boolean (settings, "common-era"));
  dtl_session_set_calendar (self->session, calendar);
}

static void
restore_state (DtlWindow *self)
{
  GSettings *settings = dtl_settings_get_default ();
  int width = g_settings_get_int (settings, "window-width");
  int height = g_settings_get_int (settings, "window-height");

  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  dtl_window_set_show_sidebar (self, g_settings_get_boolean (settings, "show-sidebar"));
  on_dates_changed (self);
  g_signal_connect_object (settings, "changed::common-era", G_CALLBACK (on_dates_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::calendar", G_CALLBACK (on_dates_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::minimap", G_CALLBACK (on_minimap_changed),
                           self, G_CONNECT_SWAPPED);
  g_settings_bind (settings, "cross-hair", self->crosshair, "visible",
                   G_SETTINGS_BIND_GET);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_place_divider, NULL, NULL);
}

static void
remember_state (DtlWindow *self)
{
  GSettings *settings = dtl_settings_get_default ();
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 300));
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  remember_divider (self);
}

static void
on_may_close (DtlSession *session, gboolean may_close, gpointer data)
{
  g_autoptr (DtlWindow) self = data;

  if (!may_close)
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
dtl_window_close_request (GtkWindow *window)
{
  DtlWindow *self = DTL_WINDOW (window);

  if (!self->may_close && dtl_session_get_modified (self->session))
    {
      dtl_choosers_confirm_close (window, self->session, on_may_close,
                                  g_object_ref (self));
      return TRUE;
    }
  remember_state (self);
  dtl_recovery_forget (self->recovery);
  dtl_work_cancel (dtl_session_get_work (self->session));
  return GTK_WINDOW_CLASS (dtl_window_parent_class)->close_request (window);
}

static void
dtl_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dtl_window_parent_class)->realize (widget);

  g_signal_connect (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                    G_CALLBACK (on_surface_layout), widget);
}

static void
dtl_window_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_native_get_surface (GTK_NATIVE (widget)),
                                        on_surface_layout, widget);

  GTK_WIDGET_CLASS (dtl_window_parent_class)->unrealize (widget);
}

/* --- the object --- */

static void
follow_session (DtlWindow *self)
{
  DtlWork *work = dtl_session_get_work (self->session);

  g_signal_connect_object (self->session, "timeline-changed",
                           G_CALLBACK (on_timeline_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "selection-changed",
                           G_CALLBACK (dtl_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "viewport-changed",
                           G_CALLBACK (dtl_window_update_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "document-elsewhere",
                           G_CALLBACK (on_document_elsewhere), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::reading",
                           G_CALLBACK (on_reading_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::title", G_CALLBACK (on_state_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::modified",
                           G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "notify::title", G_CALLBACK (dtl_window_update_actions),
                           self, G_CONNECT_SWAPPED);
}

static void
give_session (DtlWindow *self)
{
  dtl_canvas_set_session (DTL_CANVAS (self->canvas), self->session);
  dtl_crosshair_set_canvas (DTL_CROSSHAIR (self->crosshair), DTL_CANVAS (self->canvas),
                            self->session);
  dtl_minimap_set_canvas (DTL_MINIMAP (self->minimap), DTL_CANVAS (self->canvas),
                          self->session);
  dtl_detail_pane_set_session (DTL_DETAIL_PANE (self->detail_pane), self->session);
  dtl_article_page_set_session (DTL_ARTICLE_PAGE (self->article_page), self->session);
  dtl_notice_bar_set_session (DTL_NOTICE_BAR (self->notice_bar), self->session);
  dtl_find_bar_set_session (DTL_FIND_BAR (self->find_bar), self->session);
  dtl_date_bar_set_session (DTL_DATE_BAR (self->date_bar), self->session);
  dtl_work_view_set_work (DTL_WORK_VIEW (self->work_view),
                          dtl_session_get_work (self->session));
}

static void
dtl_window_dispose (GObject *object)
{
  DtlWindow *self = DTL_WINDOW (object);

  g_clear_object (&self->recovery);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dtl_window_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (DTL_TYPE_ARTICLE_PAGE);
  g_type_ensure (DTL_TYPE_CANVAS);
  g_type_ensure (DTL_TYPE_CROSSHAIR);
  g_type_ensure (DTL_TYPE_DATE_BAR);
  g_type_ensure (DTL_TYPE_DETAIL_PANE);
  g_type_ensure (DTL_TYPE_EMPTY_PAGE);
  g_type_ensure (DTL_TYPE_FIND_BAR);
  g_type_ensure (DTL_TYPE_MINIMAP);
  g_type_ensure (DTL_TYPE_NOTICE_BAR);
  g_type_ensure (DTL_TYPE_WORK_VIEW);
}

static void
dtl_window_class_init (DtlWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_window_dispose;
  widget_class->realize = dtl_window_realize;
  widget_class->unrealize = dtl_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = dtl_window_close_request;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, go_menu);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, view_section);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, work_view);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, date_bar);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, canvas_area);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, canvas);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, crosshair);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, minimap);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, scrollbar);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, article_page);
  gtk_widget_class_bind_template_child (widget_class, DtlWindow, drop_hint);
  dtl_window_bind_keys (widget_class);
}

static void
add_help_overlay (DtlWindow *self)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/dateline/window/dtl-shortcuts.ui");

  gtk_application_window_set_help_overlay (
      GTK_APPLICATION_WINDOW (self),
      GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
}

static void
dtl_window_init (DtlWindow *self)
{
  GtkAdjustment *adjustment;

  self->session = dtl_session_new ();
  self->recovery = dtl_recovery_new (self->session);
  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = dtl_canvas_get_vadjustment (DTL_CANVAS (self->canvas));
  gtk_scrollbar_set_adjustment (GTK_SCROLLBAR (self->scrollbar), adjustment);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_adjustment_changed),
                           self, G_CONNECT_SWAPPED);
  on_adjustment_changed (self, adjustment);
  /* In the main menu too, for narrow windows have no other. */
  g_menu_prepend_submenu (self->view_section, _ ("_Go To"), G_MENU_MODEL (self->go_menu));
  add_help_overlay (self);
  dtl_window_add_actions (self);
  give_session (self);
  follow_session (self);
  add_drop_target (self);
  add_touch (self);
  restore_state (self);
  on_timeline_changed (self);
}

GtkWidget *
dtl_window_new (GtkApplication *application)
{
  return g_object_new (DTL_TYPE_WINDOW, "application", application, NULL);
}

DtlSession *
dtl_window_get_session (DtlWindow *self)
{
  return self->session;
}
