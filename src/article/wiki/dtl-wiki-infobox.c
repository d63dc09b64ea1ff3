#include "article/wiki/dtl-wiki-infobox.h"

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

static gboolean
may_be_date (const char *value, gsize length)
{
  return length <= MAX_VALUE && has_digit (value, length) &&
         (has_year (value, length) || has_month (value, length) ||
          has_era (value, length));
}

/* A row that shows or places something is not about when it was. */
static gboolean
is_about_page (const char *label, gsize label_length, const char *value, gsize length)
{
  static const char *const beginnings[] = { "image", "map",     "caption", "alt",
                                            "logo",  "website", "url",     "footnote",
                                            "coord", "photo",   "file",    "ref" };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (label_length >= strlen (beginnings[i]) &&
        g_ascii_strncasecmp (label, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;
  return g_strstr_len (value, (gssize) length, "://") != NULL ||
         g_strstr_len (label, (gssize) label_length, "caption") != NULL;
}

/* --- writing them --- */

/* "birth_date" to "birth date", "commander1" to "commander", "• Total:" to
 * "Total": a colon would end the label too early. */
static void
append_label (const char *label, gsize length, GString *to)
{
  g_autofree char *text = g_strndup (label, length);
  char *start = g_strstrip (g_strdelimit (text, "_:\n\t", ' '));

  if (g_str_has_prefix (start, "•"))
    start = g_strchug (start + strlen ("•"));
  length = strlen (start);
  while (length > 1 && g_ascii_isdigit (start[length - 1]))
    length--;
  while (length > 0 && start[length - 1] == ' ')
    length--;
  g_string_append_len (to, start, (gssize) length);
}

static gboolean
is_list_mark (char c)
{
  return g_ascii_isspace (c) || c == '*';
}

/* Whether lines are one as they are: "1953," and "1953" before "(aged 70)". */
static gboolean
joins_on (const GString *before, char next)
{
  return next == '(' || strchr (",;(", before->str[before->len - 1]) != NULL;
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
      if (at_break && (is_list_mark (value[i]) || value[i] == DTL_WIKI_MARK_BREAK))
        continue;
      if (at_break && to->len > from)
        g_string_append (to, joins_on (to, value[i]) ? " " : "; ");
      at_break = FALSE;
      g_string_append_c (to, value[i]);
    }
}

gboolean
dtl_wiki_infobox_append_row (const char *label,
                             gsize label_length,
                             const char *value,
                             gsize length,
                             GString *to)
{
  if (label_length == 0 || is_about_page (label, label_length, value, length) ||
      !may_be_date (value, length))
    return FALSE;
  append_label (label, label_length, to);
  g_string_append (to, ": ");
  append_value (value, length, to);
  return TRUE;
}

void
dtl_wiki_infobox_append (const DtlWikiTemplate *template, GString *to)
{
  for (guint i = 0; i < template->n_arguments; i++)
    {
      const DtlWikiArgument *row = &template->arguments[i];
      gsize before = to->len;

      g_string_append_c (to, '\n');
      g_string_append_c (to, DTL_WIKI_MARK_FACT);
      if (row->name == NULL || !dtl_wiki_infobox_append_row (row->name, row->name_length,
                                                             row->value, row->length, to))
        g_string_truncate (to, before);
    }
  g_string_append_c (to, '\n');
}
