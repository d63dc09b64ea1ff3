#include "config.h"

#include "article/dtl-page-byline.h"

#include "article/dtl-author-names.h"
#include "article/dtl-html-junk.h"

#include <string.h>

#define MAX_BYLINE_WORDS 16

static GPtrArray *
names_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
add_value (GPtrArray *names,
           const char *value,
           DtlAuthorSource source,
           const DtlPageFacts *facts)
{
  g_autofree char *text = dtl_page_facts_dup_value (value);

  dtl_author_names_add (names, text, source, facts->site_name);
}

/* --- the carriers --- */

static void
read_json_ld (const DtlPageFacts *facts, GPtrArray *names)
{
  for (guint i = 0; i < facts->json_ld.authors->len; i++)
    add_value (names, facts->json_ld.authors->pdata[i], DTL_AUTHOR_FIELD, facts);
}

static void
read_metas (const DtlPageFacts *facts, GPtrArray *names)
{
  static const char *const carriers[] = {
    "author",         "article:author",  "dc.creator",          "byl",
    "parsely-author", "sailthru.author", "article:author_name", "citation_author",
    "dcterms.creator"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (carriers) && names->len == 0; i++)
    for (guint k = 0; k < facts->metas->len; k++)
      {
        const DtlPageMeta *meta = &g_array_index (facts->metas, DtlPageMeta, k);

        if (strcmp (meta->name, carriers[i]) == 0)
          add_value (names, meta->value, DTL_AUTHOR_FIELD, facts);
      }
}

static void
add_element (const DtlPageFacts *facts, int node, GPtrArray *names)
{
  g_autofree char *text = dtl_page_dup_text (facts->page, node);

  dtl_author_names_add (names, text, DTL_AUTHOR_LINE, facts->site_name);
}

/* The name within an element of the author's: the item's own name, or the
 * link to the author's page, or all of it. */
static void
add_author_element (const DtlPageFacts *facts, int node, GPtrArray *names)
{
  const DtlPage *page = facts->page;
  guint before = names->len;

  for (int i = node + 1; i < page->nodes[node].end; i++)
    if (dtl_page_has_word (dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_ITEMPROP),
                           "name") ||
        dtl_page_has_word (dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_REL), "author"))
      add_element (facts, i, names);
  if (names->len == before)
    add_element (facts, node, names);
}

static void
read_marked_authors (const DtlPageFacts *facts, GPtrArray *names)
{
  const DtlPage *page = facts->page;

  for (int i = 1; i < page->n_nodes; i++)
    {
      gboolean is_author =
          dtl_page_has_word (dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_ITEMPROP),
                             "author") ||
          (page->nodes[i].tag == DTL_TAG_A &&
           dtl_page_has_word (dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_REL),
                              "author"));

      if (!is_author || page->nodes[i].is_left_out || facts->page->nodes[i].is_aside)
        continue;
      add_author_element (facts, i, names);
      i = page->nodes[i].end - 1;
    }
}

static gboolean
is_called_byline (const DtlPage *page, int node)
{
  const char *class = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CLASS);
  const char *id = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ID);
  static const char *const parts[] = { "author", "byline", "by-line", "writer", "autor" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((class != NULL && g_strstr_len (class, -1, parts[i]) != NULL) ||
        (id != NULL && g_strstr_len (id, -1, parts[i]) != NULL))
      return TRUE;
  return FALSE;
}

static void
read_named_elements (const DtlPageFacts *facts, GPtrArray *names)
{
  const DtlPage *page = facts->page;

  for (int i = 1; i < page->n_nodes && names->len == 0; i++)
    if (page->nodes[i].tag != DTL_TAG_TEXT && page->nodes[i].tag != DTL_TAG_META &&
        !page->nodes[i].is_left_out && is_called_byline (page, i) &&
        dtl_page_facts_is_near_title (facts, i))
      add_author_element (facts, i, names);
}

/* A link to a page of somebody's: ".../author/jane-doe". */
static gboolean
leads_to_author (const char *address)
{
  static const char *const parts[] = { "/author/",  "/authors/",     "/autor/",
                                       "/autoren/", "/autores/",     "/staff/",
                                       "/profile/", "/profil/",      "/people/",
                                       "/by/",      "/contributor/", "/contributors/",
                                       "/auteur/",  "/penulis/" };

  for (gsize i = 0; address != NULL && i < G_N_ELEMENTS (parts); i++)
    if (strstr (address, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
read_links (const DtlPageFacts *facts, GPtrArray *names)
{
  const DtlPage *page = facts->page;

  for (int i = 1; i < page->n_nodes; i++)
    if (page->nodes[i].tag == DTL_TAG_A && !page->nodes[i].is_left_out &&
        leads_to_author (dtl_page_get_attribute (page, i, DTL_ATTRIBUTE_HREF)) &&
        dtl_page_facts_is_near_title (facts, i))
      add_element (facts, i, names);
}

/* "Written by" is what this pair of fields most often says. */
static void
read_card (const DtlPageFacts *facts, GPtrArray *names)
{
  static const char *const labels[] = { "Written by",     "Verfasst von", "Écrit par",
                                        "Escrito por",    "Scritto da",   "Ditulis oleh",
                                        "Geschreven door" };
  const char *label = dtl_page_facts_get_meta (facts, "twitter:label1");

  for (gsize i = 0; label != NULL && i < G_N_ELEMENTS (labels); i++)
    if (strcmp (label, labels[i]) == 0)
      add_value (names, dtl_page_facts_get_meta (facts, "twitter:data1"),
                 DTL_AUTHOR_FIELD, facts);
}

/* "By Jane Doe" on a line of its own. */
static void
read_lines (const DtlPageFacts *facts, GPtrArray *names)
{
  static const char *const leads[] = { "By ",   "BY ",         "by ",
                                       "Von ",  "Par ",        "Por ",
                                       "Oleh ", "Written by ", "Posted by " };

  for (guint i = 0; i < facts->blocks->len && names->len == 0; i++)
    {
      const DtlBlock *block = &g_array_index (facts->blocks, DtlBlock, i);
      g_autoptr (GString) text = NULL;

      if (block->n_words > MAX_BYLINE_WORDS || block->n_words < 2 ||
          !dtl_page_facts_is_near_title (facts, block->first))
        continue;
      text = g_string_new (NULL);
      dtl_block_append_text (facts->page, block, text);
      g_strstrip (text->str);
      for (gsize k = 0; k < G_N_ELEMENTS (leads); k++)
        if (g_str_has_prefix (text->str, leads[k]))
          add_value (names, text->str, DTL_AUTHOR_LINE, facts);
    }
}

/* --- the best of them --- */

typedef struct {
  void (*read) (const DtlPageFacts *facts, GPtrArray *names);
  const char *carrier;
  double right; /* how often such a carrier names the author */
} Carrier;

static const Carrier carriers_in_order[] = {
  { read_json_ld, "JSON-LD author", 0.87 },
  { read_marked_authors, "author markup", 0.84 },
  { read_metas, "meta author", 0.85 },
  { read_card, "twitter:data1", 0.85 },
  { read_named_elements, "byline", 0.8 },
  { read_links, "link to the author", 0.8 },
  { read_lines, "byline", 0.8 },
};

char *
dtl_page_byline_find (const DtlPageFacts *facts,
                      const char **ret_carrier,
                      double *ret_confidence)
{
  for (gsize i = 0; i < G_N_ELEMENTS (carriers_in_order); i++)
    {
      g_autoptr (GPtrArray) names = names_new ();

      carriers_in_order[i].read (facts, names);
      if (names->len == 0)
        continue;
      *ret_carrier = carriers_in_order[i].carrier;
      *ret_confidence = carriers_in_order[i].right;
      g_ptr_array_add (names, NULL);
      return g_strjoinv (", ", (char **) names->pdata);
    }
  return NULL;
}
