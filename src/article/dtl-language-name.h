/* What a language is called. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name of the language @tag ("de-AT") in the language @in, with a capital
 * as in a list; the tag itself where nobody has a name for it. Caller frees. */
char *dtl_language_dup_name (const char *tag, const char *in);

G_END_DECLS
