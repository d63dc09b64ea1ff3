#include "layout/dtl-layout.h"

#include <math.h>

#define MOST_PIXELS_PER_SECOND 64.0
#define FEWEST_PIXELS_OF_RANGE 64.0
#define VALID_RANGE 0x1p63 /* DTL_TIME_MAX - DTL_TIME_MIN */

/* The exact difference may need 64 bits beside its sign. */
static double
subtract (DtlTime time, DtlTime origin)
{
  return time >= origin ? (double) ((guint64) time - (guint64) origin)
                        : -(double) ((guint64) origin - (guint64) time);
}

static DtlTime
clamp_to_valid (DtlTime time)
{
  return CLAMP (time, DTL_TIME_MIN, DTL_TIME_MAX);
}

double
dtl_viewport_get_x_at (const DtlViewport *viewport, gint64 position)
{
  return (subtract (position, viewport->origin) - viewport->origin_fraction) /
         viewport->seconds_per_pixel;
}

double
dtl_viewport_get_x (const DtlViewport *viewport, DtlTime time)
{
  return dtl_viewport_get_x_at (viewport, dtl_scale_get_position (viewport->scale,
                                                                  clamp_to_valid (time)));
}

/* @origin moved by @seconds, kept within 64 bits. */
static DtlTime
move (DtlTime origin, double seconds)
{
  __int128 moved;

  if (seconds >= 0x1p65)
    return G_MAXINT64;
  if (seconds <= -0x1p65)
    return G_MININT64;

  moved = (__int128) origin + (__int128) seconds;
  return (DtlTime) CLAMP (moved, G_MININT64, G_MAXINT64);
}

gint64
dtl_viewport_get_position (const DtlViewport *viewport, double x)
{
  double seconds = viewport->origin_fraction + x * viewport->seconds_per_pixel;

  return clamp_to_valid (move (viewport->origin, floor (seconds)));
}

DtlTime
dtl_viewport_get_time (const DtlViewport *viewport, double x)
{
  gint64 position = dtl_viewport_get_position (viewport, x);

  return clamp_to_valid (dtl_scale_get_time (viewport->scale, position));
}

/* The left edge may lie outside the valid range, but not the middle of the
 * window, nor the edge where it could no longer be told in 64 bits. */
static void
move_left_edge (DtlViewport *viewport, double seconds)
{
  double fraction = viewport->origin_fraction + seconds;
  double half = viewport->width / 2 * viewport->seconds_per_pixel;
  DtlTime first = move (DTL_TIME_MIN, -ceil (half));
  DtlTime last = move (DTL_TIME_MAX, -floor (half));
  DtlTime moved = move (viewport->origin, floor (fraction));

  viewport->origin = CLAMP (moved, first, last);
  viewport->origin_fraction = viewport->origin == moved ? fraction - floor (fraction) : 0;
  /* 1 - 2^-60 is 1 in a double. */
  if (viewport->origin_fraction >= 1)
    viewport->origin_fraction = 0;
}

static double
clamp_zoom (const DtlViewport *viewport, double seconds_per_pixel)
{
  double pixels = MAX (FEWEST_PIXELS_OF_RANGE, viewport->width / 2);

  return CLAMP (seconds_per_pixel, 1 / MOST_PIXELS_PER_SECOND, VALID_RANGE / pixels);
}

void
dtl_viewport_zoom (DtlViewport *viewport, double factor, double x)
{
  double before = viewport->seconds_per_pixel;

  g_return_if_fail (factor > 0);

  viewport->seconds_per_pixel = clamp_zoom (viewport, before / factor);
  move_left_edge (viewport, x * (before - viewport->seconds_per_pixel));
}

void
dtl_viewport_pan (DtlViewport *viewport, double pixels)
{
  move_left_edge (viewport, pixels * viewport->seconds_per_pixel);
}

void
dtl_viewport_fit_between (DtlViewport *viewport,
                          DtlTime start,
                          DtlTime end,
                          double left,
                          double right)
{
  double pixels = MAX (0.5, viewport->width - left - right);
  gint64 first = dtl_scale_get_position (viewport->scale, clamp_to_valid (start));
  gint64 last = dtl_scale_get_position (viewport->scale, clamp_to_valid (end));
  double seconds = last > first ? subtract (last, first) : 1;

  viewport->seconds_per_pixel = clamp_zoom (viewport, seconds / pixels);
  viewport->origin = first;
  viewport->origin_fraction = 0;
  /* Where the bounds of the zoom left the stretch narrower, it is centred. */
  move_left_edge (viewport,
                  seconds / 2 - (left + pixels / 2) * viewport->seconds_per_pixel);
}

void
dtl_viewport_fit (DtlViewport *viewport, DtlTime start, DtlTime end)
{
  double left = MIN (64, viewport->width * 0.06);
  double right = MIN (340, viewport->width * 0.28);

  dtl_viewport_fit_between (viewport, start, end, left, right);
}
