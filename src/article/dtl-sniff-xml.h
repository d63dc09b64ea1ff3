/* What kind of XML a document is, by its first element. */

#pragma once

#include "article/dtl-sniff.h"

G_BEGIN_DECLS

/* @bytes: the first of it, ASCII-compatible. OTHER where it is no XML, XML for
 * nobody that we know, or a page. */
DtlKind dtl_sniff_xml (const char *bytes, gsize length);

G_END_DECLS
