#include "config.h"

#include "base/dtl-fold.h"

/* Letters that Unicode does not take apart, though people type the plain ones. */
typedef struct {
  gunichar letter;
  const char *plain;
} PlainForm;

static const PlainForm plain_forms[] = {
  { 0x00df, "ss" },                         /* sharp s */
  { 0x00e6, "ae" },       { 0x00f0, "d" },  /* eth */
  { 0x00f8, "o" },        { 0x00fe, "th" }, /* thorn */
  { 0x0111, "d" },        { 0x0131, "i" },  /* without a dot */
  { 0x0142, "l" },        { 0x0153, "oe" },
  { 0x03c2, "\317\203" }, /* sigma at the end of a word */
};

/* By combining class: Hebrew and Arabic points, and whatever sits above, below
 * or on a letter. Kana's voicing and the vowel signs and tones of Asian
 * scripts are no accents. */
static gboolean
is_accent (gunichar c)
{
  int class = g_unichar_combining_class (c);

  return (class >= 10 && class <= 36) || (class >= 200 && class <= 240);
}

static void
append_letter (GString *folded, gunichar c)
{
  gunichar letter = g_unichar_tolower (c);

  if (is_accent (letter))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (plain_forms); i++)
    if (plain_forms[i].letter == letter)
      {
        g_string_append (folded, plain_forms[i].plain);
        return;
      }
  g_string_append_unichar (folded, letter);
}

static void
append_decomposed (GString *folded, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    append_letter (folded, parts[i]);
}

/* g_ascii_tolower() is a call into another library, for every letter. */
static char
lower_ascii (char c)
{
  return (char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* Appends what is ASCII at the start of @text, most of most texts, at once.
 * Returns where that ends. */
static const char *
append_ascii (GString *folded, const char *text, const char *end)
{
  gsize length = folded->len;
  char *to;

  g_string_set_size (folded, length + (gsize) (end - text));
  for (to = folded->str + length; text < end && (guchar) *text < 0x80; text++)
    *to++ = lower_ascii (*text);
  g_string_truncate (folded, (gsize) (to - folded->str));
  return text;
}

void
dtl_fold_append (GString *folded, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    if ((guchar) *text < 0x80)
      text = append_ascii (folded, text, end);
    else
      {
        append_decomposed (folded, g_utf8_get_char (text));
        text = g_utf8_next_char (text);
      }
}
