#include "config.h"

#include "article/mail/dtl-mime-words.h"

#include "article/dtl-clean-text.h"
#include "article/dtl-encoding.h"
#include "article/mail/dtl-mime.h"

#include <string.h>

#define MAX_CHARSET_BYTES 40

char *
dtl_mime_decode_base64 (const char *text, gsize length, gsize *ret_length)
{
  char *bytes = g_malloc (length / 4 * 3 + 4);
  int state = 0;
  guint save = 0;

  *ret_length = g_base64_decode_step (text, length, (guchar *) bytes, &state, &save);
  return bytes;
}

/* Bytes of "=" and a line end, 0 where @at is none. */
static gsize
measure_soft_break (const char *at, const char *end)
{
  const char *next = at + 1;

  while (next < end && (*next == ' ' || *next == '\t'))
    next++;
  if (next < end && *next == '\r')
    next++;
  if (next < end && *next == '\n')
    return (gsize) (next + 1 - at);
  return next == end ? (gsize) (end - at) : 0;
}

char *
dtl_mime_decode_quoted (const char *text,
                        gsize length,
                        gboolean in_header,
                        gsize *ret_length)
{
  const char *end = text + length;
  char *bytes = g_malloc (length + 1), *to = bytes;
  gsize n;

  for (const char *at = text; at < end;)
    if (*at == '=' && end - at >= 3 && g_ascii_isxdigit (at[1]) &&
        g_ascii_isxdigit (at[2]))
      {
        *to++ = (char) (g_ascii_xdigit_value (at[1]) * 16 + g_ascii_xdigit_value (at[2]));
        at += 3;
      }
    else if (*at == '=' && (n = measure_soft_break (at, end)) > 0)
      at += n;
    else
      {
        *to++ = *at == '_' && in_header ? ' ' : *at;
        at++;
      }
  *ret_length = (gsize) (to - bytes);
  return bytes;
}

/* --- encoded words --- */

/* "=?charset?q?text?=" */
typedef struct {
  const char *charset, *text, *end; /* end: behind it all */
  gsize charset_length, text_length;
  gboolean is_base64;
} Word;

static gboolean
read_word (const char *at, const char *end, Word *ret_word)
{
  const char *mark, *text_end;

  if (end - at < 8 || at[0] != '=' || at[1] != '?')
    return FALSE;
  ret_word->charset = at + 2;
  mark = memchr (at + 2, '?', MIN ((gsize) (end - at - 2), MAX_CHARSET_BYTES));
  if (mark == NULL || end - mark < 4 || mark[2] != '?' ||
      strchr ("bBqQ", mark[1]) == NULL || mark[1] == '\0')
    return FALSE;
  ret_word->charset_length = (gsize) (mark - ret_word->charset);
  ret_word->is_base64 = g_ascii_tolower (mark[1]) == 'b';
  ret_word->text = mark + 3;
  for (text_end = mark + 3; text_end + 1 < end; text_end++)
    if (text_end[0] == '?' && text_end[1] == '=')
      {
        ret_word->text_length = (gsize) (text_end - ret_word->text);
        ret_word->end = text_end + 2;
        return TRUE;
      }
    else if (*text_end == '?' || g_ascii_isspace (*text_end))
      return FALSE;
  return FALSE;
}

static gboolean
is_same_charset (const Word *a, const Word *b)
{
  return a->charset_length == b->charset_length &&
         g_ascii_strncasecmp (a->charset, b->charset, a->charset_length) == 0;
}

static void
append_bytes (GString *to, const Word *word)
{
  gsize n;
  g_autofree char *bytes =
      word->is_base64 ? dtl_mime_decode_base64 (word->text, word->text_length, &n)
                      : dtl_mime_decode_quoted (word->text, word->text_length, TRUE, &n);

  g_string_append_len (to, bytes, (gssize) n);
}

/* This word and those that follow it with nothing but white space between and
 * the same charset: a character may be cut in two. Returns where they end. */
static const char *
append_words (GString *to, const Word *first, const char *end)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autofree char *charset = g_strndup (first->charset, first->charset_length);
  g_autofree char *text = NULL;
  Word word, following = *first;
  gsize n;

  charset[strcspn (charset, "*")] = '\0'; /* "utf-8*en" names a language */
  do
    {
      const char *next;

      word = following;
      append_bytes (bytes, &word);
      for (next = word.end; next < end && g_ascii_isspace (*next); next++)
        ;
      if (!read_word (next, end, &following))
        break;
    }
  while (is_same_charset (&word, &following));
  text = dtl_encoding_decode (bytes->str, bytes->len, charset, &n);
  g_string_append_len (to, text, (gssize) n);
  return word.end;
}

char *
dtl_mime_decode_words (const char *text, gsize length)
{
  g_autoptr (GString) decoded = g_string_new (NULL);
  gsize n;
  g_autofree char *plain = dtl_encoding_decode (text, length, NULL, &n);
  const char *at = plain, *end = plain + n;
  gboolean is_after_word = FALSE;

  while (at < end)
    {
      const char *next = at;
      Word word;

      /* White space between two words is there only to part them. */
      while (is_after_word && next < end && g_ascii_isspace (*next))
        next++;
      if (read_word (next, end, &word))
        {
          at = append_words (decoded, &word, end);
          is_after_word = TRUE;
          continue;
        }
      g_string_append_c (decoded, *at++);
      is_after_word = FALSE;
    }
  return dtl_clean_text (decoded->str, (gssize) decoded->len);
}
