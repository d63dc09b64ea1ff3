/* Languages for a person to choose from. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names in the user's language, in their order; the first stands for "not
 * known". @also: (nullable): the tag of one that has to be among them.
 * (transfer full) */
GtkStringList *dtl_language_list_new (const char *also);

/* Position 0 for NULL and for what is not in the list. */
guint dtl_language_list_find (const char *also, const char *tag);

/* NULL for position 0. Static, or @also. */
const char *dtl_language_list_get_tag (const char *also, guint position);

G_END_DECLS
