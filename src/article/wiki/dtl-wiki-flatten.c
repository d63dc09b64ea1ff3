#include "article/wiki/dtl-wiki-flatten.h"

#include "article/html/dtl-html-entities.h"
#include "article/wiki/dtl-wiki-flattening.h"
#include "article/wiki/dtl-wiki-template.h"

#include <string.h>

#define MAX_ENTITY 12
#define MAX_SWITCH 60

/* What a run of plain text ends at. */
static const guint8 specials[256] = {
  [0 ... 8] = 1, [11 ... 31] = 1, ['\n'] = 1, ['{'] = 1, ['}'] = 1, ['['] = 1,
  [']'] = 1,     ['|'] = 1,       ['<'] = 1,  ['&'] = 1, ['_'] = 1, ['\''] = 1,
};

/* --- tags --- */

static void
read_comment (DtlWikiFlattening *self)
{
  const char *close = NULL;

  /* One that is closed nowhere hides all the rest, as it does in a wiki. */
  for (const char *p = self->at + 4;
       close == NULL && (p = memchr (p, '-', (gsize) (self->end - p))) != NULL; p++)
    if (self->end - p >= 3 && p[1] == '-' && p[2] == '>')
      close = p + 3;
  self->at = close != NULL ? close : self->end;
  /* A line with nothing but a comment is no line. */
  if (dtl_wiki_begins_line (self) && self->at < self->end && *self->at == '\n')
    self->at++;
}

static void
append_plain (DtlWikiFlattening *self, const char *from, const char *to)
{
  if (dtl_wiki_begins_line (self))
    g_string_append_c (self->out, DTL_WIKI_MARK_PLAIN);
  for (const char *p = from; p < to; p++)
    g_string_append_c (self->out, (guchar) *p < 0x20 && *p != '\n' ? ' ' : *p);
}

/* A tag of which nothing, or all as it stands, is text up to its end tag. */
static void
read_opaque_tag (DtlWikiFlattening *self, const DtlWikiTag *tag)
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
read_tag (DtlWikiFlattening *self)
{
  DtlWikiTag tag;
  char in_frame = self->frames->len > 0 ? DTL_WIKI_MARK_BREAK : '\n';

  if (dtl_wiki_looks_at (self, "<!--"))
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
  else if (tag.kind == DTL_WIKI_TAG_CELL && !tag.is_end && !dtl_wiki_begins_line (self))
    g_string_append (self->out, " | ");
  else if (tag.kind == DTL_WIKI_TAG_QUOTE)
    g_string_append_printf (self->out, "%c%c%c",
                            tag.is_end ? DTL_WIKI_MARK_QUOTE_END : in_frame,
                            tag.is_end ? in_frame : DTL_WIKI_MARK_QUOTE, in_frame);
}

/* --- the rest --- */

static void
read_entity (DtlWikiFlattening *self)
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
read_apostrophes (DtlWikiFlattening *self)
{
  gsize n = dtl_wiki_count_run (self, '\'', G_MAXSIZE);
  gsize n_letters = n == 1 || n == 4 ? 1 : n > 5 ? n - 5 : 0;

  self->at += n;
  for (gsize i = 0; i < n_letters; i++)
    g_string_append_c (self->out, '\'');
}

/* "__NOTOC__" */
static void
read_underscores (DtlWikiFlattening *self)
{
  const char *p = self->at + 2;
  const char *stop = MIN (self->end - 1, self->at + MAX_SWITCH);

  if (!dtl_wiki_looks_at (self, "__"))
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
is_hatnote (const DtlWikiFlattening *self)
{
  return self->is_in_lead && self->frames->len == 0 && dtl_wiki_looks_at (self, ":''");
}

static void
begin_line (DtlWikiFlattening *self)
{
  self->is_in_external = FALSE;
  if (dtl_wiki_looks_at (self, "=") && self->n_open_templates == 0)
    self->is_in_lead = FALSE;
  if (is_hatnote (self))
    while (self->at < self->end && *self->at != '\n')
      self->at++;
}

static void
read_newline (DtlWikiFlattening *self)
{
  const DtlWikiFrame *top = dtl_wiki_get_top (self);

  g_string_append_c (self->out, *self->at++);
  /* No target of a link has two lines; a caption has no blank one. */
  if (top != NULL && top->kind == DTL_WIKI_FRAME_LINK &&
      (top->first_bar == self->bars->len || dtl_wiki_looks_at (self, "\n")))
    dtl_wiki_drop_open_links (self);
  begin_line (self);
}

static void
read_special (DtlWikiFlattening *self)
{
  switch (*self->at)
    {
    case '\n':
      read_newline (self);
      break;
    case '{':
      dtl_wiki_read_open_braces (self);
      break;
    case '}':
      dtl_wiki_read_close_braces (self);
      break;
    case '[':
      dtl_wiki_read_open_bracket (self);
      break;
    case ']':
      dtl_wiki_read_close_bracket (self);
      break;
    case '|':
      dtl_wiki_read_bar (self);
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
blank_open_templates (DtlWikiFlattening *self)
{
  for (guint i = 0; i < self->frames->len; i++)
    {
      const DtlWikiFrame *frame = &g_array_index (self->frames, DtlWikiFrame, i);

      if (frame->kind != DTL_WIKI_FRAME_LINK)
        for (gsize k = frame->mark; k < self->out->len && self->out->str[k] != '\n'; k++)
          self->out->str[k] = ' ';
    }
}

static void
flatten (DtlWikiFlattening *self)
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
  DtlWikiFlattening self = { .page = page,
                             .at = text,
                             .end = text + length,
                             .is_in_lead = TRUE };

  self.out = g_string_sized_new (length);
  self.content = g_string_new (NULL);
  self.name = g_string_new (NULL);
  self.frames = g_array_new (FALSE, FALSE, sizeof (DtlWikiFrame));
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
