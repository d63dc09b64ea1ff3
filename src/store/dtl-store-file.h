/* The file of a document as the system sees it; for the files of this folder. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the first @size bytes of a plain file, or as many as there are, and
 * tells how long it is in all. */
gboolean dtl_store_file_peek (const char *path,
                              guint8 *bytes,
                              gsize size,
                              gsize *ret_n_read,
                              gsize *ret_length,
                              GError **error);

/* Fills the empty file at @path. */
typedef gboolean (*DtlStoreWriteFunc) (const char *path, gpointer data, GError **error);

/* Calls @write for a file beside @path, and puts it in the place of @path once
 * all of it is on disk. Where that fails, @path is as it was. */
gboolean dtl_store_file_replace (const char *path,
                                 DtlStoreWriteFunc write,
                                 gpointer data,
                                 GError **error);

G_END_DECLS
