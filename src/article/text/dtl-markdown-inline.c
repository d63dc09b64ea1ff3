#include "article/text/dtl-markdown-inline.h"

#include "article/html/dtl-html-entities.h"
#include "article/wiki/dtl-wiki-tags.h"

#include <string.h>

#define MAX_ADDRESS 2000
#define MAX_ENTITY 12
/* Runs of more backticks are letters. */
#define MAX_TICKS 32

/* Stars, underscores or tildes that may be emphasis. */
typedef struct {
  gsize offset; /* in the output */
  guint n;      /* not yet matched */
  char mark;
  gboolean can_open, can_close;
} Run;

/* A "[" whose "]" is to come. */
typedef struct {
  gsize offset; /* in the output, where its text begins */
  guint n_runs; /* before it */
  gboolean is_picture;
} Bracket;

typedef struct {
  const char *start, *at, *end;
  GString *out;
  gsize from; /* where the output began */
  GArray *runs;
  GArray *brackets;
  /* No run of as many backticks is left. */
  gboolean has_no_ticks[MAX_TICKS + 1];
  gboolean has_no_comment_end;
} Inline;

/* What a run of plain text ends at. */
static const guint8 marks[256] = {
  [0] = 1,   ['\\'] = 1, ['`'] = 1, ['*'] = 1, ['_'] = 1, ['~'] = 1,
  ['!'] = 1, ['['] = 1,  [']'] = 1, ['<'] = 1, ['&'] = 1,
};

static gboolean
is_space_or_end (const Inline *self, const char *p)
{
  return p < self->start || p >= self->end || g_ascii_isspace (*p);
}

static gboolean
is_punctuation (const Inline *self, const char *p)
{
  return p >= self->start && p < self->end && g_ascii_ispunct (*p);
}

/* --- emphasis --- */

/* CommonMark's left- and right-flanking runs. */
static void
read_run (Inline *self)
{
  Run run = { .offset = self->out->len, .mark = *self->at };
  const char *before = self->at - 1;
  gboolean opens, closes;

  while (self->at < self->end && *self->at == run.mark)
    {
      g_string_append_c (self->out, *self->at++);
      run.n++;
    }
  opens = !is_space_or_end (self, self->at) &&
          (!is_punctuation (self, self->at) || is_space_or_end (self, before) ||
           is_punctuation (self, before));
  closes = !is_space_or_end (self, before) &&
           (!is_punctuation (self, before) || is_space_or_end (self, self->at) ||
            is_punctuation (self, self->at));
  /* "a_b_c" is a name. */
  run.can_open = opens && (run.mark != '_' || !closes || is_punctuation (self, before));
  run.can_close =
      closes && (run.mark != '_' || !opens || is_punctuation (self, self->at));
  if (run.can_open || run.can_close)
    g_array_append_val (self->runs, run);
}

static void
take_marks (Inline *self, Run *run, guint n, gboolean from_end)
{
  gsize at = run->offset + (from_end ? run->n - n : 0);

  /* NULs are swept out at the end. */
  memset (self->out->str + at, '\0', n);
  if (!from_end)
    run->offset += n;
  run->n -= n;
}

/* Pairs what opens with what closes, the innermost first. */
static void
match_runs (Inline *self)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->runs->len; i++)
    {
      Run *run = &g_array_index (self->runs, Run, i);

      while (run->can_close && run->n > 0 && open->len > 0)
        {
          Run *opener = &g_array_index (self->runs, Run,
                                        g_array_index (open, guint, open->len - 1));
          guint n = MIN (opener->n, run->n);

          if (opener->mark != run->mark)
            break;
          take_marks (self, opener, n, TRUE);
          take_marks (self, run, n, FALSE);
          if (opener->n == 0)
            g_array_set_size (open, open->len - 1);
        }
      if (run->can_open && run->n > 0)
        g_array_append_val (open, i);
    }
}

static void
sweep (Inline *self)
{
  GString *out = self->out;
  gsize n = self->from;

  for (gsize i = self->from; i < out->len; i++)
    if (out->str[i] != '\0')
      out->str[n++] = out->str[i];
  g_string_truncate (out, n);
}

/* --- links --- */

/* Behind "(address "title")" at @p, or NULL. */
static const char *
skip_address (const Inline *self, const char *p)
{
  const char *stop = MIN (self->end, p + MAX_ADDRESS);
  int depth = 0;

  for (; p < stop; p++)
    if (*p == '\\' && p + 1 < stop)
      p++;
    else if (*p == '(')
      depth++;
    else if (*p == ')' && --depth == 0)
      return p + 1;
  return NULL;
}

/* Behind "[reference]" at @p, or NULL. */
static const char *
skip_reference (const Inline *self, const char *p)
{
  const char *stop = MIN (self->end, p + MAX_ADDRESS);

  for (p++; p < stop && *p != '['; p++)
    if (*p == ']')
      return p + 1;
  return NULL;
}

static void
open_bracket (Inline *self, gboolean is_picture)
{
  Bracket bracket = { self->out->len, self->runs->len, is_picture };

  self->at += is_picture ? 2 : 1;
  g_string_append (self->out, is_picture ? "![" : "[");
  g_array_append_val (self->brackets, bracket);
}

/* What is between the brackets stays, or goes with a picture. */
static void
close_link (Inline *self, const Bracket *bracket, const char *after)
{
  if (bracket->is_picture)
    {
      g_string_truncate (self->out, bracket->offset);
      g_array_set_size (self->runs, bracket->n_runs);
    }
  else
    self->out->str[bracket->offset] = '\0';
  self->at = after;
}

static void
close_bracket (Inline *self)
{
  const char *next = self->at + 1, *after = NULL;
  Bracket bracket;

  if (self->brackets->len > 0 && next < self->end)
    after = *next == '('   ? skip_address (self, next)
            : *next == '[' ? skip_reference (self, next)
                           : NULL;
  if (self->brackets->len == 0)
    {
      g_string_append_c (self->out, *self->at++);
      return;
    }
  bracket = g_array_index (self->brackets, Bracket, self->brackets->len - 1);
  g_array_set_size (self->brackets, self->brackets->len - 1);
  if (after != NULL)
    close_link (self, &bracket, after);
  else if (self->out->str[bracket.offset + 1] == '^')
    {
      /* "[^1]": the mark of a footnote */
      g_string_truncate (self->out, bracket.offset);
      g_array_set_size (self->runs, bracket.n_runs);
      self->at++;
    }
  else
    g_string_append_c (self->out, *self->at++);
}

/* --- code, tags, the rest --- */

static void
read_code (Inline *self)
{
  const char *content = self->at;
  gsize n = 0, found = 0;

  while (content < self->end && *content == '`')
    {
      content++;
      n++;
    }
  for (const char *p = content; n <= MAX_TICKS && !self->has_no_ticks[n] &&
                                (p = memchr (p, '`', (gsize) (self->end - p))) != NULL;
       p += found)
    {
      for (found = 0; p + found < self->end && p[found] == '`';)
        found++;
      if (found != n)
        continue;
      g_string_append_len (self->out, content, p - content);
      self->at = p + n;
      return;
    }
  if (n <= MAX_TICKS)
    self->has_no_ticks[n] = TRUE;
  g_string_append_len (self->out, self->at, (gssize) n);
  self->at = content;
}

static gboolean
read_comment (Inline *self)
{
  gssize length = self->end - self->at;
  const char *close = NULL;

  if (length < 4 || memcmp (self->at, "<!--", 4) != 0 || self->has_no_comment_end)
    return FALSE;
  close = g_strstr_len (self->at, length, "-->");
  self->has_no_comment_end = close == NULL;
  if (close != NULL)
    self->at = close + 3;
  return close != NULL;
}

/* "<https://mill.example>" shows its address; other tags go. */
static void
read_angle (Inline *self)
{
  gsize length = (gsize) (self->end - self->at);
  const char *close = memchr (self->at, '>', MIN (length, MAX_ADDRESS));
  DtlWikiTag tag;

  if (read_comment (self))
    return;
  if (close != NULL && memchr (self->at, ':', (gsize) (close - self->at)) != NULL &&
      memchr (self->at, ' ', (gsize) (close - self->at)) == NULL)
    {
      g_string_append_len (self->out, self->at + 1, close - self->at - 1);
      self->at = close + 1;
    }
  else if (dtl_wiki_tag_read (self->at, self->end, &tag))
    {
      if (tag.kind != DTL_WIKI_TAG_INLINE)
        g_string_append_c (self->out, ' ');
      self->at += tag.length;
    }
  else
    g_string_append_c (self->out, *self->at++);
}

static void
read_entity (Inline *self)
{
  gsize most = MIN ((gsize) (self->end - self->at), MAX_ENTITY);
  const char *semicolon = memchr (self->at, ';', most);
  gsize length = semicolon != NULL ? (gsize) (semicolon + 1 - self->at) : 1;
  g_autofree char *decoded = dtl_html_decode_entities (self->at, length);

  g_string_append (self->out, decoded);
  self->at += length;
}

static void
read_mark (Inline *self)
{
  switch (*self->at)
    {
    case '\\':
      if (self->at + 1 < self->end && g_ascii_ispunct (self->at[1]))
        self->at++;
      g_string_append_c (self->out, *self->at++);
      break;
    case '`':
      read_code (self);
      break;
    case '*':
    case '_':
    case '~':
      read_run (self);
      break;
    case '!':
      if (self->at + 1 < self->end && self->at[1] == '[')
        open_bracket (self, TRUE);
      else
        g_string_append_c (self->out, *self->at++);
      break;
    case '[':
      open_bracket (self, FALSE);
      break;
    case ']':
      close_bracket (self);
      break;
    case '<':
      read_angle (self);
      break;
    case '&':
      read_entity (self);
      break;
    default: /* a NUL */
      self->at++;
    }
}

void
dtl_markdown_append_inline (GString *to, const char *text, gsize length)
{
  Inline self = { .start = text,
                  .at = text,
                  .end = text + length,
                  .out = to,
                  .from = to->len };

  self.runs = g_array_new (FALSE, FALSE, sizeof (Run));
  self.brackets = g_array_new (FALSE, FALSE, sizeof (Bracket));
  while (self.at < self.end)
    {
      gsize run = 0;

      while (self.at + run < self.end && !marks[(guchar) self.at[run]])
        run++;
      g_string_append_len (to, self.at, (gssize) run);
      self.at += run;
      if (self.at < self.end)
        read_mark (&self);
    }
  match_runs (&self);
  sweep (&self);
  g_array_unref (self.runs);
  g_array_unref (self.brackets);
}
