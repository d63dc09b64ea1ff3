/* NITF, the XML of news agencies and newspaper archives. */

#pragma once

#include "article/dtl-article-sink.h"
#include "article/xml/dtl-xml.h"

G_BEGIN_DECLS

gboolean dtl_nitf_read (DtlArticleSink *sink,
                        const char *bytes,
                        gsize length,
                        GCancellable *cancellable,
                        GError **error);

/* Adds the text below an element "nitf" and, where @with_fields, what it says
 * of itself. */
gboolean dtl_nitf_add (DtlArticleBuilder *builder,
                       const DtlXml *xml,
                       int nitf,
                       gboolean with_fields,
                       GCancellable *cancellable,
                       GError **error);

G_END_DECLS
