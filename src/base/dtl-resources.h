/* Files embedded in the engine: language packs, tables, sample articles. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @name: below "resources/", such as "languages/en.xml". NULL where there is
 * no such file. */
GBytes *dtl_resources_lookup (const char *name);

/* Names below the folder @name, with "/" at the end of folders. */
char **dtl_resources_list (const char *name);

G_END_DECLS
