/* Boxes of facts: "{{Infobox bridge | opened = {{start date|1836|5|3}} … }}". */

#pragma once

#include "article/dtl-wiki-template.h"

G_BEGIN_DECLS

/* A template of lines with a name each, above the first heading: in any
 * language, and whatever it is called, that is a box of facts. */
gboolean dtl_wiki_infobox_is (const DtlWikiTemplate *template);

/* Appends a line, with DTL_WIKI_MARK_FACT before it, for each row that may hold
 * a date. */
void dtl_wiki_infobox_append (const DtlWikiTemplate *template, GString *to);

/* Whether a value of a box may hold a date: it has a year's digits, or a month's
 * name. Amounts ("1,205", "12.5") are none. */
gboolean dtl_wiki_infobox_may_be_date (const char *value, gsize length);

G_END_DECLS
