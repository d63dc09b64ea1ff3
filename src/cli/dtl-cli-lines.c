#include "config.h"

#include "cli/dtl-cli-lines.h"

#include <glib/gi18n-lib.h>

#define MAX_LINE (256 * 1024 * 1024)

/* json-glib's parser descends by recursion; no line that means anything here
 * is nested deeper. */
#define MAX_NESTING 64

gboolean
dtl_cli_read_line (FILE *file, GString *line, gboolean *ret_too_long)
{
  int c;

  g_string_truncate (line, 0);
  *ret_too_long = FALSE;
  while ((c = getc_unlocked (file)) != EOF && c != '\n')
    if (line->len < MAX_LINE)
      g_string_append_c (line, (char) c);
    else
      *ret_too_long = TRUE;
  return c != EOF || line->len > 0;
}

static gboolean
is_nested_too_deep (const char *line)
{
  int depth = 0;
  gboolean quoted = FALSE;

  for (const char *p = line; *p != '\0' && depth <= MAX_NESTING; p++)
    if (*p == '"')
      quoted = !quoted;
    else if (quoted && *p == '\\' && p[1] != '\0')
      p++;
    else if (!quoted && (*p == '[' || *p == '{'))
      depth++;
    else if (!quoted && (*p == ']' || *p == '}'))
      depth--;
  return depth > MAX_NESTING;
}

JsonParser *
dtl_cli_parse_object (const char *line, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (is_nested_too_deep (line))
    {
      g_set_error_literal (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_UNKNOWN,
                           _ ("the line is nested too deep"));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, line, -1, error))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_UNKNOWN,
                           _ ("the line is not a JSON object"));
      return NULL;
    }
  return g_steal_pointer (&parser);
}

const char *
dtl_cli_get_member (JsonParser *parser, const char *name, const char *otherwise)
{
  JsonObject *object = json_node_get_object (json_parser_get_root (parser));
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : otherwise;
}
