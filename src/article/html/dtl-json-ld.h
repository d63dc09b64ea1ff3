/* What a page says of its article in JSON-LD, schema.org's words. */

#pragma once

#include "article/html/dtl-html-page.h"

G_BEGIN_DECLS

/* NULL where it is not given; all lives as long as the struct. */
typedef struct {
  GPtrArray *documents; /* of DtlJson: what the page's scripts hold */
  const char *headline;
  const char *published, *modified, *created;
  const char *language;
  const char *url;
  const char *publisher; /* its name */
  GPtrArray *authors;    /* of names, in order */
  gboolean is_article;   /* not only "a page" */
} DtlJsonLd;

/**
 * dtl_json_ld_read:
 * @url: (nullable): the page's own, to choose between several articles
 *
 * Reads all scripts of type application/ld+json, graphs and lists and broken
 * ones included, and chooses the object that is this page's article: one that
 * names the page's address, else the first of an article's type, else the
 * first "WebPage". Authors may be strings, objects, lists, or names of objects
 * elsewhere in the page.
 */
void dtl_json_ld_read (const DtlPage *page, const char *url, DtlJsonLd *ret_data);

void dtl_json_ld_clear (DtlJsonLd *data);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlJsonLd, dtl_json_ld_clear)

G_END_DECLS
