#include "config.h"

#include "article/dtl-page-dates.h"

#include "article/dtl-clean-text.h"
#include "article/dtl-url-date.h"
#include "article/dtl-written-date.h"

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
#define RIGHT_NAMED_ELEMENT 0.84
#define RIGHT_LABELLED 0.88
#define RIGHT_NEAR_TITLE 0.75
#define RIGHT_AMBIGUOUS 0.60
#define RIGHT_LABELLED_ELSEWHERE 0.80
#define RIGHT_NAMED_ELSEWHERE 0.72

/* A line with more words than this is a sentence, no date line. */
#define MAX_DATE_LINE_WORDS 30
#define MAX_LONE_DATE_WORDS 6
#define MAX_VISIBLE 40

typedef struct {
  const DtlPageFacts *facts;
  DtlDateVote *vote;
  DtlDayOrder order;
  gboolean is_order_sure; /* the page says which country's it is */
  int n_visible;
} Gathering;

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

/* Programs write these where they know no date. */
static gboolean
is_filler (const DtlStamp *stamp)
{
  return stamp->year < 1500 ||
         (stamp->year == 1970 && stamp->month == 1 && stamp->day == 1);
}

static gboolean
parse_value (const Gathering *gathering, const char *value, DtlStamp *ret_stamp)
{
  DtlWrittenDate written;

  if (value == NULL || strlen (value) > 200 || !g_utf8_validate (value, -1, NULL))
    return FALSE;
  if (dtl_stamp_parse (value, ret_stamp))
    return ret_stamp->precision >= DTL_PRECISION_DAY && !is_filler (ret_stamp);
  if (parse_epoch (value, ret_stamp))
    return TRUE;
  if (!dtl_written_date_find (value, strlen (value), 0, gathering->order, &written) ||
      written.stamp.precision < DTL_PRECISION_DAY || is_filler (&written.stamp))
    return FALSE;
  *ret_stamp = written.stamp;
  return TRUE;
}

static void
add_value (Gathering *gathering, const char *value, const char *carrier, double right)
{
  DtlStamp stamp;

  if (parse_value (gathering, value, &stamp))
    dtl_date_vote_add (gathering->vote, &stamp, carrier, right);
}

static void
add_modified_value (Gathering *gathering, const char *value, const char *carrier)
{
  DtlStamp stamp;

  if (parse_value (gathering, value, &stamp))
    dtl_date_vote_add_modified (gathering->vote, &stamp, carrier, FALSE);
}

/* --- names of metas, classes and the like --- */

static gboolean
contains_any_of (const char *name, const char *const *parts)
{
  for (gsize i = 0; name != NULL && parts[i] != NULL; i++)
    for (const char *at = name; *at != '\0'; at++)
      if (g_ascii_strncasecmp (at, parts[i], strlen (parts[i])) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
names_change (const char *name)
{
  static const char *const parts[] = { "modif",   "updat",  "revis",
                                       "lastmod", "edited", NULL };

  return contains_any_of (name, parts);
}

static gboolean
names_publication (const char *name)
{
  static const char *const parts[] = { "publish",          "pubdate", "pub-date",
                                       "pub_date",         "issued",  "published",
                                       "publication_date", "datepub", "posted",
                                       "displaydate",      NULL };

  return contains_any_of (name, parts);
}

static gboolean
names_creation (const char *name)
{
  static const char *const parts[] = { "created",       "creation", "create_at",
                                       "sailthru.date", "dc.date",  "dcterms.date",
                                       "citation_date", NULL };

  return contains_any_of (name, parts) || strcmp (name, "date") == 0;
}

static void
gather_metas (Gathering *gathering)
{
  const GArray *metas = gathering->facts->metas;

  for (guint i = 0; i < metas->len; i++)
    {
      const DtlPageMeta *meta = &g_array_index (metas, DtlPageMeta, i);

      if (names_change (meta->name))
        add_modified_value (gathering, meta->value, "meta modified");
      else if (strcmp (meta->name, "article:published_time") == 0)
        add_value (gathering, meta->value, "article:published_time",
                   RIGHT_PUBLISHED_TIME);
      else if (names_publication (meta->name) || names_creation (meta->name))
        add_value (gathering, meta->value, "meta date", RIGHT_META);
    }
}

static void
gather_json_ld (Gathering *gathering)
{
  const DtlJsonLd *data = &gathering->facts->json_ld;

  add_value (gathering, data->published, "JSON-LD datePublished",
             data->is_article ? RIGHT_JSON_LD : RIGHT_JSON_LD_PAGE);
  add_value (gathering, data->created, "JSON-LD dateCreated", RIGHT_CREATED);
  add_modified_value (gathering, data->modified, "JSON-LD dateModified");
}

static void
gather_addresses (Gathering *gathering)
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

/* --- what is shown --- */

/* What the element and the ones close round it are called. */
static gboolean
has_name_like (const DtlPage *page, int node, gboolean (*is_like) (const char *name))
{
  for (int n = 0; node > 0 && n < 3; n++, node = page->nodes[node].parent)
    {
      const char *class = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CLASS);
      const char *id = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ID);
      const char *property = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ITEMPROP);

      if ((class != NULL && is_like (class)) || (id != NULL && is_like (id)) ||
          (property != NULL && is_like (property)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_date (const char *name)
{
  static const char *const parts[] = {
    "date",    "time",    "publish",      "posted", "byline", "dateline", "stamp", "meta",
    "pubdate", "post-on", "article-info", "datum",  "fecha",  "datetime", NULL
  };

  return contains_any_of (name, parts);
}

/* "dateModified", "updated": unless "published" stands beside it, as in the
 * themes that give one element both classes. */
static gboolean
names_only_change (const char *name)
{
  return names_change (name) && !names_publication (name);
}

static void
gather_microdata (Gathering *gathering, int node)
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
    add_value (gathering, value, "itemprop dateCreated", RIGHT_CREATED);
}

static void
gather_time (Gathering *gathering, int node)
{
  const DtlPage *page = gathering->facts->page;
  const char *value = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_DATETIME);

  if (value == NULL || gathering->n_visible >= MAX_VISIBLE ||
      !dtl_page_facts_is_near_title (gathering->facts, node))
    return;
  gathering->n_visible++;
  if (has_name_like (page, node, names_only_change))
    add_modified_value (gathering, value, "time");
  else
    add_value (gathering, value, "time", RIGHT_TIME);
}

static void
gather_elements (Gathering *gathering)
{
  const DtlPage *page = gathering->facts->page;

  for (int i = 1; i < page->n_nodes; i++)
    {
      gather_microdata (gathering, i);
      if (page->nodes[i].tag == DTL_TAG_TIME)
        gather_time (gathering, i);
    }
}

/* --- dates written in lines of their own --- */

typedef enum {
  LABEL_NONE,
  LABEL_PUBLISHED,
  LABEL_MODIFIED,
} Label;

/* The label before a date: the last word of either kind in @text. */
static Label
find_label (const char *text, gsize length)
{
  static const char *const published[] = { "publish",    "posted",       "veröffentlicht",
                                           "erschienen", "publié",       "publicado",
                                           "pubblicato", "gepubliceerd", "diterbitkan",
                                           "released",   "issued",       NULL };
  static const char *const modified[] = { "updat",       "modified",   "aktualisiert",
                                          "geändert",    "edited",     "mis à jour",
                                          "actualizado", "aggiornato", "atualizado",
                                          "bijgewerkt",  "diperbarui", "reviewed",
                                          "revised",     NULL };
  g_autofree char *head = g_strndup (text, length);

  if (contains_any_of (head, modified))
    return LABEL_MODIFIED;
  return contains_any_of (head, published) ? LABEL_PUBLISHED : LABEL_NONE;
}

/* How often such a line is right; 0 where it says nothing of the article. */
static double
rate_line (const Gathering *gathering,
           const DtlBlock *block,
           gboolean is_ambiguous,
           Label label)
{
  const DtlPage *page = gathering->facts->page;
  gboolean is_near = dtl_page_facts_is_near_title (gathering->facts, block->first);
  gboolean is_named = has_name_like (page, page->nodes[block->first].parent, names_date);

  if (!is_near && page->nodes[block->element].is_aside)
    return 0;
  if (is_ambiguous && !gathering->is_order_sure)
    return is_near ? RIGHT_AMBIGUOUS : 0;
  if (label == LABEL_PUBLISHED)
    return is_near ? RIGHT_LABELLED : RIGHT_LABELLED_ELSEWHERE;
  if (is_named)
    return is_near ? RIGHT_NAMED_ELEMENT : RIGHT_NAMED_ELSEWHERE;
  /* Among the sentences a date may be of anything, unless it stands alone. */
  if (is_near &&
      ((block->n_words <= MAX_LONE_DATE_WORDS && block->kind == DTL_PARAGRAPH_TEXT) ||
       dtl_page_facts_is_above_text (gathering->facts, block->first)))
    return RIGHT_NEAR_TITLE;
  return 0;
}

static void
add_written (Gathering *gathering,
             const DtlBlock *block,
             const DtlWrittenDate *date,
             Label label)
{
  const DtlPage *page = gathering->facts->page;
  double right = rate_line (gathering, block, date->is_ambiguous, label);

  if (right == 0)
    return;
  gathering->n_visible++;
  if (label == LABEL_NONE &&
      has_name_like (page, page->nodes[block->first].parent, names_only_change))
    label = LABEL_MODIFIED;
  if (label == LABEL_MODIFIED)
    dtl_date_vote_add_modified (gathering->vote, &date->stamp, "written date",
                                dtl_page_facts_is_near_title (gathering->facts,
                                                              block->first));
  else
    dtl_date_vote_add (gathering->vote, &date->stamp, "written date", right);
}

static void
gather_line (Gathering *gathering, const DtlBlock *block)
{
  const DtlPage *page = gathering->facts->page;
  g_autoptr (GString) text = g_string_new (NULL);
  DtlWrittenDate date;
  gsize from = 0;

  dtl_block_append_text (page, block, text);
  while (gathering->n_visible < MAX_VISIBLE &&
         dtl_written_date_find (text->str, text->len, from, gathering->order, &date))
    {
      Label label = find_label (text->str + from, date.start - from);

      from = date.end;
      if (date.stamp.precision >= DTL_PRECISION_DAY && !is_filler (&date.stamp))
        add_written (gathering, block, &date, label);
    }
}

static void
gather_lines (Gathering *gathering)
{
  const GArray *blocks = gathering->facts->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const DtlBlock *block = &g_array_index (blocks, DtlBlock, i);

      if (block->n_words <= MAX_DATE_LINE_WORDS)
        gather_line (gathering, block);
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
  if (contains_any_of (facts->url, elsewhere))
    return DTL_DAY_FIRST;
  *ret_sure = FALSE;
  return DTL_MONTH_FIRST;
}

DtlDateVote *
dtl_page_dates_gather (const DtlPageFacts *facts)
{
  Gathering gathering = { .facts = facts, .vote = dtl_date_vote_new () };

  gathering.order = find_order (facts, &gathering.is_order_sure);
  gather_metas (&gathering);
  gather_json_ld (&gathering);
  gather_addresses (&gathering);
  gather_elements (&gathering);
  gather_lines (&gathering);
  return gathering.vote;
}
