#include "config.h"

#include "fuse/dtl-fuse.h"

#include "fuse/dtl-fuse-paragraph.h"
#include "fuse/dtl-importance.h"

#include <string.h>

/* The source that @article became when it was added before, or 0. */
static DtlId
find_same_article (const DtlTimeline *timeline, const DtlArticle *article)
{
  const char *name = dtl_article_get (article, DTL_ARTICLE_ID);
  gsize length;
  const char *text = dtl_article_get_text (article, &length);
  guint n = dtl_timeline_get_n_sources (timeline);

  for (guint i = 0; i < n; i++)
    {
      DtlSource source;

      dtl_timeline_get_source (timeline, i, &source);
      if (source.text_length == length && g_str_equal (source.name, name) &&
          memcmp (source.text, text, length) == 0)
        return source.id;
    }
  return 0;
}

static DtlId
add_source (DtlTimeline *timeline, const DtlArticle *article)
{
  DtlSource source = {
    .name = dtl_article_get (article, DTL_ARTICLE_ID),
    .title = dtl_article_get (article, DTL_ARTICLE_TITLE),
    .byline = dtl_article_get (article, DTL_ARTICLE_BYLINE),
    .published = dtl_article_get (article, DTL_ARTICLE_PUBLISHED),
    .language = dtl_article_get (article, DTL_ARTICLE_LANGUAGE),
    .url = dtl_article_get (article, DTL_ARTICLE_URL),
  };

  source.text = dtl_article_get_text (article, &source.text_length);
  return dtl_timeline_add_source (timeline, &source);
}

static DtlId
add_lane (DtlTimeline *timeline, const DtlArticle *article)
{
  const char *title = dtl_article_get (article, DTL_ARTICLE_TITLE);

  return dtl_timeline_add_lane (
      timeline, title != NULL ? title : dtl_article_get (article, DTL_ARTICLE_ID));
}

static DtlClaimStatus
get_claim_status (DtlStatus status)
{
  switch (status)
    {
    case DTL_STATUS_HAPPENED:
      return DTL_CLAIM_HAPPENED;
    case DTL_STATUS_PLANNED:
      return DTL_CLAIM_PLANNED;
    case DTL_STATUS_REPORTED:
      return DTL_CLAIM_REPORTED;
    case DTL_STATUS_DENIED:
      return DTL_CLAIM_DENIED;
    case DTL_STATUS_HYPOTHETICAL:
      return DTL_CLAIM_HYPOTHETICAL;
    }
  g_return_val_if_reached (DTL_CLAIM_HAPPENED);
}

static DtlTextSpan
get_paragraph (const DtlArticle *article, const DtlAssertion *assertion)
{
  int index = dtl_fuse_find_paragraph (article, assertion->sentence_start);
  guint n;
  const DtlParagraph *paragraphs = dtl_article_get_paragraphs (article, &n);

  if (index < 0)
    return (DtlTextSpan){ assertion->sentence_start, assertion->sentence_end };
  return (DtlTextSpan){ paragraphs[index].start, paragraphs[index].end };
}

static DtlId
add_claim (DtlTimeline *timeline,
           const DtlExtraction *extraction,
           const DtlAssertion *assertion,
           DtlId source)
{
  guint n_mentions;
  const DtlMention *mentions = dtl_extraction_get_mentions (extraction, &n_mentions);
  const DtlMention *mention = &mentions[assertion->mention];
  DtlClaim claim = {
    .source = source,
    .title = assertion->title,
    .extent = assertion->extent,
    .paragraph = get_paragraph (dtl_extraction_get_article (extraction), assertion),
    .sentence = { assertion->sentence_start, assertion->sentence_end },
    .mentions = { { mention->start, mention->end } },
    .why = mention->why,
    .status = get_claim_status (assertion->status),
    .confidence = (float) assertion->confidence,
  };

  if (mention->partner >= 0)
    {
      const DtlMention *partner = &mentions[mention->partner];

      claim.mentions[1] = (DtlTextSpan){ partner->start, partner->end };
    }
  return dtl_timeline_add_claim (timeline, &claim);
}

static void
add_events (DtlTimeline *timeline,
            const DtlExtraction *extraction,
            DtlId source,
            DtlId lane)
{
  g_autoptr (DtlImportance) importance = dtl_importance_new (extraction);
  guint n;
  const DtlAssertion *assertions = dtl_extraction_get_assertions (extraction, &n);

  for (guint i = 0; i < n; i++)
    {
      DtlId claim = add_claim (timeline, extraction, &assertions[i], source);

      if (claim == 0)
        return;

      DtlEvent event = {
        .lane = lane,
        .title = assertions[i].title,
        .extent = assertions[i].extent,
        .importance = dtl_importance_get (importance, i),
        .claims = &claim,
        .n_claims = 1,
      };

      dtl_timeline_add_event (timeline, &event);
    }
}

DtlId
dtl_fuse_add (DtlTimeline *timeline, DtlExtraction *extraction)
{
  DtlArticle *article = dtl_extraction_get_article (extraction);
  DtlId source = find_same_article (timeline, article);
  guint n_assertions;

  if (source != 0)
    return source;

  source = add_source (timeline, article);
  if (source == 0)
    return 0;
  dtl_extraction_get_assertions (extraction, &n_assertions);
  /* A lane with nothing in it would tell a reader nothing. */
  if (n_assertions > 0)
    add_events (timeline, extraction, source, add_lane (timeline, article));
  return source;
}

float
dtl_fuse_get_importance (const DtlExtraction *extraction, guint assertion)
{
  g_autoptr (DtlImportance) importance = dtl_importance_new (extraction);

  return dtl_importance_get (importance, assertion);
}
