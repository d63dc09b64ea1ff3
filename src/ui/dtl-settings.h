/* What the window remembers, in GSettings. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The settings, shared. Where the schema is not installed it is looked for
 * beside the uninstalled program; NULL where it is nowhere. */
GSettings *dtl_settings_get_default (void);

G_END_DECLS
