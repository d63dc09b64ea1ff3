/* The window on time: what must hold for every zoom, pan and fit. */

#include "layout/dtl-layout.h"

#include <math.h>

#define WALKS 2000
#define STEPS 40

static DtlViewport
create_viewport (double width)
{
  return (DtlViewport){ .seconds_per_pixel = 86400, .width = width, .height = 600 };
}

/* Any instant, near and far alike. */
static DtlTime
choose_time (GRand *rand)
{
  gint64 bits = ((gint64) g_rand_int (rand) << 30) ^ g_rand_int (rand);

  return (bits >> g_rand_int_range (rand, 0, 62)) * (g_rand_boolean (rand) ? 1 : -1);
}

static void
check_bounds (const DtlViewport *viewport)
{
  double middle = viewport->width / 2;

  g_assert_cmpfloat (viewport->seconds_per_pixel, >=, 1 / 64.0);
  g_assert_cmpfloat (0x1p63 / viewport->seconds_per_pixel, >=, 64);
  g_assert_cmpfloat (viewport->origin_fraction, >=, 0);
  g_assert_cmpfloat (viewport->origin_fraction, <, 1);
  g_assert_cmpfloat (dtl_viewport_get_x (viewport, DTL_TIME_MIN), <=, middle + 1);
  g_assert_cmpfloat (dtl_viewport_get_x (viewport, DTL_TIME_MAX), >=, middle - 1);
}

static void
test_walks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int walk = 0; walk < WALKS; walk++)
    {
      DtlViewport viewport = create_viewport (g_rand_double_range (rand, 1, 20000));

      viewport.origin = choose_time (rand);
      for (int step = 0; step < STEPS; step++)
        {
          if (g_rand_boolean (rand))
            dtl_viewport_pan (&viewport, g_rand_double_range (rand, -3000, 3000));
          else
            dtl_viewport_zoom (&viewport, exp (g_rand_double_range (rand, -6, 6)),
                               g_rand_double_range (rand, 0, viewport.width));
          check_bounds (&viewport);
        }
    }
}

/* The instant under the pointer stays under it, to a hundredth of a pixel. */
static void
test_zoom_at_pointer (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int i = 0; i < WALKS; i++)
    {
      DtlViewport viewport = create_viewport (1920);
      double x = g_rand_double_range (rand, 0, viewport.width);
      DtlViewport before;
      double factor;
      DtlTime time;

      viewport.seconds_per_pixel = exp (g_rand_double_range (rand, 0, 30));
      viewport.origin = choose_time (rand) / 4;
      before = viewport;
      factor = exp (g_rand_double_range (rand, -2, 2));
      dtl_viewport_zoom (&viewport, factor, x);
      if (viewport.seconds_per_pixel != before.seconds_per_pixel / factor)
        continue;

      time = dtl_viewport_get_time (&before, x);
      g_assert_cmpfloat_with_epsilon (dtl_viewport_get_x (&viewport, time),
                                      x - (x - dtl_viewport_get_x (&before, time)) *
                                              factor,
                                      0.01);
    }
}

static void
test_small_pans_add_up (void)
{
  const DtlTime origin =
      G_GINT64_CONSTANT (-435486000000000000); /* 13.8 thousand million years ago */
  DtlViewport viewport = create_viewport (1000);

  viewport.origin = origin;
  viewport.seconds_per_pixel = 1 / 64.0;
  for (int i = 0; i < 1000; i++)
    dtl_viewport_pan (&viewport, 0.125);
  g_assert_cmpfloat_with_epsilon (dtl_viewport_get_x (&viewport, origin + 2), 128 - 125,
                                  1e-6);
}

static void
test_there_and_back (void)
{
  DtlViewport viewport = create_viewport (1280);
  DtlViewport before = viewport;

  for (int i = 0; i < 30; i++)
    dtl_viewport_zoom (&viewport, 1.25, 333);
  for (int i = 0; i < 30; i++)
    dtl_viewport_zoom (&viewport, 1 / 1.25, 333);
  g_assert_cmpfloat_with_epsilon (dtl_viewport_get_x (&viewport, 86400 * 500),
                                  dtl_viewport_get_x (&before, 86400 * 500), 1e-6);
}

static void
test_pixels_and_instants (void)
{
  DtlViewport viewport = create_viewport (800);

  viewport.origin = 1000;
  viewport.origin_fraction = 0.5;
  viewport.seconds_per_pixel = 10;
  g_assert_cmpfloat (dtl_viewport_get_x (&viewport, 1000), ==, -0.05);
  g_assert_cmpfloat (dtl_viewport_get_x (&viewport, 1100), ==, 9.95);
  g_assert_cmpint (dtl_viewport_get_time (&viewport, 0), ==, 1000);
  g_assert_cmpint (dtl_viewport_get_time (&viewport, 10), ==, 1100);
  g_assert_cmpint (dtl_viewport_get_time (&viewport, -1), ==, 990);
  g_assert_cmpfloat (dtl_viewport_get_x (&viewport, DTL_TIME_PAST), ==,
                     dtl_viewport_get_x (&viewport, DTL_TIME_MIN));
  g_assert_cmpint (dtl_viewport_get_time (&viewport, 1e300), ==, DTL_TIME_MAX);
  g_assert_cmpint (dtl_viewport_get_time (&viewport, -1e300), ==, DTL_TIME_MIN);
}

typedef struct {
  const char *name;
  DtlTime start, end;
  double width;
} Fit;

static const Fit fits[] = {
  { "a day", 0, 86400, 1280 },
  { "a century", G_GINT64_CONSTANT (-2208988800), G_GINT64_CONSTANT (946684800), 1280 },
  { "one second", 5, 6, 1280 },
  { "deep time", G_GINT64_CONSTANT (-435486000000000000), 0, 1280 },
  { "the whole of time", DTL_TIME_MIN, DTL_TIME_MAX, 1280 },
  { "without bounds", DTL_TIME_PAST, DTL_TIME_FUTURE, 1280 },
  { "end before start", 100, -100, 1280 },
  { "one pixel", 0, 86400, 1 },
  { "a wall", 0, 86400, 20000 },
};

static void
test_fit (gconstpointer data)
{
  const Fit *fit = data;
  DtlViewport viewport = create_viewport (fit->width);

  dtl_viewport_fit (&viewport, fit->start, fit->end);
  check_bounds (&viewport);
  g_assert_cmpfloat (dtl_viewport_get_x (&viewport, fit->start), >=, 0);
  if (fit->end > fit->start)
    g_assert_cmpfloat (dtl_viewport_get_x (&viewport, fit->end), <=, fit->width + 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/viewport/walks stay in bounds", test_walks);
  g_test_add_func ("/viewport/zoom at pointer", test_zoom_at_pointer);
  g_test_add_func ("/viewport/small pans add up", test_small_pans_add_up);
  g_test_add_func ("/viewport/there and back", test_there_and_back);
  g_test_add_func ("/viewport/pixels and instants", test_pixels_and_instants);
  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/viewport/fit/%s", fits[i].name);

      g_test_add_data_func (path, &fits[i], test_fit);
    }

  return g_test_run ();
}
