#include "config.h"

#include "ui/dtl-canvas-private.h"
#include "ui/dtl-navigation.h"
#include "ui/dtl-phrases.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* One click of a wheel. */
#define WHEEL_ZOOM 1.25
/* Pixels of a touchpad that zoom as much as a click of a wheel. */
#define PIXELS_PER_CLICK 60.0
/* Pixels that a sideways click of a wheel moves. */
#define PIXELS_PER_PAN 80.0
/* How far beside an event it can still be hit; fingers are broader. */
#define POINTER_SLOP 4.0
#define TOUCH_SLOP 22.0 /* on both sides: 44 pixels */
#define DOUBLE_CLICK_ZOOM 3.0
/* A drag let go more slowly than this was put down, not thrown. */
#define SLOWEST_THROW 80.0

static DtlId
pick (DtlCanvas *self, double x, double y, double slop)
{
  DtlScene *scene = dtl_canvas_ensure_scene (self);
  const DtlItem *item = scene != NULL ? dtl_scene_pick (scene, x, y, slop) : NULL;

  return item != NULL ? item->event : 0;
}

static gboolean
is_touch (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* Scrolling down stops at the last lane. */
static double
limit_scroll (DtlCanvas *self, double scroll)
{
  double most = gtk_adjustment_get_upper (self->vadjustment) -
                gtk_adjustment_get_page_size (self->vadjustment);

  return CLAMP (scroll, 0, MAX (most, 0));
}

/* Moves what is drawn: to the right shows what was earlier. */
static void
pan (DtlCanvas *self, double x, double y)
{
  DtlViewport viewport = *dtl_session_get_viewport (self->session);

  dtl_viewport_pan (&viewport, -x);
  viewport.scroll = limit_scroll (self, viewport.scroll - y);
  dtl_session_set_viewport (self->session, &viewport);
}

static void
zoom_at (DtlCanvas *self, double factor, double x)
{
  DtlViewport viewport = *dtl_session_get_viewport (self->session);

  dtl_viewport_zoom (&viewport, factor, x);
  dtl_session_set_viewport (self->session, &viewport);
}

/* --- pointer --- */

static void
set_hovered (DtlCanvas *self, DtlId event)
{
  if (self->hovered == event)
    return;
  self->hovered = event;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), event != 0 ? "pointer" : NULL);
  dtl_canvas_invalidate (self);
}

static DtlTime
get_pointed (DtlCanvas *self)
{
  return dtl_viewport_get_time (dtl_session_get_viewport (self->session),
                                floor (self->pointer_x));
}

gboolean
dtl_canvas_is_pointed_at (DtlCanvas *self)
{
  return dtl_session_get_moment (self->session) == get_pointed (self);
}

void
dtl_canvas_follow_pointer (DtlCanvas *self)
{
  if (self->is_pointing)
    dtl_session_set_moment (self->session, get_pointed (self));
}

void
dtl_canvas_point_at_selected (DtlCanvas *self)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  int position =
      dtl_timeline_find_event (timeline, dtl_session_get_selected (self->session));
  DtlEvent event;

  if (position < 0)
    return;
  dtl_timeline_get_event (timeline, (guint) position, &event);
  dtl_session_set_moment (self->session, dtl_extent_get_anchor (&event.extent));
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, DtlCanvas *self)
{
  gboolean has_moved = x != self->pointer_x || y != self->pointer_y;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->session == NULL)
    return;
  /* GTK tells of a pointer at rest too, when what is under it is laid out anew. */
  if (has_moved)
    {
      self->is_pointing = TRUE;
      dtl_canvas_follow_pointer (self);
    }
  if (self->motion.kind == DTL_MOTION_NONE)
    set_hovered (self, pick (self, x, y, POINTER_SLOP));
}

static void
on_leave (GtkEventControllerMotion *motion, DtlCanvas *self)
{
  if (self->session != NULL && self->is_pointing)
    {
      dtl_session_set_moment (self->session, DTL_TIME_PAST);
      dtl_canvas_point_at_selected (self);
    }
  set_hovered (self, 0);
}

/* What stands for events that are not drawn one by one: "+37", the ridge. */
static const DtlItem *
pick_crowd (DtlCanvas *self, double x, double y)
{
  DtlScene *scene = dtl_canvas_ensure_scene (self);
  guint n = 0;
  const DtlItem *items = scene != NULL ? dtl_scene_get_items (scene, &n) : NULL;

  for (guint i = n; i-- > 0;)
    {
      const DtlRect *bounds = &items[i].bounds;

      if (items[i].kind == DTL_ITEM_MORE && x >= bounds->x - POINTER_SLOP &&
          x <= bounds->x + bounds->width + POINTER_SLOP &&
          y >= bounds->y - POINTER_SLOP && y <= bounds->y + bounds->height + POINTER_SLOP)
        return &items[i];
    }
  return NULL;
}

/* TRUE for a label that says all there is to say. */
static gboolean
says_all (DtlCanvas *self, const DtlItem *item, const char *title)
{
  const DtlMeasure *measure = dtl_painter_get_measure (self->painter);
  double width;
  double height;

  if (item->kind != DTL_ITEM_LABEL)
    return FALSE;
  measure->text_size (measure->data, DTL_FONT_LABEL, title, &width, &height);
  return width <= item->bounds.width;
}

static gboolean
show_crowd (DtlCanvas *self, double x, double y, GtkTooltip *tooltip)
{
  const DtlItem *crowd = pick_crowd (self, x, y);
  g_autofree char *text = NULL;

  if (crowd == NULL)
    return FALSE;
  text = g_strdup_printf (ngettext ("%u more event: zoom in to see it",
                                    "%u more events: zoom in to see them", crowd->count),
                          crowd->count);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
on_query_tooltip (DtlCanvas *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  DtlScene *scene = dtl_canvas_ensure_scene (self);
  const DtlItem *item =
      scene != NULL && !keyboard ? dtl_scene_pick (scene, x, y, POINTER_SLOP) : NULL;
  DtlTimeline *timeline;
  DtlEvent event;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *markup = NULL;

  if (item == NULL)
    return !keyboard && show_crowd (self, x, y, tooltip);
  timeline = dtl_session_get_timeline (self->session);
  dtl_timeline_get_event (timeline,
                          (guint) dtl_timeline_find_event (timeline, item->event),
                          &event);
  title = dtl_phrases_dup_short (event.title);
  if (says_all (self, item, title))
    return FALSE;
  date = dtl_label_extent (&event.extent, dtl_session_get_label_style (self->session));
  markup = g_markup_printf_escaped ("<b>%s</b>\n%s", title, date);
  gtk_tooltip_set_markup (tooltip, markup);
  return TRUE;
}

static void
on_pressed (GtkGestureClick *click, int n, double x, double y, DtlCanvas *self)
{
  dtl_canvas_stop_motion (self);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Twice on nothing looks closer at that place. */
static void
zoom_in_at (DtlCanvas *self, double x)
{
  DtlViewport goal = *dtl_session_get_viewport (self->session);

  dtl_viewport_zoom (&goal, DOUBLE_CLICK_ZOOM, x);
  dtl_session_travel (self->session, &goal);
}

static void
on_released (GtkGestureClick *click, int n, double x, double y, DtlCanvas *self)
{
  gboolean touch = is_touch (GTK_EVENT_CONTROLLER (click));
  DtlId event = pick (self, x, y, touch ? TOUCH_SLOP : POINTER_SLOP);

  if (n == 1 && event == 0 && pick_crowd (self, x, y) != NULL)
    zoom_in_at (self, x);
  else if (n == 1)
    dtl_session_select (self->session, event);
  else if (n == 2 && event != 0)
    dtl_navigation_fit_event (self->session, event);
  else if (n == 2)
    zoom_in_at (self, x);
}

/* --- drag --- */

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, DtlCanvas *self)
{
  dtl_canvas_stop_motion (self);
  self->drag_start = *dtl_session_get_viewport (self->session);
}

static void
on_drag_update (GtkGestureDrag *drag, double x, double y, DtlCanvas *self)
{
  DtlViewport viewport = self->drag_start;

  if (gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (drag)) != NULL &&
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  dtl_viewport_pan (&viewport, -x);
  viewport.scroll = limit_scroll (self, viewport.scroll - y);
  dtl_session_set_viewport (self->session, &viewport);
}

static void
on_drag_end (GtkGestureDrag *drag, double x, double y, DtlCanvas *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
}

static void
on_swipe (GtkGestureSwipe *swipe, double velocity_x, double velocity_y, DtlCanvas *self)
{
  if (hypot (velocity_x, velocity_y) < SLOWEST_THROW)
    return;
  dtl_motion_coast (&self->motion, velocity_x, velocity_y);
  dtl_canvas_start_motion (self);
}

/* --- wheel, touchpad, pinch --- */

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, DtlCanvas *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  gboolean is_pixels =
      gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE;
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (controller);
  double clicks = is_pixels ? dy / PIXELS_PER_CLICK : dy;
  double unit = is_pixels ? 1 : PIXELS_PER_PAN;

  if (modifiers & GDK_ALT_MASK)
    pan (self, 0, -dy * unit);
  else if (modifiers & GDK_SHIFT_MASK && dx == 0)
    pan (self, -dy * unit, 0);
  else if (fabs (dx) > fabs (dy))
    pan (self, -dx * unit, 0);
  else if (is_pixels)
    zoom_at (self, pow (WHEEL_ZOOM, -clicks), self->pointer_x);
  else
    {
      dtl_motion_glide (&self->motion, pow (WHEEL_ZOOM, -clicks), self->pointer_x);
      dtl_canvas_start_motion (self);
    }
  return TRUE;
}

static void
on_decelerate (GtkEventControllerScroll *scroll,
               double velocity_x,
               double velocity_y,
               DtlCanvas *self)
{
  if (fabs (velocity_x) < SLOWEST_THROW || fabs (velocity_x) < fabs (velocity_y))
    return;
  dtl_motion_coast (&self->motion, -velocity_x, 0);
  dtl_canvas_start_motion (self);
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, DtlCanvas *self)
{
  dtl_canvas_stop_motion (self);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->pinch_scale = 1;
}

static void
on_pinched (GtkGestureZoom *zoom, double scale, DtlCanvas *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (zoom);
  double x = self->pointer_x;
  double y;

  if (scale <= 0)
    return;
  if (gtk_event_controller_get_current_event (controller) != NULL)
    gtk_gesture_get_bounding_box_center (GTK_GESTURE (zoom), &x, &y);
  zoom_at (self, scale / self->pinch_scale, x);
  self->pinch_scale = scale;
}

/* --- setting up --- */

static void
add_pointer (DtlCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}

static void
add_click_and_drag (DtlCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect (swipe, "swipe", G_CALLBACK (on_swipe), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (swipe, drag);
}

static void
add_scroll_and_pinch (DtlCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *zoom = gtk_gesture_zoom_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (on_decelerate), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  g_signal_connect (zoom, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (zoom, "scale-changed", G_CALLBACK (on_pinched), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (zoom));
}

void
dtl_canvas_add_controllers (DtlCanvas *self)
{
  add_pointer (self);
  add_click_and_drag (self);
  add_scroll_and_pinch (self);
}
