#include "layout/dtl-layout-private.h"

#include "layout/dtl-frame.h"

#include <math.h>

#define WIDTH_STEP 64.0

/* Tiles of labels that a frame computes for those to come. */
#define TILES_AHEAD 2

struct _DtlLayout {
  DtlTimeline *timeline;
  const DtlMeasure *measure;
  DtlLayoutMetrics metrics;
  DtlWordsCache *words;
  DtlLanes *lanes;    /* NULL before the first run */
  guint64 version;    /* of the timeline, that lanes were read from */
  double eras_height; /* in the last run */
};

DtlLayout *
dtl_layout_new (DtlTimeline *timeline, const DtlMeasure *measure)
{
  DtlLayout *layout = g_new0 (DtlLayout, 1);

  layout->timeline = dtl_timeline_ref (timeline);
  layout->measure = measure;
  layout->words = dtl_words_cache_new (timeline, measure);
  dtl_layout_metrics_init (&layout->metrics, measure);
  return layout;
}

void
dtl_layout_free (DtlLayout *layout)
{
  if (layout == NULL)
    return;
  dtl_lanes_free (layout->lanes);
  dtl_words_cache_free (layout->words);
  dtl_timeline_unref (layout->timeline);
  g_free (layout);
}

void
dtl_layout_drop_measures (DtlLayout *layout)
{
  dtl_layout_metrics_init (&layout->metrics, layout->measure);
  dtl_words_cache_clear (layout->words);
  if (layout->lanes != NULL)
    dtl_lanes_drop_tiles (layout->lanes);
}

/* Both of the timeline and of the scale that it is looked at on. */
static void
follow (DtlLayout *layout, DtlScale *scale)
{
  guint64 version = dtl_timeline_get_version (layout->timeline);
  g_autoptr (DtlScale) kept = NULL;

  if (layout->lanes != NULL && layout->version == version &&
      layout->lanes->range.scale == scale)
    return;

  kept = dtl_scale_ref (scale); /* the lanes may be all that holds it */
  g_clear_pointer (&layout->lanes, dtl_lanes_free);
  dtl_words_cache_clear (layout->words);
  layout->lanes = dtl_lanes_new (layout->timeline, layout->words, scale);
  layout->version = version;
}

const DtlLanes *
dtl_layout_get_lanes (DtlLayout *layout)
{
  follow (layout, layout->lanes == NULL ? NULL : layout->lanes->range.scale);
  return layout->lanes;
}

DtlTimeline *
dtl_layout_get_timeline (const DtlLayout *layout)
{
  return layout->timeline;
}

const DtlMeasure *
dtl_layout_get_measure (const DtlLayout *layout)
{
  return layout->measure;
}

const DtlLayoutMetrics *
dtl_layout_get_metrics (const DtlLayout *layout)
{
  return &layout->metrics;
}

/* That of the whole timeline in the window; in steps, so that dragging the
 * window's edge does not move labels at every pixel. */
static double
get_first_zoom (const DtlLayout *layout, const DtlViewport *viewport)
{
  DtlViewport whole = *viewport;

  whole.width = MAX (WIDTH_STEP, floor (whole.width / WIDTH_STEP) * WIDTH_STEP);
  dtl_viewport_fit (&whole, layout->lanes->range.start, layout->lanes->range.end);
  return 1 / whole.seconds_per_pixel;
}

static void
arrange (DtlLayout *layout, DtlFrame *frame)
{
  const DtlViewport *viewport = frame->viewport;
  DtlLanes *lanes = layout->lanes;
  double eras = dtl_frame_get_eras_height (frame->options, &layout->metrics), height;

  frame->lanes_height = MAX (0, viewport->height - layout->metrics.axis);
  height = MAX (0, frame->lanes_height - eras);
  dtl_lanes_arrange (lanes, &layout->metrics, height, get_first_zoom (layout, viewport));
  frame->scroll = CLAMP (viewport->scroll, 0, MAX (0, lanes->height - height));
  frame->scroll = floor (frame->scroll) - eras;
  layout->eras_height = eras;
  frame->has_titles = lanes->lanes->len > 1;
}

static DtlFrame
begin_frame (DtlLayout *layout,
             const DtlViewport *viewport,
             const DtlLayoutOptions *options)
{
  DtlFrame frame = { .viewport = viewport, .options = options };

  follow (layout, viewport->scale);
  dtl_words_cache_trim (layout->words);
  if (dtl_words_cache_set_style (layout->words, &options->label))
    dtl_lanes_drop_tiles (layout->lanes);

  frame.timeline = layout->timeline;
  frame.words = layout->words;
  frame.measure = layout->measure;
  frame.metrics = &layout->metrics;
  frame.selected = options->selected == 0
                       ? -1
                       : dtl_timeline_find_event (layout->timeline, options->selected);
  frame.zoom = 1 / viewport->seconds_per_pixel;
  frame.from = dtl_viewport_get_position (viewport, 0);
  frame.to = dtl_time_add (dtl_viewport_get_position (viewport, viewport->width), 1);
  arrange (layout, &frame);

  return frame;
}

static gboolean
is_visible (const DtlFrame *frame, const DtlLaidLane *lane)
{
  double y = lane->y - frame->scroll;

  return y < frame->lanes_height && y + lane->height > 0;
}

static void
look_ahead (const DtlFrame *frame, const DtlLanes *lanes)
{
  guint n = 0;

  for (guint i = 0; i < lanes->lanes->len && n < TILES_AHEAD; i++)
    {
      const DtlLaidLane *lane = lanes->lanes->pdata[i];

      if (!is_visible (frame, lane))
        continue;
      n += dtl_label_tiles_look_ahead (lane->points.tiles, frame->zoom, frame->from,
                                       frame->to);
      n += dtl_label_tiles_look_ahead (lane->bars.tiles, frame->zoom, frame->from,
                                       frame->to);
    }
}

DtlScene *
dtl_layout_run (DtlLayout *layout,
                const DtlViewport *viewport,
                const DtlLayoutOptions *options)
{
  DtlFrame frame = begin_frame (layout, viewport, options);
  g_autoptr (DtlSceneBuilder) builder =
      dtl_scene_builder_new (viewport->width, viewport->height);

  frame.builder = builder;
  for (guint i = 0; i < layout->lanes->lanes->len; i++)
    if (is_visible (&frame, layout->lanes->lanes->pdata[i]))
      dtl_frame_add_lane (&frame, layout->lanes->lanes->pdata[i], &layout->lanes->range);
  dtl_frame_add_eras (&frame);
  dtl_frame_add_axis (&frame);
  look_ahead (&frame, layout->lanes);

  return dtl_scene_builder_end (builder);
}

GArray *
dtl_layout_list_boxes (DtlLayout *layout,
                       const DtlViewport *viewport,
                       const DtlLayoutOptions *options)
{
  DtlFrame frame = begin_frame (layout, viewport, options);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (DtlLabelBox));

  for (guint i = 0; i < layout->lanes->lanes->len; i++)
    if (is_visible (&frame, layout->lanes->lanes->pdata[i]))
      dtl_frame_add_boxes (&frame, layout->lanes->lanes->pdata[i], boxes);

  return boxes;
}

double
dtl_layout_get_content_height (const DtlLayout *layout)
{
  return layout->lanes == NULL
             ? 0
             : layout->lanes->height + layout->metrics.axis + layout->eras_height;
}

static void
extend_range (const DtlTrack *track, gint64 *start, gint64 *end)
{
  if (dtl_track_get_n_events (track) == 0)
    return;
  *start = MIN (*start, dtl_time_index_get_base (track->index));
  *end = MAX (*end, dtl_time_add (dtl_time_index_get_base (track->index),
                                  (gint64) dtl_time_index_get_range (track->index)));
}

gboolean
dtl_layout_get_range (DtlLayout *layout, DtlTime *ret_start, DtlTime *ret_end)
{
  const DtlLanes *lanes = dtl_layout_get_lanes (layout);
  gint64 start = G_MAXINT64, end = G_MININT64;

  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      const DtlLaidLane *lane = lanes->lanes->pdata[i];

      extend_range (&lane->points, &start, &end);
      extend_range (&lane->bars, &start, &end);
    }
  if (start > end)
    return FALSE;

  *ret_start = dtl_scale_get_time (lanes->range.scale, start);
  *ret_end = dtl_scale_get_time (lanes->range.scale, end);
  return TRUE;
}
