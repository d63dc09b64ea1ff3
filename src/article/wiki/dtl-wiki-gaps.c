#include "article/wiki/dtl-wiki-gaps.h"

#include "article/wiki/dtl-wiki-template.h"

#include <string.h>

static gboolean
is_gap (char c)
{
  return c == ' ' || c == ',' || c == ';' || c == DTL_WIKI_MARK_BREAK;
}

/* Cuts what is no more than a gap off the end of the first @n bytes. */
static gsize
cut_gap (const GString *text, gsize n, gboolean spaces_only)
{
  while (n > 0 && (spaces_only ? text->str[n - 1] == ' ' : is_gap (text->str[n - 1])))
    n--;
  return n;
}

void
dtl_wiki_gaps_mend (GString *text)
{
  gsize n = 0, i = 0;

  while (i < text->len)
    {
      gsize run = strcspn (text->str + i, "().,\005");

      memmove (text->str + n, text->str + i, run);
      n += run;
      i += run;
      if (i == text->len)
        break;
      if (text->str[i] != '(')
        n = cut_gap (text, n, text->str[i] != ')');
      if (text->str[i] == ')' && n > 0 && text->str[n - 1] == '(')
        {
          n--;
          i++;
          if (i == text->len)
            n = cut_gap (text, n, FALSE);
          continue;
        }
      text->str[n++] = text->str[i] == DTL_WIKI_MARK_BREAK ? ' ' : text->str[i];
      i++;
      while (text->str[n - 1] == '(' && i < text->len && is_gap (text->str[i]))
        i++;
    }
  g_string_truncate (text, cut_gap (text, n, TRUE));
}
