#include "config.h"

#include "article/dtl-sniff-xml.h"

#include <string.h>

typedef struct {
  const char *element; /* local name */
  const char *word;    /* that is nearby, in a namespace mostly; "" for any */
  DtlKind kind;
} Vocabulary;

static const Vocabulary vocabularies[] = {
  { "document", "opendocument:xmlns:office", DTL_KIND_FLAT_ODT },
  { "rss", "", DTL_KIND_FEED },
  { "RDF", "rss", DTL_KIND_FEED },
  { "RDF", "my.netscape.com/rdf", DTL_KIND_FEED },
  { "feed", "", DTL_KIND_FEED },
  { "nitf", "", DTL_KIND_NITF },
  { "newsItem", "", DTL_KIND_NEWSML },
  { "newsMessage", "", DTL_KIND_NEWSML },
  { "NewsML", "", DTL_KIND_NEWSML },
  { "TEI", "", DTL_KIND_TEI },
  { "TEI.2", "", DTL_KIND_TEI },
  { "teiCorpus", "", DTL_KIND_TEI },
  { "mediawiki", "", DTL_KIND_WIKI_DUMP },
};

static const char *
find (const char *at, const char *end, const char *what)
{
  const char *found = g_strstr_len (at, (gssize) (end - at), what);

  return found != NULL ? found + strlen (what) : end;
}

/* Behind "<!DOCTYPE … [ … ]>". */
static const char *
skip_doctype (const char *at, const char *end)
{
  int depth = 0;

  for (; at < end; at++)
    if (*at == '[')
      depth++;
    else if (*at == ']')
      depth--;
    else if (*at == '>' && depth <= 0)
      return at + 1;
  return end;
}

/* The "<" of the first element, or @end. */
static const char *
find_element (const char *at, const char *end)
{
  while (at < end)
    {
      if (g_ascii_isspace (*at))
        at++;
      else if (*at != '<')
        return end;
      else if (g_str_has_prefix (at, "<?"))
        at = find (at, end, "?>");
      else if (g_str_has_prefix (at, "<!--"))
        at = find (at, end, "-->");
      else if (g_str_has_prefix (at, "<!"))
        at = skip_doctype (at, end);
      else
        return at;
    }
  return end;
}

DtlKind
dtl_sniff_xml (const char *bytes, gsize length)
{
  g_autofree char *copy = g_strndup (bytes, length);
  const char *end = copy + strlen (copy);
  const char *at = g_str_has_prefix (copy, "\357\273\277") ? copy + 3 : copy;
  const char *name, *colon;
  gsize n;

  at = find_element (at, end);
  if (at == end)
    return DTL_KIND_OTHER;
  name = at + 1;
  n = strcspn (name, " \t\r\n/>");
  colon = memchr (name, ':', n);
  if (colon != NULL)
    {
      n -= (gsize) (colon + 1 - name);
      name = colon + 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    if (strlen (vocabularies[i].element) == n &&
        memcmp (vocabularies[i].element, name, n) == 0 &&
        strstr (copy, vocabularies[i].word) != NULL)
      return vocabularies[i].kind;
  return DTL_KIND_OTHER;
}
