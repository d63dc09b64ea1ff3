#include "config.h"

#include "article/dtl-html-metadata.h"

#include "article/dtl-clean-text.h"
#include "article/dtl-stamp.h"

/* The value of the first <meta> of this name or property, or NULL. */
static const char *
find_meta (const DtlPage *page, const char *name)
{
  for (int i = 1; i < page->n_nodes; i++)
    {
      const char *content;

      if (page->nodes[i].tag != DTL_TAG_META)
        continue;
      content = dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_CONTENT);
      if (content != NULL && *content != '\0' &&
          (dtl_page_has_word (dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_PROPERTY),
                              name) ||
           dtl_page_has_word (dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_NAME),
                              name)))
        return content;
    }
  return NULL;
}

static int
find_tag (const DtlPage *page, DtlTag tag)
{
  for (int i = 1; i < page->n_nodes; i++)
    if (page->nodes[i].tag == tag)
      return i;
  return -1;
}

static void
set_title (const DtlPage *page, DtlArticleBuilder *builder)
{
  int node = find_tag (page, DTL_TAG_H1);
  g_autofree char *title = node > 0 ? dtl_page_dup_text (page, node) : NULL;
  const char *carrier = "h1";

  if (title == NULL)
    {
      title = dtl_clean_text (find_meta (page, "og:title"), -1);
      carrier = "og:title";
    }
  if (title == NULL && (node = find_tag (page, DTL_TAG_TITLE)) > 0)
    {
      title = dtl_page_dup_text (page, node);
      carrier = "title";
    }
  dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, title, carrier, 0.8);
}

static gboolean
set_date (DtlArticleBuilder *builder,
          DtlArticleField field,
          const char *value,
          const char *carrier,
          double confidence)
{
  DtlStamp stamp;

  if (value == NULL || !dtl_stamp_parse (value, &stamp))
    return FALSE;
  dtl_article_builder_set (builder, field, value, carrier, confidence);
  return TRUE;
}

static void
set_published (const DtlPage *page, DtlArticleBuilder *builder)
{
  if (set_date (builder, DTL_ARTICLE_PUBLISHED,
                find_meta (page, "article:published_time"), "article:published_time",
                0.95))
    return;
  for (int i = 1; i < page->n_nodes; i++)
    if (page->nodes[i].tag == DTL_TAG_TIME &&
        set_date (builder, DTL_ARTICLE_PUBLISHED,
                  dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_DATETIME), "time", 0.8))
      return;
}

void
dtl_metadata_read (const DtlPage *page, const char *url, DtlArticleBuilder *builder)
{
  g_autofree char *byline = dtl_clean_text (find_meta (page, "author"), -1);

  set_title (page, builder);
  dtl_article_builder_set (builder, DTL_ARTICLE_BYLINE, byline, "meta author", 0.8);
  set_published (page, builder);
  set_date (builder, DTL_ARTICLE_MODIFIED, find_meta (page, "article:modified_time"),
            "article:modified_time", 0.9);
}

const char *
dtl_metadata_find_language (const DtlPage *page)
{
  int html = find_tag (page, DTL_TAG_HTML);

  return html > 0 ? dtl_page_get_attribute (page, html, DTL_ATTRIBUTE_LANG) : NULL;
}
