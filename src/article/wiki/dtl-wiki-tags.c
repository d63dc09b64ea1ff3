#include "article/wiki/dtl-wiki-tags.h"

#include <stdlib.h>
#include <string.h>

#define MAX_TAG_BYTES 4096
#define MAX_NAME 20

/* Sorted. */
static const struct {
  const char *name;
  DtlWikiTagKind kind;
} tags[] = {
  { "blockquote", DTL_WIKI_TAG_QUOTE },
  { "br", DTL_WIKI_TAG_BREAK },
  { "categorytree", DTL_WIKI_TAG_LEFT_OUT },
  { "ce", DTL_WIKI_TAG_LEFT_OUT },
  { "center", DTL_WIKI_TAG_BLOCK },
  { "chem", DTL_WIKI_TAG_LEFT_OUT },
  { "dd", DTL_WIKI_TAG_BLOCK },
  { "div", DTL_WIKI_TAG_BLOCK },
  { "dl", DTL_WIKI_TAG_BLOCK },
  { "dt", DTL_WIKI_TAG_BLOCK },
  { "gallery", DTL_WIKI_TAG_LEFT_OUT },
  { "graph", DTL_WIKI_TAG_LEFT_OUT },
  { "h2", DTL_WIKI_TAG_BLOCK },
  { "h3", DTL_WIKI_TAG_BLOCK },
  { "hiero", DTL_WIKI_TAG_LEFT_OUT },
  { "hr", DTL_WIKI_TAG_BLOCK },
  { "imagemap", DTL_WIKI_TAG_LEFT_OUT },
  { "includeonly", DTL_WIKI_TAG_LEFT_OUT },
  { "indicator", DTL_WIKI_TAG_LEFT_OUT },
  { "inputbox", DTL_WIKI_TAG_LEFT_OUT },
  { "li", DTL_WIKI_TAG_BLOCK },
  { "mapframe", DTL_WIKI_TAG_LEFT_OUT },
  { "maplink", DTL_WIKI_TAG_LEFT_OUT },
  { "math", DTL_WIKI_TAG_LEFT_OUT },
  { "nowiki", DTL_WIKI_TAG_LITERAL },
  { "ol", DTL_WIKI_TAG_BLOCK },
  { "p", DTL_WIKI_TAG_BLOCK },
  { "poem", DTL_WIKI_TAG_BLOCK },
  { "pre", DTL_WIKI_TAG_LITERAL },
  { "ref", DTL_WIKI_TAG_LEFT_OUT },
  { "references", DTL_WIKI_TAG_LEFT_OUT },
  { "score", DTL_WIKI_TAG_LEFT_OUT },
  { "script", DTL_WIKI_TAG_LEFT_OUT },
  { "source", DTL_WIKI_TAG_LEFT_OUT },
  { "style", DTL_WIKI_TAG_LEFT_OUT },
  { "syntaxhighlight", DTL_WIKI_TAG_LEFT_OUT },
  { "table", DTL_WIKI_TAG_BLOCK },
  { "td", DTL_WIKI_TAG_CELL },
  { "templatedata", DTL_WIKI_TAG_LEFT_OUT },
  { "th", DTL_WIKI_TAG_CELL },
  { "timeline", DTL_WIKI_TAG_LEFT_OUT },
  { "tr", DTL_WIKI_TAG_BLOCK },
  { "ul", DTL_WIKI_TAG_BLOCK },
};
G_STATIC_ASSERT (G_N_ELEMENTS (tags) <= DTL_WIKI_N_TAGS);

static int
compare_names (gconstpointer key, gconstpointer row)
{
  return strcmp (key, *(const char *const *) row);
}

static void
look_up (const char *name, DtlWikiTag *tag)
{
  const char *const *found =
      bsearch (name, &tags[0].name, G_N_ELEMENTS (tags), sizeof tags[0], compare_names);
  gsize offset = found != NULL ? (gsize) ((const char *) found - (const char *) tags) : 0;

  tag->index = found != NULL ? (int) (offset / sizeof tags[0]) : -1;
  tag->kind = found != NULL ? tags[tag->index].kind : DTL_WIKI_TAG_INLINE;
}

/* Where the tag that begins before @at ends, or NULL. */
static const char *
find_tag_end (const char *at, const char *end)
{
  const char *stop = MIN (end, at + MAX_TAG_BYTES);

  while (at < stop && *at != '>' && *at != '<')
    at++;
  return at < stop && *at == '>' ? at : NULL;
}

gboolean
dtl_wiki_tag_read (const char *at, const char *end, DtlWikiTag *ret_tag)
{
  const char *p = at + 1, *close;
  char name[MAX_NAME + 1];
  gsize n = 0;

  *ret_tag = (DtlWikiTag){ .is_end = p < end && *p == '/' };
  p += ret_tag->is_end;
  while (p < end && g_ascii_isalnum (*p) && n < MAX_NAME)
    name[n++] = g_ascii_tolower (*p++);
  name[n] = '\0';
  if (n == 0 || !g_ascii_isalpha (name[0]))
    return FALSE;
  close = find_tag_end (p, end);
  if (close == NULL)
    return FALSE;
  ret_tag->is_empty = close[-1] == '/';
  ret_tag->length = (gsize) (close + 1 - at);
  look_up (name, ret_tag);
  return TRUE;
}

const char *
dtl_wiki_tag_find_end (const DtlWikiTag *tag,
                       const char *at,
                       const char *end,
                       const char **ret_after)
{
  const char *name = tags[tag->index].name;
  gsize n = strlen (name);

  while ((at = memchr (at, '<', (gsize) (end - at))) != NULL)
    {
      if ((gsize) (end - at) > n + 2 && at[1] == '/' &&
          g_ascii_strncasecmp (at + 2, name, n) == 0 && !g_ascii_isalnum (at[n + 2]))
        {
          const char *close = memchr (at, '>', (gsize) (end - at));

          *ret_after = close != NULL ? close + 1 : end;
          return at;
        }
      at++;
    }
  return NULL;
}
