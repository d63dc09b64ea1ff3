#include "config.h"

#include "article/mail/dtl-mail-quotes.h"

#include "article/dtl-written-date.h"

#include <string.h>

/* Lines of the head of a forwarded mail, "From: …", that make it one. */
#define MIN_HEAD_LINES 3
/* Lines that introduce a quotation: "On … wrote:", broken to fit a width. */
#define MAX_INTRODUCTION_LINES 3
/* Fewer letters than this, and the quotation was what the mail was sent for. */
#define MIN_OWN_LETTERS 12

/* Of a line without what parts it from the next. */
typedef struct {
  const char *start;
  gsize length;
  gboolean is_left_out;
} Line;

static GArray *
split_lines (const char *text, gsize length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const char *end = text + length;

  for (const char *at = text; at < end;)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      Line line = { .start = at };

      line.length = (gsize) ((stop != NULL ? stop : end) - at);
      at = stop != NULL ? stop + 1 : end;
      if (line.length > 0 && line.start[line.length - 1] == '\r')
        line.length--;
      g_array_append_val (lines, line);
    }
  return lines;
}

static Line *
get_line (const GArray *lines, guint i)
{
  return &g_array_index (lines, Line, i);
}

static gboolean
is_blank (const Line *line)
{
  for (gsize i = 0; i < line->length; i++)
    if (!g_ascii_isspace (line->start[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_quoted (const Line *line)
{
  return line->length > 0 && line->start[0] == '>';
}

/* --- lines that introduce a quotation --- */

static gboolean
ends_with_colon (const Line *line)
{
  gsize n = line->length;

  while (n > 0 && g_ascii_isspace (line->start[n - 1]))
    n--;
  return n > 0 && line->start[n - 1] == ':';
}

/* In any language it names a day or an address. */
static gboolean
names_day_or_address (const char *start, gsize length)
{
  DtlWrittenDate date;

  return memchr (start, '@', length) != NULL ||
         dtl_written_date_find (start, length, 0, DTL_DAY_FIRST, &date);
}

/* Whether lines @first to @end, of which the last ends in a colon, say whose
 * words follow. */
static gboolean
is_introduction (const GArray *lines, guint first, guint end)
{
  const Line *last = get_line (lines, end - 1);
  const char *start = get_line (lines, first)->start;

  return names_day_or_address (start, (gsize) (last->start + last->length - start));
}

/* Leaves out the lines right above the quotation at @quote: a paragraph of
 * their own, else as few as name whose words follow. */
static void
leave_out_introduction (GArray *lines, guint quote)
{
  guint end = quote, first;

  while (end > 0 && is_blank (get_line (lines, end - 1)))
    end--;
  if (end == 0 || !ends_with_colon (get_line (lines, end - 1)))
    return;
  for (first = end; first > 0 && !is_blank (get_line (lines, first - 1)) &&
                    !get_line (lines, first - 1)->is_left_out;
       first--)
    ;
  if (end - first > MAX_INTRODUCTION_LINES)
    for (first = end - 1;
         first + MAX_INTRODUCTION_LINES > end && !is_introduction (lines, first, end);
         first--)
      ;
  if (end - first > MAX_INTRODUCTION_LINES || !is_introduction (lines, first, end))
    return;
  for (guint i = first; i < end; i++)
    get_line (lines, i)->is_left_out = TRUE;
}

static void
leave_out_quoted (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (is_quoted (get_line (lines, i)))
      {
        if (i == 0 || !is_quoted (get_line (lines, i - 1)))
          leave_out_introduction (lines, i);
        get_line (lines, i)->is_left_out = TRUE;
      }
}

/* --- where the writer's own words end --- */

/* "From: Jane Doe <jane@example.org>" */
static gboolean
is_head_line (const Line *line)
{
  const char *colon = memchr (line->start, ':', MIN (line->length, 24));

  if (colon == NULL || colon == line->start ||
      (gsize) (colon + 1 - line->start) >= line->length || colon[1] != ' ')
    return FALSE;
  for (const char *at = line->start; at < colon; at++)
    if (g_ascii_isspace (*at) && at[1] == ' ')
      return FALSE;
  return TRUE;
}

/* Some lines "Name: value" in a row, of which one has an address or a day. */
static gboolean
is_head_of_mail (const GArray *lines, guint first)
{
  guint n = 0;
  gboolean any = FALSE;

  while (first + n < lines->len && n < 8 && is_head_line (get_line (lines, first + n)))
    {
      const Line *line = get_line (lines, first + n);

      any |= names_day_or_address (line->start, line->length);
      n++;
    }
  return n >= MIN_HEAD_LINES && any;
}

/* "-----Original Message-----", in any language. */
static gboolean
is_dashed_title (const Line *line)
{
  gsize n = 0, m = line->length;

  while (n < line->length && line->start[n] == '-')
    n++;
  while (m > n && (line->start[m - 1] == '-' || line->start[m - 1] == ' '))
    m--;
  return n >= 5 && m > n && line->length - m >= 5 && m - n < 60;
}

static gboolean
is_signature (const Line *line)
{
  return line->length == 3 && memcmp (line->start, "-- ", 3) == 0;
}

static guint
find_own_end (const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (is_signature (get_line (lines, i)) || is_dashed_title (get_line (lines, i)) ||
        (i > 0 && is_head_of_mail (lines, i)))
      return i;
  return lines->len;
}

/* --- joining --- */

/* A line that ends in a space goes on, but for the mark of a signature. */
static gboolean
goes_on (const Line *line, gboolean is_flowed)
{
  return is_flowed && line->length > 0 && line->start[line->length - 1] == ' ' &&
         !is_signature (line);
}

static char *
join (const GArray *lines, guint n, gboolean is_flowed)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const Line *line = get_line (lines, i);

      if (line->is_left_out)
        g_string_append_c (text, '\n');
      else
        {
          g_string_append_len (text, line->start, (gssize) line->length);
          if (!goes_on (line, is_flowed))
            g_string_append (text, is_flowed && line->length > 0 ? "\n\n" : "\n");
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_letters (const char *text)
{
  guint n = 0;

  for (; *text != '\0' && n < MIN_OWN_LETTERS; text = g_utf8_next_char (text))
    n += g_unichar_isalnum (g_utf8_get_char (text));
  return n >= MIN_OWN_LETTERS;
}

/* Keeps all but the head of the mail that was forwarded. */
static void
keep_forwarded (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    get_line (lines, i)->is_left_out = is_dashed_title (get_line (lines, i));
  for (guint i = 0; i < lines->len; i++)
    if (is_head_of_mail (lines, i))
      for (; i < lines->len && is_head_line (get_line (lines, i)); i++)
        get_line (lines, i)->is_left_out = TRUE;
}

char *
dtl_mail_strip_quotes (const char *text, gsize length, gboolean is_flowed)
{
  g_autoptr (GArray) lines = split_lines (text, length);
  char *own;

  leave_out_quoted (lines);
  own = join (lines, find_own_end (lines), is_flowed);
  if (has_letters (own))
    return own;
  g_free (own);
  keep_forwarded (lines);
  return join (lines, lines->len, is_flowed);
}

/* --- HTML --- */

static gboolean
has_word (const DtlPage *page, int node, DtlAttribute attribute, const char *word)
{
  return dtl_page_has_word (dtl_page_get_attribute (page, node, attribute), word);
}

DtlFragmentChoice
dtl_mail_filter_html (const DtlPage *page, int node)
{
  static const char *const classes[] = { "gmail_quote",     "gmail_attr",
                                         "moz-cite-prefix", "moz-signature",
                                         "yahoo_quoted",    "gmail_signature",
                                         "protonmail_quote" };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (has_word (page, node, DTL_ATTRIBUTE_CLASS, classes[i]))
      return DTL_FRAGMENT_LEAVE_OUT;
  if (page->nodes[node].tag == DTL_TAG_BLOCKQUOTE &&
      has_word (page, node, DTL_ATTRIBUTE_TYPE, "cite"))
    return DTL_FRAGMENT_LEAVE_OUT;
  if (has_word (page, node, DTL_ATTRIBUTE_ID, "divRplyFwdMsg") ||
      has_word (page, node, DTL_ATTRIBUTE_CLASS, "OutlookMessageHeader"))
    return DTL_FRAGMENT_END;
  return DTL_FRAGMENT_KEEP;
}
