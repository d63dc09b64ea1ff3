/* Values and mods of TIMEX3, the time expressions of TimeML.
 *
 * Source: R. Saurí et al., "TimeML Annotation Guidelines" 1.2.1, and the values
 * met in its corpora: "1953-07-27", "1994-W23-WE", "1994-SU", "BC0346", "196" (a
 * decade), "19" (a century by its digits), "1994-05-03TEV". Years before Christ
 * are historical: BC0044 is 44 BC. */

#pragma once

#include "time/dtl-extent.h"
#include "time/dtl-loss.h"

G_BEGIN_DECLS

#define DTL_TIMEX_ERROR (dtl_timex_error_quark ())
typedef enum {
  DTL_TIMEX_ERROR_SYNTAX,      /* the message names the position, from 0 */
  DTL_TIMEX_ERROR_NO_POSITION, /* a duration, a set, PAST_REF, a missing year */
} DtlTimexError;
GQuark dtl_timex_error_quark (void);

/**
 * dtl_timex_read:
 * @value: of a DATE or a TIME
 * @mod: "START", "APPROX" …, or NULL
 *
 * Everything is proleptic Gregorian, as TimeML has it.
 */
gboolean dtl_timex_read (const char *value,
                         const char *mod,
                         DtlExtent *ret_extent,
                         GError **error);

G_END_DECLS
