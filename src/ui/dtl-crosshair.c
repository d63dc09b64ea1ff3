#include "config.h"

#include "ui/dtl-crosshair.h"

#include "layout/dtl-moment.h"
#include "ui/dtl-overlay.h"
#include "ui/dtl-phrases.h"

#include <glib/gi18n-lib.h>

/* Events that are named to assistive technology; the others are counted. */
#define MOST_NAMED 5
#define MOST_COUNTED 1000

struct _DtlCrosshair {
  GtkWidget parent_instance;

  DtlCanvas *canvas;
  DtlSession *session;
  char *name; /* said to assistive technology */
};

G_DEFINE_FINAL_TYPE (DtlCrosshair, dtl_crosshair, GTK_TYPE_WIDGET)

static char *
dup_titles (DtlCrosshair *self, const DtlMoment *moment)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < MIN (moment->events->len, MOST_NAMED); i++)
    {
      int position =
          dtl_timeline_find_event (timeline, g_array_index (moment->events, DtlId, i));
      g_autofree char *title = NULL;
      DtlEvent event;

      if (position < 0)
        continue;
      dtl_timeline_get_event (timeline, (guint) position, &event);
      title = dtl_phrases_dup_short (event.title);
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? "; " : "", title);
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

/* Said once for each date, not for each pixel. */
static void
say (DtlCrosshair *self, const DtlMoment *moment)
{
  guint n = moment->events->len;
  g_autofree char *titles = NULL;
  g_autofree char *name = NULL;

  /* Translators: a date, and how many events there were then */
  name = g_strdup_printf (moment->more ? ngettext ("%s: more than %u event",
                                                   "%s: more than %u events", n)
                                       : ngettext ("%s: %u event", "%s: %u events", n),
                          moment->date, n);
  if (g_strcmp0 (name, self->name) == 0)
    return;
  titles = dup_titles (self, moment);
  g_free (self->name);
  self->name = g_steal_pointer (&name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, titles,
                                  -1);
}

static void
dtl_crosshair_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DtlCrosshair *self = DTL_CROSSHAIR (widget);
  const DtlViewport *viewport;
  g_autoptr (DtlMoment) moment = NULL;
  g_autoptr (DtlScene) over = NULL;
  DtlCanvasPicture picture;
  DtlTime time;
  double x;

  if (self->canvas == NULL || !dtl_canvas_get_picture (self->canvas, &picture))
    return;
  time = dtl_session_get_moment (self->session);
  viewport = dtl_session_get_viewport (self->session);
  x = dtl_viewport_get_x (viewport, time);
  if (!dtl_time_is_bounded (time) || x < 0 || x >= viewport->width)
    return;
  moment = dtl_moment_new (picture.layout, viewport, &picture.options, x, MOST_COUNTED);
  over = dtl_moment_run (moment, picture.layout, picture.scene);
  say (self, moment);
  dtl_overlay_snapshot (snapshot, over, picture.painter, picture.theme);
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
