#include "config.h"

#include "ui/dtl-minimap.h"

#include "layout/dtl-minimap.h"
#include "ui/dtl-overlay.h"
#include "ui/dtl-phrases.h"

#include <glib/gi18n-lib.h>

/* Above the row of dates. */
#define RIDGE_HEIGHT 26
#define LEAST_HEIGHT 44 /* what a finger needs */

struct _DtlMinimap {
  GtkWidget parent_instance;

  DtlCanvas *canvas;
  DtlSession *session;
  GskRenderNode *strip; /* NULL when out of date: all but the window over it */
  double grabbed;       /* pixels from the window's middle to the pointer */
  double drag_x;        /* where the drag began */
  gboolean is_dragging;
};

G_DEFINE_FINAL_TYPE (DtlMinimap, dtl_minimap, GTK_TYPE_WIDGET)

static gboolean
get_picture (DtlMinimap *self, DtlCanvasPicture *ret_picture)
{
  return self->canvas != NULL && dtl_canvas_get_picture (self->canvas, ret_picture);
}

/* --- what is drawn --- */

static void
drop_strip (DtlMinimap *self)
{
  g_clear_pointer (&self->strip, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GskRenderNode *
draw_strip (DtlMinimap *self, const DtlCanvasPicture *picture)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (DtlScene) scene =
      dtl_minimap_run (picture->layout, &picture->options, width, height);
  GskRenderNode *node =
      gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  dtl_painter_paint (picture->painter, cr, scene, picture->theme);
  cairo_destroy (cr);
  return node;
}

static void
dtl_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DtlMinimap *self = DTL_MINIMAP (widget);
  g_autoptr (DtlScene) window = NULL;
  DtlCanvasPicture picture;

  if (!get_picture (self, &picture))
    return;
  if (self->strip == NULL)
    self->strip = draw_strip (self, &picture);
  window =
      dtl_minimap_run_window (picture.layout, dtl_session_get_viewport (self->session),
                              gtk_widget_get_width (widget),
                              gtk_widget_get_height (widget));
  gtk_snapshot_append_node (snapshot, self->strip);
  dtl_overlay_snapshot (snapshot, window, picture.painter, picture.theme);
}

static int
get_line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static void
dtl_minimap_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *ret_minimum,
                     int *ret_natural,
                     int *ret_minimum_baseline,
                     int *ret_natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *ret_minimum = *ret_natural =
        MAX (LEAST_HEIGHT, RIDGE_HEIGHT + get_line_height (widget));
}

/* --- moving --- */

/* The pixel in which the middle of the window lies. */
static double
find_window_middle (DtlMinimap *self, const DtlCanvasPicture *picture, double *ret_half)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (DtlScene) scene =
      dtl_minimap_run_window (picture->layout, dtl_session_get_viewport (self->session),
                              gtk_widget_get_width (widget),
                              gtk_widget_get_height (widget));
  guint n;
  const DtlItem *items = dtl_scene_get_items (scene, &n);

  *ret_half = 0;
  for (guint i = 0; i < n; i++)
    if (items[i].kind == DTL_ITEM_WINDOW)
      {
        *ret_half = items[i].bounds.width / 2;
        return items[i].bounds.x + *ret_half;
      }
  return 0;
}

static DtlViewport
center_at (DtlMinimap *self, const DtlCanvasPicture *picture, double x)
{
  DtlViewport goal = *dtl_session_get_viewport (self->session);
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  dtl_minimap_center (picture->layout, width, CLAMP (x, 0, width), &goal);
  return goal;
}

/* The window is taken where it was grabbed; beside it, its middle comes there. */
static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, DtlMinimap *self)
{
  DtlCanvasPicture picture;
  double half;
  double middle;

  if (!get_picture (self, &picture))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  middle = find_window_middle (self, &picture, &half);
  self->grabbed = x >= middle - half && x <= middle + half ? x - middle : 0;
  self->drag_x = x;
  self->is_dragging = FALSE;
}

static void
on_drag_update (GtkGestureDrag *drag, double x, double y, DtlMinimap *self)
{
  DtlCanvasPicture picture;
  DtlViewport viewport;

  if (!get_picture (self, &picture))
    return;
  if (gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (drag)) != NULL &&
      !self->is_dragging &&
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, 0))
    return;
  self->is_dragging = TRUE;
  viewport = center_at (self, &picture, self->drag_x + x - self->grabbed);
  dtl_session_set_viewport (self->session, &viewport);
}

/* A click beside the window flies there; one on it says nothing new. */
static void
on_drag_end (GtkGestureDrag *drag, double x, double y, DtlMinimap *self)
{
  DtlCanvasPicture picture;
  DtlViewport goal;

  if (self->is_dragging || self->grabbed != 0 || !get_picture (self, &picture))
    return;
  goal = center_at (self, &picture, self->drag_x);
  dtl_session_travel (self->session, &goal);
}

static void
add_controllers (DtlMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* --- for assistive technology --- */

static void
say (DtlMinimap *self)
{
  g_autofree char *window = dtl_phrases_dup_view (self->session);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, window, -1);
}

/* --- the session --- */

static void
on_viewport_changed (DtlMinimap *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* On the way, what is said would change with every frame. */
  if (dtl_session_get_viewport (self->session)->origin ==
      dtl_session_get_goal (self->session)->origin)
    say (self);
}

static void
on_timeline_changed (DtlMinimap *self)
{
  drop_strip (self);
  say (self);
}

void
dtl_minimap_set_canvas (DtlMinimap *self, DtlCanvas *canvas, DtlSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->canvas = g_object_ref (canvas);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "viewport-changed", G_CALLBACK (on_viewport_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "timeline-changed", G_CALLBACK (on_timeline_changed),
                           self, G_CONNECT_SWAPPED);
  say (self);
}

/* --- the widget --- */

static void
dtl_minimap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_strip (DTL_MINIMAP (widget));
}

static void
dtl_minimap_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dtl_minimap_parent_class)->css_changed (widget, change);

  drop_strip (DTL_MINIMAP (widget));
}

static void
dtl_minimap_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (dtl_minimap_parent_class)->system_setting_changed (widget, setting);

  drop_strip (DTL_MINIMAP (widget));
}

static void
dtl_minimap_dispose (GObject *object)
{
  DtlMinimap *self = DTL_MINIMAP (object);

  g_clear_pointer (&self->strip, gsk_render_node_unref);
  g_clear_object (&self->canvas);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dtl_minimap_parent_class)->dispose (object);
}

static void
dtl_minimap_class_init (DtlMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_minimap_dispose;
  widget_class->snapshot = dtl_minimap_snapshot;
  widget_class->measure = dtl_minimap_measure;
  widget_class->size_allocate = dtl_minimap_size_allocate;
  widget_class->css_changed = dtl_minimap_css_changed;
  widget_class->system_setting_changed = dtl_minimap_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "win.pan-back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "win.pan-on",
                                       NULL);
}

static void
dtl_minimap_init (DtlMinimap *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The whole timeline"),
                                  GTK_ACCESSIBLE_PROPERTY_ORIENTATION,
                                  GTK_ORIENTATION_HORIZONTAL, -1);
  add_controllers (self);
}
