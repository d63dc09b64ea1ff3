#include "config.h"

#include "article/text/dtl-text-line.h"

#include "article/dtl-clean-text.h"
#include "article/dtl-month-names.h"
#include "article/dtl-written-date.h"

#include <string.h>

#define MAX_LINE_BYTES 240
#define MAX_NAME_BYTES 100
/* Words beside dates and names that a header line may still have: a place
 * before the date, "5 min read" behind it. */
#define MAX_OTHER_WORDS 4

void
dtl_text_line_clear (DtlTextLine *line)
{
  g_clear_pointer (&line->byline, g_free);
}

/* --- words --- */

static const char *const separators[] = { "|", "-", "–",  "—", "·", "•",       ",",
                                          ":", ";", "(",  ")", "[", "]",       "/",
                                          "»", "›", "\t", " ", ".", "\302\240" };

static gsize
measure_separator (const char *at, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      gsize n = strlen (separators[i]);

      if (n <= length && memcmp (at, separators[i], n) == 0)
        return n;
    }
  return 0;
}

static void
trim_separators (const char **start, const char **end)
{
  gsize n;

  while (*start < *end && (n = measure_separator (*start, (gsize) (*end - *start))) > 0)
    *start += n;
  while (*start < *end)
    {
      const char *last = g_utf8_find_prev_char (*start, *end);

      if (measure_separator (last, (gsize) (*end - last)) == 0)
        break;
      *end = last;
    }
}

/* Words that introduce a date; two where the page tells its versions apart. */
static const char *const published_words[] = {
  "first published",
  "originally published",
  "published",
  "posted",
  "created",
  "issued",
  "release date",
  "publication date",
  "date",
  "veröffentlicht",
  "erschienen",
  "publié",
  "publicado",
  "pubblicato",
  "gepubliceerd",
  "diterbitkan",
  "dipublikasikan",
  "tayang",
  "stand",
  "datum",
  "fecha",
  "data",
};
static const char *const modified_words[] = {
  "last updated", "last modified", "updated",    "modified",    "aktualisiert",
  "geändert",     "zuletzt",       "mis à jour", "actualizado", "aggiornato",
  "atualizado",   "bijgewerkt",    "diperbarui",
};
static const char *const joining_words[] = { "on", "at", "am", "um",   "le",  "il",
                                             "el", "em", "op", "pada", "uhr", "and" };

/* Folded, since labels are often written in capitals. */
static gsize
measure_word_of (const char *at, gsize length, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      gsize n = strlen (words[i]);

      if (n > length || (n < length && g_unichar_isalpha (g_utf8_get_char (at + n))))
        continue;
      if (g_ascii_strncasecmp (at, words[i], n) == 0)
        return n;
    }
  return 0;
}

/* Skips words of a list and what separates them; TRUE where there were any. */
static gboolean
skip_words (const char **start, const char *end, const char *const *words, gsize n_words)
{
  gsize n;
  gboolean any = FALSE;

  while ((n = measure_word_of (*start, (gsize) (end - *start), words, n_words)) > 0)
    {
      *start += n;
      while (*start < end && (n = measure_separator (*start, (gsize) (end - *start))) > 0)
        *start += n;
      any = TRUE;
    }
  return any;
}

static guint
count_words (const char *start, const char *end)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gboolean is_letter = g_unichar_isalnum (g_utf8_get_char (p));

      n += is_letter && !inside;
      inside = is_letter || (inside && strchr ("'-.", *p) != NULL);
    }
  return n;
}

/* --- names --- */

/* "de", "van", "and": lower-case parts of a list of names. */
static gboolean
is_name_particle (const char *word, gsize length)
{
  static const char *const particles[] = { "de",  "del", "der", "den", "da",  "di", "la",
                                           "le",  "van", "von", "zu",  "bin", "al", "el",
                                           "ter", "ten", "dos", "and", "und", "et", "y",
                                           "e",   "dan", "en",  "og",  "och" };

  for (gsize i = 0; i < G_N_ELEMENTS (particles); i++)
    if (strlen (particles[i]) == length && memcmp (word, particles[i], length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_name_word (const char *word, gsize length)
{
  gunichar first = g_utf8_get_char (word);

  if (*word == '&' || is_name_particle (word, length))
    return TRUE;
  if (!g_unichar_isalpha (first) || g_unichar_islower (first))
    return FALSE;
  if (dtl_month_from_name (word, length) > 0 ||
      dtl_weekday_at_end (word, length) == length)
    return FALSE;
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    if (!g_unichar_isalpha (g_utf8_get_char (p)) &&
        !g_unichar_ismark (g_utf8_get_char (p)) && strchr ("'-.,", *p) == NULL &&
        g_utf8_get_char (p) != 0x2019)
      return FALSE;
  return TRUE;
}

/* Between @min and @max words, each of which may be part of a name. */
static gboolean
is_names (const char *start, const char *end, guint min, guint max)
{
  guint n = 0;

  if (end - start > MAX_NAME_BYTES)
    return FALSE;
  for (const char *p = start; p < end; n++)
    {
      const char *space = memchr (p, ' ', (gsize) (end - p));
      const char *stop = space != NULL ? space : end;

      if (stop == p || !is_name_word (p, (gsize) (stop - p)))
        return FALSE;
      p = space != NULL ? stop + 1 : end;
    }
  return n >= min && n <= max;
}

gboolean
dtl_text_line_is_name (const char *text, gsize length)
{
  return is_names (text, text + length, 2, 4) && text[length - 1] != '.';
}

/* --- what is left of a line without its dates --- */

static const char *const by_words[] = {
  "written by", "reported by", "reporting by", "story by", "words by", "by",
  "author",     "von",         "autor",        "text",     "par",      "por",
  "oleh",       "penulis",     "door",         "av",
};

/* "By Jane Doe" at @start: NULL where no name follows. */
static char *
read_signed_byline (const char *start, const char *end)
{
  gsize n =
      measure_word_of (start, (gsize) (end - start), by_words, G_N_ELEMENTS (by_words));

  if (n == 0)
    return NULL;
  start += n;
  trim_separators (&start, &end);
  return start < end && is_names (start, end, 1, 12) ? dtl_clean_text (start, end - start)
                                                     : NULL;
}

/* "Agency" of "AgencyThursday, 27 July" or "Jane Doe | 3 May": a name, and then
 * a sign that what follows is something else. "London, 3 May" is a place. */
static char *
read_bare_byline (const char *start, const char *end, const char *piece_end)
{
  gboolean glued = end == piece_end;
  gboolean parted = !glued && *end != ',';

  return (glued || parted) && is_names (start, end, 1, 6)
             ? dtl_clean_text (start, end - start)
             : NULL;
}

/* "| 5 min read": a mark that parts it from the date, as no sentence has. */
static gboolean
is_set_apart (const char *start, const char *end)
{
  static const char *const marks[] = { "|", "·", "•" };

  while (start < end && *start == ' ')
    start++;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if ((gsize) (end - start) > strlen (marks[i]) &&
        memcmp (start, marks[i], strlen (marks[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
skip_labels (const char **start, const char *end)
{
  gboolean is_modified = FALSE, moved = TRUE;

  while (moved)
    {
      moved = skip_words (start, end, published_words, G_N_ELEMENTS (published_words)) ||
              skip_words (start, end, joining_words, G_N_ELEMENTS (joining_words));
      if (skip_words (start, end, modified_words, G_N_ELEMENTS (modified_words)))
        moved = is_modified = TRUE;
    }
  return is_modified;
}

/* Reads what stands before, between or behind dates. FALSE where it is no part
 * of a header line. */
static gboolean
read_piece (const char *start,
            const char *end,
            gboolean before_date,
            DtlTextLine *line,
            gboolean *ret_modified)
{
  const char *piece_end = end;
  gboolean is_apart = !before_date && is_set_apart (start, end);
  g_autofree char *byline = NULL;

  trim_separators (&start, &end);
  *ret_modified = FALSE;
  byline = read_signed_byline (start, end);
  if (byline == NULL)
    {
      *ret_modified = skip_labels (&start, end);
      if (before_date && start < end)
        byline = read_bare_byline (start, end, piece_end);
    }
  if (byline != NULL && line->byline == NULL)
    line->byline = g_steal_pointer (&byline);
  else if (byline == NULL && start < end)
    return (is_apart || (before_date && is_names (start, end, 1, MAX_OTHER_WORDS))) &&
           count_words (start, end) <= MAX_OTHER_WORDS;
  return TRUE;
}

static void
set_date (DtlTextLine *line, const DtlStamp *stamp, gboolean is_modified)
{
  if (is_modified && !line->has_modified)
    {
      line->modified = *stamp;
      line->has_modified = TRUE;
    }
  else if (!is_modified && !line->has_published)
    {
      line->published = *stamp;
      line->has_published = TRUE;
    }
}

gboolean
dtl_text_line_read (const char *text, gsize length, DtlTextLine *ret_line)
{
  g_auto (DtlTextLine) line = { 0 };
  DtlWrittenDate date;
  gsize from = 0;
  gboolean is_modified;

  if (length == 0 || length > MAX_LINE_BYTES)
    return FALSE;
  while (dtl_written_date_find (text, length, from, DTL_DAY_FIRST, &date))
    {
      if (!read_piece (text + from, text + date.start, TRUE, &line, &is_modified))
        return FALSE;
      set_date (&line, &date.stamp, is_modified);
      from = date.end;
    }
  if (!read_piece (text + from, text + length, FALSE, &line, &is_modified) ||
      (from == 0 && line.byline == NULL))
    return FALSE;
  *ret_line = line;
  line.byline = NULL;
  return TRUE;
}

gboolean
dtl_text_line_is_header (const char *text, gsize length)
{
  g_auto (DtlTextLine) line = { 0 };

  return dtl_text_line_read (text, length, &line);
}

/* --- the place line that opens a report --- */

static gboolean
has_dash_within (const char *at, const char *end, gsize limit)
{
  static const char *const dashes[] = { " - ", " – ", " — ", "—", " -- ", ".-" };
  const char *stop = at + MIN ((gsize) (end - at), limit);

  for (; at < stop; at++)
    for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
      if ((gsize) (end - at) >= strlen (dashes[i]) &&
          memcmp (at, dashes[i], strlen (dashes[i])) == 0)
        return TRUE;
  return FALSE;
}

/* "Ellen Marsh (21 May 1799 – …": the dash belongs to what is in the brackets,
 * a life and no place line. */
static gboolean
is_within_brackets (const char *text, const DtlWrittenDate *date, gsize length)
{
  const char *open = g_strrstr_len (text, (gssize) date->start, "(");
  const char *rest = text + date->end;

  while (rest < text + length && g_ascii_isspace (*rest))
    rest++;
  return open != NULL &&
         memchr (open, ')', (gsize) (text + date->start - open)) == NULL &&
         (rest == text + length || *rest != ')');
}

gboolean
dtl_text_line_read_dateline (const char *text, gsize length, DtlStamp *ret_published)
{
  DtlWrittenDate date;
  const char *start = text, *end;
  gsize head = MIN (length, MAX_LINE_BYTES / 2);

  while (head < length && head > 0 && (text[head] & 0xc0) == 0x80)
    head--;
  if (!dtl_written_date_find (text, head, 0, DTL_DAY_FIRST, &date) ||
      date.stamp.precision < DTL_PRECISION_DAY)
    return FALSE;
  end = text + date.start;
  trim_separators (&start, &end);
  if (start >= end || !is_names (start, end, 1, 6) ||
      is_within_brackets (text, &date, length) ||
      !has_dash_within (text + date.end, text + length, 40))
    return FALSE;
  *ret_published = date.stamp;
  return TRUE;
}
