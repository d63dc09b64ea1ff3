#include "config.h"

#include "article/dtl-clean-text.h"

#include <string.h>

static gboolean
is_dropped (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r') ||
         (c >= 0x7f && c < 0xa0 && c != 0x85) || c == 0xad || c == 0x200b ||
         c == 0x2060 || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
         (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
         c == 0x205f || c == 0x3000;
}

/* Nothing below U+0300 combines with what precedes it, and no byte of it is
 * 0xcc or more: most text needs no normalizing. */
static gboolean
may_need_composing (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0xcc)
      return TRUE;
  return FALSE;
}

static void
compose_from (GString *text, gsize from)
{
  g_autofree char *composed = NULL;

  if (!may_need_composing (text->str + from, text->len - from))
    return;
  composed =
      g_utf8_normalize (text->str + from, (gssize) (text->len - from), G_NORMALIZE_NFC);
  if (composed == NULL)
    return;
  g_string_truncate (text, from);
  g_string_append (text, composed);
}

/* Where a run of plain letters ends that may be copied as it is, single spaces
 * between them included. */
static const char *
find_run_end (const char *p, const char *end)
{
  while (p < end)
    {
      if (*p == ' ' && p + 1 < end && p[1] > ' ' && p[1] < 0x7f)
        p++;
      if (*p <= ' ' || *p >= 0x7f)
        break;
      p++;
    }
  return p;
}

/* @text is valid. */
static void
append_squeezed (GString *to, const char *text, gsize length)
{
  const char *end = text + length;
  gboolean space_pending = FALSE;
  gsize from = to->len;

  for (const char *p = text; p < end;)
    {
      const char *run = p;

      if (*p != ' ')
        p = find_run_end (p, end);
      if (p == run)
        {
          gunichar c = g_utf8_get_char (p);

          p = g_utf8_next_char (p);
          if (is_dropped (c))
            continue;
          if (is_space (c))
            {
              space_pending = to->len > from;
              continue;
            }
        }
      if (space_pending)
        g_string_append_c (to, ' ');
      space_pending = FALSE;
      g_string_append_len (to, run, p - run);
    }
}

gsize
dtl_clean_text_append (GString *to, const char *text, gsize length)
{
  gsize from = to->len;

  if (g_utf8_validate_len (text, length, NULL))
    append_squeezed (to, text, length);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);

      append_squeezed (to, valid, strlen (valid));
    }
  compose_from (to, from);
  return to->len - from;
}

char *
dtl_clean_text (const char *text, gssize length)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  if (text == NULL)
    return NULL;
  dtl_clean_text_append (clean, text, length < 0 ? strlen (text) : (gsize) length);
  return clean->len == 0 ? NULL : g_string_free (g_steal_pointer (&clean), FALSE);
}
