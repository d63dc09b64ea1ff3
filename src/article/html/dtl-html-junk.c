#include "config.h"

#include "article/html/dtl-html-junk.h"

#include <stdlib.h>
#include <string.h>

typedef enum {
  WORD_JUNK = 1 << 0,
  WORD_SMALL_PRINT = 1 << 1,
  WORD_BAD = 1 << 2,
  WORD_GOOD = 1 << 3,
  WORD_AUTHOR = 1 << 4,
  WORD_BOX = 1 << 5,    /* beside "author": it tells of them */
  WORD_TEASER = 1 << 6, /* without a link: the deck of this article */
} WordKinds;

typedef struct {
  const char *word;
  WordKinds kind;
} HintWord;

#define MAX_DECK_NODES 30
/* The longest one, and a letter more. */
#define MAX_WORD_BYTES 16

/* Words that class and id names are made of, sorted by bytes. Words are parted
 * by anything but letters, and by a capital behind a small letter. */
static const HintWord hint_words[] = {
  { "about", WORD_BOX },
  { "ad", WORD_JUNK },
  { "ads", WORD_JUNK },
  { "adslot", WORD_JUNK },
  { "adunit", WORD_JUNK },
  { "advert", WORD_JUNK },
  { "article", WORD_GOOD },
  { "aside", WORD_BAD },
  { "author", WORD_SMALL_PRINT | WORD_AUTHOR },
  { "banner", WORD_JUNK },
  { "bio", WORD_SMALL_PRINT | WORD_BOX },
  { "blog", WORD_GOOD },
  { "body", WORD_GOOD },
  { "box", WORD_BOX },
  { "breadcrumb", WORD_JUNK },
  { "byline", WORD_SMALL_PRINT },
  { "card", WORD_BOX },
  { "comment", WORD_JUNK },
  { "consent", WORD_JUNK },
  { "content", WORD_GOOD },
  { "contributors", WORD_SMALL_PRINT },
  { "cookie", WORD_JUNK },
  { "copyright", WORD_SMALL_PRINT },
  { "credit", WORD_SMALL_PRINT },
  { "date", WORD_SMALL_PRINT },
  { "dateline", WORD_SMALL_PRINT },
  { "description", WORD_BOX },
  { "disclaimer", WORD_SMALL_PRINT },
  { "disqus", WORD_JUNK },
  { "entry", WORD_GOOD },
  { "foot", WORD_BAD },
  { "footer", WORD_BAD },
  { "gdpr", WORD_JUNK },
  { "header", WORD_BAD },
  { "hentry", WORD_GOOD },
  { "hidden", WORD_BAD },
  { "keywords", WORD_SMALL_PRINT },
  { "login", WORD_SMALL_PRINT },
  { "main", WORD_GOOD },
  { "masthead", WORD_JUNK },
  { "menu", WORD_JUNK },
  { "meta", WORD_SMALL_PRINT },
  { "modal", WORD_JUNK },
  { "more", WORD_BAD },
  { "mostpopular", WORD_JUNK },
  { "mostread", WORD_JUNK },
  { "nav", WORD_JUNK },
  { "navbar", WORD_JUNK },
  { "navigation", WORD_JUNK },
  { "newsletter", WORD_JUNK },
  { "next", WORD_SMALL_PRINT },
  { "outbrain", WORD_JUNK },
  { "page", WORD_GOOD },
  { "pager", WORD_JUNK },
  { "pagination", WORD_JUNK },
  { "paywall", WORD_JUNK },
  { "popular", WORD_BAD },
  { "popup", WORD_JUNK },
  { "post", WORD_GOOD },
  { "posted", WORD_SMALL_PRINT },
  { "prev", WORD_SMALL_PRINT },
  { "print", WORD_SMALL_PRINT },
  { "profile", WORD_BOX },
  { "promo", WORD_JUNK },
  { "rating", WORD_SMALL_PRINT },
  { "readmore", WORD_JUNK },
  { "recirc", WORD_JUNK },
  { "recommend", WORD_JUNK },
  { "related", WORD_JUNK },
  { "replies", WORD_JUNK },
  { "respond", WORD_JUNK },
  { "share", WORD_JUNK },
  { "sharedaddy", WORD_JUNK },
  { "sharing", WORD_JUNK },
  { "sidebar", WORD_JUNK },
  { "signup", WORD_JUNK },
  { "skip", WORD_JUNK },
  { "social", WORD_JUNK },
  { "sponsor", WORD_JUNK },
  { "story", WORD_GOOD },
  { "subscribe", WORD_JUNK },
  { "subscription", WORD_JUNK },
  { "taboola", WORD_JUNK },
  { "tag", WORD_SMALL_PRINT },
  { "tags", WORD_SMALL_PRINT },
  { "teaser", WORD_TEASER },
  { "text", WORD_GOOD },
  { "timestamp", WORD_SMALL_PRINT },
  { "tool", WORD_BAD },
  { "toolbar", WORD_JUNK },
  { "tools", WORD_SMALL_PRINT },
  { "topics", WORD_SMALL_PRINT },
  { "trending", WORD_JUNK },
  { "widget", WORD_BAD },
};

/* Whole names that say what they are. */
static const char *const body_names[] = {
  "article-body",     "article__body", "articlebody",    "article-content",
  "article__content", "article-text",  "entry-content",  "post-content",
  "post-body",        "story-body",    "story-content",  "storytext",
  "story-text",       "post__content", "articletext",    "article_body",
  "content-body",     "blog-content",  "single-content", "post-entry",
  "body-copy",        "article-copy",  "articlecontent", "body-content",
};

static int
compare_words (gconstpointer word, gconstpointer row)
{
  return strcmp (word, ((const HintWord *) row)->word);
}

static WordKinds
find_word (const char *word)
{
  const HintWord *found = bsearch (word, hint_words, G_N_ELEMENTS (hint_words),
                                   sizeof hint_words[0], compare_words);

  return found != NULL ? found->kind : 0;
}

/* Bytes of the next word of a name. */
static gsize
measure_word (const char *at)
{
  gsize n = 0;

  while (g_ascii_isalpha (at[n]) &&
         !(n > 0 && g_ascii_isupper (at[n]) && g_ascii_islower (at[n - 1])))
    n++;
  return n;
}

/* A word as it is, and without the "s" of a plural. */
static WordKinds
read_word (const char *at, gsize n)
{
  char word[MAX_WORD_BYTES];
  WordKinds kinds;

  if (n >= sizeof word)
    return 0;
  for (gsize i = 0; i < n; i++)
    word[i] = g_ascii_tolower (at[i]);
  word[n] = '\0';
  kinds = find_word (word);
  if (n > 3 && word[n - 1] == 's')
    {
      word[n - 1] = '\0';
      kinds |= find_word (word) & (WORD_JUNK | WORD_GOOD | WORD_TEASER);
    }
  return kinds;
}

static WordKinds
read_names (const char *names)
{
  WordKinds kinds = 0;

  while (names != NULL && *names != '\0')
    {
      gsize n = measure_word (names);

      if (n > 0)
        kinds |= read_word (names, n);
      names += MAX (n, 1);
    }
  return kinds;
}

static gboolean
has_body_name (const char *names)
{
  for (gsize i = 0; names != NULL && i < G_N_ELEMENTS (body_names); i++)
    if (dtl_page_has_word (names, body_names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_junk_role (const char *role)
{
  static const char *const roles[] = { "navigation",  "complementary", "banner",
                                       "contentinfo", "search",        "menu",
                                       "menubar",     "dialog",        "alertdialog",
                                       "alert",       "toolbar",       "tablist" };

  for (gsize i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (dtl_page_has_word (role, roles[i]))
      return TRUE;
  return FALSE;
}

/* A teaser leads to what it teases, or holds several. */
static gboolean
is_linked (const DtlPage *page, int node)
{
  int parent = page->nodes[node].parent;

  if (page->nodes[node].end - node > MAX_DECK_NODES)
    return TRUE;
  for (int i = node + 1; i < page->nodes[node].end; i++)
    if (page->nodes[i].tag == DTL_TAG_A)
      return TRUE;
  return page->nodes[parent].tag == DTL_TAG_A;
}

static DtlHint
find_hint (const DtlPage *page, int node)
{
  const char *class = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CLASS);
  const char *id = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ID);
  const char *property = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ITEMPROP);
  DtlTag tag = page->nodes[node].tag;
  WordKinds kinds;

  if (dtl_page_has_word (property, "articleBody") || has_body_name (class) ||
      has_body_name (id))
    return DTL_HINT_BODY;
  if (tag == DTL_TAG_NAV || tag == DTL_TAG_ASIDE || tag == DTL_TAG_FOOTER ||
      tag == DTL_TAG_MENU || tag == DTL_TAG_DIALOG ||
      has_junk_role (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ROLE)))
    return DTL_HINT_JUNK;
  if (tag == DTL_TAG_FORM)
    return DTL_HINT_MIXED; /* some pages are a form as a whole */
  if (tag == DTL_TAG_ARTICLE || tag == DTL_TAG_MAIN)
    return DTL_HINT_GOOD;
  kinds = read_names (class) | read_names (id);
  if ((kinds & WORD_TEASER) && is_linked (page, node))
    kinds |= WORD_JUNK;
  if ((kinds & WORD_AUTHOR) && (kinds & WORD_BOX))
    return DTL_HINT_JUNK;
  if (kinds & WORD_JUNK)
    return kinds & WORD_GOOD ? DTL_HINT_MIXED : DTL_HINT_JUNK;
  if (kinds & WORD_SMALL_PRINT)
    return DTL_HINT_SMALL_PRINT;
  if (kinds & WORD_GOOD)
    return DTL_HINT_GOOD;
  return kinds & WORD_BAD ? DTL_HINT_BAD : DTL_HINT_NONE;
}

void
dtl_page_find_hints (DtlPage *page)
{
  for (int i = 1; i < page->n_nodes; i++)
    if (page->nodes[i].tag != DTL_TAG_TEXT)
      page->nodes[i].hint = (gint8) find_hint (page, i);
}
