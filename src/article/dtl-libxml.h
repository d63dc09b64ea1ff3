/* libxml2 as we want it, set up once for all who use it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Before the first parsing, from any thread: no document can make the library
 * open a file or an address from then on. */
void dtl_libxml_init (void);

G_END_DECLS
