#include "article/wiki/dtl-wiki-html-parts.h"

#include <string.h>

/* A table above the text with as many rows of a label and a value is a box of
 * facts, whatever it is called. */
#define MIN_BOX_ROWS 3

/* Classes of what is no part of the article. With a star: their beginning. */
static const char *const left_out[] = {
  /* of MediaWiki itself */
  "mw-editsection*",
  "mw-references-wrap*",
  "mw-cite-backlink",
  "mw-jump-link",
  "mw-indicators",
  "mw-empty-elt",
  "mw-ext-cite-error",
  "references",
  "reference",
  "reflist*",
  "toc",
  "catlinks",
  "printfooter",
  "gallery*",
  "magnify",
  "noprint",
  "error",
  "mw-gallery*",
  "navigation-not-searchable",
  /* of most wikis, in most languages */
  "navbox*",
  "vertical-navbox",
  "navbar",
  "sidebar*",
  "metadata",
  "ambox*",
  "tmbox",
  "mbox*",
  "hatnote",
  "dablink",
  "rellink",
  "shortdescription",
  "sistersitebox",
  "side-box",
  "portalbox",
  "portal-bar",
  "portalbar",
  "authority-control",
  "succession-box",
  "succession*",
  "stub",
  "asbox",
  "coordinates",
  "geo*",
  "haudio",
  "listen",
  "ext-phonos*",
  "inline-template",
  "template-fact",
  "navframe",
  "normdaten*",
  "hauptartikel",
  "begriffsklaerung*",
  "bandeau*",
  "homonymie",
  "nota-disambigua",
  "vedi-anche",
  "plainlinks-disambig",
  /* dates for machines, hidden beside those for people */
  "bday",
  "dday",
  "dtstart",
  "dtend",
  "deathdate",
  "sortkey",
};

static gboolean
is_class (const char *word, gsize length, const char *class)
{
  gsize n = strlen (class);

  if (class[n - 1] == '*')
    return length >= n - 1 && g_ascii_strncasecmp (word, class, n - 1) == 0;
  return length == n && g_ascii_strncasecmp (word, class, n) == 0;
}

static gboolean
is_left_out_class (const char *word, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (g_ascii_tolower (word[0]) == left_out[i][0] &&
        is_class (word, length, left_out[i]))
      return TRUE;
  return FALSE;
}

/* @classes: or an id, which some skins use for the same. */
static gboolean
has_left_out_class (const char *classes)
{
  while (classes != NULL && *classes != '\0')
    {
      gsize n = strcspn (classes, " \t\n\f\r");

      if (n > 0 && is_left_out_class (classes, n))
        return TRUE;
      classes += n + (classes[n] != '\0');
    }
  return FALSE;
}

static gboolean
is_left_out (const DtlPage *page, int node)
{
  const char *role = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ROLE);
  DtlTag tag = (DtlTag) page->nodes[node].tag;

  return tag == DTL_TAG_NAV || tag == DTL_TAG_MATH || tag == DTL_TAG_AUDIO ||
         dtl_page_has_word (role, "navigation") || dtl_page_has_word (role, "note") ||
         has_left_out_class (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CLASS)) ||
         has_left_out_class (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ID));
}

void
dtl_wiki_html_leave_out (DtlPage *page, int root)
{
  for (int i = root + 1; i < page->nodes[root].end; i++)
    if (page->nodes[i].tag != DTL_TAG_TEXT && !page->nodes[i].is_left_out)
      page->nodes[i].is_left_out = is_left_out (page, i);
}

/* --- the root --- */

static guint
measure_text (const DtlPage *page, int node)
{
  return page->nodes[node].text_end - page->nodes[node].text_start;
}

/* How surely an element is the root; 0 for one that is not. Old versions have
 * ids only. */
static int
rate_root (const DtlPage *page, int node)
{
  const char *id = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ID);

  if (dtl_page_has_word (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CLASS),
                         "mw-parser-output"))
    return 4;
  return g_strcmp0 (id, "mw-content-text") == 0  ? 3
         : g_strcmp0 (id, "bodyContent") == 0    ? 2
         : page->nodes[node].tag == DTL_TAG_BODY ? 1
                                                 : 0;
}

int
dtl_wiki_html_find_root (const DtlPage *page)
{
  int root = 0, best = 0;

  for (int i = 1; i < page->n_nodes; i++)
    {
      int rating = page->nodes[i].tag != DTL_TAG_TEXT ? rate_root (page, i) : 0;

      if (rating > best || (rating > 0 && rating == best &&
                            measure_text (page, i) > measure_text (page, root)))
        {
          root = i;
          best = rating;
        }
    }
  return root;
}

/* --- boxes of facts --- */

/* A row of one label and one value. */
static gboolean
is_row (const DtlPage *page, int node)
{
  int n = 0;

  if (page->nodes[node].tag != DTL_TAG_TR)
    return FALSE;
  for (int i = node + 1; i < page->nodes[node].end; i = page->nodes[i].end)
    n += page->nodes[i].tag == DTL_TAG_TD || page->nodes[i].tag == DTL_TAG_TH;
  return n == 2;
}

static gboolean
has_shape_of_box (const DtlPage *page, int table)
{
  int n = 0;

  for (int i = table + 1; i < page->nodes[table].end; i++)
    n += is_row (page, i);
  return n >= MIN_BOX_ROWS;
}

static gboolean
is_called_box (const DtlPage *page, int node)
{
  static const char *const names[] = { "infobox", "sinottico", "infotaula", "taxobox" };
  const char *class = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CLASS);

  for (gsize i = 0; class != NULL && i < G_N_ELEMENTS (names); i++)
    if (strstr (class, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
begins_text (const DtlPage *page, int node)
{
  DtlTag tag = (DtlTag) page->nodes[node].tag;

  return dtl_tag_is_heading (tag) || (tag == DTL_TAG_P && measure_text (page, node) > 80);
}

GArray *
dtl_wiki_html_take_boxes (DtlPage *page, int root)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean is_above_text = TRUE;

  for (int i = root + 1; i < page->nodes[root].end; i++)
    {
      DtlPageNode *node = &page->nodes[i];

      if (node->tag == DTL_TAG_TEXT)
        continue;
      if (is_called_box (page, i) ||
          (is_above_text && node->tag == DTL_TAG_TABLE && !is_left_out (page, i) &&
           has_shape_of_box (page, i)))
        {
          g_array_append_val (boxes, i);
          node->is_left_out = TRUE;
          i = node->end - 1;
        }
      else if (begins_text (page, i))
        is_above_text = FALSE;
    }
  return boxes;
}
