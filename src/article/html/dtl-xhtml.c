#include "config.h"

#include "article/html/dtl-xhtml.h"

#include <string.h>

/* Elements that are empty in HTML, too. */
static gboolean
is_void (const char *name, gsize length)
{
  static const char *const names[] = { "area",  "base",   "br",    "col",  "embed",
                                       "hr",    "img",    "input", "link", "meta",
                                       "param", "source", "wbr" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (names[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

/* The ">" that ends the tag at @at, or @end. */
static const char *
find_tag_end (const char *at, const char *end)
{
  char quote = '\0';

  for (; at < end && (*at != '>' || quote != '\0'); at++)
    if (quote != '\0')
      quote = *at == quote ? '\0' : quote;
    else if (*at == '"' || *at == '\'')
      quote = *at;
  return at;
}

/* The end of a comment or a CDATA section at @at; @at where there is none. */
static const char *
skip_unparsed (const char *at, const char *end)
{
  const char *stop = at;

  if (g_str_has_prefix (at, "<!--"))
    stop = strstr (at, "-->");
  else if (g_str_has_prefix (at, "<![CDATA["))
    stop = strstr (at, "]]>");
  return stop != NULL ? stop : end;
}

/* Appends the tag at @at and returns what is behind it. */
static const char *
append_tag (GString *html, const char *at, const char *end)
{
  const char *name = at + 1;
  const char *stop = find_tag_end (at, end);
  gsize n = strcspn (name, " \t\r\n/>");

  if (stop == end || stop[-1] != '/' || is_void (name, n))
    {
      g_string_append_len (html, at, stop - at);
      return stop;
    }
  g_string_append_len (html, at, stop - 1 - at);
  g_string_append (html, "></");
  g_string_append_len (html, name, (gssize) n);
  return stop; /* at its ">" */
}

char *
dtl_xhtml_to_html (const char *source, gsize length, gsize *ret_length)
{
  g_autoptr (GString) html = g_string_sized_new (length + 1);
  const char *at = source, *end = source + length;

  while (at < end)
    {
      gsize n = strcspn (at, "<");
      const char *behind;

      g_string_append_len (html, at, (gssize) n);
      at += n;
      if (at == end)
        break;
      if (g_ascii_isalpha (at[1]))
        {
          at = append_tag (html, at, end);
          continue;
        }
      behind = skip_unparsed (at, end);
      behind = MAX (behind, at + 1);
      g_string_append_len (html, at, behind - at);
      at = behind;
    }
  *ret_length = html->len;
  return g_string_free (g_steal_pointer (&html), FALSE);
}
