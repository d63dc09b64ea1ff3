#include "time/labels/dtl-label-words.h"

#include <string.h>

/* "the first" to "the twenty-first", as "century" (masculine) and "millennium"
 * (feminine) want it. */
static const char *const arabic_masculine[] = {
  "الأول",      "الثاني",     "الثالث",          "الرابع",     "الخامس",     "السادس",
  "السابع",     "الثامن",     "التاسع",          "العاشر",     "الحادي عشر", "الثاني عشر",
  "الثالث عشر", "الرابع عشر", "الخامس عشر",      "السادس عشر", "السابع عشر", "الثامن عشر",
  "التاسع عشر", "العشرين",    "الحادي والعشرين",
};

static const char *const arabic_feminine[] = {
  "الأولى",  "الثانية", "الثالثة", "الرابعة", "الخامسة",
  "السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة",
};

/* "the first decade of", "the tens of" … "the nineties of". */
static const char *const arabic_tens[] = {
  "العقد الأول من", "عشرات",   "عشرينيات", "ثلاثينيات", "أربعينيات",
  "خمسينيات",       "ستينيات", "سبعينيات", "ثمانينيات", "تسعينيات",
};

const DtlLabelWords *
dtl_label_words_get (const char *language)
{
  const DtlLabelWords *words = dtl_label_words;

  while (*words->language != '\0' && strcmp (words->language, language) != 0)
    words++;
  return words;
}

void
dtl_label_words_fill (GString *text,
                      const char *pattern,
                      const char *first,
                      const char *second)
{
  for (const char *p = pattern; *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, "{0}") || g_str_has_prefix (p, "{1}"))
        {
          g_string_append (text, p[1] == '0' ? first : second);
          p += 2;
        }
      else
        g_string_append_c (text, *p);
    }
}

void
dtl_label_words_append_roman (GString *text, int number)
{
  static const struct {
    int value;
    const char *digits;
  } romans[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
    { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
    { 5, "V" },    { 4, "IV" },   { 1, "I" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (romans); i++)
    for (; number >= romans[i].value; number -= romans[i].value)
      g_string_append (text, romans[i].digits);
}

static const char *
get_english_suffix (int number)
{
  static const char *const suffixes[] = { "th", "st", "nd", "rd" };

  if (number % 100 / 10 == 1 || number % 10 > 3)
    return suffixes[0];
  return suffixes[number % 10];
}

void
dtl_label_words_append_ordinal (GString *text,
                                const DtlLabelWords *words,
                                int number,
                                gboolean feminine)
{
  DtlOrdinalStyle style = words->ordinal;
  const char *const *arabic = feminine ? arabic_feminine : arabic_masculine;
  guint n_arabic =
      feminine ? G_N_ELEMENTS (arabic_feminine) : G_N_ELEMENTS (arabic_masculine);

  if (style == DTL_ORDINAL_ARABIC && (guint) number <= n_arabic)
    {
      g_string_append (text, arabic[number - 1]);
      return;
    }
  /* Nobody reads Roman thousands. */
  if ((style == DTL_ORDINAL_ROMAN || style == DTL_ORDINAL_FRENCH) && number < 1000)
    dtl_label_words_append_roman (text, number);
  else
    g_string_append_printf (text, "%d", number);

  if (style == DTL_ORDINAL_ENGLISH)
    g_string_append (text, get_english_suffix (number));
  else if (style == DTL_ORDINAL_FRENCH)
    g_string_append (text, number > 1 ? "e" : "er");
}

void
dtl_label_words_append_decade (GString *text, const DtlLabelWords *words, int year)
{
  int tens = year % 100 / 10;
  int century = year / 100 + 1;

  if (words->ordinal != DTL_ORDINAL_ARABIC ||
      (guint) century > G_N_ELEMENTS (arabic_masculine))
    {
      g_string_append_printf (text, "%d", year);
      return;
    }
  g_string_append (text, arabic_tens[tens]);
  g_string_append (text, " القرن ");
  g_string_append (text, arabic_masculine[century - 1]);
}
