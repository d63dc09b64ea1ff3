#include "extract/dtl-scanner-private.h"

#include <string.h>

/* Text is read in pieces of whole sentences of about so many lexemes, so that
 * the lexemes of a long text never stand in memory together. */
#define CHUNK 4096

typedef struct {
  const DtlPack *pack;
  const char *text;
  gsize length;
  DtlLexer lexer;
  DtlRunner *runners[DTL_N_LEVELS];
  GArray *items;   /* of DtlItem: the piece at hand */
  GArray *next;    /* of DtlItem: the same after a level */
  GArray *rest;    /* of DtlItem: read, but of the next piece */
  GArray *phrases; /* of DtlPhrase: of the piece, also those merged since */
  GArray *trace;   /* of DtlTrace */
  GArray *found;   /* of DtlPhrase: of the text */
  guint max_found;
  guint genres; /* DtlGenre */
  DtlTenseReader tense;
  gboolean at_end;
} Scanner;

static DtlItem *
get_item (GArray *items, guint i)
{
  return &g_array_index (items, DtlItem, i);
}

/* --- what may stand beside a match --- */

static char
get_mark (const Scanner *scanner, const DtlItem *item)
{
  if (item->phrase >= 0 || item->lexeme.kind != DTL_LEXEME_MARK)
    return '\0';
  return scanner->text[item->lexeme.start];
}

static gboolean
is_number (const DtlItem *item)
{
  return item->phrase < 0 && item->lexeme.kind == DTL_LEXEME_NUMBER;
}

static gboolean
is_one_of (char c, const char *set)
{
  return c != '\0' && strchr (set, c) != NULL;
}

/* Dashes count as "-": their first byte is the one of many marks. */
static gboolean
is_dash (const Scanner *scanner, const DtlItem *item)
{
  char mark = get_mark (scanner, item);

  return mark == '-' || mark == '\xe2';
}

/* Languages that put no spaces between words: kana, ideographs, Hangul (which does,
 * but not before its particles), and the scripts from Thai to Khmer. */
static gboolean
is_unspaced (gunichar c)
{
  return (c >= 0x0e00 && c <= 0x0eff) || (c >= 0x1000 && c <= 0x109f) ||
         (c >= 0x1780 && c <= 0x17ff) || (c >= 0x3040 && c <= 0x30ff) ||
         (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
}

/* Whether the word @item, glued to a phrase, is a word beside it all the same. */
static gboolean
stands_apart (const Scanner *scanner, const DtlItem *item)
{
  return item->phrase < 0 && item->lexeme.kind == DTL_LEXEME_WORD &&
         is_unspaced (g_utf8_get_char (scanner->text + item->lexeme.start));
}

/* "$1950", "v1.1950", "555-1953", "/2014/": what begins inside of something
 * else is no date. */
static gboolean
starts_free (const Scanner *scanner, guint first)
{
  const DtlItem *item = get_item (scanner->items, first), *before, *second;
  gboolean number = is_number (item);
  char mark;

  if (first == 0 || !item->lexeme.glued)
    return TRUE;
  before = get_item (scanner->items, first - 1);
  mark = get_mark (scanner, before);
  if (stands_apart (scanner, before))
    return TRUE;
  if (before->phrase >= 0 || mark == '\0')
    return before->phrase >= 0;
  if (is_one_of (mark, "$#@_=&%+\\") || mark == '\xc2')
    return FALSE;
  if (first == 1 || !before->lexeme.glued || !number)
    return TRUE;
  second = get_item (scanner->items, first - 2);
  if (mark == '/')
    return !is_number (second) && second->symbol != DTL_SYMBOL_NONE;
  if (is_one_of (mark, ".,:") || is_dash (scanner, before))
    return !is_number (second) &&
           (mark != '.' || second->phrase >= 0 || second->symbol != DTL_SYMBOL_NONE);
  return TRUE;
}

/* "1950%", "1950.5", "1950-12-": what goes on is no date. */
static gboolean
ends_free (const Scanner *scanner, guint end)
{
  const DtlItem *last = get_item (scanner->items, end - 1), *item, *second;
  char mark;

  if (end >= scanner->items->len)
    return TRUE;
  item = get_item (scanner->items, end);
  if (!item->lexeme.glued || stands_apart (scanner, item))
    return TRUE;
  mark = get_mark (scanner, item);
  if (item->phrase >= 0 || mark == '\0')
    return item->phrase >= 0;
  if (is_one_of (mark, "%_=@$\\") || mark == '\xc2')
    return FALSE;
  if (end + 1 >= scanner->items->len || !is_number (last))
    return TRUE;
  second = get_item (scanner->items, end + 1);
  if (!second->lexeme.glued || !is_number (second))
    return TRUE;
  return !is_one_of (mark, ".,:/") && !is_dash (scanner, item);
}

static gboolean
fits_context (const Scanner *scanner,
              const DtlPatternContext *context,
              guint first,
              guint end)
{
  const DtlItem *item = get_item (scanner->items, first);
  guint before = DTL_SYMBOL_NONE, behind = DTL_SYMBOL_NONE;

  if (first > 0 && !item->lexeme.new_block)
    before = get_item (scanner->items, first - 1)->symbol;
  if (end < scanner->items->len && !get_item (scanner->items, end)->lexeme.new_block)
    behind = get_item (scanner->items, end)->symbol;
  return (context->genres & scanner->genres) != 0 &&
         (context->after < 0 ||
          dtl_pack_symbol_is (scanner->pack, before, context->after)) &&
         (context->before < 0 ||
          dtl_pack_symbol_is (scanner->pack, behind, context->before)) &&
         !dtl_pack_symbol_is (scanner->pack, before, context->not_after) &&
         !dtl_pack_symbol_is (scanner->pack, behind, context->not_before);
}

/* --- one level --- */

typedef struct {
  int pattern; /* -1: none */
  guint end;
} Match;

/* The first pattern that ends in @state and fits where it stands. */
static int
choose_pattern (const Scanner *scanner,
                DtlLevel level,
                guint state,
                guint first,
                guint end)
{
  guint n_accepts;
  const guint32 *accepts =
      dtl_runner_get_accepts (scanner->runners[level], state, &n_accepts);

  if (n_accepts == 0 || !ends_free (scanner, end))
    return -1;
  for (guint i = 0; i < n_accepts; i++)
    if (fits_context (scanner,
                      dtl_pack_get_context (scanner->pack, level, (int) accepts[i]),
                      first, end))
      return (int) accepts[i];
  return -1;
}

static Match
find_match (Scanner *scanner, DtlLevel level, guint first)
{
  DtlRunner *runner = scanner->runners[level];
  guint state = dtl_runner_get_start (runner);
  Match match = { -1, first };

  for (guint i = first; i < scanner->items->len; i++)
    {
      const DtlItem *item = get_item (scanner->items, i);
      int pattern;

      if (item->symbol == DTL_SYMBOL_NONE || (i > first && item->lexeme.new_block))
        break;
      state = dtl_runner_step (runner, state, item->symbol, item->lexeme.glued);
      if (state == DTL_STATE_DEAD || (i == first && !starts_free (scanner, first)))
        break;
      pattern = choose_pattern (scanner, level, state, first, i + 1);
      if (pattern >= 0)
        match = (Match){ pattern, i + 1 };
    }
  return match;
}

/* A phrase that was one end of a range stays that when it grows. */
static void
inherit_partner (Scanner *scanner, guint index, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      int old = get_item (scanner->items, i)->phrase;
      int partner =
          old >= 0 ? g_array_index (scanner->phrases, DtlPhrase, old).partner : -1;

      if (partner >= 0)
        {
          g_array_index (scanner->phrases, DtlPhrase, index).partner = partner;
          g_array_index (scanner->phrases, DtlPhrase, partner).partner = (int) index;
        }
    }
}

static guint
add_phrase (Scanner *scanner, const DtlMatchSpan *span, guint base)
{
  guint index = scanner->phrases->len;
  const DtlItem *first = get_item (scanner->items, base + span->first);
  DtlItem item = { .lexeme = first->lexeme, .phrase = (int) index };

  g_array_append_val (scanner->phrases, span->phrase);
  inherit_partner (scanner, index, base + span->first, base + span->end);
  item.lexeme.end = span->phrase.end;
  item.lexeme.kind = DTL_LEXEME_MARK;
  item.lexeme.word = 0;
  item.symbol = (guint16) dtl_pack_get_kind_symbol (scanner->pack, span->phrase.kind);
  g_array_append_val (scanner->next, item);
  return index;
}

/* Spans become phrases; what a match read around them stays what it was. */
static void
replace_match (Scanner *scanner, DtlLevel level, guint first, const Match *match)
{
  DtlMatchSpan spans[2];
  int ends[2] = { -1, -1 };
  guint at = 0, n = match->end - first;

  if (dtl_pack_kind_is_skip (scanner->pack,
                             dtl_pack_get_pattern_kind (scanner->pack, level,
                                                        match->pattern)))
    {
      g_array_append_vals (scanner->next, get_item (scanner->items, first), n);
      return;
    }
  dtl_match_read (scanner->pack, level, match->pattern, get_item (scanner->items, first),
                  n, scanner->phrases, scanner->trace, spans);
  for (int i = 0; i < 2; i++)
    {
      if (spans[i].first == spans[i].end)
        continue;
      g_array_append_vals (scanner->next, get_item (scanner->items, first + at),
                           spans[i].first - at);
      ends[i] = (int) add_phrase (scanner, &spans[i], first);
      at = spans[i].end;
    }
  if (ends[0] >= 0 && ends[1] >= 0)
    {
      g_array_index (scanner->phrases, DtlPhrase, ends[0]).partner = ends[1];
      g_array_index (scanner->phrases, DtlPhrase, ends[1]).partner = ends[0];
    }
  if (at < n)
    g_array_append_vals (scanner->next, get_item (scanner->items, first + at), n - at);
}

/* Copies what no pattern took. */
static void
keep_items (Scanner *scanner, guint first, guint end)
{
  if (first < end)
    g_array_append_vals (scanner->next, get_item (scanner->items, first), end - first);
}

static void
run_level (Scanner *scanner, DtlLevel level)
{
  GArray *swap = scanner->next;
  guint kept = 0;

  g_array_set_size (scanner->next, 0);
  for (guint i = 0; i < scanner->items->len;)
    {
      Match match = { -1, i };

      if (get_item (scanner->items, i)->symbol != DTL_SYMBOL_NONE)
        match = find_match (scanner, level, i);
      if (match.pattern >= 0)
        {
          keep_items (scanner, kept, i);
          replace_match (scanner, level, i, &match);
          kept = match.end;
        }
      i = MAX (match.end, i + 1);
    }
  keep_items (scanner, kept, scanner->items->len);
  scanner->next = scanner->items;
  scanner->items = swap;
  dtl_runner_trim (scanner->runners[level]);
}

/* --- pieces --- */

/* Not behind a number: "14. Juli" goes on. */
static gboolean
ends_sentence (const Scanner *scanner, guint i)
{
  const DtlItem *item = get_item (scanner->items, i);

  return (i == 0 || !is_number (get_item (scanner->items, i - 1))) &&
         item->lexeme.kind == DTL_LEXEME_MARK &&
         dtl_pack_has_role (scanner->pack, &item->lexeme, DTL_ROLE_STOP);
}

/* Where the last whole block, or else the last whole sentence, ends. */
static guint
find_cut (const Scanner *scanner)
{
  guint n = scanner->items->len;

  for (guint i = n - 1; i > n / 2; i--)
    if (get_item (scanner->items, i)->lexeme.new_block)
      return i;
  for (guint i = n - 1; i > n / 2; i--)
    {
      const DtlItem *item = get_item (scanner->items, i);

      if (ends_sentence (scanner, i - 1) && item->lexeme.kind == DTL_LEXEME_WORD &&
          item->lexeme.shape != DTL_SHAPE_LOWER && !item->lexeme.glued)
        return i;
    }
  return n;
}

static void
read_piece (Scanner *scanner)
{
  DtlItem item = { .phrase = -1 };
  guint cut;

  g_array_set_size (scanner->items, 0);
  g_array_append_vals (scanner->items, scanner->rest->data, scanner->rest->len);
  g_array_set_size (scanner->rest, 0);
  while (scanner->items->len < CHUNK && dtl_lexer_next (&scanner->lexer, &item.lexeme))
    {
      item.symbol = (guint16) dtl_pack_get_lexeme_symbol (scanner->pack, &item.lexeme);
      g_array_append_val (scanner->items, item);
    }
  scanner->at_end = scanner->items->len < CHUNK;
  if (scanner->at_end)
    return;
  cut = find_cut (scanner);
  g_array_append_vals (scanner->rest, get_item (scanner->items, cut),
                       scanner->items->len - cut);
  g_array_set_size (scanner->items, cut);
}

/* The phrases that are left become part of the result, in their order. */
static void
collect_phrases (Scanner *scanner)
{
  g_autofree int *moved = g_new (int, scanner->phrases->len + 1);
  guint first = scanner->found->len;

  memset (moved, -1, (scanner->phrases->len + 1) * sizeof *moved);
  for (guint i = 0; i < scanner->items->len; i++)
    {
      DtlItem *item = get_item (scanner->items, i);

      if (item->phrase < 0)
        continue;
      if (scanner->found->len < scanner->max_found)
        {
          moved[item->phrase] = (int) scanner->found->len;
          g_array_append_vals (scanner->found,
                               &g_array_index (scanner->phrases, DtlPhrase, item->phrase),
                               1);
        }
      item->phrase = moved[item->phrase];
    }
  for (guint i = first; i < scanner->found->len; i++)
    {
      DtlPhrase *phrase = &g_array_index (scanner->found, DtlPhrase, i);

      if (phrase->partner >= 0)
        phrase->partner = moved[phrase->partner];
    }
}

static void
scan_piece (Scanner *scanner)
{
  read_piece (scanner);
  g_array_set_size (scanner->phrases, 0);
  for (int level = 0; level < DTL_N_LEVELS; level++)
    if (level == 0 || scanner->phrases->len > 0)
      run_level (scanner, (DtlLevel) level);
  collect_phrases (scanner);
  dtl_tense_read (&scanner->tense, scanner->pack,
                  (const DtlItem *) (gpointer) scanner->items->data, scanner->items->len,
                  scanner->found);
}

static void
clear_scanner (Scanner *scanner)
{
  for (int i = 0; i < DTL_N_LEVELS; i++)
    dtl_pack_return_runner (scanner->pack, (DtlLevel) i, scanner->runners[i]);
  g_array_unref (scanner->items);
  g_array_unref (scanner->next);
  g_array_unref (scanner->rest);
  g_array_unref (scanner->phrases);
  g_array_unref (scanner->trace);
}

static void
init_scanner (Scanner *scanner, const DtlPack *pack, const char *text, gsize length)
{
  *scanner = (Scanner){ .pack = pack, .text = text, .length = length };
  scanner->lexer = (DtlLexer){ text, length, 0, dtl_pack_get_vocabulary (pack),
                               dtl_pack_get_compounds (pack) };
  for (int i = 0; i < DTL_N_LEVELS; i++)
    scanner->runners[i] = dtl_pack_take_runner (pack, (DtlLevel) i);
  scanner->items = g_array_new (FALSE, FALSE, sizeof (DtlItem));
  scanner->next = g_array_new (FALSE, FALSE, sizeof (DtlItem));
  scanner->rest = g_array_new (FALSE, FALSE, sizeof (DtlItem));
  scanner->phrases = g_array_new (FALSE, FALSE, sizeof (DtlPhrase));
  scanner->trace = g_array_new (FALSE, FALSE, sizeof (DtlTrace));
  scanner->found = g_array_new (FALSE, FALSE, sizeof (DtlPhrase));
  scanner->max_found = (guint) MIN (1000 + length / 40, G_MAXINT32);
}

GArray *
dtl_scan (const DtlPack *pack,
          const char *text,
          gsize length,
          guint genres,
          GCancellable *cancellable)
{
  Scanner scanner;

  init_scanner (&scanner, pack, text, length);
  scanner.genres = genres;
  while (!scanner.at_end && !g_cancellable_is_cancelled (cancellable))
    scan_piece (&scanner);
  clear_scanner (&scanner);
  return scanner.found;
}

gboolean
dtl_scan_is_whole (const DtlPack *pack,
                   const char *text,
                   gsize length,
                   const GArray *phrases)
{
  DtlLexer lexer = { text, length, 0, dtl_pack_get_vocabulary (pack),
                     dtl_pack_get_compounds (pack) };
  const DtlPhrase *first, *last;
  DtlLexeme lexeme;

  if (phrases->len == 0 || phrases->len > 2)
    return FALSE;
  first = &g_array_index (phrases, DtlPhrase, 0);
  last = &g_array_index (phrases, DtlPhrase, phrases->len - 1);
  if (phrases->len == 2 && first->partner != 1)
    return FALSE;
  while (dtl_lexer_next (&lexer, &lexeme))
    if ((lexeme.start < first->cover_start || lexeme.start >= last->cover_end) &&
        !dtl_pack_has_role (pack, &lexeme, DTL_ROLE_LEAD))
      return FALSE;
  return TRUE;
}
