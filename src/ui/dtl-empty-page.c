#include "config.h"

#include "ui/dtl-empty-page.h"

#include "ui/dtl-intake.h"
#include "ui/dtl-widget.h"

#include <string.h>

struct _DtlEmptyPage {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *samples_box;
  GtkWidget *samples;
};

G_DEFINE_FINAL_TYPE (DtlEmptyPage, dtl_empty_page, GTK_TYPE_WIDGET)

static void
add_sample (DtlEmptyPage *self, const char *name)
{
  g_autofree char *title = dtl_intake_dup_sample_title (name);
  GtkWidget *button = gtk_button_new_with_label (title);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sample");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-sample");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_box_append (GTK_BOX (self->samples), button);
}

static void
dtl_empty_page_dispose (GObject *object)
{
  dtl_widget_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (dtl_empty_page_parent_class)->dispose (object);
}

static void
dtl_empty_page_class_init (DtlEmptyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_empty_page_dispose;

  gtk_widget_class_set_css_name (widget_class, "empty");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlEmptyPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DtlEmptyPage, samples_box);
  gtk_widget_class_bind_template_child (widget_class, DtlEmptyPage, samples);
}

static void
dtl_empty_page_init (DtlEmptyPage *self)
{
  g_auto (GStrv) names = dtl_intake_list_samples ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; names[i] != NULL; i++)
    add_sample (self, names[i]);
  gtk_widget_set_visible (self->samples_box, names[0] != NULL);
}
