#include "config.h"

#include "ui/dtl-marked-text.h"

/* A tint that keeps the text's own colour readable whatever that is. */
#define OPEN_MARK "<span weight=\"600\" background=\"#f5a524\" background_alpha=\"30%\">"
#define CLOSE_MARK "</span>"

static void
append_escaped (GString *markup, const char *text, gsize start, gsize end)
{
  g_autofree char *escaped = NULL;

  if (end <= start)
    return;
  escaped = g_markup_escape_text (text + start, (gssize) (end - start));
  g_string_append (markup, escaped);
}

/* The first mark that begins at or after @from and ends within @whole. */
static const DtlTextSpan *
find_next_mark (const DtlTextSpan *marks, guint n, gsize from, gsize end)
{
  const DtlTextSpan *next = NULL;

  for (guint i = 0; i < n; i++)
    if (marks[i].end > marks[i].start && marks[i].start >= from && marks[i].end <= end &&
        (next == NULL || marks[i].start < next->start))
      next = &marks[i];
  return next;
}

char *
dtl_marked_text_format (const char *text,
                        DtlTextSpan whole,
                        const DtlTextSpan *marks,
                        guint n_marks)
{
  GString *markup = g_string_new (NULL);
  gsize position = whole.start;
  const DtlTextSpan *mark;

  while ((mark = find_next_mark (marks, n_marks, position, whole.end)) != NULL)
    {
      append_escaped (markup, text, position, mark->start);
      g_string_append (markup, OPEN_MARK);
      append_escaped (markup, text, mark->start, mark->end);
      g_string_append (markup, CLOSE_MARK);
      position = mark->end;
    }
  append_escaped (markup, text, position, whole.end);
  return g_string_free (markup, FALSE);
}
