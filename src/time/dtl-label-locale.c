#include "time/dtl-label-locale.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumsys.h>

/* Years below this one show their era: "AD 79". */
#define FIRST_YEAR_WITHOUT_ERA 1000

#define MAX_TEXT 200

/* "numbers=latn" where the tag asks for digits that there are, else "". */
static void
read_numbers (const char *name, char *buffer, gsize size)
{
  char value[ULOC_KEYWORDS_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getKeywordValue (name, "numbers", value, sizeof value, &status);
  UNumberingSystem *system;

  buffer[0] = '\0';
  if (length <= 0 || U_FAILURE (status))
    return;
  system = unumsys_openByName (value, &status);
  if (U_FAILURE (status))
    return;
  unumsys_close (system);
  g_snprintf (buffer, size, ";numbers=%s", value);
}

/* Whether ICU has data for the language of a locale; for one that it does not
 * know it would take the language of the environment. */
static gboolean
is_known (const char *name)
{
  gsize length = strcspn (name, "_");

  for (int32_t i = 0; i < uloc_countAvailable (); i++)
    {
      const char *available = uloc_getAvailable (i);

      if (strncmp (available, name, length) == 0 && strcspn (available, "_") == length)
        return TRUE;
    }
  return FALSE;
}

/* A locale name of ICU. English without a country is the English of the world,
 * day before month, and the Gregorian calendar is always asked for: Thai and
 * Persian locales would count their own years. Of other wishes in the tag only
 * that for digits is heard. */
static char *
make_locale_name (const char *language)
{
  char name[ULOC_FULLNAME_CAPACITY], base[ULOC_FULLNAME_CAPACITY] = "", numbers[128] = "";
  UErrorCode status = U_ZERO_ERROR;
  int32_t parsed = 0;

  uloc_forLanguageTag (language, name, sizeof name, &parsed, &status);
  if (U_SUCCESS (status) && parsed > 0)
    {
      read_numbers (name, numbers, sizeof numbers);
      uloc_getBaseName (name, base, sizeof base, &status);
    }
  if (U_FAILURE (status) || strcmp (base, "en") == 0 || !is_known (base))
    strcpy (base, "en_GB");
  return g_strconcat (base, "@calendar=gregorian", numbers, NULL);
}

static char *
convert_text (const UChar *text, int32_t length)
{
  char *converted = g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);

  return converted != NULL ? converted : g_strdup ("");
}

static char *
find_pattern (UDateTimePatternGenerator *generator, const char *skeleton)
{
  UChar wide[32];
  UChar pattern[MAX_TEXT];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  for (gsize i = 0; i <= strlen (skeleton); i++)
    wide[i] = (UChar) skeleton[i];
  length = udatpg_getBestPattern (generator, wide, -1, pattern, MAX_TEXT, &status);
  if (U_FAILURE (status) || length >= MAX_TEXT)
    return g_strdup (skeleton);
  return convert_text (pattern, length);
}

/* An hour alone reads "10 h" where the locale would write a bare number. */
static char *
find_hour_pattern (UDateTimePatternGenerator *generator)
{
  char *pattern = find_pattern (generator, "j");

  if (strspn (pattern, "HkK") == strlen (pattern))
    {
      g_free (pattern);
      return g_strdup ("H 'h'");
    }
  return pattern;
}

/* Japanese and Chinese put "日" after a day and Korean "년" after a year even
 * alone, which is right in a label and kept. */
static void
read_patterns (DtlLabelLocale *locale, UDateTimePatternGenerator *generator)
{
  static const char *const skeletons[DTL_N_SKELETONS] = {
    [DTL_SKELETON_DAY] = "d",
    [DTL_SKELETON_MONTH] = "MMMM",
    [DTL_SKELETON_SHORT_MONTH] = "MMM",
    [DTL_SKELETON_SHORT_MONTH_DAY] = "MMMd",
    [DTL_SKELETON_MONTH_DAY] = "MMMMd",
    [DTL_SKELETON_YEAR] = "y",
    [DTL_SKELETON_YEAR_SHORT_MONTH] = "yMMM",
    [DTL_SKELETON_YEAR_MONTH] = "yMMMM",
    [DTL_SKELETON_YEAR_MONTH_DAY] = "yMMMMd",
    [DTL_SKELETON_MINUTE] = "jm",
    [DTL_SKELETON_SECOND] = "jms",
  };

  for (int i = 0; i < DTL_N_SKELETONS; i++)
    {
      g_autofree char *plain = skeletons[i] == NULL
                                   ? find_hour_pattern (generator)
                                   : find_pattern (generator, skeletons[i]);

      locale->plain[i] = dtl_pattern_new (plain);
      if (plain[0] != '\0' && skeletons[i] != NULL && skeletons[i][0] == 'y')
        {
          g_autofree char *skeleton = g_strconcat ("G", skeletons[i], NULL);
          g_autofree char *with_era = find_pattern (generator, skeleton);

          locale->with_era[i] = dtl_pattern_new (with_era);
        }
    }
}

static char *
read_symbol (UDateFormat *format, UDateFormatSymbolType type, int32_t index)
{
  UChar text[MAX_TEXT];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = udat_getSymbols (format, type, index, text, MAX_TEXT, &status);

  return U_FAILURE (status) ? g_strdup ("") : convert_text (text, MIN (length, MAX_TEXT));
}

static void
read_names (DtlLabelLocale *locale, const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  DtlPatternNames *names = &locale->names;
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_LONG, name, NULL, 0, NULL, 0, &status);

  if (U_FAILURE (status))
    g_error ("ICU has no date names: %s", u_errorName (status));

  for (int i = 0; i < 12; i++)
    {
      names->months[i] = read_symbol (format, UDAT_MONTHS, i);
      names->short_months[i] = read_symbol (format, UDAT_SHORT_MONTHS, i);
      names->standalone_months[i] = read_symbol (format, UDAT_STANDALONE_MONTHS, i);
      names->standalone_short_months[i] =
          read_symbol (format, UDAT_STANDALONE_SHORT_MONTHS, i);
    }
  for (int i = 0; i < 2; i++)
    {
      names->half_days[i] = read_symbol (format, UDAT_AM_PMS, i);
      locale->eras[i] = read_symbol (format, UDAT_ERAS, i);
    }
  udat_close (format);
}

static char *
read_number_symbol (UNumberFormat *format, UNumberFormatSymbol symbol)
{
  UChar text[MAX_TEXT];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = unum_getSymbol (format, symbol, text, MAX_TEXT, &status);

  return U_FAILURE (status) ? g_strdup ("") : convert_text (text, MIN (length, MAX_TEXT));
}

static void
read_digits (DtlPatternNames *names, const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open (UNUM_DECIMAL, NULL, 0, name, NULL, &status);
  g_autofree char *zero = NULL;

  if (U_FAILURE (status))
    g_error ("ICU has no digits: %s", u_errorName (status));

  zero = read_number_symbol (format, UNUM_ZERO_DIGIT_SYMBOL);
  names->zero = *zero == '\0' ? '0' : g_utf8_get_char (zero);
  names->grouping = read_number_symbol (format, UNUM_GROUPING_SEPARATOR_SYMBOL);
  names->decimal = read_number_symbol (format, UNUM_DECIMAL_SEPARATOR_SYMBOL);
  unum_close (format);
}

static const DtlLabelWords *
find_words (const char *name)
{
  char subtag[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  uloc_getLanguage (name, subtag, sizeof subtag, &status);
  return dtl_label_words_get (U_FAILURE (status) ? "en" : subtag);
}

static DtlLabelLocale *
read_locale (const char *language)
{
  DtlLabelLocale *locale = g_new0 (DtlLabelLocale, 1);
  g_autofree char *name = make_locale_name (language);
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (name, &status);
  int32_t length;
  const UChar *date_time;

  if (U_FAILURE (status))
    g_error ("ICU has no date patterns: %s", u_errorName (status));

  read_patterns (locale, generator);
  locale->order = dtl_pattern_get_order (locale->plain[DTL_SKELETON_YEAR_MONTH_DAY]);
  date_time = udatpg_getDateTimeFormat (generator, &length);
  locale->date_time = convert_text (date_time, length);
  udatpg_close (generator);
  read_names (locale, name);
  read_digits (&locale->names, name);
  locale->words = find_words (name);
  return locale;
}

const DtlLabelLocale *
dtl_label_locale_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *locales; /* tag to DtlLabelLocale */
  DtlLabelLocale *locale;

  if (language == NULL || *language == '\0')
    language = "en";
  g_mutex_lock (&mutex);
  if (locales == NULL)
    locales = g_hash_table_new (g_str_hash, g_str_equal);
  locale = g_hash_table_lookup (locales, language);
  if (locale == NULL)
    {
      locale = read_locale (language);
      g_hash_table_insert (locales, g_strdup (language), locale);
    }
  g_mutex_unlock (&mutex);
  return locale;
}

void
dtl_label_locale_append (const DtlLabelLocale *locale,
                         DtlSkeleton skeleton,
                         const DtlPatternFields *fields,
                         GString *text)
{
  gboolean with_era = fields->era != NULL && locale->with_era[skeleton] != NULL;

  dtl_pattern_append (with_era ? locale->with_era[skeleton] : locale->plain[skeleton],
                      &locale->names, fields, text);
}

static const char *
choose_era (const DtlLabelLocale *locale, gboolean bc, gboolean common_era)
{
  const DtlLabelWords *words = locale->words;

  if (words->bc == NULL)
    return locale->eras[bc ? 0 : 1];
  if (bc)
    return common_era ? words->bce : words->bc;
  return common_era ? words->ce : words->ad;
}

void
dtl_label_locale_set_year (const DtlLabelLocale *locale,
                           DtlPatternFields *fields,
                           gint64 year,
                           gboolean common_era)
{
  gboolean bc = year <= 0;

  fields->year = bc ? 1 - year : year;
  fields->era =
      year < FIRST_YEAR_WITHOUT_ERA ? choose_era (locale, bc, common_era) : NULL;
  fields->era_first = !bc && !common_era && locale->words->ad_first;
}
