#include "config.h"

#include "ui/dtl-article-row.h"

#include "ui/dtl-phrases.h"

#include <glib/gi18n-lib.h>

struct _DtlArticleRow {
  GtkListBoxRow parent_instance;

  GtkWidget *title;
  GtkWidget *details;
  GtkWidget *count;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (DtlArticleRow, dtl_article_row, GTK_TYPE_LIST_BOX_ROW)

static void
dtl_article_row_class_init (DtlArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlArticleRow, title);
  gtk_widget_class_bind_template_child (widget_class, DtlArticleRow, details);
  gtk_widget_class_bind_template_child (widget_class, DtlArticleRow, count);
  gtk_widget_class_bind_template_child (widget_class, DtlArticleRow, remove_button);
}

static void
dtl_article_row_init (DtlArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_count (guint n_claims)
{
  if (n_claims == 0)
    return g_strdup (_ ("No dates found"));
  return g_strdup_printf (ngettext ("%u date", "%u dates", n_claims), n_claims);
}

GtkWidget *
dtl_article_row_new (DtlSession *session, const DtlSource *source, guint n_claims)
{
  DtlArticleRow *self = g_object_new (DTL_TYPE_ARTICLE_ROW, NULL);
  g_autofree char *details = dtl_phrases_dup_source (session, source);
  g_autofree char *count = dup_count (n_claims);
  g_autofree char *remove =
      g_strdup_printf (_ ("Remove “%s”"), dtl_phrases_get_title (source));

  gtk_label_set_label (GTK_LABEL (self->title), dtl_phrases_get_title (source));
  gtk_label_set_label (GTK_LABEL (self->details), details != NULL ? details : "");
  gtk_widget_set_visible (self->details, details != NULL);
  gtk_label_set_label (GTK_LABEL (self->count), count);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "u", source->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "u",
                                    source->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dtl_phrases_get_title (source), -1);
  return GTK_WIDGET (self);
}
