/* An XML document as one array: its elements and runs of text in the order of
 * the source, as dtl-html-page.h has a page.
 *
 *   for (int i = node + 1; i < xml->nodes[node].end; i++)       all below
 *   for (int i = node + 1; i < xml->nodes[node].end;
 *        i = xml->nodes[i].end)                                 its children
 *
 * Elements are known by their local name; where two vocabularies share one, by
 * the address of their namespace as well. Entities of the document's own are
 * never looked up, in the document or elsewhere: their references vanish. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  guint name;                 /* see dtl_xml_get_name(); 0 of text */
  int parent;                 /* index, -1 of the root */
  int end;                    /* first node behind its subtree */
  guint text_start, text_end; /* bytes of the document's text */
  guint attributes;           /* where they begin */
} DtlXmlNode;

typedef struct _DtlXml DtlXml;

struct _DtlXml {
  const DtlXmlNode *nodes; /* the first is the document's element */
  int n_nodes;
  const char *text; /* UTF-8, white space as in the source */
  GArray *node_buffer, *names, *attributes;
  GString *text_buffer;
  GStringChunk *strings;
  GHashTable *name_numbers;
};

/**
 * dtl_xml_parse:
 *
 * Reads as much of a broken document as is well-formed, and goes on where the
 * damage is small. Stops at 256 levels.
 *
 * Returns: %NULL where it was cancelled, has no element at all, is too big
 *   (four million nodes) or has an element of more than 256 attributes
 */
DtlXml *dtl_xml_parse (const char *bytes,
                       gsize length,
                       GCancellable *cancellable,
                       GError **error);

void dtl_xml_free (DtlXml *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlXml, dtl_xml_free)

/* The local name; NULL of text. Lives as long as the document. */
const char *dtl_xml_get_name (const DtlXml *xml, int node);

/* The namespace, "" where it has none. */
const char *dtl_xml_get_space (const DtlXml *xml, int node);

/* Whether it is an element of this local name. */
gboolean dtl_xml_is (const DtlXml *xml, int node, const char *name);

/* Whether it is one of several, which end in NULL. */
gboolean dtl_xml_is_any (const DtlXml *xml, int node, const char *const *names);

/* By local name, whatever its prefix; NULL where the node has none. */
const char *dtl_xml_get_attribute (const DtlXml *xml, int node, const char *name);

/* The first child of this local name, or -1; -1 of the node -1. */
int dtl_xml_get_child (const DtlXml *xml, int node, const char *name);

/* The same, step by step: "head/docdata/date.issue". */
int dtl_xml_get_at (const DtlXml *xml, int node, const char *path);

/* The first element of this local name below @node, or -1. */
int dtl_xml_find (const DtlXml *xml, int node, const char *name);

/* All its text, cleaned; NULL where that is blank, and of the node -1. Caller
 * frees. */
char *dtl_xml_dup_text (const DtlXml *xml, int node);

G_END_DECLS
