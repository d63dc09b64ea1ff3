/* Colours that can be read and told apart, also by those who see fewer. */

#include "render/dtl-colour.h"
#include "render/dtl-shapes.h"

#include <math.h>

/* What WCAG 2 asks of text, and of marks that carry meaning. */
#define LEAST_TEXT 4.5
#define LEAST_TEXT_HIGH 7.0
#define LEAST_MARK 3.0

/* In OKLab, where 1 is from black to white. */
#define LEAST_DISTANCE 0.075

static const char *const names[] = { "light", "dark", "high-contrast",
                                     "high-contrast-dark" };

static void
check_readable (const DtlTheme *theme,
                const char *what,
                const DtlColour *text,
                const DtlColour *ground)
{
  double least = g_str_has_prefix (theme->name, "high") ? LEAST_TEXT_HIGH : LEAST_TEXT;

  g_test_message ("%s on a ground: %.2f", what, dtl_colour_get_contrast (text, ground));
  g_assert_cmpfloat (dtl_colour_get_contrast (text, ground), >=, least);
}

static void
test_text (gconstpointer data)
{
  const DtlTheme *theme = dtl_theme_get (data);
  const DtlColour *grounds[] = { &theme->background,         &theme->axis_background,
                                 &theme->label_background,   &theme->hover,
                                 &theme->lane_background[0], &theme->lane_background[1] };

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      check_readable (theme, "text", &theme->text, grounds[i]);
      check_readable (theme, "dim text", &theme->dim_text, grounds[i]);
    }
}

static void
test_marks (gconstpointer data)
{
  const DtlTheme *theme = dtl_theme_get (data);

  for (guint ground = 0; ground < 2; ground++)
    {
      const DtlColour *behind = &theme->lane_background[ground];

      for (guint i = 0; i < DTL_N_LANE_COLOURS; i++)
        g_assert_cmpfloat (dtl_colour_get_contrast (&theme->lane[i], behind), >=,
                           LEAST_MARK);
      g_assert_cmpfloat (dtl_colour_get_contrast (&theme->now, behind), >=, LEAST_MARK);
      g_assert_cmpfloat (dtl_colour_get_contrast (&theme->selection, behind), >=,
                         LEAST_MARK);
    }
}

typedef double Matrix[3][3];

static void
multiply (const Matrix matrix, const double from[3], double ret_to[3])
{
  for (guint i = 0; i < 3; i++)
    ret_to[i] = matrix[i][0] * from[0] + matrix[i][1] * from[1] + matrix[i][2] * from[2];
}

static double
to_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* How eyes see linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
static const struct {
  const char *name;
  Matrix matrix;
} eyes[] = {
  { "all colours", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "no long waves",
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } } },
  { "no middle waves",
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } } },
  { "no short waves",
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } } },
};

/* OKLab (Björn Ottosson 2020). */
static void
see (const DtlColour *colour, const Matrix eye, double ret_lab[3])
{
  static const Matrix to_cones = { { 0.4122214708, 0.5363325363, 0.0514459929 },
                                   { 0.2119034982, 0.6806995451, 0.1073969566 },
                                   { 0.0883024619, 0.2817188376, 0.6299787005 } };
  static const Matrix to_lab = { { 0.2104542553, 0.7936177850, -0.0040720468 },
                                 { 1.9779984951, -2.4285922050, 0.4505937099 },
                                 { 0.0259040371, 0.7827717662, -0.8086757660 } };
  const double rgb[3] = { to_linear (colour->red), to_linear (colour->green),
                          to_linear (colour->blue) };
  double seen[3], cones[3];

  multiply (eye, rgb, seen);
  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0, 1);
  multiply (to_cones, seen, cones);
  for (guint i = 0; i < 3; i++)
    cones[i] = cbrt (cones[i]);
  multiply (to_lab, cones, ret_lab);
}

static void
check_apart (const DtlTheme *theme, guint eye)
{
  double lab[DTL_N_LANE_COLOURS][3];

  for (guint i = 0; i < DTL_N_LANE_COLOURS; i++)
    see (&theme->lane[i], eyes[eye].matrix, lab[i]);
  for (guint i = 0; i < DTL_N_LANE_COLOURS; i++)
    for (guint j = 0; j < i; j++)
      {
        double distance =
            sqrt (pow (lab[i][0] - lab[j][0], 2) + pow (lab[i][1] - lab[j][1], 2) +
                  pow (lab[i][2] - lab[j][2], 2));

        g_test_message ("%s: colours %u and %u are %.3f apart", eyes[eye].name, j, i,
                        distance);
        g_assert_cmpfloat (distance, >=, LEAST_DISTANCE);
      }
}

static void
test_apart (gconstpointer data)
{
  for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
    check_apart (dtl_theme_get (data), eye);
}

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (dtl_theme_get (names[i])->name, ==, names[i]);
  g_assert_null (dtl_theme_get ("sepia"));
  g_assert_null (dtl_theme_get (NULL));
  g_assert_cmpstr (dtl_paint_get_name (DTL_PAINT_LANE + 7), ==, "c7");
}

static void
test_hex (void)
{
  const DtlColour colour = { 1, 0.5, 0, 1 };
  char hex[DTL_COLOUR_HEX_SIZE];

  dtl_colour_format (&colour, hex);
  g_assert_cmpstr (hex, ==, "#ff8000");
}

static void
add (const char *what, const char *theme, GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/theme/%s/%s", theme, what);

  g_test_add_data_func (path, theme, test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/names", test_names);
  g_test_add_func ("/theme/hex", test_hex);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      add ("text is readable", names[i], test_text);
      add ("marks stand out", names[i], test_marks);
      add ("lanes can be told apart", names[i], test_apart);
    }
  return g_test_run ();
}
