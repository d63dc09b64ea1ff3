#include "ui/dtl-motion.h"

#include <math.h>

#define FRAME (1 / 60.0)
#define YEAR ((double) DTL_SECONDS_PER_YEAR)

/* From one view to another, each by its middle and its width in seconds. */
typedef struct {
  const char *name;
  double from, from_width, to, to_width;
} Flight;

static const Flight flights[] = {
  { "in-place", 0, 100 * YEAR, 0, YEAR },
  { "out-in-place", 0, YEAR, 0, 1000 * YEAR },
  { "across", 0, YEAR, 50 * YEAR, YEAR },
  { "back", 50 * YEAR, YEAR, 0, YEAR },
  { "in-and-across", 0, 200 * YEAR, 70 * YEAR, 86400 },
  { "nowhere", 0, YEAR, 0, YEAR },
  { "from-the-big-bang-to-a-minute", -13.8e9 * YEAR, 1e9 * YEAR, 50 * YEAR, 60 },
  { "from-a-minute-to-the-big-bang", 50 * YEAR, 60, -13.8e9 * YEAR, 1e9 * YEAR },
};

static DtlViewport
make_viewport (double middle, double width)
{
  DtlViewport viewport = { .width = 1000, .height = 600 };

  viewport.seconds_per_pixel = width / viewport.width;
  viewport.origin = (DtlTime) (middle - width / 2);
  return viewport;
}

static double
get_middle (const DtlViewport *viewport)
{
  return (double) dtl_viewport_get_time (viewport, viewport->width / 2);
}

/* The middle goes from one to the other and never past either; the zoom never
 * jumps by more than what the eye follows; the end is exact. */
static void
test_flight (gconstpointer data)
{
  const Flight *flight = data;
  DtlViewport from = make_viewport (flight->from, flight->from_width);
  DtlViewport to = make_viewport (flight->to, flight->to_width);
  DtlViewport now = from;
  DtlMotion motion = { 0 };
  double sign = flight->to >= flight->from ? 1 : -1;
  int n_frames = 1;

  dtl_motion_fly (&motion, &from, &to);
  while (dtl_motion_step (&motion, &now, FRAME))
    {
      double slack = MAX (now.width * now.seconds_per_pixel * 1e-3, 2);

      g_assert_cmpfloat (sign * (get_middle (&now) - get_middle (&from)), >=, -slack);
      g_assert_cmpfloat (sign * (get_middle (&to) - get_middle (&now)), >=, -slack);
      g_assert_true (isfinite (now.seconds_per_pixel) && now.seconds_per_pixel > 0);
      g_assert_cmpint (++n_frames, <, 100);
    }
  g_assert_cmpint (now.origin, ==, to.origin);
  g_assert_cmpfloat (now.seconds_per_pixel, ==, to.seconds_per_pixel);
  g_assert_cmpint (n_frames, >=, 10);
  g_assert_cmpint (motion.kind, ==, DTL_MOTION_NONE);
}

static void
test_glide (void)
{
  DtlViewport start = make_viewport (0, 100 * YEAR);
  DtlViewport now = start;
  DtlMotion motion = { 0 };
  DtlTime held = dtl_viewport_get_time (&start, 300);

  /* Two clicks before the first has come to rest count as two. */
  dtl_motion_glide (&motion, 2, 300);
  dtl_motion_step (&motion, &now, FRAME);
  dtl_motion_glide (&motion, 2, 300);
  while (dtl_motion_step (&motion, &now, FRAME))
    ;
  g_assert_cmpfloat_with_epsilon (start.seconds_per_pixel / now.seconds_per_pixel, 4,
                                  0.01);
  g_assert_cmpfloat_with_epsilon (dtl_viewport_get_x (&now, held), 300, 0.5);
}

static void
test_coast (void)
{
  DtlViewport start = make_viewport (0, 100 * YEAR);
  DtlViewport now = start;
  DtlMotion motion = { 0 };
  DtlTime held = dtl_viewport_get_time (&start, 300);
  int n_frames = 1;

  dtl_motion_coast (&motion, 1000, 0);
  while (dtl_motion_step (&motion, &now, FRAME))
    n_frames++;
  /* To the right, by about the speed times the time it takes to slow down. */
  g_assert_cmpfloat (dtl_viewport_get_x (&now, held), >, 600);
  g_assert_cmpfloat (dtl_viewport_get_x (&now, held), <, 630);
  g_assert_cmpint (n_frames, <, 180);
  g_assert_cmpfloat (now.seconds_per_pixel, ==, start.seconds_per_pixel);
}

static void
test_interrupt (void)
{
  DtlViewport from = make_viewport (0, YEAR);
  DtlViewport to = make_viewport (50 * YEAR, YEAR);
  DtlViewport now = from;
  DtlMotion motion = { 0 };

  dtl_motion_fly (&motion, &from, &to);
  dtl_motion_step (&motion, &now, FRAME);
  dtl_motion_fly (&motion, &now, &from);
  while (dtl_motion_step (&motion, &now, FRAME))
    ;
  g_assert_cmpint (now.origin, ==, from.origin);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (flights); i++)
    {
      g_autofree char *path = g_strconcat ("/motion/fly/", flights[i].name, NULL);

      g_test_add_data_func (path, &flights[i], test_flight);
    }
  g_test_add_func ("/motion/glide", test_glide);
  g_test_add_func ("/motion/coast", test_coast);
  g_test_add_func ("/motion/interrupt", test_interrupt);
  return g_test_run ();
}
