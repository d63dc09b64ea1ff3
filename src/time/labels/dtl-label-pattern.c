#include "time/labels/dtl-label-pattern.h"

#include "time/labels/dtl-label-words.h"

#include <string.h>

typedef enum {
  PIECE_TEXT,
  PIECE_ERA,
  PIECE_YEAR,
  PIECE_CYCLE,
  PIECE_MONTH,
  PIECE_MONTH_NAME,
  PIECE_MONTH_SHORT,
  PIECE_STANDALONE_NAME,
  PIECE_STANDALONE_SHORT,
  PIECE_DAY,
  PIECE_HALF_DAY,
  PIECE_HOUR,         /* 0 to 23 */
  PIECE_HOUR_OF_HALF, /* 1 to 12 */
  PIECE_MINUTE,
  PIECE_SECOND,
} PieceKind;

typedef struct {
  PieceKind kind;
  int width;  /* least digits */
  char *text; /* of PIECE_TEXT */
} Piece;

struct _DtlPattern {
  GArray *pieces; /* Piece */
};

static void
clear_piece (gpointer data)
{
  g_free (((Piece *) data)->text);
}

static PieceKind
choose_month (char letter, int width)
{
  if (width <= 2)
    return PIECE_MONTH;
  if (width == 3)
    return letter == 'L' ? PIECE_STANDALONE_SHORT : PIECE_MONTH_SHORT;
  return letter == 'L' ? PIECE_STANDALONE_NAME : PIECE_MONTH_NAME;
}

/* FALSE for a field that no date here has. */
static gboolean
choose_piece (char letter, int width, PieceKind *ret_kind)
{
  static const struct {
    const char *letters;
    PieceKind kind;
  } kinds[] = {
    { "G", PIECE_ERA },           { "yur", PIECE_YEAR },     { "U", PIECE_CYCLE },
    { "d", PIECE_DAY },           { "abB", PIECE_HALF_DAY }, { "Hk", PIECE_HOUR },
    { "hK", PIECE_HOUR_OF_HALF }, { "m", PIECE_MINUTE },     { "s", PIECE_SECOND },
  };

  if (letter == 'M' || letter == 'L')
    {
      *ret_kind = choose_month (letter, width);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strchr (kinds[i].letters, letter) != NULL)
      {
        *ret_kind = kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}

static void
add_text (GArray *pieces, GString *text)
{
  Piece piece = { PIECE_TEXT, 0, NULL };

  if (text->len == 0)
    return;
  piece.text = g_strdup (text->str);
  g_array_append_val (pieces, piece);
  g_string_truncate (text, 0);
}

/* A quoted stretch, "'de'", or an apostrophe, "''"; @p is at the opening quote.
 * Returns the first byte after it. */
static const char *
read_quoted (const char *p, GString *text)
{
  if (p[1] == '\'')
    {
      g_string_append_c (text, '\'');
      return p + 2;
    }
  for (p++; *p != '\0' && (*p != '\'' || p[1] == '\''); p++)
    {
      if (*p == '\'')
        p++;
      g_string_append_c (text, *p);
    }
  return *p == '\'' ? p + 1 : p;
}

static const char *
read_field (const char *p, GArray *pieces, GString *text)
{
  int width = 1;
  Piece piece = { PIECE_TEXT, 0, NULL };

  while (p[width] == *p)
    width++;
  if (choose_piece (*p, width, &piece.kind))
    {
      add_text (pieces, text);
      piece.width = width;
      g_array_append_val (pieces, piece);
    }
  return p + width;
}

DtlPattern *
dtl_pattern_new (const char *source)
{
  DtlPattern *pattern = g_new0 (DtlPattern, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = source;

  pattern->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (pattern->pieces, clear_piece);
  while (*p != '\0')
    {
      if (*p == '\'')
        p = read_quoted (p, text);
      else if (g_ascii_isalpha (*p))
        p = read_field (p, pattern->pieces, text);
      else
        g_string_append_c (text, *p++);
    }
  add_text (pattern->pieces, text);
  return pattern;
}

void
dtl_pattern_free (DtlPattern *pattern)
{
  if (pattern == NULL)
    return;
  g_array_unref (pattern->pieces);
  g_free (pattern);
}

static void
append_digit (gunichar zero, int digit, GString *text)
{
  if (zero == '0')
    g_string_append_c (text, (char) ('0' + digit));
  else
    g_string_append_unichar (text, zero + (gunichar) digit);
}

void
dtl_pattern_append_number (const DtlPatternNames *names,
                           gint64 number,
                           int width,
                           GString *text)
{
  int digits[20];
  int n = 0;
  gboolean grouped = number >= 10000;

  do
    {
      digits[n++] = (int) (number % 10);
      number /= 10;
    }
  while (number > 0);
  while (n < MIN (width, (int) G_N_ELEMENTS (digits)))
    digits[n++] = 0;

  while (n-- > 0)
    {
      append_digit (names->zero, digits[n], text);
      if (grouped && n > 0 && n % 3 == 0)
        g_string_append (text, names->grouping);
    }
}

void
dtl_pattern_append_quotient (const DtlPatternNames *names,
                             gint64 number,
                             gint64 unit,
                             GString *text)
{
  gint64 rest = number % unit;

  dtl_pattern_append_number (names, number / unit, 1, text);
  if (rest > 0)
    g_string_append (text, names->decimal);
  for (unit /= 10; rest > 0; rest %= unit, unit /= 10)
    append_digit (names->zero, (int) (rest / unit), text);
}

static gboolean
has_era (const DtlPatternFields *fields)
{
  return fields->era != NULL && *fields->era != '\0';
}

static void
append_year (const DtlPatternNames *names, const DtlPatternFields *fields, GString *text)
{
  if (has_era (fields) && fields->era_first)
    {
      g_string_append (text, fields->era);
      g_string_append_c (text, ' ');
    }
  if (names->roman_years)
    dtl_label_words_append_roman (text, (int) fields->year);
  else
    dtl_pattern_append_number (names, fields->year, 1, text);
}

/* The year 4 was the first of its sixty. */
static void
append_cycle (const DtlPatternNames *names, const DtlPatternFields *fields, GString *text)
{
  gint64 place = (fields->year + DTL_PATTERN_CYCLE - 4) % DTL_PATTERN_CYCLE;

  if (fields->year > 0 && names->cycle[place] != NULL)
    g_string_append (text, names->cycle[place]);
}

/* @months: the list that the pattern asks for. */
static void
append_month_name (const DtlPatternNames *names,
                   const DtlPatternFields *fields,
                   char *const *months,
                   GString *text)
{
  const char *month = months[fields->month - 1];

  if (fields->day_name[0] != '\0')
    g_string_append (text, fields->day_name);
  else if (fields->variant && names->variant != NULL)
    dtl_label_words_fill (text, names->variant, month, "");
  else
    g_string_append (text, month);
}

static void
append_month_number (const DtlPatternNames *names,
                     const DtlPatternFields *fields,
                     int width,
                     GString *text)
{
  if (fields->day_name[0] != '\0')
    g_string_append (text, fields->day_name);
  else
    dtl_pattern_append_number (names, fields->month, width, text);
}

static void
append_day (const DtlPatternNames *names,
            const DtlPatternFields *fields,
            int width,
            GString *text)
{
  dtl_pattern_append_number (names, fields->day, width, text);
  if (fields->last_day > 0)
    {
      g_string_append (text, "–");
      dtl_pattern_append_number (names, fields->last_day, width, text);
    }
}

/* An era that was written before the year, or that there is not, leaves the
 * blank before it behind. */
static void
append_era (const DtlPatternFields *fields, GString *text)
{
  if (has_era (fields) && !fields->era_first)
    g_string_append (text, fields->era);
  else if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

static void
append_piece (const Piece *piece,
              const DtlPatternNames *names,
              const DtlPatternFields *fields,
              GString *text)
{
  switch (piece->kind)
    {
    case PIECE_TEXT:
      g_string_append (text, piece->text);
      break;
    case PIECE_ERA:
      append_era (fields, text);
      break;
    case PIECE_YEAR:
      append_year (names, fields, text);
      break;
    case PIECE_CYCLE:
      append_cycle (names, fields, text);
      break;
    case PIECE_MONTH:
      append_month_number (names, fields, piece->width, text);
      break;
    case PIECE_MONTH_NAME:
      append_month_name (names, fields, names->months, text);
      break;
    case PIECE_MONTH_SHORT:
      append_month_name (names, fields, names->short_months, text);
      break;
    case PIECE_STANDALONE_NAME:
      append_month_name (names, fields,
                         fields->genitive ? names->months : names->standalone_months,
                         text);
      break;
    case PIECE_STANDALONE_SHORT:
      append_month_name (names, fields, names->standalone_short_months, text);
      break;
    case PIECE_DAY:
      append_day (names, fields, piece->width, text);
      break;
    case PIECE_HALF_DAY:
      g_string_append (text, names->half_days[fields->hour >= 12]);
      break;
    case PIECE_HOUR:
      dtl_pattern_append_number (names, fields->hour, piece->width, text);
      break;
    case PIECE_HOUR_OF_HALF:
      dtl_pattern_append_number (names, (fields->hour + 11) % 12 + 1, piece->width, text);
      break;
    case PIECE_MINUTE:
      dtl_pattern_append_number (names, fields->minute, 2, text);
      break;
    case PIECE_SECOND:
      dtl_pattern_append_number (names, fields->second, 2, text);
      break;
    }
}

void
dtl_pattern_append (const DtlPattern *pattern,
                    const DtlPatternNames *names,
                    const DtlPatternFields *fields,
                    GString *text)
{
  for (guint i = 0; i < pattern->pieces->len; i++)
    append_piece (&g_array_index (pattern->pieces, Piece, i), names, fields, text);
}

DtlPatternOrder
dtl_pattern_get_order (const DtlPattern *pattern)
{
  for (guint i = 0; i < pattern->pieces->len; i++)
    {
      PieceKind kind = g_array_index (pattern->pieces, Piece, i).kind;

      if (kind == PIECE_DAY)
        return DTL_ORDER_DAY_FIRST;
      if (kind == PIECE_YEAR)
        return DTL_ORDER_YEAR_FIRST;
      if (kind != PIECE_TEXT && kind != PIECE_ERA)
        return DTL_ORDER_MONTH_FIRST;
    }
  return DTL_ORDER_DAY_FIRST;
}

gboolean
dtl_pattern_begins_with_era (const DtlPattern *pattern)
{
  return pattern->pieces->len > 0 &&
         g_array_index (pattern->pieces, Piece, 0).kind == PIECE_ERA;
}
