/* Whether a program finds its translations: those of the build folder. */

#include "config.h"

#include "base/dtl-i18n.h"

#include <glib/gi18n-lib.h>

static void
test_text (void)
{
  g_assert_cmpstr (_ ("Timeline"), ==, "Lini masa");
}

/* In plural forms too, which ask for no domain themselves. */
static void
test_plural (void)
{
  g_assert_cmpstr (ngettext ("%u event", "%u events", 2), ==, "%u peristiwa");
}

int
main (int argc, char **argv)
{
  dtl_i18n_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/i18n/text", test_text);
  g_test_add_func ("/i18n/plural", test_plural);
  return g_test_run ();
}
