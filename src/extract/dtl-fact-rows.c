#include "extract/dtl-fact-rows.h"

#include <string.h>

#define MAX_SUBJECT 40 /* characters */
#define MAX_LABEL 24

/* What a label of a year has in it, in the languages of big wikis; folded. Rows
 * with a whole date need none of them. */
static const char *const words_of_time[] = {
  "date",    "year",   "found",   "establ", "built",   "erect",   "open",    "complet",
  "born",    "birth",  "died",    "death",  "start",   "begin",   "end",     "releas",
  "launch",  "creat",  "introdu", "incorp", "dissol",  "clos",    "demol",   "inaug",
  "publish", "discov", "active",  "reign",  "formed",  "since",   "constru", "commission",
  "datum",   "jahr",   "gründ",   "erbau",  "baujahr", "eröff",   "gebor",   "gebur",
  "gestor",  "inici",  "année",   "fond",   "créa",    "naiss",   "décès",   "mort",
  "ouvert",  "fecha",  "año",     "funda",  "naci",    "falle",   "apert",   "data",
  "anno",    "nasc",   "costru",  "ano",    "jaar",    "opger",   "rok",     "рожд",
  "смерт",   "дата",   "год",     "основ",  "tahun",   "tanggal", "lahir",   "didirikan",
  "年",      "연도",   "설립",    "تاريخ",  "سنة"
};

static gsize
measure_label (const char *row, gsize length)
{
  const char *colon = memchr (row, ':', length);

  return colon != NULL ? (gsize) (colon - row) : 0;
}

/* The first @most characters, at a space where there is one. */
static char *
shorten (const char *text, gsize length, glong most)
{
  g_autofree char *whole = g_strndup (text, length);
  g_autofree char *cut = NULL;
  char *space;

  if (g_utf8_strlen (whole, -1) <= most)
    return g_steal_pointer (&whole);
  cut = g_utf8_substring (whole, 0, most);
  space = strrchr (cut, ' ');
  if (space != NULL && space > cut + strlen (cut) / 2)
    *space = '\0';
  return g_strconcat (cut, "…", NULL);
}

char *
dtl_fact_row_make_title (const char *subject, const char *row, gsize length)
{
  g_autofree char *label = shorten (row, measure_label (row, length), MAX_LABEL);
  g_autofree char *name =
      subject != NULL ? shorten (subject, strlen (subject), MAX_SUBJECT) : NULL;

  if (name == NULL)
    return g_steal_pointer (&label);
  return g_strconcat (name, ": ", label, NULL);
}

static gboolean
is_labelled_as_time (const char *row, gsize length)
{
  g_autofree char *label = g_utf8_casefold (row, (gssize) measure_label (row, length));

  for (gsize i = 0; i < G_N_ELEMENTS (words_of_time); i++)
    if (strstr (label, words_of_time[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_number (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* "(", "–", ";": what stands behind a year that is the value, or a part of it. */
static gboolean
is_set_off (const char *row, gsize length, gsize end)
{
  static const char *const marks[] = { "(", ")", "–", "—", ";", "[" };

  while (end < length && row[end] == ' ')
    end++;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length - end >= strlen (marks[i]) &&
        memcmp (row + end, marks[i], strlen (marks[i])) == 0)
      return TRUE;
  return FALSE;
}

gboolean
dtl_fact_row_tells_date (const char *row, gsize length, gsize start, gsize end)
{
  gsize label = measure_label (row, length);

  if (label == 0 || start <= label)
    return FALSE;
  if (!is_number (row + start, end - start))
    return TRUE;
  return is_labelled_as_time (row, length) || is_set_off (row, length, end);
}
