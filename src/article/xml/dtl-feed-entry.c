#include "config.h"

#include "article/xml/dtl-feed-entry.h"

#include "article/dtl-clean-text.h"
#include "article/dtl-written-date.h"
#include "article/html/dtl-html-fragment.h"

#include <string.h>

#define CARRIER "feed"

void
dtl_feed_entry_clear (DtlFeedEntry *entry)
{
  g_clear_pointer (&entry->title, g_free);
  g_clear_pointer (&entry->byline, g_free);
  g_clear_pointer (&entry->published, g_free);
  g_clear_pointer (&entry->modified, g_free);
  g_clear_pointer (&entry->url, g_free);
  g_clear_pointer (&entry->language, g_free);
  g_clear_pointer (&entry->content, g_free);
}

/* "2023-07-27T06:45:00Z", "Thu, 27 Jul 2023 06:45:00 +0200". */
static void
set_date (DtlArticleBuilder *builder, DtlArticleField field, const char *text)
{
  g_autofree char *value = NULL;
  DtlWrittenDate date;
  DtlStamp stamp;

  if (text == NULL)
    return;
  if (dtl_stamp_parse (text, &stamp))
    value = dtl_stamp_format (&stamp);
  else if (dtl_written_date_find (text, strlen (text), 0, DTL_DAY_FIRST, &date))
    value = dtl_stamp_format (&date.stamp);
  if (value != NULL)
    dtl_article_builder_set (builder, field, value, CARRIER, 0.95);
}

/* Titles are text, but many feeds put markup into them. */
static void
set_title (DtlArticleBuilder *builder, const char *title)
{
  g_autoptr (DtlArticleBuilder) scratch = dtl_article_builder_new (NULL);
  g_autofree char *plain = NULL;

  if (title == NULL ||
      !dtl_html_fragment_add (scratch, title, strlen (title), NULL, NULL, NULL))
    return;
  plain = dtl_clean_text (dtl_article_builder_get_text (scratch, NULL), -1);
  if (plain != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, plain, CARRIER, 0.95);
}

/* A feed is fetched from one address, its entries have others. */
static void
set_url (DtlArticleBuilder *builder, const char *url)
{
  if (url != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_URL, url, CARRIER, 0.95);
}

gboolean
dtl_feed_entry_put (const DtlFeedEntry *entry,
                    DtlArticleSink *sink,
                    guint number,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *part = g_strdup_printf ("%u", number);
  g_autoptr (DtlArticleBuilder) builder = dtl_article_sink_begin (sink, part);
  const char *published = entry->published != NULL ? entry->published : entry->modified;

  set_title (builder, entry->title);
  if (entry->byline != NULL)
    dtl_article_builder_set (builder, DTL_ARTICLE_BYLINE, entry->byline, CARRIER, 0.9);
  set_date (builder, DTL_ARTICLE_PUBLISHED, published);
  set_date (builder, DTL_ARTICLE_MODIFIED, entry->modified);
  set_url (builder, entry->url);
  if (entry->content != NULL &&
      !dtl_html_fragment_add (builder, entry->content, strlen (entry->content), NULL,
                              cancellable, error))
    return FALSE;
  dtl_fragment_set_language (builder, entry->language, sink->options->language);
  dtl_article_sink_end (sink, g_steal_pointer (&builder));
  return TRUE;
}
