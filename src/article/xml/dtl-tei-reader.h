/* TEI, the XML of digital editions. */

#pragma once

#include "article/dtl-article-sink.h"

G_BEGIN_DECLS

/* The text as an editor established it (regularised, corrected, expanded), less
 * notes, running heads and what was struck out. Its date is that of the source
 * where the edition names one, else that of the edition itself. A corpus gives
 * an article for each of its texts. */
gboolean dtl_tei_read (DtlArticleSink *sink,
                       const char *bytes,
                       gsize length,
                       GCancellable *cancellable,
                       GError **error);

G_END_DECLS
