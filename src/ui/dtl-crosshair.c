#include "config.h"

#include "ui/dtl-crosshair.h"

#include "ui/dtl-alive.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LIGHT_ALPHA 0.16f
#define FRAME_WIDTH 2.0f
#define LINE_ALPHA 0.7f
#define PADDING_X 7.0f
#define PADDING_Y 3.0f

struct _DtlCrosshair {
  GtkWidget parent_instance;

  DtlCanvas *canvas;
  DtlSession *session;
  char *name; /* said to assistive technology */
};

G_DEFINE_FINAL_TYPE (DtlCrosshair, dtl_crosshair, GTK_TYPE_WIDGET)

static GdkRGBA
get_colour (const DtlColour *colour, float alpha)
{
  return (GdkRGBA){ (float) colour->red, (float) colour->green, (float) colour->blue,
                    alpha };
}

static graphene_rect_t
get_rect (const DtlRect *bounds)
{
  return GRAPHENE_RECT_INIT ((float) bounds->x, (float) bounds->y, (float) bounds->width,
                             (float) bounds->height);
}

/* Where the axis begins: all else is above it. */
static float
find_axis (const DtlScene *scene, float height)
{
  guint n;
  const DtlItem *items = dtl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == DTL_ITEM_AXIS)
      return (float) items[i].bounds.y;
  return height;
}

static void
light (GtkSnapshot *snapshot, const DtlItem *item, const DtlTheme *theme)
{
  graphene_rect_t rect = get_rect (&item->bounds);
  GdkRGBA fill = get_colour (&theme->selection, LIGHT_ALPHA);
  GdkRGBA line = get_colour (&theme->selection, 1);
  float widths[4] = { FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH };
  GdkRGBA colours[4] = { line, line, line, line };
  GskRoundedRect frame;

  if (item->kind == DTL_ITEM_LABEL)
    gtk_snapshot_append_color (snapshot, &fill, &rect);
  else
    graphene_rect_inset (&rect, -FRAME_WIDTH, -FRAME_WIDTH);
  gsk_rounded_rect_init_from_rect (&frame, &rect,
                                   item->kind == DTL_ITEM_POINT ? rect.size.width / 2
                                                                : 0);
  gtk_snapshot_append_border (snapshot, &frame, widths, colours);
}

static void
light_all (GtkSnapshot *snapshot,
           const GPtrArray *alive,
           const DtlTheme *theme,
           float width,
           float height)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint i = 0; i < alive->len; i++)
    light (snapshot, alive->pdata[i], theme);
  gtk_snapshot_pop (snapshot);
}

static void
draw_line (GtkSnapshot *snapshot, const DtlTheme *theme, float x, float height)
{
  GdkRGBA colour = get_colour (&theme->text, LINE_ALPHA);

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (floorf (x), 0, 1, height));
}

/* On the axis under the line, within the window. */
static void
draw_date (DtlCrosshair *self,
           GtkSnapshot *snapshot,
           const DtlTheme *theme,
           const char *text,
           float x,
           float y)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA ground = get_colour (&theme->text, 1);
  GdkRGBA colour = get_colour (&theme->background, 1);
  float most = (float) gtk_widget_get_width (GTK_WIDGET (self));
  graphene_rect_t box;
  GskRoundedRect clip;
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  box.size.width = (float) width + 2 * PADDING_X;
  box.size.height = (float) height + 2 * PADDING_Y;
  box.origin.x =
      floorf (CLAMP (x - box.size.width / 2, 0, MAX (0, most - box.size.width)));
  box.origin.y = y;
  gsk_rounded_rect_init_from_rect (&clip, &box, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  gtk_snapshot_append_color (snapshot, &ground, &box);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box.origin.x + PADDING_X,
                                                          box.origin.y + PADDING_Y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* Said once for each date, not for each pixel. */
static void
say (DtlCrosshair *self, const char *date, guint n_alive)
{
  g_autofree char *name =
      g_strdup_printf (ngettext ("%s: %u event", "%s: %u events", n_alive), date,
                       n_alive);

  if (g_strcmp0 (name, self->name) == 0)
    return;
  g_free (self->name);
  self->name = g_steal_pointer (&name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
}

static void
dtl_crosshair_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DtlCrosshair *self = DTL_CROSSHAIR (widget);
  DtlTime moment =
      self->session != NULL ? dtl_session_get_moment (self->session) : DTL_TIME_PAST;
  DtlScene *scene = self->canvas != NULL ? dtl_canvas_get_scene (self->canvas) : NULL;
  const DtlTheme *theme;
  const DtlViewport *viewport;
  g_autoptr (GPtrArray) alive = NULL;
  g_autofree char *date = NULL;
  float width = (float) gtk_widget_get_width (widget);
  float x;
  float axis;

  if (scene == NULL || !dtl_time_is_bounded (moment))
    return;
  theme = dtl_canvas_get_theme (self->canvas);
  viewport = dtl_session_get_viewport (self->session);
  alive =
      dtl_alive_list (scene, dtl_session_get_timeline (self->session), viewport, moment);
  date =
      dtl_label_instant (moment, dtl_alive_choose_precision (viewport->seconds_per_pixel),
                         dtl_session_get_label_style (self->session));
  x = (float) dtl_viewport_get_x (viewport, moment);
  axis = find_axis (scene, (float) gtk_widget_get_height (widget));
  say (self, date, dtl_alive_count (alive));
  if (x < 0 || x >= width)
    return;
  light_all (snapshot, alive, theme, width, axis);
  draw_line (snapshot, theme, x, axis);
  draw_date (self, snapshot, theme, date, x, axis + PADDING_Y);
}

static void
dtl_crosshair_dispose (GObject *object)
{
  DtlCrosshair *self = DTL_CROSSHAIR (object);

  g_clear_object (&self->canvas);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dtl_crosshair_parent_class)->dispose (object);
}

static void
dtl_crosshair_finalize (GObject *object)
{
  g_free (DTL_CROSSHAIR (object)->name);

  G_OBJECT_CLASS (dtl_crosshair_parent_class)->finalize (object);
}

static void
dtl_crosshair_class_init (DtlCrosshairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_crosshair_dispose;
  G_OBJECT_CLASS (klass)->finalize = dtl_crosshair_finalize;
  widget_class->snapshot = dtl_crosshair_snapshot;

  gtk_widget_class_set_css_name (widget_class, "crosshair");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dtl_crosshair_init (DtlCrosshair *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Cross-hair"), -1);
}

void
dtl_crosshair_set_canvas (DtlCrosshair *self, DtlCanvas *canvas, DtlSession *session)
{
  static const char *const signals[] = { "moment-changed", "viewport-changed",
                                         "timeline-changed", "selection-changed" };

  g_return_if_fail (self->session == NULL);

  self->canvas = g_object_ref (canvas);
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (session, signals[i], G_CALLBACK (gtk_widget_queue_draw),
                             self, G_CONNECT_SWAPPED);
}
