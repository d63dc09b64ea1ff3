#include "article/wiki/dtl-wiki-flatten.h"

#include "article/html/dtl-html-entities.h"
#include "article/wiki/dtl-wiki-tags.h"
#include "article/wiki/dtl-wiki-template.h"

#include <string.h>

/* MediaWiki itself stops at 40. */
#define MAX_DEPTH 100
#define MAX_ARGUMENTS 2000
#define MAX_NAME 100
#define MAX_ENTITY 12
#define MAX_SWITCH 60
#define MIN_CAPTION 12

typedef enum {
  FRAME_TEMPLATE,
  FRAME_PARAMETER, /* "{{{1|otherwise}}}" */
  FRAME_LINK,
} FrameKind;

/* Braces or brackets that are open. What is in them is in the output already,
 * from @mark on, and is replaced when they close. */
typedef struct {
  FrameKind kind;
  gsize mark;
  guint first_bar;
  gboolean begins_line;
} Frame;

typedef struct {
  const DtlWikiPage *page;
  const char *at, *end;
  GString *out;
  GString *content; /* of the template at hand */
  GString *name;
  GArray *frames;    /* of Frame, outermost first */
  GArray *bars;      /* of gsize: where the "|" of open frames are in the output */
  GArray *arguments; /* of DtlWikiArgument, of the template at hand */
  guint n_open_templates;
  guint n_ignored_templates, n_ignored_links; /* open, and too deep to follow */
  gboolean is_in_lead;
  gboolean is_in_external; /* link, whose "]" is to come */
  /* No end tag of this name is left: looking for it once more would make many
   * unclosed tags quadratic. */
  gboolean has_no_end[DTL_WIKI_N_TAGS];
} Flattening;

/* What a run of plain text ends at. */
static const guint8 specials[256] = {
  [0 ... 8] = 1, [11 ... 31] = 1, ['\n'] = 1, ['{'] = 1, ['}'] = 1, ['['] = 1,
  [']'] = 1,     ['|'] = 1,       ['<'] = 1,  ['&'] = 1, ['_'] = 1, ['\''] = 1,
};

static Frame *
get_top (const Flattening *self)
{
  return self->frames->len > 0
             ? &g_array_index (self->frames, Frame, self->frames->len - 1)
             : NULL;
}

static gboolean
begins_line (const Flattening *self)
{
  return self->out->len == 0 || self->out->str[self->out->len - 1] == '\n';
}

static gboolean
ends_line (const Flattening *self)
{
  const char *p = self->at;

  while (p < self->end && *p == ' ')
    p++;
  return p == self->end || *p == '\n';
}

/* How many of @c there are, up to @most. */
static gsize
count_run (const Flattening *self, char c, gsize most)
{
  const char *p = self->at;

  while (p < self->end && (gsize) (p - self->at) < most && *p == c)
    p++;
  return (gsize) (p - self->at);
}

static gboolean
looks_at (const Flattening *self, const char *word)
{
  gsize n = strlen (word);

  return (gsize) (self->end - self->at) >= n && memcmp (self->at, word, n) == 0;
}

/* --- frames --- */

static void
push_frame (Flattening *self, FrameKind kind)
{
  Frame frame = { kind, self->out->len, self->bars->len, begins_line (self) };

  g_array_append_val (self->frames, frame);
  self->n_open_templates += kind != FRAME_LINK;
}

static Frame
pop_frame (Flattening *self)
{
  Frame frame = *get_top (self);

  g_array_set_size (self->frames, self->frames->len - 1);
  g_array_set_size (self->bars, frame.first_bar);
  self->n_open_templates -= frame.kind != FRAME_LINK;
  return frame;
}

/* Brackets that nothing closes are letters. */
static void
drop_open_links (Flattening *self)
{
  const Frame *top;

  while ((top = get_top (self)) != NULL && top->kind == FRAME_LINK)
    pop_frame (self);
}

/* --- pieces between bars --- */

static void
trim (const char **text, gsize *length)
{
  while (*length > 0 && g_ascii_isspace (**text))
    {
      *text += 1;
      *length -= 1;
    }
  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    *length -= 1;
}

static guint
count_pieces (const Flattening *self, const Frame *frame)
{
  return self->bars->len - frame->first_bar + 1;
}

/* Piece @i of the frame on top, as it is in the output. */
static void
get_piece (const Flattening *self,
           const Frame *frame,
           guint i,
           gsize *ret_start,
           gsize *ret_end)
{
  guint bar = frame->first_bar + i; /* that ends the piece */

  *ret_start = i == 0 ? frame->mark : g_array_index (self->bars, gsize, bar - 1) + 1;
  *ret_end =
      bar < self->bars->len ? g_array_index (self->bars, gsize, bar) : self->out->len;
}

/* --- templates --- */

/* As MediaWiki compares names, but for the case, which few writers keep. */
static void
read_name (Flattening *self, const char *text, gsize length)
{
  static const char prefix[] = "template:";

  trim (&text, &length);
  if (length > strlen (prefix) &&
      g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0)
    {
      text += strlen (prefix);
      length -= strlen (prefix);
      trim (&text, &length);
    }
  g_string_truncate (self->name, 0);
  for (gsize i = 0; i < MIN (length, MAX_NAME); i++)
    g_string_append_c (self->name, text[i] == '_' ? ' ' : g_ascii_tolower (text[i]));
}

static void
add_argument (Flattening *self, const char *text, gsize length)
{
  const char *equals = memchr (text, '=', length);
  DtlWikiArgument argument = { NULL, 0, text, length };

  if (equals != NULL)
    {
      argument.name = text;
      argument.name_length = (gsize) (equals - text);
      argument.value = equals + 1;
      argument.length = length - argument.name_length - 1;
      trim (&argument.name, &argument.name_length);
    }
  trim (&argument.value, &argument.length);
  g_array_append_val (self->arguments, argument);
}

/* Fills the arguments with the pieces of the frame on top. They lie in a copy,
 * since what becomes of the template takes their place. */
static void
read_arguments (Flattening *self, const Frame *frame)
{
  guint n = MIN (count_pieces (self, frame), MAX_ARGUMENTS);

  g_string_truncate (self->content, 0);
  g_string_append_len (self->content, self->out->str + frame->mark,
                       (gssize) (self->out->len - frame->mark));
  g_array_set_size (self->arguments, 0);
  for (guint i = 1; i < n; i++)
    {
      gsize start, end;

      get_piece (self, frame, i, &start, &end);
      add_argument (self, self->content->str + (start - frame->mark), end - start);
    }
}

static void
close_template (Flattening *self)
{
  const Frame frame = *get_top (self);
  DtlWikiTemplate template = { .begins_line = frame.begins_line };
  gsize start, end;

  get_piece (self, &frame, 0, &start, &end);
  read_name (self, self->out->str + start, end - start);
  if (!dtl_wiki_template_is_left_out (self->name->str))
    {
      read_arguments (self, &frame);
      pop_frame (self);
      g_string_truncate (self->out, frame.mark);
      template.name = self->name->str;
      template.arguments = (const DtlWikiArgument *) (gpointer) self->arguments->data;
      template.n_arguments = self->arguments->len;
      template.ends_line = ends_line (self);
      template.has_lines = memchr (self->content->str, '\n', self->content->len) != NULL;
      template.is_in_lead = self->is_in_lead && self->n_open_templates == 0;
      dtl_wiki_template_append (&template, self->page->title, self->page->language,
                                self->out);
      return;
    }
  pop_frame (self);
  g_string_truncate (self->out, frame.mark);
}

/* Replaces all from @mark on by a stretch of it. */
static void
keep_only (Flattening *self, gsize mark, gsize start, gsize end)
{
  memmove (self->out->str + mark, self->out->str + start, end - start);
  g_string_truncate (self->out, mark + (end - start));
}

static void
close_parameter (Flattening *self)
{
  const Frame frame = *get_top (self);
  gsize start = frame.mark, end = frame.mark;

  if (count_pieces (self, &frame) > 1)
    get_piece (self, &frame, 1, &start, &end);
  pop_frame (self);
  keep_only (self, frame.mark, start, end);
}

static void
read_open_braces (Flattening *self)
{
  gsize n = count_run (self, '{', 4);

  if (n == 1)
    {
      g_string_append_c (self->out, *self->at++);
      return;
    }
  n = n == 3 ? 3 : 2;
  self->at += n;
  if (self->frames->len >= MAX_DEPTH)
    self->n_ignored_templates++;
  else
    push_frame (self, n == 3 ? FRAME_PARAMETER : FRAME_TEMPLATE);
}

static void
read_close_braces (Flattening *self)
{
  gsize n = count_run (self, '}', 3);

  if (n < 2)
    {
      g_string_append_c (self->out, *self->at++);
      return;
    }
  if (self->n_ignored_templates > 0 || self->n_open_templates == 0)
    {
      /* "|}" ends a table; the braces behind it are of no template. */
      if (self->n_ignored_templates > 0)
        self->n_ignored_templates--;
      self->at += 2;
      return;
    }
  drop_open_links (self);
  if (get_top (self)->kind == FRAME_PARAMETER)
    {
      self->at += MIN (n, 3);
      close_parameter (self);
      return;
    }
  self->at += 2;
  close_template (self);
}

/* --- links --- */

/* The last words among a file's options are its caption. */
static void
close_file (Flattening *self, const Frame *frame)
{
  gsize start, end;
  guint n = count_pieces (self, frame);

  get_piece (self, frame, n - 1, &start, &end);
  pop_frame (self);
  if (n == 1 || self->frames->len > 0 || end - start < MIN_CAPTION ||
      memchr (self->out->str + start, ' ', end - start) == NULL)
    {
      g_string_truncate (self->out, frame->mark);
      return;
    }
  keep_only (self, frame->mark, start, end);
  for (gsize i = frame->mark; i < self->out->len; i++)
    if (self->out->str[i] == '\n')
      self->out->str[i] = ' ';
  g_string_insert_c (self->out, (gssize) frame->mark, DTL_WIKI_MARK_CAPTION);
  if (!frame->begins_line)
    g_string_insert_c (self->out, (gssize) frame->mark, '\n');
  g_string_append_c (self->out, '\n');
}

static void
close_page_link (Flattening *self, const Frame *frame)
{
  gsize start, end;

  get_piece (self, frame, count_pieces (self, frame) - 1, &start, &end);
  if (start == end)
    get_piece (self, frame, 0, &start, &end);
  if (start == frame->mark && start < end && strchr (":#", self->out->str[start]) != NULL)
    start++;
  pop_frame (self);
  keep_only (self, frame->mark, start, end);
}

static void
close_link (Flattening *self)
{
  const Frame frame = *get_top (self);
  const char *target;
  gsize start, end;

  get_piece (self, &frame, 0, &start, &end);
  target = self->out->str + start;
  end -= start;
  trim (&target, &end);
  switch (dtl_wiki_link_find (self->page->site, target, end))
    {
    case DTL_WIKI_LINK_PAGE:
      close_page_link (self, &frame);
      break;
    case DTL_WIKI_LINK_FILE:
      close_file (self, &frame);
      break;
    case DTL_WIKI_LINK_LANGUAGE:
      if (count_pieces (self, &frame) > 1)
        {
          close_page_link (self, &frame);
          break;
        }
      /* fall through */
    case DTL_WIKI_LINK_CATEGORY:
      pop_frame (self);
      g_string_truncate (self->out, frame.mark);
      break;
    }
}

/* "[https://…" and "[//…": the address goes, its label stays. */
static gboolean
read_external_link (Flattening *self)
{
  static const char *const schemes[] = { "[http", "[//", "[ftp", "[mailto:", "[news:" };
  gboolean is_link = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (schemes) && !is_link; i++)
    is_link = looks_at (self, schemes[i]);
  if (!is_link)
    return FALSE;
  while (self->at < self->end && strchr (" \n]{<|", *self->at) == NULL)
    self->at++;
  if (self->at < self->end && *self->at == ']')
    self->at++;
  else
    self->is_in_external = TRUE;
  return TRUE;
}

static void
read_open_bracket (Flattening *self)
{
  if (!looks_at (self, "[["))
    {
      if (!read_external_link (self))
        g_string_append_c (self->out, *self->at++);
      return;
    }
  self->at += 2;
  if (self->frames->len >= MAX_DEPTH)
    self->n_ignored_links++;
  else
    push_frame (self, FRAME_LINK);
}

static void
read_close_bracket (Flattening *self)
{
  const Frame *top = get_top (self);

  if (self->is_in_external || !looks_at (self, "]]"))
    {
      if (!self->is_in_external)
        g_string_append_c (self->out, *self->at);
      self->is_in_external = FALSE;
      self->at++;
      return;
    }
  self->at += 2;
  if (self->n_ignored_links > 0)
    self->n_ignored_links--;
  else if (top != NULL && top->kind == FRAME_LINK)
    close_link (self);
}

static void
read_bar (Flattening *self)
{
  if (self->frames->len > 0)
    g_array_append_val (self->bars, self->out->len);
  g_string_append_c (self->out, *self->at++);
}

/* --- tags --- */

static void
read_comment (Flattening *self)
{
  const char *close = NULL;

  /* One that is closed nowhere hides all the rest, as it does in a wiki. */
  for (const char *p = self->at + 4;
       close == NULL && (p = memchr (p, '-', (gsize) (self->end - p))) != NULL; p++)
    if (self->end - p >= 3 && p[1] == '-' && p[2] == '>')
      close = p + 3;
  self->at = close != NULL ? close : self->end;
  /* A line with nothing but a comment is no line. */
  if (begins_line (self) && self->at < self->end && *self->at == '\n')
    self->at++;
}

static void
append_plain (Flattening *self, const char *from, const char *to)
{
  if (begins_line (self))
    g_string_append_c (self->out, DTL_WIKI_MARK_PLAIN);
  for (const char *p = from; p < to; p++)
    g_string_append_c (self->out, (guchar) *p < 0x20 && *p != '\n' ? ' ' : *p);
}

/* A tag of which nothing, or all as it stands, is text up to its end tag. */
static void
read_opaque_tag (Flattening *self, const DtlWikiTag *tag)
{
  const char *begin = self->at + tag->length, *close, *after;

  self->at = begin;
  if (tag->is_end || tag->is_empty || self->has_no_end[tag->index])
    return;
  close = dtl_wiki_tag_find_end (tag, begin, self->end, &after);
  if (close == NULL)
    {
      self->has_no_end[tag->index] = TRUE;
      return;
    }
  if (tag->kind == DTL_WIKI_TAG_LITERAL)
    append_plain (self, begin, close);
  self->at = after;
}

static void
read_tag (Flattening *self)
{
  DtlWikiTag tag;
  char in_frame = self->frames->len > 0 ? DTL_WIKI_MARK_BREAK : '\n';

  if (looks_at (self, "<!--"))
    {
      read_comment (self);
      return;
    }
  if (!dtl_wiki_tag_read (self->at, self->end, &tag))
    {
      g_string_append_c (self->out, *self->at++);
      return;
    }
  if (tag.kind == DTL_WIKI_TAG_LEFT_OUT || tag.kind == DTL_WIKI_TAG_LITERAL)
    {
      read_opaque_tag (self, &tag);
      return;
    }
  self->at += tag.length;
  if (tag.kind == DTL_WIKI_TAG_BREAK)
    g_string_append_c (self->out, DTL_WIKI_MARK_BREAK);
  else if (tag.kind == DTL_WIKI_TAG_BLOCK)
    g_string_append_c (self->out, in_frame);
  else if (tag.kind == DTL_WIKI_TAG_CELL && !tag.is_end && !begins_line (self))
    g_string_append (self->out, " | ");
  else if (tag.kind == DTL_WIKI_TAG_QUOTE)
    g_string_append_printf (self->out, "%c%c%c",
                            tag.is_end ? DTL_WIKI_MARK_QUOTE_END : in_frame,
                            tag.is_end ? in_frame : DTL_WIKI_MARK_QUOTE, in_frame);
}

/* --- the rest --- */

static void
read_entity (Flattening *self)
{
  gsize most = MIN ((gsize) (self->end - self->at), MAX_ENTITY);
  const char *semicolon = memchr (self->at, ';', most);
  gsize length = semicolon != NULL ? (gsize) (semicolon + 1 - self->at) : 1;
  g_autofree char *decoded =
      length > 1 ? dtl_html_decode_entities (self->at, length) : NULL;

  if (decoded == NULL || (guchar) decoded[0] < 0x20)
    g_string_append_len (self->out, self->at, (gssize) length);
  else
    append_plain (self, decoded, decoded + strlen (decoded));
  self->at += length;
}

/* Two, three or five apostrophes are italic and bold. */
static void
read_apostrophes (Flattening *self)
{
  gsize n = count_run (self, '\'', G_MAXSIZE);
  gsize n_letters = n == 1 || n == 4 ? 1 : n > 5 ? n - 5 : 0;

  self->at += n;
  for (gsize i = 0; i < n_letters; i++)
    g_string_append_c (self->out, '\'');
}

/* "__NOTOC__" */
static void
read_underscores (Flattening *self)
{
  const char *p = self->at + 2;
  const char *stop = MIN (self->end - 1, self->at + MAX_SWITCH);

  if (!looks_at (self, "__"))
    {
      g_string_append_c (self->out, *self->at++);
      return;
    }
  while (p < stop && !(p[0] == '_' && p[1] == '_') && !g_ascii_isspace (*p) &&
         !g_ascii_islower (*p))
    p++;
  if (p > self->at + 2 && p < stop && *p == '_')
    {
      self->at = p + 2;
      return;
    }
  g_string_append_len (self->out, self->at, 2);
  self->at += 2;
}

/* ":''This page is about …''" above the text, from before there was a template
 * for it. */
static gboolean
is_hatnote (const Flattening *self)
{
  return self->is_in_lead && self->frames->len == 0 && looks_at (self, ":''");
}

static void
begin_line (Flattening *self)
{
  self->is_in_external = FALSE;
  if (looks_at (self, "=") && self->n_open_templates == 0)
    self->is_in_lead = FALSE;
  if (is_hatnote (self))
    while (self->at < self->end && *self->at != '\n')
      self->at++;
}

static void
read_newline (Flattening *self)
{
  const Frame *top = get_top (self);

  g_string_append_c (self->out, *self->at++);
  /* No target of a link has two lines; a caption has no blank one. */
  if (top != NULL && top->kind == FRAME_LINK &&
      (top->first_bar == self->bars->len || looks_at (self, "\n")))
    drop_open_links (self);
  begin_line (self);
}

static void
read_special (Flattening *self)
{
  switch (*self->at)
    {
    case '\n':
      read_newline (self);
      break;
    case '{':
      read_open_braces (self);
      break;
    case '}':
      read_close_braces (self);
      break;
    case '[':
      read_open_bracket (self);
      break;
    case ']':
      read_close_bracket (self);
      break;
    case '|':
      read_bar (self);
      break;
    case '<':
      read_tag (self);
      break;
    case '&':
      read_entity (self);
      break;
    case '\'':
      read_apostrophes (self);
      break;
    case '_':
      read_underscores (self);
      break;
    default: /* controls, which would be taken for our marks */
      self->at++;
    }
}

/* The first line of a template that nothing closes: "{{Infobox bridge". Its other
 * lines begin with a bar, and go for that. */
static void
blank_open_templates (Flattening *self)
{
  for (guint i = 0; i < self->frames->len; i++)
    {
      const Frame *frame = &g_array_index (self->frames, Frame, i);

      if (frame->kind != FRAME_LINK)
        for (gsize k = frame->mark; k < self->out->len && self->out->str[k] != '\n'; k++)
          self->out->str[k] = ' ';
    }
}

static void
flatten (Flattening *self)
{
  begin_line (self);
  while (self->at < self->end)
    {
      const char *run = self->at;

      while (self->at < self->end && !specials[(guchar) *self->at])
        self->at++;
      g_string_append_len (self->out, run, self->at - run);
      if (self->at < self->end)
        read_special (self);
    }
  blank_open_templates (self);
}

GString *
dtl_wiki_flatten (const char *text, gsize length, const DtlWikiPage *page)
{
  Flattening self = { .page = page,
                      .at = text,
                      .end = text + length,
                      .is_in_lead = TRUE };

  self.out = g_string_sized_new (length);
  self.content = g_string_new (NULL);
  self.name = g_string_new (NULL);
  self.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self.bars = g_array_new (FALSE, FALSE, sizeof (gsize));
  self.arguments = g_array_new (FALSE, FALSE, sizeof (DtlWikiArgument));
  flatten (&self);
  g_string_free (self.content, TRUE);
  g_string_free (self.name, TRUE);
  g_array_unref (self.frames);
  g_array_unref (self.bars);
  g_array_unref (self.arguments);
  return self.out;
}
