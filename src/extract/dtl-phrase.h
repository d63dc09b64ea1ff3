/* One phrase read with a given language pack: for the examples in packs. */

#pragma once

#include "extract/dtl-extraction.h"
#include "extract/packs/dtl-pack.h"

G_BEGIN_DECLS

/* As dtl_extract_phrase(), with @pack instead of the one for the language that
 * @context names. */
gboolean dtl_phrase_extract (const DtlPack *pack,
                             const char *phrase,
                             const DtlPhraseContext *context,
                             DtlMention *ret_mention,
                             GError **error);

G_END_DECLS
