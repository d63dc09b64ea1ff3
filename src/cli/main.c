/* "dateline": with a command word the command line, else the window, which is a
 * program of its own, so that no command ever loads GTK. */

#include "config.h"

#include "base/dtl-i18n.h"
#include "cli/dtl-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

static const struct {
  const char *name;
  DtlCliCommand run;
  const char *summary;
} commands[] = {
  { "read", dtl_cli_read, N_ ("an article's title, byline, date, language and text") },
  { "extract", dtl_cli_extract, N_ ("its mentions of time and what they date") },
  { "render", dtl_cli_render, N_ ("the drawn timeline as SVG, PDF or PNG") },
  { "date", dtl_cli_date, N_ ("how a date in words is understood") },
  { "check-language", dtl_cli_check_language, N_ ("what is wrong with a language pack") },
};

static void
print_help (void)
{
  g_print ("%s\n", _ ("Usage:\n"
                      "  dateline [FILE…|ADDRESS…]   open the window\n"
                      "  dateline COMMAND …          work without a window\n"
                      "\n"
                      "Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-15s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("“dateline COMMAND --help” tells more, as does the man page."));
}

/* Beside this program in a build folder, else where it was installed. */
static char *
find_window (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self == NULL ? NULL : g_path_get_dirname (self);
  g_autofree char *beside =
      folder == NULL ? NULL : g_build_filename (folder, "ui", "dateline-window", NULL);

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_build_filename (DTL_LIBEXEC_DIR, "dateline-window", NULL);
}

static int
open_window (char **argv)
{
  g_autofree char *path = find_window ();
  g_autofree char *message = NULL;

  execv (path, argv);
  message =
      g_strdup_printf (_ ("the window could not be opened: %s"), g_strerror (errno));
  dtl_cli_complain (path, message);
  return DTL_CLI_FAILED;
}

int
main (int argc, char **argv)
{
  dtl_i18n_init ();

  if (argc > 1 && strcmp (argv[1], "--version") == 0)
    {
      g_print ("dateline %s\n", DTL_VERSION);
      return DTL_CLI_DONE;
    }
  if (argc > 1 && (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0))
    {
      print_help ();
      return DTL_CLI_DONE;
    }
  for (gsize i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      {
        g_autofree char *program = g_strdup_printf ("dateline %s", commands[i].name);

        g_set_prgname (program);
        return commands[i].run (argc - 1, argv + 1);
      }
  return open_window (argv);
}
