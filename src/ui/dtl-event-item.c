#include "config.h"

#include "ui/dtl-event-item.h"

#include "ui/dtl-phrases.h"

struct _DtlEventItem {
  GtkWidget parent_instance;

  DtlSession *session;
  DtlId event;
  GdkRectangle place;
};

G_DEFINE_FINAL_TYPE (DtlEventItem, dtl_event_item, GTK_TYPE_WIDGET)

static void
activate_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DtlEventItem *self = DTL_EVENT_ITEM (widget);

  dtl_session_select (self->session, self->event);
}

/* Focus that comes by the keyboard takes the selection along, so that what is
 * read aloud, what is lit and what the sidebar tells are one event. */
static void
on_focus (DtlEventItem *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    dtl_session_select (self->session, self->event);
}

static void
dtl_event_item_dispose (GObject *object)
{
  DtlEventItem *self = DTL_EVENT_ITEM (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (dtl_event_item_parent_class)->dispose (object);
}

static void
dtl_event_item_class_init (DtlEventItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_event_item_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "event");
  gtk_widget_class_install_action (widget_class, "event.activate", NULL, activate_event);
}

static void
dtl_event_item_init (DtlEventItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The pointer is the canvas's own, which picks what is drawn. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus), NULL);
}

GtkWidget *
dtl_event_item_new (DtlSession *session, DtlId event)
{
  DtlEventItem *self = g_object_new (DTL_TYPE_EVENT_ITEM, NULL);

  self->session = g_object_ref (session);
  self->event = event;
  dtl_event_item_update (self);
  return GTK_WIDGET (self);
}

void
dtl_event_item_update (DtlEventItem *self)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  int position = dtl_timeline_find_event (timeline, self->event);
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  DtlEvent event;

  if (position < 0)
    return;
  dtl_timeline_get_event (timeline, (guint) position, &event);
  title = dtl_phrases_dup_short (event.title);
  date = dtl_label_extent (&event.extent, dtl_session_get_label_style (self->session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, date, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               dtl_session_get_selected (self->session) == self->event,
                               -1);
}

DtlId
dtl_event_item_get_event (DtlEventItem *self)
{
  return self->event;
}

void
dtl_event_item_set_place (DtlEventItem *self, const GdkRectangle *place)
{
  self->place = *place;
}

const GdkRectangle *
dtl_event_item_get_place (DtlEventItem *self)
{
  return &self->place;
}
