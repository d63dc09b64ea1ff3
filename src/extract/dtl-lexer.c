#include "extract/dtl-lexer.h"

#include <string.h>

typedef enum {
  BYTE_MARK,
  BYTE_SPACE,
  BYTE_LOWER,
  BYTE_UPPER,
  BYTE_DIGIT,
  BYTE_HIGH, /* begins a character beyond ASCII */
} ByteKind;

static inline ByteKind
classify_byte (guchar c)
{
  if (c >= 'a' && c <= 'z')
    return BYTE_LOWER;
  if (c == ' ' || (c >= '\t' && c <= '\r'))
    return BYTE_SPACE;
  if (c >= 'A' && c <= 'Z')
    return BYTE_UPPER;
  if (c >= '0' && c <= '9')
    return BYTE_DIGIT;
  return c >= 0x80 ? BYTE_HIGH : BYTE_MARK;
}

/* What a character beyond ASCII is. Modifier letters (U+02BC, an apostrophe)
 * count as marks. */
static ByteKind
classify_char (gunichar c)
{
  if (c == 0xa0 || c == 0xad || c == 0x200b || c == 0xfeff || g_unichar_isspace (c))
    return BYTE_SPACE;
  if (g_unichar_isdigit (c))
    return BYTE_DIGIT;
  if (c == 0x2bc)
    return BYTE_MARK;
  if (g_unichar_isupper (c) || g_unichar_istitle (c))
    return BYTE_UPPER;
  if (g_unichar_isalpha (c) || g_unichar_ismark (c))
    return BYTE_LOWER;
  return BYTE_MARK;
}

/* Chinese and Japanese write without spaces: each of these is a word. */
static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff);
}

/* The kind of the character at @at and the first byte after it. */
static inline ByteKind
look (const DtlLexer *lexer, gsize at, gsize *ret_next)
{
  ByteKind kind = classify_byte ((guchar) lexer->text[at]);
  const char *p = lexer->text + at;

  *ret_next = at + 1;
  if (G_LIKELY (kind != BYTE_HIGH))
    return kind;
  *ret_next = MIN ((gsize) (g_utf8_next_char (p) - lexer->text), lexer->length);
  return classify_char (g_utf8_get_char (p));
}

/* A word's letters in lower case, as they are looked up. */
typedef struct {
  char letters[DTL_MAX_WORD + 8];
  gsize length; /* DTL_MAX_WORD + 1: too long to be known */
  guint32 hash;
} Folded;

static inline void
fold_byte (Folded *folded, char c)
{
  if (folded->length >= DTL_MAX_WORD)
    {
      folded->length = DTL_MAX_WORD + 1;
      return;
    }
  folded->letters[folded->length++] = c;
  folded->hash = dtl_word_hash_add (folded->hash, (guchar) c);
}

static void
fold_char (Folded *folded, gunichar c)
{
  char bytes[6];
  int n = g_unichar_to_utf8 (g_unichar_tolower (c), bytes);

  for (int i = 0; i < n; i++)
    fold_byte (folded, bytes[i]);
}

static guint
find_folded (const DtlVocabulary *vocabulary, const Folded *folded)
{
  if (folded->length > DTL_MAX_WORD)
    return 0;
  return dtl_vocabulary_lookup (vocabulary, folded->letters, folded->length,
                                folded->hash);
}

static gsize
fold_word (const DtlLexer *lexer, gsize start, Folded *folded, DtlLexeme *lexeme)
{
  gboolean starts_upper = FALSE, has_lower = FALSE, more = FALSE;
  gsize at = start, next;

  for (; at < lexer->length; at = next)
    {
      ByteKind kind = look (lexer, at, &next);

      if (kind != BYTE_LOWER && kind != BYTE_UPPER)
        break;
      if (next > at + 2 && is_ideograph (g_utf8_get_char (lexer->text + at)))
        {
          if (at > start)
            break;
          fold_char (folded, g_utf8_get_char (lexer->text + at));
          at = next;
          break;
        }
      if (at == start)
        starts_upper = kind == BYTE_UPPER;
      else
        more = TRUE;
      has_lower |= kind == BYTE_LOWER;
      if (next == at + 1)
        fold_byte (folded, (char) (lexer->text[at] | 0x20));
      else
        fold_char (folded, g_utf8_get_char (lexer->text + at));
    }
  lexeme->shape = !starts_upper        ? DTL_SHAPE_LOWER
                  : has_lower || !more ? DTL_SHAPE_CAPITAL
                                       : DTL_SHAPE_UPPER;
  return at;
}

static gsize
read_digits (const DtlLexer *lexer, gsize start, DtlLexeme *lexeme)
{
  guint64 number = 0;
  guint digits = 0;
  gsize at = start, next;

  for (; at < lexer->length; at = next)
    {
      if (look (lexer, at, &next) != BYTE_DIGIT)
        break;
      number = number * 10 +
               (guint) g_unichar_digit_value (g_utf8_get_char (lexer->text + at));
      number = MIN (number, G_MAXUINT32);
      digits++;
    }
  lexeme->number = (guint32) number;
  lexeme->digits = (guint8) MIN (digits, 255);
  return at;
}

/* Writers and their programs choose between these without meaning anything. */
static gunichar
unify_mark (gunichar c)
{
  switch (c)
    {
    case 0x2bc:
    case 0x2018:
    case 0x2019:
    case '`':
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    case 0x2012:
    case 0x2212:
      return 0x2013;
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return '"';
    default:
      return c;
    }
}

static void
fold_mark (const DtlLexer *lexer, gsize start, Folded *folded)
{
  fold_char (folded, unify_mark (g_utf8_get_char (lexer->text + start)));
}

/* Moves over white space and says what kind it was. */
static void
skip_spaces (DtlLexer *lexer, DtlLexeme *lexeme)
{
  gsize start = lexer->at, next;
  guint newlines = 0;

  while (lexer->at < lexer->length && look (lexer, lexer->at, &next) == BYTE_SPACE)
    {
      newlines += lexer->text[lexer->at] == '\n';
      lexer->at = next;
    }
  lexeme->glued = lexer->at == start && start > 0;
  lexeme->new_block = newlines > 1 || start == 0;
}

/* Where the first @length folded bytes of the word at @start end in the text. */
static gsize
find_folded_end (const DtlLexer *lexer, gsize start, gsize length)
{
  gsize at = start, next;

  for (gsize folded = 0; folded < length && at < lexer->length; at = next)
    {
      char bytes[6];

      look (lexer, at, &next);
      folded += (gsize) g_unichar_to_utf8 (g_unichar_tolower (
                                               g_utf8_get_char (lexer->text + at)),
                                           bytes);
    }
  return at;
}

/* "Montagabend" gives "Montag" now and "abend" next time; a word that is no
 * compound stays what it is. */
static void
take_first_piece (const DtlLexer *lexer, Folded *folded, DtlLexeme *lexeme)
{
  gsize length =
      dtl_compounds_measure_first (lexer->compounds, folded->letters, folded->length);

  if (length == 0)
    return;
  lexeme->end = find_folded_end (lexer, lexeme->start, length);
  folded->length = length;
  folded->hash = DTL_WORD_HASH_INIT;
  for (gsize i = 0; i < length; i++)
    folded->hash = dtl_word_hash_add (folded->hash, (guchar) folded->letters[i]);
  lexeme->word = (guint16) find_folded (lexer->vocabulary, folded);
}

gboolean
dtl_lexer_next (DtlLexer *lexer, DtlLexeme *ret_lexeme)
{
  Folded folded = { .hash = DTL_WORD_HASH_INIT };
  DtlLexeme lexeme = { 0 };
  gsize next;

  skip_spaces (lexer, &lexeme);
  if (lexer->at >= lexer->length)
    return FALSE;
  lexeme.start = lexer->at;
  switch (look (lexer, lexer->at, &next))
    {
    case BYTE_DIGIT:
      lexeme.kind = DTL_LEXEME_NUMBER;
      next = read_digits (lexer, lexeme.start, &lexeme);
      break;
    case BYTE_LOWER:
    case BYTE_UPPER:
      lexeme.kind = DTL_LEXEME_WORD;
      next = fold_word (lexer, lexeme.start, &folded, &lexeme);
      lexeme.past_verb = folded.length > 4 && folded.length <= DTL_MAX_WORD &&
                         memcmp (folded.letters + folded.length - 2, "ed", 2) == 0;
      break;
    case BYTE_MARK:
    case BYTE_SPACE:
    case BYTE_HIGH:
      lexeme.kind = DTL_LEXEME_MARK;
      fold_mark (lexer, lexeme.start, &folded);
      break;
    }
  lexeme.end = next;
  if (lexeme.kind != DTL_LEXEME_NUMBER)
    lexeme.word = (guint16) find_folded (lexer->vocabulary, &folded);
  if (lexeme.word == 0 && lexeme.kind == DTL_LEXEME_WORD && lexer->compounds != NULL)
    take_first_piece (lexer, &folded, &lexeme);
  lexer->at = lexeme.end;
  *ret_lexeme = lexeme;
  return TRUE;
}

guint
dtl_lexer_intern (const DtlLexer *lexer,
                  const DtlLexeme *lexeme,
                  DtlVocabulary *vocabulary)
{
  Folded folded = { .hash = DTL_WORD_HASH_INIT };
  DtlLexeme ignored = { 0 };

  if (lexeme->kind == DTL_LEXEME_MARK)
    fold_mark (lexer, lexeme->start, &folded);
  else
    fold_word (lexer, lexeme->start, &folded, &ignored);
  if (folded.length == 0 || folded.length > DTL_MAX_WORD)
    return 0;
  return dtl_vocabulary_intern (vocabulary, folded.letters, folded.length);
}
