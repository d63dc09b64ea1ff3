#include "config.h"

#include "article/html/dtl-html-page.h"

#include "article/dtl-clean-text.h"
#include "article/dtl-libxml.h"
#include "article/html/dtl-html-repair.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#define MAX_DEPTH 500
#define MAX_NODES (4 * 1000 * 1000)
/* How many elements are read between two looks at the cancellable. */
#define CANCEL_INTERVAL 4096

typedef struct {
  const char *value;
  int node;
  DtlAttribute name;
} Attribute;

typedef struct {
  DtlPage *page;
  int open[MAX_DEPTH]; /* the elements that are open, outermost first */
  int n_open;
  guint n_flattened; /* open elements beyond MAX_DEPTH */
  guint n_elements;
  htmlParserCtxtPtr parser;
  GCancellable *cancellable;
} Building;

/* In the order of DtlAttribute. */
static const char *const attribute_names[DTL_N_ATTRIBUTES] = {
  "class",   "content",  "datetime", "epub:type", "href", "http-equiv",
  "id",      "itemprop", "itemtype", "lang",      "name", "property",
  "pubdate", "rel",      "role",     "type",
};

static int
compare_strings (gconstpointer key, gconstpointer row)
{
  return strcmp (key, *(const char *const *) row);
}

/* DTL_N_ATTRIBUTES for one that is not kept. */
static DtlAttribute
find_attribute (const char *name)
{
  const char *const *found = bsearch (name, attribute_names, DTL_N_ATTRIBUTES,
                                      sizeof attribute_names[0], compare_strings);

  return found != NULL ? (DtlAttribute) (found - attribute_names) : DTL_N_ATTRIBUTES;
}

gboolean
dtl_page_keeps_attribute (const char *name, gsize length)
{
  char folded[16];

  if (length >= sizeof folded)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    folded[i] = g_ascii_tolower (name[i]);
  folded[length] = '\0';
  return find_attribute (folded) != DTL_N_ATTRIBUTES;
}

/* --- building the array --- */

static DtlPageNode *
get_node (const DtlPage *page, int i)
{
  return &g_array_index (page->node_buffer, DtlPageNode, i);
}

static int
append_node (Building *building, DtlTag tag)
{
  DtlPage *page = building->page;
  DtlPageNode node = {
    .tag = (guint8) tag,
    .parent = building->n_open > 0 ? building->open[building->n_open - 1] : -1,
    .text_start = (guint) page->text_buffer->len,
    .attributes = page->attributes->len,
  };

  g_array_append_val (page->node_buffer, node);
  return (int) page->node_buffer->len - 1;
}

static void
append_attributes (Building *building, int node, const xmlChar **attributes)
{
  DtlPage *page = building->page;

  for (gsize i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      DtlAttribute name = find_attribute ((const char *) attributes[i]);
      const char *value =
          attributes[i + 1] != NULL ? (const char *) attributes[i + 1] : "";
      Attribute attribute = { NULL, node, name };

      if (name == DTL_N_ATTRIBUTES)
        continue;
      attribute.value = g_string_chunk_insert_const (page->strings, value);
      g_array_append_val (page->attributes, attribute);
    }
}

static void
close_node (Building *building)
{
  DtlPage *page = building->page;
  DtlPageNode *node = get_node (page, building->open[--building->n_open]);

  node->end = (int) page->node_buffer->len;
  node->text_end = (guint) page->text_buffer->len;
}

/* --- what the parser calls --- */

static void
stop_if_cancelled (Building *building)
{
  if (building->n_elements++ % CANCEL_INTERVAL == 0 &&
      g_cancellable_is_cancelled (building->cancellable))
    xmlStopParser (building->parser);
}

/* Two line breaks say all that any number of them says. */
static gboolean
is_superfluous (const DtlPage *page, DtlTag tag)
{
  int n = (int) page->node_buffer->len;

  return tag == DTL_TAG_BR && n > 2 && get_node (page, n - 1)->tag == DTL_TAG_BR &&
         get_node (page, n - 2)->tag == DTL_TAG_BR;
}

static void
on_start_element (void *data, const xmlChar *name, const xmlChar **attributes)
{
  Building *building = data;
  DtlTag tag = dtl_tag_from_name ((const char *) name);
  int node;

  stop_if_cancelled (building);
  if (is_superfluous (building->page, tag) || building->n_open == MAX_DEPTH ||
      building->page->node_buffer->len >= MAX_NODES)
    {
      building->n_flattened++;
      return;
    }
  node = append_node (building, tag);
  append_attributes (building, node, attributes);
  building->open[building->n_open++] = node;
}

static void
on_end_element (void *data, const xmlChar *name)
{
  Building *building = data;

  if (building->n_flattened > 0)
    building->n_flattened--;
  else if (building->n_open > 1) /* the root stays open */
    close_node (building);
}

static void
on_characters (void *data, const xmlChar *text, int length)
{
  Building *building = data;
  DtlPage *page = building->page;
  DtlPageNode *last = get_node (page, (int) page->node_buffer->len - 1);

  if (page->text_buffer->len + (gsize) length >= G_MAXUINT ||
      page->node_buffer->len >= MAX_NODES)
    return;
  /* The parser hands over long texts in pieces. */
  if (last->tag != DTL_TAG_TEXT || last->parent != building->open[building->n_open - 1] ||
      last->text_end != page->text_buffer->len)
    last = get_node (page, append_node (building, DTL_TAG_TEXT));
  g_string_append_len (page->text_buffer, (const char *) text, length);
  last->end = (int) page->node_buffer->len;
  last->text_end = (guint) page->text_buffer->len;
}

static void
on_error (void *data, const char *message, ...)
{
  /* Every page on the web has errors; what matters is what could be read. */
}

static htmlSAXHandler
make_handler (void)
{
  htmlSAXHandler handler = {
    .startElement = on_start_element,
    .endElement = on_end_element,
    .characters = on_characters,
    .ignorableWhitespace = on_characters,
    .cdataBlock = on_characters, /* what is in scripts */
    .error = on_error,
    .warning = on_error,
    .fatalError = on_error,
  };

  return handler;
}

static void
run_parser (Building *building, const char *source, gsize length)
{
  htmlSAXHandler handler = make_handler ();
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt (source, (int) length);

  building->parser = parser;
  memcpy (parser->sax, &handler, sizeof handler);
  parser->userData = building;
  /* HUGE lifts the limit of 256 levels; the array has its own. */
  htmlCtxtUseOptions (parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                  HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                  HTML_PARSE_IGNORE_ENC | (int) XML_PARSE_HUGE);
  xmlSwitchEncoding (parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument (parser);
  if (parser->myDoc != NULL)
    xmlFreeDoc (parser->myDoc);
  htmlFreeParserCtxt (parser);
}

static DtlPage *
page_new (void)
{
  DtlPage *page = g_new0 (DtlPage, 1);

  page->text_buffer = g_string_new (NULL);
  page->node_buffer = g_array_new (FALSE, FALSE, sizeof (DtlPageNode));
  page->attributes = g_array_new (FALSE, FALSE, sizeof (Attribute));
  page->strings = g_string_chunk_new (4096);
  return page;
}

static void
end_page (DtlPage *page)
{
  page->nodes = (DtlPageNode *) (gpointer) page->node_buffer->data;
  page->n_nodes = (int) page->node_buffer->len;
  page->text = page->text_buffer->str;
}

DtlPage *
dtl_page_parse (const char *source,
                gsize length,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (DtlPage) page = page_new ();
  g_autofree Building *building = g_new0 (Building, 1);
  g_autoptr (GString) repaired = NULL;

  g_return_val_if_fail (length <= G_MAXINT / 2, NULL);
  dtl_libxml_init ();
  building->page = page;
  building->cancellable = cancellable;
  building->open[building->n_open] = append_node (building, DTL_TAG_OTHER);
  building->n_open = 1;
  repaired = dtl_html_repair (source, length);
  if (repaired->len > 0 && repaired->len <= G_MAXINT)
    run_parser (building, repaired->str, repaired->len);
  while (building->n_open > 0)
    close_node (building);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  end_page (page);
  return g_steal_pointer (&page);
}

void
dtl_page_free (DtlPage *page)
{
  if (page == NULL)
    return;
  g_string_free (page->text_buffer, TRUE);
  g_array_unref (page->node_buffer);
  g_array_unref (page->attributes);
  g_string_chunk_free (page->strings);
  g_free (page);
}

/* --- looking at it --- */

const char *
dtl_page_get_attribute (const DtlPage *page, int node, DtlAttribute attribute)
{
  for (guint i = page->nodes[node].attributes; i < page->attributes->len; i++)
    {
      const Attribute *found = &g_array_index (page->attributes, Attribute, i);

      if (found->node != node)
        break;
      if (found->name == attribute)
        return found->value;
    }
  return NULL;
}

gboolean
dtl_page_begins_line (const DtlPage *page, int i)
{
  const DtlPageNode *nodes = page->nodes;

  if (i == 0 || dtl_tag_is_block (nodes[i].tag))
    return TRUE;
  /* Elements that ended between the node before and this one. */
  for (int k = i - 1; k >= 0 && k != nodes[i].parent; k = nodes[k].parent)
    if (dtl_tag_is_block (nodes[k].tag))
      return TRUE;
  return i - 1 == nodes[i].parent && dtl_tag_is_block (nodes[i - 1].tag);
}

char *
dtl_page_dup_text (const DtlPage *page, int node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = node; i < page->nodes[node].end; i++)
    {
      const DtlPageNode *at = &page->nodes[i];

      if (at->tag == DTL_TAG_SCRIPT || at->tag == DTL_TAG_STYLE)
        i = at->end - 1;
      else if (at->tag == DTL_TAG_TEXT)
        {
          if (i > node && dtl_page_begins_line (page, i))
            g_string_append_c (text, ' ');
          g_string_append_len (text, page->text + at->text_start,
                               at->text_end - at->text_start);
        }
      else if (dtl_tag_is_block (at->tag) || at->tag == DTL_TAG_BR ||
               at->tag == DTL_TAG_TD || at->tag == DTL_TAG_TH)
        g_string_append_c (text, ' ');
    }
  return dtl_clean_text (text->str, (gssize) text->len);
}

gboolean
dtl_page_has_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = words; at != NULL && *at != '\0'; at++)
    {
      gsize n = strcspn (at, " \t\n\f\r");

      if (n == length && g_ascii_strncasecmp (at, word, length) == 0)
        return TRUE;
      at += n;
      if (*at == '\0')
        break;
    }
  return FALSE;
}
