/* Date values of GEDCOM 7 and 5.5.1.
 *
 * GEDCOM 7 (https://gedcom.io/specifications, section 2.4): "BET 1914 AND
 * 1918", "FROM JULIAN 25 OCT 1917", "ABT 1340", "JAN 44 BCE"; BEF and AFT include
 * the date they name. GEDCOM 5.5.1 writes calendars as "@#DJULIAN@", "B.C." for
 * BCE, double years as "1699/00", and has "INT 1340 (words)" and "(words)". */

#pragma once

#include "time/dtl-extent.h"
#include "time/dtl-loss.h"

G_BEGIN_DECLS

typedef enum {
  DTL_GEDCOM_7,
  DTL_GEDCOM_5,
} DtlGedcomVersion;

#define DTL_GEDCOM_ERROR (dtl_gedcom_error_quark ())
typedef enum {
  DTL_GEDCOM_ERROR_SYNTAX,   /* the message names the position, from 0 */
  DTL_GEDCOM_ERROR_CALENDAR, /* one that nobody knows, or beyond its years */
  DTL_GEDCOM_ERROR_REVERSED, /* ends before it begins */
  DTL_GEDCOM_ERROR_NO_DATE,  /* empty, or a phrase only */
} DtlGedcomError;
GQuark dtl_gedcom_error_quark (void);

/**
 * dtl_gedcom_read:
 * @ret_loss: (out): what the extent cannot hold
 *
 * Reads either version, upper or lower case. Days that do not exist fail with a
 * #DtlCalendarError.
 */
gboolean dtl_gedcom_read (const char *text,
                          DtlExtent *ret_extent,
                          DtlLoss *ret_loss,
                          GError **error);

/* Caller frees; NULL where the form has no place for it. */
char *dtl_gedcom_write (const DtlExtent *extent,
                        DtlGedcomVersion version,
                        DtlLoss *ret_loss);

G_END_DECLS
