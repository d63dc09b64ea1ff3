/* Days that are called by a name. The Romans counted down to the Kalends (1st),
 * the Nones and the Ides of a month, both ends included; in a leap year the
 * sixth before the Kalends of March came twice. The years of the Republic ended
 * with days of feast; a day of the Maya is its count. */

#include "time/labels/dtl-label-calendar.h"
#include "time/labels/dtl-label-words.h"

#include "time/calendars/dtl-calendar-private.h"

/* Of the months as adjectives of "Kalendae", "Nonae", "Idus": the day itself is
 * said in the ablative, the days before it in the accusative. */
static const struct {
  const char *on;
  const char *before;
} roman_months[] = {
  { "Ianuariis", "Ianuarias" },
  { "Februariis", "Februarias" },
  { "Martiis", "Martias" },
  { "Aprilibus", "Apriles" },
  { "Maiis", "Maias" },
  { "Iuniis", "Iunias" },
  { "Iuliis", "Iulias" },
  { "Augustis", "Augustas" },
  { "Septembribus", "Septembres" },
  { "Octobribus", "Octobres" },
  { "Novembribus", "Novembres" },
  { "Decembribus", "Decembres" },
};

typedef enum {
  FEAST_KALENDS,
  FEAST_NONES,
  FEAST_IDES,
} Feast;

static const struct {
  const char *on;
  const char *before;
} feasts[] = {
  [FEAST_KALENDS] = { "Kalendis", "Kalendas" },
  [FEAST_NONES] = { "Nonis", "Nonas" },
  [FEAST_IDES] = { "Idibus", "Idus" },
};

/* March, May, July and October have their Ides on the 15th, others on the 13th;
 * the Nones are eight days before. */
static int
get_ides (int month)
{
  return month == 3 || month == 5 || month == 7 || month == 10 ? 15 : 13;
}

/* The next feast from a day on, and how many days it is until it, itself
 * counted: 1 on the feast, 2 on the eve. */
static Feast
find_feast (const DtlCalendarDate *date, int month_length, int *ret_count)
{
  int ides = get_ides (date->month);

  if (date->day <= 1)
    {
      *ret_count = 1;
      return FEAST_KALENDS;
    }
  if (date->day <= ides)
    {
      Feast feast = date->day <= ides - 8 ? FEAST_NONES : FEAST_IDES;

      *ret_count = (feast == FEAST_NONES ? ides - 8 : ides) - date->day + 1;
      return feast;
    }
  *ret_count = month_length - date->day + 2;
  return FEAST_KALENDS;
}

gboolean
dtl_label_name_roman_day (const DtlCalendarDate *date, char *buffer, gsize size)
{
  const gint64 first_year = 753; /* AUC of the astronomical year 0 */
  int length = dtl_julian_get_month_length (date->year - first_year, date->month);
  gboolean leap = date->month == 2 && length == 29;
  /* Counted as if there were no 25 February, which is the sixth again. */
  gboolean again = leap && date->day == 25;
  DtlCalendarDate plain = *date;
  int count, month;
  Feast feast;
  g_autoptr (GString) numeral = g_string_new (NULL);

  if (leap && date->day >= 25)
    plain.day--;
  feast = find_feast (&plain, leap ? 28 : length, &count);
  month = feast == FEAST_KALENDS && date->day > 1 ? date->month % 12 : date->month - 1;
  if (count > 2)
    dtl_label_words_append_roman (numeral, count);

  if (count == 1)
    g_snprintf (buffer, size, "%s %s", feasts[feast].on, roman_months[month].on);
  else if (count == 2)
    g_snprintf (buffer, size, "pridie %s %s", feasts[feast].before,
                roman_months[month].before);
  else
    g_snprintf (buffer, size, "a.d. %s%s %s %s", again ? "bis " : "", numeral->str,
                feasts[feast].before, roman_months[month].before);
  return TRUE;
}

gboolean
dtl_label_name_republican_day (const DtlCalendarDate *date, char *buffer, gsize size)
{
  static const char *const names[] = { "Fête de la Vertu",     "Fête du Génie",
                                       "Fête du Travail",      "Fête de l’Opinion",
                                       "Fête des Récompenses", "Fête de la Révolution" };

  if (date->month < 13 || date->day > (int) G_N_ELEMENTS (names))
    return FALSE;
  g_strlcpy (buffer, names[date->day - 1], size);
  return TRUE;
}

/* "13.0.8.9.10": baktun, katun, tun, uinal, kin; what is finer than the unit is
 * an x. */
void
dtl_label_name_maya_day (const DtlCalendarDate *date,
                         DtlLabelUnit unit,
                         char *buffer,
                         gsize size)
{
  int tuns = (int) date->year;
  g_autofree char *tun =
      g_strdup_printf ("%d.%d.%d", tuns / 400, tuns / 20 % 20, tuns % 20);

  if (unit == DTL_LABEL_DAYS)
    g_snprintf (buffer, size, "%s.%d.%d", tun, date->month, date->day);
  else if (unit == DTL_LABEL_MONTHS)
    g_snprintf (buffer, size, "%s.%d.x", tun, date->month);
  else
    g_snprintf (buffer, size, "%s.x.x", tun);
}
