/* Text as a search compares it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text without what case and accents add: "Élysée" as "elysee",
 * "Straße" as "strasse". The same in every locale. */
void dtl_fold_append (GString *folded, const char *text, gsize length);

G_END_DECLS
