/* What the files of ISO 8601 share; for the files of this folder only. */

#pragma once

#include "time/forms/dtl-iso8601.h"

G_BEGIN_DECLS

/* Which of the two formats the text has shown so far. */
typedef enum {
  DTL_ISO8601_EITHER,
  DTL_ISO8601_BASIC,
  DTL_ISO8601_EXTENDED,
} DtlIso8601Format;

/* Reads a part of a text; positions count in the whole of it. */
typedef struct {
  const char *text;
  gsize at;
  gsize end;
  DtlIso8601Format format;
} DtlIso8601Cursor;

/* "at position 5: there is no such month"; always FALSE. */
gboolean dtl_iso8601_refuse (GError **error,
                             DtlIso8601Error code,
                             gsize at,
                             const char *what);

static inline gboolean
dtl_iso8601_is_at_end (const DtlIso8601Cursor *cursor)
{
  return cursor->at >= cursor->end;
}

static inline char
dtl_iso8601_peek (const DtlIso8601Cursor *cursor)
{
  return dtl_iso8601_is_at_end (cursor) ? '\0' : cursor->text[cursor->at];
}

static inline gboolean
dtl_iso8601_skip (DtlIso8601Cursor *cursor, char c)
{
  if (dtl_iso8601_is_at_end (cursor) || cursor->text[cursor->at] != c)
    return FALSE;
  cursor->at++;
  return TRUE;
}

gsize dtl_iso8601_count_digits (const DtlIso8601Cursor *cursor);

/* The next @n digits, which there have to be; at most 18. */
gint64 dtl_iso8601_take_digits (DtlIso8601Cursor *cursor, gsize n);

/* Digits behind a point or a comma, as @unit parts of one: 500 for ".5" of 1000.
 * @ret_parts is how many parts the last digit counts, at least 1. FALSE where
 * there is no fraction, with nothing read. */
gboolean dtl_iso8601_take_fraction (DtlIso8601Cursor *cursor,
                                    gint64 unit,
                                    gint64 *ret_fraction,
                                    gint64 *ret_parts);

/* A date, with its time of day where it has one: all of @cursor. */
gboolean dtl_iso8601_read_moment (DtlIso8601Cursor *cursor,
                                  DtlExtent *ret_extent,
                                  DtlLoss *loss,
                                  GError **error);

G_END_DECLS
