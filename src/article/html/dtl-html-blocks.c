#include "config.h"

#include "article/html/dtl-html-blocks.h"

#include <string.h>

/* Lines broken to fit a width have more letters than this. */
#define MIN_BROKEN_LETTERS 50
#define MIN_PARAGRAPH_WORDS 15

typedef struct {
  const DtlPage *page;
  GArray *blocks;
  DtlBlock block;         /* the one being read; first is -1 where there is none */
  int n_breaks;           /* <br> since the last text */
  int link_end;           /* of the link that is being read */
  guint n_letters_before; /* of the block, at the last <br> */
  gboolean ends_sentence; /* the text read last */
} Finding;

/* --- counting --- */

static void
count_text (DtlBlock *block, const char *text, const char *end, gboolean in_link)
{
  gboolean in_word = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_letter = c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c);

      block->n_letters += is_letter;
      block->n_link_letters += is_letter && in_link;
      block->n_words += is_letter && !in_word;
      in_word = is_letter;
      if (c == ',' || c == 0x3001 || c == 0xff0c || c == 0x60c)
        block->n_commas++;
      if (c == '.' || c == '!' || c == '?')
        block->n_sentences += p + 1 == end || !g_ascii_isalnum (p[1]);
      else if (c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x61f || c == 0x964)
        block->n_sentences++;
    }
}

/* --- kinds --- */

static int
find_block_element (const DtlPage *page, int node)
{
  while (node > 0 && !dtl_tag_is_block (page->nodes[node].tag))
    node = page->nodes[node].parent;
  return node;
}

/* Many pages were laid out by a table: what is as long as a paragraph is one. */
static gboolean
may_be_row (const DtlBlock *block)
{
  return block->n_words < MIN_PARAGRAPH_WORDS || block->n_sentences == 0;
}

static DtlParagraphKind
find_kind (const DtlPage *page, const DtlBlock *block, guint8 *ret_level)
{
  int element = block->element;
  DtlTag tag = page->nodes[element].tag;
  gboolean is_row = may_be_row (block);

  *ret_level = 0;
  if (dtl_tag_is_heading (tag))
    {
      *ret_level = (guint8) (tag - DTL_TAG_H1 + 1);
      return DTL_PARAGRAPH_HEADING;
    }
  /* What a block within another block is, the nearest one that says more than
   * "paragraph" decides. */
  for (int i = element; i > 0; i = page->nodes[i].parent)
    switch (page->nodes[i].tag)
      {
      case DTL_TAG_BLOCKQUOTE:
        return DTL_PARAGRAPH_QUOTE;
      case DTL_TAG_LI:
      case DTL_TAG_DT:
      case DTL_TAG_DD:
        return DTL_PARAGRAPH_LIST_ITEM;
      case DTL_TAG_FIGCAPTION:
      case DTL_TAG_FIGURE:
      case DTL_TAG_CAPTION:
        return DTL_PARAGRAPH_CAPTION;
      case DTL_TAG_TR:
        return is_row ? DTL_PARAGRAPH_TABLE_ROW : DTL_PARAGRAPH_TEXT;
      case DTL_TAG_ARTICLE:
      case DTL_TAG_MAIN:
      case DTL_TAG_BODY:
        return DTL_PARAGRAPH_TEXT;
      default:
        break;
      }
  return DTL_PARAGRAPH_TEXT;
}

/* --- finding --- */

static void
end_block (Finding *finding, int node)
{
  DtlBlock *block = &finding->block;

  if (block->first >= 0 && block->n_letters > 0)
    {
      block->end = node;
      block->kind = (guint8) find_kind (finding->page, block, &block->level);
      g_array_append_val (finding->blocks, *block);
    }
  *block = (DtlBlock){ .first = -1 };
  finding->n_breaks = 0;
  finding->n_letters_before = 0;
}

static gboolean
is_blank (const DtlPage *page, const DtlPageNode *node)
{
  for (guint i = node->text_start; i < node->text_end; i++)
    if (!g_ascii_isspace (page->text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
ends_sentence (const char *text, gsize length)
{
  while (length > 0 &&
         (g_ascii_isspace (text[length - 1]) || strchr ("\"')", text[length - 1])))
    length--;
  return length > 0 && strchr (".!?:", text[length - 1]) != NULL;
}

static void
read_text (Finding *finding, int i)
{
  const DtlPage *page = finding->page;
  const DtlPageNode *node = &page->nodes[i];

  if (is_blank (page, node))
    return;
  if (finding->block.first < 0)
    {
      finding->block.first = i;
      finding->block.element = find_block_element (page, node->parent);
    }
  finding->n_breaks = 0;
  finding->ends_sentence =
      ends_sentence (page->text + node->text_start, node->text_end - node->text_start);
  count_text (&finding->block, page->text + node->text_start, page->text + node->text_end,
              i < finding->link_end);
}

/* Two line breaks end a paragraph. One does where what stands before it is a
 * sentence, or too short to have been broken to fit a width. */
static gboolean
ends_paragraph (Finding *finding)
{
  guint n_letters = finding->block.n_letters - finding->n_letters_before;
  gboolean after_text = finding->n_breaks++ == 0;

  finding->n_letters_before = finding->block.n_letters;
  return !after_text || finding->ends_sentence ||
         (n_letters > 0 && n_letters < MIN_BROKEN_LETTERS);
}

/* Links within the page, to its notes and sections, are part of its text. */
static gboolean
leads_away (const DtlPage *page, int link)
{
  const char *address = dtl_page_get_attribute (page, link, DTL_ATTRIBUTE_HREF);

  return address != NULL && address[0] != '#' &&
         g_ascii_strncasecmp (address, "javascript:", 11) != 0;
}

static void
read_node (Finding *finding, int i)
{
  const DtlPageNode *node = &finding->page->nodes[i];

  if (node->tag == DTL_TAG_TEXT)
    read_text (finding, i);
  else if (node->tag == DTL_TAG_A && i >= finding->link_end &&
           leads_away (finding->page, i))
    finding->link_end = node->end;
  else if (node->tag == DTL_TAG_BR && ends_paragraph (finding))
    end_block (finding, i);
}

GArray *
dtl_blocks_find (const DtlPage *page)
{
  Finding finding = { .page = page,
                      .blocks = g_array_new (FALSE, FALSE, sizeof (DtlBlock)),
                      .block = { .first = -1 } };

  for (int i = 0; i < page->n_nodes; i++)
    {
      if (dtl_page_begins_line (page, i))
        end_block (&finding, i);
      if (page->nodes[i].is_left_out)
        i = page->nodes[i].end - 1;
      else
        read_node (&finding, i);
    }
  end_block (&finding, page->n_nodes);
  return finding.blocks;
}

/* --- their text --- */

void
dtl_block_append_text (const DtlPage *page, const DtlBlock *block, GString *text)
{
  gsize before = text->len;

  for (int i = block->first; i < block->end; i++)
    {
      const DtlPageNode *node = &page->nodes[i];

      if (node->is_left_out)
        i = node->end - 1;
      else if (node->tag == DTL_TAG_TEXT)
        g_string_append_len (text, page->text + node->text_start,
                             node->text_end - node->text_start);
      else if (node->tag == DTL_TAG_BR)
        g_string_append_c (text, ' ');
      else if ((node->tag == DTL_TAG_TD || node->tag == DTL_TAG_TH) && text->len > before)
        g_string_append (text, " | ");
    }
}

void
dtl_block_add_to (const DtlPage *page, const DtlBlock *block, DtlArticleBuilder *builder)
{
  g_autoptr (GString) text = g_string_new (NULL);

  dtl_block_append_text (page, block, text);
  dtl_article_builder_add_paragraph (builder, block->kind, block->level, text->str,
                                     (gssize) text->len);
}
