#include "article/wiki/dtl-wikitext.h"

#include "article/wiki/dtl-wiki-flatten.h"
#include "article/wiki/dtl-wiki-gaps.h"
#include "article/wiki/dtl-wiki-sections.h"
#include "article/wiki/dtl-wiki-template.h"

#include <string.h>

typedef struct {
  DtlArticleBuilder *builder;
  GString *text; /* of the paragraph at hand */
  DtlParagraphKind kind;
  guint n_tables; /* that are open, one in the other */
  gboolean is_in_quote;
  int left_out; /* level of the section that is left out, 0 in none */
  /* A heading waits for text: one without any is the skeleton of a section. */
  GString *heading;
  int level;
} Reading;

/* --- paragraphs --- */

static void
add_heading (Reading *reading)
{
  dtl_article_builder_add_paragraph (reading->builder, DTL_PARAGRAPH_HEADING,
                                     reading->level, reading->heading->str,
                                     (gssize) reading->heading->len);
  g_string_truncate (reading->heading, 0);
}

static void
end_paragraph (Reading *reading)
{
  GString *text = reading->text;

  dtl_wiki_gaps_mend (text);
  if (text->len > 0 && reading->left_out == 0)
    {
      if (reading->heading->len > 0)
        add_heading (reading);
      dtl_article_builder_add_paragraph (reading->builder, reading->kind, 0, text->str,
                                         (gssize) text->len);
    }
  g_string_truncate (text, 0);
  reading->kind = reading->is_in_quote ? DTL_PARAGRAPH_QUOTE : DTL_PARAGRAPH_TEXT;
}

static void
append_text (Reading *reading, const char *text, gsize length)
{
  if (reading->text->len > 0)
    g_string_append_c (reading->text, ' ');
  g_string_append_len (reading->text, text, (gssize) length);
}

static void
add_line (Reading *reading, DtlParagraphKind kind, const char *text, gsize length)
{
  end_paragraph (reading);
  reading->kind = kind;
  append_text (reading, text, length);
  end_paragraph (reading);
}

/* --- headings --- */

/* The level of "== Text ==", or 0. */
static int
measure_heading (const char *line, gsize length, gsize *ret_start, gsize *ret_end)
{
  gsize start = 0, end = length;
  int n = 0;

  while (end > 0 && g_ascii_isspace (line[end - 1]))
    end--;
  while (start + 1 < end && line[start] == '=' && line[end - 1] == '=' && n < 6)
    {
      start++;
      end--;
      n++;
    }
  *ret_start = start;
  *ret_end = end;
  return n;
}

static gboolean
read_heading (Reading *reading, const char *line, gsize length)
{
  gsize start, end;
  int level = measure_heading (line, length, &start, &end);

  if (level == 0)
    return FALSE;
  end_paragraph (reading);
  while (start < end && line[start] == ' ')
    start++;
  while (end > start && line[end - 1] == ' ')
    end--;
  if (reading->left_out > 0 && level > reading->left_out)
    return TRUE;
  reading->left_out =
      dtl_wiki_section_is_left_out (line + start, end - start) ? level : 0;
  g_string_truncate (reading->heading, 0);
  g_string_append_len (reading->heading, line + start, (gssize) (end - start));
  reading->level = level;
  return TRUE;
}

/* --- tables --- */

/* A cell may have its looks before its text: "align=right | 12". */
static void
append_cell (Reading *reading, const char *cell, gsize length)
{
  const char *bar = memchr (cell, '|', length);

  if (bar != NULL && memchr (cell, '=', (gsize) (bar - cell)) != NULL)
    {
      length -= (gsize) (bar + 1 - cell);
      cell = bar + 1;
    }
  if (reading->text->len > 0)
    g_string_append (reading->text, " |");
  append_text (reading, cell, length);
}

static void
append_cells (Reading *reading, const char *line, gsize length, char mark)
{
  gsize start = 0;

  for (gsize i = 0; i + 1 < length; i++)
    if (line[i] == line[i + 1] && (line[i] == '|' || (line[i] == '!' && mark == '!')))
      {
        append_cell (reading, line + start, i - start);
        start = i + 2;
        i++;
      }
  append_cell (reading, line + start, length - start);
}

static void
read_table_line (Reading *reading, const char *line, gsize length)
{
  if (length >= 2 && memcmp (line, "|}", 2) == 0)
    {
      end_paragraph (reading);
      reading->n_tables--;
    }
  else if (length >= 2 && memcmp (line, "|-", 2) == 0)
    {
      end_paragraph (reading);
      reading->kind = DTL_PARAGRAPH_TABLE_ROW;
    }
  else if (length >= 2 && memcmp (line, "|+", 2) == 0)
    {
      end_paragraph (reading);
      append_cell (reading, line + 2, length - 2);
      reading->kind = DTL_PARAGRAPH_CAPTION;
      end_paragraph (reading);
    }
  else if (length > 0 && (line[0] == '|' || line[0] == '!'))
    {
      reading->kind = DTL_PARAGRAPH_TABLE_ROW;
      append_cells (reading, line + 1, length - 1, line[0]);
    }
  else if (length > 0 && reading->text->len > 0)
    append_text (reading, line, length);
}

static gboolean
begins_table (const char *line, gsize length)
{
  gsize i = 0;

  while (i < length && (line[i] == ':' || line[i] == ' '))
    i++;
  return i + 2 <= length && memcmp (line + i, "{|", 2) == 0;
}

/* --- lines --- */

static void
read_list_item (Reading *reading, const char *line, gsize length)
{
  gsize n = 0;
  gboolean is_item = FALSE;

  while (n < length && strchr ("*#:; ", line[n]) != NULL && line[n] != '\0')
    is_item |= strchr ("*#;", line[n++]) != NULL;
  add_line (reading,
            is_item                ? DTL_PARAGRAPH_LIST_ITEM
            : reading->is_in_quote ? DTL_PARAGRAPH_QUOTE
                                   : DTL_PARAGRAPH_TEXT,
            line + n, length - n);
}

static gboolean
is_rule (const char *line, gsize length)
{
  return length >= 4 && memcmp (line, "----", 4) == 0;
}

static void
read_marked_line (Reading *reading, const char *line, gsize length)
{
  switch (line[0])
    {
    case DTL_WIKI_MARK_FACT:
      add_line (reading, DTL_PARAGRAPH_FACT, line + 1, length - 1);
      break;
    case DTL_WIKI_MARK_CAPTION:
      add_line (reading, DTL_PARAGRAPH_CAPTION, line + 1, length - 1);
      break;
    case '*':
    case '#':
    case ':':
    case ';':
      read_list_item (reading, line, length);
      break;
    case '|': /* of a template that nothing closes */
      end_paragraph (reading);
      break;
    default:
      append_text (reading, line, length);
    }
}

static void
read_line (Reading *reading, const char *line, gsize length)
{
  if (length > 0 && line[length - 1] == '\r')
    length--;
  if (begins_table (line, length))
    {
      end_paragraph (reading);
      reading->n_tables++;
    }
  else if (length > 0 && line[0] == '=' && read_heading (reading, line, length))
    reading->n_tables = 0; /* no table goes on behind a heading */
  else if (reading->n_tables > 0)
    read_table_line (reading, line, length);
  else if (length == 0 || is_rule (line, length))
    end_paragraph (reading);
  else
    read_marked_line (reading, line, length);
}

/* A quotation begins and ends a line, wherever its marks stand. */
static void
set_quote (Reading *reading, gboolean is_in_quote)
{
  end_paragraph (reading);
  reading->is_in_quote = is_in_quote;
  reading->kind = is_in_quote ? DTL_PARAGRAPH_QUOTE : DTL_PARAGRAPH_TEXT;
}

static void
read_lines (Reading *reading, const char *text, gsize length)
{
  const char *end = text + length, *start = text;

  for (const char *p = text; p <= end; p++)
    {
      if (p < end && *p != '\n' && *p != DTL_WIKI_MARK_QUOTE &&
          *p != DTL_WIKI_MARK_QUOTE_END)
        continue;
      if (p > start || p == end || *p == '\n')
        read_line (reading, start, (gsize) (p - start));
      if (p < end && *p != '\n')
        set_quote (reading, *p == DTL_WIKI_MARK_QUOTE);
      start = p + 1;
    }
  end_paragraph (reading);
}

void
dtl_wikitext_read (DtlArticleBuilder *builder,
                   const char *text,
                   gsize length,
                   const DtlWikiPage *page)
{
  g_autoptr (GString) flat = dtl_wiki_flatten (text, length, page);
  Reading reading = { .builder = builder,
                      .text = g_string_new (NULL),
                      .heading = g_string_new (NULL) };

  read_lines (&reading, flat->str, flat->len);
  g_string_free (reading.text, TRUE);
  g_string_free (reading.heading, TRUE);
}

/* --- is it? --- */

static guint
count_word (const char *text, gsize length, const char *word)
{
  guint n = 0;

  for (const char *p = text;
       (p = g_strstr_len (p, (gssize) (text + length - p), word)) != NULL;
       p += strlen (word))
    n++;
  return n;
}

gboolean
dtl_wikitext_looks_like (const char *text, gsize length)
{
  guint n_links = count_word (text, length, "[[") + count_word (text, length, "{{");
  guint n_ends = count_word (text, length, "]]") + count_word (text, length, "}}");
  guint n_others = count_word (text, length, "\n==") + count_word (text, length, "'''") +
                   count_word (text, length, "<ref");

  return n_links >= 2 && n_ends >= 2 && n_links + n_others >= 4 &&
         (n_others > 0 || n_links >= 8);
}
