#include "config.h"

#include "ui/dtl-motion.h"

#include <math.h>

/* A flight takes the path on which the picture seems to move evenly: first
 * out, then across, then in, after van Wijk and Nuij, "Smooth and efficient
 * zooming and panning" (2003), in one dimension. RHO is their trade between
 * zooming and panning, chosen by their test persons. */
#define RHO 1.42
#define FLIGHT_SECONDS_PER_PATH 0.22
#define MIN_FLIGHT_SECONDS 0.18
#define MAX_FLIGHT_SECONDS 0.9

/* Time in which a glide, or the speed of coasting, falls to 1/e. */
#define GLIDE_SECONDS 0.06
#define COAST_SECONDS 0.325
#define SLOWEST_GLIDE 0.0005
#define SLOWEST_COAST 12.0

static DtlTime
get_middle (const DtlViewport *viewport)
{
  return dtl_viewport_get_time (viewport, viewport->width / 2);
}

/* Their r(i): the hyperbolic angle at an end; asinh, for the logarithm they
 * give cancels to nothing on long ways. */
static double
get_angle (double width, double other, double distance, gboolean is_end)
{
  double rho2 = RHO * RHO;
  double span = other * other - width * width;
  double b =
      ((is_end ? -span : span) + (is_end ? -1 : 1) * rho2 * rho2 * distance * distance) /
      (2 * width * rho2 * distance);

  return -asinh (b);
}

static void
plan_path (DtlMotion *motion)
{
  double distance = fabs (motion->distance);

  /* Less than a pixel across is a zoom in place. */
  if (distance < MIN (motion->from.seconds_per_pixel, motion->to.seconds_per_pixel))
    {
      motion->path = fabs (log (motion->to_width / motion->from_width)) / RHO;
      return;
    }
  motion->r0 = get_angle (motion->from_width, motion->to_width, distance, FALSE);
  motion->path =
      (get_angle (motion->to_width, motion->from_width, distance, TRUE) - motion->r0) /
      RHO;
}

void
dtl_motion_fly (DtlMotion *motion, const DtlViewport *from, const DtlViewport *to)
{
  *motion = (DtlMotion){ .kind = DTL_MOTION_FLY, .from = *from, .to = *to };
  motion->distance = (double) (get_middle (to) - get_middle (from));
  motion->from_width = from->width * from->seconds_per_pixel;
  motion->to_width = to->width * to->seconds_per_pixel;
  plan_path (motion);
  motion->duration = CLAMP (motion->path * FLIGHT_SECONDS_PER_PATH, MIN_FLIGHT_SECONDS,
                            MAX_FLIGHT_SECONDS);
}

void
dtl_motion_glide (DtlMotion *motion, double factor, double x)
{
  double before = motion->kind == DTL_MOTION_GLIDE ? motion->remaining : 0;

  *motion = (DtlMotion){ .kind = DTL_MOTION_GLIDE };
  motion->remaining = before + log (factor);
  motion->x = x;
}

void
dtl_motion_coast (DtlMotion *motion, double velocity_x, double velocity_y)
{
  *motion = (DtlMotion){ .kind = DTL_MOTION_COAST };
  motion->velocity_x = velocity_x;
  motion->velocity_y = velocity_y;
}

void
dtl_motion_stop (DtlMotion *motion)
{
  *motion = (DtlMotion){ 0 };
}

/* Slow, fast, slow. */
static double
ease (double part)
{
  return part * part * (3 - 2 * part);
}

/* The width of what is in view at @s of the path. */
static double
get_width (const DtlMotion *motion, double s)
{
  if (motion->r0 == 0)
    return motion->from_width * pow (motion->to_width / motion->from_width,
                                     motion->path > 0 ? s / motion->path : 1);
  return motion->from_width * cosh (motion->r0) / cosh (RHO * s + motion->r0);
}

/* How far the middle is, at @s, from the end whose width is @width and which
 * lies @beside of the path away. Their cosh r0 tanh a - sinh r0 is written as
 * one fraction: the two terms are equal to many digits where a is near r0. */
static double
get_way (const DtlMotion *motion, double s, double width, double beside)
{
  if (motion->r0 == 0)
    return motion->path > 0 ? fabs (motion->distance) * beside / motion->path : 0;
  return width / (RHO * RHO) * sinh (RHO * beside) / cosh (RHO * s + motion->r0);
}

static gboolean
step_flight (DtlMotion *motion, DtlViewport *viewport)
{
  double part = ease (MIN (motion->elapsed / motion->duration, 1));
  double s = part * motion->path;
  gboolean is_near_end = part > 0.5;
  double way;

  if (motion->elapsed >= motion->duration)
    {
      *viewport = motion->to;
      return FALSE;
    }
  /* Counted from the nearer end, which is an integer: from the other one, a
   * double is not exact enough for a minute far from the Big Bang. */
  way = is_near_end ? -get_way (motion, s, motion->to_width, motion->path - s)
                    : get_way (motion, s, motion->from_width, s);
  viewport->seconds_per_pixel = get_width (motion, s) / viewport->width;
  viewport->origin = get_middle (is_near_end ? &motion->to : &motion->from);
  viewport->origin_fraction = 0;
  dtl_viewport_pan (viewport,
                    copysign (1, motion->distance) * way / viewport->seconds_per_pixel -
                        viewport->width / 2);
  viewport->scroll =
      motion->from.scroll + (motion->to.scroll - motion->from.scroll) * part;
  return TRUE;
}

static gboolean
step_glide (DtlMotion *motion, DtlViewport *viewport, double seconds)
{
  double now = motion->remaining * (1 - exp (-seconds / GLIDE_SECONDS));
  gboolean is_last = fabs (motion->remaining) < SLOWEST_GLIDE;

  if (is_last)
    now = motion->remaining;
  dtl_viewport_zoom (viewport, exp (now), motion->x);
  motion->remaining -= now;
  return !is_last;
}

static gboolean
step_coast (DtlMotion *motion, DtlViewport *viewport, double seconds)
{
  double slowing = exp (-seconds / COAST_SECONDS);
  double way = COAST_SECONDS * (1 - slowing);

  dtl_viewport_pan (viewport, -motion->velocity_x * way);
  viewport->scroll = MAX (viewport->scroll - motion->velocity_y * way, 0);
  motion->velocity_x *= slowing;
  motion->velocity_y *= slowing;
  return hypot (motion->velocity_x, motion->velocity_y) > SLOWEST_COAST;
}

gboolean
dtl_motion_step (DtlMotion *motion, DtlViewport *viewport, double seconds)
{
  gboolean goes_on = FALSE;

  motion->elapsed += seconds;
  switch (motion->kind)
    {
    case DTL_MOTION_NONE:
      break;
    case DTL_MOTION_FLY:
      goes_on = step_flight (motion, viewport);
      break;
    case DTL_MOTION_GLIDE:
      goes_on = step_glide (motion, viewport, seconds);
      break;
    case DTL_MOTION_COAST:
      goes_on = step_coast (motion, viewport, seconds);
      break;
    }
  if (!goes_on)
    dtl_motion_stop (motion);
  return goes_on;
}
