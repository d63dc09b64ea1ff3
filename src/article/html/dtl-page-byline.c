#include "config.h"

#include "article/html/dtl-page-byline.h"

#include "article/dtl-author-names.h"
#include "article/dtl-clean-text.h"
#include "article/html/dtl-author-element.h"

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

/* --- elements that are the author's --- */

/* A line of the page that is not the article's: the page shows an author for
 * each of its teasers, too. */
static gboolean
is_shown (const DtlPageFacts *facts, int node)
{
  const DtlPageNode *nodes = facts->page->nodes;

  /* A box that tells of the author is an aside, but in none. */
  return !nodes[node].is_left_out && !nodes[nodes[node].parent].is_aside;
}

static gboolean
is_marked (const DtlPage *page, int node)
{
  return dtl_page_has_word (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ITEMPROP),
                            "author") ||
         (page->nodes[node].tag == DTL_TAG_A &&
          dtl_page_has_word (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_REL),
                             "author"));
}

static gboolean
is_named (const DtlPage *page, int node)
{
  return page->nodes[node].tag != DTL_TAG_TEXT && page->nodes[node].tag != DTL_TAG_META &&
         dtl_author_element_is_named (page, node);
}

/* Adds the names in all elements of a kind: of those near the title where there
 * are any. */
static void
read_elements (const DtlPageFacts *facts,
               gboolean (*is_of_kind) (const DtlPage *page, int node),
               gboolean near_title,
               GPtrArray *names)
{
  const DtlPage *page = facts->page;

  for (int i = 1; i < page->n_nodes; i++)
    if (is_of_kind (page, i) && !page->nodes[i].is_left_out &&
        (near_title ? dtl_page_facts_is_near_title (facts, i) : is_shown (facts, i)))
      {
        dtl_author_element_add (page, i, facts->site_name, names);
        i = page->nodes[i].end - 1;
      }
}

static void
read_marked_authors (const DtlPageFacts *facts, GPtrArray *names)
{
  read_elements (facts, is_marked, TRUE, names);
  if (names->len == 0)
    read_elements (facts, is_marked, FALSE, names);
}

static void
read_named_elements (const DtlPageFacts *facts, GPtrArray *names)
{
  read_elements (facts, is_named, TRUE, names);
}

static void
read_links (const DtlPageFacts *facts, GPtrArray *names)
{
  read_elements (facts, dtl_author_element_is_link, TRUE, names);
}

/* The box that tells of the author below the text. Where such elements name
 * several people they are of other articles. */
static void
read_boxes (const DtlPageFacts *facts, GPtrArray *names)
{
  read_elements (facts, is_named, FALSE, names);
  if (names->len > 1)
    g_ptr_array_set_size (names, 0);
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

/* --- lines --- */

/* Empty where there is nothing in it. */
static char *
dup_line (const DtlPageFacts *facts, guint i)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char *clean;

  dtl_block_append_text (facts->page, &g_array_index (facts->blocks, DtlBlock, i), text);
  clean = dtl_clean_text (text->str, (gssize) text->len);
  return clean != NULL ? clean : g_strdup ("");
}

/* "Author", "Written by:" on a line of its own: the next one is the name. */
static gboolean
is_label (const DtlPageFacts *facts, guint i)
{
  static const char *const labels[] = { "by",         "author",    "authors",
                                        "autor",      "autorin",   "auteur",
                                        "autore",     "writtenby", "verfasstvon",
                                        "escritopor", "postedby" };
  g_autofree char *text = dup_line (facts, i);
  g_autofree char *folded = dtl_page_facts_fold (text);

  for (gsize k = 0; k < G_N_ELEMENTS (labels); k++)
    if (strcmp (folded, labels[k]) == 0)
      return TRUE;
  return FALSE;
}

/* "By Jane Doe" on a line of its own. */
static void
read_lines (const DtlPageFacts *facts, GPtrArray *names)
{
  for (guint i = 0; i < facts->blocks->len && names->len == 0; i++)
    {
      const DtlBlock *block = &g_array_index (facts->blocks, DtlBlock, i);
      g_autofree char *text = NULL;

      if (block->n_words > MAX_BYLINE_WORDS ||
          !dtl_page_facts_is_near_title (facts, block->first))
        continue;
      text = dup_line (facts, i);
      if (dtl_author_names_has_lead (text) || (i > 0 && is_label (facts, i - 1)))
        add_value (names, text, DTL_AUTHOR_LINE, facts);
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
  { read_boxes, "box of the author", 0.7 },
};

/* A login or a firm is named where nobody else is. */
static gboolean
is_any_person (const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    if (dtl_author_names_is_person (names->pdata[i]))
      return TRUE;
  return FALSE;
}

char *
dtl_page_byline_find (const DtlPageFacts *facts,
                      const char **ret_carrier,
                      double *ret_confidence)
{
  const Carrier *best = NULL;
  g_autoptr (GPtrArray) best_names = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (carriers_in_order); i++)
    {
      g_autoptr (GPtrArray) names = names_new ();

      carriers_in_order[i].read (facts, names);
      if (names->len == 0 || (best != NULL && !is_any_person (names)))
        continue;
      best = &carriers_in_order[i];
      g_clear_pointer (&best_names, g_ptr_array_unref);
      best_names = g_steal_pointer (&names);
      if (is_any_person (best_names))
        break;
    }
  if (best == NULL)
    return NULL;
  *ret_carrier = best->carrier;
  *ret_confidence = best->right;
  g_ptr_array_add (best_names, NULL);
  return g_strjoinv (", ", (char **) best_names->pdata);
}
