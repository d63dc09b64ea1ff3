#include "config.h"

#include "article/dtl-language.h"

#include "article/dtl-language-words.h"

#include <libexttextcat/textcat.h>
#include <string.h>

/* As much of the text as is looked at; languages do not change later on. */
#define SAMPLE_BYTES 6000
/* What libexttextcat looks at: it is slow. */
#define TEXTCAT_BYTES 1500
#define MAX_WORDS 1200
#define MIN_WORDS 12
#define N_LANGUAGES G_N_ELEMENTS (language_words)

/* --- by script --- */

/* Scripts that one language writes in, or one before all others. */
static const struct {
  gunichar first, last;
  const char *tag;
} own_scripts[] = {
  { 0x370, 0x3ff, "el" },   { 0x530, 0x58f, "hy" },   { 0x590, 0x5ff, "he" },
  { 0x980, 0x9ff, "bn" },   { 0xa00, 0xa7f, "pa" },   { 0xa80, 0xaff, "gu" },
  { 0xb00, 0xb7f, "or" },   { 0xb80, 0xbff, "ta" },   { 0xc00, 0xc7f, "te" },
  { 0xc80, 0xcff, "kn" },   { 0xd00, 0xd7f, "ml" },   { 0xd80, 0xdff, "si" },
  { 0xe00, 0xe7f, "th" },   { 0xe80, 0xeff, "lo" },   { 0xf00, 0xfff, "bo" },
  { 0x1000, 0x109f, "my" }, { 0x10a0, 0x10ff, "ka" }, { 0x1200, 0x139f, "am" },
  { 0x1780, 0x17ff, "km" }, { 0xac00, 0xd7af, "ko" },
};

typedef struct {
  guint all;
  guint cyrillic, arabic, kana, han;
  guint own[G_N_ELEMENTS (own_scripts)];
  guint ukrainian, russian, bulgarian, serbian, persian,
      urdu; /* letters that only they have */
} Letters;

static void
count_cyrillic (Letters *letters, gunichar c)
{
  letters->cyrillic++;
  letters->ukrainian += c == 0x456 || c == 0x457 || c == 0x454 || c == 0x491;
  letters->russian += c == 0x44b || c == 0x44d;
  letters->bulgarian += c == 0x44a;
  letters->serbian += c == 0x458 || c == 0x459 || c == 0x45a || c == 0x452;
}

static void
count_arabic (Letters *letters, gunichar c)
{
  letters->arabic++;
  letters->persian += c == 0x67e || c == 0x686 || c == 0x698 || c == 0x6af;
  letters->urdu += c == 0x679 || c == 0x688 || c == 0x691 || c == 0x6d2;
}

static void
count_own (Letters *letters, gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_scripts); i++)
    if (c >= own_scripts[i].first && c <= own_scripts[i].last)
      {
        letters->own[i]++;
        return;
      }
}

static void
count_letter (Letters *letters, gunichar c)
{
  letters->all++;
  if (c < 0x250)
    return; /* Latin, which most languages write in */
  if (c >= 0x400 && c < 0x530)
    count_cyrillic (letters, c);
  else if (c >= 0x600 && c < 0x780)
    count_arabic (letters, c);
  else if (c >= 0x3040 && c < 0x3100)
    letters->kana++;
  else if (c >= 0x3400 && c < 0xa000)
    letters->han++;
  else
    count_own (letters, c);
}

static Letters
count_letters (const char *text, gsize length)
{
  Letters letters = { 0 };

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 || g_ascii_isalpha (*p))
      {
        gunichar c = g_utf8_get_char (p);

        if (g_unichar_isalpha (c))
          count_letter (&letters, c);
      }
  return letters;
}

static const char *
find_by_cyrillic (const Letters *letters)
{
  if (letters->ukrainian > letters->russian)
    return letters->serbian > letters->ukrainian ? "sr" : "uk";
  if (letters->serbian > letters->russian)
    return "sr";
  if (letters->russian == 0 && letters->bulgarian * 100 > letters->cyrillic)
    return "bg";
  return letters->russian > 0 ? "ru" : NULL;
}

static const char *
find_by_arabic (const Letters *letters)
{
  if (letters->urdu * 100 > letters->arabic)
    return "ur";
  return letters->persian * 100 > letters->arabic ? "fa" : "ar";
}

/* NULL where the script is shared by many languages. */
static const char *
find_by_script (const Letters *letters)
{
  guint half = letters->all / 2;

  if (letters->kana + letters->han > half)
    return letters->kana * 20 > letters->han ? "ja" : "zh";
  if (letters->cyrillic > half)
    return find_by_cyrillic (letters);
  if (letters->arabic > half)
    return find_by_arabic (letters);
  for (gsize i = 0; i < G_N_ELEMENTS (own_scripts); i++)
    if (letters->own[i] > half)
      return own_scripts[i].tag;
  return NULL;
}

/* --- by common words --- */

typedef struct {
  guint n_words;
  guint counts[N_LANGUAGES];
} Words;

static gpointer
make_index (gpointer ignored)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < N_LANGUAGES; i++)
    {
      g_auto (GStrv) words = g_strsplit (language_words[i].words, " ", -1);

      for (gsize k = 0; words[k] != NULL; k++)
        {
          gsize bits = GPOINTER_TO_SIZE (g_hash_table_lookup (index, words[k]));

          g_hash_table_insert (index, g_strdup (words[k]),
                               GSIZE_TO_POINTER (bits | (gsize) 1 << i));
        }
    }
  return index;
}

G_STATIC_ASSERT (N_LANGUAGES <= 8 * sizeof (gsize));

static void
count_word (Words *words, GHashTable *index, const char *start, const char *end)
{
  char word[32];
  gsize n = 0, bits;

  for (const char *p = start; p < end && n < sizeof word - 8; p = g_utf8_next_char (p))
    n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (p)), word + n);
  word[n] = '\0';
  words->n_words++;
  bits = GPOINTER_TO_SIZE (g_hash_table_lookup (index, word));
  for (gsize i = 0; bits != 0; i++, bits >>= 1)
    words->counts[i] += bits & 1;
}

static Words
count_words (const char *text, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *index = g_once (&once, make_index, NULL);
  const char *end = text + length, *start = text;
  Words words = { 0 };

  for (const char *p = text; p <= end && words.n_words < MAX_WORDS;)
    {
      const char *next = p < end ? g_utf8_next_char (p) : p + 1;

      if (p == end || !g_unichar_isalpha (g_utf8_get_char (p)))
        {
          if (p > start)
            count_word (&words, index, start, p);
          start = next;
        }
      p = next;
    }
  return words;
}

static gboolean
hint_means (const char *hint, const char *tag)
{
  gsize length = strlen (tag);

  return hint != NULL && g_ascii_strncasecmp (hint, tag, length) == 0 &&
         !g_ascii_isalpha (hint[length]);
}

/* Danish and Norwegian, Indonesian and Malay share most of their words: the
 * page's own word for it counts as a tenth more. */
static guint
weigh (const Words *words, gsize i, const char *hint)
{
  return words->counts[i] * (hint_means (hint, language_words[i].tag) ? 22 : 20);
}

/* NULL where the words do not tell. */
static const char *
find_by_words (const Words *words, const char *hint, double *ret_confidence)
{
  gsize best = 0;
  guint second = 0;

  for (gsize i = 1; i < N_LANGUAGES; i++)
    if (weigh (words, i, hint) > weigh (words, best, hint))
      best = i;
  for (gsize i = 0; i < N_LANGUAGES; i++)
    if (i != best)
      second = MAX (second, weigh (words, i, hint));
  /* A quarter of running text is common words; a tenth is enough. */
  if (words->n_words < MIN_WORDS || words->counts[best] * 10 < words->n_words)
    return NULL;
  *ret_confidence = weigh (words, best, hint) > second * 3 / 2 ? 0.98 : 0.85;
  return language_words[best].tag;
}

/* --- by groups of letters --- */

static gpointer
open_textcat (gpointer ignored)
{
  return special_textcat_Init (DTL_TEXTCAT_DIR "/fpdb.conf", DTL_TEXTCAT_DIR "/");
}

/* "[pt--utf8][gl--utf8]": the first, without what follows the tag. */
static char *
read_category (const char *categories)
{
  gsize n = 0;

  if (categories == NULL || categories[0] != '[')
    return NULL;
  categories++;
  while (g_ascii_islower (categories[n]))
    n++;
  return n == 2 || n == 3 ? g_strndup (categories, n) : NULL;
}

/* Reading its fingerprints takes longer than reading an article, so it is
 * asked only where nothing else tells. */
static char *
find_by_letter_groups (const char *text, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  static GMutex lock; /* one handle has one buffer */
  void *textcat = g_once (&once, open_textcat, NULL);
  char *tag;

  if (textcat == NULL || length < 80)
    return NULL;
  g_mutex_lock (&lock);
  tag = read_category (textcat_Classify (textcat, text, MIN (length, TEXTCAT_BYTES)));
  g_mutex_unlock (&lock);
  return tag;
}

/* The primary part of a tag: "de" of "de-AT", "nb" of "no". */
static char *
read_hint (const char *hint)
{
  gsize n = 0;

  while (hint != NULL && g_ascii_isalpha (hint[n]))
    n++;
  if (n < 2 || n > 3)
    return NULL;
  return hint_means (hint, "no") ? g_strdup ("nb") : g_ascii_strdown (hint, (gssize) n);
}

static gsize
cut_sample (const char *text, gsize length)
{
  gsize n = MIN (length, SAMPLE_BYTES);

  while (n > 0 && n < length && (text[n] & 0xc0) == 0x80)
    n--;
  return n;
}

char *
dtl_language_find (const char *text,
                   gsize length,
                   const char *hint,
                   double *ret_confidence)
{
  g_autofree char *hinted = read_hint (hint);
  gsize sample = cut_sample (text, length);
  Letters letters = count_letters (text, sample);
  const char *tag = find_by_script (&letters);
  Words words;
  char *found;

  *ret_confidence = 0.98;
  if (tag != NULL)
    return g_strdup (tag);
  words = count_words (text, sample);
  tag = find_by_words (&words, hinted, ret_confidence);
  if (tag != NULL)
    return g_strdup (tag);
  *ret_confidence = 0.6;
  if (hinted != NULL)
    return g_steal_pointer (&hinted);
  found = find_by_letter_groups (text, sample);
  *ret_confidence = 0.5;
  return found;
}

void
dtl_language_set (DtlArticleBuilder *builder,
                  const char *text,
                  gsize length,
                  const char *hint,
                  const char *known)
{
  g_autofree char *found = NULL;
  double confidence;

  if (known != NULL)
    {
      dtl_article_builder_set (builder, DTL_ARTICLE_LANGUAGE, known, "set by hand", 1);
      return;
    }
  found = dtl_language_find (text, length, hint, &confidence);
  dtl_article_builder_set (builder, DTL_ARTICLE_LANGUAGE, found, "the text", confidence);
}
