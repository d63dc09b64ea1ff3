/* Elements of a page that name an author. */

#pragma once

#include "article/html/dtl-html-page.h"

G_BEGIN_DECLS

/* Whether its class or id says so: "byline", "post-author". */
gboolean dtl_author_element_is_named (const DtlPage *page, int node);

/* Whether it is a link to a page of somebody's: ".../author/jane-doe". */
gboolean dtl_author_element_is_link (const DtlPage *page, int node);

/**
 * dtl_author_element_add:
 * @site: (nullable): the site's name, which is nobody's
 * @names: (element-type utf8): strings of its own
 *
 * Adds the names that the element shows: those of what in it is marked as a
 * name, else of its links to people, else of all its text, or of the first line
 * that is a name where it holds more than that. Adds nothing where the words
 * before it say that this is somebody who edited, checked or pictured it.
 */
void dtl_author_element_add (const DtlPage *page,
                             int node,
                             const char *site,
                             GPtrArray *names);

G_END_DECLS
