/* The sections below an encyclopedia's article that are not part of it: its
 * notes, its literature, its links. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a section with this heading is left out, with all below it. Known in
 * some twenty languages. */
gboolean dtl_wiki_section_is_left_out (const char *heading, gsize length);

G_END_DECLS
