#include "article/wiki/dtl-wiki-links.h"

#include <string.h>

#define MAX_NAME 64
/* MediaWiki's numbers. */
#define KEY_MEDIA (-2)
#define KEY_FILE 6
#define KEY_CATEGORY 14

struct _DtlWikiSite {
  GHashTable *namespaces; /* folded name to DtlWikiLink + 1 */
};

static const struct {
  const char *name;
  DtlWikiLink kind;
} everywhere[] = {
  { "file", DTL_WIKI_LINK_FILE },
  { "image", DTL_WIKI_LINK_FILE },
  { "media", DTL_WIKI_LINK_FILE },
  { "category", DTL_WIKI_LINK_CATEGORY },
};

DtlWikiSite *
dtl_wiki_site_new (void)
{
  DtlWikiSite *site = g_new0 (DtlWikiSite, 1);

  site->namespaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return site;
}

void
dtl_wiki_site_free (DtlWikiSite *site)
{
  if (site == NULL)
    return;
  g_hash_table_unref (site->namespaces);
  g_free (site);
}

/* As two names of a namespace are compared; NULL for what is too long for one. */
static char *
fold_name (const char *name, gsize length)
{
  g_autofree char *folded =
      length <= MAX_NAME ? g_utf8_casefold (name, (gssize) length) : NULL;

  return folded != NULL ? g_strdup (g_strstrip (g_strdelimit (folded, "_", ' '))) : NULL;
}

void
dtl_wiki_site_add_namespace (DtlWikiSite *site, int key, const char *name)
{
  DtlWikiLink kind = key == KEY_CATEGORY ? DTL_WIKI_LINK_CATEGORY : DTL_WIKI_LINK_FILE;
  char *folded;

  if (key != KEY_FILE && key != KEY_MEDIA && key != KEY_CATEGORY)
    return;
  folded = fold_name (name, strlen (name));
  if (folded != NULL)
    g_hash_table_replace (site->namespaces, folded, GINT_TO_POINTER (kind + 1));
}

/* A file of a wiki whose word for "file" we were not told. */
static gboolean
ends_like_file (const char *target, gsize length)
{
  static const char *const endings[] = { ".jpg", ".jpeg", ".png",  ".svg", ".gif",
                                         ".tif", ".tiff", ".webp", ".ogg", ".oga",
                                         ".ogv", ".webm", ".pdf",  ".mid", ".djvu" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if (length > n && g_ascii_strncasecmp (target + length - n, endings[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "de", "zh-yue", "simple": the name of a wiki in another language. */
static gboolean
is_language (const char *prefix, gsize length)
{
  if (length == 6 && memcmp (prefix, "simple", 6) == 0)
    return TRUE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (prefix[i]) && !(prefix[i] == '-' && i >= 2))
      return FALSE;
  return length == 2 || length == 3 ||
         (length > 4 && length < 13 && prefix[length - 1] != '-' &&
          memchr (prefix, '-', 4) != NULL);
}

static DtlWikiLink
look_up (const DtlWikiSite *site, const char *name)
{
  gpointer found = site != NULL ? g_hash_table_lookup (site->namespaces, name) : NULL;

  if (found != NULL)
    return (DtlWikiLink) (GPOINTER_TO_INT (found) - 1);
  for (gsize i = 0; i < G_N_ELEMENTS (everywhere); i++)
    if (strcmp (everywhere[i].name, name) == 0)
      return everywhere[i].kind;
  return DTL_WIKI_LINK_PAGE;
}

DtlWikiLink
dtl_wiki_link_find (const DtlWikiSite *site, const char *target, gsize length)
{
  const char *colon = memchr (target, ':', MIN (length, MAX_NAME + 1));
  g_autofree char *name = NULL;
  DtlWikiLink kind = DTL_WIKI_LINK_PAGE;

  if (colon == NULL || colon == target)
    return DTL_WIKI_LINK_PAGE;
  name = fold_name (target, (gsize) (colon - target));
  if (name != NULL)
    kind = look_up (site, name);
  if (kind == DTL_WIKI_LINK_PAGE && ends_like_file (target, length))
    return DTL_WIKI_LINK_FILE;
  if (kind == DTL_WIKI_LINK_PAGE && is_language (target, (gsize) (colon - target)))
    return DTL_WIKI_LINK_LANGUAGE;
  return kind;
}
