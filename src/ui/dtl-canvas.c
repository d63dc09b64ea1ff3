#include "config.h"

#include "ui/dtl-canvas-private.h"

#include "ui/dtl-settings.h"
#include "ui/dtl-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (DtlCanvas, dtl_canvas, GTK_TYPE_WIDGET)

/* After a pause (a hidden window, a debugger) motion goes on, not ahead. */
#define LONGEST_STEP 0.05

/* --- what is drawn --- */

static void
drop_painter (DtlCanvas *self)
{
  g_clear_pointer (&self->scene, dtl_scene_unref);
  g_clear_pointer (&self->layout, dtl_layout_free);
  g_clear_pointer (&self->painter, dtl_painter_free);
  self->theme = NULL;
}

static void
ensure_painter (DtlCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->painter == NULL)
    self->painter =
        dtl_painter_new (context, pango_context_get_font_description (context));
  if (self->layout == NULL)
    self->layout = dtl_layout_new (dtl_session_get_timeline (self->session),
                                   dtl_painter_get_measure (self->painter));
  if (self->theme == NULL)
    self->theme = dtl_style_find_theme (GTK_WIDGET (self));
}

void
dtl_canvas_update_adjustment (DtlCanvas *self)
{
  const DtlViewport *viewport = dtl_session_get_viewport (self->session);
  double content = dtl_layout_get_content_height (self->layout);
  double upper = MAX (content, viewport->height);

  gtk_adjustment_configure (self->vadjustment,
                            CLAMP (viewport->scroll, 0, upper - viewport->height), 0,
                            upper, 40, viewport->height * 0.9, viewport->height);
}

DtlLayoutOptions
dtl_canvas_get_options (DtlCanvas *self)
{
  DtlLayoutOptions options = { 0 };

  options.label = *dtl_session_get_label_style (self->session);
  options.selected = dtl_session_get_selected (self->session);
  options.hovered = self->hovered;
  options.now = dtl_session_get_now (self->session);
  options.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  return options;
}

DtlScene *
dtl_canvas_ensure_scene (DtlCanvas *self)
{
  DtlLayoutOptions options;

  if (self->session == NULL || self->scene != NULL)
    return self->scene;

  ensure_painter (self);
  options = dtl_canvas_get_options (self);
  self->scene =
      dtl_layout_run (self->layout, dtl_session_get_viewport (self->session), &options);
  return self->scene;
}

void
dtl_canvas_invalidate (DtlCanvas *self)
{
  g_clear_pointer (&self->scene, dtl_scene_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* While labels fade in, each frame asks for the next. */
static gboolean
on_fade (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DTL_CANVAS (widget)->fade_id = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

/* The scene as it is seen at this moment. */
static DtlScene *
show_fades (DtlCanvas *self, DtlScene *scene)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 now =
      clock != NULL ? gdk_frame_clock_get_frame_time (clock) : g_get_monotonic_time ();
  DtlScene *shown =
      dtl_fades_show (self->fades, scene, now, dtl_canvas_is_animated (self));

  if (dtl_fades_is_running (self->fades) && self->fade_id == 0)
    self->fade_id = gtk_widget_add_tick_callback (widget, on_fade, NULL, NULL);
  return shown;
}

static void
dtl_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  DtlScene *scene = dtl_canvas_ensure_scene (self);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                          (float) gtk_widget_get_height (widget));
  g_autoptr (DtlScene) shown = NULL;
  cairo_t *cr;

  if (scene == NULL)
    return;
  shown = show_fades (self, scene);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  dtl_painter_set_scale (self->painter, gtk_widget_get_scale_factor (widget));
  dtl_painter_paint (self->painter, cr, shown, self->theme);
  cairo_destroy (cr);
}

/* --- motion --- */

gboolean
dtl_canvas_is_animated (DtlCanvas *self)
{
  gboolean is_enabled;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations",
                &is_enabled, NULL);
  return is_enabled && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         g_settings_get_boolean (dtl_settings_get_default (), "animate");
}

static gboolean
step_motion (DtlCanvas *self, double seconds)
{
  gboolean is_flight = self->motion.kind == DTL_MOTION_FLY;
  DtlViewport viewport = *dtl_session_get_viewport (self->session);
  gboolean goes_on = dtl_motion_step (&self->motion, &viewport, seconds);

  if (is_flight)
    dtl_session_step (self->session, &viewport, !goes_on);
  else
    dtl_session_set_viewport (self->session, &viewport);
  return goes_on;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DtlCanvas *self = DTL_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds =
      self->tick_time == 0 ? 0 : (double) (now - self->tick_time) / G_TIME_SPAN_SECOND;

  self->tick_time = now;
  if (step_motion (self, MIN (seconds, LONGEST_STEP)))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

void
dtl_canvas_start_motion (DtlCanvas *self)
{
  if (!dtl_canvas_is_animated (self))
    {
      if (self->motion.kind == DTL_MOTION_COAST)
        dtl_motion_stop (&self->motion);
      while (self->motion.kind != DTL_MOTION_NONE)
        step_motion (self, 1);
      return;
    }
  if (self->tick_id != 0)
    return;
  self->tick_time = 0;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

void
dtl_canvas_stop_motion (DtlCanvas *self)
{
  dtl_motion_stop (&self->motion);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

/* --- the session --- */

static void
on_viewport_changed (DtlCanvas *self)
{
  dtl_canvas_invalidate (self);
  dtl_canvas_queue_items (self);
  dtl_canvas_follow_pointer (self);
}

static gboolean
is_same_place (const DtlViewport *a, const DtlViewport *b)
{
  return a->origin == b->origin && a->origin_fraction == b->origin_fraction &&
         a->seconds_per_pixel == b->seconds_per_pixel && a->scroll == b->scroll;
}

static void
on_travel (DtlCanvas *self)
{
  const DtlViewport *from = dtl_session_get_viewport (self->session);
  const DtlViewport *to = dtl_session_get_goal (self->session);

  if (is_same_place (from, to))
    {
      dtl_canvas_stop_motion (self);
      return;
    }
  dtl_motion_fly (&self->motion, from, to);
  dtl_canvas_start_motion (self);
}

static void
on_timeline_changed (DtlCanvas *self)
{
  self->hovered = 0;
  dtl_canvas_invalidate (self);
  dtl_canvas_queue_items (self);
}

static void
on_selection_changed (DtlCanvas *self)
{
  dtl_canvas_invalidate (self);
  dtl_canvas_show_selected_item (self);
  dtl_canvas_queue_reveal (self);
  dtl_canvas_point_at_selected (self);
}

/* Set by somebody else, the moment stays where it is though the picture moves
 * under the pointer. */
static void
on_moment_changed (DtlCanvas *self)
{
  self->is_pointing = dtl_canvas_is_pointed_at (self);
}

static void
on_scrolled (DtlCanvas *self)
{
  DtlViewport viewport;
  double value = gtk_adjustment_get_value (self->vadjustment);

  if (self->session == NULL)
    return;
  viewport = *dtl_session_get_viewport (self->session);
  if (fabs (viewport.scroll - value) < 0.5)
    return;
  viewport.scroll = value;
  dtl_session_set_viewport (self->session, &viewport);
}

void
dtl_canvas_set_session (DtlCanvas *self, DtlSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "viewport-changed", G_CALLBACK (on_viewport_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "travel", G_CALLBACK (on_travel), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "timeline-changed", G_CALLBACK (on_timeline_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "moment-changed", G_CALLBACK (on_moment_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed",
                           G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
}

GtkAdjustment *
dtl_canvas_get_vadjustment (DtlCanvas *self)
{
  return self->vadjustment;
}

gboolean
dtl_canvas_get_picture (DtlCanvas *self, DtlCanvasPicture *ret_picture)
{
  DtlScene *scene = dtl_canvas_ensure_scene (self);

  if (scene == NULL)
    return FALSE;
  ensure_painter (self);
  *ret_picture = (DtlCanvasPicture){ scene, self->layout, self->painter, self->theme,
                                     dtl_canvas_get_options (self) };
  return TRUE;
}

/* --- the widget --- */

static void
dtl_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DtlCanvas *self = DTL_CANVAS (widget);

  if (self->session != NULL)
    dtl_session_set_size (self->session, width, height);
  dtl_canvas_allocate_items (self);
}

static void
dtl_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dtl_canvas_parent_class)->css_changed (widget, change);

  drop_painter (DTL_CANVAS (widget));
  gtk_widget_queue_draw (widget);
}

static void
dtl_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (dtl_canvas_parent_class)->system_setting_changed (widget, setting);

  drop_painter (DTL_CANVAS (widget));
  gtk_widget_queue_draw (widget);
}

static gboolean
dtl_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return dtl_canvas_focus_items (DTL_CANVAS (widget), direction);
}

static void
dtl_canvas_dispose (GObject *object)
{
  DtlCanvas *self = DTL_CANVAS (object);

  g_clear_handle_id (&self->reveal_source, g_source_remove);
  dtl_canvas_stop_motion (self);
  if (self->fade_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fade_id);
  self->fade_id = 0;
  dtl_canvas_clear_items (self);
  drop_painter (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dtl_canvas_parent_class)->dispose (object);
}

static void
dtl_canvas_finalize (GObject *object)
{
  DtlCanvas *self = DTL_CANVAS (object);

  dtl_fades_free (self->fades);
  g_hash_table_unref (self->items);
  g_object_unref (self->vadjustment);

  G_OBJECT_CLASS (dtl_canvas_parent_class)->finalize (object);
}

static void
bind_walk (GtkWidgetClass *klass, guint key, guint keypad, const char *action)
{
  gtk_widget_class_add_binding_action (klass, key, 0, action, NULL);
  gtk_widget_class_add_binding_action (klass, keypad, 0, action, NULL);
}

static void
dtl_canvas_class_init (DtlCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dtl_canvas_dispose;
  object_class->finalize = dtl_canvas_finalize;
  widget_class->snapshot = dtl_canvas_snapshot;
  widget_class->size_allocate = dtl_canvas_size_allocate;
  widget_class->css_changed = dtl_canvas_css_changed;
  widget_class->system_setting_changed = dtl_canvas_system_setting_changed;
  widget_class->focus = dtl_canvas_focus;

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);

  bind_walk (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, "win.walk-earlier");
  bind_walk (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, "win.walk-later");
  bind_walk (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, "win.walk-up");
  bind_walk (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, "win.walk-down");
  bind_walk (widget_class, GDK_KEY_Return, GDK_KEY_KP_Enter, "win.fit-event");
  bind_walk (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, "win.pan-back");
  bind_walk (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, "win.pan-on");
}

static void
dtl_canvas_init (DtlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->fades = dtl_fades_new ();
  self->items = g_hash_table_new (NULL, NULL);
  self->vadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (self->vadjustment, "value-changed", G_CALLBACK (on_scrolled),
                            self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline"), -1);
  dtl_canvas_add_controllers (self);
}
