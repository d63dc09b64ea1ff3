/* Errors of the store, from what SQLite and the system say; for the files of
 * this folder. */

#pragma once

#include "store/dtl-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* @code is an errno. */
void dtl_store_set_system_error (GError **error, int code);

/* After a call on @db failed with @result. */
void dtl_store_set_database_error (GError **error, sqlite3 *db, int result);

/* @what is not as a document has it: "claims, row 7". */
void dtl_store_set_damaged (GError **error, const char *what);

G_END_DECLS
