/* Lines of input, some of which are JSON objects. */

#pragma once

#include <json-glib/json-glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/* The next line into @line, without its end; what goes beyond 256 MiB is passed
 * over and reported. FALSE after the last line. */
gboolean dtl_cli_read_line (FILE *file, GString *line, gboolean *ret_too_long);

/* A parser whose root is an object; fails for anything else, in words for the
 * line's writer. Hostile nesting is refused before it is parsed. */
JsonParser *dtl_cli_parse_object (const char *line, GError **error);

/* The member as text; @otherwise where there is none, or it is not text. */
const char *dtl_cli_get_member (JsonParser *parser,
                                const char *name,
                                const char *otherwise);

G_END_DECLS
