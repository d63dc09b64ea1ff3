#include "config.h"

#include "fuse/dtl-importance.h"

#include "base/dtl-fold.h"
#include "fuse/dtl-fuse-paragraph.h"

#include <string.h>

/* A claim's importance is the sum of five signs, each 0 to 1 and weighed as
 * below, times a factor for its status. The signs are what editors go by when
 * they make a chronology: sure things before doubtful ones, exact dates before
 * vague ones, what is told early, what the headline is about, and dates that
 * the article comes back to. */
#define WEIGHT_CONFIDENCE 0.30
#define WEIGHT_PRECISION 0.20
#define WEIGHT_PLACE 0.20
#define WEIGHT_TOPIC 0.20
#define WEIGHT_REPETITION 0.10

/* Paragraphs after which the sign of the place has fallen to a half. */
#define PARAGRAPHS_TO_HALF 4.0

/* Letters of a word of the title that can tell a topic: leaves out "the",
 * "and" and their like in most languages. */
#define MIN_TOPIC_LETTERS 4

struct _DtlImportance {
  const DtlExtraction *extraction;
  GHashTable *tellings; /* DtlExtent bounds: how often the article gives them */
  GPtrArray *topic;     /* folded words of the title; owned */
  GArray *ranks;        /* guint: of each paragraph, how many with text precede */
  GString *sentence;    /* folded; kept to be used again */
};

/* --- the signs --- */

static double
get_status_factor (DtlStatus status)
{
  switch (status)
    {
    case DTL_STATUS_HAPPENED:
      return 1;
    case DTL_STATUS_REPORTED:
      return 0.9;
    case DTL_STATUS_PLANNED:
      return 0.8;
    case DTL_STATUS_DENIED:
      return 0.5;
    case DTL_STATUS_HYPOTHETICAL:
      return 0.4;
    }
  g_return_val_if_reached (1);
}

/* By the width of the unit, so that seasons and weeks find their place. */
static double
get_precision_sign (const DtlExtent *extent)
{
  gint64 seconds = dtl_precision_get_seconds (extent->precision);

  if (seconds <= DTL_SECONDS_PER_DAY)
    return 1;
  if (seconds <= DTL_SECONDS_PER_YEAR / 12)
    return 0.85;
  if (seconds <= DTL_SECONDS_PER_YEAR)
    return 0.7;
  if (seconds <= 10 * DTL_SECONDS_PER_YEAR)
    return 0.5;
  return 0.4;
}

static double
get_place_sign (const DtlImportance *self, const DtlArticle *article, gsize position)
{
  int index = dtl_fuse_find_paragraph (article, position);
  guint n;
  const DtlParagraph *paragraphs = dtl_article_get_paragraphs (article, &n);

  if (index < 0)
    return 0;
  if (paragraphs[index].kind == DTL_PARAGRAPH_HEADING)
    return 1;
  return PARAGRAPHS_TO_HALF /
         (PARAGRAPHS_TO_HALF + g_array_index (self->ranks, guint, index));
}

/* Two words of the headline in one sentence are as good as all. */
static double
get_topic_sign (DtlImportance *self,
                const DtlArticle *article,
                const DtlAssertion *assertion)
{
  gsize length;
  const char *text = dtl_article_get_text (article, &length);
  guint n_found = 0;

  if (self->topic->len == 0)
    return 0.5;
  g_string_truncate (self->sentence, 0);
  dtl_fold_append (self->sentence, text + assertion->sentence_start,
                   assertion->sentence_end - assertion->sentence_start);
  for (guint i = 0; i < self->topic->len && n_found < 2; i++)
    if (strstr (self->sentence->str, self->topic->pdata[i]) != NULL)
      n_found++;
  return (double) n_found / MIN (2, self->topic->len);
}

static double
get_repetition_sign (const DtlImportance *self, const DtlExtent *extent)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->tellings, extent));

  return n > 1 ? 1 - 1.0 / n : 0;
}

float
dtl_importance_get (DtlImportance *self, guint index)
{
  guint n;
  const DtlAssertion *assertions = dtl_extraction_get_assertions (self->extraction, &n);
  const DtlArticle *article = dtl_extraction_get_article (self->extraction);

  g_return_val_if_fail (index < n, 0);

  const DtlAssertion *assertion = &assertions[index];
  double sum = WEIGHT_CONFIDENCE * assertion->confidence +
               WEIGHT_PRECISION * get_precision_sign (&assertion->extent) +
               WEIGHT_PLACE * get_place_sign (self, article, assertion->sentence_start) +
               WEIGHT_TOPIC * get_topic_sign (self, article, assertion) +
               WEIGHT_REPETITION * get_repetition_sign (self, &assertion->extent);

  return (float) CLAMP (get_status_factor (assertion->status) * sum, 0, 1);
}

/* --- what they are weighed against --- */

static guint
hash_bounds (gconstpointer data)
{
  const DtlExtent *extent = data;

  return g_int64_hash (&extent->start) * 31 + g_int64_hash (&extent->end);
}

static gboolean
equal_bounds (gconstpointer a, gconstpointer b)
{
  const DtlExtent *one = a, *other = b;

  return one->start == other->start && one->end == other->end;
}

static void
count_tellings (DtlImportance *self)
{
  guint n;
  const DtlMention *mentions = dtl_extraction_get_mentions (self->extraction, &n);

  for (guint i = 0; i < n; i++)
    {
      const DtlMention *mention = &mentions[i];
      guint count =
          GPOINTER_TO_UINT (g_hash_table_lookup (self->tellings, &mention->extent));

      /* A range counts once, at its first end. */
      if (mention->has_extent && (mention->partner < 0 || mention->partner > (int) i))
        g_hash_table_insert (self->tellings, (gpointer) &mention->extent,
                             GUINT_TO_POINTER (count + 1));
    }
}

static void
add_topic_word (DtlImportance *self, const char *start, const char *end)
{
  if (g_utf8_strlen (start, end - start) >= MIN_TOPIC_LETTERS)
    g_ptr_array_add (self->topic, g_strndup (start, (gsize) (end - start)));
}

static void
read_topic (DtlImportance *self)
{
  DtlArticle *article = dtl_extraction_get_article (self->extraction);
  const char *title = dtl_article_get (article, DTL_ARTICLE_TITLE);
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *word = NULL, *at;

  if (title == NULL)
    return;
  dtl_fold_append (folded, title, strlen (title));
  for (at = folded->str; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      word = word != NULL ? word : at;
    else if (word != NULL)
      {
        add_topic_word (self, word, at);
        word = NULL;
      }
  if (word != NULL)
    add_topic_word (self, word, at);
}

static void
rank_paragraphs (DtlImportance *self)
{
  DtlArticle *article = dtl_extraction_get_article (self->extraction);
  guint n, rank = 0;
  const DtlParagraph *paragraphs = dtl_article_get_paragraphs (article, &n);

  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (self->ranks, rank);
      if (paragraphs[i].kind != DTL_PARAGRAPH_HEADING &&
          paragraphs[i].kind != DTL_PARAGRAPH_FURNITURE)
        rank++;
    }
}

DtlImportance *
dtl_importance_new (const DtlExtraction *extraction)
{
  DtlImportance *self = g_new0 (DtlImportance, 1);

  self->extraction = extraction;
  self->tellings = g_hash_table_new (hash_bounds, equal_bounds);
  self->topic = g_ptr_array_new_with_free_func (g_free);
  self->ranks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sentence = g_string_new (NULL);
  count_tellings (self);
  read_topic (self);
  rank_paragraphs (self);
  return self;
}

void
dtl_importance_free (DtlImportance *self)
{
  g_hash_table_unref (self->tellings);
  g_ptr_array_unref (self->topic);
  g_array_unref (self->ranks);
  g_string_free (self->sentence, TRUE);
  g_free (self);
}
