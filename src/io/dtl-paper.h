/* Sizes of paper that pictures are printed on. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @name: "a4", "letter"…, lying, or "a4-portrait", standing; in either case. Sizes in
 * pixels of 96 an inch. */
gboolean dtl_paper_find (const char *name, double *ret_width, double *ret_height);

/* "a3, a4 …", for messages. Static. */
const char *dtl_paper_get_names (void);

G_END_DECLS
