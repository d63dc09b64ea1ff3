/* Plain dates in a language that nobody wrote a pack for: days, months and years,
 * in numbers and in names, and ranges of them. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The XML of such a pack: resources/languages/plain.xml with the names that ICU
 * has and the little words of plain.ini. NULL where ICU does not know @language. */
GBytes *dtl_plain_pack_make (const char *language);

G_END_DECLS
