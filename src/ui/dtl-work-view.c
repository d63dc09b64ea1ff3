#include "config.h"

#include "ui/dtl-work-view.h"

#include "ui/dtl-widget.h"

struct _DtlWorkView {
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *bar;

  DtlWork *work;
  guint show_source;
  guint pulse_source;
};

G_DEFINE_FINAL_TYPE (DtlWorkView, dtl_work_view, GTK_TYPE_WIDGET)

#define SHOW_AFTER_MS 250
#define PULSE_MS 80

static gboolean
on_pulse (gpointer data)
{
  DtlWorkView *self = data;

  if (dtl_work_get_fraction (self->work) < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
  return G_SOURCE_CONTINUE;
}

static gboolean
on_show (gpointer data)
{
  DtlWorkView *self = data;

  self->show_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->pulse_source = g_timeout_add (PULSE_MS, on_pulse, self);
  return G_SOURCE_REMOVE;
}

static void
hide (DtlWorkView *self)
{
  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
on_title_changed (DtlWorkView *self)
{
  const char *title = dtl_work_get_title (self->work);

  if (title == NULL)
    {
      hide (self);
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (self->show_source == 0 && self->pulse_source == 0)
    self->show_source = g_timeout_add (SHOW_AFTER_MS, on_show, self);
}

static void
on_fraction_changed (DtlWorkView *self)
{
  double fraction = dtl_work_get_fraction (self->work);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), fraction);
}

static void
dtl_work_view_dispose (GObject *object)
{
  DtlWorkView *self = DTL_WORK_VIEW (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  dtl_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->work);

  G_OBJECT_CLASS (dtl_work_view_parent_class)->dispose (object);
}

static void
dtl_work_view_class_init (DtlWorkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_work_view_dispose;

  gtk_widget_class_set_css_name (widget_class, "work");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-work-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlWorkView, title);
  gtk_widget_class_bind_template_child (widget_class, DtlWorkView, bar);
}

static void
dtl_work_view_init (DtlWorkView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dtl_work_view_set_work (DtlWorkView *self, DtlWork *work)
{
  g_return_if_fail (self->work == NULL);

  self->work = g_object_ref (work);
  g_signal_connect_object (work, "notify::title", G_CALLBACK (on_title_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "notify::fraction", G_CALLBACK (on_fraction_changed),
                           self, G_CONNECT_SWAPPED);
  on_title_changed (self);
}
