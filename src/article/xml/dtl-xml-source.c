#include "config.h"

#include "article/xml/dtl-xml-source.h"

#include "article/dtl-encoding.h"
#include "article/html/dtl-html-entities.h"

#include <string.h>

#define MAX_ATTRIBUTES 256
/* "&thetasym;" and its like. */
#define MAX_ENTITY_BYTES 12
/* Signs that are made right; a document with more of them is none. */
#define MAX_REPAIRS 10000

/* Bytes of a reference at @at, "&name;" or "&#8211;"; 0 where there is none. */
static gsize
measure_reference (const char *at, const char *end)
{
  const char *stop = at + 1;

  if (stop < end && *stop == '#')
    stop++;
  while (stop < end && stop < at + MAX_ENTITY_BYTES && g_ascii_isalnum (*stop))
    stop++;
  return stop < end && *stop == ';' && stop > at + 1 ? (gsize) (stop + 1 - at) : 0;
}

/* Appends what stands at an "&". Returns bytes read of @at. */
static gsize
append_reference (GString *to, const char *at, const char *end, guint *n_repairs)
{
  gsize n = measure_reference (at, end);
  g_autofree char *decoded = n > 0 ? dtl_html_decode_entities (at, n) : NULL;

  if (decoded != NULL && (guchar) decoded[0] >= 0x80)
    g_string_append (to, decoded);
  else if (n > 0)
    g_string_append_len (to, at, (gssize) n);
  else if ((*n_repairs)++ < MAX_REPAIRS)
    g_string_append (to, "&amp;");
  return MAX (n, 1);
}

/* Feeds and books use the entities of HTML without having declared them, and
 * write "R&D". What is in a CDATA section is theirs. */
static void
append_repaired (GString *to, const char *at, const char *end)
{
  guint n_repairs = 0;

  while (at < end)
    {
      gsize n = strcspn (at, "&<");
      const char *stop;

      g_string_append_len (to, at, (gssize) n);
      at += n;
      if (at < end && *at == '&')
        at += append_reference (to, at, end, &n_repairs);
      else if (at < end)
        {
          stop = g_str_has_prefix (at, "<![CDATA[") ? strstr (at, "]]>") : NULL;
          n = stop != NULL ? (gsize) (stop - at) : 1;
          g_string_append_len (to, at, (gssize) n);
          at += n;
        }
    }
}

GString *
dtl_xml_source_decode (const char *bytes, gsize length)
{
  g_autofree char *declared = dtl_encoding_find_declared (bytes, length);
  gsize n, n_blank = 0;
  g_autofree char *source = dtl_encoding_decode (bytes, length, declared, &n);
  GString *decoded = g_string_sized_new (n + 1);

  for (gsize i = 0; i < n; i++)
    if ((guchar) source[i] < 0x20 && strchr ("\t\n\r", source[i]) == NULL)
      source[i] = ' ';
  while (n_blank < n && g_ascii_isspace (source[n_blank]))
    n_blank++;
  append_repaired (decoded, source + n_blank, source + n);
  return decoded;
}

/* A tag ends at ">" outside quotes, and at "<" anywhere: that is an error for
 * the parser as well. So every "<" counts anew, in comments too. */
gboolean
dtl_xml_source_is_crowded (const char *source, gsize length)
{
  guint n = 0;
  char quote = '>'; /* outside of tags */

  for (const char *at = source; at < source + length; at++)
    if (*at == '<')
      n = 0, quote = '\0';
    else if (quote == '>')
      continue;
    else if (*at == quote)
      quote = '\0';
    else if (quote == '\0' && (*at == '"' || *at == '\'' || *at == '>'))
      quote = *at;
    else if (quote == '\0' && *at == '=' && ++n > MAX_ATTRIBUTES)
      return TRUE;
  return FALSE;
}
