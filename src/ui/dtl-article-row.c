#include "config.h"

#include "ui/dtl-article-row.h"

#include "ui/dtl-phrases.h"
#include "ui/dtl-style.h"

#include <glib/gi18n-lib.h>

struct _DtlArticleRow {
  GtkListBoxRow parent_instance;

  GtkWidget *swatch;
  GtkWidget *title;
  GtkWidget *details;
  GtkWidget *count;
  GtkWidget *remove_button;

  int lane;
};

G_DEFINE_FINAL_TYPE (DtlArticleRow, dtl_article_row, GTK_TYPE_LIST_BOX_ROW)

/* A point in the colour that the article's events have on the canvas. */
static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  DtlArticleRow *self = data;
  const DtlTheme *theme = dtl_style_find_theme (GTK_WIDGET (area));
  const DtlColour *colour = &theme->lane[self->lane % DTL_N_LANE_COLOURS];

  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_fill (cr);
}

static void
dtl_article_row_class_init (DtlArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlArticleRow, swatch);
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
dtl_article_row_new (DtlSession *session,
                     const DtlSource *source,
                     guint n_claims,
                     int lane)
{
  DtlArticleRow *self = g_object_new (DTL_TYPE_ARTICLE_ROW, NULL);
  g_autofree char *details = dtl_phrases_dup_source (session, source);
  g_autofree char *count = dup_count (n_claims);
  g_autofree char *remove =
      g_strdup_printf (_ ("Remove “%s”"), dtl_phrases_get_title (source));

  self->lane = lane;
  if (lane >= 0)
    gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->swatch), draw_swatch, self,
                                    NULL);
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
