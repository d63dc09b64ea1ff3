/* All that is wrong with a language pack, for whoever writes one. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dtl_pack_check:
 * @faults: (element-type DtlPackFault): gets what is wrong, by line
 *
 * Holds a pack against its schema, reads it as the program would, and reads
 * the examples in it.
 *
 * Returns: how many examples it has
 */
guint dtl_pack_check (GBytes *bytes, GPtrArray *faults);

G_END_DECLS
