/* "dateline": with a command word the command line, else the window, which is a
 * program of its own, so that no command ever loads GTK. */

#include "config.h"

#include "base/dtl-i18n.h"
#include "cli/dtl-cli-programs.h"

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

static int
open_window (char **argv)
{
  g_autofree char *path = dtl_cli_find_program ("ui/dateline-window", "dateline-window");
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
        dtl_cli_hand_over (argv);
        return commands[i].run (argc - 1, argv + 1);
      }
  return open_window (argv);
}
