#include "config.h"

#include "article/dtl-language-name.h"

#include <unicode/uloc.h>

#define MAX_UNITS 100

static char *
dup_with_capital (const char *name)
{
  const char *rest = g_utf8_next_char (name);
  g_autofree char *first = g_utf8_strup (name, rest - name);

  return g_strconcat (first, rest, NULL);
}

char *
dtl_language_dup_name (const char *tag, const char *in)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[MAX_UNITS];
  int32_t n = uloc_getDisplayName (tag, in, wide, MAX_UNITS, &status);
  g_autofree char *name =
      U_SUCCESS (status) && n > 0 && n < MAX_UNITS
          ? g_utf16_to_utf8 ((const gunichar2 *) wide, n, NULL, NULL, NULL)
          : NULL;

  return name != NULL ? dup_with_capital (name) : g_strdup (tag);
}
