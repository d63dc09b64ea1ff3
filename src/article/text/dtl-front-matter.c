#include "article/text/dtl-front-matter.h"

#include <string.h>

#define MAX_BYTES 65536

void
dtl_front_matter_clear (DtlFrontMatter *matter)
{
  g_clear_pointer (&matter->title, g_free);
  g_clear_pointer (&matter->byline, g_free);
  g_clear_pointer (&matter->published, g_free);
  g_clear_pointer (&matter->modified, g_free);
  g_clear_pointer (&matter->language, g_free);
}

/* A value without its quotes and the comment behind it; NULL for none. */
static char *
read_value (const char *value)
{
  g_autofree char *text = g_strstrip (g_strdup (value));
  char quote = text[0], *end;

  if (quote == '"' || quote == '\'')
    {
      end = strchr (text + 1, quote);
      if (end != NULL)
        *end = '\0';
      return text[1] != '\0' ? g_strdup (text + 1) : NULL;
    }
  end = strstr (text, " #");
  if (end != NULL)
    *end = '\0';
  g_strchomp (text);
  return text[0] != '\0' ? g_strdup (text) : NULL;
}

/* "[Ada Orr, Jan Roe]" or one name, added to those before. */
static void
add_names (char **byline, const char *value)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *list = g_strstrip (g_strdup (value));

  if (list[0] == '[')
    {
      g_strdelimit (list, "[]", ' ');
      names = g_strsplit (list, ",", -1);
    }
  else
    names = g_strsplit (list, "\n", -1);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = read_value (names[i]);
      g_autofree char *before = g_steal_pointer (byline);

      if (name == NULL || strchr (name, '{') != NULL)
        *byline = g_steal_pointer (&before);
      else
        *byline =
            before != NULL ? g_strconcat (before, ", ", name, NULL) : g_strdup (name);
    }
}

static void
set_once (char **field, const char *value)
{
  if (*field == NULL)
    *field = read_value (value);
}

static gboolean
is_one_of (const char *key, const char *const *keys)
{
  for (gsize i = 0; keys[i] != NULL; i++)
    if (g_ascii_strcasecmp (key, keys[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_author_key (const char *key)
{
  static const char *const keys[] = { "author", "authors", "byline", "by", NULL };

  return is_one_of (key, keys);
}

static void
take_pair (DtlFrontMatter *matter, const char *key, const char *value)
{
  static const char *const published[] = { "date",        "published",    "pubdate",
                                           "publishdate", "published_at", "created",
                                           NULL };
  static const char *const modified[] = { "modified", "updated", "lastmod",
                                          "last_modified_at", NULL };
  static const char *const languages[] = { "lang", "language", "locale", NULL };

  if (g_ascii_strcasecmp (key, "title") == 0)
    set_once (&matter->title, value);
  else if (is_author_key (key))
    add_names (&matter->byline, value);
  else if (is_one_of (key, published))
    set_once (&matter->published, value);
  else if (is_one_of (key, modified))
    set_once (&matter->modified, value);
  else if (is_one_of (key, languages))
    set_once (&matter->language, value);
}

/* "key: value", or "key = value" of TOML. @last_key: whose list the "- item"
 * lines are. */
static void
read_line (DtlFrontMatter *matter, char *line, char separator, char **last_key)
{
  char *at = strchr (line, separator);
  g_autofree char *key = NULL;

  if (g_str_has_prefix (g_strchug (line), "- "))
    {
      if (*last_key != NULL && is_author_key (*last_key))
        add_names (&matter->byline, line + 2);
      return;
    }
  if (at == NULL)
    return;
  key = g_strstrip (g_strndup (line, (gsize) (at - line)));
  take_pair (matter, key, at + 1);
  g_free (*last_key);
  *last_key = g_steal_pointer (&key);
}

/* The line that ends the head; @ret_after is behind it. */
static const char *
find_end (const char *text, const char *end, const char *mark, const char **ret_after)
{
  const char *line = text;

  while (line < end)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));
      const char *stop = newline != NULL ? newline : end;
      gsize n = (gsize) (stop - line);

      if (n > 0 && line[n - 1] == '\r')
        n--;
      *ret_after = newline != NULL ? newline + 1 : end;
      if (n == 3 && (memcmp (line, mark, 3) == 0 ||
                     (mark[0] == '-' && memcmp (line, "...", 3) == 0)))
        return line;
      line = *ret_after;
    }
  return NULL;
}

gsize
dtl_front_matter_read (const char *text, gsize length, DtlFrontMatter *ret_matter)
{
  const char *end = text + MIN (length, MAX_BYTES), *newline, *close, *after;
  const char *mark = text[0] == '+' ? "+++" : "---";
  g_autofree char *body = NULL, *last_key = NULL;
  g_auto (GStrv) lines = NULL;

  *ret_matter = (DtlFrontMatter){ 0 };
  if (length < 8 || memcmp (text, mark, 3) != 0 || (text[3] != '\n' && text[3] != '\r'))
    return 0;
  newline = memchr (text, '\n', (gsize) (end - text));
  close = newline != NULL ? find_end (newline + 1, end, mark, &after) : NULL;
  if (close == NULL)
    return 0;
  body = g_strndup (newline + 1, (gsize) (close - newline - 1));
  /* A rule above a text is no head. */
  if (strchr (body, mark[0] == '+' ? '=' : ':') == NULL)
    return 0;
  lines = g_strsplit (body, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    read_line (ret_matter, lines[i], mark[0] == '+' ? '=' : ':', &last_key);
  return (gsize) (after - text);
}
