#include "config.h"

#include "article/html/dtl-author-element.h"

#include "article/dtl-author-names.h"
#include "article/dtl-clean-text.h"

#include <string.h>

/* How far before a name the words are looked for that say what one did; no
 * such words are longer, none that are shorter say it. */
#define MAX_LABEL_BYTES 40
#define MIN_LABEL_BYTES 6
#define MAX_LABEL_NODES 12
/* A line with more bytes tells of the author. */
#define MAX_NAME_LINE_BYTES 60
#define MAX_LINES 4

static gboolean
contains_any_of (const char *name, const char *const *parts)
{
  g_autofree char *lower = NULL;

  if (name == NULL)
    return FALSE;
  lower = g_ascii_strdown (name, -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    if (strstr (lower, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
dtl_author_element_is_named (const DtlPage *page, int node)
{
  static const char *const parts[] = { "author",     "byline",    "by-line",
                                       "writer",     "autor",     "auteur",
                                       "verfasser",  "signature", "contributor",
                                       "itemposter", NULL };

  return contains_any_of (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CLASS),
                          parts) ||
         contains_any_of (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ID), parts);
}

gboolean
dtl_author_element_is_link (const DtlPage *page, int node)
{
  static const char *const parts[] = {
    "/author/",   "/authors/",     "/autor/",        "/autoren/", "/autores/",
    "/staff/",    "/profile/",     "/profil/",       "/people/",  "/by/",
    "/writers/",  "/contributor/", "/contributors/", "/auteur/",  "/penulis/",
    "/newsteam/", "/reporter/",    "/journalist/",   NULL
  };

  return page->nodes[node].tag == DTL_TAG_A &&
         contains_any_of (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_HREF), parts);
}

/* --- what is said before a name --- */

static gboolean
is_blank (const DtlPage *page, const DtlPageNode *node)
{
  guint i = node->text_start;

  while (i < node->text_end && g_ascii_isspace (page->text[i]))
    i++;
  return i == node->text_end;
}

/* The words just before a node: of the nearest text that is long enough. */
static char *
dup_text_before (const DtlPage *page, int node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = node - 1, n = 0;
       i > 0 && n < MAX_LABEL_NODES && text->len < MIN_LABEL_BYTES; i--, n++)
    if (page->nodes[i].tag == DTL_TAG_TEXT)
      {
        const DtlPageNode *at = &page->nodes[i];
        guint length = at->text_end - at->text_start;

        if (length > MAX_LABEL_BYTES)
          break;
        if (text->len > 0 || !is_blank (page, at))
          g_string_prepend_len (text, page->text + at->text_start, length);
      }
  return dtl_clean_text (text->str, (gssize) text->len);
}

/* "Edited by", "Photos:", "Reviewed by": whoever comes next wrote nothing. */
static gboolean
follows_other_role (const DtlPage *page, int node)
{
  static const char *const ends[] = { " by", ":", " from", " von", " par", " por" };
  static const char *const roles[] = { "edited",    "reviewed",     "checked",
                                       "photo",     "illustrat",    "translat",
                                       "updated",   "contribution", "redigiert",
                                       "übersetzt", "foto",         "relu par",
                                       "approved",  "produced",     NULL };
  g_autofree char *text = dup_text_before (page, node);

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return contains_any_of (text, roles) &&
             !contains_any_of (text, (const char *const[]){ "written", NULL });
  return FALSE;
}

/* --- the names within --- */

static void
add_text (const DtlPage *page, int node, const char *site, GPtrArray *names)
{
  g_autofree char *text = dtl_page_dup_text (page, node);

  dtl_author_names_add (names, text, DTL_AUTHOR_LINE, site);
}

static gboolean
is_name_element (const DtlPage *page, int node)
{
  return dtl_page_has_word (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ITEMPROP),
                            "name") ||
         dtl_page_has_word (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_REL),
                            "author");
}

/* Adds the names of the parts of a kind; the outermost where they nest. */
static void
add_parts (const DtlPage *page,
           int node,
           gboolean (*is_of_kind) (const DtlPage *page, int node),
           const char *site,
           GPtrArray *names)
{
  for (int i = node + 1; i < page->nodes[node].end; i++)
    if (is_of_kind (page, i))
      {
        if (!follows_other_role (page, i))
          add_text (page, i, site, names);
        i = page->nodes[i].end - 1;
      }
}

/* The first of an element's lines that is a name and nothing else: below
 * "About the author", and above what is told of them. */
static void
add_first_line (const DtlPage *page, int node, const char *site, GPtrArray *names)
{
  guint before = names->len;

  for (int i = node + 1, n = 0;
       i < page->nodes[node].end && n < MAX_LINES && names->len == before; i++)
    if (page->nodes[i].tag == DTL_TAG_TEXT)
      {
        g_autofree char *text = dtl_page_dup_text (page, i);

        n += text != NULL;
        if (text != NULL && strlen (text) <= MAX_NAME_LINE_BYTES &&
            strchr (text, ' ') != NULL)
          dtl_author_names_add (names, text, DTL_AUTHOR_LINE, site);
      }
}

void
dtl_author_element_add (const DtlPage *page, int node, const char *site, GPtrArray *names)
{
  guint before = names->len;

  if (follows_other_role (page, node))
    return;
  add_parts (page, node, is_name_element, site, names);
  if (names->len == before)
    add_parts (page, node, dtl_author_element_is_link, site, names);
  if (names->len == before)
    add_text (page, node, site, names);
  if (names->len == before)
    add_first_line (page, node, site, names);
}
