#include "extract/claims/dtl-clause-tokens.h"

#include <string.h>

typedef struct {
  const char *text;
  gsize end; /* of the sentence, or the next mention: no word runs past it */
  const DtlClauseWords *words;
  GArray *tokens;
} Reader;

/* Marks outside ASCII that are not letters. */
static const struct {
  const char *bytes;
  DtlTokenKind kind;
} wide_marks[] = {
  { "\xe2\x80\x9c", DTL_TOKEN_QUOTE }, { "\xe2\x80\x9d", DTL_TOKEN_QUOTE },
  { "\xe2\x80\x9e", DTL_TOKEN_QUOTE }, { "\xc2\xab", DTL_TOKEN_QUOTE },
  { "\xc2\xbb", DTL_TOKEN_QUOTE },     { "\xe2\x80\x93", DTL_TOKEN_DASH },
  { "\xe2\x80\x94", DTL_TOKEN_DASH },  { "\xe2\x80\xa6", DTL_TOKEN_STOP },
  { "\xe2\x80\x98", DTL_TOKEN_OTHER }, { "\xe2\x80\x99", DTL_TOKEN_OTHER },
  { "\xe2\x80\xa2", DTL_TOKEN_OTHER }, { "\xc2\xb7", DTL_TOKEN_OTHER },
};

static gboolean
starts_with (const Reader *self, gsize at, const char *bytes)
{
  gsize length = strlen (bytes);

  return self->end - at >= length && memcmp (self->text + at, bytes, length) == 0;
}

static gsize
measure_space (const Reader *self, gsize at)
{
  if (g_ascii_isspace (self->text[at]) || g_ascii_iscntrl (self->text[at]))
    return 1;
  return starts_with (self, at, "\xc2\xa0") ? 2 : 0;
}

/* "'s" that stands alone, as tokenized texts have it. */
static gboolean
is_contraction (const Reader *self, gsize at)
{
  return at + 1 < self->end && self->text[at + 1] == 's' &&
         (at + 2 == self->end || !g_ascii_isalnum (self->text[at + 2]));
}

/* Bytes of the mark at @at, 0 where a word begins. A bar between the cells of a table
 * parts them as a comma would. */
static gsize
measure_mark (const Reader *self, gsize at, DtlTokenKind *ret_kind)
{
  static const char ascii[] = ",;:()[]\".!?|";
  static const guint8 kinds[] = { DTL_TOKEN_COMMA, DTL_TOKEN_SEMICOLON, DTL_TOKEN_COLON,
                                  DTL_TOKEN_OPEN,  DTL_TOKEN_CLOSE,     DTL_TOKEN_OPEN,
                                  DTL_TOKEN_CLOSE, DTL_TOKEN_QUOTE,     DTL_TOKEN_STOP,
                                  DTL_TOKEN_STOP,  DTL_TOKEN_STOP,      DTL_TOKEN_COMMA };
  const char c = self->text[at];
  const char *found = c != '\0' ? strchr (ascii, c) : NULL;

  if (found != NULL)
    {
      *ret_kind = kinds[found - ascii];
      return 1;
    }
  if (c == '\'' && !is_contraction (self, at))
    {
      *ret_kind = DTL_TOKEN_OTHER;
      return 1;
    }
  if (c == '`' || starts_with (self, at, "\'\'"))
    {
      *ret_kind = DTL_TOKEN_QUOTE;
      return starts_with (self, at, "``") || c != '`' ? 2 : 1;
    }
  if ((guchar) c >= 0x80)
    for (guint i = 0; i < G_N_ELEMENTS (wide_marks); i++)
      if (starts_with (self, at, wide_marks[i].bytes))
        {
          *ret_kind = wide_marks[i].kind;
          return strlen (wide_marks[i].bytes);
        }
  return 0;
}

/* Hyphens that stand alone or doubled are dashes, one at the head of a word
 * ("-era", left over from a mention) is none. */
static gsize
measure_dashes (const Reader *self, gsize at)
{
  gsize n = 0;

  while (at + n < self->end && (self->text[at + n] == '-' || self->text[at + n] == '_'))
    n++;
  if (n == 1 && self->text[at] == '-' && at + 1 < self->end &&
      measure_space (self, at + 1) == 0)
    return 0;
  return n;
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/* Apostrophe, full stop, comma, hyphen and the like hold a word together only
 * between letters or digits: "U.S.-South", "1,200", "O'Neill". */
static gboolean
joins (const Reader *self, gsize at)
{
  const char c = self->text[at];
  DtlTokenKind kind;

  if (at + 1 >= self->end || !is_word_byte (self->text[at + 1]) ||
      ((guchar) self->text[at + 1] >= 0x80 && measure_mark (self, at + 1, &kind) > 0))
    return c == '-' && at + 1 < self->end && self->text[at - 1] == '.';
  if (c == ',')
    return g_ascii_isdigit (self->text[at - 1]) && g_ascii_isdigit (self->text[at + 1]);
  return c != '(' && c != '[' && c != '"' && c != ';' && c != ')' && c != ']';
}

/* Whether the full stop at @at is the last of "U.S." or "Mr.". */
static gboolean
is_own_stop (const Reader *self, gsize start, gsize at)
{
  DtlWordClasses classes;

  if (memchr (self->text + start, '.', at - start) != NULL ||
      (at - start == 1 && g_ascii_isupper (self->text[start])))
    return TRUE;
  classes = dtl_clause_words_lookup (self->words, self->text + start, at - start);
  return (classes & (DTL_WORDS (TITLE) | DTL_WORDS (ABBREVIATION))) != 0;
}

static gsize
find_word_end (const Reader *self, gsize start)
{
  gsize at = start + 1;
  DtlTokenKind kind;

  while (at < self->end)
    {
      const char c = self->text[at];

      if (g_ascii_isalnum (c))
        at++;
      else if (starts_with (self, at, "\xe2\x80\x99") && at + 3 < self->end &&
               g_ascii_isalpha (self->text[at + 3]))
        at += 3;
      else if ((guchar) c >= 0x80 && measure_mark (self, at, &kind) == 0 &&
               measure_space (self, at) == 0)
        at++;
      else if (g_ascii_ispunct (c) && joins (self, at))
        at++;
      else if (c == '%' ||
               (c == '\'' && self->text[at - 1] == 's')) /* "the workers' strike" */
        at++;
      else if (c == '.' && is_own_stop (self, start, at))
        return at + 1;
      else
        break;
    }
  return at;
}

static gsize
measure_possessive (const char *word, gsize length)
{
  if (length > 2 && memcmp (word + length - 2, "'s", 2) == 0)
    return 2;
  if (length > 4 && memcmp (word + length - 4, "\xe2\x80\x99s", 4) == 0)
    return 4;
  return 0;
}

/* "it", "he", "there": what "'s" makes a clause of. */
static gboolean
is_pronoun (const Reader *self, const char *word, gsize length)
{
  return (dtl_clause_words_lookup (self->words, word, length) &
          (DTL_WORDS (PRONOUN) | DTL_WORDS (THAT) | DTL_WORDS (RELATIVE))) != 0;
}

/* Bytes of the contraction that ends the word, which stands for a word of its
 * own: "'ll", "n't"; "'s" after a pronoun only. */
static gsize
measure_contraction (const Reader *self, const char *word, gsize length)
{
  static const char *const endings[] = { "'ll", "'d", "'ve", "'re", "'m", "n't" };
  static const char *const curly[] = { "\xe2\x80\x99ll",
                                       "\xe2\x80\x99"
                                       "d",
                                       "\xe2\x80\x99ve",
                                       "\xe2\x80\x99re",
                                       "\xe2\x80\x99m",
                                       "n\xe2\x80\x99t" };

  if (memchr (word, '\'', length) == NULL && memchr (word, '\xe2', length) == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize plain = strlen (endings[i]), bent = strlen (curly[i]);

      if (length > plain && memcmp (word + length - plain, endings[i], plain) == 0)
        return plain;
      if (length > bent && memcmp (word + length - bent, curly[i], bent) == 0)
        return bent;
    }
  return is_pronoun (self, word, length - measure_possessive (word, length))
             ? measure_possessive (word, length)
             : 0;
}

static gboolean
has_ending (const char *word, gsize length, const char *ending)
{
  gsize n = strlen (ending);

  return length > n + 1 && memcmp (word + length - n, ending, n) == 0;
}

static DtlVerbForm
find_verb_form (const DtlToken *token, const char *word, gsize length, gboolean first)
{
  const DtlWordClasses finite = DTL_WORDS (BE) | DTL_WORDS (HAVE) | DTL_WORDS (DO) |
                                DTL_WORDS (MODAL) | DTL_WORDS (PRESENT);

  if (dtl_token_is (token, DTL_WORDS (OPAQUE)) || token->possessive)
    return DTL_VERB_NONE;
  if (dtl_token_is (token, DTL_WORDS (NOT_FINITE)))
    return has_ending (word, length, "ing") ? DTL_VERB_ING : DTL_VERB_PARTICIPLE;
  if (dtl_token_is (token, DTL_WORDS (PAST)))
    return dtl_token_is (token, DTL_WORDS (PARTICIPLE)) ? DTL_VERB_EITHER
                                                        : DTL_VERB_FINITE;
  if (dtl_token_is (token, DTL_WORDS (PARTICIPLE)))
    return DTL_VERB_PARTICIPLE;
  if (dtl_token_is (token, finite))
    return DTL_VERB_FINITE;
  if (token->capital && !first)
    return DTL_VERB_NONE;
  if (has_ending (word, length, "ed"))
    return DTL_VERB_EITHER;
  if (length > 4 && has_ending (word, length, "ing"))
    return DTL_VERB_ING;
  return DTL_VERB_NONE;
}

/* The classes of a word, with the apostrophe of a contraction made straight. */
static DtlWordClasses
look_up (const Reader *self, const char *word, gsize length)
{
  char plain[8];

  if (length <= sizeof plain && memchr (word, '\xe2', length) != NULL)
    {
      const char *quote = memchr (word, '\xe2', length);
      gsize before = (gsize) (quote - word);

      if (length - before < 3)
        return 0;
      memcpy (plain, word, before);
      plain[before] = '\'';
      memcpy (plain + before + 1, quote + 3, length - before - 3);
      return dtl_clause_words_lookup (self->words, plain, length - 2);
    }
  return dtl_clause_words_lookup (self->words, word, length);
}

static guint
count_characters (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += ((guchar) text[i] & 0xc0) != 0x80;
  return n;
}

static DtlToken *
add_token (Reader *self, gsize start, gsize end, DtlTokenKind kind)
{
  DtlToken token = { 0 };

  token.start = start;
  token.end = end;
  token.mention = -1;
  token.width = count_characters (self->text + start, end - start);
  token.kind = kind;

  if (self->tokens->len > 0)
    token.glued =
        g_array_index (self->tokens, DtlToken, self->tokens->len - 1).end == start;
  g_array_append_val (self->tokens, token);
  return &g_array_index (self->tokens, DtlToken, self->tokens->len - 1);
}

static void
add_word (Reader *self, gsize start, gsize end)
{
  const char *word = self->text + start;
  gsize length = end - start, stem;
  gboolean number = g_ascii_isdigit (*word) || *word == '$';
  DtlToken *token =
      add_token (self, start, end, number ? DTL_TOKEN_NUMBER : DTL_TOKEN_WORD);
  gsize possessive = measure_possessive (word, length);

  stem = length - possessive;
  if (stem > 1 && word[stem - 1] == '.')
    stem--;
  token->possessive = possessive > 0;
  token->capital = g_unichar_isupper (g_utf8_get_char (word));
  token->classes = look_up (self, word, stem);
  if (token->classes == 0 && (!token->capital || self->tokens->len == 1) &&
      has_ending (word, length, "ly"))
    token->classes = DTL_WORDS (ADVERB);
  token->verb = number ? DTL_VERB_NONE
                       : find_verb_form (token, word, length, self->tokens->len == 1);
}

static gsize
read_word (Reader *self, gsize start)
{
  const gsize end = find_word_end (self, start);
  const gsize contraction = measure_contraction (self, self->text + start, end - start);

  add_word (self, start, end - contraction);
  if (contraction > 0)
    add_word (self, end - contraction, end);
  return end;
}

/* Reads the token at @at and returns where it ends. */
static gsize
read_token (Reader *self, gsize at)
{
  DtlTokenKind kind = DTL_TOKEN_OTHER;
  gsize n;

  if ((n = measure_space (self, at)) > 0)
    return at + n;
  if ((n = measure_dashes (self, at)) > 0)
    kind = DTL_TOKEN_DASH;
  else
    n = measure_mark (self, at, &kind);
  if (n > 0)
    {
      add_token (self, at, at + n, kind);
      return at + n;
    }
  return read_word (self, at);
}

/* "Tuesday's": the ending belongs to the date. */
static void
take_possessive (DtlToken *date, const char *text, gsize end)
{
  const char *after = text + date->end;
  gsize left = end - date->end;

  if (left >= 2 && memcmp (after, "'s", 2) == 0)
    date->end += 2;
  else if (left >= 4 && memcmp (after, "\xe2\x80\x99s", 4) == 0)
    date->end += 4;
  else
    return;
  date->possessive = TRUE;
}

/* Without a comma at its end ("3 May 1911,"), which is the sentence's. */
static gsize
find_date_end (const char *text, gsize end, const DtlMention *mention)
{
  end = MIN (end, mention->end);
  while (end > mention->start + 1 && text[end - 1] == ',')
    end--;
  return end;
}

void
dtl_clause_tokens_read (GArray *tokens,
                        const char *text,
                        gsize start,
                        gsize end,
                        const DtlMention *mentions,
                        guint n_mentions,
                        guint mention,
                        const DtlClauseWords *words)
{
  Reader reader = { text, end, words, tokens };
  gsize at = start;

  g_array_set_size (tokens, 0);
  while (at < end)
    {
      while (mention < n_mentions &&
             (mentions[mention].start < at || !mentions[mention].has_extent))
        mention++;
      reader.end = mention < n_mentions ? MIN (end, mentions[mention].start) : end;
      if (mention < n_mentions && mentions[mention].start == at)
        {
          DtlToken *token =
              add_token (&reader, at, find_date_end (text, end, &mentions[mention]),
                         DTL_TOKEN_DATE);

          token->mention = (int) mention;
          token->capital = g_ascii_isupper (text[at]);
          take_possessive (token, text, end);
          token->width = count_characters (text + at, token->end - at);
          at = token->end;
          continue;
        }
      at = read_token (&reader, at);
    }
}
