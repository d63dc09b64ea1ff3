/* EDTF, the Extended Date/Time Format of ISO 8601-2, levels 0 to 2. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

#define DTL_EDTF_ERROR (dtl_edtf_error_quark ())
typedef enum {
  DTL_EDTF_ERROR_SYNTAX, /* the message names the position, from 0 */
  DTL_EDTF_ERROR_NO_SUCH_DAY,
} DtlEdtfError;
GQuark dtl_edtf_error_quark (void);

/**
 * dtl_edtf_parse:
 * @text: need not end in NUL
 * @length: bytes of @text
 * @ret_level: (out) (optional): 0, 1 or 2
 *
 * All of @text has to be one EDTF string.
 */
gboolean dtl_edtf_parse (const char *text,
                         gsize length,
                         DtlExtent *ret_extent,
                         int *ret_level,
                         GError **error);

/* The nearest EDTF string, proleptic Gregorian as the standard wants: days are
 * converted, months and years keep their digits. What it cannot say is widened
 * ("early 1940s" becomes "[1940..1943]", and in an interval "194X"), but for
 * what EDTF has a customary string of its own: the 19th century is "18XX", 66
 * million years ago "Y-66E6S2", and an hour or a minute its first second.
 * Caller frees. */
char *dtl_edtf_format (const DtlExtent *extent);

G_END_DECLS
