/* The day of publication in the data of a page's scripts: pages that are built in
 * the browser carry what they show. */

#pragma once

#include "article/dtl-stamp.h"

G_BEGIN_DECLS

/**
 * dtl_script_date_find:
 * @source: of the page, need not end in NUL
 *
 * Looks for "datePublished", "published_at" and the like with an ISO 8601 value.
 * Where they name several days, the data is of several articles.
 *
 * Returns: %FALSE where there is none, or more than one day
 */
gboolean dtl_script_date_find (const char *source, gsize length, DtlStamp *ret_stamp);

G_END_DECLS
