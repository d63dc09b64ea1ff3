/* One run of the layout: what all of its parts need to know. */

#pragma once

#include "layout/dtl-lanes.h"
#include "layout/dtl-layout.h"

G_BEGIN_DECLS

typedef struct {
  DtlTimeline *timeline;
  DtlWordsCache *words;
  const DtlMeasure *measure;
  const DtlLayoutMetrics *metrics;
  const DtlViewport *viewport;
  const DtlLayoutOptions *options;
  DtlSceneBuilder *builder;
  int selected;        /* positions in the timeline, -1 for none */
  double zoom;         /* pixels per second */
  gint64 from, to;     /* the window in positions, outwards */
  gboolean has_titles; /* a lane alone needs none */
  double lanes_height; /* above the axis */
  double scroll;       /* within what there is to scroll, less the room for eras' names */
} DtlFrame;

/* An event as it is drawn. */
typedef struct {
  DtlEvent event;
  DtlMark mark;
  guint32 flags;
  double start, end; /* pixels */
} DtlShownEvent;

DtlShownEvent dtl_frame_show_event (const DtlFrame *frame,
                                    const DtlMarkRange *range,
                                    guint position);

/* Cut off at the window's sides, so that nothing is wider than what can be
 * drawn. */
void dtl_frame_add (const DtlFrame *frame, DtlItem item);

/* --- parts of a run --- */

/* Axis, grid and the line of today. */
void dtl_frame_add_axis (const DtlFrame *frame);

/* The bands of eras, and how much of the top of the canvas their names take. */
void dtl_frame_add_eras (const DtlFrame *frame);
double dtl_frame_get_eras_height (const DtlLayoutOptions *options,
                                  const DtlLayoutMetrics *metrics);

/* Everything in a lane. */
void dtl_frame_add_lane (const DtlFrame *frame,
                         const DtlLaidLane *lane,
                         const DtlMarkRange *range);

/* A label in the window. */
typedef struct {
  DtlPlacement placement;
  guint32 position; /* in the timeline */
  const DtlWords *words;
  DtlShownEvent shown;
  double anchor;   /* pixels: of the pole, or of the bar's start */
  double x, width; /* of its box, moved to stay in view */
} DtlShownLabel;

/* What is labelled of a track, by row and place. (element-type DtlShownLabel).
 * Reaches @beyond pixels beyond the window, so that counts come out right. */
GArray *dtl_frame_list_labels (const DtlFrame *frame,
                               const DtlTrack *track,
                               const DtlMarkRange *range,
                               double beyond);

/* Appends what labels of the lane keep to themselves. (element-type DtlLabelBox) */
void dtl_frame_add_boxes (const DtlFrame *frame, const DtlLaidLane *lane, GArray *boxes);

void dtl_frame_add_labels (const DtlFrame *frame,
                           const DtlLaidLane *lane,
                           gboolean bars,
                           const GArray *labels);

/* The mark of one event: on the baseline, or a bar in row @row (-1 for none). */
void dtl_frame_add_mark (const DtlFrame *frame,
                         const DtlLaidLane *lane,
                         const DtlShownEvent *shown,
                         int row,
                         gboolean labelled);

/* Everything that has no label: marks, the density ridge, "+37". */
void dtl_frame_add_rest (const DtlFrame *frame,
                         const DtlLaidLane *lane,
                         const DtlMarkRange *range,
                         const GArray *point_labels,
                         const GArray *bar_labels);

/* Width in pixels of the widest bucket that counts are given for. */
#define DTL_FRAME_MOST_BUCKET 192.0

G_END_DECLS
