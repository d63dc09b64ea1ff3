#include "config.h"

#include "article/text/dtl-text-blocks.h"

#include "article/text/dtl-text-line.h"

#include <string.h>

/* Nobody breaks lines narrower or wider than this to fit a page or a mail. */
#define MIN_WIDTH 45
#define MAX_WIDTH 132
/* No article has more; what is beyond belongs to the last. */
#define MAX_PARAGRAPHS 200000
/* Lines that may be a header are near the top. */
#define HEADER_BYTES 1500

typedef struct {
  gsize start, end; /* without white space at its ends */
} Line;

/* The line that begins at @start; @ret_next is where the next one does. */
static Line
read_line (const char *text, gsize length, gsize start, gsize *ret_next)
{
  gsize end = start;
  Line line;

  while (end < length && text[end] != '\n' && text[end] != '\r')
    end++;
  *ret_next = end < length ? end + 1 : end;
  if (end + 1 < length && text[end] == '\r' && text[end + 1] == '\n')
    *ret_next = end + 2;
  line = (Line){ start, end };
  while (line.start < line.end && g_ascii_isspace (text[line.start]))
    line.start++;
  while (line.end > line.start && g_ascii_isspace (text[line.end - 1]))
    line.end--;
  return line;
}

/* --- marks at the head of a line --- */

/* Bytes of the mark and the space behind it, 0 where there is none. */
static gsize
measure_mark (const char *line, gsize length, DtlParagraph *paragraph)
{
  static const char *const bullets[] = { "- ", "* ", "+ ", "• ", "– ", "· " };
  gsize n = 0;

  while (n < length && n < 7 && line[n] == '#')
    n++;
  if (n >= 1 && n <= 6 && n < length && line[n] == ' ')
    {
      paragraph->kind = DTL_PARAGRAPH_HEADING;
      paragraph->level = (int) n;
      return n + 1;
    }
  if (length > 2 && line[0] == '>' && line[1] == ' ')
    {
      paragraph->kind = DTL_PARAGRAPH_QUOTE;
      return 2;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (length > strlen (bullets[i]) &&
        memcmp (line, bullets[i], strlen (bullets[i])) == 0)
      {
        paragraph->kind = DTL_PARAGRAPH_LIST_ITEM;
        return strlen (bullets[i]);
      }
  return 0;
}

/* "====" below a heading, "----" between parts. */
static gboolean
is_rule (const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr ("-=*_~#", line[i]) == NULL || line[i] == '\0')
      return FALSE;
  return length >= 3;
}

/* --- lines that belong together --- */

static gsize
measure_first_word (const char *text, const Line *line)
{
  gsize n = 0;

  while (line->start + n < line->end && text[line->start + n] != ' ')
    n++;
  return n;
}

/* Whether lines were broken to fit a width: then the first word of each line
 * would not have fitted at the end of the line before. One in eight may differ,
 * since people edit their texts. */
static gboolean
is_wrapped (const char *text, const Line *lines, guint n)
{
  gsize width = 0;
  guint n_broken_early = 0;

  for (guint i = 0; i < n; i++)
    width = MAX (width, lines[i].end - lines[i].start);
  if (n < 2 || width < MIN_WIDTH || width > MAX_WIDTH)
    return FALSE;
  for (guint i = 0; i + 1 < n; i++)
    if (lines[i].end - lines[i].start + 1 + measure_first_word (text, &lines[i + 1]) <=
        width)
      n_broken_early++;
  return n_broken_early * 8 <= n - 1;
}

static gboolean
has_header_line (const char *text, const Line *lines, guint n)
{
  for (guint i = 0; i < n && lines[i].start < HEADER_BYTES; i++)
    if (dtl_text_line_is_header (text + lines[i].start, lines[i].end - lines[i].start))
      return TRUE;
  return FALSE;
}

static void
add_paragraph (GArray *paragraphs, const char *text, gsize start, gsize end)
{
  DtlParagraph paragraph = { .kind = DTL_PARAGRAPH_TEXT };

  if (is_rule (text + start, end - start))
    return;
  start += measure_mark (text + start, end - start, &paragraph);
  while (start < end && g_ascii_isspace (text[start]))
    start++;
  paragraph.start = start;
  paragraph.end = end;
  if (start == end)
    return;
  if (paragraphs->len == MAX_PARAGRAPHS)
    g_array_index (paragraphs, DtlParagraph, MAX_PARAGRAPHS - 1).end = end;
  else
    g_array_append_val (paragraphs, paragraph);
}

/* Marks begin a paragraph of their own, so lines are cut there first. */
static void
add_lines (GArray *paragraphs, const char *text, const Line *lines, guint n)
{
  if (is_wrapped (text, lines, n) && !has_header_line (text, lines, n))
    {
      add_paragraph (paragraphs, text, lines[0].start, lines[n - 1].end);
      return;
    }
  for (guint i = 0; i < n; i++)
    add_paragraph (paragraphs, text, lines[i].start, lines[i].end);
}

static void
add_block (GArray *paragraphs, const char *text, const GArray *block)
{
  const Line *lines = (const Line *) (gpointer) block->data;
  guint first = 0;

  for (guint i = 1; i <= block->len; i++)
    {
      DtlParagraph ignored;

      if (i < block->len && measure_mark (text + lines[i].start,
                                          lines[i].end - lines[i].start, &ignored) == 0)
        continue;
      add_lines (paragraphs, text, lines + first, i - first);
      first = i;
    }
}

GArray *
dtl_text_blocks_split (const char *text, gsize length)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (DtlParagraph));
  g_autoptr (GArray) block = g_array_new (FALSE, FALSE, sizeof (Line));
  gsize at = 0;

  while (at < length)
    {
      Line line = read_line (text, length, at, &at);

      if (line.start < line.end)
        g_array_append_val (block, line);
      if ((line.start == line.end || at >= length) && block->len > 0)
        {
          add_block (paragraphs, text, block);
          g_array_set_size (block, 0);
        }
    }
  return paragraphs;
}
