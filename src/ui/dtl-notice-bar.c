#include "config.h"

#include "ui/dtl-notice-bar.h"

#include "ui/dtl-widget.h"

#include <glib/gi18n-lib.h>

struct _DtlNoticeBar {
  GtkWidget parent_instance;

  GtkWidget *box;
  DtlSession *session;
};

G_DEFINE_FINAL_TYPE (DtlNoticeBar, dtl_notice_bar, GTK_TYPE_WIDGET)

/* --- one notice --- */

static GtkMessageType
get_message_type (DtlNoticeKind kind)
{
  switch (kind)
    {
    case DTL_NOTICE_INFO:
      return GTK_MESSAGE_INFO;
    case DTL_NOTICE_WARNING:
      return GTK_MESSAGE_WARNING;
    case DTL_NOTICE_ERROR:
      return GTK_MESSAGE_ERROR;
    }
  g_return_val_if_reached (GTK_MESSAGE_OTHER);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_text (DtlNotice *notice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box),
                  make_label (dtl_notice_get_text (notice), "notice-text"));
  if (dtl_notice_get_detail (notice) != NULL)
    gtk_box_append (GTK_BOX (box),
                    make_label (dtl_notice_get_detail (notice), "notice-detail"));
  return box;
}

static void
on_button_clicked (GtkButton *button, DtlNoticeBar *self)
{
  dtl_session_dismiss (self->session, g_object_get_data (G_OBJECT (button), "notice"));
}

/* A notice that was answered has done its work. */
static void
answer_with (DtlNoticeBar *self, GtkWidget *button, DtlNotice *notice)
{
  g_object_set_data_full (G_OBJECT (button), "notice", g_object_ref (notice),
                          g_object_unref);
  g_signal_connect_after (button, "clicked", G_CALLBACK (on_button_clicked), self);
}

static void
add_buttons (DtlNoticeBar *self, GtkWidget *bar, DtlNotice *notice)
{
  const char *label;
  const char *action;

  for (guint i = 0; dtl_notice_get_button (notice, i, &label, &action); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (label);

      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      answer_with (self, button, notice);
      gtk_info_bar_add_child (GTK_INFO_BAR (bar), button);
    }
}

/* The info bar's own close button has no name for those who do not see it. */
static void
add_close_button (DtlNoticeBar *self, GtkWidget *bar, DtlNotice *notice)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Dismiss"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Dismiss"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  answer_with (self, button, notice);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), button);
}

static GtkWidget *
make_bar (DtlNoticeBar *self, DtlNotice *notice)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_INFO_BAR, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_ALERT, "message-type",
                                 get_message_type (dtl_notice_get_kind (notice)), NULL);

  gtk_info_bar_add_child (GTK_INFO_BAR (bar), make_text (notice));
  add_buttons (self, bar, notice);
  add_close_button (self, bar, notice);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, dtl_notice_get_text (notice),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      dtl_notice_get_detail (notice) != NULL ? dtl_notice_get_detail (notice) : "", -1);
  return bar;
}

/* --- all of them --- */

static GtkWidget *
get_bar (DtlNoticeBar *self, guint position)
{
  GtkWidget *bar = gtk_widget_get_first_child (self->box);

  while (position-- > 0)
    bar = gtk_widget_get_next_sibling (bar);
  return bar;
}

/* Only what changed is touched, so that no button goes from under the hand. */
static void
on_items_changed (GListModel *notices,
                  guint position,
                  guint n_removed,
                  guint n_added,
                  DtlNoticeBar *self)
{
  for (guint i = 0; i < n_removed; i++)
    gtk_box_remove (GTK_BOX (self->box), get_bar (self, position));
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (DtlNotice) notice = g_list_model_get_item (notices, position + i);
      GtkWidget *previous = position + i > 0 ? get_bar (self, position + i - 1) : NULL;

      gtk_box_insert_child_after (GTK_BOX (self->box), make_bar (self, notice), previous);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (notices) > 0);
}

static void
dtl_notice_bar_dispose (GObject *object)
{
  DtlNoticeBar *self = DTL_NOTICE_BAR (object);

  dtl_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dtl_notice_bar_parent_class)->dispose (object);
}

static void
dtl_notice_bar_class_init (DtlNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_notice_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "notices");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlNoticeBar, box);
}

static void
dtl_notice_bar_init (DtlNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dtl_notice_bar_set_session (DtlNoticeBar *self, DtlSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (dtl_session_get_notices (session), "items-changed",
                           G_CALLBACK (on_items_changed), self, 0);
}
