#include "extract/dtl-sentences.h"

#include <string.h>

#define MAX_SENTENCE 2000
#define MAX_BRACKET 400

/* Walks one paragraph. */
typedef struct {
  const char *text;
  gsize end; /* of the paragraph */
  const DtlClauseWords *words;
  const DtlMention *mentions;
  guint n_mentions;
  guint mention;       /* first that ends behind the last terminator seen */
  gsize bracket_end;   /* of the bracket being read, or behind us */
  gsize bracket_tried; /* up to here no closing bracket was found */
} Splitter;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Not strchr() alone: it finds the NUL that any text may hold. */
static gboolean
is_one_of (char c, const char *set)
{
  return c != '\0' && strchr (set, c) != NULL;
}

/* Bytes of the terminator at @at, 0 where there is none: . ! ? and the
 * ellipsis, and the full stops of scripts without spaces. */
static gsize
measure_terminator (const char *text, gsize at, gsize end)
{
  const char *p = text + at;

  if (*p == '.' || *p == '!' || *p == '?')
    return 1;
  if (end - at < 3 || (guchar) *p < 0xe0)
    return 0;
  if (memcmp (p, "\xe2\x80\xa6", 3) == 0 || memcmp (p, "\xe3\x80\x82", 3) == 0 ||
      memcmp (p, "\xef\xbc\x81", 3) == 0 || memcmp (p, "\xef\xbc\x9f", 3) == 0 ||
      memcmp (p, "\xe0\xa5\xa4", 3) == 0)
    return 3;
  return 0;
}

/* The ideographic full stop and its kin need no space after them. */
static gboolean
ends_without_space (const char *terminator)
{
  return *terminator == '\xe3' || *terminator == '\xef';
}

/* Bytes of the closing quote or bracket at @at, 0 where there is none. */
static gsize
measure_closer (const char *text, gsize at, gsize end)
{
  const char *p = text + at;

  if (*p == '"' || *p == '\'' || *p == ')' || *p == ']')
    return 1;
  if (end - at >= 2 && memcmp (p, "\xc2\xbb", 2) == 0)
    return 2;
  if (end - at >= 3 &&
      (memcmp (p, "\xe2\x80\x9d", 3) == 0 || memcmp (p, "\xe2\x80\x99", 3) == 0 ||
       memcmp (p, "\xe2\x80\x9c", 3) == 0 || memcmp (p, "\xe3\x80\x8d", 3) == 0))
    return 3;
  return 0;
}

/* Leaves @splitter->bracket_end behind the bracket that closes the one at
 * @at, if it does so soon. */
static void
enter_bracket (Splitter *self, gsize at)
{
  gsize stop = MIN (self->end, at + MAX_BRACKET);
  const char *close;

  if (at < self->bracket_end || at < self->bracket_tried)
    return;
  close = memchr (self->text + at, self->text[at] == '(' ? ')' : ']', stop - at);
  if (close != NULL)
    self->bracket_end = (gsize) (close - self->text);
  else
    self->bracket_tried = stop;
}

/* A mention's own last full stop ("5 p.m.") may end the sentence as well. */
static gboolean
lies_in_mention (Splitter *self, gsize at)
{
  while (self->mention < self->n_mentions && self->mentions[self->mention].end <= at + 1)
    self->mention++;
  return self->mention < self->n_mentions && self->mentions[self->mention].start < at;
}

/* The word that ends before @at, back to white space or an opening mark. */
static gsize
find_word_start (const Splitter *self, gsize at, gsize start)
{
  while (at > start && !is_space (self->text[at - 1]) &&
         !is_one_of (self->text[at - 1], "([\"'"))
    at--;
  return at;
}

/* A word that seldom is a name: after "U.S." it shows that a sentence begins. */
static gboolean
begins_sentence (const Splitter *self, gsize at)
{
  const DtlWordClasses openers =
      DTL_WORDS (ARTICLE) | DTL_WORDS (DETERMINER) | DTL_WORDS (PRONOUN) |
      DTL_WORDS (PREPOSITION) | DTL_WORDS (SUBORDINATOR) | DTL_WORDS (COORDINATOR) |
      DTL_WORDS (CONNECTIVE) | DTL_WORDS (THAT) | DTL_WORDS (RELATIVE);
  gsize end = at;

  while (end < self->end && g_ascii_isalpha (self->text[end]))
    end++;
  return (dtl_clause_words_lookup (self->words, self->text + at, end - at) & openers) !=
         0;
}

/* One letter, or letters with a stop after each: "J", "U.S", "B.C.E". */
static gboolean
is_initials (const char *word, gsize length)
{
  if (length == 0 || length % 2 == 0)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (i % 2 == 0 ? !g_ascii_isalpha (word[i]) : word[i] != '.')
      return FALSE;
  return TRUE;
}

static gboolean
is_short_number (const char *word, gsize length)
{
  return length > 0 && length <= 2 && g_ascii_isdigit (word[0]) &&
         g_ascii_isdigit (word[length - 1]);
}

/* Whether the single full stop at @stop belongs to the word before it. */
static gboolean
is_abbreviation (const Splitter *self, gsize start, gsize stop, gsize next)
{
  gsize word = find_word_start (self, stop, start);
  gsize length = stop - word;
  DtlWordClasses classes =
      dtl_clause_words_lookup (self->words, self->text + word, length);

  if (word == start && is_short_number (self->text + word, length))
    return TRUE; /* the "1." of a list */
  if ((classes & DTL_WORDS (TITLE)) != 0)
    return length > 1 || !begins_sentence (self, next);
  if ((classes & DTL_WORDS (ABBREVIATION)) != 0 ||
      is_initials (self->text + word, length))
    return !begins_sentence (self, next);
  return FALSE;
}

/* Whether a sentence may begin at @next: anything but a small letter or a
 * mark that continues. Opening quotes and brackets are looked through. */
static gboolean
may_begin (const Splitter *self, gsize next, gsize *ret_first)
{
  while (next < self->end && is_one_of (self->text[next], "\"'(["))
    next++;
  while (self->end - next >= 3 && (memcmp (self->text + next, "\xe2\x80\x9c", 3) == 0 ||
                                   memcmp (self->text + next, "\xe2\x80\x98", 3) == 0))
    next += 3;
  *ret_first = next;
  if (next >= self->end || is_one_of (self->text[next], ",;:-"))
    return FALSE;
  return !g_unichar_islower (g_utf8_get_char (self->text + next));
}

/* If a sentence that began at @start ends with the terminator at @at, says
 * where. @ret_after is behind the marks in any case. */
static gboolean
ends_at (Splitter *self, gsize start, gsize at, gsize *ret_end, gsize *ret_after)
{
  gsize after = at, next, first, n;
  guint n_terminators = 0;

  for (; after < self->end && (n = measure_terminator (self->text, after, self->end)) > 0;
       after += n)
    n_terminators++;
  while (after < self->end && (n = measure_closer (self->text, after, self->end)) > 0)
    after += n;
  *ret_end = *ret_after = after;
  if (lies_in_mention (self, at))
    return FALSE;

  for (next = after; next < self->end && is_space (self->text[next]); next++)
    ;
  if (next == self->end)
    return TRUE;
  if ((next == after && !ends_without_space (self->text + at)) ||
      after < self->bracket_end)
    return FALSE;
  if (!may_begin (self, next, &first))
    return FALSE;
  return n_terminators > 1 || self->text[at] != '.' || after > at + 1 ||
         !is_abbreviation (self, start, at, first);
}

static void
add_sentence (GArray *sentences,
              const char *text,
              gsize start,
              gsize end,
              guint paragraph)
{
  DtlSentence sentence = { start, end, paragraph };

  while (sentence.start < end && is_space (text[sentence.start]))
    sentence.start++;
  while (sentence.end > sentence.start && is_space (text[sentence.end - 1]))
    sentence.end--;
  if (sentence.start < sentence.end)
    g_array_append_val (sentences, sentence);
}

/* The next byte at or after @at, before @stop, that may end a sentence or
 * opens a bracket. */
static gsize
skip_letters (const Splitter *self, gsize at, gsize stop)
{
  static const guint8 marks[256] = {
    ['.'] = 1,  ['!'] = 1,  ['?'] = 1,  ['('] = 1,  ['['] = 1,
    [0xe0] = 1, [0xe2] = 1, [0xe3] = 1, [0xef] = 1,
  };

  while (at < stop && !marks[(guchar) self->text[at]])
    at++;
  return at;
}

/* Of text without full stops: a space to cut at. */
static gsize
find_space (const Splitter *self, gsize at)
{
  while (at < self->end && !is_space (self->text[at]))
    at++;
  return at;
}

static gsize
skip_space (const Splitter *self, gsize at)
{
  while (at < self->end && is_space (self->text[at]))
    at++;
  return at;
}

static void
split_paragraph (Splitter *self, gsize start, guint paragraph, GArray *sentences)
{
  gsize at = start;

  self->bracket_end = self->bracket_tried = start;
  while (at < self->end)
    {
      const gsize stop = MIN (self->end, start + MAX_SENTENCE);
      gsize end, after;

      at = skip_letters (self, at, stop);
      if (at >= stop)
        end = after = find_space (self, at);
      else if (measure_terminator (self->text, at, self->end) == 0)
        {
          if (self->text[at] == '(' || self->text[at] == '[')
            enter_bracket (self, at);
          at++;
          continue;
        }
      else if (!ends_at (self, start, at, &end, &after))
        {
          at = after;
          continue;
        }
      add_sentence (sentences, self->text, start, end, paragraph);
      at = start = skip_space (self, after);
    }
  add_sentence (sentences, self->text, start, self->end, paragraph);
}

GArray *
dtl_sentences_find (const char *text,
                    const DtlParagraph *paragraphs,
                    guint n_paragraphs,
                    const DtlMention *mentions,
                    guint n_mentions,
                    const DtlClauseWords *words)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (DtlSentence));
  Splitter splitter = { 0 };

  splitter.text = text;
  splitter.words = words;
  splitter.mentions = mentions;
  splitter.n_mentions = n_mentions;
  for (guint i = 0; i < n_paragraphs; i++)
    {
      const DtlParagraph *paragraph = &paragraphs[i];

      splitter.end = paragraph->end;
      if (paragraph->kind == DTL_PARAGRAPH_HEADING ||
          paragraph->kind == DTL_PARAGRAPH_FACT)
        add_sentence (sentences, text, paragraph->start, paragraph->end, i);
      else if (paragraph->kind != DTL_PARAGRAPH_FURNITURE)
        split_paragraph (&splitter, paragraph->start, i, sentences);
    }
  return sentences;
}
