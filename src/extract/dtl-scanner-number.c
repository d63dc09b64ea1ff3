#include "extract/dtl-scanner-private.h"

#include <math.h>

/* The part of a number before its scale word, and what is behind it. */
typedef struct {
  double total;   /* whole thousands, millions so far */
  double current; /* "two hundred" of "two hundred thousand" */
  double step;
  gboolean has_digits;
  double fraction; /* of the last digits read: 0.1, 0.01; 0: whole */
} Sum;

/* The power of ten of the last digit that is not 0: 100 for 1500. */
static double
find_step (double value)
{
  double step = 1;

  if (value == 0)
    return 1;
  while (step < 1e15 && fmod (value, step * 10) == 0)
    step *= 10;
  return step;
}

static void
add_scale (Sum *sum, double scale)
{
  if (sum->current == 0)
    sum->current = 1;
  sum->step = (sum->fraction > 0 ? sum->fraction : find_step (sum->current)) * scale;
  if (scale == 100)
    {
      sum->current *= scale;
      return;
    }
  sum->total += sum->current * scale;
  sum->current = 0;
  sum->fraction = 0;
}

static void
add_digits (Sum *sum, const DtlLexeme *lexeme)
{
  if (sum->has_digits && lexeme->glued && sum->fraction > 0)
    {
      sum->fraction = pow (10, -(double) lexeme->digits);
      sum->current += lexeme->number * sum->fraction;
    }
  else if (sum->has_digits && lexeme->glued && lexeme->digits == 3)
    sum->current = sum->current * 1000 + lexeme->number;
  else
    sum->current += lexeme->number;
  sum->has_digits = TRUE;
}

/* "nineteen" then "ninety-six": a year said in two halves. */
static gboolean
is_year_half (double current, double value)
{
  return current >= 10 && current < 100 && value >= 10 && fmod (current, 10) != 0 &&
         value < 100;
}

static void
add_word (Sum *sum, double value)
{
  if ((sum->current >= 10 && sum->current < 20 && value >= 10) ||
      is_year_half (sum->current, value))
    sum->current = sum->current * 100 + value;
  else
    sum->current += value;
}

/* Whether the mark between two digits begins a fraction: "." or ",". */
static gboolean
begins_fraction (const DtlPack *pack, const DtlItem *items, guint n_items, guint i)
{
  const DtlVocabulary *vocabulary = dtl_pack_get_vocabulary (pack);
  char mark = dtl_pack_uses_decimal_comma (pack) ? ',' : '.';
  guint word =
      dtl_vocabulary_lookup (vocabulary, &mark, 1,
                             dtl_word_hash_add (DTL_WORD_HASH_INIT, (guchar) mark));

  return i + 1 < n_items && word != 0 && items[i].lexeme.word == word &&
         items[i + 1].lexeme.glued && items[i + 1].lexeme.kind == DTL_LEXEME_NUMBER;
}

/* "1/2", "3/4": 0 where it is no fraction. */
static double
read_ratio (const DtlPack *pack, const DtlItem *items, guint n_items, guint i)
{
  const DtlVocabulary *vocabulary = dtl_pack_get_vocabulary (pack);
  guint slash = dtl_vocabulary_lookup (vocabulary, "/", 1,
                                       dtl_word_hash_add (DTL_WORD_HASH_INIT, '/'));

  if (i + 2 >= n_items || slash == 0 || items[i + 1].lexeme.word != slash ||
      items[i + 2].lexeme.kind != DTL_LEXEME_NUMBER || items[i + 2].lexeme.number == 0)
    return 0;
  return (double) items[i].lexeme.number / items[i + 2].lexeme.number;
}

double
dtl_scan_number (const DtlPack *pack,
                 const DtlItem *items,
                 guint n_items,
                 double *ret_step)
{
  Sum sum = { .step = 0 };
  double halves = 0;

  for (guint i = 0; i < n_items; i++)
    {
      const DtlLexeme *lexeme = &items[i].lexeme;
      double value;

      if (lexeme->kind == DTL_LEXEME_NUMBER &&
          (value = read_ratio (pack, items, n_items, i)) > 0)
        {
          halves += value;
          i += 2;
        }
      else if (lexeme->kind == DTL_LEXEME_NUMBER)
        add_digits (&sum, lexeme);
      else if (lexeme->kind == DTL_LEXEME_MARK)
        {
          if (begins_fraction (pack, items, n_items, i))
            sum.fraction = 1;
        }
      else if (dtl_pack_has_role (pack, lexeme, DTL_ROLE_HALF))
        {
          halves += 0.5;
          sum.fraction = 0.1;
        }
      else if (dtl_pack_get_number_word (pack, lexeme, &value))
        {
          if (dtl_pack_has_role (pack, lexeme, DTL_ROLE_SCALE))
            add_scale (&sum, value);
          else
            add_word (&sum, value);
        }
    }
  if (sum.current > 0)
    sum.step = sum.fraction > 0 ? sum.fraction : find_step (sum.current);
  *ret_step = sum.step > 0 ? sum.step : 1;
  return sum.total + sum.current + halves;
}
