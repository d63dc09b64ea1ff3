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

typedef struct {
  const DtlScene *scene;
  const DtlExportOptions *options;
  DtlPictureFormat format;
  double scale;
} Picture;

static gboolean
write_picture (gpointer data,
               GOutputStream *stream,
               GCancellable *cancellable,
               GError **error)
{
  const Picture *picture = data;

  switch (picture->format)
    {
    case DTL_PICTURE_SVG:
      return dtl_export_svg (picture->scene, picture->options, stream, cancellable,
                             error);
    case DTL_PICTURE_PDF:
      return dtl_export_pdf (picture->scene, picture->options, stream, cancellable,
                             error);
    case DTL_PICTURE_PNG:
      return dtl_export_png (picture->scene, picture->options, picture->scale, stream,
                             cancellable, error);
    }
  g_return_val_if_reached (FALSE);
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
  g_autoptr (DtlScene) scene = NULL;
  gboolean written;

  titled.title = export.title;
  scene = dtl_picture_make_scene (timeline, &titled, dtl_export_get_measure (),
                                  cancellable, error);
  if (scene == NULL)
    return FALSE;

  Picture picture = { scene, &export, format, options->scale > 0 ? options->scale : 1 };
  written = dtl_replace_file (file, write_picture, &picture, cancellable, error);
  clear_knowledge (&knowledge);
  return written;
}
