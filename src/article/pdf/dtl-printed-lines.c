#include "config.h"

#include "article/pdf/dtl-printed-lines.h"

#include "article/pdf/dtl-printed-margins.h"

#include <math.h>
#include <string.h>

/* Letters of one text differ less in size than this. */
#define SAME_SIZE 0.08
/* A heading's letters are larger than the text's by this. */
#define HEADING_SIZE 1.12
#define MAX_HEADING_BYTES 200
/* Of the usual distance of lines, beyond which a paragraph ends. */
#define WIDE_GAP 1.35
/* Of the letters' size, from which on a line is set in. */
#define INDENT 0.8
/* Of the column's width, that a paragraph's last line may leave free. */
#define SHORT_LINE 0.12

typedef struct {
  const GArray *lines;
  DtlArticleBuilder *builder;
  GHashTable *compounds; /* words with a hyphen of their own, folded */
  double size;           /* of most letters */
  double leading;        /* from line to line, in that size */
  double right_margin;   /* of the column of the line before */
  double title_size;     /* of the largest print, 0 where none stands out */
  GString *paragraph;
} Reading;

static void
clear_line (gpointer line)
{
  g_free (((DtlPrintedLine *) line)->text);
}

GArray *
dtl_printed_lines_new (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (DtlPrintedLine));

  g_array_set_clear_func (lines, clear_line);
  return lines;
}

static const DtlPrintedLine *
get_line (const Reading *reading, guint i)
{
  return &g_array_index (reading->lines, DtlPrintedLine, i);
}

/* --- what is usual --- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
find_median (GArray *values)
{
  if (values->len == 0)
    return 0;
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (values->len - 1) / 2);
}

/* Every line counts as often as it has ten letters: headings are many, but
 * short. */
static double
find_usual_size (const Reading *reading)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < reading->lines->len; i++)
    {
      const DtlPrintedLine *line = get_line (reading, i);
      gsize n = MIN (strlen (line->text) / 10, 20) + 1;

      for (gsize k = 0; k < n; k++)
        g_array_append_val (sizes, line->size);
    }
  return find_median (sizes);
}

static gboolean
is_same_size (double a, double b)
{
  return fabs (a - b) <= SAME_SIZE * MAX (a, b);
}

/* From one line's top to that of the next one below it, 0 where that is in
 * another column or on another page. */
static double
measure_step (const Reading *reading, guint i)
{
  const DtlPrintedLine *line = get_line (reading, i), *before = get_line (reading, i - 1);

  if (line->page != before->page || line->left > before->right ||
      line->right < before->left)
    return 0;
  return MAX (line->top - before->top, 0);
}

static double
find_usual_leading (const Reading *reading)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < reading->lines->len; i++)
    {
      double step = measure_step (reading, i);

      if (step > 0 && is_same_size (get_line (reading, i)->size, reading->size) &&
          is_same_size (get_line (reading, i - 1)->size, reading->size))
        g_array_append_val (steps, step);
    }
  return steps->len > 0 ? find_median (steps) : reading->size * 1.2;
}

/* The largest print in the upper half of the first page, where it stands out
 * from the text. */
static double
find_title_size (const Reading *reading)
{
  const DtlPrintedLine *first = get_line (reading, 0);
  double size = 0;

  for (guint i = 0; i < MIN (reading->lines->len, 12); i++)
    if (get_line (reading, i)->page == first->page)
      size = MAX (size, get_line (reading, i)->size);
  return size > reading->size * HEADING_SIZE ? size : 0;
}

/* The right edge of the lines that line @i is among. */
static double
find_right_margin (const Reading *reading, guint i)
{
  const DtlPrintedLine *line = get_line (reading, i);
  double right = line->right;
  guint from = i > 6 ? i - 6 : 0, to = MIN (i + 7, reading->lines->len);

  for (guint k = from; k < to; k++)
    {
      const DtlPrintedLine *other = get_line (reading, k);

      if (other->page == line->page && other->left < line->right &&
          other->right > line->left && is_same_size (other->size, line->size))
        right = MAX (right, other->right);
    }
  return right;
}

/* --- words parted at a line's end --- */

static char *
fold_word (const char *start, gsize length)
{
  return g_utf8_strdown (start, (gssize) length);
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalpha (c) || c == '-';
}

/* Remembers the words of a line that have a hyphen within. */
static void
note_compounds (Reading *reading, const char *text)
{
  while (*text != '\0')
    {
      const char *end = text;
      gboolean has_hyphen = FALSE;

      for (; *end != '\0' && is_word_char (g_utf8_get_char (end));
           end = g_utf8_next_char (end))
        has_hyphen |=
            *end == '-' && end > text && g_unichar_isalpha (g_utf8_get_char (end + 1));
      if (has_hyphen)
        g_hash_table_add (reading->compounds, fold_word (text, (gsize) (end - text)));
      text = *end != '\0' && end == text ? g_utf8_next_char (end) : end;
    }
}

/* The length of the paragraph without the hyphen that ends it; 0 where it ends
 * in none. */
static gsize
measure_without_hyphen (const GString *paragraph)
{
  static const char *const hyphens[] = { "-", "\302\255", "\342\200\220" };

  for (gsize i = 0; i < G_N_ELEMENTS (hyphens); i++)
    if (paragraph->len > strlen (hyphens[i]) &&
        g_str_has_suffix (paragraph->str, hyphens[i]))
      return paragraph->len - strlen (hyphens[i]);
  return 0;
}

/* Whether "well-" and "known" are a word that the text writes with a hyphen
 * elsewhere, too. */
static gboolean
is_compound (const Reading *reading, const char *head, gsize length, const char *tail)
{
  const char *start = head + length, *end = tail;
  g_autofree char *word = NULL, *folded = NULL;

  while (start > head)
    {
      const char *before = g_utf8_find_prev_char (head, start);

      if (before == NULL || !is_word_char (g_utf8_get_char (before)))
        break;
      start = before;
    }
  while (*end != '\0' && is_word_char (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  word = g_strdup_printf ("%.*s-%.*s", (int) (head + length - start), start,
                          (int) (end - tail), tail);
  folded = fold_word (word, strlen (word));
  return g_hash_table_contains (reading->compounds, folded);
}

static void
append_line (Reading *reading, const char *text)
{
  GString *paragraph = reading->paragraph;
  gsize length = measure_without_hyphen (paragraph);

  if (length > 0 && g_unichar_islower (g_utf8_get_char (text)))
    {
      if (!is_compound (reading, paragraph->str, length, text))
        g_string_truncate (paragraph, length);
    }
  else if (paragraph->len > 0 &&
           (length == 0 || !g_unichar_isalpha (g_utf8_get_char (text))))
    g_string_append_c (paragraph, ' ');
  g_string_append (paragraph, text);
}

/* --- where paragraphs end --- */

static gboolean
ends_sentence (const char *text)
{
  gsize n = strlen (text);

  while (n > 0 && strchr ("\"')", text[n - 1]) != NULL)
    n--;
  return n > 0 && (strchr (".!?:", text[n - 1]) != NULL || g_str_has_suffix (text, "”") ||
                   g_str_has_suffix (text, "“"));
}

static gboolean
is_list_mark (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return c == 0x2022 || c == 0x25cf || c == 0x25aa || c == 0x2013 || c == 0x2043;
}

/* Whether line @i begins a paragraph. */
static gboolean
begins_paragraph (const Reading *reading, guint i)
{
  const DtlPrintedLine *line = get_line (reading, i), *before;
  double step;

  if (i == 0)
    return TRUE;
  before = get_line (reading, i - 1);
  step = measure_step (reading, i);
  if (!is_same_size (line->size, before->size) || line->is_bold != before->is_bold ||
      is_list_mark (line->text))
    return TRUE;
  if (step > 0 && step > reading->leading * WIDE_GAP * (line->size / reading->size))
    return TRUE;
  /* In mid-sentence it hangs below the first line of an item. */
  if (step > 0 && line->left > before->left + line->size * INDENT &&
      ends_sentence (before->text))
    return TRUE;
  return ends_sentence (before->text) &&
         before->right <
             reading->right_margin - (reading->right_margin - before->left) * SHORT_LINE;
}

/* --- what paragraphs are --- */

static DtlParagraphKind
find_kind (const Reading *reading, const DtlPrintedLine *first, int *ret_level)
{
  double ratio = first->size / reading->size;
  gsize length = reading->paragraph->len;

  *ret_level = 0;
  if (length > MAX_HEADING_BYTES)
    return DTL_PARAGRAPH_TEXT;
  if (first->page == get_line (reading, 0)->page && reading->title_size > 0 &&
      is_same_size (first->size, reading->title_size))
    return DTL_PARAGRAPH_FURNITURE;
  if (ratio > HEADING_SIZE ||
      (first->is_bold && !ends_sentence (reading->paragraph->str) && length < 120))
    {
      *ret_level = ratio > 1.6 ? 1 : ratio > HEADING_SIZE ? 2 : 3;
      return DTL_PARAGRAPH_HEADING;
    }
  return is_list_mark (reading->paragraph->str) ? DTL_PARAGRAPH_LIST_ITEM
                                                : DTL_PARAGRAPH_TEXT;
}

static void
end_paragraph (Reading *reading, guint first)
{
  const char *text = reading->paragraph->str;
  DtlParagraphKind kind;
  int level;

  if (reading->paragraph->len == 0)
    return;
  kind = find_kind (reading, get_line (reading, first), &level);
  if (kind == DTL_PARAGRAPH_LIST_ITEM)
    text = g_utf8_next_char (text);
  dtl_article_builder_add_paragraph (reading->builder, kind, level, text, -1);
  g_string_truncate (reading->paragraph, 0);
}

static void
read_lines (Reading *reading)
{
  guint first = 0;

  for (guint i = 0; i < reading->lines->len; i++)
    {
      if (begins_paragraph (reading, i))
        {
          end_paragraph (reading, first);
          first = i;
        }
      append_line (reading, get_line (reading, i)->text);
      reading->right_margin = find_right_margin (reading, i);
    }
  end_paragraph (reading, first);
}

void
dtl_printed_lines_add_to (GArray *lines, DtlArticleBuilder *builder)
{
  Reading reading = { .lines = lines, .builder = builder };

  dtl_printed_margins_remove (lines);
  if (lines->len == 0)
    return;
  reading.compounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.paragraph = g_string_new (NULL);
  reading.size = find_usual_size (&reading);
  reading.leading = find_usual_leading (&reading);
  reading.title_size = find_title_size (&reading);
  for (guint i = 0; i < lines->len; i++)
    note_compounds (&reading, get_line (&reading, i)->text);
  read_lines (&reading);
  g_string_free (reading.paragraph, TRUE);
  g_hash_table_unref (reading.compounds);
}
