#include "config.h"

#include "article/html/dtl-page-dates.h"

#include "article/dtl-date-names.h"
#include "article/dtl-written-date.h"
#include "article/html/dtl-date-gathering.h"
#include "article/html/dtl-script-date.h"
#include "article/html/dtl-url-date.h"
#include "article/text/dtl-date-lines.h"

#include <string.h>

/* The shares on which the weights rest: how often a carrier named the right
 * day, on 1,964 pages whose day is known. */
#define RIGHT_PUBLISHED_TIME 0.95
#define RIGHT_JSON_LD 0.90
#define RIGHT_JSON_LD_PAGE 0.80
#define RIGHT_CREATED 0.78
#define RIGHT_URL 0.98
#define RIGHT_MICRODATA 0.92
#define RIGHT_TIME 0.85
#define RIGHT_META 0.84
#define RIGHT_SCRIPT 0.78

/* --- values --- */

/* Seconds or milliseconds since 1970. */
static gboolean
parse_epoch (const char *value, DtlStamp *ret_stamp)
{
  gsize n = strspn (value, "0123456789");
  g_autoptr (GDateTime) time = NULL;
  gint64 seconds;

  if ((n != 10 && n != 13) || value[n] != '\0')
    return FALSE;
  seconds = g_ascii_strtoll (value, NULL, 10) / (n == 13 ? 1000 : 1);
  time = g_date_time_new_from_unix_utc (seconds);
  *ret_stamp = (DtlStamp){ .precision = DTL_PRECISION_SECOND,
                           .year = g_date_time_get_year (time),
                           .month = g_date_time_get_month (time),
                           .day = g_date_time_get_day_of_month (time),
                           .hour = g_date_time_get_hour (time),
                           .minute = g_date_time_get_minute (time),
                           .second = g_date_time_get_second (time),
                           .has_offset = TRUE };
  return TRUE;
}

static gboolean
parse_value (const DtlDateGathering *gathering, const char *value, DtlStamp *ret_stamp)
{
  DtlWrittenDate written;

  if (value == NULL || strlen (value) > 200 || !g_utf8_validate (value, -1, NULL))
    return FALSE;
  if (dtl_stamp_parse (value, ret_stamp))
    return ret_stamp->precision >= DTL_PRECISION_DAY &&
           !dtl_date_gathering_is_filler (ret_stamp);
  if (parse_epoch (value, ret_stamp))
    return TRUE;
  if (!dtl_written_date_find (value, strlen (value), 0, gathering->order, &written) ||
      written.stamp.precision < DTL_PRECISION_DAY ||
      dtl_date_gathering_is_filler (&written.stamp))
    return FALSE;
  *ret_stamp = written.stamp;
  return TRUE;
}

static void
add_value (DtlDateGathering *gathering,
           const char *value,
           const char *carrier,
           double right)
{
  DtlStamp stamp;

  if (parse_value (gathering, value, &stamp))
    dtl_date_vote_add (gathering->vote, &stamp, carrier, right);
}

/* When a record was made is often set to the first of a year by hand. */
static void
add_created_value (DtlDateGathering *gathering, const char *value, const char *carrier)
{
  DtlStamp stamp;

  if (parse_value (gathering, value, &stamp) &&
      !(stamp.month == 1 && stamp.day == 1 && stamp.precision == DTL_PRECISION_DAY))
    dtl_date_vote_add (gathering->vote, &stamp, carrier, RIGHT_CREATED);
}

static void
add_modified_value (DtlDateGathering *gathering, const char *value, const char *carrier)
{
  DtlStamp stamp;

  if (parse_value (gathering, value, &stamp))
    dtl_date_vote_add_modified (gathering->vote, &stamp, carrier, FALSE);
}

static void
gather_metas (DtlDateGathering *gathering)
{
  const GArray *metas = gathering->facts->metas;

  for (guint i = 0; i < metas->len; i++)
    {
      const DtlPageMeta *meta = &g_array_index (metas, DtlPageMeta, i);

      if (dtl_date_names_change (meta->name))
        add_modified_value (gathering, meta->value, "meta modified");
      else if (strcmp (meta->name, "article:published_time") == 0)
        add_value (gathering, meta->value, "article:published_time",
                   RIGHT_PUBLISHED_TIME);
      else if (dtl_date_names_publication (meta->name) ||
               dtl_date_names_creation (meta->name))
        add_value (gathering, meta->value, "meta date", RIGHT_META);
    }
}

static void
gather_json_ld (DtlDateGathering *gathering)
{
  const DtlJsonLd *data = &gathering->facts->json_ld;

  add_value (gathering, data->published, "JSON-LD datePublished",
             data->is_article ? RIGHT_JSON_LD : RIGHT_JSON_LD_PAGE);
  add_created_value (gathering, data->created, "JSON-LD dateCreated");
  add_modified_value (gathering, data->modified, "JSON-LD dateModified");
}

static void
gather_addresses (DtlDateGathering *gathering)
{
  const char *const addresses[] = {
    gathering->facts->url, dtl_page_facts_get_meta (gathering->facts, "og:url")
  };
  DtlStamp stamp;

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (dtl_url_date_find (addresses[i], &stamp))
      {
        dtl_date_vote_add (gathering->vote, &stamp, "address", RIGHT_URL);
        return;
      }
}

/* What a page's scripts say is asked where nothing else tells. */
static void
gather_scripts (DtlDateGathering *gathering)
{
  const DtlPageFacts *facts = gathering->facts;
  DtlStamp stamp;

  if (!dtl_date_vote_has_published (gathering->vote) && facts->source != NULL &&
      dtl_script_date_find (facts->source, facts->source_length, &stamp) &&
      !dtl_date_gathering_is_filler (&stamp))
    dtl_date_vote_add (gathering->vote, &stamp, "script", RIGHT_SCRIPT);
}

/* --- what is shown --- */

static void
gather_microdata (DtlDateGathering *gathering, int node)
{
  const DtlPage *page = gathering->facts->page;
  const char *property = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ITEMPROP);
  const char *value = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CONTENT);
  g_autofree char *text = NULL;

  if (property == NULL || g_ascii_strncasecmp (property, "date", 4) != 0 ||
      gathering->facts->page->nodes[node].is_aside)
    return;
  if (value == NULL)
    value = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_DATETIME);
  if (value == NULL)
    value = text = dtl_page_dup_text (page, node);
  if (dtl_page_has_word (property, "datePublished"))
    add_value (gathering, value, "itemprop datePublished", RIGHT_MICRODATA);
  else if (dtl_page_has_word (property, "dateModified"))
    add_modified_value (gathering, value, "itemprop dateModified");
  else if (dtl_page_has_word (property, "dateCreated"))
    add_created_value (gathering, value, "itemprop dateCreated");
}

static void
gather_time (DtlDateGathering *gathering, int node)
{
  const DtlPage *page = gathering->facts->page;
  const char *value = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_DATETIME);

  if (value == NULL || gathering->n_shown >= DTL_MAX_SHOWN_DATES ||
      !dtl_page_facts_is_near_title (gathering->facts, node))
    return;
  gathering->n_shown++;
  if (dtl_date_has_name_like (page, node, dtl_date_names_only_change))
    add_modified_value (gathering, value, "time");
  else
    add_value (gathering, value, "time", RIGHT_TIME);
}

static void
gather_elements (DtlDateGathering *gathering)
{
  const DtlPage *page = gathering->facts->page;

  for (int i = 1; i < page->n_nodes; i++)
    {
      gather_microdata (gathering, i);
      if (page->nodes[i].tag == DTL_TAG_TIME)
        gather_time (gathering, i);
    }
}

/* --- the order of day and month --- */

static const char *
find_language (const DtlPageFacts *facts)
{
  for (int i = 1; i < facts->page->n_nodes; i++)
    if (facts->page->nodes[i].tag == DTL_TAG_HTML)
      return dtl_page_get_attribute (facts->page, i, DTL_ATTRIBUTE_LANG);
  return NULL;
}

/* Only the United States write the month first, and English without a country
 * is mostly theirs. */
static DtlDayOrder
find_order (const DtlPageFacts *facts, gboolean *ret_sure)
{
  static const char *const elsewhere[] = { ".uk/", ".au/", ".nz/", ".in/", ".ie/",
                                           ".za/", ".eu/", ".sg/", ".my/", ".id/",
                                           ".de/", ".fr/", ".it/", NULL };
  const char *language = find_language (facts);

  *ret_sure = TRUE;
  if (language != NULL && g_ascii_strncasecmp (language, "en", 2) != 0)
    return DTL_DAY_FIRST;
  if (language != NULL && strlen (language) >= 5)
    return g_ascii_strcasecmp (language + 3, "US") == 0 ? DTL_MONTH_FIRST : DTL_DAY_FIRST;
  if (dtl_date_contains_any_of (facts->url, elsewhere))
    return DTL_DAY_FIRST;
  *ret_sure = FALSE;
  return DTL_MONTH_FIRST;
}

DtlDateVote *
dtl_page_dates_gather (const DtlPageFacts *facts)
{
  DtlDateGathering gathering = { .facts = facts, .vote = dtl_date_vote_new () };

  gathering.order = find_order (facts, &gathering.is_order_sure);
  gather_metas (&gathering);
  gather_json_ld (&gathering);
  gather_addresses (&gathering);
  gather_elements (&gathering);
  dtl_date_lines_gather (&gathering);
  gather_scripts (&gathering);
  return gathering.vote;
}
