/* The document file, ".dateline": an SQLite database that is at every moment
 * whole on disk. Format and versions are described in dtl-store-schema.c. */

#pragma once

#include "model/dtl-timeline.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define DTL_STORE_ERROR (dtl_store_error_quark ())
typedef enum {
  DTL_STORE_ERROR_NOT_A_DOCUMENT,
  DTL_STORE_ERROR_NEWER, /* written by a later version: says so */
  DTL_STORE_ERROR_DAMAGED,
  DTL_STORE_ERROR_FULL, /* no space left on the device */
  DTL_STORE_ERROR_DENIED,
  DTL_STORE_ERROR_IO,
} DtlStoreError;
GQuark dtl_store_error_quark (void);

/* TRUE where the first bytes are those of a document. */
gboolean dtl_store_sniff (const guint8 *bytes, gsize length);

DtlTimeline *dtl_store_load (const char *path, GCancellable *cancellable, GError **error);

/* Writes beside @path and renames: the old file stays whole until the new one
 * is on disk. */
gboolean dtl_store_save (const char *path, const DtlTimeline *timeline, GError **error);

G_END_DECLS
