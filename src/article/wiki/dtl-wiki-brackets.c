/* Links of wikitext, as their brackets close. */

#include "article/wiki/dtl-wiki-flattening.h"

#include <string.h>

#define MIN_CAPTION 12

/* The last words among a file's options are its caption. */
static void
close_file (DtlWikiFlattening *self, const DtlWikiFrame *frame)
{
  gsize start, end;
  guint n = dtl_wiki_count_pieces (self, frame);

  dtl_wiki_get_piece (self, frame, n - 1, &start, &end);
  dtl_wiki_pop_frame (self);
  if (n == 1 || self->frames->len > 0 || end - start < MIN_CAPTION ||
      memchr (self->out->str + start, ' ', end - start) == NULL)
    {
      g_string_truncate (self->out, frame->mark);
      return;
    }
  dtl_wiki_keep_only (self, frame->mark, start, end);
  for (gsize i = frame->mark; i < self->out->len; i++)
    if (self->out->str[i] == '\n')
      self->out->str[i] = ' ';
  g_string_insert_c (self->out, (gssize) frame->mark, DTL_WIKI_MARK_CAPTION);
  if (!frame->begins_line)
    g_string_insert_c (self->out, (gssize) frame->mark, '\n');
  g_string_append_c (self->out, '\n');
}

static void
close_page_link (DtlWikiFlattening *self, const DtlWikiFrame *frame)
{
  gsize start, end;

  dtl_wiki_get_piece (self, frame, dtl_wiki_count_pieces (self, frame) - 1, &start, &end);
  if (start == end)
    dtl_wiki_get_piece (self, frame, 0, &start, &end);
  if (start == frame->mark && start < end && strchr (":#", self->out->str[start]) != NULL)
    start++;
  dtl_wiki_pop_frame (self);
  dtl_wiki_keep_only (self, frame->mark, start, end);
}

static void
close_link (DtlWikiFlattening *self)
{
  const DtlWikiFrame frame = *dtl_wiki_get_top (self);
  const char *target;
  gsize start, end;

  dtl_wiki_get_piece (self, &frame, 0, &start, &end);
  target = self->out->str + start;
  end -= start;
  dtl_wiki_trim (&target, &end);
  switch (dtl_wiki_link_find (self->page->site, target, end))
    {
    case DTL_WIKI_LINK_PAGE:
      close_page_link (self, &frame);
      break;
    case DTL_WIKI_LINK_FILE:
      close_file (self, &frame);
      break;
    case DTL_WIKI_LINK_LANGUAGE:
      if (dtl_wiki_count_pieces (self, &frame) > 1)
        {
          close_page_link (self, &frame);
          break;
        }
      /* fall through */
    case DTL_WIKI_LINK_CATEGORY:
      dtl_wiki_pop_frame (self);
      g_string_truncate (self->out, frame.mark);
      break;
    }
}

/* "[https://…" and "[//…": the address goes, its label stays. */
static gboolean
read_external_link (DtlWikiFlattening *self)
{
  static const char *const schemes[] = { "[http", "[//", "[ftp", "[mailto:", "[news:" };
  gboolean is_link = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (schemes) && !is_link; i++)
    is_link = dtl_wiki_looks_at (self, schemes[i]);
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

void
dtl_wiki_read_open_bracket (DtlWikiFlattening *self)
{
  if (!dtl_wiki_looks_at (self, "[["))
    {
      if (!read_external_link (self))
        g_string_append_c (self->out, *self->at++);
      return;
    }
  self->at += 2;
  if (self->frames->len >= DTL_WIKI_MAX_DEPTH)
    self->n_ignored_links++;
  else
    dtl_wiki_push_frame (self, DTL_WIKI_FRAME_LINK);
}

void
dtl_wiki_read_close_bracket (DtlWikiFlattening *self)
{
  const DtlWikiFrame *top = dtl_wiki_get_top (self);

  if (self->is_in_external || !dtl_wiki_looks_at (self, "]]"))
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
  else if (top != NULL && top->kind == DTL_WIKI_FRAME_LINK)
    close_link (self);
}

void
dtl_wiki_read_bar (DtlWikiFlattening *self)
{
  if (self->frames->len > 0)
    g_array_append_val (self->bars, self->out->len);
  g_string_append_c (self->out, *self->at++);
}
