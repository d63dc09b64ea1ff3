#include "render/dtl-text-fit.h"

#include <string.h>

#define ELLIPSIS "…"
#define ZERO_WIDTH_JOINER 0x200d

/* No screen is so wide that more letters fit; it bounds the work on a title of
 * 100,000. */
#define MOST_LETTERS 1024

static gboolean
is_allowed (gunichar letter)
{
  return letter >= 0x20 && !(letter >= 0x7f && letter < 0xa0) && letter != 0xfffe &&
         letter != 0xffff;
}

static gboolean
is_plain (const char *text)
{
  while (*text >= ' ' && *text <= '~')
    text++;
  return *text == '\0';
}

static gboolean
is_clean (const char *text)
{
  const char *end;

  if (is_plain (text))
    return TRUE;
  if (!g_utf8_validate (text, -1, &end))
    return FALSE;
  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    if (!is_allowed (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

const char *
dtl_text_clean (const char *text, char **ret_copy)
{
  g_autofree char *valid = NULL;
  GString *clean;

  *ret_copy = NULL;
  if (is_clean (text))
    return text;

  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '\n' || letter == '\t' || letter == '\r')
        letter = ' ';
      g_string_append_unichar (clean, is_allowed (letter) ? letter : 0xfffd);
    }
  *ret_copy = g_string_free (clean, FALSE);
  return *ret_copy;
}

/* What belongs to the letter before it: accents, joiners and what they join,
 * skin tones. */
static gboolean
continues_letter (gunichar letter, gunichar before)
{
  return before == ZERO_WIDTH_JOINER || g_unichar_iszerowidth (letter) ||
         g_unichar_ismark (letter) || (letter >= 0x1f3fb && letter <= 0x1f3ff);
}

/* Byte offsets at which @text may be cut, rising, the first one 0. */
static GArray *
list_cuts (const char *text)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (gsize));
  gunichar before = 0;

  for (const char *at = text; *at != '\0' && cuts->len < MOST_LETTERS;
       at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gsize offset = (gsize) (at - text);

      if (offset == 0 || !continues_letter (letter, before))
        g_array_append_val (cuts, offset);
      before = letter;
    }
  return cuts;
}

static char *
cut (const char *text, gsize length)
{
  while (length > 0 && text[length - 1] == ' ')
    length--;
  return g_strdup_printf ("%.*s" ELLIPSIS, (int) length, text);
}

static gboolean
fits (const char *text, DtlFont font, double width, const DtlMeasure *measure)
{
  double text_width, text_height;

  measure->text_size (measure->data, font, text, &text_width, &text_height);
  return text_width <= width;
}

char *
dtl_text_fit (const char *text, DtlFont font, double width, const DtlMeasure *measure)
{
  g_autoptr (GArray) cuts = list_cuts (text);
  guint fitting = 0, above = cuts->len; /* cuts[fitting] fits, if any does */

  while (fitting + 1 < above)
    {
      guint middle = (fitting + above) / 2;
      g_autofree char *tried = cut (text, g_array_index (cuts, gsize, middle));

      if (fits (tried, font, width, measure))
        fitting = middle;
      else
        above = middle;
    }
  if (fitting == 0 && !fits (ELLIPSIS, font, width, measure))
    return g_strdup ("");
  return cut (text, fitting == 0 ? 0 : g_array_index (cuts, gsize, fitting));
}

/* The blocks that Unicode keeps for scripts written from right to left. */
static gboolean
is_rtl_letter (gunichar letter)
{
  return (letter >= 0x0590 && letter <= 0x08ff) ||
         (letter >= 0xfb1d && letter <= 0xfdff) ||
         (letter >= 0xfe70 && letter <= 0xfefc) ||
         (letter >= 0x10800 && letter <= 0x10fff) ||
         (letter >= 0x1e800 && letter <= 0x1efff);
}

gboolean
dtl_text_is_rtl (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return is_rtl_letter (g_utf8_get_char (text));
  return FALSE;
}
