#include "config.h"

#include "article/pdf/dtl-printed-margins.h"

#include <string.h>

/* Lines at the head and at the foot of a page that may run from page to page. */
#define MARGIN_LINES 3
#define MAX_MARGIN_BYTES 160
/* A line on two pages of three runs; of more, on a third of them. */
#define MIN_PAGES 2
#define MIN_SHARE 0.3

static DtlPrintedLine *
get_line (const GArray *lines, guint i)
{
  return &g_array_index (lines, DtlPrintedLine, i);
}

/* First line behind the page that line @first is on. */
static guint
find_page_end (const GArray *lines, guint first)
{
  guint end = first + 1;

  while (end < lines->len && get_line (lines, end)->page == get_line (lines, first)->page)
    end++;
  return end;
}

/* Whether few lines of the page are above (below) line @i; the order of reading
 * is not always that from top to bottom. */
static gboolean
is_in_margin (const GArray *lines, guint first, guint end, guint i)
{
  const DtlPrintedLine *line = get_line (lines, i);
  guint n_above = 0, n_below = 0;

  for (guint k = first; k < end; k++)
    {
      n_above += get_line (lines, k)->bottom <= line->top + 1;
      n_below += get_line (lines, k)->top >= line->bottom - 1;
    }
  return strlen (line->text) <= MAX_MARGIN_BYTES &&
         (n_above < MARGIN_LINES || n_below < MARGIN_LINES);
}

/* The letters of a line, without its numbers. */
static char *
fold_letters (const char *text)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalpha (c))
        g_string_append_unichar (key, g_unichar_tolower (c));
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* "12", "- 12 -", "Page 3 of 10", "xiv". */
static gboolean
looks_like_page_number (const char *text)
{
  static const char *const words[] = { "",  "page", "pageof", "seite", "seitevon",
                                       "p", "s",    "of",     NULL };
  g_autofree char *key = fold_letters (text);
  gboolean has_digit = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      has_digit = TRUE;
    else if (*at == ',' || *at == ';')
      return FALSE;
  return has_digit ? g_strv_contains (words, key)
                   : *key != '\0' && strlen (text) <= 6 &&
                         strspn (key, "ivxlc") == strlen (key);
}

/* What runs: letters in their size, since a title is often a running head, too. */
static char *
make_key (const DtlPrintedLine *line)
{
  g_autofree char *letters = fold_letters (line->text);

  return *letters != '\0' ? g_strdup_printf ("%s %.0f", letters, line->size)
                          : g_strdup ("");
}

/* "Beginnings . . . . . . 12" */
static gboolean
is_contents_line (const char *text)
{
  return strstr (text, ". . . . ") != NULL || strstr (text, "......") != NULL ||
         strstr (text, "……") != NULL;
}

/* Whether no other line of the page is as near as lines of one text are. */
static gboolean
stands_apart (const GArray *lines, guint first, guint end, guint i)
{
  const DtlPrintedLine *line = get_line (lines, i);

  for (guint k = first; k < end; k++)
    {
      const DtlPrintedLine *other = get_line (lines, k);

      if (k != i && other->left <= line->right && other->right >= line->left &&
          MAX (other->top - line->bottom, line->top - other->bottom) < line->size * 0.8)
        return FALSE;
    }
  return TRUE;
}

/* On how many pages each line of a margin stands. */
static GHashTable *
count_margins (const GArray *lines, guint *ret_n_pages)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *ret_n_pages = 0;
  for (guint first = 0, end; first < lines->len; first = end)
    {
      g_autoptr (GHashTable) seen =
          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      end = find_page_end (lines, first);
      *ret_n_pages += 1;
      for (guint i = first; i < end; i++)
        {
          char *key;

          if (!is_in_margin (lines, first, end, i))
            continue;
          key = make_key (get_line (lines, i));
          if (!g_hash_table_add (seen, key)) /* once a page */
            continue;
          g_hash_table_insert (counts, g_strdup (key),
                               GUINT_TO_POINTER (
                                   GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) +
                                   1));
        }
    }
  return counts;
}

static gboolean
is_running (GHashTable *counts, guint n_pages, const DtlPrintedLine *line)
{
  g_autofree char *key = make_key (line);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  return *key != '\0' && n >= MIN_PAGES && n >= n_pages * MIN_SHARE;
}

void
dtl_printed_margins_remove (GArray *lines)
{
  guint n_pages;
  g_autoptr (GHashTable) counts = count_margins (lines, &n_pages);
  g_autoptr (GArray) unwanted = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint first = 0, end; first < lines->len; first = end)
    {
      end = find_page_end (lines, first);
      for (guint i = first; i < end; i++)
        if (is_contents_line (get_line (lines, i)->text) ||
            (is_in_margin (lines, first, end, i) &&
             ((looks_like_page_number (get_line (lines, i)->text) &&
               stands_apart (lines, first, end, i)) ||
              is_running (counts, n_pages, get_line (lines, i)))))
          g_array_append_val (unwanted, i);
    }
  for (guint k = unwanted->len; k > 0; k--)
    g_array_remove_index (lines, g_array_index (unwanted, guint, k - 1));
}
