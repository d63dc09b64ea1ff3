#include "extract/packs/dtl-plain-names.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define MAX_TEXT 200
#define MAX_NAMES 20

/* Where names of a kind are found in ICU. */
typedef struct {
  DtlPlainName kind;
  const char *calendar;
  const char *languages; /* NULL: all */
  UDateFormatSymbolType types[4];
  guint n_types;
  int first; /* ICU's number of the first */
} Source;

static const Source sources[] = {
  { DTL_PLAIN_MONTH, "gregorian", NULL, { UDAT_MONTHS, UDAT_STANDALONE_MONTHS }, 2, 0 },
  { DTL_PLAIN_SHORT_MONTH,
    "gregorian",
    NULL,
    { UDAT_SHORT_MONTHS, UDAT_STANDALONE_SHORT_MONTHS },
    2,
    0 },
  { DTL_PLAIN_WEEKDAY,
    "gregorian",
    NULL,
    { UDAT_WEEKDAYS, UDAT_STANDALONE_WEEKDAYS, UDAT_SHORT_WEEKDAYS,
      UDAT_STANDALONE_SHORT_WEEKDAYS },
    4,
    UCAL_SUNDAY },
  { DTL_PLAIN_ERA, "gregorian", NULL, { UDAT_ERAS, UDAT_ERA_NAMES }, 2, 0 },
  { DTL_PLAIN_PERSIAN_MONTH,
    "persian",
    "fa",
    { UDAT_MONTHS, UDAT_STANDALONE_MONTHS },
    2,
    0 },
  { DTL_PLAIN_ISLAMIC_MONTH,
    "islamic",
    "ar fa ur",
    { UDAT_MONTHS, UDAT_STANDALONE_MONTHS },
    2,
    0 },
  { DTL_PLAIN_HEBREW_MONTH,
    "hebrew",
    "he",
    { UDAT_MONTHS, UDAT_STANDALONE_MONTHS },
    2,
    0 },
};

gboolean
dtl_plain_names_know (const char *language)
{
  const gsize length = strlen (language);

  for (int32_t i = 0; i < uloc_countAvailable (); i++)
    {
      const char *available = uloc_getAvailable (i);

      if (strncmp (available, language, length) == 0 &&
          (available[length] == '\0' || available[length] == '_'))
        return TRUE;
    }
  return FALSE;
}

static char *
to_utf8 (const UChar *text, int32_t length)
{
  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/* ICU counts days of the week from Sunday, which is our 7, and Hebrew months with a
 * leap month as the sixth. */
static guint
get_place (const Source *source, int32_t i)
{
  if (source->kind == DTL_PLAIN_WEEKDAY)
    return (guint) (i + 5) % 7;
  if (source->kind == DTL_PLAIN_HEBREW_MONTH && i > 5)
    return (guint) i - 1;
  return (guint) i;
}

static void
add_name (GPtrArray *names, guint place, char *name)
{
  while (names->len <= place)
    g_ptr_array_add (names, g_ptr_array_new_with_free_func (g_free));
  g_ptr_array_add (g_ptr_array_index (names, place), name);
}

static void
add_symbols (const UDateFormat *format,
             const Source *source,
             UDateFormatSymbolType type,
             GPtrArray *names)
{
  const int32_t n = MIN (udat_countSymbols (format, type), MAX_NAMES);

  for (int32_t i = source->first; i < n; i++)
    {
      UChar buffer[MAX_TEXT];
      UErrorCode status = U_ZERO_ERROR;
      int32_t length = udat_getSymbols (format, type, i, buffer, MAX_TEXT, &status);
      char *name = U_SUCCESS (status) ? to_utf8 (buffer, length) : NULL;

      if (name != NULL && *name != '\0')
        add_name (names, get_place (source, i), name);
      else
        g_free (name);
    }
}

static gboolean
is_used (const Source *source, const char *locale)
{
  g_auto (GStrv) languages =
      g_strsplit (source->languages != NULL ? source->languages : "", " ", -1);
  g_autofree char *language = g_strndup (locale, strcspn (locale, "_"));

  return source->languages == NULL ||
         g_strv_contains ((const char *const *) languages, language);
}

static void
add_source (const char *locale, const Source *source, GPtrArray *names)
{
  g_autofree char *name = g_strdup_printf ("%s@calendar=%s", locale, source->calendar);
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_LONG, UDAT_LONG, name, NULL, 0, NULL, 0, &status);

  if (U_FAILURE (status))
    return;
  for (guint i = 0; i < source->n_types; i++)
    add_symbols (format, source, source->types[i], names);
  udat_close (format);
}

void
dtl_plain_names_add (const char *locale, DtlPlainName kind, GPtrArray *ret_names)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i].kind == kind && is_used (&sources[i], locale))
      add_source (locale, &sources[i], ret_names);
}

/* "y. 'gada' d. MMMM" without what is quoted. */
static void
drop_quoted (char *pattern)
{
  gboolean quoted = FALSE;
  char *to = pattern;

  for (const char *from = pattern; *from != '\0'; from++)
    if (*from == '\'')
      quoted = !quoted;
    else if (!quoted)
      *to++ = *from;
  *to = '\0';
}

char *
dtl_plain_names_dup_pattern (const char *locale, const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *name = g_strdup_printf ("%s@calendar=gregorian", locale);
  UDateTimePatternGenerator *generator = udatpg_open (name, &status);
  UChar wanted[MAX_TEXT], pattern[MAX_TEXT];
  int32_t length = 0;
  char *text;

  u_uastrncpy (wanted, skeleton, MAX_TEXT);
  if (U_SUCCESS (status))
    length = udatpg_getBestPattern (generator, wanted, -1, pattern, MAX_TEXT, &status);
  udatpg_close (generator);
  text = U_SUCCESS (status) ? to_utf8 (pattern, length) : NULL;
  if (text == NULL)
    return g_strdup ("d/M/y");
  drop_quoted (text);
  return text;
}
