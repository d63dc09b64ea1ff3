/* Keeps the elements of a page properly within each other, the way browsers
 * do: libxml2 knows HTML 4 only, in which no <header> ends a <div>, so that one
 * unclosed <div> swallows the rest of a page. */

#pragma once

#include "article/html/dtl-html-tags.h"

G_BEGIN_DECLS

/* No page for people nests deeper; the tags beyond are left out, not their text. */
#define DTL_NESTING_MAX_DEPTH 250

typedef struct {
  DtlTag tag;
  const char *name; /* in the source, @length bytes, any case */
  gsize length;
} DtlOpenElement;

typedef struct {
  DtlOpenElement open[DTL_NESTING_MAX_DEPTH];
  int n_open;
  gsize n_left_out; /* open elements beyond the depth */
} DtlNesting;

/* A start tag: writes the end tags of what it ends to @out. FALSE where it is
 * too deep to be written itself. */
gboolean dtl_nesting_start (DtlNesting *nesting,
                            const DtlOpenElement *element,
                            GString *out);

/* An end tag: writes it to @out, after those of all that is still open within
 * the element; nothing where no such element is open. */
void dtl_nesting_end (DtlNesting *nesting, const DtlOpenElement *element, GString *out);

G_END_DECLS
