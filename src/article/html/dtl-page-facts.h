/* What is gathered from a page once, for those that ask for its title, its
 * byline and its dates. */

#pragma once

#include "article/html/dtl-html-blocks.h"
#include "article/html/dtl-json-ld.h"

G_BEGIN_DECLS

typedef struct {
  const DtlPage *page;
  const char *source; /* as it came, with its scripts; may be NULL */
  gsize source_length;
  const char *url;      /* where it came from, else what it says; may be NULL */
  const GArray *blocks; /* of all that is shown */
  DtlJsonLd json_ld;
  GArray *metas; /* of DtlPageMeta, in order */
  const char *site_name;
  int title_node; /* the element that shows the title, -1 where none does */
  int head;       /* the block of the title, see dtl_page_facts_set_title() */
  /* Of what is before each block, and before the end: paragraphs, and lines that
   * are in no aside. */
  int *n_prose, *n_lines;
} DtlPageFacts;

typedef struct {
  char *name;        /* of a name or property, lower case */
  const char *value; /* not empty */
} DtlPageMeta;

/**
 * dtl_page_facts_init:
 * @blocks: of the whole page, before anything but the hidden is left out
 *
 * @page and @blocks have to outlive @facts.
 */
void dtl_page_facts_init (DtlPageFacts *facts,
                          const DtlPage *page,
                          const GArray *blocks,
                          const char *url);
void dtl_page_facts_clear (DtlPageFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlPageFacts, dtl_page_facts_clear)

/* The value of the first <meta> of this name or property, or NULL. */
const char *dtl_page_facts_get_meta (const DtlPageFacts *facts, const char *name);

/* Sets the element that shows the title. */
void dtl_page_facts_set_title (DtlPageFacts *facts, int node);

/* Whether @node is in the lines round the title in which an article shows its
 * date and its author: the few directly below it even where they are called an
 * aside, the others where they are none. */
gboolean dtl_page_facts_is_near_title (const DtlPageFacts *facts, int node);

/* Whether @node is above the first sentence below the title. */
gboolean dtl_page_facts_is_above_text (const DtlPageFacts *facts, int node);

/* @value cleaned, its character references read; NULL where it is empty.
 * Caller frees. */
char *dtl_page_facts_dup_value (const char *value);

/* Text as titles and names are compared: letters and digits, folded. Caller
 * frees. */
char *dtl_page_facts_fold (const char *text);

G_END_DECLS
