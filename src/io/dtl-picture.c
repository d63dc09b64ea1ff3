#include "config.h"

#include "io/dtl-picture.h"

#include "render/dtl-text-fit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A picture begins as wide as a page and grows until it holds every label or
 * growing does not help: then events lie on one another at any size. */
#define FIRST_WIDTH 1280
#define FIRST_HEIGHT 320
#define MOST_WIDTH 16000
#define MOST_HEIGHT 6000
#define GROWTH 1.4
#define MOST_ASPECT 0.7 /* rather wide than high: poles stay short */
#define PATIENCE 3      /* steps without a label more */

/* Then it gives up what it does not need. */
#define SHRINKAGE 0.92

#define HEADING_PADDING 16

typedef struct {
  DtlTimeline *timeline;
  DtlLayout *layout;
  const DtlRenderOptions *options;
  DtlTime start, end;
  GCancellable *cancellable;
} Picture;

/* A size that was tried, and what it shows. */
typedef struct {
  double width, height;
  guint n_labels;
} Size;

static DtlScene *
run (const Picture *picture, double width, double height)
{
  DtlViewport viewport = { .width = width, .height = height, .seconds_per_pixel = 1 };
  const DtlLayoutOptions options = { .label = picture->options->label,
                                     .now = DTL_TIME_PAST };

  dtl_viewport_fit (&viewport, picture->start, picture->end);
  return dtl_layout_run (picture->layout, &viewport, &options);
}

static guint
count_labels (const DtlScene *scene)
{
  guint n_items, n = 0;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    n += items[i].kind == DTL_ITEM_LABEL;
  return n;
}

/* No smaller than the lanes want, which may have room for more labels then. */
static Size
try_size (const Picture *picture, double width, double height)
{
  Size size = { round (width), round (height), 0 };
  g_autoptr (DtlScene) scene = run (picture, size.width, size.height);
  double wanted = dtl_layout_get_content_height (picture->layout);

  if (picture->options->height == 0 && wanted > size.height)
    {
      g_clear_pointer (&scene, dtl_scene_unref);
      size.height = ceil (wanted);
      scene = run (picture, size.width, size.height);
    }
  size.n_labels = count_labels (scene);
  return size;
}

static gboolean
is_better (const Size *a, const Size *b)
{
  if (a->n_labels != b->n_labels)
    return a->n_labels > b->n_labels;
  return a->width * a->height < b->width * b->height;
}

/* The better one of growing sidewards and downwards; FALSE at the bounds. */
static gboolean
grow (const Picture *picture, const Size *from, Size *ret_to)
{
  gboolean wider = picture->options->width == 0 && from->width < MOST_WIDTH;
  gboolean higher = picture->options->height == 0 && from->height < MOST_HEIGHT &&
                    (!wider || from->height < from->width * MOST_ASPECT);
  Size wide = { 0 }, high = { 0 };

  if (wider)
    wide = try_size (picture, MIN (from->width * GROWTH, MOST_WIDTH), from->height);
  if (higher)
    high = try_size (picture, from->width, MIN (from->height * GROWTH, MOST_HEIGHT));
  if (!wider && !higher)
    return FALSE;
  *ret_to = !higher || (wider && is_better (&wide, &high)) ? wide : high;
  return TRUE;
}

static guint
count_events (const Picture *picture)
{
  const DtlTime *starts, *ends;
  const float *importances;
  const DtlId *lanes;
  guint n = 0;

  dtl_timeline_get_columns (picture->timeline, &starts, &ends, &importances, &lanes);
  for (guint i = 0; i < dtl_timeline_get_n_events (picture->timeline); i++)
    n += starts[i] < picture->end && ends[i] > picture->start;
  return n;
}

static gboolean
is_cancelled (const Picture *picture)
{
  return g_cancellable_is_cancelled (picture->cancellable);
}

static Size
grow_until_all_fit (const Picture *picture, Size size)
{
  guint n_events = count_events (picture);
  Size best = size;

  for (guint tries = 0; best.n_labels < n_events && tries < PATIENCE; tries++)
    {
      if (is_cancelled (picture) || !grow (picture, &size, &size))
        break;
      if (size.n_labels > best.n_labels)
        {
          best = size;
          tries = 0;
        }
    }
  return best;
}

/* By @across of its width and @down of its height, for as long as that takes no
 * label away. */
static Size
shrink (const Picture *picture, Size size, double across, double down)
{
  while (!is_cancelled (picture))
    {
      Size smaller = try_size (picture, size.width * across, size.height * down);

      if (smaller.n_labels < size.n_labels ||
          (across < 1 && smaller.width < FIRST_WIDTH) ||
          smaller.width * smaller.height >= size.width * size.height)
        break;
      size = smaller;
    }
  return size;
}

static Size
choose_size (const Picture *picture)
{
  const DtlRenderOptions *options = picture->options;
  Size size = try_size (picture, options->width > 0 ? options->width : FIRST_WIDTH,
                        options->height > 0 ? options->height : FIRST_HEIGHT);

  size = grow_until_all_fit (picture, size);
  if (options->width == 0)
    size = shrink (picture, size, SHRINKAGE, 1);
  if (options->height == 0)
    size = shrink (picture, size, 1, SHRINKAGE);
  return size;
}

static double
get_heading_height (const DtlRenderOptions *options, const DtlMeasure *measure)
{
  double width, height;

  if (options->title == NULL || *options->title == '\0')
    return 0;
  measure->text_size (measure->data, DTL_FONT_TITLE, options->title, &width, &height);
  return ceil (height + 2 * HEADING_PADDING);
}

static void
add_heading (DtlSceneBuilder *builder, const char *title, double width, double height)
{
  const DtlItem heading = {
    .kind = DTL_ITEM_TITLE,
    .flags = dtl_text_is_rtl (title) ? DTL_ITEM_RTL : 0,
    .text = title,
    .bounds = { HEADING_PADDING, HEADING_PADDING, MAX (1, width - 2 * HEADING_PADDING),
                height - 2 * HEADING_PADDING },
  };

  dtl_scene_builder_add (builder, &heading);
}

/* The same items further down, below a heading of @height. */
static DtlScene *
put_under_heading (const DtlScene *scene, const char *title, double height)
{
  double scene_width, scene_height;
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);
  g_autoptr (DtlSceneBuilder) builder = NULL;

  dtl_scene_get_size (scene, &scene_width, &scene_height);
  builder = dtl_scene_builder_new (scene_width, scene_height + height);
  for (guint i = 0; i < n_items; i++)
    {
      DtlItem moved = items[i];

      moved.bounds.y += height;
      dtl_scene_builder_add (builder, &moved);
    }
  add_heading (builder, title, scene_width, height);
  return dtl_scene_builder_end (builder);
}

static gboolean
find_range (Picture *picture, GError **error)
{
  const DtlRenderOptions *options = picture->options;

  picture->start = options->start;
  picture->end = options->end;
  if (options->start < options->end)
    return TRUE;
  if (dtl_timeline_get_range (picture->timeline, &picture->start, &picture->end))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("there is nothing to draw, since nothing in it has a date"));
  return FALSE;
}

DtlScene *
dtl_picture_make_scene (DtlTimeline *timeline,
                        const DtlRenderOptions *options,
                        const DtlMeasure *measure,
                        GCancellable *cancellable,
                        GError **error)
{
  Picture picture = { .timeline = timeline,
                      .options = options,
                      .cancellable = cancellable };
  double heading = get_heading_height (options, measure);
  g_autoptr (DtlScene) scene = NULL;
  Size size;

  if (!find_range (&picture, error))
    return NULL;
  picture.layout = dtl_layout_new (timeline, measure);
  size = choose_size (&picture);
  if (options->height > 0)
    size.height = MAX (1, options->height - heading);
  scene = run (&picture, size.width, size.height);
  dtl_layout_free (picture.layout);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return heading > 0 ? put_under_heading (scene, options->title, heading)
                     : g_steal_pointer (&scene);
}
