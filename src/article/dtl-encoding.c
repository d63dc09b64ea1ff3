#include "config.h"

#include "article/dtl-encoding.h"

#include <errno.h>
#include <string.h>
#include <uchardet.h>

#define REPLACEMENT "\357\277\275"
/* How much of the text is looked at where all of it would tell no more. */
#define SAMPLE_BYTES (64 * 1024)
/* One page in ten declares its encoding behind the first kilobyte. */
#define DECLARATION_BYTES (16 * 1024)

/* --- marks and shapes --- */

typedef struct {
  const char *mark;
  gsize length;
  const char *encoding;
} ByteOrderMark;

static const ByteOrderMark marks[] = {
  { "\357\273\277", 3, "UTF-8" },    { "\377\376\0\0", 4, "UTF-32LE" },
  { "\0\0\376\377", 4, "UTF-32BE" }, { "\377\376", 2, "UTF-16LE" },
  { "\376\377", 2, "UTF-16BE" },
};

static const ByteOrderMark *
find_mark (const char *bytes, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
      return &marks[i];
  return NULL;
}

/* UTF-16 without a mark: in Western text every other byte is NUL. */
static const char *
find_utf16 (const char *bytes, gsize length)
{
  gsize sample = MIN (length, 4096), n_even = 0, n_odd = 0;

  for (gsize i = 0; i < sample; i++)
    if (bytes[i] == '\0')
      *(i % 2 == 0 ? &n_even : &n_odd) += 1;
  if (n_odd > sample / 5 && n_even < sample / 50)
    return "UTF-16LE";
  if (n_even > sample / 5 && n_odd < sample / 50)
    return "UTF-16BE";
  return NULL;
}

/* Mostly UTF-8 with a broken place or two, as where pages were glued from
 * pieces: ten good characters for each bad byte. */
static gboolean
is_nearly_utf8 (const char *bytes, gsize length)
{
  const char *at = bytes, *end = bytes + length, *bad;
  gsize n_good = 0, n_bad = 0;

  for (gsize i = 0; i < length; i++)
    n_good += (guchar) bytes[i] >= 0xc2;
  while (at < end && !g_utf8_validate_len (at, (gsize) (end - at), &bad))
    {
      if (*bad != '\0')
        n_bad++;
      if (n_bad * 10 > n_good)
        return FALSE;
      at = bad + 1;
    }
  return TRUE;
}

/* --- labels --- */

typedef struct {
  const char *label, *encoding;
} Label;

/* What the web means by a label, where that is not what it says. */
static const Label labels[] = {
  { "ascii", "WINDOWS-1252" },
  { "us-ascii", "WINDOWS-1252" },
  { "ansi", "WINDOWS-1252" },
  { "iso-8859-1", "WINDOWS-1252" },
  { "iso8859-1", "WINDOWS-1252" },
  { "iso_8859-1", "WINDOWS-1252" },
  { "iso88591", "WINDOWS-1252" },
  { "latin1", "WINDOWS-1252" },
  { "latin-1", "WINDOWS-1252" },
  { "l1", "WINDOWS-1252" },
  { "iso-8859-9", "WINDOWS-1254" },
  { "latin5", "WINDOWS-1254" },
  { "iso-8859-11", "CP874" },
  { "tis-620", "CP874" },
  { "windows-874", "CP874" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "x-gbk", "GB18030" },
  { "gb_2312-80", "GB18030" },
  { "big5", "BIG5-HKSCS" },
  { "x-x-big5", "BIG5-HKSCS" },
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "sjis", "CP932" },
  { "x-sjis", "CP932" },
  { "windows-31j", "CP932" },
  { "euc-kr", "CP949" },
  { "ks_c_5601-1987", "CP949" },
  { "ks_c_5601", "CP949" },
  { "windows-949", "CP949" },
  { "x-euc-jp", "EUC-JP" },
  { "x-mac-roman", "MACINTOSH" },
  { "x-mac-cyrillic", "MAC-CYRILLIC" },
  { "unicode", "UTF-16LE" },
  /* A page whose declaration could be read byte by byte is not UTF-16. */
  { "utf-16", "UTF-8" },
  { "utf-16le", "UTF-8" },
  { "utf-16be", "UTF-8" },
  { "utf-8", "UTF-8" },
  { "utf8", "UTF-8" },
  /* Never: it makes markup out of plain letters. */
  { "utf-7", "WINDOWS-1252" },
};

/* Caller frees; NULL for a label that nobody knows. */
static char *
resolve_label (const char *label)
{
  g_autofree char *plain = g_ascii_strdown (label, -1);
  GIConv converter;

  g_strstrip (plain);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (plain, labels[i].label) == 0)
      return g_strdup (labels[i].encoding);
  converter = g_iconv_open ("UTF-8", plain);
  if (converter == (GIConv) -1)
    return NULL;
  g_iconv_close (converter);
  return g_steal_pointer (&plain);
}

static char *
guess_encoding (const char *bytes, gsize length)
{
  uchardet_t detector = uchardet_new ();
  char *encoding;

  uchardet_handle_data (detector, bytes, MIN (length, SAMPLE_BYTES));
  uchardet_data_end (detector);
  encoding = resolve_label (uchardet_get_charset (detector));
  uchardet_delete (detector);
  if (encoding == NULL || strcmp (encoding, "UTF-8") == 0)
    {
      g_free (encoding);
      return g_strdup ("WINDOWS-1252");
    }
  return encoding;
}

/* Encodings that write everything in seven bits look like UTF-8; only a
 * declaration tells them. */
static gboolean
is_seven_bit (const char *label)
{
  return label != NULL && (g_ascii_strcasecmp (label, "iso-2022-jp") == 0 ||
                           g_ascii_strcasecmp (label, "hz-gb-2312") == 0);
}

/* Caller frees. */
static char *
choose_encoding (const char *bytes, gsize length, const char *declared)
{
  const char *utf16 = find_utf16 (bytes, length);
  char *resolved;

  if (utf16 != NULL)
    return g_strdup (utf16);
  if (!is_seven_bit (declared) && is_nearly_utf8 (bytes, length))
    return g_strdup ("UTF-8");
  resolved = declared != NULL ? resolve_label (declared) : NULL;
  /* The bytes have just refuted a declaration of UTF-8. */
  if (resolved != NULL && strcmp (resolved, "UTF-8") != 0)
    return resolved;
  g_free (resolved);
  return guess_encoding (bytes, length);
}

/* --- converting --- */

static void
append_output (GString *text, const char *output, gsize length)
{
  const char *end = output + length;

  while (output < end)
    {
      const char *nul = memchr (output, '\0', (gsize) (end - output));
      const char *stop = nul != NULL ? nul : end;

      g_string_append_len (text, output, stop - output);
      output = stop + (nul != NULL);
    }
}

static char *
convert (const char *bytes, gsize length, const char *encoding, gsize *ret_length)
{
  g_autoptr (GString) text = g_string_sized_new (length + length / 4);
  GIConv converter = g_iconv_open ("UTF-8", encoding);
  char *in = (char *) bytes;
  gsize in_left = length;

  g_return_val_if_fail (converter != (GIConv) -1, NULL);
  while (in_left > 0)
    {
      char buffer[8192], *out = buffer;
      gsize out_left = sizeof buffer;
      gsize result = g_iconv (converter, &in, &in_left, &out, &out_left);
      int error = errno;

      append_output (text, buffer, sizeof buffer - out_left);
      if (result != (gsize) -1 || error == E2BIG)
        continue;
      g_string_append (text, REPLACEMENT);
      if (error != EILSEQ)
        break; /* the text ends within a character */
      in++;
      in_left--;
    }
  g_iconv_close (converter);
  *ret_length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Bytes from @bad on that no valid character begins with: one sequence. */
static gsize
measure_bad_sequence (const char *bad, const char *end)
{
  guchar first = (guchar) bad[0];
  guchar low = 0x80, high = 0xbf;
  gsize wanted = first >= 0xf0 && first <= 0xf4   ? 4
                 : first >= 0xe0 && first <= 0xef ? 3
                 : first >= 0xc2 && first <= 0xdf ? 2
                                                  : 1;
  gsize n = 1;

  /* The second byte is narrower after these four: no overlong forms, no
   * surrogates, nothing beyond U+10FFFF. */
  if (first == 0xe0)
    low = 0xa0;
  else if (first == 0xed)
    high = 0x9f;
  else if (first == 0xf0)
    low = 0x90;
  else if (first == 0xf4)
    high = 0x8f;
  while (n < wanted && bad + n < end && (guchar) bad[n] >= low && (guchar) bad[n] <= high)
    {
      n++;
      low = 0x80;
      high = 0xbf;
    }
  return n;
}

static char *
repair_utf8 (const char *bytes, gsize length, const char *for_nul, gsize *ret_length)
{
  g_autoptr (GString) text = g_string_sized_new (length + 1);
  const char *at = bytes, *end = bytes + length, *bad;

  while (!g_utf8_validate_len (at, (gsize) (end - at), &bad))
    {
      g_string_append_len (text, at, bad - at);
      g_string_append (text, *bad == '\0' ? for_nul : REPLACEMENT);
      at = bad + measure_bad_sequence (bad, end);
    }
  g_string_append_len (text, at, end - at);
  *ret_length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
dtl_encoding_keep_utf8 (const char *bytes, gsize length, gsize *ret_length)
{
  return repair_utf8 (bytes, length, REPLACEMENT, ret_length);
}

char *
dtl_encoding_decode (const char *bytes,
                     gsize length,
                     const char *declared,
                     gsize *ret_length)
{
  const ByteOrderMark *mark;
  gsize skipped;
  g_autofree char *encoding = NULL;

  if (length == 0) /* @bytes may be NULL then */
    {
      *ret_length = 0;
      return g_strdup ("");
    }
  mark = find_mark (bytes, length);
  skipped = mark != NULL ? mark->length : 0;
  encoding = mark != NULL ? g_strdup (mark->encoding)
                          : choose_encoding (bytes, length, declared);

  if (strcmp (encoding, "UTF-8") == 0)
    return repair_utf8 (bytes + skipped, length - skipped, "", ret_length);
  return convert (bytes + skipped, length - skipped, encoding, ret_length);
}

/* --- what a page says of itself --- */

/* The label behind "charset=" or "encoding=": letters, digits and -_.: */
static char *
read_label (const char *at, const char *end)
{
  const char *start;

  while (at < end && strchr (" \t\r\n=\"'", *at) != NULL && *at != '\0')
    at++;
  start = at;
  while (at < end &&
         (g_ascii_isalnum (*at) || (*at != '\0' && strchr ("-_.:", *at) != NULL)))
    at++;
  return at > start && at - start < 40 ? g_strndup (start, (gsize) (at - start)) : NULL;
}

static const char *
find_ignoring_case (const char *at, const char *end, const char *word)
{
  gsize length = strlen (word);

  for (; (gsize) (end - at) >= length; at++)
    if (g_ascii_strncasecmp (at, word, length) == 0)
      return at;
  return NULL;
}

char *
dtl_encoding_find_declared (const char *bytes, gsize length)
{
  const char *at = length > 0 ? bytes : "";
  const char *end = at + MIN (length, DECLARATION_BYTES);

  if (length > 5 && memcmp (bytes, "<?xml", 5) == 0)
    {
      const char *close = memchr (bytes, '>', (gsize) (end - bytes));
      const char *label =
          close != NULL ? find_ignoring_case (bytes, close, "encoding") : NULL;

      if (label != NULL)
        return read_label (label + strlen ("encoding"), end);
    }
  while ((at = find_ignoring_case (at, end, "<meta")) != NULL)
    {
      const char *close = memchr (at, '>', (gsize) (end - at));
      const char *label =
          close != NULL ? find_ignoring_case (at, close, "charset") : NULL;

      if (label != NULL)
        return read_label (label + strlen ("charset"), close);
      at++;
    }
  return NULL;
}
