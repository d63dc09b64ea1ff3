#include "config.h"

#include "article/dtl-html-junk.h"

#include <string.h>

/* Parts of class and id names; matched at the beginning of a word, where words
 * are parted by anything but letters and by a capital after a small letter. */
static const char *const junk_words[] = {
  "ad",           "ads",      "advert",      "adunit",   "adslot",   "banner",
  "breadcrumb",   "comment",  "cookie",      "consent",  "disqus",   "gdpr",
  "masthead",     "menu",     "modal",       "nav",      "navbar",   "navigation",
  "newsletter",   "outbrain", "pagination",  "pager",    "paywall",  "popup",
  "promo",        "recirc",   "recommend",   "related",  "respond",  "share",
  "sharing",      "sidebar",  "skip",        "social",   "sponsor",  "subscribe",
  "subscription", "taboola",  "teaser",      "toolbar",  "trending", "sharedaddy",
  "signup",       "mostread", "mostpopular", "readmore", "replies",
};
static const char *const small_print_words[] = {
  "author",   "bio",        "byline",   "credit",       "copyright", "date",
  "dateline", "disclaimer", "login",    "meta",         "next",      "posted",
  "prev",     "print",      "rating",   "tag",          "tags",      "timestamp",
  "tools",    "topics",     "keywords", "contributors",
};
static const char *const bad_words[] = {
  "aside", "footer", "foot", "header", "hidden", "more", "popular", "tool", "widget",
};
static const char *const good_words[] = {
  "article", "blog", "body", "content", "entry", "hentry",
  "main",    "page", "post", "story",   "text",
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

#define N_WORDS(list) G_N_ELEMENTS (list)

static gboolean
is_in (const char *word, gsize length, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_ascii_strncasecmp (word, list[i], length) == 0 && list[i][length] == '\0')
      return TRUE;
  return FALSE;
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

typedef struct {
  gboolean junk, small_print, bad, good;
} Words;

static void
read_word (Words *words, const char *at, gsize n)
{
  gsize singular = n > 3 && (at[n - 1] == 's' || at[n - 1] == 'S') ? n - 1 : n;

  words->junk |= is_in (at, n, junk_words, N_WORDS (junk_words)) ||
                 is_in (at, singular, junk_words, N_WORDS (junk_words));
  words->small_print |= is_in (at, n, small_print_words, N_WORDS (small_print_words));
  words->bad |= is_in (at, n, bad_words, N_WORDS (bad_words));
  words->good |= is_in (at, n, good_words, N_WORDS (good_words)) ||
                 is_in (at, singular, good_words, N_WORDS (good_words));
}

static void
read_names (Words *words, const char *names)
{
  while (names != NULL && *names != '\0')
    {
      gsize n = measure_word (names);

      if (n > 0)
        read_word (words, names, n);
      names += MAX (n, 1);
    }
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

static DtlHint
find_hint (const DtlPage *page, int node)
{
  const char *class = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_CLASS);
  const char *id = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ID);
  const char *property = dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ITEMPROP);
  DtlTag tag = page->nodes[node].tag;
  Words words = { 0 };

  if (dtl_page_has_word (property, "articleBody") || has_body_name (class) ||
      has_body_name (id))
    return DTL_HINT_BODY;
  if (tag == DTL_TAG_NAV || tag == DTL_TAG_ASIDE || tag == DTL_TAG_FOOTER ||
      tag == DTL_TAG_MENU || tag == DTL_TAG_DIALOG ||
      has_junk_role (dtl_page_get_attribute (page, node, DTL_ATTRIBUTE_ROLE)))
    return DTL_HINT_JUNK;
  if (tag == DTL_TAG_ARTICLE || tag == DTL_TAG_MAIN)
    return DTL_HINT_GOOD;
  read_names (&words, class);
  read_names (&words, id);
  if (words.junk)
    return words.good ? DTL_HINT_MIXED : DTL_HINT_JUNK;
  if (words.small_print)
    return DTL_HINT_SMALL_PRINT;
  if (words.good)
    return DTL_HINT_GOOD;
  return words.bad ? DTL_HINT_BAD : DTL_HINT_NONE;
}

void
dtl_page_find_hints (DtlPage *page)
{
  for (int i = 1; i < page->n_nodes; i++)
    if (page->nodes[i].tag != DTL_TAG_TEXT)
      page->nodes[i].hint = (gint8) find_hint (page, i);
}
