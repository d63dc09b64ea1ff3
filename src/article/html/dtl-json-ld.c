#include "config.h"

#include "article/html/dtl-json-ld.h"

#include "article/dtl-json.h"

#include <string.h>

#define MAX_AUTHORS 30

/* One object that may describe the page. */
typedef struct {
  const DtlJson *json;
  int object;
  int rank; /* 0: none */
} Choice;

/* --- which object --- */

static gboolean
ends_with_any_of (const char *type, const char *const *endings)
{
  for (gsize i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (type, endings[i]))
      return TRUE;
  return FALSE;
}

static int
rank_type (const char *type)
{
  static const char *const articles[] = { "Article", "Posting", "Report", "BlogPost",
                                          NULL };
  static const char *const works[] = { "Review",  "Recipe",      "HowTo", "CreativeWork",
                                       "Episode", "VideoObject", "Event", "Product",
                                       "Book",    "Question",    NULL };
  static const char *const pages[] = { "Page", NULL };

  if (ends_with_any_of (type, articles))
    return 6;
  if (ends_with_any_of (type, works))
    return 2;
  return ends_with_any_of (type, pages) ? 1 : 0;
}

/* "@type" may be one or several. */
static int
rank_object (const DtlJson *json, int object)
{
  int type = dtl_json_get (json, object, "@type");
  int rank = 0;

  if (type < 0)
    return 0;
  for (int i = type; i < json->values[type].end; i++)
    if (json->values[i].kind == DTL_JSON_STRING)
      rank = MAX (rank, rank_type (json->values[i].text));
  return rank;
}

/* Addresses without what does not matter: scheme, "www.", query, last slash. */
static gboolean
is_same_address (const char *a, const char *b)
{
  gsize n_a, n_b;

  if (a == NULL || b == NULL)
    return FALSE;
  for (const char **p = (const char *[]){ "https://", "http://", "www.", NULL };
       *p != NULL; p++)
    {
      a += g_str_has_prefix (a, *p) ? strlen (*p) : 0;
      b += g_str_has_prefix (b, *p) ? strlen (*p) : 0;
    }
  n_a = strcspn (a, "?#");
  n_b = strcspn (b, "?#");
  n_a -= n_a > 0 && a[n_a - 1] == '/';
  n_b -= n_b > 0 && b[n_b - 1] == '/';
  return n_a == n_b && strncmp (a, b, n_a) == 0;
}

static gboolean
names_address (const DtlJson *json, int object, const char *url)
{
  int main_page = dtl_json_get (json, object, "mainEntityOfPage");

  return is_same_address (dtl_json_get_string (json, object, "url"), url) ||
         is_same_address (dtl_json_get_string (json, object, "mainEntityOfPage"), url) ||
         is_same_address (dtl_json_get_string (json, main_page, "@id"), url) ||
         is_same_address (dtl_json_get_string (json, object, "@id"), url);
}

/* Objects below these keys are other works than the one the page shows. */
static gboolean
is_of_another_work (const DtlJson *json, int object)
{
  static const char *const keys[] = { "itemListElement", "hasPart",  "isPartOf",
                                      "mentions",        "citation", "comment",
                                      "isBasedOn",       "review",   "relatedLink",
                                      "subjectOf",       "about",    "workExample",
                                      "publisher",       "author",   "video",
                                      "associatedMedia", NULL };

  for (int i = object; i > 0; i = json->values[i].parent)
    if (json->values[i].key != NULL && g_strv_contains (keys, json->values[i].key))
      return TRUE;
  return FALSE;
}

static void
consider_document (const DtlJson *json, const char *url, Choice *best)
{
  for (int i = 1; i < json->n_values; i++)
    {
      int rank;

      if (json->values[i].kind != DTL_JSON_OBJECT ||
          (rank = rank_object (json, i)) == 0 || is_of_another_work (json, i))
        continue;
      rank += names_address (json, i, url) ? 3 : 0;
      if (rank > best->rank)
        *best = (Choice){ json, i, rank };
    }
}

/* --- authors --- */

static void
add_author (DtlJsonLd *data, const char *name)
{
  if (name == NULL || *name == '\0' || data->authors->len >= MAX_AUTHORS)
    return;
  for (guint i = 0; i < data->authors->len; i++)
    if (strcmp (data->authors->pdata[i], name) == 0)
      return;
  g_ptr_array_add (data->authors, (gpointer) name);
}

/* The name of the object that another one refers to by its "@id". */
static const char *
find_name_by_id (const DtlJsonLd *data, const char *id)
{
  for (guint d = 0; id != NULL && d < data->documents->len; d++)
    {
      const DtlJson *json = data->documents->pdata[d];

      for (int i = 1; i < json->n_values; i++)
        if (json->values[i].kind == DTL_JSON_STRING && json->values[i].key != NULL &&
            strcmp (json->values[i].key, "@id") == 0 &&
            strcmp (json->values[i].text, id) == 0)
          {
            const char *name = dtl_json_get_string (json, json->values[i].parent, "name");

            if (name != NULL)
              return name;
          }
    }
  return NULL;
}

static void
read_author (DtlJsonLd *data, const DtlJson *json, int value)
{
  const char *name;

  if (json->values[value].kind == DTL_JSON_STRING)
    {
      add_author (data, json->values[value].text);
      return;
    }
  name = dtl_json_get_string (json, value, "name");
  if (name == NULL) /* a list of names is met as well */
    {
      int names = dtl_json_get (json, value, "name");

      for (int i = names + 1; names >= 0 && i < json->values[names].end; i++)
        if (json->values[i].kind == DTL_JSON_STRING)
          add_author (data, json->values[i].text);
    }
  if (name == NULL)
    name = find_name_by_id (data, dtl_json_get_string (json, value, "@id"));
  add_author (data, name);
}

static void
read_authors (DtlJsonLd *data, const DtlJson *json, int object, const char *key)
{
  int value = dtl_json_get (json, object, key);

  if (value < 0)
    return;
  if (json->values[value].kind != DTL_JSON_ARRAY)
    read_author (data, json, value);
  else
    for (int i = value + 1, n = 0; i < json->values[value].end && n < MAX_AUTHORS;
         i = json->values[i].end, n++)
      read_author (data, json, i);
}

/* --- the whole --- */

static void
read_object (DtlJsonLd *data, const DtlJson *json, int object)
{
  data->headline = dtl_json_get_string (json, object, "headline");
  if (data->headline == NULL)
    data->headline = dtl_json_get_string (json, object, "name");
  data->published = dtl_json_get_string (json, object, "datePublished");
  if (data->published == NULL)
    data->published = dtl_json_get_string (json, object, "uploadDate");
  data->modified = dtl_json_get_string (json, object, "dateModified");
  data->created = dtl_json_get_string (json, object, "dateCreated");
  data->language = dtl_json_get_string (json, object, "inLanguage");
  data->url = dtl_json_get_string (json, object, "url");
  data->publisher =
      dtl_json_get_string (json, dtl_json_get (json, object, "publisher"), "name");
  read_authors (data, json, object, "author");
  if (data->authors->len == 0)
    read_authors (data, json, object, "creator");
}

static void
read_documents (DtlJsonLd *data, const DtlPage *page)
{
  for (int i = 1; i < page->n_nodes; i++)
    {
      const DtlPageNode *node = &page->nodes[i];
      const char *type;

      if (node->tag != DTL_TAG_SCRIPT)
        continue;
      type = dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_TYPE);
      if (type != NULL && g_ascii_strncasecmp (type, "application/ld+json", 19) == 0)
        g_ptr_array_add (data->documents,
                         dtl_json_parse (page->text + node->text_start,
                                         node->text_end - node->text_start));
    }
}

void
dtl_json_ld_read (const DtlPage *page, const char *url, DtlJsonLd *ret_data)
{
  DtlJsonLd data = { .documents =
                         g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_json_free),
                     .authors = g_ptr_array_new () };
  Choice best = { NULL, -1, 0 };

  read_documents (&data, page);
  for (guint i = 0; i < data.documents->len; i++)
    consider_document (data.documents->pdata[i], url, &best);
  if (best.rank > 0)
    read_object (&data, best.json, best.object);
  data.is_article = best.rank >= 6;
  *ret_data = data;
}

void
dtl_json_ld_clear (DtlJsonLd *data)
{
  g_clear_pointer (&data->documents, g_ptr_array_unref);
  g_clear_pointer (&data->authors, g_ptr_array_unref);
}
