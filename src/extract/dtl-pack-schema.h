/* The schema of language packs, for packs that come from outside. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Fails with the first line of @bytes that the schema does not allow. */
gboolean dtl_pack_schema_check (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
