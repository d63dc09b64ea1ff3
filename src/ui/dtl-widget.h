/* What every widget with a template needs. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For dispose(). Not gtk_widget_dispose_template(): GTK 4.8's lets go of
 * children that are bound to a field only. */
static inline void
dtl_widget_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

G_END_DECLS
