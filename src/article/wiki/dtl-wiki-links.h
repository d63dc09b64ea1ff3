/* What the links of a wiki lead to, told by what stands before the colon:
 * "File:Mill.jpg", "Kategorie:Mühle", "fr:Moulin". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DTL_WIKI_LINK_PAGE,
  DTL_WIKI_LINK_FILE,
  DTL_WIKI_LINK_CATEGORY,
  DTL_WIKI_LINK_LANGUAGE, /* the same page of another wiki */
} DtlWikiLink;

/* The names of a wiki's namespaces. Those that every wiki understands are
 * known without being added. */
typedef struct _DtlWikiSite DtlWikiSite;

DtlWikiSite *dtl_wiki_site_new (void);
void dtl_wiki_site_free (DtlWikiSite *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlWikiSite, dtl_wiki_site_free)

/* @key: MediaWiki's number of the namespace; only some are of interest. */
void dtl_wiki_site_add_namespace (DtlWikiSite *site, int key, const char *name);

/**
 * dtl_wiki_link_find:
 * @site: (nullable)
 * @target: what the link leads to, without its label; a colon before it makes
 *   it an ordinary link
 */
DtlWikiLink dtl_wiki_link_find (const DtlWikiSite *site,
                                const char *target,
                                gsize length);

G_END_DECLS
