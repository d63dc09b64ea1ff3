/* A date in words, as somebody typed it: the same reader as for articles and
 * for "dateline date". */

#pragma once

#include "ui/dtl-session.h"

G_BEGIN_DECLS

#define DTL_DATE_READER_ERROR (dtl_date_reader_error_quark ())
typedef enum {
  DTL_DATE_READER_ERROR_NO_PLACE, /* "three weeks", "every Monday" */
} DtlDateReaderError;
GQuark dtl_date_reader_error_quark (void);

/* Reads @words in the user's language, else in those of the articles, else in
 * English; "three years later" counts from the selected event, "last year"
 * from today. What none of them reads may still be EDTF. The error is the first
 * language's. */
gboolean dtl_date_reader_read (DtlSession *session,
                               const char *words,
                               DtlExtent *ret_extent,
                               GError **error);

G_END_DECLS
