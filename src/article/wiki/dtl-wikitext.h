/* Wikitext, the markup of MediaWiki, to the paragraphs of an article. */

#pragma once

#include "article/dtl-article.h"
#include "article/wiki/dtl-wiki-links.h"

G_BEGIN_DECLS

/* What is known of the page that the text is of. Lends all that it points to. */
typedef struct {
  const char *title;       /* may be NULL */
  const char *language;    /* of the wiki, BCP 47; may be NULL */
  const DtlWikiSite *site; /* may be NULL */
} DtlWikiPage;

/**
 * dtl_wikitext_read:
 * @text: UTF-8 of any kind
 *
 * Adds the paragraphs of @text to @builder: its text without templates, notes,
 * tables of links, files and categories; its headings, lists, quotations and
 * tables as such; and the rows of its box of facts that may hold a date, as
 * DTL_PARAGRAPH_FACT. One pass, linear whatever is unbalanced.
 */
void dtl_wikitext_read (DtlArticleBuilder *builder,
                        const char *text,
                        gsize length,
                        const DtlWikiPage *page);

/* Whether a text without a name that says so is wikitext: it has some of the
 * marks that no other text has. */
gboolean dtl_wikitext_looks_like (const char *text, gsize length);

G_END_DECLS
