/* NewsML-G2, and the NewsML 1 before it: the wrapping in which news agencies
 * deliver. */

#pragma once

#include "article/dtl-article-sink.h"

G_BEGIN_DECLS

/* An article for each news item that has text of its own. It was published when
 * its first version was made, and changed when this one was. */
gboolean dtl_newsml_read (DtlArticleSink *sink,
                          const char *bytes,
                          gsize length,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
