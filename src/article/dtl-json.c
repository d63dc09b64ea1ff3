#include "config.h"

#include "article/dtl-json.h"

#include <string.h>

#define MAX_DEPTH 64
#define MAX_VALUES (1000 * 1000)

typedef struct {
  const char *at, *end;
  DtlJson *json;
  int open[MAX_DEPTH];
  int n_open;
  const char *key; /* read, and its value not yet */
  GString *scratch;
} Parser;

/* --- values --- */

static DtlJsonValue *
get_value (Parser *parser, int i)
{
  return &g_array_index (parser->json->buffer, DtlJsonValue, i);
}

static int
append_value (Parser *parser, DtlJsonKind kind, const char *text)
{
  DtlJsonValue value = { .kind = (guint8) kind,
                         .parent =
                             parser->n_open > 0 ? parser->open[parser->n_open - 1] : -1,
                         .end = (int) parser->json->buffer->len + 1,
                         .key = parser->key,
                         .text = text };

  parser->key = NULL;
  g_array_append_val (parser->json->buffer, value);
  return value.end - 1;
}

static gboolean
open_value (Parser *parser, DtlJsonKind kind)
{
  if (parser->n_open == MAX_DEPTH)
    return FALSE;
  parser->open[parser->n_open] = append_value (parser, kind, NULL);
  parser->n_open++;
  return TRUE;
}

static void
close_value (Parser *parser)
{
  get_value (parser, parser->open[--parser->n_open])->end =
      (int) parser->json->buffer->len;
  parser->key = NULL;
}

/* --- tokens --- */

static gboolean
skip_prefix (Parser *parser, const char *prefix)
{
  gsize length = strlen (prefix);

  if ((gsize) (parser->end - parser->at) < length ||
      memcmp (parser->at, prefix, length) != 0)
    return FALSE;
  parser->at += length;
  return TRUE;
}

/* To behind @mark, or to the end. */
static void
skip_until (Parser *parser, const char *mark)
{
  const char *found = g_strstr_len (parser->at, parser->end - parser->at, mark);

  parser->at = found != NULL ? found + strlen (mark) : parser->end;
}

static gboolean
skip_comment (Parser *parser)
{
  if (skip_prefix (parser, "/*"))
    skip_until (parser, "*/");
  else if (skip_prefix (parser, "//"))
    skip_until (parser, "\n");
  else
    return skip_prefix (parser, "<!--") || skip_prefix (parser, "-->") ||
           skip_prefix (parser, "<![CDATA[") || skip_prefix (parser, "]]>");
  return TRUE;
}

static gboolean
read_hex (Parser *parser, gunichar *ret_value)
{
  gunichar value = 0;

  if (parser->end - parser->at < 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (parser->at[i]);

      if (digit < 0)
        return FALSE;
      value = value * 16 + (gunichar) digit;
    }
  parser->at += 4;
  *ret_value = value;
  return TRUE;
}

/* Behind "\u": one character, of two halves where it takes two. */
static void
read_unicode_escape (Parser *parser)
{
  gunichar c, low;

  if (!read_hex (parser, &c))
    return;
  if (c >= 0xd800 && c < 0xdc00 && skip_prefix (parser, "\\u") &&
      read_hex (parser, &low) && low >= 0xdc00 && low < 0xe000)
    c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
  if (c != 0 && g_unichar_validate (c))
    g_string_append_unichar (parser->scratch, c);
}

static void
read_escape (Parser *parser)
{
  char c;

  if (parser->at == parser->end)
    return;
  c = *parser->at++;
  switch (c)
    {
    case 'u':
      read_unicode_escape (parser);
      break;
    case 'n':
      g_string_append_c (parser->scratch, '\n');
      break;
    case 'r':
    case 't':
    case 'b':
    case 'f':
      g_string_append_c (parser->scratch, ' ');
      break;
    default:
      g_string_append_c (parser->scratch, c);
      break;
    }
}

/* Behind the opening quote. */
static const char *
read_string (Parser *parser)
{
  g_string_truncate (parser->scratch, 0);
  while (parser->at < parser->end && *parser->at != '"')
    {
      const char *run = parser->at;

      while (parser->at < parser->end && *parser->at != '"' && *parser->at != '\\')
        parser->at++;
      g_string_append_len (parser->scratch, run, parser->at - run);
      if (parser->at < parser->end && *parser->at == '\\')
        {
          parser->at++;
          read_escape (parser);
        }
    }
  if (parser->at < parser->end)
    parser->at++;
  if (!g_utf8_validate_len (parser->scratch->str, parser->scratch->len, NULL))
    return "";
  return g_string_chunk_insert_len (parser->json->strings, parser->scratch->str,
                                    (gssize) parser->scratch->len);
}

static const char *
read_bare_word (Parser *parser)
{
  const char *start = parser->at;

  while (parser->at < parser->end &&
         (g_ascii_isalnum (*parser->at) || *parser->at == '-' || *parser->at == '+' ||
          *parser->at == '.'))
    parser->at++;
  return g_string_chunk_insert_len (parser->json->strings, start, parser->at - start);
}

static void
skip_space (Parser *parser)
{
  while (parser->at < parser->end && g_ascii_isspace (*parser->at))
    parser->at++;
}

/* A string is a key where it stands in an object and a colon follows. */
static void
take_string (Parser *parser)
{
  const char *text = read_string (parser);
  gboolean in_object =
      get_value (parser, parser->open[parser->n_open - 1])->kind == DTL_JSON_OBJECT;

  skip_space (parser);
  if (in_object && parser->key == NULL)
    parser->key = skip_prefix (parser, ":") ? text : NULL;
  else
    append_value (parser, DTL_JSON_STRING, text);
}

/* FALSE where there is nothing more to be had. */
static gboolean
read_token (Parser *parser)
{
  char c = *parser->at;

  if (c == '{' || c == '[')
    {
      parser->at++;
      return open_value (parser, c == '{' ? DTL_JSON_OBJECT : DTL_JSON_ARRAY);
    }
  if (c == '}' || c == ']')
    {
      parser->at++;
      if (parser->n_open > 1)
        close_value (parser);
    }
  else if (c == '"')
    {
      parser->at++;
      take_string (parser);
    }
  else if (g_ascii_isalnum (c) || c == '-')
    {
      const char *before = parser->at;

      if (!skip_comment (parser))
        append_value (parser, DTL_JSON_OTHER, read_bare_word (parser));
      return parser->at > before;
    }
  else if (!skip_comment (parser))
    parser->at++; /* commas, and what should not be there */
  return TRUE;
}

DtlJson *
dtl_json_parse (const char *text, gsize length)
{
  DtlJson *json = g_new0 (DtlJson, 1);
  Parser parser = { text, text + length, json, .scratch = g_string_new (NULL) };

  json->buffer = g_array_new (FALSE, FALSE, sizeof (DtlJsonValue));
  json->strings = g_string_chunk_new (1024);
  open_value (&parser, DTL_JSON_ARRAY);
  while (skip_space (&parser), parser.at < parser.end)
    if (json->buffer->len >= MAX_VALUES || !read_token (&parser))
      break;
  while (parser.n_open > 0)
    close_value (&parser);
  g_string_free (parser.scratch, TRUE);
  json->values = (const DtlJsonValue *) (gpointer) json->buffer->data;
  json->n_values = (int) json->buffer->len;
  return json;
}

void
dtl_json_free (DtlJson *json)
{
  if (json == NULL)
    return;
  g_array_unref (json->buffer);
  g_string_chunk_free (json->strings);
  g_free (json);
}

int
dtl_json_get (const DtlJson *json, int object, const char *key)
{
  if (object < 0 || json->values[object].kind != DTL_JSON_OBJECT)
    return -1;
  for (int i = object + 1; i < json->values[object].end; i = json->values[i].end)
    if (json->values[i].key != NULL && strcmp (json->values[i].key, key) == 0)
      return i;
  return -1;
}

const char *
dtl_json_get_string (const DtlJson *json, int object, const char *key)
{
  int i = dtl_json_get (json, object, key);

  if (i < 0 || json->values[i].kind != DTL_JSON_STRING || *json->values[i].text == '\0')
    return NULL;
  return json->values[i].text;
}
