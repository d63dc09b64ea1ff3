/* A page as one array: its elements and runs of text in the order of the
 * source.
 *
 * A node's subtree is the stretch of the array from the node to its end, and
 * its text is one stretch of the page's text, so nothing here needs recursion
 * and sums over subtrees are differences of running sums.
 *
 *   for (int i = node + 1; i < page->nodes[node].end; i++)      all below
 *   for (int i = node + 1; i < page->nodes[node].end;
 *        i = page->nodes[i].end)                                its children
 */

#pragma once

#include "article/html/dtl-html-tags.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The attributes that are kept. */
typedef enum {
  DTL_ATTRIBUTE_CLASS,
  DTL_ATTRIBUTE_CONTENT,
  DTL_ATTRIBUTE_DATETIME,
  DTL_ATTRIBUTE_EPUB_TYPE, /* what a part of a book is */
  DTL_ATTRIBUTE_HREF,
  DTL_ATTRIBUTE_HTTP_EQUIV,
  DTL_ATTRIBUTE_ID,
  DTL_ATTRIBUTE_ITEMPROP,
  DTL_ATTRIBUTE_ITEMTYPE,
  DTL_ATTRIBUTE_LANG,
  DTL_ATTRIBUTE_NAME,
  DTL_ATTRIBUTE_PROPERTY,
  DTL_ATTRIBUTE_PUBDATE,
  DTL_ATTRIBUTE_REL,
  DTL_ATTRIBUTE_ROLE,
  DTL_ATTRIBUTE_TYPE,
  DTL_N_ATTRIBUTES
} DtlAttribute;

typedef struct {
  guint8 tag;         /* DtlTag */
  guint8 is_left_out; /* with all below it: no part of the article */
  guint8 is_aside;    /* in a menu, a teaser, a comment, a footer */
  gint8 hint;         /* DtlHint, set by dtl_page_find_hints() */
  int parent;         /* index, -1 of the root */
  int end;            /* first node behind its subtree */
  guint text_start;   /* bytes of the page's text */
  guint text_end;
  guint attributes; /* where they begin, see dtl_page_get_attribute() */
} DtlPageNode;

typedef struct _DtlPage DtlPage;

struct _DtlPage {
  DtlPageNode *nodes; /* the first is a root that is not in the source */
  int n_nodes;
  const char *text; /* UTF-8; entities read, white space as in the source */
  GArray *attributes;
  GStringChunk *strings;
  GString *text_buffer;
  GArray *node_buffer;
};

/**
 * dtl_page_parse:
 * @source: valid UTF-8 without NULs, at most 1 GB
 *
 * Reads HTML as it is found, mending what is broken. Nothing but @source is
 * read.
 *
 * Returns: NULL where it was cancelled or cannot be read at all
 */
DtlPage *dtl_page_parse (const char *source,
                         gsize length,
                         GCancellable *cancellable,
                         GError **error);

void dtl_page_free (DtlPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlPage, dtl_page_free)

/* Whether a page keeps attributes of this name, in any case. */
gboolean dtl_page_keeps_attribute (const char *name, gsize length);

/* NULL where the node has none. Lives as long as the page. */
const char *dtl_page_get_attribute (const DtlPage *page,
                                    int node,
                                    DtlAttribute attribute);

/* The node's text, cleaned as dtl_clean_text() does; NULL where it is blank.
 * What stands in different blocks is kept apart. Caller frees. */
char *dtl_page_dup_text (const DtlPage *page, int node);

/* Whether a line begins with node @i: it is a block, or one ended before it. */
gboolean dtl_page_begins_line (const DtlPage *page, int i);

/* Whether @words, which are parted by spaces, has @word among them, in any
 * case; @words may be NULL. */
gboolean dtl_page_has_word (const char *words, const char *word);

G_END_DECLS
