/* Pixels that the parts of the layout agree on. */

#pragma once

#define MARK_SIZE 10.0      /* of the point of a labelled event; wider is a band */
#define SMALL_MARK_SIZE 6.0 /* of one without label */
#define BAND_HEIGHT 12.0
#define BAR_HEIGHT 8.0      /* in a row of its own */
#define THIN_BAR_HEIGHT 3.0 /* on the baseline */
#define LEAST_BAR_WIDTH 5.0
#define BAR_GAP 1.0       /* between two bars that follow each other */
#define BAR_LABEL_GAP 1.0 /* between a bar and the label under it */

#define ERA_ROW_GAP 4.0
#define ROW_GAP 5.0
#define LANE_PADDING 8.0
#define LANE_TITLE_PADDING 5.0
#define ROOM_ABOVE_BASELINE 26.0 /* for the density ridge */
#define ROOM_BELOW_BASELINE 26.0 /* for marks and "+37" */
#define RIDGE_HEIGHT 22.0

#define TICK_LENGTH 6.0
#define AXIS_PADDING 3.0

#define EDGE_PADDING 8.0 /* that texts keep from the window's edge */
