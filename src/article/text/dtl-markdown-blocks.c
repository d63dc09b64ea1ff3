#include "article/text/dtl-markdown-blocks.h"

#include "article/text/dtl-markdown-inline.h"

#include <string.h>

#define TAB_WIDTH 4
/* Longer numbers are years: "1836. The mill is built". */
#define MAX_ITEM_DIGITS 2

/* A line, of which less is left with each mark that is read. */
typedef struct {
  const char *at, *end;
  gsize indent; /* columns of white space before @at */
} Line;

typedef struct {
  DtlMarkdownFunc func;
  gpointer data;
  GString *source; /* lines of the paragraph at hand */
  GString *text;
  DtlParagraphKind kind;
  guint n_lines; /* of the paragraph */
  gboolean is_in_quote;
  gboolean is_in_list; /* what is indented belongs to an item */
  gboolean is_in_table;
  gboolean is_in_note; /* a footnote's, which goes */
  gboolean is_after_blank;
  char fence; /* of the code at hand, '\0' in none */
  gsize fence_length;
} Splitting;

/* --- a line --- */

static void
skip_indent (Line *line)
{
  for (; line->at < line->end && (*line->at == ' ' || *line->at == '\t'); line->at++)
    line->indent += *line->at == ' ' ? 1 : TAB_WIDTH - line->indent % TAB_WIDTH;
}

static gboolean
is_blank (const Line *line)
{
  return line->at == line->end;
}

static gsize
count_run (const Line *line, char mark)
{
  const char *p = line->at;

  while (p < line->end && *p == mark)
    p++;
  return (gsize) (p - line->at);
}

static void
trim_end (Line *line)
{
  while (line->end > line->at && g_ascii_isspace (line->end[-1]))
    line->end--;
}

/* --- paragraphs --- */

static void
end_paragraph (Splitting *self)
{
  if (self->source->len > 0 && self->kind == DTL_PARAGRAPH_FURNITURE)
    self->func (self->kind, 0, self->source->str, self->source->len, self->data);
  else if (self->source->len > 0 && !self->is_in_note)
    {
      g_string_truncate (self->text, 0);
      dtl_markdown_append_inline (self->text, self->source->str, self->source->len);
      self->func (self->kind, 0, self->text->str, self->text->len, self->data);
    }
  g_string_truncate (self->source, 0);
  self->n_lines = 0;
  self->kind = self->is_in_quote ? DTL_PARAGRAPH_QUOTE : DTL_PARAGRAPH_TEXT;
}

static void
append_line (Splitting *self, const Line *line)
{
  if (self->n_lines > 0)
    g_string_append_c (self->source, '\n');
  g_string_append_len (self->source, line->at, line->end - line->at);
  self->n_lines++;
}

static void
add_heading (Splitting *self, int level, const char *source, gsize length)
{
  g_string_truncate (self->text, 0);
  dtl_markdown_append_inline (self->text, source, length);
  self->func (DTL_PARAGRAPH_HEADING, level, self->text->str, self->text->len, self->data);
}

/* --- headings --- */

static gboolean
read_heading (Splitting *self, Line line)
{
  gsize n = count_run (&line, '#');

  if (n == 0 || n > 6 || (line.at + n < line.end && !g_ascii_isspace (line.at[n])))
    return FALSE;
  end_paragraph (self);
  self->is_in_list = self->is_in_note = FALSE;
  line.at += n;
  trim_end (&line);
  while (line.end > line.at && line.end[-1] == '#')
    line.end--;
  add_heading (self, (int) n, line.at, (gsize) (line.end - line.at));
  return TRUE;
}

/* "====" or "----" below a line of text. */
static gboolean
read_underline (Splitting *self, const Line *line)
{
  gsize n = count_run (line, *line->at);
  g_autofree char *source = NULL;

  if ((*line->at != '=' && *line->at != '-') || line->at + n < line->end ||
      self->n_lines == 0 || self->kind != DTL_PARAGRAPH_TEXT || self->is_in_note)
    return FALSE;
  source = g_strdup (self->source->str);
  g_string_truncate (self->source, 0);
  end_paragraph (self);
  add_heading (self, *line->at == '=' ? 1 : 2, source, strlen (source));
  return TRUE;
}

/* "***", "- - -" */
static gboolean
is_rule (const Line *line)
{
  guint n = 0;

  if (strchr ("*-_", *line->at) == NULL)
    return FALSE;
  for (const char *p = line->at; p < line->end; p++)
    if (*p == *line->at)
      n++;
    else if (!g_ascii_isspace (*p))
      return FALSE;
  return n >= 3;
}

/* --- code --- */

static gboolean
begins_fence (Splitting *self, const Line *line)
{
  gsize n = count_run (line, *line->at);

  if ((*line->at != '`' && *line->at != '~') || n < 3 ||
      (*line->at == '`' &&
       memchr (line->at + n, '`', (gsize) (line->end - line->at) - n) != NULL))
    return FALSE;
  end_paragraph (self);
  self->kind = DTL_PARAGRAPH_FURNITURE;
  self->fence = *line->at;
  self->fence_length = n;
  return TRUE;
}

static void
read_code_line (Splitting *self, const Line *line)
{
  gsize n = is_blank (line) ? 0 : count_run (line, self->fence);

  if (n < self->fence_length || line->at + n < line->end)
    {
      append_line (self, line);
      return;
    }
  self->fence = '\0';
  end_paragraph (self);
}

static gboolean
is_indented_code (const Splitting *self, const Line *line)
{
  return line->indent >= TAB_WIDTH && !self->is_in_list && !self->is_in_note &&
         (self->n_lines == 0 || self->kind == DTL_PARAGRAPH_FURNITURE);
}

/* --- tables --- */

/* "|---|:--:|" */
static gboolean
is_table_rule (const Line *line)
{
  gboolean has_bar = FALSE, has_dash = FALSE;

  for (const char *p = line->at; p < line->end; p++)
    if (*p == '|')
      has_bar = TRUE;
    else if (*p == '-')
      has_dash = TRUE;
    else if (*p != ':' && !g_ascii_isspace (*p))
      return FALSE;
  return has_bar && has_dash;
}

static void
add_row (Splitting *self, const char *row, gsize length)
{
  g_autoptr (GString) cells = g_string_new (NULL);
  gsize start = 0;

  for (gsize i = 0; i <= length; i++)
    {
      gsize n = i - start;

      if (i < length && (row[i] != '|' || (i > 0 && row[i - 1] == '\\')))
        continue;
      while (n > 0 && g_ascii_isspace (row[start]))
        {
          start++;
          n--;
        }
      if (n > 0 && cells->len > 0)
        g_string_append (cells, " | ");
      dtl_markdown_append_inline (cells, row + start, n);
      start = i + 1;
    }
  self->func (DTL_PARAGRAPH_TABLE_ROW, 0, cells->str, cells->len, self->data);
}

static gboolean
read_table_line (Splitting *self, const Line *line)
{
  if (self->is_in_table && memchr (line->at, '|', (gsize) (line->end - line->at)) != NULL)
    {
      add_row (self, line->at, (gsize) (line->end - line->at));
      return TRUE;
    }
  self->is_in_table = FALSE;
  if (self->n_lines != 1 || !is_table_rule (line) ||
      memchr (self->source->str, '|', self->source->len) == NULL)
    return FALSE;
  add_row (self, self->source->str, self->source->len);
  g_string_truncate (self->source, 0);
  end_paragraph (self);
  self->is_in_table = TRUE;
  return TRUE;
}

/* --- lists --- */

/* Bytes of "- ", "2. " or "3) ", 0 where there is none. */
static gsize
measure_item_mark (const Splitting *self, const Line *line)
{
  gsize n = 0;

  while (line->at + n < line->end && g_ascii_isdigit (line->at[n]))
    n++;
  if (n > MAX_ITEM_DIGITS || line->at + n >= line->end ||
      strchr (n > 0 ? ".)" : "-*+", line->at[n]) == NULL)
    return 0;
  /* Prose may go on with "1836." or "12." at the head of a line. */
  if (n > 0 && self->n_lines > 0 && self->kind == DTL_PARAGRAPH_TEXT &&
      !(n == 1 && line->at[0] == '1'))
    return 0;
  n++;
  return line->at + n == line->end || g_ascii_isspace (line->at[n]) ? n : 0;
}

/* "[ ]" and "[x]" of lists of tasks. */
static void
skip_task_mark (Line *line)
{
  if (line->end - line->at > 4 && line->at[0] == '[' && line->at[2] == ']' &&
      line->at[3] == ' ')
    line->at += 4;
}

static gboolean
read_item (Splitting *self, Line line)
{
  gsize n = measure_item_mark (self, &line);

  if (n == 0)
    return FALSE;
  end_paragraph (self);
  self->is_in_list = TRUE;
  self->is_in_note = FALSE;
  line.at += n;
  skip_indent (&line);
  skip_task_mark (&line);
  if (read_heading (self, line))
    return TRUE;
  self->kind = DTL_PARAGRAPH_LIST_ITEM;
  if (!is_blank (&line))
    append_line (self, &line);
  return TRUE;
}

/* --- definitions --- */

/* "[mill]: https://mill.example" shows nothing, nor does "[^1]: A note". */
static gboolean
read_definition (Splitting *self, const Line *line)
{
  const char *close;

  if (*line->at != '[' || self->n_lines > 0)
    return FALSE;
  close = memchr (line->at, ']', (gsize) (line->end - line->at));
  if (close == NULL || close + 1 >= line->end || close[1] != ':')
    return FALSE;
  self->is_in_note = line->at[1] == '^';
  return TRUE;
}

/* --- lines --- */

static void
set_quote (Splitting *self, gboolean is_in_quote)
{
  if (is_in_quote == self->is_in_quote)
    return;
  end_paragraph (self);
  self->is_in_quote = is_in_quote;
  self->kind = is_in_quote ? DTL_PARAGRAPH_QUOTE : DTL_PARAGRAPH_TEXT;
}

/* A line of a quotation may lack its mark, where prose goes on. */
static void
read_quote_marks (Splitting *self, Line *line)
{
  gboolean is_marked = FALSE;

  while (line->at < line->end && *line->at == '>' && line->indent < TAB_WIDTH)
    {
      is_marked = TRUE;
      line->at++;
      line->indent = 0;
      skip_indent (line);
    }
  if (is_marked || is_blank (line) || self->n_lines == 0)
    set_quote (self, is_marked);
}

static void
read_blank_line (Splitting *self)
{
  if (self->kind != DTL_PARAGRAPH_FURNITURE)
    end_paragraph (self);
  self->is_in_table = FALSE;
  self->is_after_blank = TRUE;
}

/* What is not indented any more ends a list and a footnote. */
static void
leave_containers (Splitting *self, const Line *line)
{
  if (self->is_after_blank && line->indent < 2)
    self->is_in_list = self->is_in_note = FALSE;
  if (self->is_after_blank && self->kind == DTL_PARAGRAPH_FURNITURE &&
      line->indent < TAB_WIDTH)
    end_paragraph (self);
  self->is_after_blank = FALSE;
}

static void
read_line (Splitting *self, Line line)
{
  skip_indent (&line);
  trim_end (&line);
  if (self->fence != '\0')
    {
      read_code_line (self, &line);
      return;
    }
  read_quote_marks (self, &line);
  if (is_blank (&line))
    {
      read_blank_line (self);
      return;
    }
  leave_containers (self, &line);
  if (is_indented_code (self, &line))
    {
      self->kind = DTL_PARAGRAPH_FURNITURE;
      append_line (self, &line);
      return;
    }
  if (self->kind == DTL_PARAGRAPH_FURNITURE)
    end_paragraph (self);
  if (read_heading (self, line) || read_underline (self, &line) ||
      begins_fence (self, &line) || read_table_line (self, &line))
    return;
  if (is_rule (&line))
    end_paragraph (self);
  else if (!read_item (self, line) && !read_definition (self, &line))
    append_line (self, &line);
}

void
dtl_markdown_split (const char *text, gsize length, DtlMarkdownFunc func, gpointer data)
{
  Splitting self = { .func = func,
                     .data = data,
                     .source = g_string_new (NULL),
                     .text = g_string_new (NULL),
                     .kind = DTL_PARAGRAPH_TEXT };
  const char *end = text + length;

  while (text < end)
    {
      const char *newline = memchr (text, '\n', (gsize) (end - text));
      Line line = { .at = text, .end = newline != NULL ? newline : end };

      read_line (&self, line);
      text = newline != NULL ? newline + 1 : end;
    }
  end_paragraph (&self);
  g_string_free (self.source, TRUE);
  g_string_free (self.text, TRUE);
}
