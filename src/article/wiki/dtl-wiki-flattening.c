#include "article/wiki/dtl-wiki-flattening.h"

#include <string.h>

DtlWikiFrame *
dtl_wiki_get_top (const DtlWikiFlattening *self)
{
  return self->frames->len > 0
             ? &g_array_index (self->frames, DtlWikiFrame, self->frames->len - 1)
             : NULL;
}

gboolean
dtl_wiki_begins_line (const DtlWikiFlattening *self)
{
  return self->out->len == 0 || self->out->str[self->out->len - 1] == '\n';
}

gboolean
dtl_wiki_ends_line (const DtlWikiFlattening *self)
{
  const char *p = self->at;

  while (p < self->end && *p == ' ')
    p++;
  return p == self->end || *p == '\n';
}

gsize
dtl_wiki_count_run (const DtlWikiFlattening *self, char c, gsize most)
{
  const char *p = self->at;

  while (p < self->end && (gsize) (p - self->at) < most && *p == c)
    p++;
  return (gsize) (p - self->at);
}

gboolean
dtl_wiki_looks_at (const DtlWikiFlattening *self, const char *word)
{
  gsize n = strlen (word);

  return (gsize) (self->end - self->at) >= n && memcmp (self->at, word, n) == 0;
}

void
dtl_wiki_push_frame (DtlWikiFlattening *self, DtlWikiFrameKind kind)
{
  DtlWikiFrame frame = { kind, self->out->len, self->bars->len,
                         dtl_wiki_begins_line (self) };

  g_array_append_val (self->frames, frame);
  self->n_open_templates += kind != DTL_WIKI_FRAME_LINK;
}

DtlWikiFrame
dtl_wiki_pop_frame (DtlWikiFlattening *self)
{
  DtlWikiFrame frame = *dtl_wiki_get_top (self);

  g_array_set_size (self->frames, self->frames->len - 1);
  g_array_set_size (self->bars, frame.first_bar);
  self->n_open_templates -= frame.kind != DTL_WIKI_FRAME_LINK;
  return frame;
}

void
dtl_wiki_drop_open_links (DtlWikiFlattening *self)
{
  const DtlWikiFrame *top;

  while ((top = dtl_wiki_get_top (self)) != NULL && top->kind == DTL_WIKI_FRAME_LINK)
    dtl_wiki_pop_frame (self);
}

void
dtl_wiki_trim (const char **text, gsize *length)
{
  while (*length > 0 && g_ascii_isspace (**text))
    {
      *text += 1;
      *length -= 1;
    }
  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    *length -= 1;
}

guint
dtl_wiki_count_pieces (const DtlWikiFlattening *self, const DtlWikiFrame *frame)
{
  return self->bars->len - frame->first_bar + 1;
}

void
dtl_wiki_get_piece (const DtlWikiFlattening *self,
                    const DtlWikiFrame *frame,
                    guint i,
                    gsize *ret_start,
                    gsize *ret_end)
{
  guint bar = frame->first_bar + i; /* that ends the piece */

  *ret_start = i == 0 ? frame->mark : g_array_index (self->bars, gsize, bar - 1) + 1;
  *ret_end =
      bar < self->bars->len ? g_array_index (self->bars, gsize, bar) : self->out->len;
}

void
dtl_wiki_keep_only (DtlWikiFlattening *self, gsize mark, gsize start, gsize end)
{
  memmove (self->out->str + mark, self->out->str + start, end - start);
  g_string_truncate (self->out, mark + (end - start));
}
