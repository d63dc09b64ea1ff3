#include "config.h"

#include "article/html/dtl-html-repair.h"

#include "article/html/dtl-html-entities.h"
#include "article/html/dtl-html-nesting.h"
#include "article/html/dtl-html-page.h"

#include <string.h>

/* A tag has no more attributes that we keep; libxml2 compares each with each. */
#define MAX_ATTRIBUTES 24
#define MAX_VALUE_BYTES (16 * 1024)
#define MAX_NAME_BYTES 32

typedef struct {
  const char *at, *end;
  GString *out;
  DtlNesting nesting;
  gboolean has_type; /* a document type was read; a page has one */
} Repair;

/* --- looking --- */

static gboolean
begins_with (const Repair *repair, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (repair->end - repair->at) >= length &&
         g_ascii_strncasecmp (repair->at, word, length) == 0;
}

/* To behind @mark, or to the end. */
static void
skip_behind (Repair *repair, char mark)
{
  const char *found = memchr (repair->at, mark, (gsize) (repair->end - repair->at));

  repair->at = found != NULL ? found + 1 : repair->end;
}

static void
skip_space (Repair *repair)
{
  while (repair->at < repair->end && g_ascii_isspace (*repair->at))
    repair->at++;
}

/* A document type, with the entities that one of XML may define in brackets. */
static void
skip_document_type (Repair *repair)
{
  repair->has_type = TRUE;
  while (repair->at < repair->end && *repair->at != '[' && *repair->at != '>')
    repair->at++;
  if (repair->at < repair->end && *repair->at == '[')
    {
      const char *end = g_strstr_len (repair->at, repair->end - repair->at, "]>");

      repair->at = end != NULL ? end + 1 : repair->at;
    }
  skip_behind (repair, '>');
}

/* "-->" and "--!>" end a comment. */
static void
skip_comment (Repair *repair)
{
  repair->at += strlen ("<!--");
  while (repair->at < repair->end)
    {
      skip_behind (repair, '-');
      if (begins_with (repair, "->") || begins_with (repair, "-!>"))
        {
          skip_behind (repair, '>');
          return;
        }
    }
}

/* The end tag "</name" of an element whose content is no markup; the end where
 * it is missing. */
static const char *
find_end_tag (const Repair *repair, const char *name, gsize length)
{
  const char *at = repair->at;

  while ((at = memchr (at, '<', (gsize) (repair->end - at))) != NULL)
    {
      if ((gsize) (repair->end - at) > length + 2 && at[1] == '/' &&
          g_ascii_strncasecmp (at + 2, name, length) == 0 &&
          !g_ascii_isalnum (at[2 + length]))
        return at;
      at++;
    }
  return repair->end;
}

/* --- writing --- */

static void
append_escaped (GString *out, const char *text, gsize length)
{
  for (const char *at = text, *end = text + length; at < end;)
    {
      gsize n = strcspn (at, "&<>\"");

      n = MIN (n, (gsize) (end - at));
      g_string_append_len (out, at, (gssize) n);
      at += n;
      if (at == end)
        break;
      g_string_append (out, *at == '&'   ? "&amp;"
                            : *at == '<' ? "&lt;"
                            : *at == '>' ? "&gt;"
                                         : "&quot;");
      at++;
    }
}

/* Text with its references read, so that libxml2 has none left to misread. */
static void
append_text (GString *out, const char *text, gsize length)
{
  g_autofree char *decoded = NULL;

  if (memchr (text, '&', length) == NULL && memchr (text, '>', length) == NULL)
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  decoded = dtl_html_decode_entities (text, length);
  append_escaped (out, decoded, strlen (decoded));
}

/* --- tags --- */

typedef struct {
  const char *name, *value;
  gsize name_length, value_length;
} Attribute;

/* FALSE at the end of the tag. */
static gboolean
read_attribute (Repair *repair, Attribute *attribute)
{
  while (repair->at < repair->end &&
         (g_ascii_isspace (*repair->at) || *repair->at == '/'))
    repair->at++;
  if (repair->at == repair->end || *repair->at == '>')
    return FALSE;
  *attribute = (Attribute){ .name = repair->at++ };
  while (repair->at < repair->end && !g_ascii_isspace (*repair->at) &&
         strchr ("=>/", *repair->at) == NULL)
    repair->at++;
  attribute->name_length = (gsize) (repair->at - attribute->name);
  skip_space (repair);
  return TRUE;
}

static void
read_value (Repair *repair, Attribute *attribute)
{
  if (repair->at == repair->end || *repair->at != '=')
    return;
  repair->at++;
  skip_space (repair);
  if (repair->at < repair->end && (*repair->at == '"' || *repair->at == '\''))
    {
      char quote = *repair->at++;

      attribute->value = repair->at;
      skip_behind (repair, quote);
      attribute->value_length = (gsize) (repair->at - attribute->value);
      if (attribute->value_length > 0 && repair->at[-1] == quote)
        attribute->value_length--;
      return;
    }
  attribute->value = repair->at;
  while (repair->at < repair->end && !g_ascii_isspace (*repair->at) && *repair->at != '>')
    repair->at++;
  attribute->value_length = (gsize) (repair->at - attribute->value);
}

static void
append_attribute (GString *out, const Attribute *attribute)
{
  if (attribute->value_length > MAX_VALUE_BYTES ||
      attribute->name_length > MAX_NAME_BYTES ||
      !dtl_page_keeps_attribute (attribute->name, attribute->name_length))
    return;
  g_string_append_c (out, ' ');
  g_string_append_len (out, attribute->name, (gssize) attribute->name_length);
  g_string_append (out, "=\"");
  if (attribute->value != NULL)
    append_text (out, attribute->value, attribute->value_length);
  g_string_append_c (out, '"');
}

/* Moves behind the tag; writes its attributes to @out. */
static void
read_attributes (Repair *repair, GString *out)
{
  Attribute attribute;
  gsize n_written = 0, before = out->len;

  while (read_attribute (repair, &attribute))
    {
      read_value (repair, &attribute);
      if (n_written < MAX_ATTRIBUTES)
        append_attribute (out, &attribute);
      n_written += out->len > before;
      before = out->len;
    }
  if (repair->at < repair->end)
    repair->at++;
}

static DtlOpenElement
read_name (Repair *repair)
{
  char name[MAX_NAME_BYTES + 1] = "";
  DtlOpenElement element = { DTL_TAG_OTHER, repair->at, 0 };

  while (repair->at < repair->end && !g_ascii_isspace (*repair->at) &&
         strchr ("/>", *repair->at) == NULL)
    {
      if (element.length < MAX_NAME_BYTES)
        name[element.length] = g_ascii_tolower (*repair->at);
      repair->at++;
      element.length++;
    }
  if (element.length <= MAX_NAME_BYTES)
    element.tag = dtl_tag_from_name (name);
  return element;
}

static gboolean
is_void (const DtlOpenElement *element)
{
  static const char *const names[] = { "area",  "base",   "br",    "col",  "embed",
                                       "hr",    "img",    "input", "link", "meta",
                                       "param", "source", "track", "wbr" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == element->length &&
        g_ascii_strncasecmp (names[i], element->name, element->length) == 0)
      return TRUE;
  return FALSE;
}

static void
append_start_tag (GString *out, const DtlOpenElement *element, const GString *attributes)
{
  g_string_append_c (out, '<');
  g_string_append_len (out, element->name, (gssize) element->length);
  g_string_append_len (out, attributes->str, (gssize) attributes->len);
  g_string_append_c (out, '>');
}

/* Scripts, styles and titles: their content is no markup. Keeps what JSON-LD
 * and titles say. */
static void
repair_raw_element (Repair *repair,
                    const DtlOpenElement *element,
                    const GString *attributes)
{
  const char *end = find_end_tag (repair, element->name, element->length);
  gsize length = (gsize) (end - repair->at);

  if (element->tag == DTL_TAG_TITLE ||
      (element->tag == DTL_TAG_SCRIPT && strstr (attributes->str, "ld+json") != NULL))
    {
      append_start_tag (repair->out, element, attributes);
      if (element->tag == DTL_TAG_TITLE)
        append_text (repair->out, repair->at, length);
      else
        g_string_append_len (repair->out, repair->at, (gssize) length);
      g_string_append_printf (repair->out, "</%.*s>", (int) element->length,
                              element->name);
    }
  repair->at = end;
  skip_behind (repair, '>');
}

static gboolean
is_raw (const DtlOpenElement *element)
{
  return element->tag == DTL_TAG_SCRIPT || element->tag == DTL_TAG_STYLE ||
         element->tag == DTL_TAG_TITLE || element->tag == DTL_TAG_TEXTAREA ||
         element->tag == DTL_TAG_IFRAME;
}

static void
repair_start_tag (Repair *repair)
{
  g_autoptr (GString) attributes = g_string_new (NULL);
  DtlOpenElement element;

  repair->at++;
  element = read_name (repair);
  read_attributes (repair, attributes);
  if (element.length > MAX_NAME_BYTES)
    return;
  if (is_raw (&element))
    repair_raw_element (repair, &element, attributes);
  else if (is_void (&element))
    {
      if (element.tag != DTL_TAG_OTHER)
        append_start_tag (repair->out, &element, attributes);
    }
  else if (dtl_nesting_start (&repair->nesting, &element, repair->out))
    append_start_tag (repair->out, &element, attributes);
}

static void
repair_end_tag (Repair *repair)
{
  DtlOpenElement element;

  repair->at += 2;
  element = read_name (repair);
  skip_behind (repair, '>');
  /* Text goes on after these, whatever they say. */
  if (element.tag == DTL_TAG_HTML || element.tag == DTL_TAG_BODY)
    return;
  dtl_nesting_end (&repair->nesting, &element, repair->out);
}

/* At a "<". */
static void
repair_markup (Repair *repair)
{
  char next = repair->end - repair->at > 1 ? repair->at[1] : '\0';

  if (begins_with (repair, "<!--"))
    skip_comment (repair);
  else if (!repair->has_type && begins_with (repair, "<!doctype"))
    skip_document_type (repair);
  else if (next == '!' || next == '?')
    skip_behind (repair, '>');
  else if (next == '/' && repair->end - repair->at > 2 && g_ascii_isalpha (repair->at[2]))
    repair_end_tag (repair);
  else if (next == '/')
    skip_behind (repair, '>');
  else if (g_ascii_isalpha (next))
    repair_start_tag (repair);
  else
    {
      g_string_append (repair->out, "&lt;");
      repair->at++;
    }
}

GString *
dtl_html_repair (const char *source, gsize length)
{
  g_autofree Repair *repair = g_new0 (Repair, 1);

  repair->at = source;
  repair->end = source + length;
  repair->out = g_string_sized_new (length / 2 + 64);
  while (repair->at < repair->end)
    {
      const char *mark = memchr (repair->at, '<', (gsize) (repair->end - repair->at));
      const char *stop = mark != NULL ? mark : repair->end;

      append_text (repair->out, repair->at, (gsize) (stop - repair->at));
      repair->at = stop;
      if (mark != NULL)
        repair_markup (repair);
    }
  return repair->out;
}
