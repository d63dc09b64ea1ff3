/* From an input of the call to the articles in it. */

#pragma once

#include "cli/dtl-cli-batch.h"
#include "io/dtl-fetch.h"

G_BEGIN_DECLS

/**
 * dtl_cli_read_articles:
 * @ret_id: (out): of a JSON line that has an id, else NULL. Caller frees;
 *   also written on failure, so that the answer can name the line
 *
 * A file, standard input ("-"), an address where --fetch allows it, or a line
 * {"id", "path" | "html" | "text", "url", "published", "language"}.
 *
 * Returns: (element-type DtlArticle) (transfer full)
 */
GPtrArray *dtl_cli_read_articles (const DtlCliItem *item,
                                  const DtlCliOptions *options,
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
