#include "config.h"

#include "extract/resolve/dtl-event-anchor.h"

#include "extract/dtl-sentences.h"
#include "extract/resolve/dtl-country.h"
#include "extract/resolve/dtl-point.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More are not looked for: a text of nothing else is no article. */
#define MAX_LENGTHS 1000
/* Words between the article and the noun, that included: "the long hard siege". */
#define MAX_NOUN_WORDS 4
/* A noun with more dates than this is no one event. */
#define MAX_DATES 3
#define MAX_WORD 48
/* In bytes, between an event and the date that it has: " of ". */
#define MAX_GAP 8

/* A length beside an event. */
typedef struct {
  guint mention;
  gint64 count; /* below 0: before it */
  DtlUnit unit;
  char *noun;              /* in small letters */
  gsize start;             /* of the length */
  gsize noun_at, noun_end; /* of its own noun, which dates nothing but itself */
} Length;

/* A noun in a sentence that has a date. */
typedef struct {
  gsize at;
  guint mention;
} Event;

typedef struct {
  const char *text;
  gsize length;
  const DtlPack *pack;
  const DtlCalendarSwitch *place;
  GArray *mentions;   /* of DtlMention */
  GArray *lengths;    /* of Length */
  GHashTable *events; /* noun to GArray of Event */
  GStringChunk *strings;
} Anchors;

static void
clear_length (gpointer data)
{
  g_free (((Length *) data)->noun);
}

static const DtlMention *
get_mention (const Anchors *self, guint i)
{
  return &g_array_index (self->mentions, DtlMention, i);
}

/* --- which lengths are counted from an event --- */

/* "P3Y" to 3 and years. */
static gboolean
read_length (const char *value, gint64 *ret_count, DtlUnit *ret_unit)
{
  static const struct {
    const char *code;
    DtlUnit unit;
  } units[] = {
    { "D", DTL_UNIT_DAY },  { "W", DTL_UNIT_WEEK },    { "M", DTL_UNIT_MONTH },
    { "Y", DTL_UNIT_YEAR }, { "DE", DTL_UNIT_DECADE }, { "CE", DTL_UNIT_CENTURY },
  };
  char *end;

  if (*value != 'P' || !g_ascii_isdigit (value[1]))
    return FALSE;
  *ret_count = g_ascii_strtoll (value + 1, &end, 10);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (end, units[i].code) == 0)
      {
        *ret_unit = units[i].unit;
        return *ret_count > 0 && *ret_count < 100000;
      }
  return FALSE;
}

static DtlWordClasses
get_classes (const Anchors *self, const DtlLexeme *lexeme)
{
  return dtl_clause_words_lookup (dtl_pack_get_clause_words (self->pack),
                                  self->text + lexeme->start,
                                  lexeme->end - lexeme->start);
}

/* The last word before the noun phrase ends: at a mark, a number, or a word that
 * joins it to something else. Where verbs are not known, as in German, the first
 * capital is the noun's. */
static gboolean
read_noun (const Anchors *self, DtlLexer *lexer, DtlLexeme *ret_noun)
{
  DtlLexeme lexeme;
  const gboolean verbs =
      dtl_clause_words_know_verbs (dtl_pack_get_clause_words (self->pack));
  gboolean found = FALSE;

  for (guint i = 0; i < MAX_NOUN_WORDS && dtl_lexer_next (lexer, &lexeme); i++)
    {
      if (lexeme.kind != DTL_LEXEME_WORD || lexeme.new_block ||
          get_classes (self, &lexeme) != 0)
        break;
      *ret_noun = lexeme;
      found = verbs || lexeme.shape != DTL_SHAPE_LOWER;
      if (!verbs && found)
        break;
    }
  return found;
}

/* "after the": which way it counts, 0 where nothing follows to count from. */
static int
read_direction (const Anchors *self, DtlLexer *lexer)
{
  DtlLexeme word, article;
  int direction = 0;

  if (!dtl_lexer_next (lexer, &word) || word.kind != DTL_LEXEME_WORD)
    return 0;
  if (dtl_pack_has_role (self->pack, &word, DTL_ROLE_EVENT_AFTER))
    direction = 1;
  else if (dtl_pack_has_role (self->pack, &word, DTL_ROLE_EVENT_BEFORE))
    direction = -1;
  if (direction == 0 || !dtl_lexer_next (lexer, &article) ||
      (get_classes (self, &article) &
       (DTL_WORDS (ARTICLE) | DTL_WORDS (POSSESSIVE) | DTL_WORDS (DETERMINER))) == 0)
    return 0;
  return direction;
}

static char *
dup_folded (const Anchors *self, const DtlLexeme *lexeme)
{
  return g_utf8_strdown (self->text + lexeme->start,
                         (gssize) (lexeme->end - lexeme->start));
}

static void
read_mention (Anchors *self, guint index)
{
  const DtlMention *mention = get_mention (self, index);
  DtlLexer lexer = { self->text, self->length, mention->end,
                     dtl_pack_get_vocabulary (self->pack), NULL };
  Length length = { .mention = index, .start = mention->start };
  DtlLexeme noun = { 0 };
  int direction;

  if (mention->type != DTL_MENTION_DURATION || mention->has_extent ||
      !read_length (mention->value, &length.count, &length.unit))
    return;
  direction = read_direction (self, &lexer);
  if (direction == 0 || !read_noun (self, &lexer, &noun) ||
      noun.end - noun.start > MAX_WORD)
    return;
  length.count *= direction;
  length.noun_at = noun.start;
  length.noun_end = noun.end;
  length.noun = dup_folded (self, &noun);
  if (!g_hash_table_contains (self->events, length.noun))
    g_hash_table_insert (self->events, g_strdup (length.noun),
                         g_array_new (FALSE, FALSE, sizeof (Event)));
  g_array_append_val (self->lengths, length);
}

/* --- where their nouns are dated --- */

/* Of the dates of a sentence the one nearest to @at; FALSE where it has none. */
static gboolean
find_nearest_date (const Anchors *self,
                   const DtlSentence *sentence,
                   guint first,
                   gsize at,
                   guint *ret_mention)
{
  gsize best = G_MAXSIZE;

  for (guint i = first; i < self->mentions->len; i++)
    {
      const DtlMention *mention = get_mention (self, i);
      gsize distance = mention->start > at ? mention->start - at : at - mention->start;

      if (mention->start >= sentence->end)
        break;
      if (mention->type == DTL_MENTION_DATE && mention->has_extent &&
          (mention->extent.flags & (DTL_EXTENT_OPEN_START | DTL_EXTENT_OPEN_END)) == 0 &&
          distance < best)
        {
          best = distance;
          *ret_mention = i;
        }
    }
  return best != G_MAXSIZE;
}

static gboolean
is_own_noun (const Anchors *self, gsize at)
{
  for (guint i = 0; i < self->lengths->len; i++)
    if (g_array_index (self->lengths, Length, i).noun_at == at)
      return TRUE;
  return FALSE;
}

static void
read_sentence (Anchors *self, const DtlSentence *sentence, guint first)
{
  DtlLexer lexer = { self->text, sentence->end, sentence->start,
                     dtl_pack_get_vocabulary (self->pack), NULL };
  DtlLexeme lexeme;

  while (dtl_lexer_next (&lexer, &lexeme))
    {
      g_autofree char *word = NULL;
      GArray *events;
      Event event;

      if (lexeme.kind != DTL_LEXEME_WORD || lexeme.end - lexeme.start > MAX_WORD)
        continue;
      word = dup_folded (self, &lexeme);
      events = g_hash_table_lookup (self->events, word);
      event.at = lexeme.start;
      if (events != NULL && !is_own_noun (self, lexeme.start) &&
          find_nearest_date (self, sentence, first, lexeme.start, &event.mention))
        g_array_append_val (events, event);
    }
}

static void
find_events (Anchors *self, DtlArticle *article)
{
  guint n_paragraphs, first = 0;
  const DtlParagraph *paragraphs = dtl_article_get_paragraphs (article, &n_paragraphs);
  g_autoptr (GArray) sentences =
      dtl_sentences_find (self->text, paragraphs, n_paragraphs,
                          (const DtlMention *) (gpointer) self->mentions->data,
                          self->mentions->len, dtl_pack_get_clause_words (self->pack));

  for (guint i = 0; i < sentences->len; i++)
    {
      const DtlSentence *sentence = &g_array_index (sentences, DtlSentence, i);

      while (first < self->mentions->len &&
             get_mention (self, first)->end <= sentence->start)
        first++;
      if (first < self->mentions->len && get_mention (self, first)->start < sentence->end)
        read_sentence (self, sentence, first);
    }
}

/* --- from the event to the date --- */

static gboolean
is_one_event (const Anchors *self, const GArray *events)
{
  DtlTime starts[MAX_DATES];
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      DtlTime start = get_mention (self, event->mention)->extent.start;
      guint j = 0;

      while (j < n && starts[j] != start)
        j++;
      if (j == n && n == MAX_DATES)
        return FALSE;
      if (j == n)
        starts[n++] = start;
    }
  return n > 0;
}

/* The last one before @at, else the first behind it. */
static const Event *
choose_event (const GArray *events, gsize at)
{
  guint i = 0;

  while (i + 1 < events->len && g_array_index (events, Event, i + 1).at < at)
    i++;
  return &g_array_index (events, Event, i);
}

/* What is after a range is after its end. */
static DtlExtent
get_end (const DtlExtent *extent)
{
  DtlExtent end = *extent;

  if (extent->kind != DTL_EXTENT_SPAN)
    return end;
  end.kind = DTL_EXTENT_WITHIN;
  end.precision = extent->precision_end;
  end.start = end.latest_start = extent->end - 1;
  return end;
}

/* "two days before the coronation of 2 June 1951": a date right behind the noun. */
static const DtlMention *
find_own_date (const Anchors *self, const Length *length)
{
  const DtlMention *next;
  gsize gap;

  if (length->mention + 1 >= self->mentions->len)
    return NULL;
  next = get_mention (self, length->mention + 1);
  if (next->start < length->noun_end || next->type != DTL_MENTION_DATE ||
      !next->has_extent)
    return NULL;
  gap = next->start - length->noun_end;
  for (gsize i = 0; i < gap; i++)
    if (gap > MAX_GAP || g_ascii_ispunct (self->text[length->noun_end + i]))
      return NULL;
  return next;
}

/* The date of the event, NULL where no one date is told. */
static const DtlMention *
find_event_date (const Anchors *self, const Length *length)
{
  const GArray *events = g_hash_table_lookup (self->events, length->noun);
  const DtlMention *own = find_own_date (self, length);

  if (own != NULL)
    return own;
  return is_one_event (self, events)
             ? get_mention (self, choose_event (events, length->start)->mention)
             : NULL;
}

static void
tell_why (Anchors *self,
          DtlMention *mention,
          const Length *length,
          const DtlMention *from)
{
  g_autofree char *words = g_strndup (self->text + from->start, from->end - from->start);
  g_autofree char *why = NULL;

  g_strdelimit (words, "\n\t\r", ' ');
  /* Translators: a noun of the text, such as "armistice"; the date it has there */
  why = g_strdup_printf (_ ("counted from “%s”, which the text dates “%s”"), length->noun,
                         words);
  mention->why = g_string_chunk_insert_const (self->strings, why);
  if (mention->steps != NULL)
    {
      g_autofree char *steps = g_strconcat (mention->steps, "\n", why, NULL);

      mention->steps = g_string_chunk_insert (self->strings, steps);
    }
}

/* Counted in years it is known to the year; never better than the event is. */
static void
place_length (Anchors *self, const Length *length)
{
  DtlMention *mention = &g_array_index (self->mentions, DtlMention, length->mention);
  const DtlMention *from = find_event_date (self, length);
  DtlExtent base, extent;
  DtlPoint point;

  if (from == NULL)
    return;
  base = length->count > 0 ? get_end (&from->extent) : from->extent;
  if (!dtl_point_from_extent (&base, self->place, &point))
    return;
  point = dtl_point_move (&point, length->count, length->unit);
  if (length->unit > DTL_UNIT_DAY)
    point = dtl_point_round (&point, MIN (length->unit, DTL_UNIT_YEAR));
  if (!dtl_point_to_extent (&point, &extent, NULL))
    return;
  extent.flags |= DTL_EXTENT_INFERRED;
  mention->extent = extent;
  mention->has_extent = TRUE;
  tell_why (self, mention, length, from);
}

void
dtl_event_anchor_place (DtlArticle *article,
                        const DtlPack *pack,
                        GArray *mentions,
                        GStringChunk *strings)
{
  const char *country = dtl_article_get (article, DTL_ARTICLE_PLACE);
  Anchors self = { .pack = pack,
                   .place = dtl_country_find (country).change,
                   .mentions = mentions,
                   .strings = strings };

  self.text = dtl_article_get_text (article, &self.length);
  self.lengths = g_array_new (FALSE, FALSE, sizeof (Length));
  g_array_set_clear_func (self.lengths, clear_length);
  self.events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < mentions->len && self.lengths->len < MAX_LENGTHS; i++)
    read_mention (&self, i);
  if (self.lengths->len > 0)
    find_events (&self, article);
  for (guint i = 0; i < self.lengths->len; i++)
    place_length (&self, &g_array_index (self.lengths, Length, i));
  g_hash_table_unref (self.events);
  g_array_unref (self.lengths);
}
