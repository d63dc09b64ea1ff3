#include "layout/dtl-letter-widths.h"

#include <string.h>

/* Kerning widens a line by less, and pixels of single lines are rounded. */
#define SLACK 1.015
#define ROUNDING 2

/* A letter is measured in a row of its kind, for a part of a pixel. */
#define IN_A_ROW 16

/* Latin, Greek and Cyrillic, of which nearly all titles are. */
#define N_COMMON 0x530

struct _DtlLetterWidths {
  const DtlMeasure *measure;
  guint16 common[DTL_N_FONTS][N_COMMON]; /* 1/64 pixels; 0 where unknown */
  GHashTable *others[DTL_N_FONTS];       /* letter to the same */
};

DtlLetterWidths *
dtl_letter_widths_new (const DtlMeasure *measure)
{
  DtlLetterWidths *widths = g_new0 (DtlLetterWidths, 1);

  widths->measure = measure;
  for (int font = 0; font < DTL_N_FONTS; font++)
    widths->others[font] = g_hash_table_new (NULL, NULL);
  return widths;
}

void
dtl_letter_widths_free (DtlLetterWidths *widths)
{
  for (int font = 0; font < DTL_N_FONTS; font++)
    g_hash_table_unref (widths->others[font]);
  g_free (widths);
}

void
dtl_letter_widths_clear (DtlLetterWidths *widths)
{
  memset (widths->common, 0, sizeof widths->common);
  for (int font = 0; font < DTL_N_FONTS; font++)
    g_hash_table_remove_all (widths->others[font]);
}

/* Latin, Greek and Cyrillic, general punctuation, and the wide letters of
 * East Asia. */
static gboolean
stands_alone (gunichar letter)
{
  return (letter >= 0x20 && letter < 0x300) || (letter >= 0x370 && letter < 0x530) ||
         (letter >= 0x1e00 && letter < 0x2000) || (letter >= 0x2010 && letter < 0x2027) ||
         (letter >= 0x3000 && letter < 0xa000) || (letter >= 0xac00 && letter < 0xd7a4);
}

static double
measure_text (const DtlLetterWidths *widths, DtlFont font, const char *text)
{
  double width, height;

  widths->measure->text_size (widths->measure->data, font, text, &width, &height);
  return width;
}

/* 1/64 pixels. */
static guint
measure_letter (const DtlLetterWidths *widths, DtlFont font, gunichar letter)
{
  char text[IN_A_ROW * 6 + 1];
  gsize length = (gsize) g_unichar_to_utf8 (letter, text);

  for (gsize i = 1; i < IN_A_ROW; i++)
    memcpy (text + i * length, text, length);
  text[IN_A_ROW * length] = '\0';
  return (guint) (measure_text (widths, font, text) * 64 / IN_A_ROW + 1);
}

static guint
look_up (DtlLetterWidths *widths, DtlFont font, gunichar letter)
{
  gpointer key = GUINT_TO_POINTER (letter), found;

  if (!g_hash_table_lookup_extended (widths->others[font], key, NULL, &found))
    {
      found = GUINT_TO_POINTER (measure_letter (widths, font, letter));
      g_hash_table_insert (widths->others[font], key, found);
    }
  return GPOINTER_TO_UINT (found);
}

static guint
get_letter (DtlLetterWidths *widths, DtlFont font, gunichar letter)
{
  guint16 *known;

  if (letter >= N_COMMON)
    return look_up (widths, font, letter);

  known = &widths->common[font][letter];
  if (*known == 0)
    *known = (guint16) MIN (measure_letter (widths, font, letter), G_MAXUINT16);
  return *known;
}

double
dtl_letter_widths_sum (DtlLetterWidths *widths, DtlFont font, const char *text)
{
  guint64 sum = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!stands_alone (letter))
        return measure_text (widths, font, text);
      sum += get_letter (widths, font, letter);
    }
  return (double) sum / 64 * SLACK + ROUNDING;
}
