#include "layout/dtl-lanes.h"
#include "layout/dtl-layout-sizes.h"

#include <math.h>

/* Rows of labels that a lane may use; where they do not fit, one scrolls. */
#define FEWEST_POINT_ROWS 2
#define FEWEST_BAR_ROWS 1
#define MOST_ROWS 32

#define FEW_BARS 16

/* What rows may be moved apart where a window has room for it. */
#define MOST_EXTRA_PITCH 18.0

static DtlLaidLane *
get_lane (const DtlLanes *lanes, guint i)
{
  return lanes->lanes->pdata[i];
}

static gboolean
has_title (const DtlLanes *lanes)
{
  return lanes->lanes->len > 1;
}

static double
get_point_row (const DtlLayoutMetrics *metrics)
{
  return metrics->label + ROW_GAP;
}

static double
get_bar_row (const DtlLayoutMetrics *metrics)
{
  return BAR_HEIGHT + BAR_LABEL_GAP + metrics->label + ROW_GAP;
}

/* Of a lane with @n_points rows of points above its baseline and @n_bars of
 * bars under it, as close as they may be. */
static double
get_least_height (const DtlLanes *lanes,
                  const DtlLayoutMetrics *metrics,
                  guint n_points,
                  guint n_bars)
{
  double height = 2 * LANE_PADDING + ROOM_BELOW_BASELINE;

  if (has_title (lanes))
    height += metrics->lane_line;
  height +=
      n_points > 0 ? ROOM_ABOVE_BASELINE + n_points * get_point_row (metrics) : MARK_SIZE;
  height += n_bars * get_bar_row (metrics);

  return height;
}

/* What bars may take of the room for labels. Few of them may take half, many
 * take what is theirs by number, a bar needing about twice as much. */
static double
get_share_of_bars (const DtlLaidLane *lane)
{
  guint n_points = dtl_track_get_n_events (&lane->points);
  guint n_bars = dtl_track_get_n_events (&lane->bars);
  double share = 2.0 * n_bars / (2.0 * n_bars + n_points);

  return n_points == 0 ? 1 : CLAMP (share, n_bars <= FEW_BARS ? 0.5 : 0.25, 0.6);
}

/* As many rows as fit; points get what bars leave. TRUE where more would be
 * used. */
static gboolean
set_rows (const DtlLanes *lanes,
          DtlLaidLane *lane,
          const DtlLayoutMetrics *metrics,
          double height,
          double first_zoom)
{
  double point_row = get_point_row (metrics), bar_row = get_bar_row (metrics);
  double room =
      height - get_least_height (lanes, metrics, 0, 0) + MARK_SIZE - ROOM_ABOVE_BASELINE;
  guint n_points, n_bars;

  n_bars = (guint) CLAMP (room * get_share_of_bars (lane) / bar_row, FEWEST_BAR_ROWS,
                          MOST_ROWS);
  dtl_track_set_rows (&lane->bars, n_bars, first_zoom);
  room -= dtl_track_get_n_rows (&lane->bars) * bar_row;
  n_points = (guint) CLAMP (room / point_row, FEWEST_POINT_ROWS, MOST_ROWS);
  dtl_track_set_rows (&lane->points, n_points, first_zoom);

  return dtl_track_get_n_rows (&lane->bars) == n_bars ||
         dtl_track_get_n_rows (&lane->points) == n_points;
}

static void
place_in_lane (const DtlLanes *lanes,
               DtlLaidLane *lane,
               const DtlLayoutMetrics *metrics,
               double extra_pitch)
{
  guint n_points = dtl_track_get_n_rows (&lane->points);
  guint n_bars = dtl_track_get_n_rows (&lane->bars);

  lane->point_pitch = get_point_row (metrics) + extra_pitch;
  lane->bar_pitch = get_bar_row (metrics) + extra_pitch;
  lane->height = get_least_height (lanes, metrics, n_points, n_bars) +
                 (n_points + n_bars) * extra_pitch;
  lane->first_row = ROOM_BELOW_BASELINE;
  lane->baseline = LANE_PADDING + (has_title (lanes) ? metrics->lane_line : 0);
  lane->baseline +=
      n_points > 0 ? ROOM_ABOVE_BASELINE + n_points * lane->point_pitch : MARK_SIZE;
}

/* Sets all lanes as close as they may be and returns their height. */
static double
place_in_lanes (DtlLanes *lanes, const DtlLayoutMetrics *metrics, double extra_pitch)
{
  double height = 0;

  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      place_in_lane (lanes, get_lane (lanes, i), metrics, extra_pitch);
      height += get_lane (lanes, i)->height;
    }

  return height;
}

/* Every lane the same at first; what some do not need goes to those that could
 * use more. */
static void
share_height (DtlLanes *lanes,
              const DtlLayoutMetrics *metrics,
              double height,
              double first_zoom)
{
  double share = height / MAX (1, lanes->lanes->len);
  g_autofree gboolean *full = g_new (gboolean, lanes->lanes->len);
  double left_over;
  guint n_full = 0;

  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      full[i] = set_rows (lanes, get_lane (lanes, i), metrics, share, first_zoom);
      n_full += full[i] ? 1 : 0;
    }

  left_over = height - place_in_lanes (lanes, metrics, 0);
  if (left_over <= 0 || lanes->lanes->len == 1)
    return;
  for (guint i = 0; i < lanes->lanes->len; i++)
    if (full[i])
      set_rows (lanes, get_lane (lanes, i), metrics,
                get_lane (lanes, i)->height + left_over / n_full, first_zoom);
}

static guint
count_rows (const DtlLanes *lanes)
{
  guint n_rows = 0;

  for (guint i = 0; i < lanes->lanes->len; i++)
    n_rows += dtl_track_get_n_rows (&get_lane (lanes, i)->points) +
              dtl_track_get_n_rows (&get_lane (lanes, i)->bars);

  return n_rows;
}

/* What is left over goes above and below what is in the lanes. */
static void
stack (DtlLanes *lanes, double left_over)
{
  double padding = MAX (0, left_over) / MAX (1, lanes->lanes->len);
  double y = 0;

  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      DtlLaidLane *lane = get_lane (lanes, i);

      lane->y = y;
      lane->height = floor (lane->height + padding);
      lane->baseline = floor (lane->baseline + padding / 2);
      y += lane->height;
    }
  lanes->height = y;
}

void
dtl_lanes_arrange (DtlLanes *lanes,
                   const DtlLayoutMetrics *metrics,
                   double height,
                   double first_zoom)
{
  double left_over, extra_pitch;

  if (lanes->arranged && lanes->arranged_height == height &&
      lanes->arranged_zoom == first_zoom)
    return;

  share_height (lanes, metrics, height, first_zoom);
  left_over = height - place_in_lanes (lanes, metrics, 0);
  extra_pitch = floor (left_over / 2 / MAX (1, count_rows (lanes)));
  extra_pitch = CLAMP (extra_pitch, 0, MOST_EXTRA_PITCH);
  stack (lanes, height - place_in_lanes (lanes, metrics, extra_pitch));

  lanes->arranged = TRUE;
  lanes->arranged_height = height;
  lanes->arranged_zoom = first_zoom;
}

double
dtl_laid_lane_get_label_y (const DtlLaidLane *lane,
                           const DtlLayoutMetrics *metrics,
                           gboolean bars,
                           guint row)
{
  double baseline = lane->y + lane->baseline;

  if (bars)
    return floor (baseline + lane->first_row + row * lane->bar_pitch + BAR_HEIGHT +
                  BAR_LABEL_GAP);
  return floor (baseline - ROOM_ABOVE_BASELINE - row * lane->point_pitch -
                metrics->label);
}
