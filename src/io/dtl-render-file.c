#include "io/dtl-render-file.h"

#include "io/dtl-picture.h"
#include "io/dtl-replace-file.h"
#include "render/dtl-export.h"

#include <string.h>

/* Of a sentence in a tooltip. */
#define MOST_SENTENCE_BYTES 600

static const struct {
  const char *ending;
  DtlPictureFormat format;
} endings[] = {
  { ".svg", DTL_PICTURE_SVG },
  { ".pdf", DTL_PICTURE_PDF },
  { ".png", DTL_PICTURE_PNG },
};

/* What is known about one event at a time, for tooltips and links. */
typedef struct {
  DtlTimeline *timeline;
  const DtlLabelStyle *style;
  char *date;
  char *sentence;
} Knowledge;

static void
clear_knowledge (Knowledge *knowledge)
{
  g_clear_pointer (&knowledge->date, g_free);
  g_clear_pointer (&knowledge->sentence, g_free);
}

static char *
dup_sentence (const DtlSource *source, const DtlTextSpan *span)
{
  gsize end = MIN (span->end, source->text_length);
  gsize length = span->start < end ? end - span->start : 0;
  const char *text = source->text + span->start;

  if (length == 0)
    return NULL;
  if (length <= MOST_SENTENCE_BYTES)
    return g_strndup (text, length);
  length = (gsize) (g_utf8_find_prev_char (text, text + MOST_SENTENCE_BYTES + 1) - text);
  return g_strdup_printf ("%.*s…", (int) length, text);
}

static void
look_up_claim (Knowledge *knowledge, DtlId id, DtlExportEvent *event)
{
  DtlSource source;
  DtlClaim claim;

  if (!dtl_timeline_find_claim (knowledge->timeline, id, &claim) ||
      !dtl_timeline_find_source (knowledge->timeline, claim.source, &source))
    return;
  if (source.text != NULL)
    knowledge->sentence = dup_sentence (&source, &claim.sentence);
  event->sentence = knowledge->sentence;
  event->url = source.url;
}

static gboolean
look_up (gpointer data, guint32 id, DtlExportEvent *ret_event)
{
  Knowledge *knowledge = data;
  int position = dtl_timeline_find_event (knowledge->timeline, id);
  DtlEvent event;

  if (position < 0)
    return FALSE;
  clear_knowledge (knowledge);
  dtl_timeline_get_event (knowledge->timeline, (guint) position, &event);
  knowledge->date = dtl_label_extent (&event.extent, knowledge->style);
  *ret_event = (DtlExportEvent){ .title = event.title, .date = knowledge->date };
  if (event.n_claims > 0)
    look_up_claim (knowledge, event.claims[0], ret_event);
  return TRUE;
}

gboolean
dtl_picture_format_from_name (const char *name, DtlPictureFormat *ret_format)
{
  gsize length = strlen (name);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize ending = strlen (endings[i].ending);

      if (length >= ending &&
          g_ascii_strcasecmp (name + length - ending, endings[i].ending) == 0)
        {
          *ret_format = endings[i].format;
          return TRUE;
        }
    }
  return FALSE;
}

/* The scenes that go into one file. */
typedef struct {
  DtlScene *const *scenes;
  guint n_scenes;
  const DtlExportOptions *options;
  const DtlRenderOptions *render;
  DtlPictureFormat format;
} Picture;

static gboolean
write_picture (gpointer data,
               GOutputStream *stream,
               GCancellable *cancellable,
               GError **error)
{
  const Picture *picture = data;
  const DtlRenderOptions *render = picture->render;

  switch (picture->format)
    {
    case DTL_PICTURE_SVG:
      return dtl_export_svg (picture->scenes[0], picture->options, stream, cancellable,
                             error);
    case DTL_PICTURE_PDF:
      return dtl_export_pdf (picture->scenes, picture->n_scenes,
                             render->on_paper ? render->width : 0, picture->options,
                             stream, cancellable, error);
    case DTL_PICTURE_PNG:
      return dtl_export_png (picture->scenes[0], picture->options,
                             render->scale > 0 ? render->scale : 1, stream, cancellable,
                             error);
    }
  g_return_val_if_reached (FALSE);
}

/* "lesson.svg" to "lesson-07.svg"; all numbers as long as the last one. */
static GFile *
name_page (GFile *file, guint page, guint n_pages)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *last = g_strdup_printf ("%u", n_pages);
  const char *ending = strrchr (name, '.');
  g_autofree char *numbered = g_strdup_printf ("%.*s-%0*u%s", (int) (ending - name), name,
                                               (int) strlen (last), page + 1, ending);

  return g_file_get_child (folder, numbered);
}

static gboolean
write_pages (Picture *picture,
             const GPtrArray *pages,
             GFile *file,
             GCancellable *cancellable,
             GError **error)
{
  picture->scenes = (DtlScene *const *) pages->pdata;
  picture->n_scenes = pages->len;
  if (pages->len == 1 || picture->format == DTL_PICTURE_PDF)
    return dtl_replace_file (file, write_picture, picture, cancellable, error);
  for (guint i = 0; i < pages->len; i++)
    {
      g_autoptr (GFile) page = name_page (file, i, pages->len);

      picture->scenes = (DtlScene *const *) pages->pdata + i;
      if (!dtl_replace_file (page, write_picture, picture, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* A timeline of one article is called what the article is. */
static const char *
get_title (DtlTimeline *timeline, const char *wanted)
{
  DtlSource source;

  if (wanted != NULL || dtl_timeline_get_n_sources (timeline) != 1)
    return wanted;
  dtl_timeline_get_source (timeline, 0, &source);
  return source.title;
}

gboolean
dtl_render_file (DtlTimeline *timeline,
                 DtlPictureFormat format,
                 const DtlRenderOptions *options,
                 GFile *file,
                 GCancellable *cancellable,
                 GError **error)
{
  DtlRenderOptions titled = *options;
  Knowledge knowledge = { timeline, &options->label, NULL, NULL };
  const DtlExportOptions export = {
    .title = get_title (timeline, options->title),
    .theme = options->theme,
    .lookup = look_up,
    .data = &knowledge,
  };
  Picture picture = { .options = &export, .render = options, .format = format };
  g_autoptr (GPtrArray) pages = NULL;
  gboolean written;

  titled.title = export.title;
  pages = dtl_picture_make_pages (timeline, &titled, dtl_export_get_measure (),
                                  cancellable, error);
  if (pages == NULL)
    return FALSE;
  written = write_pages (&picture, pages, file, cancellable, error);
  clear_knowledge (&knowledge);
  return written;
}
