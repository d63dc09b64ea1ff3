#include "config.h"

#include "cli/dtl-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

void
dtl_cli_complain (const char *name, const char *message)
{
  if (name == NULL)
    g_printerr ("dateline: %s\n", message);
  else
    g_printerr ("dateline: %s: %s\n", name, message);
}

DtlCliStatus
dtl_cli_refuse (const char *command, const char *message)
{
  dtl_cli_complain (NULL, message);
  g_printerr (_ ("Try “dateline %s --help”.\n"), command);
  return DTL_CLI_USAGE;
}

gpointer
dtl_cli_begin_data (void)
{
  static gsize plain = 0;

  if (g_once_init_enter (&plain))
    g_once_init_leave (&plain, (gsize) newlocale (LC_ALL_MASK, "C", (locale_t) 0));
  return uselocale ((locale_t) plain);
}

void
dtl_cli_end_data (gpointer before)
{
  uselocale (before);
}
