#include "config.h"

#include "ui/dtl-find-bar.h"

#include "ui/dtl-navigation.h"
#include "ui/dtl-widget.h"

#include <glib/gi18n-lib.h>

struct _DtlFindBar {
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *previous_button;
  GtkWidget *next_button;

  DtlSession *session;
  GArray *results; /* positions of events; NULL where nothing was asked */
  int current;     /* index into results, -1 for none */
};

G_DEFINE_FINAL_TYPE (DtlFindBar, dtl_find_bar, GTK_TYPE_WIDGET)

static guint
get_n_results (DtlFindBar *self)
{
  return self->results != NULL ? self->results->len : 0;
}

static char *
dup_count (DtlFindBar *self)
{
  guint n = get_n_results (self);

  if (self->results == NULL)
    return g_strdup ("");
  if (n == 0)
    return g_strdup (_ ("Not found"));
  if (self->current < 0)
    return g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  /* Translators: which of the events found is shown, "3 of 17" */
  return g_strdup_printf (_ ("%d of %u"), self->current + 1, n);
}

static void
show_count (DtlFindBar *self)
{
  g_autofree char *text = dup_count (self);
  gboolean is_missing = self->results != NULL && get_n_results (self) == 0;

  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_widget_set_sensitive (self->previous_button, get_n_results (self) > 0);
  gtk_widget_set_sensitive (self->next_button, get_n_results (self) > 0);
  if (is_missing)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
select_result (DtlFindBar *self, int index)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  DtlEvent event;

  self->current = index;
  dtl_timeline_get_event (timeline, g_array_index (self->results, guint, index), &event);
  dtl_session_set_reading (self->session, 0);
  dtl_session_select (self->session, event.id);
  dtl_navigation_reveal_event (self->session, event.id);
  show_count (self);
}

static void
search (DtlFindBar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  g_clear_pointer (&self->results, g_array_unref);
  self->current = -1;
  if (*stripped != '\0')
    self->results =
        dtl_timeline_search (dtl_session_get_timeline (self->session), stripped);
}

static void
on_search_changed (DtlFindBar *self)
{
  search (self);
  if (get_n_results (self) > 0)
    select_result (self, 0);
  else
    show_count (self);
}

/* Positions are those of before the change. */
static void
on_timeline_changed (DtlFindBar *self)
{
  search (self);
  show_count (self);
}

static void
on_next (DtlFindBar *self)
{
  dtl_find_bar_walk (self, 1);
}

static void
on_previous (DtlFindBar *self)
{
  dtl_find_bar_walk (self, -1);
}

static void
on_stop (DtlFindBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave", NULL);
}

/* Shift with Enter goes back, as in other programs. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                DtlFindBar *self)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) ||
      !(modifiers & GDK_SHIFT_MASK))
    return FALSE;
  dtl_find_bar_walk (self, -1);
  return TRUE;
}

static void
dtl_find_bar_dispose (GObject *object)
{
  DtlFindBar *self = DTL_FIND_BAR (object);

  dtl_widget_unparent_children (GTK_WIDGET (self));
  g_clear_pointer (&self->results, g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dtl_find_bar_parent_class)->dispose (object);
}

static void
dtl_find_bar_class_init (DtlFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_find_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "find");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, DtlFindBar, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
dtl_find_bar_init (DtlFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (self->entry, keys);
}

void
dtl_find_bar_set_session (DtlFindBar *self, DtlSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "timeline-changed", G_CALLBACK (on_timeline_changed),
                           self, G_CONNECT_SWAPPED);
  show_count (self);
}

void
dtl_find_bar_set_open (DtlFindBar *self, gboolean open)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  if (!open)
    return;
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

gboolean
dtl_find_bar_get_open (DtlFindBar *self)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

void
dtl_find_bar_walk (DtlFindBar *self, int step)
{
  int n = (int) get_n_results (self);

  if (n == 0)
    return;
  if (self->current < 0)
    select_result (self, step > 0 ? 0 : n - 1);
  else
    select_result (self, (self->current + step + n) % n);
}
