#include "config.h"

#include "article/dtl-date-names.h"

#include <string.h>

gboolean
dtl_date_contains_any_of (const char *name, const char *const *parts)
{
  for (gsize i = 0; name != NULL && parts[i] != NULL; i++)
    for (const char *at = name; *at != '\0'; at++)
      if (g_ascii_strncasecmp (at, parts[i], strlen (parts[i])) == 0)
        return TRUE;
  return FALSE;
}

gboolean
dtl_date_names_change (const char *name)
{
  static const char *const parts[] = { "modif",  "updat",   "revis", "lastmod",
                                       "edited", "changed", NULL };

  return dtl_date_contains_any_of (name, parts);
}

gboolean
dtl_date_names_publication (const char *name)
{
  static const char *const parts[] = { "publish",          "pubdate", "pub-date",
                                       "pub_date",         "issued",  "published",
                                       "publication_date", "datepub", "posted",
                                       "displaydate",      NULL };

  return dtl_date_contains_any_of (name, parts);
}

gboolean
dtl_date_names_creation (const char *name)
{
  static const char *const parts[] = { "created",       "creation", "create_at",
                                       "sailthru.date", "dc.date",  "dcterms.date",
                                       "citation_date", NULL };

  return dtl_date_contains_any_of (name, parts) || strcmp (name, "date") == 0;
}

/* What the element and the ones close round it are called. */
gboolean
dtl_date_has_name_like (const DtlPage *page,
                        int node,
                        gboolean (*is_like) (const char *name))
{
  for (int n = 0; node > 0 && n < 3; n++, node = page->nodes[node].parent)
    {
      const char *class = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CLASS);
      const char *id = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ID);
      const char *property = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ITEMPROP);

      if ((class != NULL && is_like (class)) || (id != NULL && is_like (id)) ||
          (property != NULL && is_like (property)))
        return TRUE;
    }
  return FALSE;
}

gboolean
dtl_date_names_date (const char *name)
{
  static const char *const parts[] = {
    "date",    "time",    "publish",      "posted", "byline", "dateline", "stamp", "meta",
    "pubdate", "post-on", "article-info", "datum",  "fecha",  "datetime", NULL
  };

  return dtl_date_contains_any_of (name, parts);
}

/* "dateModified", "updated": unless "published" stands beside it, as in the
 * themes that give one element both classes. */
gboolean
dtl_date_names_only_change (const char *name)
{
  return dtl_date_names_change (name) && !dtl_date_names_publication (name);
}
