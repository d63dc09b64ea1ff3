/* Texts made fit to be drawn. */

#include "render/dtl-text-fit.h"

#include <string.h>

typedef struct {
  const char *text, *expected;
  double width; /* of the counting measure: seven a letter */
} Fit;

static const Fit fits[] = {
  { "Lighthouse", "Light…", 42 },
  { "Lighthouse", "Light…", 48 },
  { "Light house", "Light…", 49 }, /* no space before the dots */
  { "Lighthouse", "…", 7 },
  { "Lighthouse", "", 6 },
  { "", "…", 70 },
  { "Zoe\314\210 and Max", "Zo…", 24 }, /* an accent stays with its letter */
  { "Zoe\314\210 and Max", "Zoe\314\210…", 35 },
  { "👩\342\200\215🔬 at work", "👩\342\200\215🔬…", 34 },
};

static void
check_fit (gconstpointer data)
{
  const Fit *fit = data;
  g_autofree char *fitted =
      dtl_text_fit (fit->text, DTL_FONT_LABEL, fit->width, &dtl_measure_counting);

  g_assert_cmpstr (fitted, ==, fit->expected);
}

static void
test_long (void)
{
  g_autofree char *text = g_malloc (100001);
  g_autofree char *fitted = NULL;

  memset (text, 'x', 100000);
  text[100000] = '\0';
  fitted = dtl_text_fit (text, DTL_FONT_LABEL, 1e9, &dtl_measure_counting);
  g_assert_cmpuint (strlen (fitted), <, 1100);
}

static const struct {
  const char *text, *clean;
} dirts[] = {
  { "Zoë & <b>", "Zoë & <b>" },
  { "two\nlines\tand a tab", "two lines and a tab" },
  { "bell\a, escape\033, delete\177",
    "bell\357\277\275, escape\357\277\275, delete\357\277\275" },
  { "not\377UTF-8", "not\357\277\275UTF-8" },
  { "no\357\277\276character", "no\357\277\275character" },
  { "", "" },
};

static void
test_clean (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dirts); i++)
    {
      g_autofree char *copy = NULL;
      const char *clean = dtl_text_clean (dirts[i].text, &copy);

      g_assert_cmpstr (clean, ==, dirts[i].clean);
      g_assert_true (copy == NULL || clean == copy);
      g_assert_true ((copy == NULL) == g_str_equal (dirts[i].text, dirts[i].clean));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/fit/long", test_long);
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/text/fit/%u %s in %g", i, fits[i].text, fits[i].width);

      g_test_add_data_func (path, &fits[i], check_fit);
    }
  return g_test_run ();
}
