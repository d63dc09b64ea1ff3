/* What a language calls months, days of the week and eras, by ICU's locale data. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DTL_PLAIN_MONTH,       /* "juillet", also as it is written within a date */
  DTL_PLAIN_SHORT_MONTH, /* "juil.", without its stop */
  DTL_PLAIN_WEEKDAY,     /* whole and short; Monday is 1 */
  DTL_PLAIN_ERA,         /* 0 before, 1 after the common era */
  DTL_PLAIN_PERSIAN_MONTH,
  DTL_PLAIN_ISLAMIC_MONTH,
  DTL_PLAIN_HEBREW_MONTH,
  DTL_N_PLAIN_NAMES
} DtlPlainName;

/* Whether ICU knows the language: two or three letters. */
gboolean dtl_plain_names_know (const char *language);

/* Adds the names of a kind as a locale ("fr", "ar_SY") has them: @ret_names (of
 * GPtrArray of strings) has one list for each number, from 0 on. Nothing for
 * calendars that the language does not use. */
void dtl_plain_names_add (const char *locale, DtlPlainName kind, GPtrArray *ret_names);

/* How the locale writes what @skeleton asks for, as CLDR puts it, without words:
 * "d.M.y" for "yMd". Caller frees. */
char *dtl_plain_names_dup_pattern (const char *locale, const char *skeleton);

G_END_DECLS
