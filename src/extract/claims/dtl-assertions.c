#include "extract/claims/dtl-assertions-private.h"

#include "extract/claims/dtl-assertion-status.h"
#include "extract/claims/dtl-clause-subjects.h"
#include "extract/claims/dtl-clause-title.h"
#include "extract/dtl-date-words.h"
#include "extract/dtl-fact-rows.h"
#include "extract/dtl-sentences.h"
#include "extract/packs/dtl-pack.h"

#include <string.h>

/* Of one sentence. Nobody writes more; a million dates in a row are cheap. */
#define MAX_DATES 50

/* Sentences between two looks at the cancellable. */
#define CANCEL_STEP 256

/* Sentences that a pronoun may look back. */
#define MAX_TOLD 12

/* A box says what it says; only its labels are less than a sentence. */
#define FACT_CONFIDENCE 0.9

/* Sentences that may tell what the article is about. */
#define MAX_TOPIC 8

typedef struct {
  const DtlArticle *article;
  const char *text;
  const DtlMention *mentions;
  guint n_mentions;
  const DtlClauseWords *words;
  DtlExtent published;
  gboolean has_published;
  GArray *sentences;
  GArray *tokens; /* of the sentence at hand */
  DtlClauses clauses;
  DtlClauseSubjects subjects; /* of the sentences before it, where it asked for them */
  guint paragraph;            /* that they are of */
  guint n_told;               /* the first sentence not among them */
  GArray *told_tokens;
  DtlClauses told;
  GArray *assertions;
} Builder;

static void
clear_assertion (gpointer data)
{
  g_free (((DtlAssertion *) data)->title);
}

/* Whether a mention can stand on a timeline: "now", "70 years", "every
 * Monday" cannot, nor does the far end of a range stand for itself. */
static gboolean
is_placed (const DtlMention *mention, guint index)
{
  if (!mention->has_extent || mention->type == DTL_MENTION_SET ||
      g_str_has_suffix (mention->value != NULL ? mention->value : "", "_REF"))
    return FALSE;
  return mention->partner < 0 || (guint) mention->partner > index;
}

static gboolean
overlaps (const DtlExtent *a, const DtlExtent *b)
{
  return a->start < b->end && b->start < a->end;
}

/* Whether @a says its time more exactly. An end that is open is far away, and
 * both ends can be. */
static gboolean
is_exacter (const DtlExtent *a, const DtlExtent *b)
{
  return (double) a->end - (double) a->start < (double) b->end - (double) b->start;
}

/* The same clause, told by an earlier date of this sentence: of "Thursday (27
 * July)" one claim is made, of "in 1905 … on 3 May" one, the exacter. */
static DtlAssertion *
find_same (const Builder *self, guint first, const char *title, const DtlExtent *extent)
{
  for (guint i = self->assertions->len; i > first; i--)
    {
      DtlAssertion *other = &g_array_index (self->assertions, DtlAssertion, i - 1);

      if (g_str_equal (other->title, title) && overlaps (&other->extent, extent))
        return other;
    }
  return NULL;
}

/* @first: the sentence's first assertion. */
static void
add_assertion (Builder *self, guint first, DtlAssertion *assertion)
{
  DtlAssertion *same = find_same (self, first, assertion->title, &assertion->extent);

  if (same == NULL)
    {
      g_array_append_val (self->assertions, *assertion);
      return;
    }
  if (is_exacter (&assertion->extent, &same->extent))
    {
      g_free (same->title);
      *same = *assertion;
    }
  else
    g_free (assertion->title);
}

static void
read_date (Builder *self, const DtlSentence *sentence, guint first, int date)
{
  const guint index = (guint) self->clauses.tokens[date].mention;
  const DtlMention *mention = &self->mentions[index];
  DtlAssertion assertion = { NULL,  sentence->start, sentence->end,
                             index, mention->extent, 0,
                             0 };
  DtlClauseTitle title;

  if (!is_placed (mention, index))
    return;
  title = dtl_clause_title_make (&self->clauses, date, self->text, self->mentions,
                                 &self->subjects);
  if (title.title == NULL)
    return;
  assertion.title = title.title;
  assertion.status =
      dtl_assertion_status_find (&self->clauses, &title, date, &mention->extent,
                                 self->has_published ? &self->published : NULL);
  if (assertion.status == DTL_STATUS_HYPOTHETICAL && title.first_person)
    {
      g_free (title.title); /* "we thought that we would be home by May" */
      return;
    }
  assertion.confidence =
      dtl_assertion_confidence_find (&title, &mention->extent, assertion.status);
  add_assertion (self, first, &assertion);
}

/* @mention: the first that ends behind the start of @sentence. */
static gboolean
read_clauses (const Builder *self,
              const DtlSentence *sentence,
              guint mention,
              GArray *tokens,
              DtlClauses *clauses)
{
  dtl_clause_tokens_read (tokens, self->text, sentence->start, sentence->end,
                          self->mentions, self->n_mentions, mention, self->words);
  if (tokens->len == 0)
    return FALSE;
  dtl_clauses_read (clauses, tokens, self->words);
  dtl_date_words_mark (clauses, self->text, self->mentions);
  return TRUE;
}

/* The first mention that ends behind @at, found from a later one. */
static guint
find_mention_before (const Builder *self, guint mention, gsize at)
{
  while (mention > 0 && self->mentions[mention - 1].end > at)
    mention--;
  return mention;
}

/* Whether a word stands for something told before: "he", "the oldest". */
static gboolean
asks_back (const DtlClauses *clauses)
{
  const DtlWordClasses words = DTL_WORDS (SUPERLATIVE) | DTL_WORDS (HE) |
                               DTL_WORDS (SHE) | DTL_WORDS (IT) | DTL_WORDS (THEY);

  for (int i = 0; i < clauses->n_tokens; i++)
    if (dtl_token_is (&clauses->tokens[i], words))
      return TRUE;
  return FALSE;
}

/* Reads the subjects of the sentences before sentence @index in its paragraph.
 * Only sentences with a pronoun ask for them, and no sentence is read twice. */
static void
read_subjects (Builder *self, guint index, guint mention)
{
  const DtlSentence *sentences = (const DtlSentence *) (gpointer) self->sentences->data;
  const guint paragraph = sentences[index].paragraph;
  guint first = index;

  while (first > 0 && sentences[first - 1].paragraph == paragraph &&
         index - first < MAX_TOLD)
    first--;
  if (paragraph != self->paragraph)
    dtl_clause_subjects_begin (&self->subjects);
  else
    first = MAX (first, self->n_told);
  self->paragraph = paragraph;
  self->n_told = index;
  for (guint i = first; i < index; i++)
    if (read_clauses (self, &sentences[i],
                      find_mention_before (self, mention, sentences[i].start),
                      self->told_tokens, &self->told))
      dtl_clause_subjects_read (&self->subjects, &self->told);
}

static void
read_sentence (Builder *self, guint index, guint mention)
{
  const DtlSentence *sentence = &g_array_index (self->sentences, DtlSentence, index);
  const guint first = self->assertions->len;
  guint n_dates = 0;

  if (!read_clauses (self, sentence, mention, self->tokens, &self->clauses))
    return;
  if (asks_back (&self->clauses))
    read_subjects (self, index, mention);
  for (int i = 0; i < self->clauses.n_tokens && n_dates < MAX_DATES; i++)
    if (self->clauses.tokens[i].kind == DTL_TOKEN_DATE)
      {
        read_date (self, sentence, first, i);
        n_dates++;
      }
}

/* --- rows of a box of facts --- */

static DtlStatus
find_fact_status (const Builder *self, const DtlExtent *extent)
{
  return self->has_published && extent->start >= self->published.end
             ? DTL_STATUS_PLANNED
             : DTL_STATUS_HAPPENED;
}

static void
read_fact (Builder *self, const DtlSentence *row, guint index)
{
  const DtlMention *mention = &self->mentions[index];
  const gsize length = row->end - row->start;
  DtlAssertion assertion = { .sentence_start = row->start,
                             .sentence_end = row->end,
                             .mention = index,
                             .extent = mention->extent,
                             .confidence = FACT_CONFIDENCE };

  if (!is_placed (mention, index) ||
      !dtl_fact_row_tells_date (self->text + row->start, length,
                                mention->start - row->start, mention->end - row->start))
    return;
  assertion.title =
      dtl_fact_row_make_title (dtl_article_get (self->article, DTL_ARTICLE_TITLE),
                               self->text + row->start, length);
  assertion.status = find_fact_status (self, &mention->extent);
  g_array_append_val (self->assertions, assertion);
}

/* Every date of a row is one of its subject. */
static void
read_facts (Builder *self, const DtlSentence *row, guint mention)
{
  for (guint n = 0; n < MAX_DATES && mention < self->n_mentions &&
                    self->mentions[mention].end <= row->end;
       mention++, n++)
    if (self->mentions[mention].start >= row->start)
      read_fact (self, row, mention);
}

/* Finds in the first sentences of the text what the article is about. */
static void
read_topic (Builder *self, const DtlParagraph *paragraphs)
{
  guint n = 0;

  for (guint i = 0; i < self->sentences->len && n < MAX_TOPIC; i++)
    {
      const DtlSentence *sentence = &g_array_index (self->sentences, DtlSentence, i);

      if (paragraphs[sentence->paragraph].kind != DTL_PARAGRAPH_TEXT ||
          !read_clauses (self, sentence, 0, self->told_tokens, &self->told))
        continue;
      if (n++ == 0)
        {
          if (!dtl_clause_subjects_read_topic (&self->subjects, &self->told))
            return;
        }
      else if (dtl_clause_subjects_read_topic_pronoun (&self->subjects, &self->told))
        return;
    }
}

static void
read_sentences (Builder *self, GCancellable *cancellable)
{
  guint n_paragraphs, mention = 0;
  const DtlParagraph *paragraphs =
      dtl_article_get_paragraphs (self->article, &n_paragraphs);

  self->sentences = dtl_sentences_find (self->text, paragraphs, n_paragraphs,
                                        self->mentions, self->n_mentions, self->words);
  if (self->n_mentions > 0)
    read_topic (self, paragraphs);
  for (guint i = 0; i < self->sentences->len && mention < self->n_mentions; i++)
    {
      const DtlSentence *sentence = &g_array_index (self->sentences, DtlSentence, i);

      if (i % CANCEL_STEP == 0 && g_cancellable_is_cancelled (cancellable))
        return;
      while (mention < self->n_mentions && self->mentions[mention].end <= sentence->start)
        mention++;
      if (mention == self->n_mentions || self->mentions[mention].start >= sentence->end)
        continue;
      if (paragraphs[sentence->paragraph].kind == DTL_PARAGRAPH_FACT)
        read_facts (self, sentence, mention);
      else
        read_sentence (self, i, mention);
    }
}

/* The words of @language; @none where it has no pack, since the words of another
 * would find clauses where there are none. Packs live for ever. */
static const DtlClauseWords *
get_words (const char *language, const DtlClauseWords *none)
{

  g_autoptr (DtlPack) pack = dtl_pack_get (language, NULL);
  const char *tag = pack != NULL ? dtl_pack_get_tag (pack) : NULL;

  if (tag == NULL ||
      (language != NULL && g_ascii_strncasecmp (language, tag, strlen (tag)) != 0))
    return none;
  return dtl_pack_get_clause_words (pack);
}

GArray *
dtl_assertions_build (const DtlArticle *article,
                      const DtlMention *mentions,
                      guint n_mentions,
                      GCancellable *cancellable)
{
  Builder *builder = g_new0 (Builder, 1);
  GArray *assertions = g_array_new (FALSE, FALSE, sizeof (DtlAssertion));
  g_autoptr (DtlClauseWords) none = dtl_clause_words_new ();
  gsize length;

  g_array_set_clear_func (assertions, clear_assertion);
  builder->article = article;
  builder->text = dtl_article_get_text (article, &length);
  builder->mentions = mentions;
  builder->n_mentions = n_mentions;
  builder->words = get_words (dtl_article_get (article, DTL_ARTICLE_LANGUAGE), none);
  builder->has_published = dtl_article_get_published (article, &builder->published);
  builder->tokens = g_array_new (FALSE, FALSE, sizeof (DtlToken));
  builder->told_tokens = g_array_new (FALSE, FALSE, sizeof (DtlToken));
  builder->paragraph = G_MAXUINT;
  builder->assertions = assertions;
  dtl_clause_subjects_init (&builder->subjects, builder->text, length, builder->words);
  read_sentences (builder, cancellable);
  dtl_clause_subjects_clear (&builder->subjects);
  g_array_unref (builder->sentences);
  g_array_unref (builder->told_tokens);
  g_array_unref (builder->tokens);
  g_free (builder);
  return assertions;
}
