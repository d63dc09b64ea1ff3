/* The schema of language packs, for packs that come from outside. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Adds a DtlPackFault for each line of @bytes that the schema does not allow. */
void dtl_pack_schema_check (GBytes *bytes, GPtrArray *faults);

G_END_DECLS
