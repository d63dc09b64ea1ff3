#include "config.h"

#include "ui/dtl-date-bar.h"

#include "ui/dtl-date-reader.h"
#include "ui/dtl-navigation.h"
#include "ui/dtl-phrases.h"
#include "ui/dtl-widget.h"

struct _DtlDateBar {
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *entry;
  GtkWidget *answer;

  DtlSession *session;
};

G_DEFINE_FINAL_TYPE (DtlDateBar, dtl_date_bar, GTK_TYPE_WIDGET)

static char *
dup_words (DtlDateBar *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
show_answer (DtlDateBar *self, const char *text, gboolean is_wrong)
{
  static const char *error[] = { "error", NULL };
  static const char *none[] = { NULL };

  gtk_label_set_label (GTK_LABEL (self->answer), text);
  gtk_widget_set_visible (self->answer, *text != '\0');
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_widget_set_css_classes (self->entry, is_wrong ? error : none);
}

static gboolean
read_words (DtlDateBar *self, DtlExtent *ret_extent, GError **error)
{
  g_autofree char *words = dup_words (self);

  return dtl_date_reader_read (self->session, words, ret_extent, error);
}

/* Half a date is not wrong yet: that is said when somebody means it. */
static void
on_changed (DtlDateBar *self)
{
  g_autofree char *label = NULL;
  DtlExtent extent;

  if (self->session != NULL && read_words (self, &extent, NULL))
    label = dtl_label_extent (&extent, dtl_session_get_label_style (self->session));
  show_answer (self, label != NULL ? label : "", FALSE);
}

static void
on_activate (DtlDateBar *self)
{
  g_autofree char *words = dup_words (self);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  DtlExtent extent;

  if (*words == '\0')
    return;
  if (read_words (self, &extent, &error))
    {
      dtl_session_set_reading (self->session, 0);
      dtl_session_set_moment (self->session, dtl_extent_get_anchor (&extent));
      dtl_navigation_go_to (self->session, &extent);
      return;
    }
  message = dtl_phrases_dup_sentence (error->message);
  show_answer (self, message, TRUE);
}

static void
on_stop (DtlDateBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave", NULL);
}

static void
dtl_date_bar_dispose (GObject *object)
{
  DtlDateBar *self = DTL_DATE_BAR (object);

  dtl_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dtl_date_bar_parent_class)->dispose (object);
}

static void
dtl_date_bar_class_init (DtlDateBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_date_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "date-bar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-date-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlDateBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DtlDateBar, entry);
  gtk_widget_class_bind_template_child (widget_class, DtlDateBar, answer);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
dtl_date_bar_init (DtlDateBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dtl_date_bar_set_session (DtlDateBar *self, DtlSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  /* "Three years later" is later than what is selected. */
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

void
dtl_date_bar_set_open (DtlDateBar *self, gboolean open)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  if (!open)
    return;
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

gboolean
dtl_date_bar_get_open (DtlDateBar *self)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}
