#include "extract/resolve/dtl-country.h"

/* Where all-figure dates are month, day, year: CLDR's short patterns. */
static const char month_first[] = "US PH FM MH PW GU AS MP PR VI UM";

/* Where most people live south of the tropics' middle and count the seasons so. */
static const char southern[] =
    "AR AU BO BR BW CL FJ FK LS MG MU MZ NA NC NZ PE PY RE SZ UY ZA ZM ZW";

static gboolean
is_listed (const char *codes, const char *code)
{
  for (const char *c = codes; *c != '\0'; c += c[2] == ' ' ? 3 : 2)
    if (g_ascii_strncasecmp (c, code, 2) == 0)
      return TRUE;
  return FALSE;
}

DtlCountry
dtl_country_find (const char *code)
{
  DtlCountry country = { 0 };

  if (code == NULL || code[0] == '\0' || code[1] == '\0' || code[2] != '\0')
    return country;
  country.change = dtl_calendar_switch_find (code);
  country.month_first = is_listed (month_first, code);
  country.southern = is_listed (southern, code);
  country.fiscal_october = g_ascii_strcasecmp (code, "US") == 0;
  return country;
}
