#include "config.h"

#include "article/dtl-month-names.h"

#include "article/dtl-month-names-data.h"

#include <stdlib.h>
#include <string.h>

/* The longest name has 24 bytes. */
#define MAX_NAME_BYTES 40

static const char *const weekdays[] = {
  "monday",      "tuesday",       "wednesday",   "thursday",     "friday",
  "saturday",    "sunday",        "montag",      "dienstag",     "mittwoch",
  "donnerstag",  "freitag",       "samstag",     "sonnabend",    "sonntag",
  "lundi",       "mardi",         "mercredi",    "jeudi",        "vendredi",
  "samedi",      "dimanche",      "lunes",       "martes",       "miércoles",
  "jueves",      "viernes",       "sábado",      "domingo",      "lunedì",
  "martedì",     "mercoledì",     "giovedì",     "venerdì",      "sabato",
  "domenica",    "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira",
  "sexta-feira", "maandag",       "dinsdag",     "woensdag",     "donderdag",
  "vrijdag",     "zaterdag",      "zondag",      "senin",        "selasa",
  "rabu",        "kamis",         "jumat",       "sabtu",        "minggu",
};

static const char *const short_weekdays[] = {
  "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri",
  "sat", "sun", "mo",   "di",  "mi",   "do",  "fr",   "sa",    "so",
};

/* Lower case without the stop, in @ret_name; FALSE where it cannot be a name. */
static gboolean
fold_name (const char *word, gsize length, char *ret_name)
{
  gsize n = 0;

  if (length > 0 && word[length - 1] == '.')
    length--;
  if (length == 0 || length > MAX_NAME_BYTES - 8)
    return FALSE;
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      if (n > MAX_NAME_BYTES - 8)
        return FALSE;
      if ((guchar) *p < 0x80)
        ret_name[n++] = g_ascii_tolower (*p);
      else
        n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (p)),
                                        ret_name + n);
    }
  ret_name[n] = '\0';
  return TRUE;
}

static int
compare_month_names (gconstpointer key, gconstpointer row)
{
  return strcmp (key, ((const DtlMonthName *) row)->name);
}

int
dtl_month_from_name (const char *word, gsize length)
{
  char name[MAX_NAME_BYTES];
  const DtlMonthName *found;

  if (!fold_name (word, length, name))
    return 0;
  found = bsearch (name, month_names, G_N_ELEMENTS (month_names), sizeof month_names[0],
                   compare_month_names);
  return found != NULL ? found->month : 0;
}

gsize
dtl_weekday_at_end (const char *word, gsize length)
{
  char name[MAX_NAME_BYTES];

  if (!fold_name (word, length, name))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (short_weekdays); i++)
    if (strcmp (name, short_weekdays[i]) == 0)
      return length;
  for (gsize i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (strcmp (name, weekdays[i]) == 0)
      return length;
    else if (g_str_has_suffix (name, weekdays[i]) &&
             g_ascii_isupper (word[length - strlen (weekdays[i])]))
      return strlen (weekdays[i]);
  return 0;
}
