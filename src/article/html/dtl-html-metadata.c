#include "config.h"

#include "article/html/dtl-html-metadata.h"

#include "article/html/dtl-page-byline.h"
#include "article/html/dtl-page-dates.h"
#include "article/html/dtl-page-title.h"

static void
set_title (DtlPageFacts *facts, DtlArticleBuilder *builder)
{
  const char *carrier;
  double confidence;
  g_autofree char *title = dtl_page_title_find (facts, &carrier, &confidence);

  if (title != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, title, carrier, confidence);
}

static void
set_byline (const DtlPageFacts *facts, DtlArticleBuilder *builder)
{
  const char *carrier;
  double confidence;
  g_autofree char *byline = dtl_page_byline_find (facts, &carrier, &confidence);

  if (byline != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_BYLINE, byline, carrier, confidence);
}

static void
set_stamp (DtlArticleBuilder *builder,
           DtlArticleField field,
           const DtlStamp *stamp,
           const char *carrier,
           double confidence)
{
  g_autofree char *value = dtl_stamp_format (stamp);

  dtl_article_builder_set (builder, field, value, carrier, confidence);
}

static void
set_dates (const DtlPageFacts *facts, DtlArticleBuilder *builder)
{
  g_autoptr (DtlDateVote) vote = dtl_page_dates_gather (facts);
  DtlStamp published, modified;
  const char *carrier;
  double confidence;
  gboolean found = dtl_date_vote_count (vote, &published, &carrier, &confidence);

  if (found)
    set_stamp (builder, DTL_ARTICLE_PUBLISHED, &published, carrier, confidence);
  if (dtl_date_vote_get_modified (vote, found ? &published : NULL, &modified, &carrier))
    set_stamp (builder, DTL_ARTICLE_MODIFIED, &modified, carrier, 0.8);
}

void
dtl_metadata_read (DtlPageFacts *facts, DtlArticleBuilder *builder)
{
  set_title (facts, builder);
  set_byline (facts, builder);
  set_dates (facts, builder);
  if (facts->url != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_URL, facts->url, "page", 0.9);
}

const char *
dtl_metadata_find_language (const DtlPageFacts *facts)
{
  const DtlPage *page = facts->page;

  for (int i = 1; i < page->n_nodes; i++)
    if (page->nodes[i].tag == DTL_TAG_HTML)
      {
        const char *language = dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_LANG);

        if (language != NULL)
          return language;
      }
  return facts->json_ld.language != NULL ? facts->json_ld.language
                                         : dtl_page_facts_get_meta (facts, "og:locale");
}
