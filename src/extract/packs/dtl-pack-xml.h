/* The XML of language packs: parsing it safely, and what all its readers ask. */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* NULL, with a fault, for what is no XML, or is XML with a document type: packs
 * have none, and entities are how a small file becomes an endless one. */
xmlDoc *dtl_pack_xml_parse (GBytes *bytes, GPtrArray *faults);

gboolean dtl_pack_xml_is (const xmlNode *node, const char *name);
int dtl_pack_xml_get_line (const xmlNode *node);

/* NULL where there is no such attribute. Caller frees. */
char *dtl_pack_xml_dup_attribute (const xmlNode *node, const char *name);
char *dtl_pack_xml_dup_text (const xmlNode *node);
/* Whether the attribute is "yes". */
gboolean dtl_pack_xml_is_yes (const xmlNode *node, const char *name);

G_END_DECLS
