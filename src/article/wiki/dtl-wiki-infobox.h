/* Boxes of facts: "{{Infobox bridge | opened = {{start date|1836|5|3}} … }}". */

#pragma once

#include "article/wiki/dtl-wiki-template.h"

G_BEGIN_DECLS

/* A template of lines with a name each, above the first heading: in any
 * language, and whatever it is called, that is a box of facts. */
gboolean dtl_wiki_infobox_is (const DtlWikiTemplate *template);

/* Appends a line, with DTL_WIKI_MARK_FACT before it, for each row that may hold
 * a date. */
void dtl_wiki_infobox_append (const DtlWikiTemplate *template, GString *to);

/**
 * dtl_wiki_infobox_append_row:
 * @value: lines of it, and DTL_WIKI_MARK_BREAK, become semicolons
 *
 * Appends "label: value", where the value may hold a date: it has a year's
 * digits, a month's name or an era. Amounts ("1,205", "12.5 km") have none, nor
 * have rows that show a picture or lead to a page.
 *
 * Returns: whether it was appended
 */
gboolean dtl_wiki_infobox_append_row (const char *label,
                                      gsize label_length,
                                      const char *value,
                                      gsize length,
                                      GString *to);

G_END_DECLS
