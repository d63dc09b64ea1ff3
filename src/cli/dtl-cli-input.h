/* From an input of the call to the articles in it. */

#pragma once

#include "cli/dtl-cli-batch.h"
#include "io/dtl-fetch.h"

G_BEGIN_DECLS

/* Takes the next article of an input; @is_one_of_many tells that there are
 * others. FALSE ends the reading. */
typedef gboolean (*DtlCliArticleFunc) (DtlArticle *article,
                                       gboolean is_one_of_many,
                                       gpointer data);

/**
 * dtl_cli_read_each:
 * @ret_id: (out): of a JSON line that has an id, else NULL. Caller frees;
 *   also written on failure, so that the answer can name the line
 *
 * A file, standard input ("-"), an address where --fetch allows it, or a line
 * {"id", "path" | "html" | "text", "url", "published", "language"}. No more
 * than two articles are kept, however many the input holds.
 */
gboolean dtl_cli_read_each (const DtlCliItem *item,
                            const DtlCliOptions *options,
                            DtlCliArticleFunc func,
                            gpointer data,
                            char **ret_id,
                            GError **error);

/* Puts an error into the answer: an object {"id", "error"} for a JSON line, a
 * message otherwise. */
void dtl_cli_answer_error (DtlCliAnswer *answer,
                           const DtlCliItem *item,
                           const char *id,
                           const GError *error);

/* Fetches an address, which --fetch has to allow. */
gboolean dtl_cli_fetch (const char *address,
                        const DtlCliOptions *options,
                        DtlFetched *ret_fetched,
                        GError **error);

/* Standard input whole, but for more than the reader takes. */
GBytes *dtl_cli_read_stdin (GError **error);

G_END_DECLS
