/* Rows of a box of facts, "opened: 3 May 1836 (190 years ago)": no sentences,
 * but claims nonetheless, in any language. */

#pragma once

#include "extract/dtl-extraction.h"

G_BEGIN_DECLS

/**
 * dtl_fact_row_make_title:
 * @subject: (nullable): the title of the article
 * @row: its label up to the first colon, then the value
 *
 * Returns: "Hale Mill: opened", at most about 60 characters. Caller frees.
 */
char *dtl_fact_row_make_title (const char *subject, const char *row, gsize length);

/**
 * dtl_fact_row_tells_date:
 * @start, @end: of the mention, within @row
 *
 * Whether a mention is the value of the row. A number alone may as well be an
 * amount or a code: it is a year where the row is labelled as one, or where
 * brackets or a dash follow it.
 */
gboolean dtl_fact_row_tells_date (const char *row, gsize length, gsize start, gsize end);

G_END_DECLS
