/* The dates that templates of a wiki give as numbers: "1950|6|25". */

#pragma once

#include "article/wiki/dtl-wiki-template.h"

G_BEGIN_DECLS

/**
 * dtl_wiki_date_append:
 * @arguments: year, month, day or the other way round, as numbers, the month
 *   also by its name; what follows the date is not read
 * @language: (nullable): that the date is written in
 *
 * Appends "25 June 1950", or as much of it as is given.
 *
 * Returns: how many arguments were read; 0 where they do not begin with a date,
 *   and then nothing is appended
 */
guint dtl_wiki_date_append (GString *to,
                            const DtlWikiArgument *arguments,
                            guint n_arguments,
                            const char *language);

G_END_DECLS
