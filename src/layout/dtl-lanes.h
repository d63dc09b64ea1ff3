/* The lanes of a timeline as the layout keeps them: what lies in each, and how
 * high and where each is in a window. */

#pragma once

#include "layout/dtl-mark.h"
#include "layout/dtl-track.h"

G_BEGIN_DECLS

/* Heights of texts and of what is built from them, in pixels. */
typedef struct {
  double title_line, date_line; /* of a label */
  double label;                 /* its box */
  double tick_line, context_line;
  double axis;
  double lane_line; /* of a lane's title, with room about it */
} DtlLayoutMetrics;

void dtl_layout_metrics_init (DtlLayoutMetrics *metrics, const DtlMeasure *measure);

typedef struct {
  DtlId id;
  char *title;
  guint16 colour;
  DtlTrack points; /* all that are not spans: labels above the baseline */
  DtlTrack bars;   /* below it */

  /* In canvas pixels, before scrolling. */
  double y, height;
  double baseline;  /* from the top of the lane */
  double first_row; /* from the baseline down to the bars */
  double point_pitch, bar_pitch;
} DtlLaidLane;

typedef struct {
  GPtrArray *lanes;   /* of DtlLaidLane, as the timeline has them; empty ones left out */
  DtlMarkRange range; /* of the bounded times of all events; owns its scale */
  double height;      /* of all of them; set by dtl_lanes_arrange() */

  /* What they were arranged for. */
  gboolean arranged;
  double arranged_height, arranged_zoom;
} DtlLanes;

/* Reads the whole timeline. */
DtlLanes *dtl_lanes_new (DtlTimeline *timeline, DtlWordsCache *words, DtlScale *scale);
void dtl_lanes_free (DtlLanes *lanes);

void dtl_lanes_drop_tiles (DtlLanes *lanes);

/* Shares @height out among the lanes. Depends on the window's size, never on
 * the time in it: nothing moves up or down while panning or zooming.
 * @first_zoom is that of the whole timeline in the window. */
void dtl_lanes_arrange (DtlLanes *lanes,
                        const DtlLayoutMetrics *metrics,
                        double height,
                        double first_zoom);

/* Top of a label in row @row, from the top of the canvas before scrolling. */
double dtl_laid_lane_get_label_y (const DtlLaidLane *lane,
                                  const DtlLayoutMetrics *metrics,
                                  gboolean bars,
                                  guint row);

G_END_DECLS
