#include "config.h"

#include "store/dtl-store-row.h"

#include <string.h>

/* --- reading --- */

gint64
dtl_store_row_read_integer (DtlStoreRow *row, gint64 least, gint64 greatest)
{
  int column = row->column++;
  gint64 value = sqlite3_column_int64 (row->statement, column);

  if (sqlite3_column_type (row->statement, column) != SQLITE_INTEGER || value < least ||
      value > greatest)
    {
      row->bad = TRUE;
      return least;
    }
  return value;
}

float
dtl_store_row_read_share (DtlStoreRow *row)
{
  int column = row->column++;
  double value = sqlite3_column_double (row->statement, column);

  /* In this sense, so that a NaN is bad too. */
  if (sqlite3_column_type (row->statement, column) != SQLITE_FLOAT ||
      !(value >= 0 && value <= 1))
    {
      row->bad = TRUE;
      return 0;
    }
  return (float) value;
}

/* With what it is validated by, NUL ends a piece. */
static gboolean
is_utf8 (const char *text, gsize length, gboolean may_have_nul)
{
  const char *end = text + length;

  while (!g_utf8_validate_len (text, (gsize) (end - text), &text))
    if (!may_have_nul || text == end || *text++ != '\0')
      return FALSE;
  return TRUE;
}

static const char *
read_text (DtlStoreRow *row, gboolean may_have_nul, gsize *ret_length)
{
  int column = row->column++;
  gboolean is_text = sqlite3_column_type (row->statement, column) == SQLITE_TEXT;
  const char *text =
      is_text ? (const char *) sqlite3_column_text (row->statement, column) : NULL;
  gsize length = text != NULL ? (gsize) sqlite3_column_bytes (row->statement, column) : 0;

  *ret_length = 0;
  if (text == NULL || length > *row->budget || !is_utf8 (text, length, may_have_nul))
    {
      row->bad = TRUE;
      return "";
    }
  *row->budget -= length;
  *ret_length = length;
  return text;
}

const char *
dtl_store_row_read_text (DtlStoreRow *row)
{
  gsize length;

  return read_text (row, FALSE, &length);
}

const char *
dtl_store_row_read_text_or_null (DtlStoreRow *row)
{
  if (sqlite3_column_type (row->statement, row->column) == SQLITE_NULL)
    {
      row->column++;
      return NULL;
    }
  return dtl_store_row_read_text (row);
}

const char *
dtl_store_row_read_long_text (DtlStoreRow *row, gsize *ret_length)
{
  return read_text (row, TRUE, ret_length);
}

static DtlTime
read_time (DtlStoreRow *row)
{
  DtlTime time = dtl_store_row_read_integer (row, G_MININT64, G_MAXINT64);

  if (dtl_time_is_bounded (time) && (time < DTL_TIME_MIN || time > DTL_TIME_MAX))
    row->bad = TRUE;
  return time;
}

static guint8
read_byte (DtlStoreRow *row, gint64 greatest)
{
  return (guint8) dtl_store_row_read_integer (row, 0, greatest);
}

DtlExtent
dtl_store_row_read_extent (DtlStoreRow *row)
{
  DtlExtent extent;

  extent.start = read_time (row);
  extent.latest_start = read_time (row);
  extent.earliest_end = read_time (row);
  extent.end = read_time (row);
  extent.flags = (guint16) dtl_store_row_read_integer (row, 0, G_MAXUINT16);
  extent.offset_minutes =
      (gint16) dtl_store_row_read_integer (row, G_MININT16, G_MAXINT16);
  extent.kind = read_byte (row, DTL_EXTENT_ALL_OF);
  extent.precision = read_byte (row, DTL_PRECISION_SUB_SECOND);
  extent.precision_end = read_byte (row, DTL_PRECISION_SUB_SECOND);
  extent.part = read_byte (row, DTL_PART_QUARTER_4);
  extent.calendar = read_byte (row, DTL_N_CALENDARS - 1);
  extent.calendar_end = read_byte (row, DTL_N_CALENDARS - 1);
  extent.qualifiers[0] = read_byte (row, G_MAXUINT8);
  extent.qualifiers[1] = read_byte (row, G_MAXUINT8);
  if (extent.start >= extent.end)
    row->bad = TRUE;
  return extent;
}

/* --- writing --- */

void
dtl_store_row_write_integer (DtlStoreRow *row, gint64 value)
{
  sqlite3_bind_int64 (row->statement, ++row->column, value);
}

void
dtl_store_row_write_share (DtlStoreRow *row, float value)
{
  sqlite3_bind_double (row->statement, ++row->column, value);
}

void
dtl_store_row_write_null (DtlStoreRow *row)
{
  sqlite3_bind_null (row->statement, ++row->column);
}

void
dtl_store_row_write_text (DtlStoreRow *row, const char *text)
{
  if (text == NULL)
    dtl_store_row_write_null (row);
  else
    dtl_store_row_write_long_text (row, text, strlen (text));
}

void
dtl_store_row_write_long_text (DtlStoreRow *row, const char *text, gsize length)
{
  if (sqlite3_bind_text64 (row->statement, ++row->column, text, length, SQLITE_STATIC,
                           SQLITE_UTF8) != SQLITE_OK)
    row->bad = TRUE;
}

void
dtl_store_row_write_extent (DtlStoreRow *row, const DtlExtent *extent)
{
  dtl_store_row_write_integer (row, extent->start);
  dtl_store_row_write_integer (row, extent->latest_start);
  dtl_store_row_write_integer (row, extent->earliest_end);
  dtl_store_row_write_integer (row, extent->end);
  dtl_store_row_write_integer (row, extent->flags);
  dtl_store_row_write_integer (row, extent->offset_minutes);
  dtl_store_row_write_integer (row, extent->kind);
  dtl_store_row_write_integer (row, extent->precision);
  dtl_store_row_write_integer (row, extent->precision_end);
  dtl_store_row_write_integer (row, extent->part);
  dtl_store_row_write_integer (row, extent->calendar);
  dtl_store_row_write_integer (row, extent->calendar_end);
  dtl_store_row_write_integer (row, extent->qualifiers[0]);
  dtl_store_row_write_integer (row, extent->qualifiers[1]);
}
