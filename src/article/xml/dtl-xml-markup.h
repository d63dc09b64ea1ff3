/* XML of other vocabularies as HTML, for the reader of HTML to make paragraphs,
 * headings, lists and tables of. */

#pragma once

#include "article/xml/dtl-xml.h"

G_BEGIN_DECLS

/* The HTML element that an element is; "" where only what is in it counts, " "
 * where it stands for a space, NULL where it is left out with all below it. */
typedef const char *(*DtlMarkupName) (const DtlXml *xml, int node);

/* What is below @node. @get_name: (nullable): else every element is called in
 * HTML as it is. Attributes are not written. Caller frees. */
char *dtl_xml_write_html (const DtlXml *xml, int node, DtlMarkupName get_name);

G_END_DECLS
