#include "article/dtl-wiki-infobox.h"

#include "article/dtl-month-names.h"

#include <string.h>

#define MIN_ROWS 3
/* A longer value is a text about something, not the value of a row. */
#define MAX_VALUE 400

gboolean
dtl_wiki_infobox_is (const DtlWikiTemplate *template)
{
  guint n = 0;

  if (!template->is_in_lead || !template->begins_line || !template->has_lines)
    return FALSE;
  for (guint i = 0; i < template->n_arguments; i++)
    n += template->arguments[i].name != NULL &&
         !g_ascii_isdigit (template->arguments[i].name[0]);
  return n >= MIN_ROWS;
}

/* --- which rows --- */

static gboolean
is_part_of_amount (const char *value, gsize length, gsize start, gsize end)
{
  if (start > 0 && strchr (".,:/-", value[start - 1]) != NULL && start > 1 &&
      g_ascii_isdigit (value[start - 2]) && value[start - 1] != '-' &&
      value[start - 1] != '/')
    return TRUE;
  return end + 1 < length && strchr (".,:", value[end]) != NULL &&
         g_ascii_isdigit (value[end + 1]);
}

/* What no year is followed by. */
static gboolean
begins_with_unit (const char *text, gsize length)
{
  static const char *const units[] = { "m",  "km", "cm", "mm", "ft", "yd", "mi",
                                       "ha", "g",  "kg", "lb", "t",  "kw", "mw" };
  gsize n = 0;

  while (length > 0 && *text == ' ')
    {
      text++;
      length--;
    }
  while (n < length && g_ascii_isalpha (text[n]))
    n++;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (n == strlen (units[i]) && g_ascii_strncasecmp (text, units[i], n) == 0)
      return TRUE;
  return length > 0 && *text == '%';
}

static gboolean
has_year (const char *value, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      gsize start = i;

      while (i < length && g_ascii_isdigit (value[i]))
        i++;
      if ((i - start == 3 || i - start == 4) &&
          !is_part_of_amount (value, length, start, i) &&
          !begins_with_unit (value + i, length - i))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_month (const char *value, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      gsize start = i;

      while (i < length && !g_ascii_isspace (value[i]) && !g_ascii_ispunct (value[i]))
        i++;
      if (i - start >= 3 && dtl_month_from_name (value + start, i - start) > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_digit (const char *value, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (value[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_era (const char *value, gsize length)
{
  g_autofree char *text = g_strndup (value, length);

  return strstr (text, " BC") != NULL || strstr (text, "AD ") != NULL ||
         strstr (text, " CE") != NULL;
}

gboolean
dtl_wiki_infobox_may_be_date (const char *value, gsize length)
{
  return length <= MAX_VALUE && has_digit (value, length) &&
         (has_year (value, length) || has_month (value, length) ||
          has_era (value, length));
}

/* A row that shows or places something is not about when it was. */
static gboolean
is_about_page (const DtlWikiArgument *row)
{
  static const char *const beginnings[] = { "image", "map",     "caption", "alt",
                                            "logo",  "website", "url",     "footnote",
                                            "coord", "photo",   "file",    "ref" };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (row->name_length >= strlen (beginnings[i]) &&
        g_ascii_strncasecmp (row->name, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;
  return g_strstr_len (row->value, (gssize) row->length, "://") != NULL ||
         g_strstr_len (row->name, (gssize) row->name_length, "caption") != NULL;
}

/* --- writing them --- */

/* "birth_date" to "birth date", "commander1" to "commander". */
static void
append_label (const DtlWikiArgument *row, GString *to)
{
  gsize length = row->name_length;

  while (length > 1 && g_ascii_isdigit (row->name[length - 1]))
    length--;
  for (gsize i = 0; i < length; i++)
    g_string_append_c (to, row->name[i] == '_' ? ' ' : row->name[i]);
}

/* One line: list marks go, line breaks of any kind become semicolons. */
static void
append_value (const char *value, gsize length, GString *to)
{
  gsize from = to->len;
  gboolean at_break = TRUE;

  for (gsize i = 0; i < length; i++)
    {
      if (value[i] == '\n' || value[i] == DTL_WIKI_MARK_BREAK)
        at_break = TRUE;
      else if (at_break && (g_ascii_isspace (value[i]) || value[i] == '*'))
        continue;
      else
        {
          if (at_break && to->len > from)
            g_string_append (to,
                             strchr (",;(", to->str[to->len - 1]) == NULL ? "; " : " ");
          at_break = FALSE;
          g_string_append_c (to, value[i]);
        }
    }
}

void
dtl_wiki_infobox_append (const DtlWikiTemplate *template, GString *to)
{
  for (guint i = 0; i < template->n_arguments; i++)
    {
      const DtlWikiArgument *row = &template->arguments[i];

      if (row->name == NULL || is_about_page (row) ||
          !dtl_wiki_infobox_may_be_date (row->value, row->length))
        continue;
      g_string_append_c (to, '\n');
      g_string_append_c (to, DTL_WIKI_MARK_FACT);
      append_label (row, to);
      g_string_append (to, ": ");
      append_value (row->value, row->length, to);
    }
  g_string_append_c (to, '\n');
}
