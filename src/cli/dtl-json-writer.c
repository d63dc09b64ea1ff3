#include "cli/dtl-json-writer.h"

#include <string.h>

void
dtl_json_init (DtlJsonWriter *json, GString *text, int indent)
{
  *json = (DtlJsonWriter){ .text = text, .indent = indent };
}

static void
break_line (DtlJsonWriter *json)
{
  if (json->indent == 0)
    return;
  g_string_append_c (json->text, '\n');
  for (int i = 0; i < json->depth * json->indent; i++)
    g_string_append_c (json->text, ' ');
}

/* Comma and line break before a member or an element. */
static void
begin_item (DtlJsonWriter *json)
{
  if (json->named)
    {
      json->named = FALSE;
      return;
    }
  if (json->filled)
    g_string_append (json->text, json->indent == 0 ? ", " : ",");
  if (json->depth > 0)
    break_line (json);
}

static void
open_group (DtlJsonWriter *json, char bracket)
{
  begin_item (json);
  g_string_append_c (json->text, bracket);
  json->depth++;
  json->filled = FALSE;
}

static void
close_group (DtlJsonWriter *json, char bracket)
{
  json->depth--;
  if (json->filled)
    break_line (json);
  g_string_append_c (json->text, bracket);
  json->filled = TRUE;
}

void
dtl_json_begin_object (DtlJsonWriter *json)
{
  open_group (json, '{');
}

void
dtl_json_end_object (DtlJsonWriter *json)
{
  close_group (json, '}');
}

void
dtl_json_begin_array (DtlJsonWriter *json)
{
  open_group (json, '[');
}

void
dtl_json_end_array (DtlJsonWriter *json)
{
  close_group (json, ']');
}

static void
append_escaped (GString *text, unsigned char c)
{
  switch (c)
    {
    case '"':
      g_string_append (text, "\\\"");
      break;
    case '\\':
      g_string_append (text, "\\\\");
      break;
    case '\n':
      g_string_append (text, "\\n");
      break;
    case '\r':
      g_string_append (text, "\\r");
      break;
    case '\t':
      g_string_append (text, "\\t");
      break;
    default:
      g_string_append_printf (text, "\\u%04x", c);
    }
}

static void
append_quoted (GString *text, const char *value, gsize length)
{
  gsize plain = 0; /* start of what needs no escape */

  g_string_append_c (text, '"');
  for (gsize i = 0; i < length; i++)
    {
      unsigned char c = (unsigned char) value[i];

      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
        continue;
      g_string_append_len (text, value + plain, (gssize) (i - plain));
      append_escaped (text, c);
      plain = i + 1;
    }
  g_string_append_len (text, value + plain, (gssize) (length - plain));
  g_string_append_c (text, '"');
}

void
dtl_json_name (DtlJsonWriter *json, const char *name)
{
  begin_item (json);
  append_quoted (json->text, name, strlen (name));
  g_string_append (json->text, ": ");
  json->named = TRUE;
}

void
dtl_json_string_length (DtlJsonWriter *json, const char *value, gsize length)
{
  begin_item (json);
  append_quoted (json->text, value, length);
  json->filled = TRUE;
}

void
dtl_json_string (DtlJsonWriter *json, const char *value)
{
  if (value == NULL)
    dtl_json_null (json);
  else
    dtl_json_string_length (json, value, strlen (value));
}

static void
append_literal (DtlJsonWriter *json, const char *literal)
{
  begin_item (json);
  g_string_append (json->text, literal);
  json->filled = TRUE;
}

void
dtl_json_integer (DtlJsonWriter *json, gint64 value)
{
  char digits[32];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value);
  append_literal (json, digits);
}

void
dtl_json_boolean (DtlJsonWriter *json, gboolean value)
{
  append_literal (json, value ? "true" : "false");
}

void
dtl_json_null (DtlJsonWriter *json)
{
  append_literal (json, "null");
}

void
dtl_json_fraction (DtlJsonWriter *json, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.2f", value);
  if (digits[strlen (digits) - 1] == '0')
    digits[strlen (digits) - 1] = '\0';
  append_literal (json, digits);
}

void
dtl_json_add_string (DtlJsonWriter *json, const char *name, const char *value)
{
  dtl_json_name (json, name);
  dtl_json_string (json, value);
}

void
dtl_json_add_integer (DtlJsonWriter *json, const char *name, gint64 value)
{
  dtl_json_name (json, name);
  dtl_json_integer (json, value);
}

void
dtl_json_add_boolean (DtlJsonWriter *json, const char *name, gboolean value)
{
  dtl_json_name (json, name);
  dtl_json_boolean (json, value);
}

void
dtl_json_add_fraction (DtlJsonWriter *json, const char *name, double value)
{
  dtl_json_name (json, name);
  dtl_json_fraction (json, value);
}
