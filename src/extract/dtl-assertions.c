#include "extract/dtl-assertions-private.h"

#include "extract/dtl-assertion-status.h"
#include "extract/dtl-clause-title.h"
#include "extract/dtl-pack.h"
#include "extract/dtl-sentences.h"

#include <string.h>

/* Of one sentence. Nobody writes more; a million dates in a row are cheap. */
#define MAX_DATES 50

/* Sentences between two looks at the cancellable. */
#define CANCEL_STEP 256

typedef struct {
  const DtlArticle *article;
  const char *text;
  const DtlMention *mentions;
  guint n_mentions;
  const DtlClauseWords *words;
  DtlExtent published;
  gboolean has_published;
  GArray *tokens; /* of the sentence at hand */
  DtlClauses clauses;
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

/* Whether @outer says the same time less exactly, or just as exactly. */
static gboolean
covers (const DtlExtent *outer, const DtlExtent *inner)
{
  return outer->start <= inner->start && outer->end >= inner->end;
}

/* The same clause, told by an earlier date of this sentence: of "Thursday (27
 * July)" one claim is made, of "in 1905 … on 3 May" one, the exacter. */
static DtlAssertion *
find_same (const Builder *self, guint first, const char *title, const DtlExtent *extent)
{
  for (guint i = self->assertions->len; i > first; i--)
    {
      DtlAssertion *other = &g_array_index (self->assertions, DtlAssertion, i - 1);

      if (g_str_equal (other->title, title) &&
          (covers (&other->extent, extent) || covers (extent, &other->extent)))
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
  if (covers (&same->extent, &assertion->extent) &&
      !covers (&assertion->extent, &same->extent))
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
  title = dtl_clause_title_make (&self->clauses, date, self->text, self->mentions);
  if (title.title == NULL)
    return;
  assertion.title = title.title;
  assertion.status =
      dtl_assertion_status_find (&self->clauses, &title, date, &mention->extent,
                                 self->has_published ? &self->published : NULL);
  assertion.confidence =
      dtl_assertion_confidence_find (&title, &mention->extent, assertion.status);
  add_assertion (self, first, &assertion);
}

/* @mention: the first that ends behind the start of @sentence. */
static void
read_sentence (Builder *self, const DtlSentence *sentence, guint mention)
{
  const guint first = self->assertions->len;
  guint n_dates = 0;

  dtl_clause_tokens_read (self->tokens, self->text, sentence->start, sentence->end,
                          self->mentions, self->n_mentions, mention, self->words);
  if (self->tokens->len == 0)
    return;
  dtl_clauses_read (&self->clauses, self->tokens, self->words);
  for (int i = 0; i < self->clauses.n_tokens && n_dates < MAX_DATES; i++)
    if (self->clauses.tokens[i].kind == DTL_TOKEN_DATE)
      {
        read_date (self, sentence, first, i);
        n_dates++;
      }
}

static void
read_sentences (Builder *self, GCancellable *cancellable)
{
  guint n_paragraphs, mention = 0;
  const DtlParagraph *paragraphs =
      dtl_article_get_paragraphs (self->article, &n_paragraphs);
  g_autoptr (GArray) sentences =
      dtl_sentences_find (self->text, paragraphs, n_paragraphs, self->mentions,
                          self->n_mentions, self->words);

  for (guint i = 0; i < sentences->len && mention < self->n_mentions; i++)
    {
      const DtlSentence *sentence = &g_array_index (sentences, DtlSentence, i);

      if (i % CANCEL_STEP == 0 && g_cancellable_is_cancelled (cancellable))
        return;
      while (mention < self->n_mentions && self->mentions[mention].end <= sentence->start)
        mention++;
      if (mention < self->n_mentions && self->mentions[mention].start < sentence->end)
        read_sentence (self, sentence, mention);
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

  g_array_set_clear_func (assertions, clear_assertion);
  builder->article = article;
  builder->text = dtl_article_get_text (article, NULL);
  builder->mentions = mentions;
  builder->n_mentions = n_mentions;
  builder->words = get_words (dtl_article_get (article, DTL_ARTICLE_LANGUAGE), none);
  builder->has_published = dtl_article_get_published (article, &builder->published);
  builder->tokens = g_array_new (FALSE, FALSE, sizeof (DtlToken));
  builder->assertions = assertions;
  read_sentences (builder, cancellable);
  g_array_unref (builder->tokens);
  g_free (builder);
  return assertions;
}
