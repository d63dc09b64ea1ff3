/* A row of a table, read or written column by column; for the files of this
 * folder. */

#pragma once

#include "time/dtl-extent.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* The statement of a SELECT, standing at a row, or of an INSERT. Each call
 * takes the next column.
 *
 * A value that is not what was asked for makes @bad TRUE for good; what the
 * call then returns is harmless. So a reader reads all and asks once. */
typedef struct {
  sqlite3_stmt *statement;
  int column;
  gboolean bad;
  /* Bytes of text that may still be read from the file: no more than it has,
   * though its pages may be made to serve twice. */
  gsize *budget;
} DtlStoreRow;

gint64 dtl_store_row_read_integer (DtlStoreRow *row, gint64 least, gint64 greatest);
/* 0 to 1. */
float dtl_store_row_read_share (DtlStoreRow *row);
/* Valid UTF-8 without NUL; live until the next step. */
const char *dtl_store_row_read_text (DtlStoreRow *row);
const char *dtl_store_row_read_text_or_null (DtlStoreRow *row);
/* An article's text: NUL may occur. */
const char *dtl_store_row_read_long_text (DtlStoreRow *row, gsize *ret_length);
DtlExtent dtl_store_row_read_extent (DtlStoreRow *row);

void dtl_store_row_write_integer (DtlStoreRow *row, gint64 value);
void dtl_store_row_write_share (DtlStoreRow *row, float value);
void dtl_store_row_write_null (DtlStoreRow *row);
/* NULL is allowed; @text has to live until the statement has run. */
void dtl_store_row_write_text (DtlStoreRow *row, const char *text);
/* Bad where the format does not hold texts of this size. */
void dtl_store_row_write_long_text (DtlStoreRow *row, const char *text, gsize length);
void dtl_store_row_write_extent (DtlStoreRow *row, const DtlExtent *extent);

G_END_DECLS
