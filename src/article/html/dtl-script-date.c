#include "config.h"

#include "article/html/dtl-script-date.h"

#include <string.h>

/* The longest key, and a letter more. */
#define MAX_KEY_BYTES 24

static gboolean
names_publication (const char *key)
{
  static const char *const keys[] = { "datepublished",   "publishedat",
                                      "publishdate",     "publisheddate",
                                      "publicationdate", "pubdate",
                                      "firstpublished",  "firstpublishedat",
                                      "publishedtime",   "postdate" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (key, keys[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Back over the quote of a string, which is escaped where JSON stands in a string
 * of a script. */
static const char *
skip_quote_back (const char *at, const char *start)
{
  if (at == start || at[-1] != '"')
    return NULL;
  for (at--; at > start && at[-1] == '\\';)
    at--;
  return at;
}

/* Reads the key before the value whose quote is at @at, in small letters and
 * nothing but letters. */
static gboolean
read_key (const char *start, const char *at, char key[MAX_KEY_BYTES])
{
  const char *end;
  gsize n = 0;

  while (at > start && (at[-1] == '\\' || g_ascii_isspace (at[-1])))
    at--;
  if (at == start || at[-1] != ':')
    return FALSE;
  for (at--; at > start && g_ascii_isspace (at[-1]);)
    at--;
  end = skip_quote_back (at, start);
  if (end == NULL)
    return FALSE;
  for (at = end; at > start && (g_ascii_isalpha (at[-1]) || at[-1] == '_');)
    at--;
  for (; at < end && n + 1 < MAX_KEY_BYTES; at++)
    if (*at != '_')
      key[n++] = g_ascii_tolower (*at);
  key[n] = '\0';
  return at == end;
}

/* Goes on to the next value in @text that is a day of publication. */
static gboolean
find_next (const char *text, const char *end, const char **at, DtlStamp *ret_stamp)
{
  const char *quote;

  while ((quote = memchr (*at, '"', (gsize) (end - *at))) != NULL)
    {
      char key[MAX_KEY_BYTES];

      *at = quote + 1;
      if (end - *at >= 10 && g_ascii_isdigit (**at) && (*at)[4] == '-' &&
          read_key (text, quote, key) && names_publication (key) &&
          dtl_stamp_read_iso (*at, (gsize) (end - *at), ret_stamp, NULL))
        return TRUE;
    }
  return FALSE;
}

gboolean
dtl_script_date_find (const char *source, gsize length, DtlStamp *ret_stamp)
{
  const char *at = source;
  gboolean found = FALSE;
  DtlStamp stamp;

  while (find_next (source, source + length, &at, &stamp))
    {
      if (found && dtl_stamp_compare_days (&stamp, ret_stamp) != 0)
        return FALSE;
      *ret_stamp = stamp;
      found = TRUE;
    }
  return found;
}
