/* The tables of a document; for the files of this folder. */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Where SQLite keeps, in a file's first 100 bytes, whose it is. */
#define DTL_STORE_HEADER_BYTES 100
#define DTL_STORE_APPLICATION_ID 0x44746c6e /* "Dtln" */
#define DTL_STORE_VERSION 1

/* Big-endian numbers of the header; TRUE where it is that of a document. */
gboolean dtl_store_schema_read_header (const guint8 *bytes,
                                       gsize length,
                                       guint32 *ret_version);

/* The tables in the order of writing, each with its CREATE statement. */
typedef struct {
  const char *name;
  const char *create;
} DtlStoreTable;

const DtlStoreTable *dtl_store_schema_get_tables (guint *ret_n_tables);

/* In an empty database. */
int dtl_store_schema_create (sqlite3 *db);

/* TRUE where @db has all tables just as they were created. Anything else that
 * is in there is left alone and never run. */
gboolean dtl_store_schema_check (sqlite3 *db);

G_END_DECLS
