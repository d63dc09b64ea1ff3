#include "config.h"

#include "article/packed/dtl-office-text.h"

#include <string.h>

/* A cell with this many words and a sentence was laid out, not tabulated. */
#define MIN_PROSE_WORDS 15

typedef struct {
  const DtlXml *xml;
  const DtlOfficeVocabulary *vocabulary;
  const DtlOfficeStyles *styles;
  DtlArticleBuilder *builder;
} Reading;

static gboolean
is_paragraph (const Reading *reading, int node)
{
  return dtl_xml_is_any (reading->xml, node, reading->vocabulary->paragraphs);
}

static gboolean
is_letters (const Reading *reading, int node)
{
  const char *wanted = reading->vocabulary->text;

  return dtl_xml_get_name (reading->xml, node) == NULL &&
         (wanted == NULL ||
          dtl_xml_is (reading->xml, reading->xml->nodes[node].parent, wanted));
}

/* The text of a paragraph, or of all paragraphs in a cell with spaces between;
 * boxes, and what else has paragraphs of its own, are left to themselves. */
static void
append_text (const Reading *reading, int node, GString *text)
{
  const DtlXml *xml = reading->xml;
  gboolean is_whole_cell = !is_paragraph (reading, node);

  for (int i = node + 1; i < xml->nodes[node].end; i++)
    if (is_letters (reading, i))
      g_string_append_len (text, xml->text + xml->nodes[i].text_start,
                           xml->nodes[i].text_end - xml->nodes[i].text_start);
    else if (dtl_xml_is (xml, i, reading->vocabulary->box) ||
             reading->vocabulary->is_left_out (xml, i))
      i = xml->nodes[i].end - 1;
    else if (is_paragraph (reading, i) && is_whole_cell)
      g_string_append_c (text, ' ');
    else if (is_paragraph (reading, i))
      i = xml->nodes[i].end - 1;
    else
      reading->vocabulary->append_sign (xml, i, text);
}

/* --- paragraphs --- */

static DtlParagraphKind
get_kind (DtlStyleRole role)
{
  switch (role)
    {
    case DTL_STYLE_TITLE:
      return DTL_PARAGRAPH_FURNITURE;
    case DTL_STYLE_HEADING:
      return DTL_PARAGRAPH_HEADING;
    case DTL_STYLE_QUOTE:
      return DTL_PARAGRAPH_QUOTE;
    case DTL_STYLE_CAPTION:
      return DTL_PARAGRAPH_CAPTION;
    case DTL_STYLE_LIST:
      return DTL_PARAGRAPH_LIST_ITEM;
    case DTL_STYLE_PLAIN:
    case DTL_STYLE_CONTENTS:
      break;
    }
  return DTL_PARAGRAPH_TEXT;
}

static void
read_paragraph (const Reading *reading, int node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  DtlStyle style = reading->vocabulary->find_style (reading->xml, node, reading->styles);

  if (style.role == DTL_STYLE_CONTENTS)
    return;
  append_text (reading, node, text);
  dtl_article_builder_add_paragraph (reading->builder, get_kind (style.role), style.level,
                                     text->str, (gssize) text->len);
}

/* --- rows --- */

static gboolean
is_prose (const char *text)
{
  guint n_words = 0;
  gboolean has_stop = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      n_words += !g_ascii_isspace (*at) && (at == text || g_ascii_isspace (at[-1]));
      has_stop |= strchr (".!?", *at) != NULL && (at[1] == '\0' || at[1] == ' ');
    }
  return has_stop && n_words >= MIN_PROSE_WORDS;
}

/* The cells of a row in one line; FALSE where a cell is running text. */
static gboolean
join_cells (const Reading *reading, int row, GString *line)
{
  const DtlXml *xml = reading->xml;

  for (int i = row + 1; i < xml->nodes[row].end; i++)
    {
      g_autoptr (GString) cell = NULL;

      if (reading->vocabulary->is_left_out (xml, i))
        i = xml->nodes[i].end - 1;
      else if (dtl_xml_is (xml, i, reading->vocabulary->cell))
        {
          cell = g_string_new (NULL);
          append_text (reading, i, cell);
          i = xml->nodes[i].end - 1;
          if (is_prose (cell->str))
            return FALSE;
          if (line->len > 0)
            g_string_append (line, " | ");
          g_string_append_len (line, cell->str, (gssize) cell->len);
        }
    }
  return TRUE;
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Returns FALSE where its paragraphs are to be read one by one. */
static gboolean
read_row (const Reading *reading, int node)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (!join_cells (reading, node, line))
    return FALSE;
  if (has_letters (line->str))
    dtl_article_builder_add_paragraph (reading->builder, DTL_PARAGRAPH_TABLE_ROW, 0,
                                       line->str, (gssize) line->len);
  return TRUE;
}

void
dtl_office_text_read (const DtlXml *xml,
                      int body,
                      const DtlOfficeVocabulary *vocabulary,
                      const DtlOfficeStyles *styles,
                      DtlArticleBuilder *builder)
{
  Reading reading = { xml, vocabulary, styles, builder };

  for (int i = body + 1; i < xml->nodes[body].end; i++)
    if (vocabulary->is_left_out (xml, i))
      i = xml->nodes[i].end - 1;
    else if (dtl_xml_is (xml, i, vocabulary->row) && read_row (&reading, i))
      i = xml->nodes[i].end - 1;
    else if (is_paragraph (&reading, i))
      read_paragraph (&reading, i); /* and then on, into boxes within it */
}
