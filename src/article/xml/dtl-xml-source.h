/* The source of an XML document, made fit for the parser. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* UTF-8, whatever the document declares; without controls, which would end the
 * reading, and with "R&D" and the entities of HTML written as XML has them.
 * (transfer full) */
GString *dtl_xml_source_decode (const char *bytes, gsize length);

/* Whether an element has more than 256 attributes: the parser compares each of
 * them with all before it. */
gboolean dtl_xml_source_is_crowded (const char *source, gsize length);

G_END_DECLS
