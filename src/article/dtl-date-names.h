/* What metas, classes and properties are called that hold dates. */

#pragma once

#include "article/html/dtl-html-page.h"

G_BEGIN_DECLS

/* Whether any of @parts, which end with NULL, is in @name (nullable), letters of
 * ASCII in any case. */
gboolean dtl_date_contains_any_of (const char *name, const char *const *parts);

/* "article:modified_time", "lastmod". */
gboolean dtl_date_names_change (const char *name);

/* "article:published_time", "pubdate". */
gboolean dtl_date_names_publication (const char *name);

/* "dateCreated", "dc.date", "date". */
gboolean dtl_date_names_creation (const char *name);

/* Whatever a date may stand in: "post-meta", "dateline". */
gboolean dtl_date_names_date (const char *name);

/* Of a change, and not of publication as well. */
gboolean dtl_date_names_only_change (const char *name);

/* Whether the element, or one close round it, has such a class, id or property. */
gboolean dtl_date_has_name_like (const DtlPage *page,
                                 int node,
                                 gboolean (*is_like) (const char *name));

G_END_DECLS
