#include "layout/dtl-words.h"

#include "layout/dtl-letter-widths.h"

#include <math.h>

/* Letters of a title that are looked at; a label shows about 50. */
#define MOST_LETTERS 120

/* Pixels of a label. Where there are few events, each can have its whole title. */
#define MOST_WIDTH 340
#define MOST_WIDTH_OF_FEW 440
#define FEW_EVENTS 64

/* Events whose words are kept: some ten megabytes. */
#define MOST_WORDS 65536

struct _DtlWordsCache {
  DtlTimeline *timeline;
  const DtlMeasure *measure;
  DtlLabelStyle style;
  char *language; /* of the style */
  DtlLetterWidths *letters;
  double usual_date; /* pixels of the longest of the usual dates; 0: unknown */
  GHashTable *words; /* of DtlWords, by position */
};

static void
free_words (gpointer data)
{
  DtlWords *words = data;

  g_free (words->title);
  g_free (words->date);
  g_free (words);
}

DtlWordsCache *
dtl_words_cache_new (DtlTimeline *timeline, const DtlMeasure *measure)
{
  DtlWordsCache *cache = g_new0 (DtlWordsCache, 1);

  cache->timeline = timeline;
  cache->measure = measure;
  cache->letters = dtl_letter_widths_new (measure);
  cache->words = g_hash_table_new_full (NULL, NULL, NULL, free_words);
  return cache;
}

void
dtl_words_cache_free (DtlWordsCache *cache)
{
  g_hash_table_unref (cache->words);
  dtl_letter_widths_free (cache->letters);
  g_free (cache->language);
  g_free (cache);
}

void
dtl_words_cache_clear (DtlWordsCache *cache)
{
  g_hash_table_remove_all (cache->words);
  dtl_letter_widths_clear (cache->letters);
  cache->usual_date = 0;
}

void
dtl_words_cache_trim (DtlWordsCache *cache)
{
  if (g_hash_table_size (cache->words) > MOST_WORDS)
    g_hash_table_remove_all (cache->words);
}

gboolean
dtl_words_cache_set_style (DtlWordsCache *cache, const DtlLabelStyle *style)
{
  if (cache->style.common_era == style->common_era &&
      cache->style.calendar == style->calendar &&
      g_strcmp0 (cache->language, style->language) == 0)
    return FALSE;

  g_free (cache->language);
  cache->language = g_strdup (style->language);
  cache->style = *style;
  cache->style.language = cache->language;
  dtl_words_cache_clear (cache);
  return TRUE;
}

/* TRUE for nearly all titles: they need no looking at letter by letter. */
static gboolean
is_tidy (const char *title)
{
  gsize length = 0;

  for (; title[length] != '\0'; length++)
    if (length == MOST_LETTERS || title[length] < ' ' || title[length] > '~')
      return FALSE;

  return TRUE;
}

/* A title on one line, however long it was and whatever was in it. */
static char *
tidy (const char *title)
{
  GString *tidied;
  guint n = 0;

  if (title == NULL || is_tidy (title))
    return g_strdup (title != NULL ? title : "");

  tidied = g_string_new (NULL);
  for (; *title != '\0' && n < MOST_LETTERS; title = g_utf8_next_char (title), n++)
    {
      gunichar letter = g_utf8_get_char_validated (title, -1);

      if (letter == (gunichar) -1 || letter == (gunichar) -2)
        break;
      g_string_append_unichar (tidied, g_unichar_iscntrl (letter) ? ' ' : letter);
    }
  if (n == MOST_LETTERS)
    g_string_append (tidied, "…");

  return g_string_free (tidied, FALSE);
}

double
dtl_words_cache_get_most_room (const DtlWordsCache *cache)
{
  return dtl_timeline_get_n_events (cache->timeline) <= FEW_EVENTS ? MOST_WIDTH_OF_FEW
                                                                   : MOST_WIDTH;
}

/* As long as dates to the day, month or year get. */
static double
sum_usual_date (DtlWordsCache *cache)
{
  const DtlDate date = { .precision = DTL_PRECISION_DAY,
                         .year = -1200,
                         .month = 9,
                         .day = 30 };
  g_autofree char *text = NULL;
  DtlExtent extent;

  if (!dtl_extent_from_date (&date, &extent, NULL))
    return dtl_words_cache_get_most_room (cache);
  text = dtl_label_extent (&extent, &cache->style);
  return dtl_letter_widths_sum (cache->letters, DTL_FONT_DETAIL, text);
}

/* One day, month or year: not "between 1914 and 1918". */
static gboolean
is_usual_date (const DtlExtent *extent)
{
  double unit = (double) dtl_precision_get_seconds (extent->precision);

  return extent->kind == DTL_EXTENT_WITHIN && extent->flags == 0 &&
         extent->part == DTL_PART_NONE && extent->precision >= DTL_PRECISION_YEAR &&
         extent->precision <= DTL_PRECISION_DAY && dtl_time_is_bounded (extent->start) &&
         dtl_time_is_bounded (extent->end) &&
         (double) (extent->end - extent->start) < 1.05 * unit;
}

static double
sum_title (DtlWordsCache *cache, const char *title)
{
  g_autofree char *tidied = NULL;

  if (title != NULL && is_tidy (title))
    return dtl_letter_widths_sum (cache->letters, DTL_FONT_LABEL, title);

  tidied = tidy (title);
  return dtl_letter_widths_sum (cache->letters, DTL_FONT_LABEL, tidied);
}

static double
sum_date (DtlWordsCache *cache, const DtlExtent *extent)
{
  g_autofree char *text = dtl_label_extent (extent, &cache->style);

  return dtl_letter_widths_sum (cache->letters, DTL_FONT_DETAIL, text);
}

/* Putting a date into words costs far more than knowing that it is short. */
static double
sum_date_if_longer (DtlWordsCache *cache, guint position, double title)
{
  DtlExtent extent = dtl_timeline_get_event_extent (cache->timeline, position);

  if (title >= cache->usual_date && is_usual_date (&extent))
    return title;
  return MAX (title, sum_date (cache, &extent));
}

double
dtl_words_cache_get_room (DtlWordsCache *cache, guint position)
{
  double most = dtl_words_cache_get_most_room (cache), text;

  if (cache->usual_date == 0)
    cache->usual_date = sum_usual_date (cache);

  text = sum_title (cache, dtl_timeline_get_event_title (cache->timeline, position));
  if (text < most)
    text = sum_date_if_longer (cache, position, text);

  return MIN (ceil (text) + 2 * DTL_LABEL_PADDING_X, most);
}

static DtlWords *
find_words (DtlWordsCache *cache, guint position)
{
  DtlWords *words = g_new (DtlWords, 1);
  DtlEvent event;

  dtl_timeline_get_event (cache->timeline, position, &event);
  words->title = tidy (event.title);
  words->date = dtl_label_extent (&event.extent, &cache->style);
  words->width = dtl_words_cache_get_room (cache, position);

  return words;
}

const DtlWords *
dtl_words_cache_get (DtlWordsCache *cache, guint position)
{
  DtlWords *words = g_hash_table_lookup (cache->words, GUINT_TO_POINTER (position));

  if (words == NULL)
    {
      words = find_words (cache, position);
      g_hash_table_insert (cache->words, GUINT_TO_POINTER (position), words);
    }
  return words;
}
