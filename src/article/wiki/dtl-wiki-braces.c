/* Templates and parameters of wikitext, as their braces close. */

#include "article/wiki/dtl-wiki-flattening.h"
#include "article/wiki/dtl-wiki-template.h"

#include <string.h>

#define MAX_ARGUMENTS 2000
#define MAX_NAME 100

/* As MediaWiki compares names, but for the case, which few writers keep. */
static void
read_name (DtlWikiFlattening *self, const char *text, gsize length)
{
  static const char prefix[] = "template:";

  dtl_wiki_trim (&text, &length);
  if (length > strlen (prefix) &&
      g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0)
    {
      text += strlen (prefix);
      length -= strlen (prefix);
      dtl_wiki_trim (&text, &length);
    }
  g_string_truncate (self->name, 0);
  for (gsize i = 0; i < MIN (length, MAX_NAME); i++)
    g_string_append_c (self->name, text[i] == '_' ? ' ' : g_ascii_tolower (text[i]));
}

static void
add_argument (DtlWikiFlattening *self, const char *text, gsize length)
{
  const char *equals = memchr (text, '=', length);
  DtlWikiArgument argument = { NULL, 0, text, length };

  if (equals != NULL)
    {
      argument.name = text;
      argument.name_length = (gsize) (equals - text);
      argument.value = equals + 1;
      argument.length = length - argument.name_length - 1;
      dtl_wiki_trim (&argument.name, &argument.name_length);
    }
  dtl_wiki_trim (&argument.value, &argument.length);
  g_array_append_val (self->arguments, argument);
}

/* Fills the arguments with the pieces of the frame on top. They lie in a copy,
 * since what becomes of the template takes their place. */
static void
read_arguments (DtlWikiFlattening *self, const DtlWikiFrame *frame)
{
  guint n = MIN (dtl_wiki_count_pieces (self, frame), MAX_ARGUMENTS);

  g_string_truncate (self->content, 0);
  g_string_append_len (self->content, self->out->str + frame->mark,
                       (gssize) (self->out->len - frame->mark));
  g_array_set_size (self->arguments, 0);
  for (guint i = 1; i < n; i++)
    {
      gsize start, end;

      dtl_wiki_get_piece (self, frame, i, &start, &end);
      add_argument (self, self->content->str + (start - frame->mark), end - start);
    }
}

static void
close_template (DtlWikiFlattening *self)
{
  const DtlWikiFrame frame = *dtl_wiki_get_top (self);
  DtlWikiTemplate template = { .begins_line = frame.begins_line };
  gsize start, end;

  dtl_wiki_get_piece (self, &frame, 0, &start, &end);
  read_name (self, self->out->str + start, end - start);
  if (!dtl_wiki_template_is_left_out (self->name->str))
    {
      read_arguments (self, &frame);
      dtl_wiki_pop_frame (self);
      g_string_truncate (self->out, frame.mark);
      template.name = self->name->str;
      template.arguments = (const DtlWikiArgument *) (gpointer) self->arguments->data;
      template.n_arguments = self->arguments->len;
      template.ends_line = dtl_wiki_ends_line (self);
      template.has_lines = memchr (self->content->str, '\n', self->content->len) != NULL;
      template.is_in_lead = self->is_in_lead && self->n_open_templates == 0;
      dtl_wiki_template_append (&template, self->page->title, self->page->language,
                                self->out);
      return;
    }
  dtl_wiki_pop_frame (self);
  g_string_truncate (self->out, frame.mark);
}

static void
close_parameter (DtlWikiFlattening *self)
{
  const DtlWikiFrame frame = *dtl_wiki_get_top (self);
  gsize start = frame.mark, end = frame.mark;

  if (dtl_wiki_count_pieces (self, &frame) > 1)
    dtl_wiki_get_piece (self, &frame, 1, &start, &end);
  dtl_wiki_pop_frame (self);
  dtl_wiki_keep_only (self, frame.mark, start, end);
}

void
dtl_wiki_read_open_braces (DtlWikiFlattening *self)
{
  gsize n = dtl_wiki_count_run (self, '{', 4);

  if (n == 1)
    {
      g_string_append_c (self->out, *self->at++);
      return;
    }
  n = n == 3 ? 3 : 2;
  self->at += n;
  if (self->frames->len >= DTL_WIKI_MAX_DEPTH)
    self->n_ignored_templates++;
  else
    dtl_wiki_push_frame (self,
                         n == 3 ? DTL_WIKI_FRAME_PARAMETER : DTL_WIKI_FRAME_TEMPLATE);
}

void
dtl_wiki_read_close_braces (DtlWikiFlattening *self)
{
  gsize n = dtl_wiki_count_run (self, '}', 3);

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
  dtl_wiki_drop_open_links (self);
  if (dtl_wiki_get_top (self)->kind == DTL_WIKI_FRAME_PARAMETER)
    {
      self->at += MIN (n, 3);
      close_parameter (self);
      return;
    }
  self->at += 2;
  close_template (self);
}
