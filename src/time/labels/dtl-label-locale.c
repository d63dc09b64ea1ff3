#include "time/labels/dtl-label-locale.h"

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
 * day before month, and the calendar is always asked for: Thai and Persian
 * locales would count their own years. Of other wishes in the tag only that for
 * digits is heard. */
static char *
make_locale_name (const char *language, DtlCalendar calendar)
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
  return g_strconcat (base, "@calendar=", dtl_label_calendars[calendar].keyword, numbers,
                      NULL);
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
      if (!dtl_label_calendar_is_foreign (locale->calendar) && skeletons[i] != NULL &&
          skeletons[i][0] == 'y')
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
read_months (UDateFormat *format, UDateFormatSymbolType type, char **names)
{
  int n = MIN (udat_countSymbols (format, type), DTL_PATTERN_MAX_MONTHS);

  for (int i = 0; i < n; i++)
    names[i] = read_symbol (format, type, i);
}

/* ICU counts more eras of Japan, and one before the Incarnation; those that are
 * in use here are its last. */
static void
read_eras (DtlLabelLocale *locale, UDateFormat *format)
{
  int n_theirs = udat_countSymbols (format, UDAT_ERAS);
  guint n_ours = 1;

  if (locale->calendar == DTL_CALENDAR_JAPANESE)
    dtl_japanese_get_eras (&n_ours);
  else if (!dtl_label_calendar_is_foreign (locale->calendar))
    n_ours = 2;
  for (int i = 0; i < (int) n_ours && i < DTL_LABEL_MAX_ERAS; i++)
    locale->eras[i] =
        read_symbol (format, UDAT_ERAS, MAX (n_theirs - (int) n_ours, 0) + i);
}

static void
read_cycle (DtlPatternNames *names, UDateFormat *format)
{
  int n = udat_countSymbols (format, UDAT_CYCLIC_YEARS_ABBREVIATED);

  for (int i = 0; i < MIN (n, DTL_PATTERN_CYCLE); i++)
    names->cycle[i] = read_symbol (format, UDAT_CYCLIC_YEARS_ABBREVIATED, i);
}

static void
read_names (DtlLabelLocale *locale, const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  DtlPatternNames *names = &locale->names;
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_LONG, name, NULL, 0, NULL, 0, &status);

  if (U_FAILURE (status))
    g_error ("ICU has no date names: %s", u_errorName (status));

  read_months (format, UDAT_MONTHS, names->months);
  read_months (format, UDAT_SHORT_MONTHS, names->short_months);
  read_months (format, UDAT_STANDALONE_MONTHS, names->standalone_months);
  read_months (format, UDAT_STANDALONE_SHORT_MONTHS, names->standalone_short_months);
  read_eras (locale, format);
  read_cycle (names, format);
  for (int i = 0; i < 2; i++)
    names->half_days[i] = read_symbol (format, UDAT_AM_PMS, i);
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

/* The first subtag of a locale name. Caller frees. */
static char *
dup_language (const char *name)
{
  char subtag[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  uloc_getLanguage (name, subtag, sizeof subtag, &status);
  return g_strdup (U_FAILURE (status) ? "en" : subtag);
}

/* Where ICU has no name it has a number: "M01", "1", "ERA1". */
static gboolean
is_placeholder (const char *name)
{
  gsize prefix = name == NULL ? 0 : strspn (name, "MERA");

  return name == NULL || strspn (name + prefix, "0123456789") == strlen (name + prefix);
}

static void
set_months (DtlPatternNames *names, const char *const *months)
{
  char **const lists[] = { names->months, names->short_months, names->standalone_months,
                           names->standalone_short_months };

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (int i = 0; i < 13; i++)
      {
        g_free (lists[list][i]);
        lists[list][i] = g_strdup (months[i]);
      }
}

/* Whether the names of the keyword are those of another calendar. */
static gboolean
has_own_names (DtlCalendar calendar)
{
  return calendar == DTL_CALENDAR_FRENCH_REPUBLICAN ||
         calendar == DTL_CALENDAR_ARMENIAN || calendar == DTL_CALENDAR_ROMAN ||
         calendar == DTL_CALENDAR_DANGUN;
}

static void
set_own_names (DtlLabelLocale *locale, const char *language)
{
  DtlPatternNames *names = &locale->names;
  DtlCalendar calendar = locale->calendar;
  const char *const *months = dtl_label_calendar_find_months (calendar, language);
  const char *era = dtl_label_calendar_find_text (dtl_label_eras, calendar, language);

  if (months != NULL && (has_own_names (calendar) || is_placeholder (names->months[0])))
    set_months (names, months);
  /* ICU has wrong eras of the Martyrs: "after Christ". */
  if (era != NULL && (has_own_names (calendar) || calendar == DTL_CALENDAR_COPTIC ||
                      is_placeholder (locale->eras[0])))
    {
      g_free (locale->eras[0]);
      locale->eras[0] = g_strdup (era);
    }
  if (calendar == DTL_CALENDAR_HEBREW)
    names->variant = g_steal_pointer (&names->months[13]);
  else if (calendar == DTL_CALENDAR_CHINESE || calendar == DTL_CALENDAR_KOREAN)
    names->variant =
        g_strdup (dtl_label_calendar_find_text (dtl_label_leap_months,
                                                DTL_CALENDAR_CHINESE, language));
}

static void
set_own_pattern (DtlLabelLocale *locale, DtlSkeleton skeleton, const char *pattern)
{
  if (pattern == NULL)
    return;
  dtl_pattern_free (locale->plain[skeleton]);
  locale->plain[skeleton] = dtl_pattern_new (pattern);
}

static void
set_own_patterns (DtlLabelLocale *locale, const char *language)
{
  const DtlLabelCalendarPatterns *own =
      dtl_label_calendar_find_patterns (locale->calendar, language);

  if (own == NULL)
    return;
  set_own_pattern (locale, DTL_SKELETON_YEAR, own->year);
  set_own_pattern (locale, DTL_SKELETON_YEAR_MONTH, own->year_month);
  set_own_pattern (locale, DTL_SKELETON_YEAR_MONTH_DAY, own->year_month_day);
  set_own_pattern (locale, DTL_SKELETON_MONTH_DAY, own->month_day);
  locale->names.roman_years = own->roman_years;
}

static DtlLabelLocale *
read_locale (const char *language, DtlCalendar calendar)
{
  DtlLabelLocale *locale = g_new0 (DtlLabelLocale, 1);
  g_autofree char *name = make_locale_name (language, calendar);
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (name, &status);
  g_autofree char *subtag = dup_language (name);
  int32_t length;
  const UChar *date_time;

  if (U_FAILURE (status))
    g_error ("ICU has no date patterns: %s", u_errorName (status));

  locale->calendar = calendar;
  read_patterns (locale, generator);
  set_own_patterns (locale, subtag);
  locale->order = dtl_pattern_get_order (locale->plain[DTL_SKELETON_YEAR_MONTH_DAY]);
  locale->era_leads = dtl_pattern_begins_with_era (locale->plain[DTL_SKELETON_YEAR]);
  date_time = udatpg_getDateTimeFormat (generator, &length);
  locale->date_time = convert_text (date_time, length);
  udatpg_close (generator);
  read_names (locale, name);
  set_own_names (locale, subtag);
  read_digits (&locale->names, name);
  locale->words = dtl_label_words_get (subtag);
  return locale;
}

const DtlLabelLocale *
dtl_label_locale_get (const char *language, DtlCalendar calendar)
{
  static GMutex mutex;
  static GHashTable *locales[DTL_N_CALENDARS]; /* tag to DtlLabelLocale */
  DtlLabelLocale *locale;

  if (language == NULL || *language == '\0')
    language = "en";
  if (!dtl_label_calendar_is_foreign (calendar))
    calendar = DTL_CALENDAR_HISTORICAL;
  g_mutex_lock (&mutex);
  if (locales[calendar] == NULL)
    locales[calendar] = g_hash_table_new (g_str_hash, g_str_equal);
  locale = g_hash_table_lookup (locales[calendar], language);
  if (locale == NULL)
    {
      locale = read_locale (language, calendar);
      g_hash_table_insert (locales[calendar], g_strdup (language), locale);
    }
  g_mutex_unlock (&mutex);
  return locale;
}

/* A day with a name of its own stands where the month alone would. */
static DtlSkeleton
choose_skeleton (DtlSkeleton skeleton, const DtlPatternFields *fields)
{
  if (fields->day_name[0] == '\0')
    return skeleton;
  if (skeleton == DTL_SKELETON_YEAR_MONTH_DAY)
    return DTL_SKELETON_YEAR_MONTH;
  if (skeleton == DTL_SKELETON_MONTH_DAY || skeleton == DTL_SKELETON_DAY)
    return DTL_SKELETON_MONTH;
  return skeleton;
}

void
dtl_label_locale_append (const DtlLabelLocale *locale,
                         DtlSkeleton skeleton,
                         const DtlPatternFields *fields,
                         GString *text)
{
  DtlSkeleton shown = choose_skeleton (skeleton, fields);
  gboolean with_era = fields->era != NULL && locale->with_era[shown] != NULL;

  dtl_pattern_append (with_era ? locale->with_era[shown] : locale->plain[shown],
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

static void
set_historical_date (const DtlLabelLocale *locale,
                     const DtlCalendarDate *date,
                     gboolean common_era,
                     DtlPatternFields *fields)
{
  gboolean bc = date->year <= 0;

  fields->year = bc ? 1 - date->year : date->year;
  fields->month = date->month;
  fields->day = date->day;
  fields->era =
      date->year < FIRST_YEAR_WITHOUT_ERA ? choose_era (locale, bc, common_era) : NULL;
  fields->era_first = !bc && !common_era && locale->words->ad_first;
}

static DtlLabelUnit
get_unit (DtlSkeleton skeleton)
{
  switch (skeleton)
    {
    case DTL_SKELETON_YEAR:
      return DTL_LABEL_YEARS;
    case DTL_SKELETON_MONTH:
    case DTL_SKELETON_SHORT_MONTH:
    case DTL_SKELETON_YEAR_MONTH:
    case DTL_SKELETON_YEAR_SHORT_MONTH:
      return DTL_LABEL_MONTHS;
    default:
      return DTL_LABEL_DAYS;
    }
}

void
dtl_label_locale_set_date (const DtlLabelLocale *locale,
                           const DtlCalendarDate *date,
                           DtlSkeleton skeleton,
                           gboolean common_era,
                           DtlPatternFields *fields)
{
  if (!dtl_label_calendar_is_foreign (locale->calendar))
    {
      set_historical_date (locale, date, common_era, fields);
      return;
    }
  fields->year = date->year;
  fields->era = locale->eras[CLAMP (date->era, 0, DTL_LABEL_MAX_ERAS - 1)];
  dtl_label_calendar_set_day (locale->calendar, date, get_unit (skeleton), fields);
}
