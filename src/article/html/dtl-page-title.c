#include "config.h"

#include "article/html/dtl-page-title.h"

#include "article/html/dtl-html-junk.h"

#include <string.h>

#define MAX_TITLE_BYTES 500
/* A heading that nothing confirms is a title where this much speaks for it. */
#define MIN_SCORE 1.0
#define ONLY_SCORE 1.2
#define MAX_HEADINGS 200
#define MAX_LABELS 8

/* What the metadata say the title is, folded; some have the site's name. */
typedef struct {
  char *folded[5];
  guint n;
} Witnesses;

static void
clear_witnesses (Witnesses *witnesses)
{
  for (guint i = 0; i < witnesses->n; i++)
    g_free (witnesses->folded[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Witnesses, clear_witnesses)

static void
add_witness (Witnesses *witnesses, const char *value)
{
  g_autofree char *clean = dtl_page_facts_dup_value (value);

  if (clean != NULL)
    witnesses->folded[witnesses->n++] = dtl_page_facts_fold (clean);
}

static char *
dup_title_element (const DtlPageFacts *facts)
{
  const DtlPage *page = facts->page;

  for (int i = 1; i < page->n_nodes; i++)
    if (page->nodes[i].tag == DTL_TAG_SVG)
      i = page->nodes[i].end - 1; /* pictures have titles, too */
    else if (page->nodes[i].tag == DTL_TAG_TITLE)
      {
        g_autofree char *text = dtl_page_dup_text (page, i);

        if (text != NULL)
          return dtl_page_facts_dup_value (text);
      }
  return NULL;
}

static Witnesses
gather_witnesses (const DtlPageFacts *facts, const char *title_element)
{
  Witnesses witnesses = { 0 };

  add_witness (&witnesses, facts->json_ld.headline);
  add_witness (&witnesses, dtl_page_facts_get_meta (facts, "og:title"));
  add_witness (&witnesses, dtl_page_facts_get_meta (facts, "twitter:title"));
  add_witness (&witnesses, title_element);
  return witnesses;
}

/* 1 where they are the same, less where one is the other and something more:
 * a site's name, a second line. */
static double
compare_folded (const char *a, const char *b)
{
  gsize n_a = strlen (a), n_b = strlen (b);

  if (n_a == 0 || n_b == 0)
    return 0;
  if (strcmp (a, b) == 0)
    return 1;
  if (n_a >= 8 && strstr (b, a) != NULL)
    return 0.9 * (n_a * 3 > n_b ? 1 : 0.5);
  if (n_b >= 8 && strstr (a, b) != NULL)
    return 0.6 * (n_b * 3 > n_a * 2 ? 1 : 0.3);
  return 0;
}

static gboolean
is_called_title (const DtlPage *page, int node)
{
  static const char *const names[] = { "entry-title", "post-title",       "article-title",
                                       "headline",    "article__title",   "story-title",
                                       "post__title", "article-headline", "page-title",
                                       "entry__title" };
  const char *class = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CLASS);

  if (dtl_page_has_word (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ITEMPROP),
                         "headline"))
    return TRUE;
  for (gsize i = 0; class != NULL && i < G_N_ELEMENTS (names); i++)
    if (dtl_page_has_word (class, names[i]))
      return TRUE;
  return FALSE;
}

static double
score_heading (const DtlPageFacts *facts,
               int node,
               const char *text,
               const Witnesses *witnesses)
{
  g_autofree char *folded = dtl_page_facts_fold (text);
  g_autofree char *site =
      facts->site_name != NULL ? dtl_page_facts_fold (facts->site_name) : NULL;
  DtlTag tag = facts->page->nodes[node].tag;
  double score = tag == DTL_TAG_H1 ? 1.6 : tag == DTL_TAG_H2 ? 0 : -0.3;

  for (guint i = 0; i < witnesses->n; i++)
    score += compare_folded (folded, witnesses->folded[i]);
  score += is_called_title (facts->page, node) ? 0.7 : 0;
  if (site != NULL && strcmp (site, folded) == 0)
    score -= 3;
  if (facts->page->nodes[node].is_aside)
    score -= 1.5;
  return score;
}

/* The only one is hardly ever something else. */
static int
find_only_h1 (const DtlPage *page)
{
  int only = -1;

  for (int i = 1; i < page->n_nodes; i++)
    if (page->nodes[i].tag == DTL_TAG_H1 && !page->nodes[i].is_left_out &&
        !page->nodes[i].is_aside)
      {
        if (only >= 0)
          return -1;
        only = i;
      }
  return only;
}

static gboolean
may_be_title (const DtlPage *page, int node)
{
  DtlTag tag = page->nodes[node].tag;

  return tag == DTL_TAG_H1 || tag == DTL_TAG_H2 ||
         (tag != DTL_TAG_TEXT && tag != DTL_TAG_META && is_called_title (page, node));
}

/* The heading that most speaks for, or NULL. */
static char *
find_heading (const DtlPageFacts *facts,
              const Witnesses *witnesses,
              int *ret_node,
              double *ret_score)
{
  const DtlPage *page = facts->page;
  char *best = NULL;
  int n = 0, only = find_only_h1 (page);

  *ret_score = 0;
  *ret_node = -1;
  for (int i = 1; i < page->n_nodes && n < MAX_HEADINGS; i++)
    {
      g_autofree char *text = NULL;
      double score;

      if (page->nodes[i].is_left_out)
        i = page->nodes[i].end - 1;
      if (!may_be_title (page, i) || page->nodes[i].is_left_out ||
          (text = dtl_page_dup_text (page, i)) == NULL || strlen (text) > MAX_TITLE_BYTES)
        continue;
      n++;
      score = score_heading (facts, i, text, witnesses) + (i == only ? ONLY_SCORE : 0);
      if (score < MIN_SCORE || score <= *ret_score)
        continue;
      *ret_score = score;
      *ret_node = i;
      g_free (best);
      best = g_steal_pointer (&text);
    }
  return best;
}

/* --- titles with the name of their site --- */

static const char *const separators[] = { " | ", " - ", " – ",  " — ", " · ", " • ",
                                          " » ", " « ", " :: ", " / ", "|" };

static const char *
find_last_separator (const char *title, gsize *ret_length)
{
  const char *last = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *found = g_strrstr (title, separators[i]);

      if (found != NULL && found > title && (last == NULL || found > last))
        {
          last = found;
          *ret_length = strlen (separators[i]);
        }
    }
  return last;
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p != ' ' && (p == text || p[-1] == ' ');
  return n;
}

/* Whether @part is the site: its name, or its host without dots. */
static gboolean
is_site (const DtlPageFacts *facts, const char *part)
{
  g_autofree char *folded = dtl_page_facts_fold (part);
  g_autofree char *site =
      facts->site_name != NULL ? dtl_page_facts_fold (facts->site_name) : NULL;
  g_autofree char *url = facts->url != NULL ? dtl_page_facts_fold (facts->url) : NULL;

  if (*folded == '\0')
    return TRUE;
  if (site != NULL && *site != '\0' &&
      (strstr (site, folded) != NULL || strstr (folded, site) != NULL))
    return TRUE;
  return url != NULL && strlen (folded) >= 4 && strncmp (url, "http", 4) == 0 &&
         g_strstr_len (url, 60, folded) != NULL;
}

/* Cuts the site's name off, at the end or at the beginning: what is known to
 * be it, or a few words behind a bar. */
static void
cut_site_name (const DtlPageFacts *facts, char *title)
{
  gsize n;
  const char *last = find_last_separator (title, &n);
  char *first;

  while (last != NULL && (is_site (facts, last + n) ||
                          (strchr (last, '|') != NULL && count_words (last + n) <= 3 &&
                           count_words (title) - count_words (last) >= 3)))
    {
      title[last - title] = '\0';
      last = find_last_separator (title, &n);
    }
  first = strpbrk (title, "|-:");
  if (first != NULL && first > title && first[1] == ' ')
    {
      g_autofree char *head = g_strndup (title, (gsize) (first - title));

      if (facts->site_name != NULL && is_site (facts, head) &&
          count_words (first + 2) >= 2)
        memmove (title, first + 2, strlen (first + 2) + 1);
    }
}

static char *
find_in_metadata (const DtlPageFacts *facts,
                  const char *title_element,
                  const char **ret_carrier)
{
  const char *const values[] = { facts->json_ld.is_article ? facts->json_ld.headline
                                                           : NULL,
                                 dtl_page_facts_get_meta (facts, "og:title"),
                                 dtl_page_facts_get_meta (facts, "twitter:title"),
                                 title_element };
  static const char *const carriers[] = { "JSON-LD headline", "og:title", "twitter:title",
                                          "title" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *title = dtl_page_facts_dup_value (values[i]);

      if (title == NULL || strlen (title) > MAX_TITLE_BYTES)
        continue;
      cut_site_name (facts, title);
      g_strstrip (title);
      *ret_carrier = carriers[i];
      if (*title != '\0')
        return g_steal_pointer (&title);
    }
  return NULL;
}

/* --- what stands in a heading beside the title --- */

/* @title, and behind it the name of its site. */
static gboolean
begins_with_title (const char *value, const char *title)
{
  gsize n = strlen (title);

  if (!g_str_has_prefix (value, title))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (value + n, separators[i]))
      return TRUE;
  return FALSE;
}

/* Whether the metadata call the page this. */
static gboolean
is_title_of_page (const DtlPageFacts *facts, const char *text, const char *title_element)
{
  const char *const values[] = { facts->json_ld.headline,
                                 dtl_page_facts_get_meta (facts, "og:title"),
                                 dtl_page_facts_get_meta (facts, "twitter:title"),
                                 title_element };
  g_autofree char *folded = dtl_page_facts_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *title = dtl_page_facts_dup_value (values[i]);
      g_autofree char *other = NULL;

      if (title == NULL || strlen (title) > MAX_TITLE_BYTES)
        continue;
      if (begins_with_title (title, text))
        return TRUE;
      cut_site_name (facts, title);
      other = dtl_page_facts_fold (title);
      if (*folded != '\0' && strcmp (other, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/* @text without @part at its beginning or its end; NULL where it is not there. */
static char *
dup_without (const char *text, const char *part)
{
  gsize n = strlen (text), n_part = strlen (part);

  if (g_str_has_prefix (text, part))
    return g_strstrip (g_strdup (text + n_part));
  return g_str_has_suffix (text, part) ? g_strstrip (g_strndup (text, n - n_part)) : NULL;
}

/* The title in a heading that holds a date, a section's name or the like in an
 * element of its own, where the metadata have it without. */
static char *
dup_without_label (const DtlPageFacts *facts,
                   int heading,
                   const char *text,
                   const char *title_element)
{
  const DtlPage *page = facts->page;

  if (is_title_of_page (facts, text, title_element))
    return NULL;
  for (int i = heading + 1, n = 0; i < page->nodes[heading].end && n < MAX_LABELS; i++)
    {
      g_autofree char *label = NULL, *rest = NULL;

      if (page->nodes[i].tag == DTL_TAG_TEXT ||
          (label = dtl_page_dup_text (page, i)) == NULL)
        continue;
      n++;
      rest = dup_without (text, label);
      if (rest != NULL && is_title_of_page (facts, rest, title_element))
        return g_steal_pointer (&rest);
    }
  return NULL;
}

/* As it is to be read: with what is no title left out, and without references to
 * characters that were written twice. */
static char *
clean_heading (const DtlPageFacts *facts,
               int heading,
               const char *text,
               const char *title_element)
{
  g_autofree char *rest = dup_without_label (facts, heading, text, title_element);

  return dtl_page_facts_dup_value (rest != NULL ? rest : text);
}

char *
dtl_page_title_find (DtlPageFacts *facts,
                     const char **ret_carrier,
                     double *ret_confidence)
{
  g_autofree char *title_element = dup_title_element (facts);
  g_auto (Witnesses) witnesses = gather_witnesses (facts, title_element);
  double score;
  int node;
  g_autofree char *heading = find_heading (facts, &witnesses, &node, &score);

  dtl_page_facts_set_title (facts, node);
  if (heading != NULL)
    {
      *ret_carrier = facts->page->nodes[node].tag == DTL_TAG_H1 ? "h1" : "heading";
      *ret_confidence = MIN (0.5 + score / 8, 0.97);
      return clean_heading (facts, node, heading, title_element);
    }
  *ret_confidence = 0.7;
  return find_in_metadata (facts, title_element, ret_carrier);
}
