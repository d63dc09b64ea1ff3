/* HTML of which all is article: a feed's entry, a chapter, a mail. Nothing has
 * to be told from menus and teasers, so nothing is lost by guessing either. */

#pragma once

#include "article/dtl-article.h"
#include "article/html/dtl-html-page.h"

G_BEGIN_DECLS

typedef enum {
  DTL_FRAGMENT_KEEP,
  DTL_FRAGMENT_LEAVE_OUT, /* with all below it */
  DTL_FRAGMENT_END,       /* this and all that follows */
} DtlFragmentChoice;

typedef DtlFragmentChoice (*DtlFragmentFilter) (const DtlPage *page, int node);

/**
 * dtl_html_fragment_add:
 * @html: valid UTF-8 without NULs; plain text is one, too
 * @filter: (nullable): asked about every element but what is hidden anyway
 *
 * Adds its paragraphs, headings, list items, quotations and table rows.
 *
 * Returns: %FALSE where it was cancelled or cannot be read at all
 */
gboolean dtl_html_fragment_add (DtlArticleBuilder *builder,
                                const char *html,
                                gsize length,
                                DtlFragmentFilter filter,
                                GCancellable *cancellable,
                                GError **error);

/* Adds the paragraphs of a plain text. */
void dtl_plain_fragment_add (DtlArticleBuilder *builder, const char *text, gsize length);

/* Sets the language from the text that @builder has. @hint, @known: as
 * dtl_language_set() has them */
void dtl_fragment_set_language (DtlArticleBuilder *builder,
                                const char *hint,
                                const char *known);

G_END_DECLS
